import Bargaining
import Negotiation
import Testing

/// Least and greatest utilities, held to the corners of what sheets allow.
@Suite struct UncertaintyBoundsTests {
    @Test func utilitiesReachTheirBounds() {
        var random = RandomKnowledge(seed: 31)
        for number in 0..<3_000 {
            let counts = random.counts()
            let party = random.party(counts)
            let package = random.package(counts)
            var expected = Corners(party: party).range(counts) { $1[package[$0]] }
            for interaction in party.interactions where interaction.when.holds(for: package) {
                expected = Amount(
                    from: expected.least + interaction.add.least,
                    to: expected.greatest + interaction.add.greatest)
            }
            if let cap = party.cap {
                expected = Amount(from: min(cap, expected.least), to: min(cap, expected.greatest))
            }
            #expect(party.utility(of: package) == expected, "party \(number): \(party), \(package)")
            #expect(party.acceptance(of: package) == acceptance(party, package, expected), "\(number)")
        }
    }

    private func acceptance(_ party: PartyKnowledge, _ package: [Int], _ utility: Amount) -> Acceptance {
        if party.redLines.contains(where: { $0.holds(for: package) }) { return .never }
        guard let worth = party.withoutAgreement else { return .surely }
        if utility.least >= worth.greatest { return .surely }
        return utility.greatest >= worth.least ? .possibly : .never
    }

    @Test func differencesReachTheirBounds() {
        var random = RandomKnowledge(seed: 32)
        for number in 0..<3_000 {
            let counts = random.counts()
            let party = random.party(counts, combinations: false)
            let (one, other) = (random.partial(counts), random.partial(counts))
            let expected = Corners(party: party).range(counts) { issue, shares in
                (one[issue].map { shares[$0] } ?? 0) - (other[issue].map { shares[$0] } ?? 0)
            }
            #expect(
                party.difference(of: one, over: other) == expected, "\(number): \(party), \(one), \(other)")
            #expect(
                Amount(from: -expected.greatest, to: -expected.least)
                    == party.difference(of: other, over: one))
        }
    }

    @Test func differencesCountInteractions() {
        let add = Amount(from: 4, to: 6)
        let party = PartyKnowledge(
            weights: .ranges([Amount(10), Amount(10)]),
            values: [ValueKnowledge(chain: [[0], [1]]), ValueKnowledge(chain: [[0], [1]])],
            interactions: [
                PartyKnowledge.Interaction(
                    when: .all([.chosen(issue: 0, options: [0]), .chosen(issue: 1, options: [0])]), add: add)
            ])
        #expect(party.difference(of: [0, 0], over: [1, 0]) == Amount(from: 14, to: 16))
        #expect(party.difference(of: [1, 0], over: [0, 0]) == Amount(from: -16, to: -14))
        // Whether the combination comes about depends on the open issue.
        #expect(party.difference(of: [0, nil], over: [1, nil]) == Amount(from: 10, to: 16))
        #expect(party.difference(of: [1, 0], over: [1, 0]) == Amount(0))
    }

    @Test func aWholePartyIsHeldToItsWorst() {
        // An order of three options: the middle one is worth anything from nothing to all.
        let party = PartyKnowledge(
            weights: .ranges([Amount(100)]), values: [ValueKnowledge(chain: [[0], [1], [2]])],
            withoutAgreement: Amount(40))
        #expect(party.acceptance(of: [0]) == .surely)
        #expect(party.acceptance(of: [1]) == .possibly)
        #expect(party.acceptance(of: [2]) == .never)
    }
}
