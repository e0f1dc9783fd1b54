import Bargaining
import BigInt
import Negotiation

/// Small sheets with all that can be unknown in them.
struct RandomKnowledge {
    var dice: Dice
    var problems: RandomProblems
    /// The most unknown numbers in one issue's values.
    var issues = 1...4
    var options = 1...4

    init(seed: UInt64) {
        dice = Dice(seed: seed)
        problems = RandomProblems(seed: seed &+ 17)
    }

    mutating func counts() -> [Int] {
        (0..<dice.number(issues)).map { _ in dice.number(options) }
    }

    mutating func package(_ counts: [Int]) -> [Int] { counts.map { dice.number(0...$0 - 1) } }

    mutating func partial(_ counts: [Int]) -> [Int?] {
        counts.map { dice.oneIn(3) ? nil : dice.number(0...$0 - 1) }
    }

    mutating func party(_ counts: [Int], combinations: Bool = true) -> PartyKnowledge {
        var result = PartyKnowledge(weights: weights(counts.count), values: counts.map { value($0) })
        if combinations {
            for _ in 0..<(dice.oneIn(2) ? 0 : dice.number(1...2)) {
                result.interactions.append(
                    PartyKnowledge.Interaction(
                        when: problems.formula(counts, depth: 1), add: amount(-20...20)))
            }
        }
        if dice.oneIn(4) { result.cap = Rational(dice.number(20...90)) }
        if !dice.oneIn(5) { result.withoutAgreement = amount(10...70) }
        if dice.oneIn(5) { result.redLines.append(problems.formula(counts, depth: 1)) }
        return result
    }

    private mutating func amount(_ range: ClosedRange<Int>) -> Amount {
        let least = dice.number(range)
        return Amount(
            from: Rational(BigInt(least), over: 1),
            to: Rational(BigInt(3 * least + (dice.oneIn(3) ? 0 : dice.number(0...30))), over: 3))
    }

    private mutating func weights(_ count: Int) -> WeightKnowledge {
        if dice.oneIn(2) {
            let amounts = (0..<count).map { _ in amount(0...40) }
            guard dice.oneIn(2) else { return .ranges(amounts) }
            let least = amounts.reduce(Rational.zero) { $0 + $1.least }
            let greatest = amounts.reduce(Rational.zero) { $0 + $1.greatest }
            let share = Rational(BigInt(dice.number(-1...9)), over: 8)
            return .ranges(amounts, total: least + share * (greatest - least))
        }
        var groups: [[Int]] = []
        for issue in (0..<count).shuffled(using: &dice) where !dice.oneIn(6) {
            if !groups.isEmpty, dice.oneIn(4) {
                groups[groups.count - 1].append(issue)
            } else {
                groups.append([issue])
            }
        }
        return .ordered(groups, total: 100)
    }

    private mutating func value(_ options: Int) -> ValueKnowledge {
        var result = ValueKnowledge()
        let isChain = dice.oneIn(2)
        for option in (0..<options).shuffled(using: &dice) {
            if isChain, !dice.oneIn(5) {
                if !result.chain.isEmpty, dice.oneIn(4) {
                    result.chain[result.chain.count - 1].append(option)
                } else {
                    result.chain.append([option])
                }
            } else {
                let least = Rational(BigInt(dice.number(-1...8)), over: 8)
                let width = Rational(BigInt(dice.oneIn(3) ? 0 : dice.number(0...4)), over: 8)
                result.free[option] = Amount(from: least, to: least + width)
            }
        }
        return result
    }
}
