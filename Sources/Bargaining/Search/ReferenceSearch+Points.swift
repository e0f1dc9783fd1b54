import BigInt

extension ReferenceSearch.Answer {
    /// Leaves out points that another point beats.
    mutating func keepUndominated() {
        let all = points
        points = all.filter { point in
            !all.contains { other in
                other.gains != point.gains && zip(other.gains, point.gains).allSatisfy { $0 >= $1 }
            }
        }
    }
}

extension SearchTraces {
    /// The packages behind some pairs, ready to be listed.
    ///
    /// - Parameter order: position → issue index.
    func trace(to pairs: [Int32], order: [Int]) -> PackageTrace {
        let found = steps(to: pairs)
        return PackageTrace(
            order: places.map { order[$0] },
            steps: found.steps.map { links in
                links.map { PackageTrace.Edge(from: $0.from, option: $0.option, to: $0.to) }
            },
            widths: found.widths)
    }
}
