import BigInt

extension ReferenceSearch {
    /// The packages whose gains times factors are best from the least up.
    ///
    /// Where one search cannot list all packages with the greatest least gain, one party after another is taken to be
    /// the one that has it, and the same is asked of the rest (lexicographic max-min; Ogryczak, Pióro and Tomaszewski,
    /// Journal of Telecommunications and Information Technology 3, 2005).
    mutating func leximin(of members: [Int], factors: [BigInt]) -> Answer {
        var best = Leximin(members: members, factors: factors)
        let isExact = extend(
            &best, rest: members, factors: factors, demands: [BigInt](repeating: 0, count: parties), fixed: []
        )
        let found = best.score?.first
        return Answer(
            points: best.points.keys.sorted { $1.lexicographicallyPrecedes($0) }.map { best.points[$0]! },
            isExact: isExact, found: found, bound: best.bound.map { max($0, found ?? 0) })
    }

    /// The best so far.
    private struct Leximin {
        let members: [Int]
        let factors: [BigInt]
        var score: [BigInt]?
        var points: [[BigInt]: Point] = [:]
        /// The bound of the first search.
        var bound: BigInt?

        mutating func add(_ found: [Point]) {
            for point in found {
                let score = members.indices.map { point.gains[members[$0]] * factors[$0] }.sorted()
                if let known = self.score {
                    if score.lexicographicallyPrecedes(known) { continue }
                    if known.lexicographicallyPrecedes(score) { points.removeAll() }
                }
                self.score = score
                // What two searches found at one point, both found whole.
                if let known = points[point.gains], known.packages >= point.packages { continue }
                points[point.gains] = point
            }
        }
    }

    /// Searches among packages whose least gains are fixed.
    ///
    /// - Parameter fixed: the least gains times factors, in order, of the parties no longer among the rest.
    /// - Returns: whether nothing better and no tie can be missing.
    private mutating func extend(
        _ best: inout Leximin, rest: [Int], factors: [BigInt], demands: [BigInt], fixed: [BigInt]
    ) -> Bool {
        var least: BigInt?
        if let score = best.score, !fixed.isEmpty {
            if fixed.lexicographicallyPrecedes(score.prefix(fixed.count)) { return true }
            if score.count > fixed.count && score.starts(with: fixed) { least = score[fixed.count] }
        }
        let finding = quest(
            SearchAim(measure: .least(of: rest, factors: factors), demands: demands), least: least)
        if fixed.isEmpty { best.bound = finding.bound }
        best.add(points(finding))
        guard finding.isProven else { return false }
        guard let value = finding.best?.first, !finding.hasAllTies else { return finding.hasAllTies }
        if rest.count == 1 || steps <= 0 { return false }
        var isExact = true
        for index in rest.indices {
            var demands = demands
            for (other, party) in rest.enumerated() {
                let (quotient, remainder) = value.quotientAndRemainder(dividingBy: factors[other])
                demands[party] = max(demands[party], remainder > 0 ? quotient + 1 : quotient)
            }
            var others = rest
            var otherFactors = factors
            others.remove(at: index)
            otherFactors.remove(at: index)
            let isDone = extend(
                &best, rest: others, factors: otherFactors, demands: demands, fixed: fixed + [value])
            isExact = isExact && isDone
        }
        return isExact
    }
}
