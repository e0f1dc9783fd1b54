import Negotiation

/// Two negotiators, a parliament, a verifier, and commitments that a test says.
enum SmallTalks {
    static func dossier(
        _ commitments: [Commitment], other: [Commitment] = [], joint: [Commitment] = [],
        timetable: Timetable = Timetable(), sheets: [Sheet] = []
    ) -> Dossier {
        Dossier(
            parties: [
                Party(id: "north", name: "North", roles: [.negotiator], seenBy: .public),
                Party(id: "south", name: "South", roles: [.negotiator], seenBy: .public),
                Party(id: "parliament", name: "Parliament", roles: [.constituency], seenBy: .public),
                Party(id: "bank", name: "Bank", roles: [.observer, .owner], seenBy: .public),
                Party(id: "watch", name: "Watch", roles: [.observer], seenBy: .public),
                Party(id: "secret", name: "Secret"),
            ],
            issues: [
                Negotiation.Issue(
                    id: "line", title: "Line",
                    options: [
                        Option(id: "zone", title: "Zone", commitments: commitments, seenBy: .public),
                        Option(id: "freeze", title: "Freeze", commitments: other, seenBy: .public),
                    ], seenBy: .public)
            ],
            minimums: [
                Minimum(id: "care", kind: .mandate, text: "The wounded are cared for.", seenBy: .public)
            ],
            packages: [Package(id: "draft", choose: ["line": "zone"], commitments: joint, seenBy: .public)],
            sheets: sheets, timetable: timetable)
    }

    /// A commitment with what a test changes in it; everybody sees it.
    static func commitment(
        _ id: CommitmentID, _ who: PartyID..., change: (inout Commitment) -> Void = { _ in }
    ) -> Commitment {
        var result = Commitment(id: id, who: who, what: Text("Does \(id)"), seenBy: .public)
        change(&result)
        return result
    }

    /// That something is done, as a prerequisite of its own.
    static func done(_ id: CommitmentID) -> [Prerequisite] { [Prerequisite(.commitment(id, .done))] }
}
