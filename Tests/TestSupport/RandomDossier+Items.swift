import Negotiation

extension RandomDossier {
    mutating func party(_ id: PartyID) -> Party {
        // The first party always negotiates, so that questions about sheets have somebody to ask.
        var roles = random.some(Party.Role.allCases)
        if id == parties[0], !roles.contains(.negotiator) { roles.insert(.negotiator, at: 0) }
        return Party(
            id: id, name: maybe { $0.title() } ?? Text(id.rawValue), roles: roles,
            text: maybe { $0.text() }, of: random.some(parties.filter { $0 != id }),
            can: random.some(Party.Power.allCases), concerns: random.some(issues),
            consulted: (0..<count(0, 2)).map { _ in
                .init(issues: random.some(issues), how: text(), dated: date(), sources: citations())
            },
            sources: citations(), seenBy: visibility())
    }

    mutating func issue(_ id: IssueID) -> Issue {
        let all = options[id] ?? []
        return Issue(
            id: id, title: maybe { $0.title() } ?? Text(id.rawValue), text: maybe { $0.text() },
            today: random.once(in: 2) ? random.pick(all) : nil, options: all.map { option($0) },
            sources: citations(), seenBy: visibility())
    }

    private mutating func option(_ id: OptionID) -> Option {
        if random.once(in: 4) { return Option(id: id, title: Text(id.rawValue)) }
        return Option(
            id: id, title: maybe { $0.title() } ?? Text(id.rawValue), text: maybe { $0.text() },
            consents: random.some(parties).map { party in
                random.once(in: 2)
                    ? Consent(of: party)
                    : Consent(
                        of: party, asked: date(), answer: maybe { $0.random.pick(Consent.Answer.allCases) },
                        sources: citations())
            },
            serves: random.some(interests), harms: random.some(interests),
            breaches: random.some(minimums, atMost: 1),
            commitments: (0..<max(0, count(0, 4) - 2)).map { _ in commitment() },
            sources: citations(), seenBy: visibility())
    }

    /// A commitment waits only for earlier ones; see ``addTimes(to:)`` for more.
    private mutating func commitment() -> Commitment {
        let id = CommitmentID("commitment-\(commitments.count)")
        let fulfils = random.once(in: 3) ? random.some(minimums, atMost: 2) : []
        let commitment = Commitment(
            id: id, who: [random.pick(parties)], title: maybe { $0.title() },
            what: text(), where: maybe { $0.text() },
            by: maybe { $0.text() },
            after: (fulfils.isEmpty ? random.some(commitments) : []).map {
                [Prerequisite(.commitment($0, .done))]
            },
            verifiedBy: random.some(parties),
            ifNot: (fulfils.isEmpty ? maybe { [Response(what: $0.text())] } : nil) ?? [],
            fulfils: fulfils, sources: citations(), seenBy: visibility())
        commitments.append(id)
        return commitment
    }

    mutating func position() -> Position {
        let issue = random.pick(issues)
        let all = options[issue] ?? []
        let some = random.some(all)
        let audiences: [Position.Audience?] = [
            nil, .public, .table, .team, .parties(random.some(parties)),
        ]
        return Position(
            of: random.pick(parties), issue: issue, options: some.isEmpty ? [all[0]] : some,
            text: maybe { $0.text() }, said: date(), where: maybe { $0.text() }, to: random.pick(audiences),
            sources: citations(), seenBy: visibility())
    }

    mutating func rule(_ id: RuleID) -> Rule {
        Rule(
            id: id, kind: maybe { $0.random.pick(Rule.Kind.allCases) }, when: maybe { $0.condition() },
            demand: random.once(in: 2) ? .require(condition()) : .forbid(condition()),
            because: maybe { $0.text() }, sources: citations(), seenBy: visibility())
    }

    mutating func stage(_ id: StageID) -> Stage {
        Stage(
            id: id, title: maybe { $0.title() }, settles: maybe { $0.random.some($0.issues) },
            defers: random.some(issues).map { issue in
                .init(issue: issue, to: maybe { $0.text() }, by: maybe { $0.text() })
            },
            sources: citations(), seenBy: visibility())
    }

    mutating func package(_ id: PackageID) -> Package {
        var choose: [IssueID: OptionID] = [:]
        for issue in issues where !random.once(in: 4) { choose[issue] = random.pick(options[issue] ?? []) }
        return Package(
            id: id, title: maybe { $0.title() }, text: maybe { $0.text() }, choose: choose, dated: date(),
            by: maybe { $0.title() }, sources: citations(), seenBy: visibility())
    }
}
