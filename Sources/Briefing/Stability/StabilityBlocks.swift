import Assessment
import BigInt
import Negotiation
import Stability

/// What a graph model says, as the terminal and the briefing tell it: names, verdicts and the table.
struct StabilityBlocks {
    let report: StabilityReport
    let phrasing: Phrasing
    /// How many states are listed at most.
    var limit = 40

    func say(_ sentence: Sentence) -> Prose { phrasing.say(sentence) }

    // MARK: Names

    /// A decision maker's name.
    func party(_ place: Int) -> String {
        let maker = report.makers[place]
        return maker.name.map(phrasing.text) ?? phrasing.party(maker.party)
    }

    func parties(_ places: [Int]) -> Prose { phrasing.wording.list(places.map(party)) }

    /// A state in a sentence: its title, else its name or letters.
    func state(_ place: Int) -> Prose {
        if let title = report.states.title(of: place) { return say("“\(phrasing.text(title))”") }
        return say("state \(code: report.states.label(of: place).rawValue)")
    }

    func list(_ places: some Sequence<Int>) -> Prose { phrasing.wording.list(places.map(state)) }

    /// The steps that are taken in a state.
    func taken(_ place: Int) -> Prose {
        guard let taken = report.states.taken(in: place) else { return Prose("") }
        return taken.isEmpty ? say("no step is taken") : phrasing.wording.list(taken.map(option))
    }

    func option(_ option: ModelOption) -> String { option.title.map(phrasing.text) ?? option.id.rawValue }

    func option(_ id: ModelOptionID) -> String {
        report.model.options.first { $0.id == id }.map(option) ?? id.rawValue
    }

    /// Who controls an option.
    func owner(of id: ModelOptionID) -> String {
        let place = report.model.decisionMakers.firstIndex { $0.options.contains { $0.id == id } }
        return place.map(party) ?? id.rawValue
    }

    // MARK: The finding

    /// Where things stand, and whether anybody gains by leaving it.
    func finding() -> Prose {
        guard let fate = report.fate else {
            let count = report.verdicts.equilibria(.seq).count
            if report.possibly != nil {
                return count == 0
                    ? say(
                        "There is no state of which it is known that nobody in this model gains by leaving it"
                    )
                    : phrasing.counted(
                        count,
                        one: "As far as is known, nobody in this model gains by leaving one of its states",
                        many:
                            "As far as is known, nobody in this model gains by leaving \(phrasing.wording.number(count)) of its states"
                    )
            }
            return count == 0
                ? say("In this model there is no state that nobody gains by leaving")
                : phrasing.counted(
                    count, one: "In this model there is one state that nobody gains by leaving",
                    many:
                        "In this model there are \(phrasing.wording.number(count)) states that nobody gains by leaving"
                )
        }
        return verdict(fate.state)
    }

    /// Whether anybody gains by leaving a state, and who.
    func verdict(_ place: Int) -> Prose {
        func leavers(_ verdicts: Verdicts) -> [Int] {
            report.makers.indices.filter { !verdicts.isStable(place, for: $0, .seq) }
        }
        let all = leavers(report.verdicts)
        if all.isEmpty {
            if report.verdicts.equilibria(.nash).contains(place) {
                return say(
                    "Nobody in this model gains by leaving \(state(place)): nobody has a better step at all")
            }
            return report.possibly == nil
                ? say(
                    "Nobody in this model gains by leaving \(state(place)), since others would answer by steps that are better for themselves"
                )
                : say("As far as is known, nobody in this model gains by leaving \(state(place))")
        }
        guard let possibly = report.possibly else {
            return say("In this model \(parties(all)) would gain by leaving \(state(place))")
        }
        let certain = leavers(possibly)
        if certain.isEmpty {
            return say(
                "Whether \(parties(all)) would gain by leaving \(state(place)) depends on what is not known")
        }
        let rest = all.filter { !certain.contains($0) }
        return rest.isEmpty
            ? say(
                "In this model \(parties(certain)) would gain by leaving \(state(place)), as far as is known")
            : say(
                "In this model \(parties(certain)) would gain by leaving \(state(place)), as far as is known; whether \(parties(rest)) would too depends on what is not known"
            )
    }

    /// What the model is made of.
    func extent() -> Prose {
        let count = report.states.graph.count
        let sentence = say(
            "The model has \(phrasing.wording.grouped(BigInt(count))) states; who decides: \(parties(Array(report.makers.indices)))."
        )
        let scope = report.states.scope
        var parts = [sentence]
        if !scope.added.isEmpty {
            parts.append(say("Added: \(phrasing.wording.list(scope.added.sorted().map { option($0) }))."))
        }
        if !scope.removed.isEmpty {
            parts.append(
                say("Taken away: \(phrasing.wording.list(scope.removed.sorted().map { option($0) }))."))
        }
        if let stand = report.model.statusQuo, report.fate == nil {
            parts.append(
                say(
                    "Things stand at \(code: stand.rawValue), which cannot be in this model as it is asked about."
                ))
        }
        let proposed = report.model.options.filter { $0.isProposed && !scope.added.contains($0.id) }
        if !proposed.isEmpty {
            parts.append(
                say("Only proposed, and not counted here: \(phrasing.wording.list(proposed.map(option)))."))
        }
        return parts.joined(separator: Prose(" "))
    }

    // MARK: The table

    /// The states that nobody gains by leaving, in each sense.
    func table() -> [Block] {
        var any = StateSet(capacity: report.states.graph.count)
        for concept in Concept.allCases {
            any.formUnion((report.possibly ?? report.verdicts).equilibria(concept))
        }
        guard !any.isEmpty else {
            return [
                .paragraph(say("There is no state that nobody gains by leaving, in any of the five senses."))
            ]
        }
        // Where there are many, those that are stable in more senses first.
        let sets = Concept.allCases.map { ($0, report.verdicts.equilibria($0)) }
        let possible = report.possibly.map { verdicts in
            Concept.allCases.map { ($0, verdicts.equilibria($0)) }
        }
        let all = any.count
        let candidates = all > 4 * limit ? preferred(any) : Array(any)
        let listed = candidates.prefix(limit)
        let rows = listed.map { place -> [DataTable.Cell] in
            [DataTable.Cell(name(place)), DataTable.Cell(taken(place))]
                + sets.indices.map { index in
                    if sets[index].1.contains(place) { return DataTable.Cell(say("yes"), symbol: .full) }
                    if possible?[index].1.contains(place) == true {
                        return DataTable.Cell(say("possibly"), symbol: .half)
                    }
                    return DataTable.Cell("")
                } + [DataTable.Cell(coalitions(place))]
        }
        var columns = [
            DataTable.Column(say("State"), namesRows: true), DataTable.Column(say("What is done in it")),
        ]
        columns += Concept.allCases.map { DataTable.Column(Prose($0.rawValue), alignment: .center) }
        columns.append(DataTable.Column(say("Coalitions that overturn it")))
        let kept = columns.indices.filter { column in
            columns[column].namesRows || rows.contains { !$0[column].words.isEmpty }
        }
        var blocks: [Block] = [
            .table(
                DataTable(
                    caption: say("States that are stable in at least one sense"),
                    columns: kept.map { columns[$0] }, rows: rows.map { row in kept.map { row[$0] } }))
        ]
        if all > listed.count {
            blocks.append(
                .paragraph(
                    say(
                        "\(phrasing.wording.grouped(BigInt(all - listed.count))) more states are not listed; \(code: "--limit") shows more, \(code: "--json") all."
                    )))
        }
        return blocks
    }

    /// States in the order of how demanding a sense they meet.
    private func preferred(_ states: StateSet) -> [Int] {
        var seen: Set<Int> = []
        var result: [Int] = []
        for verdicts in [report.verdicts, report.possibly].compactMap(\.self) {
            for concept in [Concept.nash, .sseq, .seq, .smr, .gmr] {
                for place in verdicts.equilibria(concept)
                where result.count < limit && seen.insert(place).inserted {
                    result.append(place)
                }
            }
        }
        return result
    }

    private func name(_ place: Int) -> Prose {
        let label = Prose(runs: [Prose.Run(report.states.label(of: place).rawValue, style: .code)])
        guard let title = report.states.title(of: place) else { return label }
        return say("\(label): \(phrasing.text(title))")
    }

    private func coalitions(_ place: Int) -> Prose {
        guard let found = report.overturning[place] else { return Prose("") }
        return found.isEmpty
            ? say("none") : phrasing.wording.list(found.map { parties($0.members).text }, .or)
    }

    /// What the five senses mean, in the order of the table.
    func senses() -> Block {
        .definitions([
            Definition(Prose("Nash"), say("nobody has a step that is better for it")),
            Definition(
                Prose("GMR"),
                say(
                    "after every better step the others can bring about a state that is no better for who took it"
                )),
            Definition(Prose("SMR"), say("and who took it cannot step on from there to something better")),
            Definition(
                Prose("SEQ"),
                say("as GMR, but the others answer only by steps that are better for themselves")),
            Definition(
                Prose("SSEQ"),
                say("as SMR, but the others answer only by steps that are better for themselves")),
        ])
    }

    /// The same in one paragraph.
    func sensesInShort() -> Prose {
        say(
            "Nash: nobody has a better step. GMR: the others can answer every better step with something no better for who took it; SMR: and it cannot step on to something better. SEQ and SSEQ: the same, but the others answer only by steps that are better for themselves."
        )
    }
}
