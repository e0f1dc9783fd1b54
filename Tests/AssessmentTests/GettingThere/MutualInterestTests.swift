import Assessment
import BigInt
import Negotiation
import TestSupport
import Testing

private typealias Issue = Negotiation.Issue

/// Agreements and trades, held to plain enumeration of what the sheets allow, on random sheets.
@Suite struct MutualInterestTests {
    @Test(arguments: 1...10) func agreementsAgreeWithEveryCompletion(batch: UInt64) throws {
        var random = SplitMix64(seed: 400 + batch)
        for number in 0..<100 {
            let dossier = RandomSheets.dossier(&random, weights: .plain)
            let found = try dossier.mutualInterests()
            let mark = "batch \(batch), dossier \(number)"
            for issue in dossier.issues {
                let expected = AgreementReference(dossier, issue).agreement
                let agreement = found.agreements.first { $0.issue == issue.id }
                #expect(agreement?.kind == expected?.kind, "\(mark), \(issue.id)")
                #expect(agreement?.firsts == expected?.firsts, "\(mark), \(issue.id)")
            }
        }
    }

    @Test(arguments: 1...10) func tradesAgreeWithEveryCompletion(batch: UInt64) throws {
        var random = SplitMix64(seed: 700 + batch)
        var (sure, open) = (0, 0)
        for number in 0..<60 {
            let dossier = RandomSheets.dossier(&random, weights: .ranges, opposed: true)
            let found = try dossier.mutualInterests()
            let mark = "batch \(batch), dossier \(number)"
            let pairs = dossier.issues.indices.flatMap { one in
                (one + 1..<dossier.issues.count).map { (dossier.issues[one], dossier.issues[$0]) }
            }
            for (one, other) in pairs {
                let trade = found.trades.first { Set($0.sides.map(\.gets)) == [one.id, other.id] }
                let ratios = dossier.sheets.map { RatioReference($0, one, other) }
                guard let a = ratios[0].bounds, let b = ratios[1].bounds else {
                    #expect(trade == nil, "\(mark)")
                    continue
                }
                let isSure =
                    a.greatest.map { $0 < b.least } ?? false || b.greatest.map { $0 < a.least } ?? false
                let isOpen =
                    a.greatest.map { $0 > b.least } ?? true || b.greatest.map { $0 > a.least } ?? true
                #expect((trade != nil) == isOpen, "\(mark)")
                guard let trade else { continue }
                #expect(trade.isSure == isSure, "\(mark)")
                if isSure { sure += 1 } else { open += 1 }
                let isGain = zip(trade.sides, dossier.sheets).allSatisfy { side, sheet in
                    let gives = trade.sides.first { $0.party != side.party }!
                    return GainReference.isSure(sheet, dossier, side, gives)
                }
                #expect(trade.isGainForBoth == isGain, "\(mark)")
                for (side, sheet) in zip(trade.sides, dossier.sheets) {
                    let gives = side.gets == one.id ? other : one
                    let gets = side.gets == one.id ? one : other
                    let bounds = RatioReference(sheet, gets, gives).bounds
                    #expect(bounds?.least == side.least && bounds?.greatest == side.greatest, "\(mark)")
                }
                // Who gets an issue counts it for more, against the other, than the one who gives it.
                if isSure {
                    let isFirst = trade.sides[0].gets == one.id
                    #expect(isFirst == (a.least > (b.greatest ?? a.least)), "\(mark)")
                }
            }
        }
        #expect(sure > 10 && open > 10)
    }

    /// Orders alone say who gives what costs it less.
    @Test func ordersAloneGiveTrades() throws {
        var dossier = SmallDossiers.two
        dossier.sheets[0].weights = .order([["line"], ["aid"]])
        dossier.sheets[1].weights = .order([["aid"], ["line"]])
        dossier.sheets[0].values = [
            "line": .order([["a"], ["b"], ["c"]]), "aid": .order([["a"], ["b"], ["c"]]),
        ]
        dossier.sheets[1].values = [
            "line": .order([["c"], ["b"], ["a"]]), "aid": .order([["c"], ["b", "a"]]),
        ]
        let found = try dossier.mutualInterests()
        #expect(found.agreements.isEmpty)
        let trade = try #require(found.trades.first)
        #expect(found.trades.count == 1 && trade.isSure && trade.isFeasible == true)
        #expect(trade.sides.map(\.party) == ["north", "south"])
        #expect(trade.sides.map(\.gets) == ["line", "aid"] && trade.sides.map(\.option) == ["a", "c"])
        #expect(trade.sides.allSatisfy { $0.least == 1 && $0.greatest == nil })
        dossier.rules = [
            SmallDossiers.rule("r", forbid: .all([.choose("line", ["a"]), .choose("aid", ["c"])]))
        ]
        #expect(try dossier.mutualInterests().trades.first?.isFeasible == false)
        dossier.sheets[1].weights = .order([["line"], ["aid"]])
        #expect(try dossier.mutualInterests().trades.map(\.isSure) == [false])
    }

    @Test func interestsOnAndOffTheAgenda() throws {
        var dossier = SmallDossiers.two
        dossier.interests = [
            Interest(id: "safety", of: ["north", "south"], text: "Safety"),
            Interest(id: "climate", of: ["north", "south"], text: "Climate"),
            Interest(id: "ports", of: ["north"], text: "Ports"),
        ]
        dossier.issues[0].options[1].serves = ["safety", "ports"]
        dossier.issues[1].options[0].serves = ["ports", "safety"]
        var found = try dossier.mutualInterests()
        #expect(found.shared.map(\.interest) == ["safety", "climate"])
        #expect(found.shared.map(\.servedOn) == [["line", "aid"], []])
        #expect(found.dovetailing.isEmpty)
        dossier.interests[2].of = ["host"]
        found = try dossier.mutualInterests()
        #expect(found.dovetailing.map(\.option) == ["b", "a"])
    }

    @Test func withoutSheetsThereIsNothingToCompare() throws {
        var dossier = SmallDossiers.two
        dossier.sheets.removeLast()
        let found = try dossier.mutualInterests()
        #expect(found.negotiators == ["north"] && found.withoutSheet == ["south"])
        #expect(found.agreements.isEmpty && found.trades.isEmpty)
    }
}

/// Two or three sheets with small numbers, ranges, orders and words.
private enum RandomSheets {
    enum Weighing { case plain, ranges }

    static let whole = 4

    static func dossier(_ random: inout SplitMix64, weights: Weighing, opposed: Bool = false) -> Dossier {
        let parties: [PartyID] =
            opposed || random.once(in: 2) ? ["north", "south"] : ["north", "south", "east"]
        let issues = (0..<Int.random(in: 2...3, using: &random)).map { number in
            SmallDossiers.issue(
                IssueID("i\(number)"),
                (0..<Int.random(in: 2...3, using: &random)).map { OptionID("o\($0)") })
        }
        let sheets = parties.enumerated().map { place, party in
            Sheet(
                id: SheetID(party.rawValue), party: party, basis: .illustration,
                weights: self.weights(issues, weights, &random),
                values: Dictionary(
                    uniqueKeysWithValues: issues.map { issue in
                        (issue.id, opposed ? pulling(issue, place, &random) : values(issue, &random))
                    }),
                outOf: Dictionary(uniqueKeysWithValues: issues.map { ($0.id, Rational(whole)) }))
        }
        return Dossier(parties: parties.map(SmallDossiers.party), issues: issues, sheets: sheets)
    }

    private static func weights(
        _ issues: [Issue], _ weighing: Weighing, _ random: inout SplitMix64
    ) -> Weights {
        let amounts = issues.map { issue -> (IssueID, Amount) in
            let least = Int.random(in: weighing == .plain ? 0...1 : 1...3, using: &random)
            let more = weighing == .plain || random.once(in: 2) ? 0 : Int.random(in: 1...3, using: &random)
            return (issue.id, Amount(from: Rational(least), to: Rational(least + more)))
        }
        let sum = amounts.reduce(0) { $0 + Int($1.1.least.numerator) }
        let most = amounts.reduce(0) { $0 + Int($1.1.greatest.numerator) }
        let total =
            weighing == .ranges && random.once(in: 2)
            ? Rational(Int.random(in: sum...most, using: &random)) : nil
        return .numbers(Dictionary(uniqueKeysWithValues: amounts), total: total)
    }

    /// Anything that a sheet can say of an issue.
    private static func values(_ issue: Issue, _ random: inout SplitMix64) -> OptionValues {
        let options = issue.options.map(\.id)
        switch Int.random(in: 0...3, using: &random) {
        case 0:
            var groups: [[OptionID]] = []
            for option in options.shuffled(using: &random) {
                if !groups.isEmpty, random.once(in: 4) {
                    groups[groups.count - 1].append(option)
                } else {
                    groups.append([option])
                }
            }
            return .order(groups)
        case 1:
            let levels: [Level] = [.important, .useful, .unwelcome]
            return .levels(Dictionary(uniqueKeysWithValues: options.map { ($0, random.pick(levels)) }))
        default:
            let named = options.filter { _ in !random.once(in: 12) }
            return .numbers(Dictionary(uniqueKeysWithValues: named.map { ($0, amount(&random)) }))
        }
    }

    private static func amount(_ random: inout SplitMix64) -> Amount {
        let ends = [Int.random(in: 0...whole, using: &random), Int.random(in: 0...whole, using: &random)]
            .sorted()
        return random.once(in: 3)
            ? Amount(from: Rational(ends[0]), to: Rational(ends[1])) : Amount(Rational(ends[0]))
    }

    /// The first option best to the first party and worst to the second, perhaps by nobody knows how much.
    private static func pulling(_ issue: Issue, _ place: Int, _ random: inout SplitMix64) -> OptionValues {
        var amounts: [OptionID: Amount] = [:]
        for (index, option) in issue.options.map(\.id).enumerated() {
            let isFirst = place == 0 ? index == 0 : index == issue.options.count - 1
            let low = isFirst ? Int.random(in: 3...4, using: &random) : Int.random(in: 0...1, using: &random)
            let high = random.once(in: 2) ? low : isFirst ? 4 : 2
            amounts[option] = Amount(from: Rational(low), to: Rational(max(low, high)))
        }
        return .numbers(amounts)
    }
}

/// Every value in whole numbers that a sheet allows for the options of an issue.
private enum AllowedValues {
    static func vectors(_ sheet: Sheet, _ issue: Issue) -> [[OptionID: Int]] {
        let options = issue.options.map(\.id)
        var vectors: [[OptionID: Int]] = [[:]]
        for option in options {
            vectors = vectors.flatMap { vector in
                (0...RandomSheets.whole).map { vector.merging([option: $0]) { $1 } }
            }
        }
        switch sheet.values[issue.id] {
        case .numbers(let amounts)?:
            return vectors.filter { vector in
                vector.allSatisfy { option, value in
                    amounts[option].map { $0.least <= Rational(value) && Rational(value) <= $0.greatest }
                        ?? true
                }
            }
        case .order(let groups)?: return vectors.filter { fits($0, groups) }
        case .levels(let levels)?:
            let groups = Set(levels.values).sorted().map { level in
                levels.filter { $0.value == level }.map(\.key)
            }
            return vectors.filter { fits($0, groups) }
        case nil: return vectors
        }
    }

    private static func fits(_ vector: [OptionID: Int], _ groups: [[OptionID]]) -> Bool {
        let values = groups.map { group in Set(group.map { vector[$0]! }) }
        guard values.allSatisfy({ $0.count == 1 }) else { return false }
        let line = values.map { $0.first! }
        return zip(line, line.dropFirst()).allSatisfy { $0 >= $1 } && line.first == RandomSheets.whole
            && (line.count == 1 || line.last == 0)
    }
}

/// Whether negotiators agree on an issue, from every completion of their sheets.
private struct AgreementReference {
    var agreement: (kind: MutualInterests.Agreement.Kind, firsts: [OptionID])?

    init(_ dossier: Dossier, _ issue: Issue) {
        let options = issue.options.map(\.id)
        let allowed = dossier.sheets.map { sheet -> [[OptionID: Int]] in
            guard case .numbers(let weights, _) = sheet.weights, (weights[issue.id]?.greatest ?? 0) > 0 else {
                return [Dictionary(uniqueKeysWithValues: options.map { ($0, 0) })]
            }
            return AllowedValues.vectors(sheet, issue)
        }
        func may(_ party: Int, _ one: OptionID, _ other: OptionID) -> Bool {
            allowed[party].contains { $0[one]! > $0[other]! }
        }
        let parties = dossier.sheets.indices
        let pairs = options.flatMap { one in options.filter { $0 != one }.map { (one, $0) } }
        let caring = parties.filter { party in pairs.contains { may(party, $0, $1) } }
        guard !caring.isEmpty else { return }
        let firsts = options.filter { one in
            parties.allSatisfy { party in !options.contains { $0 != one && may(party, $0, one) } }
        }
        let isOpposed = pairs.contains { one, other in
            parties.contains { may($0, one, other) } && parties.contains { may($0, other, one) }
        }
        if !isOpposed {
            agreement = (
                kind: caring.count == 1 ? .countsFor(dossier.sheets[caring[0]].party) : .sameOrder,
                firsts: firsts
            )
        } else if !firsts.isEmpty {
            agreement = (kind: .sameFirst, firsts: firsts)
        }
    }
}

/// The bounds of a ratio of swings, from every completion of a sheet in whole numbers: ends and corners are whole.
private struct RatioReference {
    var bounds: (least: Rational, greatest: Rational?)?

    /// Every set of weights in whole numbers that a sheet allows.
    static func weights(_ sheet: Sheet) -> [[IssueID: Int]]? {
        guard case .numbers(let amounts, let total) = sheet.weights else { return nil }
        var weights: [[IssueID: Int]] = [[:]]
        for (issue, amount) in amounts {
            weights = weights.flatMap { weight in
                (Int(amount.least.numerator)...Int(amount.greatest.numerator)).map { number in
                    weight.merging([issue: number]) { $1 }
                }
            }
        }
        guard let total else { return weights }
        return weights.filter { Rational($0.values.reduce(0, +)) == total }
    }

    init(_ sheet: Sheet, _ one: Issue, _ other: Issue) {
        guard let weights = Self.weights(sheet) else { return }
        let spreads = [one, other].map { issue in
            Set(AllowedValues.vectors(sheet, issue).map { $0.values.max()! - $0.values.min()! })
        }
        var ratios: [Rational] = []
        var isBounded = true
        for weight in weights {
            for first in spreads[0] {
                for second in spreads[1] {
                    let below = weight[other.id]! * second
                    if below == 0 {
                        isBounded = false
                    } else {
                        ratios.append(Rational(BigInt(weight[one.id]! * first), over: BigInt(below)))
                    }
                }
            }
        }
        if let least = ratios.min() { bounds = (least, isBounded ? ratios.max() : nil) }
    }
}

/// Whether a side gets more than it gives in every completion of its sheet, where both options are exchanged as they are.
private enum GainReference {
    static func isSure(
        _ sheet: Sheet, _ dossier: Dossier, _ side: MutualInterests.Trade.Side,
        _ other: MutualInterests.Trade.Side
    ) -> Bool {
        guard let gets = dossier.issue(side.gets), let gives = dossier.issue(other.gets),
            let weights = RatioReference.weights(sheet)
        else { return false }
        // What the other side puts first on the issue that this one gets, and the reverse: see the sheets.
        let isFirst = sheet.party == "north"
        let (got, without) = (side.option, isFirst ? gets.options.last!.id : gets.options.first!.id)
        let (given, kept) = (other.option, isFirst ? gives.options.first!.id : gives.options.last!.id)
        let gains = Set(AllowedValues.vectors(sheet, gets).map { $0[got]! - $0[without]! })
        let losses = Set(AllowedValues.vectors(sheet, gives).map { $0[kept]! - $0[given]! })
        return weights.allSatisfy { weight in
            gains.allSatisfy { gain in
                losses.allSatisfy { weight[side.gets]! * gain > weight[other.gets]! * $0 }
            }
        }
    }
}
