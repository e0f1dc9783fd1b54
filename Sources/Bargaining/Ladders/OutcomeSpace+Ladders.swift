import BigInt

extension OutcomeSpace {
    /// The ladders to acceptable packages that no other ladder's package beats, all of them.
    ///
    /// - Parameter steps: from today, step by step.
    /// - Precondition: the steps speak of issues and options that are there.
    /// - Complexity: that of a frontier with one more condition for each party and step; where caps bind, times the
    ///   sets of rungs at which parties may first reach them.
    public func ladders(_ steps: LadderSteps) -> Ladders {
        do throws(Budget.Exhausted) {
            let question = try LadderQuestion(self, steps)
            let last = steps.settled.count - 1
            var found: [UndominatedSearch.Outcome] = []
            for set in try question.rising(upTo: last) {
                var whole = Question(conditions: question.conditions(upTo: last, redLines: true))
                whole.objectives = question.objectives + set
                found.append(
                    try UndominatedSearch(
                        problem: question.problem, diagrams: question.diagrams, question: whole,
                        floors: floors,
                        budget: budget
                    ).found())
            }
            return try joined(found, question)
        } catch {
            return Ladders(
                [], parties: problem.parties.count, exact: false,
                packages: PackageCount(lower: 0, upper: compiled.packages), obstacle: nil)
        }
    }

    /// What was found under one set of conditions or another, of which none beats another.
    private func joined(
        _ found: [UndominatedSearch.Outcome], _ question: LadderQuestion
    ) throws(Budget.Exhausted) -> Ladders {
        var points: [[BigInt]: [(core: any SearchCore, point: Int)]] = [:]
        for outcome in found {
            for point in 0..<outcome.core.count {
                let vector = problem.parties.indices.map { outcome.core.scaled(at: point, objective: $0) }
                points[vector, default: []].append((outcome.core, point))
            }
        }
        var vectors = points.keys.sorted { $1.lexicographicallyPrecedes($0) }
        if found.count > 1, !problem.parties.isEmpty, !vectors.isEmpty {
            let keys = Ranks.keys(vectors.flatMap { $0 }, dimension: problem.parties.count)
            let selection = Undominated.select(keys, dimension: problem.parties.count)
            vectors = (0..<selection.count).map { vectors[Int(selection.group($0).first!)] }
        }
        let kept = vectors.map { Ladders.Point(parts: points[$0]!) }
        let exact = found.allSatisfy(\.exact)
        let total = kept.flatMap(\.parts).reduce(BigInt(0)) { $0 + $1.core.packageCount(at: $1.point) }
        return Ladders(
            kept, parties: problem.parties.count, exact: exact,
            packages: found.allSatisfy(\.countsAreExact)
                ? PackageCount(total) : PackageCount(lower: exact ? total : 0, upper: compiled.packages),
            obstacle: kept.isEmpty && exact ? obstacle(question) : nil)
    }

    /// How far a ladder comes, and why no further.
    private func obstacle(_ question: LadderQuestion) -> LadderObstacle? {
        do throws(Budget.Exhausted) {
            for step in question.steps.settled.indices {
                if try isPossible(question, upTo: step, redLines: true, worth: true) { continue }
                if try !isPossible(question, upTo: step, redLines: false, worth: false) {
                    return LadderObstacle(step: step, cause: .rules)
                }
                let isOpen = try isPossible(question, upTo: step, redLines: true, worth: false)
                return LadderObstacle(step: step, cause: isOpen ? .worth : .redLines)
            }
            return LadderObstacle(step: question.steps.settled.count - 1, cause: .withoutAgreement)
        } catch {
            return nil
        }
    }

    private func isPossible(
        _ question: LadderQuestion, upTo step: Int, redLines: Bool, worth: Bool
    ) throws(Budget.Exhausted) -> Bool {
        for set in worth ? try question.rising(upTo: step) : [[]] {
            var asked = Question(conditions: question.conditions(upTo: step, redLines: redLines))
            asked.objectives = set
            let search = ExistenceSearch(diagrams: question.diagrams, question: asked, budget: budget)
            if try search.found(among: compiled.packages) { return true }
        }
        return false
    }
}

extension Question {
    /// A question about conditions alone; objectives are added.
    init(conditions: FollowedConditions) { followed = conditions }
}
