import Negotiation

/// Findings that mean the same and are met in the same way, told together on a page.
///
/// The command line prints each finding as a sentence of its own; a page says once what a group means.
enum FindingGroup: CaseIterable {
    case consentsNotAsked, consentsRefused, absentWhereDiscussed, positionsApart, positionsExcluded
    case packagesBroken, breaches, impossible, interestsUnserved, today, tables, stages, readings
    case servesNothing, unsourced, others

    /// The group of a finding.
    init(_ reason: Finding.Reason) {
        self =
            switch reason {
            case .consentNotAsked: .consentsNotAsked
            case .consentRefused: .consentsRefused
            case .consentAbsent: .absentWhereDiscussed
            case .positionsExclude: .positionsApart
            case .positionsCannotMeet: .positionsExcluded
            case .packageBreaksRule, .packageBreachesMinimum, .packageCannotBeCompleted: .packagesBroken
            case .optionBreaches: .breaches
            case .optionImpossible: .impossible
            case .interestUnserved: .interestsUnserved
            case .todayUnknown: .today
            case .issueAtNoTable: .tables
            case .issueInNoStage: .stages
            case .rivalReadings: .readings
            case .optionServesNothing: .servesNothing
            case .unsourced, .positionsUnsourced: .unsourced
            default: .others
            }
    }
}

extension Phrasing {
    /// What the findings of a group have in common, as a heading.
    func title(_ group: FindingGroup) -> Prose {
        switch group {
        case .consentsNotAsked: say("Consents not asked for yet")
        case .consentsRefused: say("Consents refused")
        case .absentWhereDiscussed: say("Needed for consent, absent from the table")
        case .positionsApart: say("Stated positions without an answer in common")
        case .positionsExcluded: say("Stated positions that the rules exclude together")
        case .packagesBroken: say("Drafted packages that cannot hold as they are")
        case .breaches: say("Answers that would breach a minimum")
        case .impossible: say("Answers that no package can have")
        case .interestsUnserved: say("Interests that nothing on the agenda serves")
        case .today: say("Today’s answer not stated")
        case .tables: say("Issues discussed at no table")
        case .stages: say("Issues settled in no stage")
        case .readings: say("Facts told differently")
        case .servesNothing: say("Answers not said to serve any interest")
        case .unsourced: say("No source named")
        case .others: say("Other questions")
        }
    }

    /// What can be done about all findings of a group; nil where each has its own remedy.
    func remedy(_ group: FindingGroup) -> Prose? {
        switch group {
        case .consentsNotAsked: say("Ask, and note when with \(code: "asked").")
        case .consentsRefused: say("Ask what would change the answer, or offer another option.")
        case .absentWhereDiscussed: say("Ask separately, add a seat, or move the issue.")
        case .positionsApart: say("Ask each why: interests may meet where positions do not.")
        case .positionsExcluded:
            say("Look for other answers to either issue, or test whether the rule must hold.")
        case .packagesBroken: say("Change the package, or test whether the rule must hold.")
        case .breaches: say("They are listed so that nobody overlooks them, and are in no package.")
        case .impossible: say("Test the rules against them, or drop them.")
        case .interestsUnserved: say("Look for an answer that serves them, or say which does.")
        case .today: say("Name the option in force now under \(code: "today").")
        case .tables: say("Say at which table they belong, or that they wait.")
        case .stages: say("Let a stage settle or defer them.")
        case .readings: say("Keep the readings side by side; find out more where it matters.")
        case .servesNothing: say("Ask who wants them and why; name the interest under \(code: "serves").")
        case .unsourced: say("Name where it is known from under \(code: "source").")
        case .others: nil
        }
    }

    /// The findings of one group, each in as few words as its title leaves to be said; those about one party or
    /// one issue together.
    func items(of group: FindingGroup, _ reasons: [Finding.Reason]) -> [Prose] {
        switch group {
        case .consentsNotAsked, .consentsRefused: consents(reasons)
        case .positionsApart: unique(reasons.compactMap(\.issue)).map(issueInSentence)
        default: unique(reasons.map(item))
        }
    }

    private func consents(_ reasons: [Finding.Reason]) -> [Prose] {
        let needs = reasons.compactMap { reason -> (party: PartyID, issue: IssueID)? in
            switch reason {
            case .consentNotAsked(let issue, let party, _), .consentRefused(let issue, let party, _):
                (party, issue)
            default: nil
            }
        }
        return inOrder(unique(needs.map(\.party))).map { party in
            let issues = unique(needs.filter { $0.party == party }.map(\.issue))
            return say("\(self.party(party)), for \(issuesInSentence(issues))")
        }
    }

    private func item(_ reason: Finding.Reason) -> Prose {
        switch reason {
        case .consentAbsent(let table, let issue, let party, _):
            say("\(self.party(party)): \(issueInSentence(issue)), at the table “\(self.table(table))”")
        case .packageBreaksRule(let package, let rule):
            say("“\(self.package(package))” breaks a rule: \(ruleInSentence(rule))")
        case .packageBreachesMinimum(let package, let issue, _, _):
            say("“\(self.package(package))” would breach a minimum on \(issueInSentence(issue))")
        case .packageCannotBeCompleted(let package):
            say("no way to settle what “\(self.package(package))” leaves open keeps the rules")
        case .optionBreaches(let issue, let option, _), .optionImpossible(let issue, let option),
            .optionServesNothing(let issue, let option):
            choice([option], of: issue)
        case .interestUnserved(let interest): quoted(self.interest(interest))
        case .todayUnknown(let issue), .issueAtNoTable(let issue), .issueInNoStage(let issue):
            issueInSentence(issue)
        case .rivalReadings(let reading, _):
            quoted(dossier.readings.first { $0.id == reading }.map { text($0.about) } ?? reading.rawValue)
        case .positionsCannotMeet(let one, let two, let rules): excluded(one, two, rules)
        default: withoutStop(finding(reason))
        }
    }

    /// Two answers that were stated, and the rules that likeliest keep them apart.
    private func excluded(_ one: Finding.Statement, _ two: Finding.Statement, _ rules: [RuleID]) -> Prose {
        let sides = [one, two].map { side in
            say("\(parties(side.of)) (\(choice(side.options, of: side.issue)))")
        }
        let both = say("\(sides[0]) with \(sides[1])")
        guard !rules.isEmpty else { return both }
        let why = wording.list(rules.map(ruleInSentence))
        return rules.count == 1
            ? say("\(both), likeliest because of the rule: \(why)")
            : say("\(both), likeliest because of the rules: \(why)")
    }

    /// A rule by its reason, or by what it demands: a page's reader knows no names of rules.
    func ruleInSentence(_ id: RuleID) -> Prose {
        guard let rule = dossier.rules.first(where: { $0.id == id }) else {
            return say("\(code: id.rawValue)")
        }
        return rule.because.map { quoted(text($0)) } ?? withoutStop(demand(rule))
    }

    /// A sentence without its stop, to stand in a row with others.
    func withoutStop(_ sentence: Prose) -> Prose {
        var result = sentence
        if let last = result.runs.indices.last, result.runs[last].text.hasSuffix(".") {
            result.runs[last].text.removeLast()
        }
        return result
    }

    /// A sentence with its stop, whether or not the words at its end bring one.
    func stopped(_ sentence: Prose) -> Prose {
        let end = sentence.text.last { !"”’\"'»".contains($0) }
        return end.map { ".!?…。".contains($0) } ?? false ? sentence : say("\(sentence).")
    }

    private func unique<Item: Equatable>(_ items: [Item]) -> [Item] {
        items.reduce(into: []) { if !$0.contains($1) { $0.append($1) } }
    }
}

extension Finding.Reason {
    /// The issue on which two positions are apart.
    fileprivate var issue: IssueID? {
        if case .positionsExclude(let issue, _, _, _, _) = self { issue } else { nil }
    }
}
