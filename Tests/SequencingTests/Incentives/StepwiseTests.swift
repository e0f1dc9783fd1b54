import Foundation
import Negotiation
import Sequencing
import TestSupport
import Testing

@Suite("Equal tranches")
struct EqualTranchesTests {
    @Test("The least number of steps is the first that holds in every step")
    func counted() throws {
        var random = SplitMix64(seed: 31)
        var (some, none) = (0, 0)
        for number in 0..<3_000 {
            let model = try #require(
                EqualTranches(
                    stake: Double(Int.random(in: 0...20, using: &random)) * 5,
                    temptation: Double(Int.random(in: 0...12, using: &random)) / 4,
                    recoverable: Double(Int.random(in: 0...10, using: &random)) / 10,
                    continuation: Double(Int.random(in: -8...20, using: &random)) * 2.5,
                    patience: Double(Int.random(in: 10...20, using: &random)) / 20,
                    lag: Int.random(in: 0...5, using: &random)))
            let holds = { (count: Int) in
                (1...count).allSatisfy { step in
                    let (n, all, s) = (Double(step), Double(count), model.stake)
                    let left = model.continuation + s * (all - n) / all + model.recoverable * s * n / all
                    return pow(model.patience, Double(model.lag)) * left - model.temptation * s / all
                        >= -1e-10
                }
            }
            let expected = (1...400).first(where: holds)
            if let expected {
                some += 1
                #expect(model.leastCount == expected, "number \(number)")
                // More steps hold too, and the last is the one that tempts the most.
                #expect(holds(expected + 1) && model.isKept(inAllOf: expected + 7))
                let margins = (1...expected).map { model.margin(in: $0, of: expected) }
                let binding = model.bindingSteps(of: expected)
                #expect(agree(margins.min() ?? 0, margins[binding.upperBound - 1]))
                #expect(
                    margins.indices.allSatisfy {
                        binding.contains($0 + 1) == agree(margins[$0], margins[expected - 1])
                            || model.stake == 0
                    })
                #expect(model.size(of: expected) == model.stake / Double(expected))
            } else {
                let enough = model.continuation + model.recoverable * model.stake
                if enough <= 1e-9 {
                    none += 1
                    #expect(model.leastCount == nil, "number \(number)")
                } else {
                    #expect(try #require(model.leastCount) > 400, "number \(number)")
                }
            }
        }
        #expect(some > 1_000 && none > 200)
    }

    @Test("Worked cases, an exact tie, and numbers beyond counting")
    func fixtures() throws {
        #expect(
            EqualTranches(stake: 100, temptation: 1.5, continuation: 10, patience: 0.95)?.leastCount == 16)
        #expect(
            EqualTranches(stake: 100, temptation: 1.5, recoverable: 0.3, patience: 0.95, lag: 6)?.leastCount
                == 7)
        #expect(
            EqualTranches(
                stake: 100, temptation: 3, recoverable: 0.3, continuation: 10, patience: 0.9, lag: 2)?
                .leastCount == 10)
        let none = try #require(EqualTranches(stake: 100, temptation: 1.5, patience: 0.95))
        #expect(none.leastCount == nil)
        #expect(EqualTranches(stake: 100, temptation: 1.5, recoverable: 0.3, patience: 1)?.leastCount == 5)
        #expect(EqualTranches(stake: 1e12, temptation: 1, continuation: 1, patience: 1)?.leastCount == nil)
        #expect(
            EqualTranches(stake: 1e9, temptation: 1, continuation: 1, patience: 1)?.leastCount
                == 1_000_000_000)
        #expect(EqualTranches(stake: 0, temptation: 1, patience: 1)?.leastCount == 1)
    }

    @Test("Nonsense is refused")
    func refusals() {
        #expect(EqualTranches(stake: -1, temptation: 1, patience: 0.9) == nil)
        #expect(EqualTranches(stake: 1, temptation: -1, patience: 0.9) == nil)
        #expect(EqualTranches(stake: 1, temptation: 1, recoverable: 1.5, patience: 0.9) == nil)
        #expect(EqualTranches(stake: 1, temptation: 1, patience: 0) == nil)
        #expect(EqualTranches(stake: 1, temptation: 1, patience: 1.1) == nil)
        #expect(EqualTranches(stake: 1, temptation: 1, patience: 0.9, lag: -1) == nil)
        #expect(EqualTranches(stake: .nan, temptation: 1, patience: 0.9) == nil)
    }
}

@Suite("Gradualism")
struct GradualismTests {
    @Test("Along the path, going on is worth what stopping is, summed round by round")
    func indifferent() throws {
        var random = SplitMix64(seed: 41)
        var possible = 0
        for number in 0..<500 {
            let model = try #require(
                Gradualism(
                    brings: 0.5 + random.nextShare() * 3, costs: random.nextShare() * 2,
                    patience: 0.5 + random.nextShare() * 0.49, level: random.nextShare() * 100))
            guard model.isPossible else {
                #expect(model.rounds(toShare: 0.5) == nil)
                continue
            }
            possible += 1
            let level = { (round: Int) in model.level * (1 - pow(model.ratio, Double(round))) }
            for round in 1...5 {
                var (goingOn, discount) = (0.0, 1.0)
                for later in round..<round + 4_000 {
                    goingOn += discount * (model.brings - model.costs) * level(later)
                    discount *= model.patience
                }
                let stopping =
                    (model.brings * level(round) - model.costs * level(round - 1)) / (1 - model.patience)
                #expect(agree(goingOn, stopping, within: 1e-9), "number \(number)")
                #expect(abs(try #require(model.incentiveGap(inRound: round))) <= 1e-9 * max(1, stopping))
                #expect(agree(try #require(model.level(after: round)), level(round)))
            }
            let share = 0.05 + random.nextShare() * 0.9
            let expected = (0...100_000).first { 1 - pow(model.ratio, Double($0)) >= share }
            #expect(model.rounds(toShare: share) == expected, "number \(number)")
        }
        #expect(possible > 200)
    }

    @Test("Worked cases and ends")
    func fixtures() throws {
        let model = try #require(Gradualism(brings: 2, costs: 1, patience: 0.9, level: 100))
        #expect(agree(model.ratio, 5.0 / 9))
        #expect(agree(try #require(model.firstStep), 400.0 / 9))
        #expect(model.rounds(toShare: 0.9) == 4)
        #expect(agree(model.gainFromBreachAtOnce, 1_000))
        #expect(model.rounds(toShare: 0) == 0)
        #expect(model.rounds(toShare: 1) == nil)
        #expect(Gradualism(brings: 2, costs: 0, patience: 0.9, level: 100)?.rounds(toShare: 1) == 1)
        let impatient = try #require(Gradualism(brings: 1.05, costs: 1, patience: 0.95, level: 100))
        #expect(!impatient.isPossible && impatient.level(after: 3) == nil)
        #expect(agree(impatient.gainFromBreachAtOnce, 2_000))
    }

    @Test("Nonsense is refused")
    func refusals() {
        #expect(Gradualism(brings: 0, costs: 1, patience: 0.9, level: 1) == nil)
        #expect(Gradualism(brings: 1, costs: -1, patience: 0.9, level: 1) == nil)
        #expect(Gradualism(brings: 1, costs: 1, patience: 1, level: 1) == nil)
        #expect(Gradualism(brings: 1, costs: 1, patience: 0.9, level: -1) == nil)
        #expect(Gradualism(brings: 1, costs: .nan, patience: 0.9, level: 1) == nil)
    }
}
