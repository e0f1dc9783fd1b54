package import Negotiation

extension SplitMix64 {
    /// True once in `odds` times.
    package mutating func once(in odds: Int) -> Bool { Int.random(in: 0..<odds, using: &self) == 0 }

    /// One of `choices`, which are not empty.
    package mutating func pick<Choice>(_ choices: [Choice]) -> Choice {
        choices[Int.random(in: 0..<choices.count, using: &self)]
    }

    /// Some of `choices`, in their order, perhaps none.
    package mutating func some<Choice>(_ choices: [Choice], atMost limit: Int = 3) -> [Choice] {
        guard !choices.isEmpty else { return [] }
        let count = Int.random(in: 0...min(limit, choices.count), using: &self)
        let positions = choices.indices.shuffled(using: &self).prefix(count).sorted()
        return positions.map { choices[$0] }
    }
}
