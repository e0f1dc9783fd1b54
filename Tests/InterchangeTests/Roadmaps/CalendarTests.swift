import Assessment
import Foundation
import Interchange
import Negotiation
import Testing

/// Roadmaps for calendar programs, unfolded and read independently of how they were written.
@Suite struct CalendarTests {
    /// The properties of each entry, by name with parameters; texts as they were before escaping.
    private static func entries(_ text: String) -> [[String: String]] {
        let lines = text.replacing("\r\n ", with: "").components(separatedBy: "\r\n")
        var entries: [[String: String]] = []
        for line in lines {
            guard let colon = line.firstIndex(of: ":") else { continue }
            let (name, value) = (String(line[..<colon]), String(line[line.index(after: colon)...]))
            if line == "BEGIN:VEVENT" {
                entries.append([:])
            } else if !entries.isEmpty {
                var plain = ""
                var isEscaped = false
                for character in value {
                    if isEscaped {
                        plain.append(character == "n" ? "\n" : character)
                        isEscaped = false
                    } else if character == "\\" {
                        isEscaped = true
                    } else {
                        plain.append(character)
                    }
                }
                entries[entries.count - 1][name] = plain
            }
        }
        return entries
    }

    private static func calendar(_ files: [String: String] = RoadmapSamples.exchange) throws -> String {
        let (dossier, report) = try RoadmapSamples.roadmap(files)
        return try report.calendar(dossier)
    }

    @Test func linesAreShortAndWhole() throws {
        let text = try Self.calendar()
        #expect(text.hasPrefix("BEGIN:VCALENDAR\r\nVERSION:2.0\r\nPRODID:"))
        #expect(text.hasSuffix("END:VEVENT\r\nEND:VCALENDAR\r\n"))
        #expect(!text.contains("METHOD"))
        let bytes = Array(text.utf8)
        #expect(bytes.count { $0 == 0x0A } == bytes.count { $0 == 0x0D })
        for line in bytes.split(separator: 0x0A) {
            #expect(line.last == 0x0D && line.count <= 76)
            // A character cut in two would be none.
            #expect(String(validating: line, as: UTF8.self) != nil)
        }
        #expect(bytes.split(separator: 0x0A).contains { $0.first == 0x20 })
    }

    @Test func foldsBetweenCharactersWhereverTheyFall() throws {
        for count in 0..<8 {
            let what = String(repeating: "x", count: count) + String(repeating: "é€😀", count: 30)
            let files = RoadmapSamples.changed([("Count the wells", what)])
            let text = try Self.calendar(files)
            for line in Array(text.utf8).split(separator: 0x0A) {
                #expect(line.count <= 76 && String(validating: line, as: UTF8.self) != nil)
            }
            #expect(Self.entries(text).last?["SUMMARY"] == "Süden – die unteren Städte: " + what)
        }
    }

    @Test func textsComeBackAsTheyWere() throws {
        let entries = try Self.entries(Self.calendar())
        let first = try #require(entries.first)
        #expect(
            first["SUMMARY"]
                == "North, the upper towns, Süden – die unteren Städte: Stop all fire; no exceptions, on land"
        )
        #expect(first["LOCATION"] == "the line, \"A\" to \"B\"")
        #expect(first["DESCRIPTION"] == "Article: 1\nDeadline: 2026-01-07\nIn words: the hour agreed")
        #expect(entries.allSatisfy { $0["CLASS"] == "PRIVATE" && $0["DTSTAMP"] == "20251201T000000Z" })
        let odd = RoadmapSamples.changed([("what: Count the wells", "what: \"a\\\\b;c,d\\ne\"")])
        #expect(try Self.entries(Self.calendar(odd)).last?["SUMMARY"]?.hasSuffix(": a\\b;c,d\ne") == true)
    }

    @Test func daysAreThoseOfTheRoadmap() throws {
        let entries = try Self.entries(Self.calendar())
        let days = Dictionary(
            uniqueKeysWithValues: entries.map {
                ($0["UID"] ?? "", [$0["DTSTART;VALUE=DATE"] ?? "", $0["DTEND;VALUE=DATE"] ?? ""])
            })
        #expect(
            days.keys.sorted() == [
                "ceasefire.deadline@draft.parley", "ceasefire.step@draft.parley", "census.step@draft.parley",
                "relief.1.end@draft.parley", "relief.1.step@draft.parley", "relief.2.deadline@draft.parley",
                "relief.2.end@draft.parley", "relief.2.step@draft.parley",
                "survey.deadline@draft.parley", "survey.step@draft.parley",
                "withdrawal.step@draft.parley", "withdrawal.verification@draft.parley",
            ])
        #expect(days["ceasefire.step@draft.parley"] == ["20260105", "20260106"])
        #expect(days["withdrawal.step@draft.parley"] == ["20260106", "20260112"])
        #expect(days["withdrawal.verification@draft.parley"] == ["20260111", "20260116"])
        // A deadline on a day is that day; one of months goes by the calendar.
        #expect(days["relief.2.deadline@draft.parley"] == ["20260601", "20260602"])
        #expect(days["survey.deadline@draft.parley"] == ["20260705", "20260706"])
        let free = entries.filter { $0["TRANSP"] == "TRANSPARENT" }.compactMap { $0["UID"] }
        #expect(free.allSatisfy { !$0.contains(".step@") } && free.count == 6)
        // What is counted from something that may move has no day: it says what it is counted from.
        let withdrawal = entries.first { $0["UID"] == "withdrawal.step@draft.parley" }
        #expect(
            withdrawal?["DESCRIPTION"]?.contains(
                "Deadline: at the latest 40d after: Stop all fire; no exceptions, on land\n") == true)
    }

    /// Times of the day are those of the place; an end, where there is one, is later than its beginning.
    @Test func hoursHaveTheirPlace() throws {
        let entries = try Self.entries(Self.calendar())
        let relief = try #require(entries.first { $0["UID"] == "relief.1.step@draft.parley" })
        #expect(relief["DTSTART"] == "20260112T120000" && relief["DTEND"] == "20260124T120000")
        #expect(relief["DTSTART;VALUE=DATE"] == nil)
        for entry in entries {
            let days = [entry["DTSTART;VALUE=DATE"], entry["DTEND;VALUE=DATE"]].compactMap(\.self)
            let hours = [entry["DTSTART"], entry["DTEND"]].compactMap(\.self)
            #expect(days.count == 2 ? hours.isEmpty : days.isEmpty && !hours.isEmpty)
            #expect((days + hours).count < 2 || (days + hours)[0] < (days + hours)[1])
        }
    }

    @Test func whatIsInForceForATimeEnds() throws {
        let end = try Self.entries(Self.calendar()).first { $0["UID"] == "relief.1.end@draft.parley" }
        #expect(end?["SUMMARY"] == "Ends: The diet: Pay for the crossing (1/2)")
        #expect(end?["DTSTART"]?.hasPrefix("20270113T12") == true)
    }

    @Test func theSameReportGivesTheSameBytes() throws {
        #expect(try Self.calendar() == Self.calendar())
        let undated = RoadmapSamples.changed([("dated: 2025-12\n", "")])
        #expect(try Self.entries(Self.calendar(undated)).allSatisfy { $0["DTSTAMP"] == "20260105T000000Z" })
    }

    @Test func saysWhyThereIsNone() throws {
        let (dossier, report) = try RoadmapSamples.roadmap(RoadmapSamples.undated)
        let error = #expect(throws: CalendarError.undated("signature")) { try report.calendar(dossier) }
        #expect(error?.description.contains("--start 2026-01-05") == true)
        let dated = try RoadmapSamples.roadmap(
            RoadmapSamples.undated, RoadmapRequest(start: Moment("2026-02-28T18:00")))
        let first = try Self.entries(dated.report.calendar(dated.dossier)).first
        #expect(first?["DTSTART"] == "20260228T180000" && first?["DTEND"] == nil)
        let clash = try RoadmapSamples.roadmap(RoadmapSamples.conflicting)
        #expect(throws: CalendarError.noTimes) { try clash.report.calendar(clash.dossier) }
        let endless = RoadmapSamples.undated.mapValues {
            $0.replacing("deadline: 2026-06-01", with: "deadline: 9mo")
                .replacing("on: 2026-03-01", with: "on: 9999-12-29")
        }
        let late = try RoadmapSamples.roadmap(endless, RoadmapRequest(start: Moment("9999-12-26")))
        #expect(throws: CalendarError.beyondCalendar("withdrawal")) { try late.report.calendar(late.dossier) }
    }
}
