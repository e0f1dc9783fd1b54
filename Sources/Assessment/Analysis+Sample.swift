import Bargaining
public import Negotiation

/// Some of the feasible packages, by what they are worth: for pictures only, nothing is concluded from it.
public struct PackageSample: Hashable, Sendable {
    /// One feasible package.
    public struct Member: Hashable, Sendable {
        /// Its worth to each negotiator, on central values.
        public var utilities: [Rational]
        /// Whether every negotiator accepts it.
        public var isAcceptable: Bool
    }

    /// The packages, in a fixed order.
    public var members: [Member]
    /// Whether these are all feasible packages.
    public var isWhole: Bool
}

extension Analysis {
    /// A fixed sample of the feasible packages: all of them where the dossier allows no more than `limit` packages,
    /// else those among a fixed number of fixed draws that keep the rules.
    ///
    /// The same dossier gives the same sample on any machine (SplitMix64: Steele, Lea and Flood, OOPSLA 2014).
    ///
    /// Complexity: linear in the draws, at most 20 · `limit`, times the size of the dossier.
    public func sample(limit: Int) -> PackageSample {
        let counts = issues.map(\.options.count)
        var total = 1
        for count in counts where total <= limit { total *= count }
        if total <= limit {
            let members = (0..<total).compactMap { member(at: indices(of: $0, counts)) }
            return PackageSample(members: members, isWhole: true)
        }
        var numbers = SplitMix64(seed: 0)
        var drawn: Set<[Int]> = []
        var members: [PackageSample.Member] = []
        for _ in 0..<(20 * limit) where members.count < limit {
            let package = counts.map { Int(numbers.next() % UInt64($0)) }
            guard drawn.insert(package).inserted, let member = member(at: package) else { continue }
            members.append(member)
        }
        return PackageSample(members: members, isWhole: false)
    }

    /// The options of a package by its place in the list of all.
    private func indices(of place: Int, _ counts: [Int]) -> [Int] {
        var rest = place
        return counts.map { count in
            defer { rest /= count }
            return rest % count
        }
    }

    /// The package where it is feasible.
    private func member(at indices: [Int]) -> PackageSample.Member? {
        let chosen = zip(issues, indices).map { ($0.id, $0.options[$1]) }
        guard chosen.allSatisfy({ $0.1.breaches.isEmpty }) else { return nil }
        let choose = Dictionary(
            chosen.map { ($0.0, $0.1.id) }, uniquingKeysWith: { first, _ in first })
        guard !dossier.rules.contains(where: { $0.broken.holds(in: choose) }) else { return nil }
        let utilities = scorings.map { $0.utility(of: choose) }
        let isAcceptable = scorings.indices.allSatisfy { place in
            utilities[place] >= withoutAgreement[place]
                && !scorings[place].redLines.contains { $0.choose.holds(in: choose) }
        }
        return PackageSample.Member(utilities: utilities, isAcceptable: isAcceptable)
    }
}
