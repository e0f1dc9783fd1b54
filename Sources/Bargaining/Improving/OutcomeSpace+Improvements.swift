import BigInt

extension OutcomeSpace {
    /// The acceptable packages that leave no negotiator worse off than a given one and give somebody more.
    ///
    /// The given package itself may be anything: infeasible, across a red line, or worth less than no agreement.
    /// The number of changes is one more objective of the search, to be made small, and what the package is worth
    /// to each negotiator, or no agreement where that is worth more, is everybody's floor.
    ///
    /// - Parameters:
    ///   - package: one option index for each issue.
    ///   - kept: issues on which nothing may change.
    /// - Precondition: the package has one valid option an issue.
    /// - Complexity: that of a frontier with one more objective, made smaller by the floors.
    public func improvements(on package: [Int], keeping kept: Set<Int> = []) -> Improvements {
        let account = account(of: package)
        let parties = Array(problem.parties.indices)
        let level = parties.map { party -> BigInt in
            let utility = account.parties[party].utility
            let scale = compiled.parties[party].scale
            return utility.numerator * (scale / utility.denominator)
        }
        let least = parties.map { max(level[$0], floors[$0]) }
        let fixed = FixedOptions(uniqueKeysWithValues: kept.map { ($0, package[$0]) })
        var all = PackageCount(lower: 0, upper: compiled.packages)
        do throws(Budget.Exhausted) {
            var question = try Question(
                compiled, Question.Scope(parties: parties, redLinesOf: parties, gainful: true), floors: least)
            let diagrams = try compiled.fixing(fixed, in: &question)
            all = improvementCount(question, diagrams, level: level)
            question.objectives.append(changes(from: package, bonuses: question.followed.soft.count))
            let search = UndominatedSearch(
                problem: compiled, diagrams: diagrams, question: question, floors: floors + [0],
                budget: budget)
            return Improvements(try search.found(), beyond: level, all: all)
        } catch {
            return Improvements(unfinished: all, parties: parties.count)
        }
    }

    /// One less for every issue that differs.
    private func changes(from package: [Int], bonuses: Int) -> Objective {
        Objective(
            values: compiled.order.map { issue in
                (0..<problem.optionCounts[issue]).map { $0 == package[issue] ? 0 : -1 }
            },
            adds: [BigInt](repeating: 0, count: bonuses))
    }

    /// The number of packages that reach every floor of a question and are above `level` for somebody.
    ///
    /// Who is at its cap already cannot get more. For the others, caps take nothing from the comparison, so that
    /// somebody gets more exactly if the sum of all their sums is above that of `level`.
    private func improvementCount(
        _ question: Question, _ diagrams: DecisionDiagrams, level: [BigInt]
    ) -> PackageCount {
        var counted = question
        let growing = level.indices.filter { party in
            question.objectives[party].cap.map { level[party] < $0 } ?? true
        }
        // A floor above a cap is out of reach, and where all are at their caps nobody gets more.
        let isOutOfReach = question.objectives.contains {
            $0.cap != nil && $0.floor != nil && $0.cap! < $0.floor!
        }
        if growing.isEmpty || isOutOfReach { return PackageCount(0) }
        var sum = question.objectives[growing[0]]
        for party in growing.dropFirst() {
            let next = question.objectives[party]
            sum.values = zip(sum.values, next.values).map { zip($0, $1).map { $0 + $1 } }
            sum.adds = zip(sum.adds, next.adds).map { $0 + $1 }
        }
        sum.cap = nil
        sum.floor = growing.reduce(BigInt(1)) { $0 + level[$1] }
        counted.objectives.append(sum)
        return count(counted, diagrams)
    }

    /// The number of packages that reach every floor of a question.
    func count(_ question: Question, _ diagrams: DecisionDiagrams) -> PackageCount {
        if question.objectives.contains(where: { $0.cap != nil && $0.floor != nil && $0.cap! < $0.floor! }) {
            return PackageCount(0)
        }
        do throws(Budget.Exhausted) {
            let graph = try ContextGraph(diagrams, following: question.followed, budget: budget)
            guard graph.isSatisfiable else { return PackageCount(0) }
            if question.objectives.isEmpty { return PackageCount(graph.packages(BigInt.self)) }
            let lowest = question.objectives.map(\.withoutCapInLowestTerms)
            let (arranged, order) = graph.arrangedForCounting(lowest)
            let everything = graph.packages(BigInt.self)
            let work = CountWork(
                graph: arranged, objectives: lowest.map { $0.arranged(order) }, budget: budget
            ) { _ throws(Budget.Exhausted) in PackageCount(lower: 0, upper: everything) }
            return try onNarrowestTypes(bits: bits(of: work.objectives), packages: compiled.packages, work)
        } catch {
            return PackageCount(lower: 0, upper: compiled.packages)
        }
    }
}
