import Bargaining
import Negotiation

/// Whole numbers from a seed (SplitMix64; Steele, Lea and Flood, OOPSLA 2014), the same on every machine.
struct Generator {
    private var state: UInt64

    init(seed: UInt64) { state = seed }

    mutating func next() -> UInt64 {
        state &+= 0x9E37_79B9_7F4A_7C15
        var mixed = state
        mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
        mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
        return mixed ^ (mixed >> 31)
    }

    /// The next number's rest after division by the size of the range, above its least number.
    mutating func number(_ range: ClosedRange<Int>) -> Int {
        range.lowerBound + Int(next() % UInt64(range.count))
    }
}

/// Worths of packages in whole numbers: what both sides of a comparison start from.
struct Worths {
    var options: Int
    /// Party × issue × option.
    var values: [[[Int]]]

    /// Party by party, issue by issue: a weight, then a value for each option.
    ///
    /// - Parameter opposed: whether the first party's values ascend and the second's descend.
    init(parties: Int, issues: Int, options: Int, opposed: Bool, seed: UInt64) {
        var generator = Generator(seed: seed)
        self.options = options
        values = (0..<parties).map { party in
            (0..<issues).map { _ in
                let weight = generator.number(1...99)
                var row = (0..<options).map { _ in generator.number(0...1_000) }
                if opposed && party == 0 { row.sort() }
                if opposed && party == 1 { row.sort(by: >) }
                return row.map { $0 * weight }
            }
        }
    }

    var problem: BargainingProblem {
        BargainingProblem(
            optionCounts: [Int](repeating: options, count: values.first?.count ?? 0),
            parties: values.map { rows in PartyModel(values: rows.map { $0.map { Rational($0) } }) })
    }

    /// The same with some rules and interactions, each a combination of two to four issues with one to five of
    /// their options each.
    func problem(conditions: Int, seed: UInt64) -> BargainingProblem {
        var generator = Generator(seed: seed)
        var result = problem
        func combination() -> Formula {
            var issues: [Int] = []
            let count = generator.number(2...4)
            while issues.count < count {
                let issue = generator.number(0...values[0].count - 1)
                if !issues.contains(issue) { issues.append(issue) }
            }
            return .all(
                issues.map { issue in
                    let size = generator.number(1...5)
                    var chosen: [Int] = []
                    while chosen.count < size {
                        let option = generator.number(0...options - 1)
                        if !chosen.contains(option) { chosen.append(option) }
                    }
                    return .chosen(issue: issue, options: chosen)
                })
        }
        for _ in 0..<conditions { result.prohibitions.append(combination()) }
        for _ in 0..<conditions {
            let when = combination()
            let add = Rational(generator.number(-20_000...20_000))
            result.parties[generator.number(0...values.count - 1)].interactions.append(
                Interaction(when: when, add: add))
        }
        return result
    }
}

/// Rows for the filter alone.
enum FilterRows {
    /// Independent numbers below 2 to the 20.
    static func random(count: Int, dimension: Int, seed: UInt64) -> [Int64] {
        var generator = Generator(seed: seed)
        return (0..<count * dimension).map { _ in Int64(generator.number(0...(1 << 20) - 1)) }
    }

    /// All packages of six issues with ten options each, worth 0 to 20 times a weight of 1 to 9: many ties.
    static func additive(dimension: Int, seed: UInt64) -> [Int64] {
        var generator = Generator(seed: seed)
        var sums = [[Int64](repeating: 0, count: dimension)]
        for _ in 0..<6 {
            let weights = (0..<dimension).map { _ in generator.number(1...9) }
            let options = (0..<10).map { _ in weights.map { Int64($0 * generator.number(0...20)) } }
            sums = sums.flatMap { sum in options.map { option in zip(sum, option).map { $0 + $1 } } }
        }
        return sums.flatMap { $0 }
    }

    /// Rows on a paraboloid, so that none dominates another: the last number falls as squares of the others grow.
    static func level(count: Int, dimension: Int, seed: UInt64) -> [Int64] {
        var generator = Generator(seed: seed)
        return (0..<count).flatMap { _ in
            var row = (1..<dimension).map { _ in Int64(generator.number(0...(1 << 14) - 1)) }
            row.append(Int64(dimension - 1) << 28 - row.reduce(0) { $0 + $1 * $1 })
            return row
        }
    }
}
