public import Negotiation

extension ModelStates {
    /// A decision maker's preferences as the engine takes them; nothing is known where nobody has said anything.
    ///
    /// States that the preferences name and that are not there, because an option was not added or was taken away, are passed over.
    ///
    /// - Throws: ``ModelError``.
    public func preference(_ stated: StatePreferences?) throws(ModelError) -> StatePreference {
        guard let stated else { return .unknown(count: graph.count) }
        let made = try formed(stated.form)
        let pairs = stated.unknown.compactMap { pair -> (Int, Int)? in
            guard let first = place(of: pair.first), let second = place(of: pair.second) else { return nil }
            return (first, second)
        }
        guard !pairs.isEmpty else { return made }
        do throws(ModelTooLarge) {
            var pairwise = try PairwisePreference(made, count: graph.count)
            for (first, second) in pairs { pairwise.forget(first, second) }
            return .pairs(pairwise)
        } catch {
            throw .tooLarge(error)
        }
    }

    /// The model with what each decision maker prefers, by its party, and what some think that others prefer.
    ///
    /// - Throws: ``ModelError``.
    public func game(
        _ stated: [PartyID: StatePreferences], views: [PartyID: [PartyID: StatePreferences]] = [:]
    ) throws(ModelError) -> GraphModel {
        var preferences: [StatePreference] = []
        var seen: [Int: [Int: StatePreference]] = [:]
        for (place, maker) in model.decisionMakers.enumerated() {
            preferences.append(try preference(stated[maker.party]))
            for (other, known) in model.decisionMakers.enumerated() where other != place {
                guard let view = views[maker.party]?[known.party] else { continue }
                seen[place, default: [:]][other] = try preference(view)
            }
        }
        return GraphModel(graph, preferences, views: seen)
    }

    private func formed(_ form: StatePreferences.Form) throws(ModelError) -> StatePreference {
        switch form {
        case .ranking(let groups): return .ranking(known(groups), count: graph.count)
        case .rankings(let rankings):
            do {
                return StatePreference.pairs(
                    try PairwisePreference(rankings: rankings.map(known), count: graph.count)
                ).byLevels
            } catch let error as ContradictoryRankings {
                throw .contradiction(label(of: error.upper), label(of: error.lower))
            } catch let error as ModelTooLarge {
                throw .tooLarge(error)
            } catch {
                preconditionFailure("rankings fail by contradiction or size")
            }
        case .statements(let statements):
            guard !graph.patterns.isEmpty else { throw .statementsWithoutOptions }
            return scored(statements)
        case .points(let points):
            guard !graph.patterns.isEmpty else { throw .statementsWithoutOptions }
            return .points(points, states: self)
        case .numbers(let numbers):
            let ends = Set(numbers.values.flatMap { [$0.least, $0.greatest] }).sorted()
            let levels = Dictionary(uniqueKeysWithValues: ends.enumerated().map { ($1, Int32($0) + 1) })
            var least = [Int32](repeating: 0, count: graph.count)
            var greatest = [Int32](repeating: Int32(ends.count) + 1, count: graph.count)
            for (id, amount) in numbers {
                guard let place = place(of: id) else { continue }
                least[place] = levels[amount.least] ?? 0
                greatest[place] = levels[amount.greatest] ?? 0
            }
            return least == greatest ? .levels(least) : .between(least: least, greatest: greatest)
        }
    }

    /// States by statements. A state that stands for several lies between the worst and the best of them, so that it is known where they agree.
    private func scored(_ statements: [StateStatement]) -> StatePreference {
        guard let members = names.members else {
            return .statements(statements, patterns: graph.patterns, options: options)
        }
        let all = Array(Set(members.joined())).sorted()
        guard
            case .levels(let levels) = StatePreference.statements(statements, patterns: all, options: options)
        else {
            return .unknown(count: graph.count)
        }
        let level = Dictionary(uniqueKeysWithValues: zip(all, levels))
        let (bottom, top) = (Int32(-1), (levels.max() ?? 0) + 1)
        let least = members.map { $0.compactMap { level[$0] }.min() ?? bottom }
        let greatest = members.map { $0.compactMap { level[$0] }.max() ?? top }
        return least == greatest ? .levels(least) : .between(least: least, greatest: greatest)
    }

    /// A ranking of the states that are there, each where it stands first.
    private func known(_ groups: [[StateID]]) -> [[Int]] {
        var seen: Set<Int> = []
        return groups.map { $0.compactMap(place(of:)).filter { seen.insert($0).inserted } }.filter {
            !$0.isEmpty
        }
    }
}
