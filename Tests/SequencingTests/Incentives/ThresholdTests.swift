import Foundation
import Negotiation
import Sequencing
import TestSupport
import Testing

@Suite("Thresholds of self-enforcement")
struct ThresholdTests {
    @Test("With one number each, the thresholds solve L = T", arguments: [false, true])
    func solved(signs: Bool) throws {
        var random = SplitMix64(seed: signs ? 21 : 20)
        for number in 0..<1_000 {
            let breach = RandomBreach(using: &random, ranges: false, signs: signs)
            let (model, only) = (breach.model, breach.model.worst)
            let due = only.temptation / only.discountAtResponse
            let relief = only.snapback == 0 ? 0 : only.reliefAtRisk
            let later = only.guarantor * only.guarantorCosts + only.loses
            // q_min, p_G G.
            let annuity = BreachCase.annuity(of: only)
            let snapback = max(0, (due - later) / (only.relief * annuity))
            let found = model.leastSnapback(.inAllCases)
            if due - later <= 0 {
                #expect(try #require(found) <= 1e-9, "number \(number)")
            } else if only.relief * annuity == 0 {
                #expect(found == nil, "number \(number)")
            } else {
                #expect(agree(try #require(found), snapback, within: 1e-8), "number \(number)")
            }
            let guarantee = try #require(model.leastGuarantee(.inAllCases))
            #expect(agree(guarantee, max(0, due - relief - only.loses), within: 1e-8), "number \(number)")
            #expect(found == model.leastSnapback(.inSomeCase))
            #expect(guarantee == model.leastGuarantee(.inSomeCase))
        }
    }

    @Test("Just above a threshold keeping is better in all or some cases, just below it is not")
    func turning() throws {
        var random = SplitMix64(seed: 22)
        var turned = 0
        for number in 0..<600 {
            let breach = RandomBreach(using: &random, ranges: true)
            for certainty in SelfEnforcement.Certainty.allCases {
                let kept = { (place: Int, value: Bounds) in
                    var list = breach.bounds
                    list[place] = value
                    return holds(RandomBreach(bounds: list), certainty)
                }
                if let least = breach.model.leastSnapback(certainty), least > 1e-6, least < 0.999 {
                    turned += 1
                    #expect(kept(3, Bounds(least + 1e-6)), "number \(number)")
                    #expect(!kept(3, Bounds(least - 1e-6)), "number \(number)")
                }
                if let least = breach.model.leastGuarantee(certainty), least > 1e-3 {
                    turned += 1
                    var list = breach.bounds
                    list[6] = 1
                    list[7] = Bounds(least * (1 + 1e-6))
                    #expect(holds(RandomBreach(bounds: list), certainty), "number \(number)")
                    list[7] = Bounds(least * (1 - 1e-6))
                    #expect(!holds(RandomBreach(bounds: list), certainty), "number \(number)")
                }
                switch breach.model.longestResponse(certainty) {
                case .none: #expect(!kept(2, 0), "number \(number)")
                case .any: #expect(kept(2, Bounds(SelfEnforcement.latestResponse)), "number \(number)")
                case .days(let days):
                    turned += 1
                    #expect(kept(2, Bounds(days * (1 - 1e-9))), "number \(number)")
                    #expect(!kept(2, Bounds(days * (1 + 1e-6) + 1e-6)), "number \(number)")
                }
            }
        }
        #expect(turned > 1_000)
    }

    @Test("The longest response is the last that holds of a hundred times", arguments: [false, true])
    func longest(signs: Bool) throws {
        var random = SplitMix64(seed: signs ? 24 : 23)
        for number in 0..<400 {
            let breach = RandomBreach(using: &random, ranges: true, signs: signs)
            for certainty in SelfEnforcement.Certainty.allCases {
                let days = (0...160).map { Double($0) * 5 }
                let kept = days.map { day in
                    var list = breach.bounds
                    list[2] = Bounds(day)
                    return holds(RandomBreach(bounds: list), certainty)
                }
                let longest: Double =
                    switch breach.model.longestResponse(certainty) {
                    case .none: -1
                    case .days(let days): days
                    case .any: .infinity
                    }
                let step =
                    certainty == .inAllCases
                    ? kept.firstIndex(of: false).map { $0 - 1 } : kept.lastIndex(of: true)
                let last = step.map { $0 < 0 ? -1 : days[$0] } ?? (kept[0] ? .infinity : -1)
                if last >= 800 {
                    #expect(longest >= 800, "number \(number)")
                } else if last < 0 {
                    #expect(
                        longest < 0 || longest == .infinity && certainty == .inSomeCase, "number \(number)")
                } else {
                    #expect(last <= longest && longest < last + 5, "number \(number)")
                }
            }
        }
    }

    @Test("Where there is nothing to take, no probability is enough; where nothing tempts, none is needed")
    func ends() throws {
        let bare = try #require(SelfEnforcement(gain: 10, responseAfter: 5))
        #expect(bare.leastSnapback(.inSomeCase) == nil)
        #expect(bare.leastGuarantee(.inAllCases) == 10)
        #expect(bare.longestResponse(.inAllCases) == .none)
        let harmless = try #require(SelfEnforcement(gain: -1, responseAfter: 5))
        #expect(harmless.leastSnapback(.inAllCases) == 0)
        #expect(harmless.leastGuarantee(.inAllCases) == 0)
        #expect(harmless.longestResponse(.inAllCases) == .any)
    }

    private func holds(_ breach: RandomBreach, _ certainty: SelfEnforcement.Certainty) -> Bool {
        breach.model.isKept(certainty)
    }
}

extension BreachCase {
    /// What a point a day for the time that the relief lasts is worth on the day of the response.
    static func annuity(of breach: BreachCase) -> Double {
        let (rate, days) = (breach.discountADay, breach.reliefLasts)
        return rate == 0 ? days : -expm1(-rate * days) / rate
    }
}
