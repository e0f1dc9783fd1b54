extension StartingLibrary {
    static let orderIssues: [IssueTemplate] = [
        IssueTemplate(
            "security-arrangement", .security, "Lasting security arrangement",
            "What protects each side from a renewed attack.",
            interests: ["no renewed war", "freedom to choose partners", "no threat close by"],
            [
                .option("mutual-pledge", "A mutual pledge not to use force"),
                .option(
                    "assurances", "Written assurances by other states", consent: "the states that assure"),
                .option(
                    "guarantees", "Binding guarantees by other states",
                    consent: "the guarantors and their parliaments"),
                .option(
                    "presence", "Guarantees with an international presence",
                    consent: "the states that send it, the host and whoever gives the mandate"),
            ]),
        IssueTemplate(
            "forces", .security, "Limits on forces and weapons", "What each side keeps, and where.",
            interests: ["ability to defend oneself", "no surprise attack", "equal treatment"],
            [
                .option("notice", "Notice and observation of movements and exercises"),
                .option("near-line", "Limits on heavy weapons near the line, for both sides"),
                .option("ceilings", "Agreed ceilings for both sides"),
            ]),
        IssueTemplate(
            "armed-groups", .security, "Future of armed groups",
            "What becomes of fighters outside the regular forces.",
            interests: ["safety and livelihood of fighters", "one lawful force", "trust of communities"],
            [
                .option("cantonment", "Groups assemble in agreed places under observation"),
                .option("integration", "Integration into regular forces by agreed criteria"),
                .option(
                    "reintegration", "Disarmament and return to civilian life, with support",
                    consent: "those who pay"),
            ]),
        IssueTemplate(
            "territory-status", .governance, "Status of disputed territory",
            "What is said, or left open, about who the territory belongs to.",
            interests: ["sovereignty", "identity", "rights of those who live there", "no precedent"],
            [
                .option("reserved", "Left to later talks, without prejudice to any claim"),
                .option(
                    "interim-administration", "Interim administration by agreement",
                    consent: "whoever administers, and the body that gives the mandate"),
                .option(
                    "autonomy", "Agreed autonomy within one state",
                    consent: "parliament or people, as the constitution says"),
                .option(
                    "consultation", "A vote under agreed conditions",
                    consent: "the people of the territory, displaced people among them"),
            ]),
        IssueTemplate(
            "power-sharing", .governance, "Power in the centre",
            "How those who were outside take part in government.",
            interests: ["a share in decisions", "a government that works", "rights of those without arms"],
            [
                .option("inclusion", "Offices are opened to those who were outside"),
                .option("transition", "A transitional government for a fixed time"),
                .option(
                    "constitution", "A constitutional process with public participation",
                    consent: "parliament or people"),
            ]),
        IssueTemplate(
            "local-government", .governance, "Regions and communities",
            "Which decisions are taken closer to people.",
            interests: ["self-government", "unity of the state", "protection of minorities"],
            [
                .option("guarantees", "Guarantees for language, culture and equal rights"),
                .option("devolution", "Named powers pass to elected local bodies"),
                .option("special-status", "A special status with its own budget", consent: "parliament"),
            ]),
        IssueTemplate(
            "sanctions", .economy, "Sanctions and restrictions",
            "Whose measures, under which conditions, and what brings them back.",
            interests: ["relief", "a lever that lasts", "equal steps"],
            [
                .option(
                    "waivers", "Exceptions for food, medicine and safety",
                    consent: "each owner of the measures"),
                .option(
                    "phased", "Suspended in steps after verified acts, with automatic return",
                    consent: "each owner of the measures"),
                .option("dated", "Ended by dates", consent: "each owner of the measures"),
            ]),
        IssueTemplate(
            "recovery", .economy, "Recovery and reconstruction", "Who pays for what, and who decides.",
            interests: ["homes and work", "no reward for destruction", "no control by donors"],
            [
                .option("national", "National programmes with outside support", consent: "donors"),
                .option("trust-fund", "A trust fund with a joint board", consent: "donors and the trustee"),
                .option("local-first", "Local projects agreed by the communities on both sides"),
            ]),
        IssueTemplate(
            "trade-transit", .economy, "Trade, transit and shared resources",
            "What moves again, and on which terms.",
            interests: ["livelihoods", "no dependence", "shared gain"],
            [
                .option("crossings", "Named crossings open for people and goods"),
                .option(
                    "transit", "Transit under agreed checks",
                    consent: "the neighbours through whose territory it runs"),
                .option(
                    "joint-projects", "Joint projects on water, energy or transport",
                    consent: "those who finance them"),
            ]),
    ]
}
