import Negotiation
import Stability

/// One question about a graph model on its way to the answer.
struct StabilityDesk {
    let model: ConflictModel
    let request: StabilityRequest
    /// By party: what it prefers.
    let stated: [PartyID: Stated]
    /// By party: what it thinks that others prefer.
    let views: [PartyID: [PartyID: Stated]]

    /// What somebody prefers, and who says so.
    struct Stated {
        var sheet: SheetID?
        var basis: Sheet.Basis?
        var preferences: StatePreferences
    }

    func report() throws(AssessmentError) -> StabilityReport {
        try checkOptions()
        let states = try modelling { () throws(ModelError) in try ModelStates(model, request.scope) }
        let game = try modelling { () throws(ModelError) in
            try states.game(stated.mapValues(\.preferences), views: seen)
        }
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
            verdicts: verdicts, possibly: possibly, accounts: [], overturning: [:], jumps: [],
            keeping: [], unexplained: 0)
        let isSmall = states.graph.count <= StabilityReport.smallModel
        // What is told without being asked for has to be quick in a model of any size.
        let follows = isSmall ? 1_000_000 : 20_000
        report.fate = model.statusQuo.flatMap(states.place(of:)).map { place in
            .init(
                state: place, improving: game.paths(from: place, improving: true, budget: follows),
                moving: game.paths(from: place, improving: false, budget: follows))
        }
        let (places, unexplained) = try explained(report)
        report.unexplained = unexplained
        for place in places { report.accounts.append(account(of: place, game, verdicts)) }
        if isSmall {
            var any = StateSet(capacity: states.graph.count)
            for concept in Concept.allCases { any.formUnion((possibly ?? verdicts).equilibria(concept)) }
            for place in any {
                let (coalitions, isComplete) = game.overturning(place)
                if isComplete { report.overturning[place] = coalitions }
            }
            report.jumps = jumps(game, verdicts)
            // Two who see each other's preferences differently do not anticipate the same.
            if game.views.isEmpty { report.limited = game.limitedMoves(horizon: StabilityReport.horizon) }
            if game.isComplete {
                report.sensitivity = try solving { () throws(ModelTooLarge) in try game.rankSensitivity() }
            }
        }
        report.coalition = try coalition(report)
        for id in request.kept
            + (request.keepsInQuestion ? model.inQuestion.filter { states.place(of: $0) != nil } : [])
        {
            report.keeping.append(try keeping(id, report))
        }
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
        for option in model.options where !option.isProposed && request.scope.added.contains(option.id) {
            throw .notProposed(option.id)
        }
    }

    /// By party: what it thinks that others prefer, without who says so.
    private var seen: [PartyID: [PartyID: StatePreferences]] {
        views.mapValues { $0.mapValues(\.preferences) }
    }

    private func makers(_ game: GraphModel) -> [StabilityReport.Maker] {
        model.decisionMakers.enumerated().map { place, maker in
            let own = stated[maker.party]
            let others = Set(model.decisionMakers.map(\.party)).subtracting([maker.party])
            return .init(
                party: maker.party, name: maker.name, sheet: own?.sheet, basis: own?.basis,
                knowledge: own == nil ? .none : game.preferences[place].isComplete ? .whole : .partial,
                views: (views[maker.party] ?? [:]).filter { others.contains($0.key) }
                    .compactMapValues { view in
                        view.sheet.flatMap { id in view.basis.map { .init(sheet: id, basis: $0) } }
                    })
        }
    }

    // MARK: The answers

    /// The states that are explained, each once: those asked for, where things stand, those in question, then equilibria.
    private func explained(
        _ report: StabilityReport
    ) throws(AssessmentError) -> (places: [Int], left: Int) {
        var places: [Int] = []
        var left = 0
        for id in request.states { places.append(try place(of: id, report.states)) }
        if places.isEmpty {
            places +=
                [report.fate?.state].compactMap { $0 } + model.inQuestion.compactMap(report.states.place(of:))
        }
        if request.explainsEquilibria {
            var all = StateSet(capacity: report.verdicts.count)
            for concept in Concept.allCases { all.formUnion(report.verdicts.equilibria(concept)) }
            places += all.prefix(StabilityReport.accountLimit)
            left = max(0, all.count - StabilityReport.accountLimit)
        }
        var seen: Set<Int> = []
        return (places.filter { seen.insert($0).inserted }, left)
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

    /// From one state to another, both stable in the sense of SEQ, by the smallest coalitions of at least two that lead there. Where there are
    /// many decision makers or states, by at most three.
    private func jumps(_ game: GraphModel, _ verdicts: Verdicts) -> [CoalitionImprovement] {
        let equilibria = verdicts.equilibria(.seq)
        let movers = game.graph.decisionMakers
        guard movers > 1, movers < 20, equilibria.count > 1 else { return [] }
        let masks = (1..<(1 << movers)).filter { $0.nonzeroBitCount > 1 }
            .sorted { ($0.nonzeroBitCount, $0) < ($1.nonzeroBitCount, $1) }
        let isMuch = masks.count * equilibria.count * game.graph.count > 5_000_000
        var found: [CoalitionImprovement] = []
        for state in equilibria {
            var taken: [(mask: Int, to: Int)] = []
            for mask in masks where !isMuch || mask.nonzeroBitCount < 4 {
                let members = (0..<movers).filter { mask >> $0 & 1 == 1 }
                for jump in game.coalitionImprovements(of: members, from: state)
                where equilibria.contains(jump.to) {
                    if taken.contains(where: { $0.to == jump.to && $0.mask & mask == $0.mask }) { continue }
                    taken.append((mask, jump.to))
                    found.append(jump)
                }
            }
        }
        return found
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
                preferences: stated.mapValues(\.preferences), views: seen)
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
