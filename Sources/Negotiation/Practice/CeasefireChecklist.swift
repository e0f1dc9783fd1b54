extension PracticeItem {
    /// What published guidance asks of the clauses of a ceasefire.
    public static let ceasefire: [PracticeItem] = [
        ask(
            "definitions",
            "Does the text define the words that it rests on, such as violation, line or heavy weapon?",
            "Add an option or a commitment that defines the terms.",
            .words(["defin", "glossar", "meaning of", "interpretation"])),
        ask(
            "prohibited-acts", "Does it say which acts stop, and which remain allowed?",
            "List the acts that stop in the option that settles the scope.",
            .words([
                "prohibit", "attack", "strike", "shell", "hostile act", "offensive", "firing", "overflight",
            ])),
        ask(
            "geography", "Does it say where it holds: lines, areas, sea and air?",
            "Say in the options where the ceasefire holds, and how the line is described.",
            .words(["line", "area", "zone", "map", "coordinates", "on land", "at sea", "border", "kilomet"])),
        ask(
            "timing", "Does it say when it begins, how long it lasts and what renews or ends it?",
            "Say by when each commitment begins, and how the ceasefire is renewed or replaced.",
            .words(["hour", "enters into force", "entry into force", "duration", "renew", "until", "expire"])),
        ask(
            "separation", "Does it say how forces are separated?",
            "Add an issue or commitments on disengagement, distances and zones.",
            .words([
                "withdraw", "pull back", "disengag", "separat", "buffer", "demilitari", "canton", "redeploy",
            ])),
        ask(
            "monitoring", "Does it say who watches and verifies, and with what access?",
            "Add an issue on monitoring, with who may go where.",
            .words(["monitor", "observ", "verif"])),
        ask(
            "attribution", "Does it say how incidents are investigated and who says what happened?",
            "Say who investigates, on whose information, and whether the result is published.",
            .words(["attribut", "investigat", "incident", "fact finding", "who broke"])),
        ask(
            "disputes", "Does it say where the parties take a complaint or a difference about the text?",
            "Add a joint commission, a liaison line or another way to settle differences.",
            .words([
                "dispute", "complaint", "joint commission", "joint military", "joint committee", "arbitrat",
                "liaison", "hotline",
            ])),
        ask(
            "breaches", "Does it say what follows a breach, in steps short of ending the ceasefire?",
            "Say in each commitment what follows if it is not kept.",
            .words(["breach", "violation", "snapback", "sanction for", "consequence", "suspend"])),
        ask(
            "command", "Does it bind all armed groups on each side, and say how orders reach them?",
            "Say who gives the order, by when it reaches the units, and which allied groups are bound.",
            .words([
                "command", "orders", "all units", "allied", "affiliat", "armed group", "under its control",
            ])),
        ask(
            "civilians",
            "Does it say what it means for civilians: movement, aid, detained and missing people?",
            "Add what changes for civilians, or the issue in which it is settled.",
            .words(["civilian", "aid", "humanitarian", "relief", "prisoner", "detain", "missing"])),
        ask(
            "sexual-violence", "Is sexual violence among the prohibited acts, and is it monitored?",
            "Name conflict-related sexual violence among the prohibited acts.",
            .words(["sexual violence", "gender based violence"]), [.sexualViolence]),
        ask(
            "verified", "Has every commitment somebody who verifies it?",
            "Name who verifies each commitment under `verified-by`.", .structure(.commitmentUnverified)),
        ask(
            "dated", "Has every commitment a time?", "Say under `by` or `after` when each commitment is due.",
            .structure(.commitmentUntimed)),
    ]

    private static func ask(
        _ id: String, _ question: String, _ remedy: String, _ search: Search,
        _ sources: [Source] = [.ceasefireGuidance, .drafters]
    ) -> PracticeItem {
        PracticeItem(
            id: "ceasefire-\(id)", checklist: .ceasefire, question: question, remedy: remedy,
            sources: sources,
            search: search)
    }
}
