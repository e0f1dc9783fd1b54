import Negotiation
import Stability

/// One question about a graph model on its way to the answer.
struct StabilityDesk {
    let model: ConflictModel
    let request: StabilityRequest
    /// By party: what it prefers, and who says so.
    let stated: [PartyID: (sheet: SheetID?, basis: Sheet.Basis?, preferences: StatePreferences)]
    /// By party: what it thinks that others prefer.
    let views: [PartyID: [PartyID: (sheet: SheetID, preferences: StatePreferences)]]
    let belongsToDossier: Bool

    func report() throws(AssessmentError) -> StabilityReport {
        try checkOptions()
        let states = try modelling { () throws(ModelError) in try ModelStates(model, request.scope) }
        let game = try self.game(states)
        let verdicts = try solving { () throws(ModelTooLarge) in
            try game.verdicts(.surely, cores: request.cores)
        }
        var possibly: Verdicts?
        if !game.isComplete {
            possibly = try solving { () throws(ModelTooLarge) in
                try game.verdicts(.possibly, cores: request.cores)
            }
        }
        var report = StabilityReport(
            model: model, states: states, game: game, makers: makers(game),
            belongsToDossier: belongsToDossier,
            verdicts: verdicts, possibly: possibly, accounts: [], overturning: [:], jumps: [], keeping: [])
        let isSmall = states.graph.count <= StabilityReport.smallModel
        // What is told without being asked for has to be quick in a model of any size.
        let follows = isSmall ? 1_000_000 : 20_000
        report.fate = model.statusQuo.flatMap(states.place(of:)).map { place in
            .init(
                state: place, improving: game.paths(from: place, improving: true, budget: follows),
                moving: game.paths(from: place, improving: false, budget: follows))
        }
        for place in try explained(report) { report.accounts.append(account(of: place, game, verdicts)) }
        if isSmall {
            var any = StateSet(capacity: states.graph.count)
            for concept in Concept.allCases { any.formUnion((possibly ?? verdicts).equilibria(concept)) }
            for place in any {
                let (coalitions, isComplete) = game.overturning(place)
                if isComplete { report.overturning[place] = coalitions }
            }
            report.jumps = jumps(game, verdicts, report.overturning)
            report.limited = game.limitedMoves(horizon: StabilityReport.horizon)
            if game.isComplete {
                report.sensitivity = try solving { () throws(ModelTooLarge) in try game.rankSensitivity() }
            }
        }
        report.coalition = try coalition(report)
        for id in request.kept { report.keeping.append(try keeping(id, report)) }
        return report
    }

    // MARK: The model

    private func checkOptions() throws(AssessmentError) {
        let names = model.options.map(\.id)
        for id in request.scope.added.union(request.scope.removed).sorted() where !names.contains(id) {
            throw .unknown(
                .modelOption, name: id.rawValue,
                nearest: NearestName.of(id.rawValue, among: names.map(\.rawValue)))
        }
    }

    private func game(_ states: ModelStates) throws(AssessmentError) -> GraphModel {
        var preferences: [StatePreference] = []
        for maker in model.decisionMakers {
            let own = stated[maker.party]?.preferences
            preferences.append(try modelling { () throws(ModelError) in try states.preference(own) })
        }
        var seen: [Int: [Int: StatePreference]] = [:]
        for (place, maker) in model.decisionMakers.enumerated() {
            for (other, known) in model.decisionMakers.enumerated() where other != place {
                guard let view = views[maker.party]?[known.party] else { continue }
                seen[place, default: [:]][other] = try modelling { () throws(ModelError) in
                    try states.preference(view.preferences)
                }
            }
        }
        return GraphModel(states.graph, preferences, views: seen)
    }

    private func makers(_ game: GraphModel) -> [StabilityReport.Maker] {
        model.decisionMakers.enumerated().map { place, maker in
            let own = stated[maker.party]
            let others = Set(model.decisionMakers.map(\.party)).subtracting([maker.party])
            return .init(
                party: maker.party, name: maker.name, sheet: own?.sheet, basis: own?.basis,
                knowledge: own == nil ? .none : game.preferences[place].isComplete ? .whole : .partial,
                views: (views[maker.party] ?? [:]).filter { others.contains($0.key) }.mapValues(\.sheet))
        }
    }

    // MARK: The answers

    /// The states that are explained, each once: those asked for, where things stand, those in question, then equilibria.
    private func explained(_ report: StabilityReport) throws(AssessmentError) -> [Int] {
        var places: [Int] = []
        for id in request.states { places.append(try place(of: id, report.states)) }
        if places.isEmpty {
            places +=
                [report.fate?.state].compactMap { $0 } + model.inQuestion.compactMap(report.states.place(of:))
        }
        if request.explainsEquilibria {
            var all = StateSet(capacity: report.verdicts.count)
            for concept in Concept.allCases { all.formUnion(report.verdicts.equilibria(concept)) }
            places += all.prefix(StabilityReport.accountLimit)
        }
        var seen: Set<Int> = []
        return places.filter { seen.insert($0).inserted }
    }

    private func account(of place: Int, _ game: GraphModel, _ verdicts: Verdicts) -> StabilityReport.Account {
        let isLarge = game.graph.count > Self.largeModel
        let games = (0..<game.graph.decisionMakers).map { LocalGame(game, seenBy: $0, .surely) }
        let (overturning, isComplete) = isLarge ? ([], false) : game.overturning(place)
        return .init(
            state: place,
            standings: Dictionary(
                uniqueKeysWithValues: Concept.allCases.map { concept in
                    (
                        concept,
                        games.enumerated().map { mover, game in
                            game.standing(
                                of: place, concept, isStable: verdicts.isStable(place, for: mover, concept),
                                limit: isLarge ? 8 : 64, budget: isLarge ? 20_000 : .max)
                        }
                    )
                }),
            overturning: overturning, looksAtAllCoalitions: isComplete)
    }

    /// Above so many states what single moves lead to is followed within a budget, and coalitions are only looked at when they are named.
    private static var largeModel: Int { 1 << 14 }

    /// From one equilibrium to another by a coalition of at least two, of the states that are stable in the sense of SEQ.
    private func jumps(
        _ game: GraphModel, _ verdicts: Verdicts, _ overturning: [Int: [CoalitionImprovement]]
    ) -> [CoalitionImprovement] {
        let equilibria = verdicts.equilibria(.seq)
        return equilibria.flatMap { state in
            (overturning[state] ?? []).flatMap { found in
                found.members.count < 2
                    ? []
                    : game.coalitionImprovements(of: found.members, from: state).filter {
                        equilibria.contains($0.to)
                    }
            }
        }
    }

    private func coalition(_ report: StabilityReport) throws(AssessmentError) -> StabilityReport.Coalition? {
        guard !request.coalition.isEmpty else { return nil }
        let names = model.decisionMakers.map(\.party)
        var members: Set<Int> = []
        for party in request.coalition {
            guard let place = names.firstIndex(of: party) else {
                throw .unknown(
                    .decisionMaker, name: party.rawValue,
                    nearest: NearestName.of(party.rawValue, among: names.map(\.rawValue)))
            }
            members.insert(place)
        }
        guard members.count > 1 else { throw .coalitionOfOne }
        let group = members.sorted()
        var states: [Int] = []
        for id in request.states { states.append(try place(of: id, report.states)) }
        if states.isEmpty {
            var all = StateSet(capacity: report.verdicts.count)
            for concept in Concept.allCases { all.formUnion(report.verdicts.equilibria(concept)) }
            states = Array(
                all.prefix(report.game.graph.count > Self.largeModel ? 4 : StabilityReport.smallModel))
        }
        let improvements = states.flatMap {
            report.game.coalitionImprovements(of: group, from: $0).prefix(StabilityReport.accountLimit)
        }
        guard let (merged, makers) = try? report.game.merging(group) else {
            return .init(members: group, improvements: improvements, makers: [], merged: nil)
        }
        return .init(
            members: group, improvements: improvements, makers: makers,
            merged: try? merged.verdicts(cores: request.cores))
    }

    private func keeping(_ id: StateID, _ report: StabilityReport) throws(AssessmentError)
        -> StabilityReport.Keeping
    {
        let place = try place(of: id, report.states)
        let game = report.game
        let preferences = (0..<game.graph.decisionMakers).map { maker in
            LocalGame(game, seenBy: maker).changes(toKeep: place, request.concept, in: game)
        }
        let structure = try modelling { () throws(ModelError) in
            try report.states.changes(
                toKeep: report.states.label(of: place), request.concept,
                preferences: stated.mapValues(\.preferences))
        }
        return .init(state: place, concept: request.concept, preferences: preferences, structure: structure)
    }

    // MARK: Names and refusals

    private func place(of id: StateID, _ states: ModelStates) throws(AssessmentError) -> Int {
        if let place = states.place(of: id) { return place }
        guard !states.isNamedOnly(id) else { throw .stateCannotBe(id) }
        // A number near another is no likelier to be meant than any.
        guard !id.rawValue.allSatisfy(\.isNumber) else {
            throw .unknown(.state, name: id.rawValue, nearest: nil)
        }
        let names = (model.states + model.coalesced).map(\.id.rawValue)
        throw .unknown(.state, name: id.rawValue, nearest: NearestName.of(id.rawValue, among: names))
    }

    private func modelling<Answer>(_ work: () throws(ModelError) -> Answer) throws(AssessmentError) -> Answer
    {
        do throws(ModelError) { return try work() } catch { throw .conflictModel(error) }
    }

    private func solving<Answer>(_ work: () throws(ModelTooLarge) -> Answer) throws(AssessmentError) -> Answer
    {
        do throws(ModelTooLarge) { return try work() } catch { throw .conflictModel(.tooLarge(error)) }
    }
}
