extension Dossier {
    /// What a careful reader would ask about the model of who could do what.
    func stabilityFindings() -> [Finding] {
        guard let model = stability else { return [] }
        let place = ItemPath(["stability"])
        var result: [Finding] = []
        let unexplained = model.infeasible.indices.filter {
            model.infeasible[$0].kind == nil && model.infeasible[$0].form != .unlisted
        }
        if let first = unexplained.first {
            result.append(
                Finding(.infeasibleWithoutKind(Array(unexplained)), at: place["infeasible"][first]))
        }
        let stated = Set(sheets.filter { $0.states != nil }.map(\.party))
        for (index, maker) in model.decisionMakers.enumerated() where !stated.contains(maker.party) {
            result.append(
                Finding(.statePreferencesMissing(maker.party), at: place["decision-makers"][index]))
        }
        let names = ModelNames(model)
        let possible = Set(
            (model.states.filter { !model.excludes($0) } + model.coalesced).map { names.meaning(of: $0.id) })
        for sheet in sheets {
            guard let form = sheet.states?.form, let ranked = form.ranked else { continue }
            let missing = possible.subtracting(ranked.map { names.meaning(of: $0) }).count
            guard missing > 0 else { continue }
            result.append(
                Finding(
                    .statesUnranked(sheet.id, count: missing), at: ItemPath(["sheets"])[sheet.id]["states"]))
        }
        return result
    }
}

extension StatePreferences.Form {
    /// The states that stand in rankings; nil where the form is another.
    fileprivate var ranked: [StateID]? {
        switch self {
        case .ranking(let groups): Array(groups.joined())
        case .rankings(let chains): chains.flatMap { $0.joined() }
        case .statements, .numbers, .points: nil
        }
    }
}

extension ConflictModel {
    /// Whether a named state is excluded by what a glance can tell; statements are left aside.
    fileprivate func excludes(_ state: NamedState) -> Bool {
        guard moves == nil, let pattern = state.pattern else { return false }
        return infeasible.contains { item in
            if case .pattern(let excluded) = item.form { excluded.fits(pattern.taken) } else { false }
        }
    }
}
