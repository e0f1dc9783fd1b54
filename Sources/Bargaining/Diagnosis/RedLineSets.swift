import BigInt

/// A red line, by its party and its place among the party's red lines.
public struct RedLineIndex: Hashable, Sendable {
    /// The party.
    public let party: Int
    /// The red line among the party's.
    public let line: Int

    /// A red line of a party.
    public init(party: Int, line: Int) {
        self.party = party
        self.line = line
    }
}

/// The smallest sets of red lines without which some package would be acceptable to all.
public struct RedLineSets: Hashable, Sendable {
    /// All sets of the smallest size that opens one, in order; empty where none was found.
    public let sets: [[RedLineIndex]]
    /// The greatest size that was looked at in full.
    public let searched: Int
}

extension OutcomeSpace {
    /// Values kept: every smallest set of red lines, of any negotiators, whose removal opens a package.
    ///
    /// - Parameter most: the greatest size looked for.
    public func smallestRedLineSets(upTo most: Int = 3) -> RedLineSets {
        let lines = problem.parties.indices.flatMap { party in
            problem.parties[party].redLines.indices.map { RedLineIndex(party: party, line: $0) }
        }
        for size in 0...max(most, 0) {
            if size > lines.count { return RedLineSets(sets: [], searched: most) }
            do throws(Budget.Exhausted) {
                let found = try setsCrossed(atMost: size).filter { $0.count == size }
                if !found.isEmpty {
                    let sorted = found.sorted { $0.lexicographicallyPrecedes($1) }
                    return RedLineSets(sets: sorted.map { $0.map { lines[Int($0)] } }, searched: size)
                }
            } catch {
                return RedLineSets(sets: [], searched: size - 1)
            }
        }
        return RedLineSets(sets: [], searched: most)
    }

    /// The sets of red lines, at most so many, that some package crosses which leaves nobody worse off.
    private func setsCrossed(atMost size: Int) throws(Budget.Exhausted) -> [[Int32]] {
        let everybody = Array(problem.parties.indices)
        var question = try Question(
            compiled, Question.Scope(parties: everybody, gainful: true), floors: floors)
        question.followed.tallied = try compiled.compiledConditions().redLines.flatMap { $0 }
        question.followed.mostTallied = size
        for party in everybody {
            let floor = floors[party]
            question.objectives[party].cap = question.objectives[party].cap.map { min($0, floor) } ?? floor
        }
        return try onNarrowestTypes(
            bits: max(bits(of: question.objectives), floorBits), packages: compiled.packages,
            RedLineWork(space: self, question: question))
    }
}

private struct RedLineWork: ScalarWork {
    let space: OutcomeSpace
    let question: Question

    func run<S: Scalar, C: Tally>(_: S.Type, _: C.Type) throws(Budget.Exhausted) -> [[Int32]] {
        let graph = try ContextGraph(
            space.compiled.compiledConditions().diagrams, following: question.followed,
            budget: space.budget)
        var sweep = Sweep<S, C>(graph, question.objectives, budget: space.budget)
        sweep.clamps = true
        let outcome = try sweep.run()
        // A thinned sweep may have lost the only package behind a set.
        if !outcome.exact { throw .vectors }
        return (0..<graph.ends).filter { !outcome.last.range(of: $0).isEmpty }.map { graph.tallied[$0] }
    }
}
