import Negotiation
import Stability
import Testing

/// Preferences by the points of options are the order of exact sums.
struct PointsTests {
    @Test func statesAreOrderedByExactSums() throws {
        for seed in 0..<200 as Range<UInt64> {
            var random = SplitMix64(seed: seed)
            let count = Int.random(in: 1...6, using: &random)
            let ids = (0..<count).map { ModelOptionID("o\($0)") }
            let model = ConflictModel(decisionMakers: [
                DecisionMaker(party: "north", options: ids.map { ModelOption(id: $0) })
            ])
            // Thirds and halves, and now and then numbers beyond a machine word.
            let huge =
                Int.random(in: 0..<4, using: &random) == 0 ? Rational(Int.max) * Rational(Int.max) : .one
            var points: [ModelOptionID: Amount] = [:]
            let isRange = seed % 2 == 1
            for id in ids where Int.random(in: 0..<5, using: &random) > 0 {
                let least =
                    Rational(Int.random(in: -6...6, using: &random))
                    / Rational(Int.random(in: 1...3, using: &random)) * huge
                points[id] =
                    isRange
                    ? Amount(from: least, to: least + Rational(Int.random(in: 0...2, using: &random)))
                    : Amount(least)
            }
            let states = try ModelStates(model)
            let preference = try states.preference(StatePreferences(.points(points)))
            func sum(_ state: Int, _ end: (Amount) -> Rational) -> Rational {
                (states.taken(in: state) ?? []).reduce(.zero) { $0 + (points[$1.id].map(end) ?? .zero) }
            }
            for first in 0..<states.graph.count {
                for second in 0..<states.graph.count where first != second {
                    let isBetter = sum(first, \.least) > sum(second, \.greatest)
                    #expect(preference.surelyPrefers(first, to: second) == isBetter, "seed \(seed)")
                }
            }
        }
    }
}
