import Foundation
import Negotiation
import Sequencing
import TestSupport
import Testing

@Suite("Self-enforcement")
struct SelfEnforcementTests {
    /// The worked case of an agreement with snapback after 65 days, and what changes in it.
    private func snapback(
        gain: Bounds = 100, after days: Bounds = 65, probability: Bounds = 0.8, lasts: Bounds? = 3650,
        guarantor: Bounds = 0, costs: Bounds = 0, rate: Bounds = Bounds(0.1 / 365)
    ) throws -> SelfEnforcement {
        try #require(
            SelfEnforcement(
                gain: gain, gainADay: 0.5, responseAfter: days, snapback: probability, relief: 0.4,
                reliefLasts: lasts, guarantor: guarantor, guarantorCosts: costs, discountADay: rate))
    }

    @Test("Worked cases: little or much to seize, a quick response, a guarantor, a near sunset")
    func fixtures() throws {
        let little = try snapback()
        #expect(agree(little.worst.temptation, 132.21232661972968))
        #expect(agree(little.worst.loss, 725.2850854131752))
        #expect(little.verdict == .sure)
        let much = try snapback(gain: 900)
        #expect(agree(much.worst.margin, -206.9272412065544))
        #expect(much.verdict == .never)
        #expect(agree(try #require(much.leastSnapback(.inAllCases)), 1.0282437572405598))
        let quick = try snapback(gain: 900, after: 10, probability: 0.95)
        #expect(agree(try #require(quick.leastSnapback(.inAllCases)), 0.9832916972292869))
        let guarded = try snapback(gain: 900, guarantor: 0.5, costs: 500)
        #expect(agree(guarded.worst.margin, 38.66011131129085))
        #expect(guarded.verdict == .sure)
        let sunset = try snapback(lasts: 365)
        #expect(agree(try #require(sunset.leastSnapback(.inAllCases)), 0.9686946172853097))
        #expect(try snapback(gain: Bounds(from: 100, to: 900)).verdict == .possible)
    }

    @Test("Without discounting, the formulas are their limits: products of points and days")
    func undiscounted() throws {
        let still = try snapback(rate: 0)
        #expect(still.worst.temptation == 132.5)
        #expect(agree(still.worst.loss, 0.8 * 0.4 * 3650))
        #expect(agree(try #require(still.leastSnapback(.inAllCases)), 132.5 / (0.4 * 3650)))
        #expect(
            agree(try #require(try snapback(gain: 2000, rate: 0).leastGuarantee(.inAllCases)), 2032.5 - 1168))
        guard case .days(let days) = still.longestResponse(.inAllCases) else {
            Issue.record("a response that comes too late does not hold")
            return
        }
        #expect(agree(days, (1168 - 100) / 0.5))
        for exponent in 3...300 {
            let nearly = try snapback(rate: Bounds(pow(10, -Double(exponent))))
            #expect(
                agree(
                    nearly.worst.margin, still.worst.margin,
                    within: 10_000 * pow(10, -Double(exponent)) + 1e-13))
        }
        // Relief for good that is not discounted outweighs anything; discounted it is worth R / r.
        #expect(try snapback(lasts: nil, rate: 0).worst.loss == .infinity)
        #expect(try snapback(lasts: nil, rate: 0).verdict == .sure)
        #expect(agree(try snapback(after: 0, lasts: nil, rate: 0.001).worst.loss, 0.8 * 0.4 / 0.001))
    }

    @Test("A tie keeps")
    func ties() throws {
        // 0.1 + 0.2 against 0.3.
        let tie = try #require(SelfEnforcement(gain: 0.1, gainADay: 0.2, responseAfter: 1, loses: 0.3))
        #expect(tie.verdict == .sure)
        #expect(try #require(SelfEnforcement(gain: 0, responseAfter: 5)).verdict == .sure)
    }

    @Test("The formulas are integrals over time, at any rate")
    func integrals() throws {
        var random = SplitMix64(seed: 1)
        for _ in 0..<300 {
            let single = RandomBreach(using: &random, ranges: false)
            let only = single.model.worst
            let (rate, time, lasts) = (only.discountADay, only.responseAfter, only.reliefLasts)
            let discount = { (day: Double) in exp(-rate * day) }
            let temptation = only.gain + only.gainADay * simpson(from: 0, to: time, discount)
            let loss =
                only.snapback * only.relief * simpson(from: time, to: time + lasts, discount)
                + discount(time) * (only.guarantor * only.guarantorCosts + only.loses)
            #expect(agree(only.temptation, temptation, within: 1e-9))
            #expect(agree(only.loss, loss, within: 1e-9))
        }
    }

    @Test(
        "Nothing in the ranges lies outside the least and greatest margin, and both are met", arguments: 0..<8
    )
    func boxes(part: UInt64) throws {
        var random = SplitMix64(seed: 100 + part)
        for number in 0..<250 {
            let breach = RandomBreach(using: &random, ranges: true)
            let model = breach.model
            let (least, greatest) = (model.margin.least, model.margin.greatest)
            let room = 1e-10 * max(1, abs(least), abs(greatest))
            var (lowest, highest) = (Double.infinity, -Double.infinity)
            // Ends of all inputs, with many rates.
            for corner in 0..<512 {
                for step in 0...4 {
                    let margin = plainMargin(
                        breach.values { place in
                            place == 9 ? Double(step) / 4 : Double(corner >> place & 1)
                        })
                    (lowest, highest) = (min(lowest, margin), max(highest, margin))
                }
            }
            // Anywhere.
            for _ in 0..<200 {
                let margin = plainMargin(breach.values { _ in random.nextShare() })
                (lowest, highest) = (min(lowest, margin), max(highest, margin))
            }
            #expect(lowest >= least - room && highest <= greatest + room, "part \(part), number \(number)")
            // The extremes are cases of the box.
            for extreme in [model.worst, model.best] { #expect(breach.contains(extreme)) }
            #expect(agree(plainMargin(inputs(model.worst)), least, within: 1e-10))
            #expect(agree(plainMargin(inputs(model.best)), greatest, within: 1e-10))
            if lowest > room { #expect(model.verdict == .sure || least < 0) }
            if highest < -room { #expect(model.verdict == .never || greatest > 0) }
            if lowest < -room && highest > room { #expect(model.verdict == .possible) }
        }
    }

    @Test("In the rate alone, the least margin is that of a fine grid, also between the ends")
    func rates() throws {
        var random = SplitMix64(seed: 7)
        var inside = 0
        for number in 0..<2_000 {
            let breach = RandomBreach(using: &random, ranges: false, signs: true)
            var list = breach.bounds
            list[9] = Bounds(from: 0, to: random.once(in: 2) ? 0.01 : 0.3)
            if random.once(in: 4) {
                list[5] = Bounds(.infinity)
                list[9] = Bounds(from: 1e-4, to: list[9].greatest)
            }
            let model = RandomBreach(bounds: list).model
            let grid = (0...2_000).map { step in
                plainMargin(
                    list.enumerated().map { place, bounds in
                        place == 9
                            ? bounds.least + (bounds.greatest - bounds.least) * Double(step) / 2_000
                            : bounds.least
                    })
            }
            let (low, high) = (grid.min() ?? 0, grid.max() ?? 0)
            let room = 1e-10 * max(1, abs(low), abs(high))
            // Between two points of the grid there can be a little more, though not much.
            let coarse = 1e-3 * max(1, high - low)
            #expect(
                low - coarse <= model.margin.least && model.margin.least <= low + room, "number \(number)")
            #expect(
                high + coarse >= model.margin.greatest && model.margin.greatest >= high - room,
                "number \(number)")
            let rate = model.worst.discountADay
            if rate > list[9].least && rate < list[9].greatest { inside += 1 }
        }
        #expect(inside > 100, "the search between the ends is exercised")
    }

    @Test("The extremes of temptation and loss alone")
    func sides() throws {
        var random = SplitMix64(seed: 8)
        for _ in 0..<500 {
            let breach = RandomBreach(using: &random, ranges: true)
            let model = breach.model
            var (temptations, losses) = ([Double](), [Double]())
            for _ in 0..<300 {
                let list = breach.values { _ in Double(Int.random(in: 0...2, using: &random)) / 2 }
                var (free, still) = (list, list)
                (free[3], free[6], free[8]) = (0, 0, 0)
                (still[0], still[1]) = (0, 0)
                temptations.append(-plainMargin(free))
                losses.append(plainMargin(still))
            }
            for (found, bounds) in [(temptations, model.temptation), (losses, model.loss)] {
                let room = 1e-10 * max(1, abs(bounds.least), abs(bounds.greatest))
                #expect(found.allSatisfy { bounds.least - room <= $0 && $0 <= bounds.greatest + room })
            }
        }
    }

    @Test("Nonsense is refused")
    func refusals() {
        #expect(SelfEnforcement(gain: 1, responseAfter: 1) != nil)
        #expect(SelfEnforcement(gain: 1, responseAfter: -1) == nil)
        #expect(SelfEnforcement(gain: 1, responseAfter: 1, snapback: 1.1) == nil)
        #expect(SelfEnforcement(gain: 1, responseAfter: 1, snapback: Bounds(from: -0.1, to: 0.5)) == nil)
        #expect(SelfEnforcement(gain: 1, responseAfter: 1, relief: -1) == nil)
        #expect(SelfEnforcement(gain: 1, responseAfter: 1, reliefLasts: -1) == nil)
        #expect(SelfEnforcement(gain: 1, responseAfter: 1, guarantor: 2) == nil)
        #expect(SelfEnforcement(gain: 1, responseAfter: 1, discountADay: -0.1) == nil)
        #expect(SelfEnforcement(gain: Bounds(.infinity), responseAfter: 1) == nil)
    }
}
