import Assessment
import BigInt
import Negotiation
import Testing

/// What orders, rules and positions say without a number.
@Suite struct WithoutNumbersTests {
    /// North wants a, b, c on the line; south the reverse. Both want c, b, a on aid. A line of c excludes aid of b.
    private static var dossier: Dossier {
        var dossier = SmallDossiers.two
        for place in dossier.sheets.indices {
            let order: [[OptionID]] = place == 0 ? [["a"], ["b"], ["c"]] : [["c"], ["b"], ["a"]]
            dossier.sheets[place].values = ["line": .order(order), "aid": .order([["c"], ["b"], ["a"]])]
        }
        dossier.rules = [
            SmallDossiers.rule("r", forbid: .all([.choose("line", ["c"]), .choose("aid", ["b"])]))
        ]
        return dossier
    }

    @Test func ordersRulesAndPositionsAnswer() throws {
        var dossier = Self.dossier
        dossier.positions = [
            Position(of: "north", issue: "line", options: ["a"]),
            Position(of: "south", issue: "line", options: ["c"]),
            Position(of: "south", issue: "aid", options: ["a", "b"]),
        ]
        let found = dossier.withoutNumbers(try Analysis(dossier))
        // Every package with less than c on aid is beaten by the one with c: of eight, three have c.
        #expect(found.beaten?.among.lower == 8)
        #expect(found.beaten?.beaten.lower == 5)
        #expect(found.firstForAll.map(\.option) == ["c"] && found.firstForAll.map(\.issue) == ["aid"])
        #expect(found.lastForAll.map(\.option) == ["a"] && found.lastForAll.map(\.issue) == ["aid"])
        let exclusion = try #require(found.exclusions?.first)
        #expect(found.exclusions?.count == 1)
        #expect((exclusion.one.issue, exclusion.one.option) == ("line", "c"))
        #expect((exclusion.other.issue, exclusion.other.option) == ("aid", "b"))
        #expect(found.positions.map(\.of) == [["north"], ["south"], ["north", "south"]])
        #expect(found.positions.map(\.feasible.lower) == [3, 1, 0])
    }

    @Test func rulesAndPositionsAnswerWithoutAnySheet() {
        var dossier = Self.dossier
        dossier.sheets = []
        let found = dossier.withoutNumbers(nil)
        #expect(found.beaten == nil)
        #expect(found.exclusions?.count == 1)
        #expect(found.firstForAll.isEmpty && found.positions.isEmpty)
    }
}
