extension PracticeItem {
    /// What published guidance asks about whom an agreement could hurt.
    public static let doNoHarm: [PracticeItem] = [
        ask(
            "absent", "Does an option harm an interest of somebody who is at no table?",
            "Hear them, change the option, or say how the harm is made good.", .structure(.harmsAbsent),
            [.anderson]),
        ask(
            "aid", "Is aid made to wait for something else?",
            "Settle how aid passes, never whether; take the condition out.",
            .structure(.conditional(["aid", "humanitarian", "relief"])), [.humanitarianPrinciples]),
        ask(
            "detained", "Is the release or care of detained people made to wait for something else?",
            "Settle how and in which order people return; the duty itself is not for trade.",
            .structure(.conditional(["prisoner", "detain", "captive", "hostage"])), [.thirdConvention]),
        ask(
            "returns", "Are returns voluntary, safe and dignified?",
            "Say in the option that nobody is returned against their will, and on what information people choose.",
            .structure(
                .optionWithout(
                    ["repatriat", "resettle", "relocat", "displaced", "refugee", "returnee"],
                    ["voluntar", "free choice", "freely chosen", "own choice", "consent of those"])),
            [.displacement, .repatriation]),
        ask(
            "amnesty", "Does an amnesty leave out the gravest crimes?",
            "Say that genocide, crimes against humanity and war crimes are excepted.",
            .structure(.optionWithout(["amnest"], ["except", "exclud", "not cover", "does not extend"])),
            [.transitionalJustice]),
        ask(
            "left-behind", "Who protects civilians where forces leave?",
            "Say who keeps order and protects civilians in the places that forces leave.",
            .wordsWhere(
                ["withdraw", "pull back", "disengag", "demilitari", "redeploy"],
                ask: ["protect", "police", "civilian", "safety of"]), [.ceasefireGuidance]),
        ask(
            "mines", "Are mines and remnants recorded, marked and cleared before people return?",
            "Add the exchange of records and the clearance to the commitments.",
            .wordsWhere(
                ["withdraw", "pull back", "return", "displaced", "demilitari"],
                ask: ["mines", "landmine", "unexploded", "ordnance", "remnants of war", "demining"]), [.mines]
        ),
        ask(
            "children", "Where forces are reduced or people released, are children named?",
            "Say that children leave armed forces and groups first, unconditionally and with care.",
            .wordsWhere(
                ["demobili", "disarm", "reintegrat", "reduce forces", "armed group"],
                ask: ["child", "under eighteen", "under 18"]), [.children]),
    ]

    private static func ask(
        _ id: String, _ question: String, _ remedy: String, _ search: Search, _ sources: [Source]
    ) -> PracticeItem {
        PracticeItem(
            id: "harm-\(id)", checklist: .doNoHarm, question: question, remedy: remedy, sources: sources,
            search: search)
    }
}
