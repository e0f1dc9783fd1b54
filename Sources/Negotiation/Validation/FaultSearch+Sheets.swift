extension FaultSearch {
    mutating func check(_ sheet: Sheet) {
        let place = ItemPath(["sheets"])[sheet.id]
        party(sheet.party, at: place["party"])
        check(sheet.weights, at: place["weights"])
        for (issue, values) in sheet.values.sorted(by: { $0.key < $1.key }) {
            self.issue(issue, at: place["values"][issue])
            check(values, of: issue, at: place["values"][issue])
        }
        for (issue, whole) in sheet.outOf.sorted(by: { $0.key < $1.key }) {
            self.issue(issue, at: place["out-of"][issue])
            if whole <= 0 { report(.notPositive(whole), at: place["out-of"][issue]) }
        }
        for (index, interaction) in sheet.interactions.enumerated() {
            condition(interaction.when, at: place["interactions"][index]["when"])
            cited(interaction.sources, at: place["interactions"][index])
        }
        for (index, line) in sheet.redLines.enumerated() {
            condition(line.choose, at: place["red-lines"][index]["choose"])
            cited(line.sources, at: place["red-lines"][index])
        }
        for (index, answer) in sheet.answers.enumerated() {
            for issue in answer.issues.sorted() { self.issue(issue, at: place["answers"][index]) }
            for (issue, option) in answer.choices {
                self.option(option, of: issue, at: place["answers"][index])
            }
            switch answer.content {
            case .ranking(_, let groups):
                repeated(Array(groups.joined()), .option, at: place["answers"][index])
            case .priorities(let groups):
                repeated(Array(groups.joined()), .issue, at: place["answers"][index])
            case .swing, .rather: break
            }
            cited(answer.sources, at: place["answers"][index])
        }
        cited(sheet.withoutAgreement?.sources ?? [], at: place["without-agreement"])
        if let states = sheet.states { check(states, of: sheet.party, at: place["states"]) }
        stakes(of: sheet)
        cited(sheet.sources, at: place)
        seen(by: sheet.seenBy, at: place)
    }

    private mutating func check(_ weights: Weights, at place: ItemPath) {
        for issue in weights.issues.sorted() { self.issue(issue, at: place[issue]) }
        let total: Rational?
        switch weights {
        case .numbers(let amounts, let sum):
            for (issue, amount) in amounts.sorted(by: { $0.key < $1.key }) where amount.least < 0 {
                report(.negative(amount.least), at: place[issue])
            }
            total = sum
        case .order(let groups, let sum):
            repeated(Array(groups.joined()), .issue, at: place["order"])
            total = sum
        case .levels(let levels, let sum):
            for (issue, level) in levels.sorted(by: { $0.key < $1.key }) where level > .indifferent {
                report(.notAWeight(level), at: place["levels"][issue])
            }
            total = sum
        }
        if let total, total <= 0 { report(.notPositive(total), at: place["total"]) }
    }

    private mutating func check(_ values: OptionValues, of issue: IssueID, at place: ItemPath) {
        for option in values.options.sorted() { self.option(option, of: issue, at: place[option]) }
        if case .order(let groups) = values {
            repeated(Array(groups.joined()), .option, at: place["order"])
        }
    }

    private mutating func repeated<Subject>(
        _ ids: [Identifier<Subject>], _ subject: Fault.Subject, at place: ItemPath
    ) {
        var seen: Set<Identifier<Subject>> = []
        for id in ids where !seen.insert(id).inserted {
            report(.repeated(subject, name: id.rawValue), at: place)
        }
    }

    mutating func checkDefault(_ sheet: SheetID, of party: PartyID) {
        let place = ItemPath(["default-sheets"])[party]
        self.party(party, at: place)
        guard let found = dossier.sheet(sheet) else {
            let nearest = NearestName.of(sheet.rawValue, among: dossier.sheets.map(\.id.rawValue))
            report(.unknown(.sheet, name: sheet.rawValue, nearest: nearest), at: place)
            return
        }
        if found.party != party { report(.sheetOfAnotherParty(sheet, party: found.party), at: place) }
    }
}
