import BigInt
public import Negotiation

/// How far negotiators' worths without agreement would have to be lower for some package to be acceptable.
public struct Concessions: Hashable, Sendable {
    /// Every undominated vector of lowerings, one number a party, none negative, each on its own scale.
    ///
    /// No other vector asks no more of anybody and less of somebody. Empty: red lines or rules leave nothing.
    public let vectors: [[Rational]]
    /// The vectors of least total lowering: indices of all ties.
    public let leastTotal: [Int]
    /// The vectors whose greatest lowering is least: indices of all ties.
    public let leastGreatest: [Int]
    /// Whether these are all; else each would still open a package, but better ones may be missing.
    public let exact: Bool
}

extension OutcomeSpace {
    /// Red lines kept: which lower worths without agreement would open a package.
    public func concessions() -> Concessions {
        do throws(Budget.Exhausted) {
            let everybody = Array(problem.parties.indices)
            var question = try Question(
                compiled, Question.Scope(parties: everybody, redLinesOf: everybody), floors: floors)
            for party in everybody {
                // Beyond the worth without agreement nothing more is asked.
                let floor = floors[party]
                question.objectives[party].cap =
                    question.objectives[party].cap.map { min($0, floor) } ?? floor
            }
            let reached = try onNarrowestTypes(
                bits: max(bits(of: question.objectives), floorBits), packages: compiled.packages,
                ConcessionWork(space: self, question: question))
            let vectors = (0..<reached.count).map { point in
                everybody.map { withoutAgreement[$0] - reached.utility(at: point, of: $0) }
            }
            return Concessions(
                vectors: vectors,
                leastTotal: Self.least(vectors) { $0.reduce(.zero, +) },
                leastGreatest: Self.least(vectors) { $0.max() ?? .zero },
                exact: reached.exact && !withoutAgreementIsExact.contains(false))
        } catch {
            return Concessions(vectors: [], leastTotal: [], leastGreatest: [], exact: false)
        }
    }

    private static func least(_ vectors: [[Rational]], by key: ([Rational]) -> Rational) -> [Int] {
        let keys = vectors.map(key)
        guard let least = keys.min() else { return [] }
        return keys.indices.filter { keys[$0] == least }
    }
}

private struct ConcessionWork: ScalarWork {
    let space: OutcomeSpace
    let question: Question

    func run<S: Scalar, C: Tally>(_: S.Type, _: C.Type) throws(Budget.Exhausted) -> Frontier {
        let graph = try ContextGraph(
            space.compiled.compiledConditions().diagrams, following: question.followed,
            budget: space.budget)
        var sweep = Sweep<S, C>(graph, question.objectives, budget: space.budget)
        sweep.clamps = true
        let outcome = try sweep.run()
        let core = TypedFrontier(
            outcome, limits: nil, of: sweep, problem: space.compiled, floors: space.floors)
        return Frontier(
            core: core, exact: outcome.exact, countsAreExact: false, allPackages: space.compiled.packages)
    }
}
