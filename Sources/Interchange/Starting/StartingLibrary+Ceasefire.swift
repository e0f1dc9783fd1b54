extension StartingLibrary {
    static let ceasefireIssues: [IssueTemplate] = [
        IssueTemplate(
            "ceasefire-scope", .ceasefire, "What a ceasefire covers", "Which acts stop, and where.",
            interests: ["lives and homes", "freedom of action", "no advantage for the other side"],
            [
                .option("sites", "Attacks on named civilian sites stop"),
                .option("long-range", "Long-range attacks stop"),
                .option("areas", "All fighting stops in named areas"),
                .option("all-domains", "All fighting stops on land, at sea and in the air"),
            ]),
        IssueTemplate(
            "ceasefire-form", .ceasefire, "Form and duration of a ceasefire",
            "Declared or signed, for how long, and what renews or replaces it.",
            interests: ["a way back if it fails", "no frozen conflict", "a text that can be shown"],
            [
                .option("parallel", "Parallel declarations without a common text"),
                .option("renewable", "A signed truce for a fixed time that both sides may renew"),
                .option("until-settlement", "A signed ceasefire until a settlement replaces it"),
            ]),
        IssueTemplate(
            "prohibited-acts", .ceasefire, "Prohibited and permitted acts",
            "Which movements, flights, supplies and words break the ceasefire.",
            interests: ["no rearming under cover of a truce", "normal supply and rotation"],
            [
                .option("attacks-only", "Attacks only"),
                .option("attacks-and-movements", "Attacks, advances and reinforcement near the line"),
                .option("full-list", "A defined list that also covers flights, mines and hostile propaganda"),
            ]),
        IssueTemplate(
            "monitoring", .monitoring, "Monitoring and verification",
            "Who watches, with what access and means.",
            interests: ["early warning", "no spying under cover of monitoring", "safety of monitors"],
            [
                .option("liaison", "A liaison line between the two commands"),
                .option("joint-teams", "Joint teams of both sides"),
                .option(
                    "third-party-remote", "A third party by technical means only", consent: "the third party"),
                .option(
                    "third-party-presence", "A third party present on the ground",
                    consent:
                        "the third party, the state in whose territory it works, and whoever gives the mandate"
                ),
            ]),
        IssueTemplate(
            "attribution", .monitoring, "Investigating incidents",
            "Who finds out what happened, and who is told.",
            interests: ["facts before retaliation", "no public blame in error"],
            [
                .option("internal", "Each side investigates its own forces"),
                .option("joint-confidential", "A joint commission reports to both sides in confidence"),
                .option(
                    "third-party-public", "A third party investigates and publishes",
                    consent: "the third party"),
            ]),
        IssueTemplate(
            "dispute-settlement", .monitoring, "Differences about the agreement",
            "Where a complaint or a difference about the text goes.",
            interests: ["an answer before an escalation", "no outside judge of sovereign matters"],
            [
                .option("direct", "Direct talks between the parties"),
                .option("commission", "A joint commission with an agreed chair"),
                .option("mediator", "The mediator proposes", consent: "the mediator"),
                .option("arbitration", "Arbitration on named questions", consent: "the tribunal"),
            ]),
        IssueTemplate(
            "line", .separation, "Line and separation of forces",
            "Where forces stand, and what is between them.",
            interests: ["no contact by accident", "no line that becomes a border by habit"],
            [
                .option(
                    "marked-line", "The present line is described and marked, without prejudice to status"),
                .option("distance", "Both sides withdraw heavy weapons to agreed distances"),
                .option(
                    "zone", "A zone without forces on both sides of the line",
                    consent: "whoever is to keep order in the zone"),
                .option("withdrawal", "Forces withdraw to an agreed earlier line"),
            ]),
        IssueTemplate(
            "mines", .separation, "Mines and remnants of war", "Records, marking and clearance.",
            interests: ["safe return and farming", "security of the line"],
            [
                .option("records", "Records are exchanged and areas marked"),
                .option("priority-clearance", "Roads, homes and fields are cleared first, by agreed teams"),
                .option(
                    "full-clearance", "A joint programme for all areas", consent: "those who pay and clear"),
            ]),
    ]
}
