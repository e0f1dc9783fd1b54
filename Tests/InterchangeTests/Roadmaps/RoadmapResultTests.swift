import Assessment
import Foundation
import Interchange
import Negotiation
import Testing

/// Roadmaps as JSON and as a table.
@Suite struct RoadmapResultTests {
    private static func fields(
        _ files: [String: String] = RoadmapSamples.exchange, _ request: RoadmapRequest = RoadmapRequest()
    ) throws -> [String: Any] {
        let text = try RoadmapSamples.roadmap(files, request).report.json().text()
        #expect(text.hasPrefix("{\n  \"parley\": 1,\n"))
        return try #require(JSONSerialization.jsonObject(with: Data(text.utf8)) as? [String: Any])
    }

    private static func list(_ value: Any?) -> [[String: Any]] { value as? [[String: Any]] ?? [] }

    @Test func saysWhenThingsAreDone() throws {
        let fields = try Self.fields()
        #expect(fields["start"] as? String == "2026-01-05T00:00" && fields["reaction"] as? Int == 720)
        #expect(fields["package"] as? String == "draft" && fields["consistent"] as? Bool == true)
        let steps = Self.list(fields["steps"])
        let names = steps.map { "\($0["commitment"] ?? "")/\($0["tranche"] ?? "")" }
        #expect(
            names == [
                "ceasefire/<null>", "withdrawal/<null>", "relief/1", "relief/2", "survey/<null>",
                "census/<null>", "closure/<null>",
            ])
        #expect(steps[1]["begunEarliest"] as? Int == 1440)
        #expect((steps[1]["dates"] as? [String: Any])?["begunEarliest"] as? String == "2026-01-06T00:00")
        #expect(steps[1]["gate"] as? Bool == true && steps[1]["decidedBy"] as? String == "doer")
        #expect(
            steps[2]["label"] as? [String] == ["withdrawal"] && steps[2]["decidedBy"] as? String == "diet")
        #expect(steps[6]["label"] as? [String] == ["!withdrawal"])
        #expect(steps[6]["responseTo"] as? String == "withdrawal" && steps[6]["dates"] is NSNull)
        #expect((steps[0]["article"] as? [String: Any])?["checked"] as? Bool == true)
    }

    @Test func infinityIsNull() throws {
        // Relief without an end counts for good only where later surely counts less.
        let discounted = RoadmapSamples.changed([("[0, 1/10]", "[1/20, 1/10]")])
        let keeping = Self.list(try Self.fields(discounted)["keeping"])
        let inputs = try #require(keeping.first?["inputs"] as? [String: [Any]])
        #expect(keeping.first?["commitment"] as? String == "ceasefire")
        #expect(inputs["sunset"]?.allSatisfy { $0 is NSNull } == true)
        #expect(inputs["D"] as? [Double] == [1, 1])
        #expect((keeping.first?["longestResponseDays"] as? [String: Any])?["inAllCases"] as? String == "none")
    }

    @Test func saysWhatClashesAndWhatWouldMendIt() throws {
        let fields = try Self.fields(RoadmapSamples.conflicting)
        let conflict = try #require(Self.list(fields["conflicts"]).first)
        #expect(conflict["excessMinutes"] as? Int == 3 * 1440)
        #expect(
            Self.list(conflict["clauses"]).compactMap { $0["kind"] as? String } == [
                "deadline", "duration", "not-before",
            ])
        #expect((fields["mending"] as? [String: Any])?["totalMinutes"] as? Int == 3 * 1440)
        let steps = Self.list(fields["steps"])
        #expect(steps.allSatisfy { $0["begunEarliest"] is NSNull && $0["dates"] is NSNull })
    }

    @Test func saysWhichDurationIsTooLong() throws {
        let fields = try Self.fields(RoadmapSamples.uncontrollable)
        #expect(fields["dynamic"] as? Bool == false && fields["consistent"] as? Bool == true)
        let failure = try #require(fields["failure"] as? [String: Any])
        let duration = try #require(Self.list(failure["durations"]).first)
        #expect(
            duration["greatestMinutes"] as? Int == 20 * 1440
                && duration["bearableMinutes"] as? Int == 5 * 1440)
    }

    @Test func readingsStandSideBySide() throws {
        let fields = try Self.fields()
        let names = Self.list(fields["readings"]).map { $0["reading"] as? String }
        #expect(names == [nil, "relief-first", "withdrawal-first"])
        let pair = try #require(Self.list(fields["betweenReadings"]).first)
        #expect(pair["first"] as? String == "relief-first" && pair["second"] as? String == "withdrawal-first")
        #expect(Self.list(pair["deadlocks"]).count == 1)
    }

    // MARK: The table

    /// The cells of a table, read independently of how it was written.
    private static func cells(_ text: String) -> [[String]] {
        var rows: [[String]] = [[""]]
        var isQuoted = false
        for scalar in text.unicodeScalars {
            switch scalar {
            case "\"": isQuoted.toggle()
            case "," where !isQuoted: rows[rows.count - 1].append("")
            case "\r" where !isQuoted: break
            case "\n" where !isQuoted: rows.append([""])
            default: rows[rows.count - 1][rows[rows.count - 1].count - 1].unicodeScalars.append(scalar)
            }
        }
        return rows.filter { $0 != [""] }
    }

    @Test func theTableHasALineForEachStep() throws {
        let report = try RoadmapSamples.roadmap().report
        let rows = Self.cells(report.csv())
        #expect(
            rows[0] == [
                "topic", "commitment", "who", "what", "where", "article", "article checked", "after",
                "verifier",
                "earliest start", "earliest finish", "latest finish", "deadline",
                "deadline counted from", "lasts", "earliest end", "slack days", "critical", "if not",
                "status", "source",
            ])
        #expect(
            rows.dropFirst().map { $0[1] } == [
                "ceasefire", "withdrawal", "relief/1", "relief/2", "survey", "census", "closure",
            ])
        #expect(rows.allSatisfy { $0.count == 21 })
        #expect(rows[1][0] == "Ceasefire; Cease-fire monitoring" && rows[1][2] == "north; south")
        #expect(rows[1][20] == "survey, p. 3, note 4" && rows[1][6] == "yes" && rows[2][6] == "no")
        #expect(rows[2][7] == "ceasefire verified + 1d" && rows[4][7] == "relief/1 verified + 10d..60d")
        #expect(rows[5][7] == "spring or relief/1 begun" && rows[7][7] == "not withdrawal")
        // A deadline that is counted from what may itself be late has no date.
        #expect(Array(rows[2][9...13]) == ["2026-01-06", "2026-01-11", "2026-02-16", "", "ceasefire + 40d"])
        #expect(rows[1][12] == "2026-01-07" && rows[1][13] == "signature + 2d" && rows[1][14].isEmpty)
        // A deadline on a day runs to its end.
        #expect(Array(rows[4][11...13]) == ["2026-06-01T23:59", "2026-06-01", ""])
        #expect(rows[4][9] == "2026-01-23T12:00" && Array(rows[4][14...15]) == ["12mo", "2027-01-24T12:00"])
        #expect(rows[2][18].hasPrefix("guarantee by observers within 10d: Say so, publicly; snapback: "))
        #expect(rows.dropFirst().allSatisfy { $0[19].isEmpty })
        #expect(report.csv().hasSuffix("\r\n"))
    }

    @Test func noCellIsAFormula() throws {
        let text = try RoadmapSamples.roadmap().report.csv()
        #expect(Self.cells(text)[2][3].hasPrefix("'=Withdraw"))
        for row in Self.cells(text) {
            for cell in row { #expect(!cell.hasPrefix("=") && !cell.hasPrefix("@") && !cell.hasPrefix("+")) }
        }
    }

    /// What stands before a formula and is not seen, or passed over, does not hide it.
    @Test(arguments: ["\\n=1+1", "  =1+1", "\\n  @x", " -1", "\\t+1", "\\u00A0=1", "\\u200B=1", "\\nplain"])
    func whiteSpaceHidesNoFormula(_ start: String) throws {
        let files = RoadmapSamples.changed([("what: Count the wells", "what: \"\(start)\"")])
        let rows = try Self.cells(RoadmapSamples.roadmap(files).report.csv())
        #expect(rows[6][3].hasPrefix("'"), "\(rows[6][3])")
    }

    @Test func hoursAreNotDropped() throws {
        let files = RoadmapSamples.changed([
            ("{id: signature, on: 2026-01-05}", "{id: signature, on: 2026-01-05T10:00}")
        ])
        let rows = try Self.cells(RoadmapSamples.roadmap(files).report.csv())
        #expect(rows[1][9] == "2026-01-05T10:00" && rows[1][12] == "2026-01-07T10:00")
    }

    @Test func withoutADateDaysAreCounted() throws {
        let rows = try Self.cells(RoadmapSamples.roadmap(RoadmapSamples.undated).report.csv())
        #expect(rows[0][9] == "earliest start (days)" && rows[0][16] == "slack days")
        #expect(rows[0][12] == "deadline (days)" && rows[0][15] == "earliest end (days)")
        #expect(rows[2][12].isEmpty && rows[2][13] == "ceasefire + 40d" && rows[1][12] == "2")
        #expect(rows[2][9] == "1" && rows[3][9] == "7.5")
    }
}
