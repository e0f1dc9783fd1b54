/// A small, seeded source of random numbers, the same on every machine (Steele, Lea and Flood, OOPSLA 2014).
public struct SplitMix64: RandomNumberGenerator, Sendable {
    private var state: UInt64

    /// A source that always gives the same numbers for the same seed.
    public init(seed: UInt64) { state = seed }

    /// The next number.
    public mutating func next() -> UInt64 {
        state &+= 0x9E37_79B9_7F4A_7C15
        var mixed = state
        mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
        mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
        return mixed ^ (mixed >> 31)
    }

    /// True once in `odds` times.
    public mutating func once(in odds: Int) -> Bool { Int.random(in: 0..<odds, using: &self) == 0 }

    /// One of `choices`, which are not empty.
    public mutating func pick<Choice>(_ choices: [Choice]) -> Choice {
        choices[Int.random(in: 0..<choices.count, using: &self)]
    }

    /// Some of `choices`, in their order, perhaps none.
    public mutating func some<Choice>(_ choices: [Choice], atMost limit: Int = 3) -> [Choice] {
        guard !choices.isEmpty else { return [] }
        let count = Int.random(in: 0...min(limit, choices.count), using: &self)
        let positions = choices.indices.shuffled(using: &self).prefix(count).sorted()
        return positions.map { choices[$0] }
    }
}
