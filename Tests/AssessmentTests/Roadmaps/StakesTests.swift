import Assessment
import Interchange
import Negotiation
import Sequencing
import Testing

/// How what sheets say of commitments enters the models, in small dossiers whose numbers can be added up by hand.
@Suite struct StakesTests {
    private func report(_ commitments: String, south: String) throws -> (RoadmapReport, Dossier) {
        let files = [
            "dossier.yaml": """
            parley: 1
            parties:
              - {id: north, name: North, roles: [negotiator]}
              - {id: south, name: South, roles: [negotiator]}
              - {id: observers, name: Observers, roles: [guarantor]}
            issues:
              - id: line
                options:
                  - id: zone
                    commitments:
            \(commitments.split(separator: "\n").map { "          - \($0)" }.joined(separator: "\n"))
                  - none
            """,
            "sheets/south.yaml": "party: south\nbasis: illustration\ncommitments: \(south)\n",
        ]
        let dossier = try DossierReader().read(files: files.mapValues { Array($0.utf8) }).dossier
        return (try dossier.roadmap(), dossier)
    }

    @Test func reliefHasOnlyItsRestToLose() throws {
        let (report, _) = try report(
            """
            {id: relief, who: north, what: Lift, lasts: 400d}
            {id: cap, who: south, what: Keep the cap, after: [{done: relief, at-least: 300d}], verified-by: [observers], verification: [10d, 15d], if-not: {who: north, what: Measures return, within: 60d, suspends: relief}}
            """, south: "{cap: {cost: 30}, relief: {worth: {a-day: 0.4}}}")
        let keeping = try #require(report.keeping.first)
        // 300 days have passed at the breach, and the response comes 10 to 75 days later.
        #expect(keeping.model.responseAfter == Bounds(from: 10, to: 75))
        #expect(keeping.model.reliefLasts == Bounds(from: 25, to: 90))
        #expect(!keeping.responseTimeUnknown && !keeping.isYearAssumed)
    }

    @Test func aResponseTakesAsLongAsWhatItBegins() throws {
        func response(_ within: String) throws -> RoadmapReport.Keeping {
            let (report, _) = try report(
                """
                {id: z, who: south, what: Hand over, verified-by: [observers], verification: 10d, if-not: {who: north, what: Come back\(within), begins: back}}
                {id: back, who: north, what: Come back, takes: 60d}
                """, south: "{z: {cost: {once: 20, a-day: 1}}}")
            return try #require(report.keeping.first)
        }
        let limited = try response(", within: 5d")
        #expect(limited.model.responseAfter == Bounds(from: 70, to: 75) && !limited.responseTimeUnknown)
        let open = try response("")
        #expect(open.model.responseAfter == Bounds(from: 70, to: 365) && open.responseTimeUnknown)
        #expect(open.isYearAssumed)
    }

    @Test func whatIsDoneTogetherCostsAndBrings() throws {
        let (report, _) = try report(
            "{id: free, who: [north, south], what: Free prisoners}", south: "{free: {cost: 4, worth: 30}}")
        let exposure = try #require(report.exposures.first)
        #expect(exposure.exposure.exposure(at: 0) == Bounds(-26))
        #expect(exposure.steps == [0, 0])
    }

    @Test func aTrancheIsBrokenByItself() throws {
        let (report, _) = try report(
            "{id: t, who: south, what: Withdraw, tranches: {count: 4, at-least: 10d}, takes: 1d}",
            south: "{t: {cost: 40}}")
        #expect(report.keeping.count == 1)
        #expect(report.keeping[0].model.gain == Bounds(10))
    }

    @Test func optionsOfTheModelHaveNamesOfTheirOwn() throws {
        let (report, dossier) = try report(
            """
            {id: a, who: [north, south], what: One}
            {id: a-north, who: south, what: Two}
            """, south: "{a: {cost: 4}, a-north: {cost: 5}}")
        let made = try #require(try report.packageModel(dossier))
        let names = made.model.options.map(\.id)
        #expect(names.count == 3 && Set(names).count == 3)
        #expect(made.commitments["keep-a-north"] == "a-north" && made.commitments["keep-a-north-too"] == "a")
    }

    @Test func aModelTooLargeToCompareLeavesTheStrongestOut() throws {
        // North, of whom nothing is known, answers each of seven breaches: the states are compared pair by pair.
        let (report, dossier) = try report(
            (1...7).map {
                "{id: c\($0), who: south, what: Step \($0), if-not: {who: north, what: Answer, within: 5d}}"
            }.joined(separator: "\n"),
            south: "{\((1...7).map { "c\($0): {cost: \($0)}" }.joined(separator: ", "))}")
        #expect(report.departures != nil)
        let (_, model) = try dossier.stability(ofPackage: RoadmapRequest())
        #expect(!model.leftOut.isEmpty && model.leftOut.count < 7)
    }

    @Test func numbersBeyondAllMeasureDoNotEndTheProgram() throws {
        let huge = String(repeating: "9", count: 308)
        let (report, _) = try report(
            "{id: a, who: south, what: One}\n{id: b, who: north, what: Two, deadline: 100d}",
            south:
                "{a: {cost: {once: \(huge), a-day: \(huge)}}, b: {worth: {once: \(huge), a-day: \(huge)}, if-broken: \(huge)}}"
        )
        #expect(report.exposures.count == 1 && report.keeping.count == 1)
    }
}
