/// Packages in lexicographic order of their option indices, found one by one as they are asked for.
public struct PackageList: Sequence, Sendable {
    /// Finds the ways to the packages.
    let trace: @Sendable () -> PackageTrace

    init(_ trace: @escaping @Sendable () -> PackageTrace) { self.trace = trace }

    /// Starts at the first package.
    public func makeIterator() -> Iterator { Iterator(trace()) }

    /// Goes from package to package; each is one option index for each issue.
    public struct Iterator: IteratorProtocol {
        private let trace: PackageTrace
        /// Issue index → position.
        private var positions: [Int]
        /// Issue index → the options that go with those fixed before it.
        private var choices: [[Int32]] = []
        /// Issue index → which of its choices is taken.
        private var taken: [Int] = []
        /// Position → the option fixed, or -1.
        private var fixed: [Int32]
        private var finished = false

        init(_ trace: PackageTrace) {
            self.trace = trace
            positions = [Int](repeating: 0, count: trace.order.count)
            for (position, issue) in trace.order.enumerated() { positions[issue] = position }
            fixed = [Int32](repeating: -1, count: trace.order.count)
        }

        /// The next package; `nil` after the last.
        ///
        /// - Complexity: at most the issues times the steps of the trace.
        public mutating func next() -> [Int]? {
            if finished { return nil }
            if trace.order.isEmpty {
                finished = true
                return []
            }
            if !taken.isEmpty && !advance() {
                finished = true
                return nil
            }
            while choices.count < positions.count {
                let position = positions[choices.count]
                let options = trace.options(at: position, fixed: fixed)
                guard let first = options.first else {
                    finished = true
                    return nil
                }
                choices.append(options)
                taken.append(0)
                fixed[position] = first
            }
            return positions.map { Int(fixed[$0]) }
        }

        /// Takes the next choice of the last issue that has one left.
        private mutating func advance() -> Bool {
            while let last = taken.last {
                let issue = taken.count - 1
                if last + 1 < choices[issue].count {
                    taken[issue] += 1
                    fixed[positions[issue]] = choices[issue][last + 1]
                    return true
                }
                taken.removeLast()
                choices.removeLast()
                fixed[positions[issue]] = -1
            }
            return false
        }
    }
}
