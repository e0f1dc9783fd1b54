import Bargaining
import BigInt
import Negotiation

/// A small generator with a fixed seed (SplitMix64, Steele, Lea and Flood, OOPSLA 2014).
struct Dice: RandomNumberGenerator {
    private var state: UInt64

    init(seed: UInt64) { state = seed }

    mutating func next() -> UInt64 {
        state &+= 0x9E37_79B9_7F4A_7C15
        var mixed = state
        mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
        mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
        return mixed ^ (mixed >> 31)
    }

    mutating func number(_ range: ClosedRange<Int>) -> Int { Int.random(in: range, using: &self) }

    /// True once in so many times.
    mutating func oneIn(_ times: Int) -> Bool { number(1...times) == 1 }
}

/// Problems small enough to enumerate, with everything that can go wrong in them.
struct RandomProblems {
    var dice: Dice
    /// The most packages.
    var size = 110

    init(seed: UInt64) { dice = Dice(seed: seed) }

    mutating func problem(parties: Int? = nil) -> BargainingProblem {
        var counts: [Int] = []
        var packages = 1
        for _ in 0..<dice.number(1...7) {
            let count = min(dice.oneIn(6) ? 1 : dice.number(2...5), size / packages)
            if count < 1 { break }
            counts.append(count)
            packages *= count
        }
        let prohibitions = (0..<(dice.oneIn(3) ? 0 : dice.number(1...4))).map { _ in
            formula(counts, depth: 2)
        }
        let style = dice.number(0...5)
        let models = (0..<(parties ?? dice.number(2...5))).map { _ in
            party(counts, style: style == 5 ? dice.number(0...4) : style)
        }
        return BargainingProblem(optionCounts: counts, prohibitions: prohibitions, parties: models)
    }

    /// Nested conditions; rather often conjunctions, so that not everything is forbidden.
    mutating func formula(_ counts: [Int], depth: Int) -> Formula {
        let kind = dice.number(0...(depth == 0 ? 2 : 9))
        switch kind {
        case 0...4:
            let issue = dice.number(0...counts.count - 1)
            let options = (0..<counts[issue]).filter { _ in dice.oneIn(2) }
            return .chosen(issue: issue, options: options)
        case 5...7: return .all((0..<dice.number(1...3)).map { _ in formula(counts, depth: depth - 1) })
        case 8: return .any((0..<dice.number(1...2)).map { _ in formula(counts, depth: depth - 1) })
        default:
            return dice.oneIn(8) ? .constant(dice.oneIn(4)) : .not(formula(counts, depth: depth - 1))
        }
    }

    /// A rule of several issues at once.
    private mutating func condition(_ counts: [Int]) -> Formula {
        dice.oneIn(2)
            ? formula(counts, depth: 2)
            : .all((0..<dice.number(2...3)).map { _ in formula(counts, depth: 0) })
    }

    private mutating func party(_ counts: [Int], style: Int) -> PartyModel {
        let values = counts.map { count in (0..<count).map { _ in number(style) } }
        var model = PartyModel(values: values)
        let best = values.reduce(Rational.zero) { $0 + $1.max()! }
        let worst = values.reduce(Rational.zero) { $0 + $1.min()! }
        for _ in 0..<(dice.oneIn(2) ? 0 : dice.number(1...3)) {
            let add = number(style)
            model.interactions.append(
                Interaction(when: condition(counts), add: dice.oneIn(2) ? add : -add))
        }
        let between = { (share: Int) in worst + (best - worst) * Rational(BigInt(share), over: 12) }
        if dice.oneIn(3) { model.cap = between(dice.number(2...12)) }
        if !dice.oneIn(4) { model.withoutAgreement = between(dice.number(-1...8)) }
        for _ in 0..<(dice.oneIn(2) ? 0 : dice.number(1...3)) { model.redLines.append(condition(counts)) }
        return model
    }

    /// Ties, plain numbers, fractions, and denominators beyond 64 and 128 bits.
    private mutating func number(_ style: Int) -> Rational {
        switch style {
        case 0: Rational(dice.number(0...3))
        case 1: Rational(dice.number(0...100))
        case 2: Rational(BigInt(dice.number(0...60)), over: BigInt(dice.number(1...12)))
        case 3:
            Rational(
                BigInt(dice.number(0...9)) * BigInt(2).power(70) + BigInt(dice.number(0...1)),
                over: BigInt(3).power(45))
        default:
            Rational(
                BigInt(dice.number(0...4)) * BigInt(10).power(50) + BigInt(dice.number(0...1)),
                over: BigInt(7).power(60) + BigInt(dice.oneIn(2) ? 0 : 1))
        }
    }
}
