import Negotiation

extension HiddenMatter {
    /// Adds what the viewer may not see about who could do what.
    mutating func addModel() {
        guard var model = dossier.stability else { return addHiddenModel() }
        model.seenBy = crowded(model.seenBy)
        dossier.stability = model
        // What hidden sheets say of the states that the viewer does see.
        let makers = model.decisionMakers.map(\.party)
        let state = StateID(StatePattern(taken: 0, stated: .max).letters(model.options.count))
        for place in dossier.sheets.indices where dossier.sheets[place].id.rawValue.hasPrefix("hidden") {
            guard makers.contains(dossier.sheets[place].party) else { continue }
            dossier.sheets[place].states = StatePreferences(
                .ranking([[state]]), heldBy: random.next() % 2 == 0 ? [makers[0]] : [])
        }
    }

    /// A model that anybody may see, of somebody whom the viewer may not see, or one that the viewer may not see; and what
    /// visible sheets say of its states.
    private mutating func addHiddenModel() {
        guard let seen = dossier.parties.first(where: { !parties.contains($0.id) }) else { return }
        let isShown = random.next() % 2 == 0
        let makers = isShown ? [seen.id, parties[0]] : [seen.id]
        dossier.stability = ConflictModel(
            title: "Hidden",
            decisionMakers: makers.enumerated().map { place, party in
                DecisionMaker(party: party, options: [ModelOption(id: ModelOptionID("hidden-\(place)"))])
            },
            states: [
                NamedState(
                    id: StateID(name()),
                    pattern: StatePattern(taken: 0, stated: makers.count == 2 ? 3 : 1))
            ], seenBy: isShown ? .public : unseen())
        let option = StateStatement.option("hidden-0")
        for place in dossier.sheets.indices where makers.contains(dossier.sheets[place].party) {
            dossier.sheets[place].states = StatePreferences(.statements([option, .not(option)]))
        }
    }
}
