import Bargaining
import Negotiation

/// What a party answered, held to its sheet and to its other answers.
struct AnswerFindings {
    let dossier: Dossier
    let model: OutcomeModel

    /// Every contradiction, shown and never resolved: an answer that no way of filling in the sheet allows, and answers that
    /// cannot both be meant.
    ///
    /// Complexity: linear in the answers times the issues; quadratic in the answers of a sheet.
    func findings() -> [Finding] {
        dossier.sheets.flatMap { sheet -> [Finding] in
            guard !sheet.answers.isEmpty else { return [] }
            let known = model.knowledge(of: sheet, sheet.central(over: model.issues))
            let place = ItemPath(["sheets"])[sheet.id]["answers"]
            var result: [Finding] = []
            for (index, answer) in sheet.answers.enumerated() {
                if contradicts(answer, known) {
                    result.append(Finding(.answerAgainstSheet(sheet.id, index), at: place[index]))
                }
                for earlier in 0..<index where Self.contradict(sheet.answers[earlier], answer) {
                    result.append(Finding(.answersExclude(sheet.id, earlier, index), at: place[index]))
                }
            }
            return result
        }
    }

    /// Whether in no completion of the sheet the answer is true.
    private func contradicts(_ answer: SheetAnswer, _ known: PartyKnowledge) -> Bool {
        switch answer.content {
        case .ranking(let issue, let groups):
            guard let place = place(of: issue) else { return false }
            let options = model.issues[place].options
            let values = known.values[place]
            return contradicts(groups.map { $0.compactMap { id in options.firstIndex { $0.id == id } } }) {
                values.difference(of: $0, over: $1)
            }
        case .priorities(let groups):
            return contradicts(groups.map { $0.compactMap(place) }) { one, other in
                var factors = [Rational](repeating: .zero, count: model.issues.count)
                factors[one] += 1
                factors[other] += -1
                return Amount(
                    from: known.weights.least(of: factors), to: known.weights.greatest(of: factors))
            }
        case .swing(let one, let other) where one.issue == other.issue:
            // Two changes on one issue: certainly not more where even its most is no more than the other's least.
            return change(one, known).greatest <= change(other, known).least
        case .swing(let one, let other):
            // Both changes from the same start, one of them made.
            let start = [one.issue: one.from, other.issue: other.from]
            return cannotBeMore(
                start.merging([one.issue: one.to]) { $1 }, start.merging([other.issue: other.to]) { $1 },
                known)
        case .rather(let one, let other): return cannotBeMore(one, other, known)
        }
    }

    /// Whether a ranking cannot be: something is surely no better than what stands below it, or surely not level with what
    /// it ties with.
    private func contradicts(_ groups: [[Int]], _ difference: (Int, Int) -> Amount) -> Bool {
        for (rank, group) in groups.enumerated() {
            for one in group {
                for other in group where difference(one, other).least > 0 { return true }
                for other in groups[(rank + 1)...].joined() where difference(one, other).greatest <= 0 {
                    return true
                }
            }
        }
        return false
    }

    private func cannotBeMore(
        _ one: [IssueID: OptionID], _ other: [IssueID: OptionID], _ known: PartyKnowledge
    ) -> Bool {
        known.difference(of: places(one), over: places(other)).greatest <= 0
    }

    private func change(_ swing: SheetAnswer.Swing, _ known: PartyKnowledge) -> Amount {
        known.difference(of: places([swing.issue: swing.to]), over: places([swing.issue: swing.from]))
    }

    private func place(of issue: IssueID) -> Int? { model.issues.firstIndex { $0.id == issue } }

    private func places(_ choose: [IssueID: OptionID]) -> [Int?] {
        model.issues.map { issue in issue.options.firstIndex { $0.id == choose[issue.id] } }
    }

    /// Whether two answers cannot both be meant, whatever the sheet says.
    private static func contradict(_ one: SheetAnswer, _ other: SheetAnswer) -> Bool {
        switch (one.content, other.content) {
        case (.ranking(let issue, let left), .ranking(let other, let right)):
            issue == other && opposed(left, right)
        case (.priorities(let left), .priorities(let right)): opposed(left, right)
        case (.swing(let more, let less), .swing(let otherMore, let otherLess)):
            more == otherLess && less == otherMore
        case (.rather(let more, let less), .rather(let otherMore, let otherLess)):
            more == otherLess && less == otherMore
        default: false
        }
    }

    /// Whether one order puts something above what the other puts above or beside it.
    private static func opposed<Name: Hashable>(_ left: [[Name]], _ right: [[Name]]) -> Bool {
        func ranks(_ groups: [[Name]]) -> [Name: Int] {
            Dictionary(
                groups.enumerated().flatMap { rank, group in group.map { ($0, rank) } },
                uniquingKeysWith: { first, _ in first })
        }
        let (mine, yours) = (ranks(left), ranks(right))
        let both = mine.keys.filter { yours[$0] != nil }
        return both.contains { one in
            both.contains { two in
                let (here, there) = (mine[one]! - mine[two]!, yours[one]! - yours[two]!)
                return here.signum() != there.signum()
            }
        }
    }
}
