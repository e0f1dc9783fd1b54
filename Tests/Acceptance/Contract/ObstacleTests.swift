import Foundation
import Testing

/// What `parley packages` says where nothing is acceptable to all, and where not everybody can gain.
@Suite struct ObstacleTests {
    /// Gains over 5 and 5: x (5, −5), y (−5, 5), z (−1, −1); w and u are good for both and crossed by a red line each.
    static let shut = HandWorked.oneIssue(
        north: """
            values: {line: {x: 10, y: 0, z: 4, w: 9, u: 8, v: 10}}
            without-agreement: {worth: 5}
            red-lines: [{choose: {line: w}, firmness: stated}, {choose: {line: [u, v]}, firmness: legal}]
            """,
        south: """
            values: {line: {x: 0, y: 10, z: 4, w: 9, u: 8, v: 0}}
            without-agreement: {worth: 5}
            red-lines: [{choose: {line: w}, firmness: believed}, {choose: {line: u}, firmness: stated}]
            """,
        options: ["x", "y", "z", "w", "u", "v"])

    @Test func nothingAcceptableNamesWhatWouldOpenIt() throws {
        let json = try PackagesContractTests.report(files: Self.shut)
        #expect(json["feasible"] == PackagesContractTests.count("6"))
        #expect(json["acceptable"] == PackagesContractTests.count("0"))
        #expect(json["frontier"]["points"] == 0 && json["frontier"]["list"] == [])
        for kind in ["nash", "egalitarian", "kalai-smorodinsky", "utilitarian"] {
            #expect(json["references"][kind]["points"] == [])
        }
        let obstacle = json["obstacle"]
        #expect(obstacle["kind"] == "nothing-acceptable" && obstacle["exact"] == true)

        // Red lines kept, x, y and z are left: each is short by so much, and none by less in all.
        let lowerings = obstacle["lowerings"].items
        let wanted: [Value] = [
            ["north": 0, "south": 5], ["north": 5, "south": 0], ["north": 1, "south": 1],
        ]
        #expect(lowerings.count == 3 && wanted.allSatisfy(lowerings.contains))
        let small = try #require(lowerings.firstIndex(of: wanted[2]))
        #expect(obstacle["leastTotal"] == [.number(Double(small))])
        #expect(obstacle["leastGreatest"] == [.number(Double(small))])

        // Values kept, w needs both its lines given up, and so does u.
        func line(_ party: Value, _ options: Value, _ firmness: Value) -> Value {
            ["party": party, "choose": ["line": options], "firmness": firmness]
        }
        let sets = obstacle["redLines"].items
        #expect(sets.count == 2)
        #expect(sets.contains([line("north", "w", "stated"), line("south", "w", "believed")]))
        #expect(sets.contains([line("north", ["u", "v"], "legal"), line("south", "u", "stated")]))
    }

    @Test func nothingFeasibleNamesASmallestConflict() throws {
        let rules = """
            [{id: no-low, kind: legal, forbid: {line: [x, y]}, because: One.},
             {id: idle, kind: logic, when: {line: x}, forbid: {line: y}, because: Two.},
             {id: no-high, kind: physical, forbid: {line: [z]}, because: Three.}]
            """
        let files = HandWorked.oneIssue(
            north: "values: {line: {x: 1, y: 2, z: 3}}\n", south: "values: {line: {x: 1, y: 2, z: 3}}\n",
            options: ["x", "y", "z"], rules: rules)
        let json = try PackagesContractTests.report(files: files)
        #expect(json["feasible"] == PackagesContractTests.count("0"))
        #expect(
            json["obstacle"] == [
                "kind": "nothing-feasible", "conflict": [["rule": "no-low"], ["rule": "no-high"]],
                "exact": true,
            ])
    }

    /// Nobody gains together: the best for each alone is reported, with who gains.
    @Test func aProductOfZeroIsTakenWithinTheLargestSets() throws {
        let files = HandWorked.oneIssue(
            north: "values: {line: {x: 9, y: 5, z: 7}}\nwithout-agreement: {worth: 5}\n",
            south: "values: {line: {x: 5, y: 8, z: 4}}\nwithout-agreement: {worth: 5}\n",
            options: ["x", "y", "z"])
        let nash = try PackagesContractTests.report(files: files)["references"]["nash"]
        let x: Value = [
            "utilities": ["north": 9, "south": 5], "count": "1", "packages": [["line": "x"]],
        ]
        let y: Value = [
            "utilities": ["north": 5, "south": 8], "count": "1", "packages": [["line": "y"]],
        ]
        #expect(nash["points"].items.count == 2)
        let sets = nash["sets"].items
        #expect(sets.count == 2)
        #expect(sets.contains(["gaining": ["north"], "points": [x], "exact": true]))
        #expect(sets.contains(["gaining": ["south"], "points": [y], "exact": true]))
    }

    /// South can gain nothing anywhere: its share is not defined, and the reference says whom it leaves out.
    @Test func aPartyWithoutAGainIsLeftOutAndNamed() throws {
        let files = HandWorked.oneIssue(
            north: "values: {line: {x: 9, y: 5}}\nwithout-agreement: {worth: 5}\n",
            south: "values: {line: {x: 5, y: 5}}\nwithout-agreement: {worth: 5}\n", options: ["x", "y"])
        let reference = try PackagesContractTests.report(files: files)["references"]["kalai-smorodinsky"]
        #expect(reference["leftOut"] == ["south"])
        #expect(reference["points"].items.map { $0["utilities"] } == [["north": 9, "south": 5]])
    }
}
