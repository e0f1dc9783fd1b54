extension StartingLibrary {
    static let peopleIssues: [IssueTemplate] = [
        IssueTemplate(
            "detainees", .people, "Prisoners and detained people",
            "How and in which order people return; whether they are treated well is not for negotiation.",
            interests: ["captives home", "safety of those who return", "no reward for taking hostages"],
            [
                .option(
                    "categories", "Wounded, sick, children and civilians first, then by agreed categories"),
                .option("numbers", "Exchanges by agreed numbers"),
                .option(
                    "all-for-all", "All on both sides, by one schedule with verified lists",
                    consent: "whoever verifies the lists"),
            ]),
        IssueTemplate(
            "missing", .people, "Missing people", "How the fate of missing people is found out.",
            interests: ["certainty for families", "dignity of the dead"],
            [
                .option("lists", "Lists and places of burial are exchanged"),
                .option(
                    "joint-search", "Joint search and identification",
                    consent: "the body that leads the search"),
                .option("commission", "A standing commission with access to places and archives"),
            ]),
        IssueTemplate(
            "aid-access", .people, "Access for aid (how, not whether)",
            "By which routes, notices and checks impartial relief passes.",
            interests: ["relief that arrives", "no diversion to forces", "respect for authorities"],
            [
                .option("corridors", "Agreed routes and hours", consent: "the relief organisations"),
                .option(
                    "one-desk", "Coordinated relief with one desk for notices",
                    consent: "the organisation that runs the desk"),
                .option("free-passage", "General passage on notice, with checks at the place of entry"),
            ]),
        IssueTemplate(
            "essential-services", .people, "Water, power and other essential services",
            "Who runs and repairs what both sides' civilians depend on.",
            interests: ["services in winter", "safety of workers", "no dependence on the other side"],
            [
                .option("repair-windows", "Local pauses for repairs"),
                .option(
                    "protected-sites", "Named sites are out of bounds for forces", consent: "the operators"),
                .option("joint-operation", "A joint or third-party operator", consent: "the operator"),
            ]),
        IssueTemplate(
            "displacement", .justice, "Return of displaced people and refugees",
            "How people choose freely between return, staying where they are, and settling elsewhere.",
            interests: [
                "homes and belonging", "safety after return", "the rights of those who live there now",
            ],
            [
                .option("visits", "Visits and information, so that people can choose"),
                .option(
                    "voluntary-phased", "Voluntary return in phases, area by area",
                    consent: "displaced people themselves"),
                .option(
                    "voluntary-general",
                    "Voluntary return or settlement elsewhere, open to all, with support",
                    consent: "displaced people themselves and those who pay"),
            ]),
        IssueTemplate(
            "property", .justice, "Homes, land and property",
            "What becomes of property that was left or taken.",
            interests: ["restitution", "security of present residents", "an end to litigation"],
            [
                .option("registry", "Claims are registered and sales suspended"),
                .option("compensation", "Compensation from a fund", consent: "those who pay"),
                .option("claims-body", "A claims body decides on return or compensation"),
            ]),
        IssueTemplate(
            "accountability", .justice, "Truth and justice for wrongs done",
            "How wrongs are recognised, told and answered for.",
            interests: [
                "truth", "justice for victims", "an end to cycles of revenge", "fear of one-sided trials",
            ],
            [
                .option("documentation", "Evidence is kept and archives are protected"),
                .option("truth", "A truth commission", consent: "victims' associations"),
                .option("national-courts", "National courts, with agreed guarantees"),
                .option(
                    "mixed-court", "A mixed or international court",
                    consent: "the states or organisation that found it"),
            ]),
        IssueTemplate(
            "reparations", .justice, "Reparation for victims", "What is owed to those who were harmed.",
            interests: ["recognition", "means to live", "no admission beyond the facts"],
            [
                .option("acknowledgement", "Acknowledgement and apology"),
                .option("services", "Care and services for victims"),
                .option("fund", "A fund with individual awards", consent: "those who pay"),
            ]),
    ]
}
