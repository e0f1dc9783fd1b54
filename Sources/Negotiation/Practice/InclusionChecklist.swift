extension PracticeItem {
    /// What published guidance asks about who takes part and who is heard.
    public static let inclusion: [PracticeItem] = [
        ask(
            "constituencies", "Who, beyond the negotiators, will live with the result?",
            "Add parties with the role `constituency` and the issues that concern them.",
            .structure(.noConstituency), [.mediation]),
        ask(
            "consulted", "Has every constituency been asked about the issues that concern it?",
            "Plan a consultation, and note it under `consulted`.", .structure(.notConsulted),
            [.mediation, .gender]),
        ask(
            "powers", "Have those who can ratify, block, spoil or implement the result been heard?",
            "Hear them before the text is closed, and note it under `consulted`.",
            .structure(.powerNotConsulted), [.mediation]),
        ask(
            "concerns", "For every issue, who outside the talks is concerned?",
            "Name the issue under `concerns` of a constituency, or note that nobody else is concerned.",
            .structure(.issueConcernsNobody), [.mediation]),
        ask(
            "tables", "Is any constituency at a table, or linked to one?",
            "Consider a seat, an advisory body or a consultation that reports to a table.",
            .structure(.nobodyAtTables), [.gender, .mediation]),
        ask(
            "women", "Do women take part, and are women's organisations heard?",
            "Name women's organisations as a constituency, and say which issues they are heard on.",
            .peopleNamed(["women", "gender"]), [.women, .gender]),
        ask(
            "youth", "Are young people heard?", "Name youth organisations as a constituency.",
            .peopleNamed(["youth", "young people"]), [.youth]),
        ask(
            "displaced", "Are displaced people and refugees heard?",
            "Name displaced people as a constituency, also those outside the country.",
            .peopleNamed(["displaced", "refugee", "returnee"]), [.displacement]),
        ask(
            "victims", "Are victims, and families of prisoners and missing people, heard?",
            "Name them, or an association that speaks for them, as a constituency.",
            .peopleNamed(["victim", "survivor", "families", "relatives"]), [.mediation]),
    ]

    private static func ask(
        _ id: String, _ question: String, _ remedy: String, _ search: Search, _ sources: [Source]
    ) -> PracticeItem {
        PracticeItem(
            id: "inclusion-\(id)", checklist: .inclusion, question: question, remedy: remedy,
            sources: sources,
            search: search)
    }
}
