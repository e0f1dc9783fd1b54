extension Sight {
    /// The model, whole or not at all: without one of its decision makers it would be another conflict.
    func shown(_ model: ConflictModel) -> ConflictModel? {
        guard seesModel else { return nil }
        var result = model
        result.infeasible = model.infeasible.map { item in
            var result = item
            result.sources = shown(item.sources)
            return result
        }
        // They belong in sheets, each with its own visibility; what stands here by mistake stays with the team.
        if viewer != .team { result.preferences = [:] }
        result.sources = shown(model.sources)
        result.seenBy = shown(model.seenBy)
        return result
    }

    /// What a sheet says of states: absent without the model, and where somebody who holds the view is absent, because
    /// a changed view is one that nobody holds.
    func shown(_ states: StatePreferences) -> StatePreferences? {
        seesModel && states.heldBy.allSatisfy(parties.contains) ? states : nil
    }
}

extension Dossier {
    /// Takes out of the sheets what speaks of states, options or decision makers that the model does not have.
    mutating func dropForeignStates() {
        var search = FaultSearch(self)
        var empty: Set<SheetID> = []
        for place in sheets.indices {
            guard let states = sheets[place].states else { continue }
            let before = search.faults.count
            search.check(states, of: sheets[place].party, at: ItemPath())
            if search.faults.count > before {
                if sheets[place].saysStatesAlone { empty.insert(sheets[place].id) }
                sheets[place].states = nil
            }
        }
        sheets.removeAll { empty.contains($0.id) }
    }
}
