import Negotiation

/// Writes the texts of a new dossier. They are written here and not encoded, for their comments are half of them.
enum StartingText {
    static func dossier(_ plan: StartingPlan) -> String {
        var lines = [
            "# All that is known of one process. Lines that begin with # are comments: read them, then remove them.",
            "# Everything but parties, issues and options may wait. Nothing is seen outside the team unless it says so",
            "# with `seen-by: table`, `seen-by: public` or `seen-by: {floated: [party]}`.",
            "parley: 1",
            "title: \(scalar(plan.title))",
            "# dated: 2025-03-10        # the day up to which this tells the process",
            "",
        ]
        lines += parties(plan)
        lines += issues(plan)
        lines += minimums(plan)
        lines += rules(plan)
        lines += examples(plan)
        return lines.joined(separator: "\n") + "\n"
    }

    // MARK: Sections

    private static func parties(_ plan: StartingPlan) -> [String] {
        let first = scalar(plan.issues[0].id)
        return [
            "# Who takes part. roles: negotiator (its yes to the whole is needed), mediator, guarantor, owner (of a",
            "# measure such as a sanction), host, observer, constituency (people whom the outcome concerns).",
            "parties:",
        ] + plan.parties.map { "  - {id: \(scalar($0.id)), name: \(scalar($0.name)), roles: [negotiator]}" }
            + [
                "  # - {id: displaced, name: Displaced people, roles: [constituency], can: [spoil, implement], concerns: [\(first)]}",
                "",
                "# Who sits where on which issues.",
                "# tables:",
                "#   - {id: main, parties: [\(list(plan.parties.map(\.id)))], issues: [\(list(plan.issues.map(\.id)))]}",
                "",
            ]
    }

    private static func issues(_ plan: StartingPlan) -> [String] {
        var lines = [
            "# What is to be settled, and the answers on offer. `today` is the option in force now: give it the words that",
            "# describe it. Remove options that nobody would put forward, add those that somebody would. An option may",
            "# also have text, consent, serves, harms, breaches, commitments, source and seen-by.",
            "issues:",
        ]
        var group: IssueTemplate.Group?
        for issue in plan.issues {
            if let next = issue.group, next != group { lines.append("  # --- \(next.rawValue)") }
            group = issue.group
            lines.append("  - id: \(scalar(issue.id))")
            lines.append("    title: \(scalar(issue.title))")
            if let text = issue.text { lines.append("    text: \(scalar(text))") }
            lines.append("    today: \(scalar(issue.today))")
            if !issue.interests.isEmpty {
                lines.append("    # interests to listen for: \(issue.interests.joined(separator: "; "))")
            }
            lines.append("    options:")
            for option in issue.options {
                let hint = option.consent.map { "        # may need the consent of \($0)" } ?? ""
                lines.append("      - {id: \(scalar(option.id)), title: \(scalar(option.title))}\(hint)")
            }
        }
        return lines + [""]
    }

    private static func minimums(_ plan: StartingPlan) -> [String] {
        let head = [
            "# Obligations that hold in every package: never an option, a weight, a trade or a red line. Check which treaties",
            "# bind your parties, and add what their law and your mandate say. An option that would breach one says so:",
            "# `breaches: [name]`.",
        ]
        guard !plan.minimums.isEmpty else {
            return head + [
                "# minimums:",
                "#   - {id: care-of-wounded, kind: humanitarian-law, text: The wounded and sick are cared for., source: GC I Art. 12}",
                "",
            ]
        }
        return head + ["minimums:"]
            + plan.minimums.flatMap { minimum in
                [
                    "  - id: \(scalar(minimum.id))",
                    "    kind: \(minimum.kind.rawValue)",
                    "    text: \(scalar(minimum.text))",
                    "    concerns: [\(list(minimum.concerns))]",
                    "    source: [\(list(minimum.sources))]",
                ]
            } + [""]
    }

    private static func rules(_ plan: StartingPlan) -> [String] {
        let head = [
            "# What cannot go together. kind: logic, physical, legal or institutional. What somebody merely would not accept is",
            "# no rule: it belongs in that party's sheet.",
        ]
        guard !plan.rules.isEmpty else {
            return head + [
                "# rules:",
                "#   - {id: name, kind: physical, when: {issue: option}, require: {issue: [option, option]}, because: the reason}",
                "",
            ]
        }
        return head + ["rules:"]
            + plan.rules.flatMap { rule in
                [
                    "  - id: \(scalar(rule.id))",
                    "    kind: \(rule.kind.rawValue)",
                    "    when: {\(scalar(rule.when.issue)): [\(list(rule.when.options))]}",
                    "    require: {\(scalar(rule.require.issue)): [\(list(rule.require.options))]}",
                    "    because: \(scalar(rule.because))",
                ]
            } + [""]
    }

    private static func examples(_ plan: StartingPlan) -> [String] {
        let party = scalar(plan.parties[0].id)
        let issue = plan.issues[0]
        let option = scalar((issue.options.last ?? IssueTemplate.today).id)
        let named = scalar(issue.id)
        return [
            "# Why somebody wants something; options then say `serves: [name]` or `harms: [name]`.",
            "# interests:",
            "#   - {id: safe-homes, of: [\(party)], text: People can sleep at home, source: where you heard it}",
            "",
            "# What somebody said it wants, when, where and to whom.",
            "# positions:",
            "#   - {of: \(party), issue: \(named), option: \(option), said: 2025-03-01, to: public, source: where it was said}",
            "",
            "# Steps of the process: what each settles.",
            "# stages:",
            "#   - {id: interim, settles: [\(named)]}",
            "#   - {id: comprehensive}",
            "",
            "# Packages that somebody has drafted: an option for each issue, or for some.",
            "# packages:",
            "#   - {id: draft-a, choose: {\(named): \(option)}, dated: 2025-03-10}",
            "",
            "# Who would do what stands with an option, or with a package as a whole:",
            "# commitments: [{id: name, who: party, what: words, after: signature, deadline: 30d, verified-by: party}]",
            "# What that is counted from; without events it is the signature.",
            "# timetable:",
            "#   events:",
            "#     - {id: signature, title: Signature, on: 2025-04-01}",
            "",
            "# What each party wants stands in its sheets: see sheets/*.example.",
        ]
    }

    // MARK: Sheets

    /// A sheet to fill in: everything tied until somebody says what comes first.
    static func sheet(of party: (id: String, name: String), _ plan: StartingPlan) -> String {
        var lines = [
            "# What comes first for \(oneLine(party.name)), as somebody sees it. As it stands here everything is tied: put things in order, best",
            "# first, and take the inner brackets away. What is wanted equally stays together in inner brackets:",
            "# [first, [second, also-second], third]. Then rename the file to \(party.id).yaml: until then it is not read.",
            "# Numbers (`weights: {issue: 30}`), ranges (`[20, 40]`) and levels (essential, important, useful,",
            "# indifferent, unwelcome, impossible) may stand in place of an order.",
            "party: \(scalar(party.id))",
            "basis: estimate            # declared (by the party itself), estimate (by somebody else) or illustration",
            "# by: who says so",
            "# dated: 2025-03-10",
            "",
            "# Which issues matter most.",
            "weights:",
            "  order: [[\(list(plan.issues.map(\.id)))]]",
            "",
            "# Which answers it would rather have, issue by issue.",
            "values:",
        ]
        for issue in plan.issues {
            lines.append("  \(scalar(issue.id)): {order: [[\(list(issue.options.map(\.id)))]]}")
        }
        lines += [
            "",
            "# What it has if there is no agreement, in words; a number only where there are numbers above.",
            "# without-agreement: {text: Things go on as they are}",
            "",
            "# What it is known or thought never to accept.",
            "# red-lines: [{choose: {\(scalar(plan.issues[0].id)): \(scalar(plan.issues[0].today))}, firmness: believed, source: who says so}]",
        ]
        return lines.joined(separator: "\n") + "\n"
    }

    // MARK: YAML

    private static func list(_ items: [String]) -> String { items.map(scalar).joined(separator: ", ") }

    private static func oneLine(_ text: String) -> String {
        text.split(whereSeparator: \.isNewline).joined(separator: " ")
    }

    /// A text as a YAML scalar that reads back equal wherever it stands.
    private static func scalar(_ text: String) -> String { YAMLScalar.line(text, inFlow: true) }
}
