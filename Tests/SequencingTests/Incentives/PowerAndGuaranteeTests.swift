import Negotiation
import Sequencing
import TestSupport
import Testing

@Suite("Shifts of power")
struct PowerShiftTests {
    @Test("The bound is where the declining side is indifferent")
    func indifferent() throws {
        var random = SplitMix64(seed: 51)
        for _ in 0..<2_000 {
            let model = try #require(
                PowerShift(
                    power: random.nextShare(), destroyed: random.nextShare() * 0.6,
                    patience: 0.3 + random.nextShare() * 0.69))
            let (p, d, patience) = (model.power, model.destroyed, model.patience)
            let gap = { (next: Double) in
                1 + patience * (1 - next * (1 - d)) / (1 - patience) - (1 - p) * (1 - d) / (1 - patience)
            }
            if model.greatestNext < 1 {
                #expect(abs(gap(model.greatestNext)) < 1e-9)
                #expect(gap(model.greatestNext + 1e-6) < 0)
            } else {
                #expect(gap(1) > -1e-9)
            }
        }
    }

    @Test("A path goes as far as it may each round, and never further than its target")
    func paths() throws {
        var random = SplitMix64(seed: 52)
        for _ in 0..<1_000 {
            let model = try #require(
                PowerShift(
                    power: random.nextShare(), destroyed: random.nextShare() * 0.3,
                    patience: 0.8 + random.nextShare() * 0.2))
            let target = random.nextShare()
            let path = model.path(to: target)
            #expect(path.end == .reached && path.powers[0] == model.power)
            #expect(path.powers.last == max(target, model.power))
            for (now, next) in zip(path.powers, path.powers.dropFirst()) {
                let bound = try #require(
                    PowerShift(power: now, destroyed: model.destroyed, patience: model.patience)
                ).greatestNext
                #expect(now < next && next <= bound + 1e-12)
                #expect(next == target || next == bound)
            }
        }
    }

    @Test("Worked cases and ends")
    func fixtures() throws {
        let model = try #require(PowerShift(power: 0.5, destroyed: 0.2, patience: 0.95))
        #expect(agree(model.greatestNext, 0.75 / 0.95))
        #expect(model.path(to: 1).rounds == 2)
        #expect(PowerShift(power: 0.5, destroyed: 0.02, patience: 0.99)?.path(to: 1).rounds == 18)
        #expect(PowerShift(power: 0.5, destroyed: 0, patience: 1)?.path(to: 0.6).end == .stuck)
        #expect(PowerShift(power: 0, destroyed: 0, patience: 0.9)?.path(to: 0.6).end == .stuck)
        #expect(PowerShift(power: 0.5, destroyed: 1, patience: 0.9)?.path(to: 1).rounds == 1)
        #expect(PowerShift(power: 0.5, destroyed: 0.5, patience: 0.9)?.path(to: 0.2).rounds == 0)
        let slow = PowerShift(power: 0, destroyed: 1e-6, patience: 1)?.path(to: 1, limit: 50)
        #expect(slow?.end == .cutOff && slow?.rounds == nil && slow?.powers.count == 51)
        // Five steps of a tenth, though their rounded sum is not quite 1.
        let even = try #require(PowerShift(power: 0.5, destroyed: 1.0 / 11, patience: 1))
        #expect(even.path(to: 1).rounds == 5)
    }

    @Test("Nonsense is refused")
    func refusals() {
        #expect(PowerShift(power: 1.1, destroyed: 0.1, patience: 0.9) == nil)
        #expect(PowerShift(power: 0.1, destroyed: -0.1, patience: 0.9) == nil)
        #expect(PowerShift(power: 0.1, destroyed: 0.1, patience: 0) == nil)
        #expect(PowerShift(power: .nan, destroyed: 0.1, patience: 0.9) == nil)
    }
}

@Suite("Guarantees")
struct GuaranteeThresholdTests {
    @Test("From the threshold on, the settlement is no worse than fighting; below it is")
    func turning() throws {
        var random = SplitMix64(seed: 61)
        var (inside, beyond, none) = (0, 0, 0)
        for _ in 0..<3_000 {
            let model = try #require(
                GuaranteeThreshold(
                    winning: random.nextShare(), costOfFighting: random.nextShare() * 0.4,
                    share: random.nextShare(), ifExploited: random.nextShare() * 0.5))
            let gap = { (q: Double) in
                q * model.share + (1 - q) * model.ifExploited - (model.winning - model.costOfFighting)
            }
            switch model.leastProbability {
            case nil:
                none += 1
                #expect((0...100).allSatisfy { gap(Double($0) / 100) < 0 })
                #expect(!model.isReachable)
            case 0?: #expect(gap(0) >= 0)
            case let least?:
                if least <= 1 { inside += 1 } else { beyond += 1 }
                #expect(abs(gap(least)) < 1e-9 * max(1, least))
                #expect(gap(least * 0.99) < 0)
                #expect(model.isReachable == (least <= 1))
            }
        }
        #expect(inside > 200 && beyond > 200 && none > 100)
    }

    @Test("Worked cases and ends")
    func fixtures() {
        func least(_ winning: Double, _ cost: Double, _ share: Double, _ exploited: Double) -> Double? {
            GuaranteeThreshold(winning: winning, costOfFighting: cost, share: share, ifExploited: exploited)?
                .leastProbability
        }
        #expect(agree(least(0.4, 0.1, 0.45, 0) ?? -1, 2.0 / 3))
        #expect(agree(least(0.5, 0.05, 0.5, 0.05) ?? -1, 8.0 / 9))
        #expect(least(0.3, 0.3, 0.3, 0) == 0)
        #expect(least(0.5, 0, 0.2, 0.2) == nil)
        #expect(least(0.5, 0.4, 0.1, 0.2) == 0)
        #expect(agree(least(0.6, 0, 0.3, 0) ?? -1, 2))
        #expect(
            GuaranteeThreshold(winning: 0.4, costOfFighting: 0.1, share: 0.3, ifExploited: 0)?.isReachable
                == true)
        #expect(GuaranteeThreshold(winning: 2, costOfFighting: 0, share: 0, ifExploited: 0) == nil)
        #expect(GuaranteeThreshold(winning: 0.5, costOfFighting: .infinity, share: 0, ifExploited: 0) == nil)
    }
}
