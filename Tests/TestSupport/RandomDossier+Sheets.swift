import Negotiation

extension RandomDossier {
    mutating func sheet(_ id: SheetID) -> Sheet {
        var values: [IssueID: OptionValues] = [:]
        var outOf: [IssueID: Rational] = [:]
        for issue in issues {
            if !random.once(in: 5) { values[issue] = optionValues(options[issue] ?? []) }
            if random.once(in: 3) { outOf[issue] = Rational(count(1, 200)) / Rational(count(1, 3)) }
        }
        return Sheet(
            id: id, party: random.pick(parties), basis: random.pick(Sheet.Basis.allCases),
            by: maybe { $0.title() }, dated: date(), text: maybe { $0.text() }, weights: weights(),
            values: values, outOf: outOf,
            interactions: (0..<count(0, 2)).map { _ in
                Interaction(
                    when: condition(), add: amount(), because: maybe { $0.text() }, sources: citations())
            },
            atMost: maybe { $0.number() }, withoutAgreement: withoutAgreement(),
            redLines: (0..<count(0, 2)).map { _ in
                RedLine(
                    choose: condition(), firmness: random.pick(RedLine.Firmness.allCases),
                    because: maybe { $0.text() }, sources: citations())
            },
            answers: (0..<count(0, 3)).map { _ in answer() }, sources: citations(), seenBy: visibility())
    }

    private mutating func answer() -> SheetAnswer {
        SheetAnswer(
            answerContent(), text: maybe { $0.text() }, dated: date(), sources: citations())
    }

    private mutating func answerContent() -> SheetAnswer.Content {
        func choices() -> [IssueID: OptionID] {
            let some = [random.pick(issues)] + random.some(issues)
            return Dictionary(some.map { ($0, random.pick(options[$0]!)) }) { first, _ in first }
        }
        func swing() -> SheetAnswer.Swing {
            let issue = random.pick(issues)
            return SheetAnswer.Swing(
                issue: issue, from: random.pick(options[issue]!), to: random.pick(options[issue]!))
        }
        switch count(0, 3) {
        case 0:
            let issue = random.pick(issues)
            return .ranking(issue, groups(options[issue]!))
        case 1: return .priorities(groups(issues))
        case 2: return .swing(swing(), over: swing())
        default: return .rather(choices(), than: choices())
        }
    }

    private mutating func withoutAgreement() -> WithoutAgreement? {
        switch count(0, 2) {
        case 0: nil
        case 1: WithoutAgreement(worth: amount())
        default:
            WithoutAgreement(
                text: maybe { $0.text() }, worth: maybe { $0.amount() }, overTime: overTime(),
                sources: citations())
        }
    }

    private mutating func overTime() -> [Int: Amount] {
        let months = random.some([0, 1, 3, 6, 12, 18, 600])
        return Dictionary(uniqueKeysWithValues: months.map { ($0, amount()) })
    }

    private mutating func weights() -> Weights {
        let named = issues.filter { _ in !random.once(in: 5) }
        let total: Rational? = random.once(in: 3) ? Rational(count(1, 200)) : nil
        switch count(0, 2) {
        case 0: return .order(groups(named), total: total)
        case 1:
            let levels: [Level] = [.essential, .important, .useful, .indifferent]
            return .levels(
                Dictionary(uniqueKeysWithValues: named.map { ($0, random.pick(levels)) }), total: total)
        default:
            let amounts = named.map { issue in
                let ends = [count(0, 60), count(0, 60)].sorted()
                let isRange = random.once(in: 4)
                return (issue, Amount(from: Rational(ends[0]) / 2, to: Rational(ends[isRange ? 1 : 0]) / 2))
            }
            return .numbers(Dictionary(uniqueKeysWithValues: amounts), total: total)
        }
    }

    private mutating func optionValues(_ options: [OptionID]) -> OptionValues {
        let named = options.filter { _ in !random.once(in: 6) }
        switch count(0, 3) {
        case 0: return .order(groups(named))
        case 1:
            return .levels(Dictionary(uniqueKeysWithValues: named.map { ($0, random.pick(Level.allCases)) }))
        default: return .numbers(Dictionary(uniqueKeysWithValues: named.map { ($0, amount()) }))
        }
    }

    mutating func groups<Name>(_ names: [Name]) -> [[Name]] {
        var groups: [[Name]] = []
        for name in names.shuffled(using: &random) {
            if !groups.isEmpty, random.once(in: 3) {
                groups[groups.count - 1].append(name)
            } else {
                groups.append([name])
            }
        }
        return groups
    }
}
