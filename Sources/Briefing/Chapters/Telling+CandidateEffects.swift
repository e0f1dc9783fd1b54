import Assessment
import Negotiation

extension Telling {
    /// What each negotiator gets, in words: where it gains and gives up most against today.
    func gains(of explanation: Explanation) -> [Prose] {
        guard let space else { return [] }
        return phrasing.inOrder(explanation.worths.map(\.party)).compactMap { party in
            guard let place = explanation.worths.firstIndex(where: { $0.party == party }) else { return nil }
            let shifts = shiftsFromToday(explanation, place: place, in: space)
            let up = shifts.filter { $0.points > 0 }.sorted { $0.points > $1.points }
            let down = shifts.filter { $0.points < 0 }.sorted { $0.points < $1.points }
            return say(
                "\(strong: phrasing.party(party)), against today: \(traded(up.map(\.issue), down.map(\.issue)))."
            )
        }
    }

    /// The change of points on each issue against today's option, on central values.
    private func shiftsFromToday(
        _ explanation: Explanation, place: Int, in space: Situation.Space
    ) -> [(issue: IssueID, points: Rational)] {
        let scoring = space.analysis.scorings[place]
        return explanation.choices.compactMap { choice in
            guard let option = choice.option, let today = dossier.issue(choice.issue)?.today,
                let new = scoring.points[choice.issue]?[option],
                let old = scoring.points[choice.issue]?[today]
            else { return nil }
            return (choice.issue, new - old)
        }
    }

    /// Said without the party as its subject: a name may be one of many (`Willing states`).
    private func traded(_ up: [IssueID], _ down: [IssueID]) -> Prose {
        let gains = phrasing.issuesInSentence(Array(up.prefix(Self.namedIssues)))
        let costs = phrasing.issuesInSentence(Array(down.prefix(Self.namedIssues)))
        return switch (up.isEmpty, down.isEmpty) {
        case (true, true): say("nothing is gained or given up, issue by issue")
        case (false, true): say("most is gained on \(gains), and nothing is given up")
        case (true, false): say("most is given up on \(costs), and nothing is gained")
        case (false, false): say("most is gained on \(gains), and most is given up on \(costs)")
        }
    }

    /// More issues than this are no longer where somebody gains *most*.
    private static let namedIssues = 3

    /// What speaks against it: rules, minimums, red lines, losses, refused or unasked consents, harmed interests,
    /// stated positions.
    func objections(to explanation: Explanation) -> [Prose] {
        var result: [Prose] = explanation.broken.map(broken)
        if explanation.broken.isEmpty, explanation.isFeasible == false {
            result.append(say("No way to settle what it leaves open keeps the rules."))
        }
        let places = phrasing.inOrder(explanation.worths.map(\.party))
        for worth in places.compactMap({ party in explanation.worths.first { $0.party == party } }) {
            let name = phrasing.party(worth.party)
            if worth.isAcceptable != nil, worth.gain < 0 {
                result.append(say("On the sheet used, it is worth less to \(name) than having no agreement."))
            }
            if worth.isAcceptable != nil, worth.gain == 0 {
                result.append(
                    worth.withoutAgreementBasis == .assumed
                        ? say("On the sheet used, no package is worth less to \(name).")
                        : say("On the sheet used, it is worth no more to \(name) than having no agreement."))
            }
            result += worth.crossed.map {
                say("It crosses a red line of \(name): \(phrasing.stopped(phrasing.redLine($0)))")
            }
        }
        let losing = worseThanToday(explanation)
        if !losing.isEmpty {
            result.append(
                say("On the sheets used, it is worth less than today to \(phrasing.parties(losing))."))
        }
        let harmed = explanation.interests.filter { !$0.harmedBy.isEmpty }
        if !harmed.isEmpty {
            let names = harmed.map { phrasing.quoted(phrasing.interest($0.interest)) }
            result.append(say("It harms \(names.joined(separator: say("; ")))."))
        }
        if let sentence = departures(of: explanation) { result.append(sentence) }
        return result
    }

    /// Who would be worse off than with today’s answers, where those are known on every issue.
    private func worseThanToday(_ explanation: Explanation) -> [PartyID] {
        guard let space, let today = space.today else { return [] }
        return zip(explanation.worths, today).filter { worth, today in
            worth.isAcceptable != nil && worth.utility < today
        }.map(\.0.party)
    }

    /// What it breaks, without the source, which stands with the rule.
    private func broken(_ prohibition: Prohibition) -> Prose {
        guard case .rule(let id) = prohibition, let rule = dossier.rules.first(where: { $0.id == id }) else {
            return phrasing.prohibition(prohibition)
        }
        let because = rule.because.map { say(" (\(phrasing.withoutStop(Prose(phrasing.text($0)))))") }
        let demand = phrasing.withoutStop(phrasing.demand(rule))
        return say("It breaks a rule: \(demand)\(because ?? Prose(runs: [])).")
    }

    /// Where it is none of what a party has said it could accept.
    private func departures(of explanation: Explanation) -> Prose? {
        let away = phrasing.inOrder(Array(Set(dossier.positions.map(\.of)))).compactMap { party -> Prose? in
            let spoken = explanation.choices.filter { choice in
                choice.option != nil
                    && dossier.positions.contains { $0.of == party && $0.issue == choice.issue }
            }
            let issues = spoken.filter { choice in
                !dossier.positions.contains { position in
                    position.of == party && position.issue == choice.issue
                        && choice.option.map(position.options.contains) ?? false
                }
            }.map(\.issue)
            switch issues.count {
            case 0: return nil
            case 1...Self.namedIssues:
                return say("\(phrasing.party(party)), on \(phrasing.issuesInSentence(issues))")
            default:
                return say(
                    "\(phrasing.party(party)), on \(share(issues.count, of: spoken.count)) issues"
                )
            }
        }
        guard !away.isEmpty else { return nil }
        return say(
            "It departs from stated positions: \(away.joined(separator: say("; ")))."
        )
    }
}
