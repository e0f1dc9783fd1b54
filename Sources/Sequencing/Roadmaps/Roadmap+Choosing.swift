extension Roadmap {
    /// The roadmap with the choices under which it can be executed whatever happens, where there are such; else those under which it
    /// is consistent; else the first.
    ///
    /// Where one of several things must come first, which one is chosen beforehand. A team that decides as it goes can
    /// do no worse, so what is found to be executable is; what is not may still be.
    ///
    /// - Parameters:
    ///   - plan: the commitments.
    ///   - limit: how many combinations of choices are tried.
    ///   - asksExecution: whether it must be executable; else the first consistent one will do.
    ///   - budget: for each, as in ``execution(budget:)``.
    /// - Returns: the roadmap, and whether every combination was tried.
    public static func best(
        _ plan: Plan, limit: Int = 64, asksExecution: Bool = true, budget: Int = 200_000
    ) -> (
        roadmap: Roadmap, isComplete: Bool
    ) {
        let first = Roadmap(plan)
        guard !first.alternatives.isEmpty else { return (first, true) }
        var choices = [Int](repeating: 0, count: first.alternatives.count)
        var consistent: Roadmap?
        for _ in 0..<limit {
            let roadmap = Roadmap(plan, choices: choices)
            if roadmap.conflicts().isEmpty {
                guard asksExecution else { return (roadmap, true) }
                if case .controllable = roadmap.network.controllability(roadmap.reactionTime, budget: budget)
                {
                    return (roadmap, true)
                }
                consistent = consistent ?? roadmap
            }
            var place = choices.count - 1
            while place >= 0, choices[place] + 1 == first.alternatives[place].members.count {
                choices[place] = 0
                place -= 1
            }
            guard place >= 0 else { return (consistent ?? first, true) }
            choices[place] += 1
        }
        return (consistent ?? first, false)
    }
}
