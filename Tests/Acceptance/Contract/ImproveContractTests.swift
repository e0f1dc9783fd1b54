import Foundation
import Testing

/// `improve`, held to what is worked out on paper.
@Suite struct ImproveContractTests {
    private func run(_ words: [String], _ changes: [String: String?] = [:]) throws -> Program.Outcome {
        try Scratch.with { folder in
            try folder.write(HandWorked.files(changes))
            return try Program.run(words, in: folder)
        }
    }

    /// From zone, corridors, joint (50, 345/7) nothing is better for both; from zone, none, joint (40, 205/7) corridors
    /// are, on one change, whatever the seat.
    @Test func fewestChangesComeFirst() throws {
        let none = try run(["improve", ".", "--from", "draft", "--json"])
        let nothing = try Value(json: none.output)
        #expect(none.status == 0 && nothing["parley"] == 1 && nothing["search"] == "improvements")
        #expect(nothing["all"]["count"] == "0" && nothing["points"] == 0)
        let some = try run(["improve", ".", "--from", "draft,aid=none", "--json"])
        let found = try Value(json: some.output)
        #expect(some.status == 0 && found["all"]["count"] == "2" && found["points"] == 1)
        #expect(found["list"].items[0]["changes"] == 1 && found["list"].items[0]["utilities"]["north"] == 50)
        #expect(found["list"].items[0]["more"]["north"] == 10 && found["list"].items[0]["count"] == "1")
        #expect(found["list"].items[0]["packages"].items[0]["aid"] == "corridors")
    }

    @Test func openIssuesAreSettled() throws {
        let outcome = try run(["improve", ".", "--from", "half", "--json"])
        let found = try Value(json: outcome.output)
        #expect(outcome.status == 0 && found["search"] == "completions")
        // Aid either way and the seat either way; corridors beat none.
        #expect(
            found["all"]["count"] == "4" && found["points"] == 1 && found["list"].items[0]["count"] == "2")
    }

    @Test func stagesAreNeededForLadders() throws {
        try run(["improve", ".", "--ladder"]).expectRefusal(1, saying: ["stages"])
        let trades = try run(["improve", ".", "--trades", "--json"])
        let found = try Value(json: trades.output)
        #expect(trades.status == 0 && found["parley"] == 1)
        #expect(found["agreements"].items[0]["issue"] == "aid")
    }
}
