import Foundation
import Negotiation
import Sequencing
import TestSupport

/// Random bounds of all ten inputs, in the order D, b, τ, q, R, T′, p_G, G, C, r.
struct RandomBreach {
    var bounds: [Bounds]

    init(bounds: [Bounds]) { self.bounds = bounds }

    /// Numbers of everyday size, some of them zero; with `signs`, gains, costs and losses that can be negative.
    init(using random: inout SplitMix64, ranges: Bool, signs: Bool? = nil) {
        let negative = signs ?? random.once(in: 3)
        let sizes = [200.0, 3, 120, 1, 2, 900, 1, 300, 100, 0.02]
        bounds = sizes.enumerated().map { place, size in
            let canBeNegative = negative && [0, 1, 7, 8].contains(place)
            func number() -> Double {
                if random.once(in: 8) { return 0 }
                let share = random.nextShare() - (canBeNegative ? 0.5 : 0)
                return share * size * (random.once(in: 4) ? 0.1 : 1)
            }
            let first = number()
            let second = ranges && !random.once(in: 5) ? number() : first
            return Bounds(from: min(first, second), to: max(first, second))
        }
    }

    var model: SelfEnforcement {
        SelfEnforcement(
            gain: bounds[0], gainADay: bounds[1], responseAfter: bounds[2], snapback: bounds[3],
            relief: bounds[4],
            reliefLasts: bounds[5], guarantor: bounds[6], guarantorCosts: bounds[7], loses: bounds[8],
            discountADay: bounds[9])!
    }

    /// One case: for each input its place between the ends, from 0 to 1.
    func values(_ place: (Int) -> Double) -> [Double] {
        bounds.enumerated().map { index, bounds in
            let share = place(index)
            return share == 1 ? bounds.greatest : bounds.least + share * (bounds.greatest - bounds.least)
        }
    }

    func contains(_ breach: BreachCase) -> Bool {
        zip(bounds, inputs(breach)).allSatisfy { $0.contains($1) }
    }

}

/// The inputs of a case, in the order of ``RandomBreach``.
func inputs(_ breach: BreachCase) -> [Double] {
    [
        breach.gain, breach.gainADay, breach.responseAfter, breach.snapback, breach.relief,
        breach.reliefLasts,
        breach.guarantor, breach.guarantorCosts, breach.loses, breach.discountADay,
    ]
}

/// L − T as the formula stands.
func plainMargin(_ values: [Double]) -> Double {
    let (gain, aDay, time, snapback, relief) = (values[0], values[1], values[2], values[3], values[4])
    let (lasts, guarantor, costs, loses, rate) = (values[5], values[6], values[7], values[8], values[9])
    let annuity = { (days: Double) in rate == 0 ? days : -expm1(-rate * days) / rate }
    let temptation = gain + aDay * annuity(time)
    let loss = exp(-rate * time) * (snapback * relief * annuity(lasts) + guarantor * costs + loses)
    return loss - temptation
}

/// Simpson's rule with a thousand pieces.
func simpson(from low: Double, to high: Double, _ function: (Double) -> Double) -> Double {
    let pieces = 1_000
    let width = (high - low) / Double(pieces)
    return (0..<pieces).reduce(0) { sum, piece in
        let left = low + Double(piece) * width
        return sum + width / 6 * (function(left) + 4 * function(left + width / 2) + function(left + width))
    }
}
