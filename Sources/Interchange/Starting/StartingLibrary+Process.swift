extension StartingLibrary {
    static let processIssues: [IssueTemplate] = [
        IssueTemplate(
            "channels", .process, "Channels between the parties",
            "How the parties talk between meetings and in a crisis.",
            interests: ["no war by misunderstanding", "confidence", "control over one's own voices"],
            [
                .option("hotlines", "Lines between commands and capitals"),
                .option("working-groups", "Standing working groups with a calendar"),
                .option(
                    "secretariat", "A small secretariat run by the mediator",
                    consent: "the mediator and the host"),
            ]),
        IssueTemplate(
            "public-dialogue", .process, "Dialogue outside the official talks",
            "What researchers, communities and associations contribute (Track II).",
            interests: ["ideas that nobody owns", "public support", "no parallel negotiation"],
            [
                .option("expert-groups", "Expert groups on named questions report to the table"),
                .option(
                    "community-dialogue", "Dialogue between communities on both sides",
                    consent: "the communities"),
                .option(
                    "consultative-body", "A consultative body of civil society, with women's organisations"),
            ]),
        IssueTemplate(
            "implementation", .process, "Carrying out and guaranteeing the agreement",
            "Who goes first, who verifies, and what follows a delay.",
            interests: [
                "no one exposed by going first", "a way to correct", "sovereignty over one's own steps",
            ],
            [
                .option("parallel-steps", "Small reciprocal steps at the same time"),
                .option(
                    "verified-sequence", "A sequence in which each step follows a verified one",
                    consent: "whoever verifies"),
                .option(
                    "guarantors", "Guarantors who answer for the keeping of the agreement",
                    consent: "the guarantors"),
            ]),
        IssueTemplate(
            "ratification", .process, "How the agreement becomes binding",
            "Whose formal yes is needed, and in which form.",
            interests: ["legitimacy", "speed", "durability beyond a change of government"],
            [
                .option("signature", "Signature by the leaders"),
                .option("parliaments", "Approval by the parliaments", consent: "the parliaments"),
                .option(
                    "council", "Endorsement by the United Nations Security Council",
                    consent: "the Security Council"),
                .option("vote", "A popular vote", consent: "voters, displaced people among them"),
            ]),
    ]
}
