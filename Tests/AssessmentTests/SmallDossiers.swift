import Negotiation

/// Two negotiators, two issues of three options each, sheets in whole numbers: small enough to work out by hand.
enum SmallDossiers {
    static func issue(_ id: IssueID, _ options: [OptionID], today: OptionID? = nil) -> Issue {
        Issue(
            id: id, title: "Issue", today: today ?? options.first,
            options: options.map { Option(id: $0, title: "Option") }, sources: [.work("Work")])
    }

    static func party(_ id: PartyID) -> Party { Party(id: id, name: "Party", roles: [.negotiator]) }

    static func sheet(
        _ party: PartyID, line: [Int], aid: [Int], without: Int? = 0, redLines: [RedLine] = []
    ) -> Sheet {
        Sheet(
            id: SheetID(party.rawValue), party: party, basis: .illustration,
            weights: .numbers(["line": Amount(60), "aid": Amount(40)]),
            values: ["line": .numbers(values(line)), "aid": .numbers(values(aid))],
            withoutAgreement: WithoutAgreement(worth: without.map { Amount(Rational($0)) }),
            redLines: redLines)
    }

    private static func values(_ numbers: [Int]) -> [OptionID: Amount] {
        Dictionary(zip(["a", "b", "c"], numbers.map { Amount(Rational($0)) })) { first, _ in first }
    }

    static func rule(_ id: RuleID, forbid: Condition, kind: Rule.Kind? = .logic) -> Rule {
        Rule(id: id, kind: kind, demand: .forbid(forbid), sources: [.work("Work")])
    }

    /// Opposed on the line (with a middle worth 50 to each), agreed on aid: c is best for both.
    static var two: Dossier {
        Dossier(
            parties: [party("north"), party("south")],
            issues: [issue("line", ["a", "b", "c"]), issue("aid", ["a", "b", "c"])],
            sheets: [
                sheet("north", line: [100, 50, 0], aid: [0, 50, 100]),
                sheet("south", line: [0, 50, 100], aid: [0, 50, 100]),
            ])
    }
}
