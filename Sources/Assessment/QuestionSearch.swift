import Negotiation

/// Turns entries that are worth knowing into questions that a party can be asked.
///
/// A question names only what the party itself may see: an option or issue that is hidden from it is asked about in general,
/// or not at all.
struct QuestionSearch {
    let analysis: Analysis
    /// Ranked, best first.
    let values: [Inquiry.Value]

    private static let fewest = 3
    private static let most = 5

    func sheets() -> [QuestionSheet] {
        analysis.negotiators.map { party in
            QuestionSheet(party: party, questions: questions(for: party))
        }
    }

    private func questions(for party: PartyID) -> [Question] {
        let view = analysis.dossier.seen(by: .party(party))
        var result: [Question] = []
        if analysis.knowledge.indices.contains(where: {
            analysis.negotiators[$0] == party && analysis.knowledge[$0].withoutAgreement == nil
        }) {
            result.append(
                Question(
                    subject: .withoutAgreement,
                    settles: [UnknownEntry(party: party, entry: .withoutAgreement)],
                    disclosure: .withoutAgreement))
        }
        for value in values where value.unknown.party == party && (value.value > 0 || value.turns.count > 0) {
            let question = question(about: value.unknown, view)
            if let known = result.firstIndex(where: { $0.isSame(as: question) }) {
                result[known].join(question)
            } else if result.count < Self.most {
                result.append(question)
            }
        }
        let general = [
            Question(subject: .withoutAgreement, settles: [], disclosure: .withoutAgreement),
            Question(subject: .conditions, settles: [], disclosure: .nothing),
            Question(subject: .others, settles: [], disclosure: .nothing),
            Question(subject: .concerns, settles: [], disclosure: .nothing),
        ]
        for question in general where result.count < Self.fewest && !result.contains(where: question.isSame) {
            result.append(question)
        }
        return result
    }

    private func question(about unknown: UnknownEntry, _ view: Dossier) -> Question {
        switch unknown.entry {
        case .withoutAgreement:
            return Question(subject: .withoutAgreement, settles: [unknown], disclosure: .withoutAgreement)
        case .value(let issue, let options):
            guard let seen = view.issue(issue) else { return concerns(unknown) }
            let named = options.filter { seen.option($0) != nil }
            return Question(
                subject: .answers(issue, named), settles: [unknown],
                disclosure: named.isEmpty ? .nothing : .options(issue, named))
        case .weight(let issues):
            guard let issue = issues.first(where: { view.issue($0) != nil }) else { return concerns(unknown) }
            let other = comparison(for: issue, of: unknown.party, view)
            return Question(
                subject: .priority(issue, against: other), settles: [unknown],
                disclosure: .weights([issue] + (other.map { [$0] } ?? [])))
        case .interaction(let place):
            let issues = issues(ofInteraction: place, of: unknown.party).filter { view.issue($0) != nil }
            guard issues.count > 1 else { return concerns(unknown) }
            return Question(
                subject: .combination(issues), settles: [unknown], disclosure: .combination(issues))
        }
    }

    private func concerns(_ unknown: UnknownEntry) -> Question {
        Question(subject: .concerns, settles: [unknown], disclosure: .nothing)
    }

    /// The issue beside which to put another: the party's next best worth knowing whose weight is open too, else the next
    /// issue that the party sees.
    private func comparison(for issue: IssueID, of party: PartyID, _ view: Dossier) -> IssueID? {
        let others = values.filter { $0.unknown.party == party }.flatMap { value -> [IssueID] in
            if case .weight(let issues) = value.unknown.entry { issues } else { [] }
        }
        return (others + view.issues.map(\.id)).first { $0 != issue && view.issue($0) != nil }
    }

    private func issues(ofInteraction place: Int, of party: PartyID) -> [IssueID] {
        guard let scoring = analysis.scorings.first(where: { $0.party == party }),
            scoring.interactions.indices.contains(place)
        else { return [] }
        let named = Set(scoring.interactions[place].when.choices.map(\.issue))
        return analysis.issues.map(\.id).filter(named.contains)
    }
}

extension Question {
    /// Whether one question asks for both.
    fileprivate func isSame(as other: Question) -> Bool {
        switch (subject, other.subject) {
        case (.answers(let left, _), .answers(let right, _)): left == right
        case (.priority(let left, let beside), .priority(let right, let other)):
            left == right || left == other && right == beside
        default: subject == other.subject
        }
    }

    fileprivate mutating func join(_ other: Question) {
        settles += other.settles.filter { !settles.contains($0) }
        if case .answers(let issue, let options) = subject, case .answers(_, let more) = other.subject {
            let all = options + more.filter { !options.contains($0) }
            subject = .answers(issue, all)
            disclosure = all.isEmpty ? .nothing : .options(issue, all)
        }
    }
}
