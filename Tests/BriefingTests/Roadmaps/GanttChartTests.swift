import Assessment
import Briefing
import Negotiation
import Testing

/// No two texts meet, and none leaves the frame.
func expectRoom(_ canvas: Canvas, _ comment: Comment? = nil) {
    let texts = canvas.texts
    for (index, text) in texts.enumerated() {
        #expect(canvas.frame.contains(text.box), "\(text.text) leaves the frame")
        for other in texts.dropFirst(index + 1) {
            #expect(!text.box.overlaps(other.box), "\(text.text) meets \(other.text)")
        }
    }
}

private let words: GanttChart.Words = {
    var words = GanttChart.Words(
        time: TimeWords(
            hours: "hours after signature", days: "days after signature", dates: "dates",
            years: "{count} years", months: Wording.english.months))
    words.doing = "being done"
    words.window = "done by then"
    words.verification = "being verified"
    words.gate = "known by then"
    words.response = "response"
    words.deadline = "deadline"
    words.critical = "critical"
    words.inForce = "in force"
    words.openEnded = "no end"
    words.event = "event"
    words.eventLatest = "event, and its latest"
    words.wait = "waits"
    words.scaleBreak = "the scale changes"
    words.continued = "{name}, continued"
    return words
}()

private let day = 1440

private func step(_ begun: Int, _ done: Int, slow: Int? = nil, verified: Int? = nil) -> GanttChart.Step {
    GanttChart.Step(
        begun: begun * day, doneEarliest: done * day, doneSlow: (slow ?? done) * day,
        verifiedSlow: (verified ?? slow ?? done) * day)
}

private func chart(
    _ lanes: [GanttChart.Lane], events: [GanttChart.Event] = [], start: Moment? = nil
) -> GanttChart {
    GanttChart(title: "t", description: "d", lanes: lanes, events: events, start: start, words: words)
}

/// Lanes with so many rows each.
private func lanes(_ counts: [Int]) -> [GanttChart.Lane] {
    var number = 0
    return counts.enumerated().map { lane, count in
        GanttChart.Lane(
            "Party \(lane)",
            rows: (0..<count).map { row in
                number += 1
                let title =
                    "Deed \(number)" + (row % 3 == 0 ? " of the long peace, with much to be said of it" : "")
                return .init(
                    number, title: title, steps: [step(row, row + 5, slow: row + 9, verified: row + 12)])
            })
    }
}

@Suite struct GanttChartTests {
    @Test(arguments: [(1, false), (2, true), (5, true), (8, false), (8, true), (14, true)])
    func samplesAreDrawn(count: Int, dated: Bool) throws {
        for (sunset, long) in [(false, false), (true, false), (false, true)] {
            let dossier = RoadmapChartSamples.dossier(count, dated: dated, sunset: sunset, long: long)
            let figures = try dossier.roadmap().ganttFigures(Phrasing(dossier))
            #expect(!figures.isEmpty)
            for figure in figures {
                #expect(!figure.drawing.svg.contains("–\"") && !figure.drawing.svg.contains("nan"))
                #expect(!figure.drawing.description.isEmpty)
            }
        }
    }

    @Test(arguments: [[0], [1], [3], [9], [10, 2], [4, 4, 4, 4], [22], [60]])
    func layout(counts: [Int]) {
        let names = [
            "Signature", "Entry into force", "A report of some length that nobody awaits", "Winter", "End",
        ]
        let events = names.enumerated().map { place, name in
            GanttChart.Event(name, earliest: place * place * day, latest: (place * place + place) * day)
        }
        for start in [nil, Moment("2031-02-10"), Moment("2031-12-31T10:00")] {
            let whole = chart(lanes(counts), events: events, start: start)
            for page in [whole] + whole.pages() {
                let canvas = page.canvas(id: "g")
                expectRoom(canvas)
                for event in events {
                    #expect(canvas.texts.contains { $0.text.hasPrefix(event.name.prefix(12)) })
                }
            }
        }
    }

    /// From minutes to centuries, with and without a date: there are ticks, and none meets another.
    @Test(arguments: [1, 30, 600, 5_000, 60_000, 400_000, 4_000_000, 100_000_000])
    func scales(last: Int) {
        for start in [nil, Moment("2031-02-10"), Moment("9990-01-01")] {
            for early in [last, last / 2, last / 50 + 1] {
                let steps = (1...6).map { place in
                    GanttChart.Step(
                        begun: early * (place - 1) / 6, doneEarliest: early * place / 6,
                        doneSlow: place == 6 ? last : early * place / 6,
                        verifiedSlow: place == 6 ? last : early * place / 6)
                }
                let canvas = chart([.init("A", rows: [.init(0, title: "x", steps: steps)])], start: start)
                    .canvas(id: "g")
                expectRoom(canvas, "\(last), \(early)")
                #expect(canvas.texts.count { $0.box.top > 60 } > 2)
            }
        }
    }

    @Test func whatIsFarDoesNotCrushTheRest() {
        var rows = (0..<6).map { GanttChart.Row($0, title: "Deed \($0)", steps: [step($0 * 5, $0 * 5 + 5)]) }
        func texts(_ rows: [GanttChart.Row]) -> [String] {
            chart([.init("A", rows: rows)]).canvas(id: "g").texts.map(\.text)
        }
        #expect(!texts(rows).contains("the scale changes"))
        rows.append(.init(9, title: "Sunset", steps: [step(3, 3_650)]))
        let shown = texts(rows)
        #expect(shown.contains("the scale changes"))
        // Both scales have labels of their own.
        #expect(shown.contains("20") && shown.contains("10 years"), "\(shown)")
    }

    /// One commitment of years beside one of days is enough.
    @Test func oneLongCommitmentDoesNotCrushTheOnlyOther() {
        let rows = [step(0, 20), step(0, 3_650)].enumerated().map {
            GanttChart.Row($0.offset, title: "Deed", steps: [$0.element])
        }
        let shown = chart([.init("A", rows: rows)]).canvas(id: "g").texts.map(\.text)
        #expect(shown.contains("the scale changes") && shown.contains("10 years"), "\(shown)")
    }

    /// Many deadlines at all distances leave no gap, and yet the bars at the beginning must not be crushed.
    @Test func aCrowdHasRoomThoughNothingStandsApart() {
        let rows = (0..<16).map { number -> GanttChart.Row in
            var step = step(number / 4, number / 4 + 9, slow: number / 4 + 12)
            step.deadline = number < 4 ? (number + 1) * 170 * day : (20 + number * 3) * day
            return .init(number, title: "Deed \(number)", steps: [step])
        }
        let shown = chart([.init("A", rows: rows)]).canvas(id: "g").texts.map(\.text)
        #expect(shown.contains("the scale changes") && shown.contains("10"), "\(shown)")
    }

    /// Titles end after a word, and nothing of the key stands where a telephone does not show it at first.
    @Test func wordsAreWholeAndTheKeyIsSeen() {
        let title =
            "Hands over registers and certificates of everybody that was held without being sentenced by a court"
        var sure = step(0, 5, slow: 9, verified: 20)
        sure.isGate = true
        sure.deadline = 30 * day
        var whole = chart([
            .init("A", rows: (0..<20).map { .init($0, title: title, steps: [sure]) })
        ])
        whole.words.gate =
            "by then it is known whether it was kept, and if it was not, what follows from that"
        let texts = whole.canvas(id: "g").texts
        let short = texts.filter { $0.text.hasSuffix("…") }
        #expect(!short.isEmpty)
        for text in short {
            let last = text.text.dropLast().split(separator: " ").last.map(String.init) ?? ""
            #expect(title.split(separator: " ").map(String.init).contains(last), "\(text.text)")
        }
        let key = texts.filter {
            ["being done", "deadline"].contains($0.text) || $0.text.contains("by then")
        }
        #expect(key.count > 2 && key.allSatisfy { $0.box.right <= 410 })
    }

    /// The heads of lanes stand on the lines of events; a deadline on a short bar leaves it to be seen.
    @Test func nothingHidesWhatIsUnderIt() throws {
        var short = step(0, 0)
        short.deadline = 0
        let drawn = chart(
            [
                .init(
                    "Lane",
                    rows: [.init(0, title: "x", steps: [short]), .init(1, title: "y", steps: [step(0, 9)])])
            ],
            events: [.init("Signature", earliest: 0, latest: 0)])
        let svg = drawn.drawing(id: "g").svg
        let (event, head) = (svg.firstRange(of: "stroke-dasharray=\"1 2\""), svg.firstRange(of: ">Lane<"))
        #expect(try #require(event).lowerBound < #require(head).lowerBound)
        let bar = try #require(svg.firstMatch(of: /<rect x="[0-9.]+" y="([0-9.]+)"[^>]*fill-opacity="0.62"/))
        let wedge = try #require(svg.firstMatch(of: /<path d="([^"]*)" fill="currentColor"/))
        let heights = wedge.output.1.matches(of: /[0-9.]+ ([0-9.]+)/).compactMap { Double($0.output.1) }
        let top = try #require(Double(bar.output.1))
        #expect(!heights.isEmpty && heights.allSatisfy { $0 <= top + 0.1 }, "\(heights), \(top)")
    }

    /// A lane stays whole where it fits; what goes on in another chart has its name there again; nothing is lost.
    @Test(arguments: [[60], [5, 5, 5, 45], [12, 12, 12], [3, 40, 3], [1, 1, 1, 1]])
    func pagesHoldEverythingOnce(counts: [Int]) {
        let whole = chart(lanes(counts))
        let pages = whole.pages()
        #expect(pages.flatMap(\.lanes).flatMap(\.rows) == whole.lanes.flatMap(\.rows))
        for page in pages {
            #expect(page.lanes.reduce(0) { $0 + $1.rows.count } <= 22)
            #expect(page.lanes.allSatisfy { !$0.rows.isEmpty })
            #expect(page.canvas(id: "g").height < 620)
        }
        let names = pages.flatMap(\.lanes).map(\.name)
        #expect(Set(names).isSuperset(of: whole.lanes.map(\.name)))
        #expect(names.contains("Party 0, continued") == (counts[0] > 22))
    }

    /// Charts of one timetable share the scale.
    @Test func pagesHaveOneScale() {
        let ticks = chart(lanes([60])).pages().map { page in
            page.canvas(id: "g").texts.filter { $0.text == "60" || $0.text == "0" }.map(\.box.left)
        }
        #expect(ticks.count > 1 && Set(ticks).count == 1)
    }

    /// The key explains what is drawn, and nothing else.
    @Test func keysExplainWhatIsDrawn() {
        var sure = step(0, 5)
        func texts(_ step: GanttChart.Step) -> [String] {
            let lanes = [GanttChart.Lane("A", rows: [.init(0, title: "x", steps: [step])])]
            return chart(lanes).canvas(id: "g").texts.map(\.text)
        }
        let all = [
            "done by then", "being verified", "known by then", "response", "deadline", "critical", "in force",
            "no end", "event", "waits", "the scale changes",
        ]
        #expect(texts(sure).contains("being done"))
        #expect(all.allSatisfy { !texts(sure).contains($0) })
        sure.doneSlow += day
        #expect(texts(sure).contains("done by then"))
        sure.verifiedSlow += 3 * day
        #expect(texts(sure).contains("being verified"))
        sure.isGate = true
        sure.answers = [20 * day]
        #expect(texts(sure).contains("known by then") && texts(sure).contains("response"))
        sure.isCritical = true
        #expect(texts(sure).contains("critical"))
        sure.deadline = 9 * day
        #expect(texts(sure).contains("deadline"))
        sure.isOpenEnded = true
        #expect(texts(sure).contains("no end"))
        sure.sunset = 30 * day
        #expect(texts(sure).contains("in force") && !texts(sure).contains("no end"))
    }

    /// Lanes stand by party in the neutral order, what several do together last; responses say that they are.
    @Test func lanesAreParties() throws {
        let dossier = RoadmapChartSamples.dossier(8)
        let figure = try #require(try dossier.roadmap().ganttFigures(Phrasing(dossier)).first)
        let names = [
            "Council of Owners", "Northland", "Southern Communes", "Northland and Southern Communes",
        ]
        var rest = figure.drawing.svg[...]
        for name in names {
            let place = try #require(rest.firstRange(of: ">\(name)<"), "\(name)")
            rest = rest[place.upperBound...]
            #expect(figure.drawing.description.contains("\(name): "))
        }
        #expect(figure.drawing.svg.contains("If not: Suspends the next delivery"))
        #expect(figure.table == nil && figure.anchor == "roadmap-timetable")
        // The party of a copy stands first.
        let own = Phrasing(dossier, firstParty: "south")
        let svg = try #require(try dossier.roadmap().ganttFigures(own).first).drawing.svg
        let (south, north) = (svg.firstRange(of: ">Southern Communes<"), svg.firstRange(of: ">Northland<"))
        #expect(try #require(south).lowerBound < #require(north).lowerBound)
    }

    @Test func whatMayNotWaitIsNamed() throws {
        let dossier = RoadmapChartSamples.tight()
        let report = try dossier.roadmap()
        let drawing = try #require(report.ganttFigures(Phrasing(dossier)).first).drawing
        #expect(drawing.description.contains("Critical: “Pulls heavy weapons back"))
        #expect(drawing.svg.contains("critical, its name in bold"))
    }

    @Test func drawingsAreTheSameEveryTime() throws {
        let dossier = RoadmapChartSamples.dossier(18, dated: true)
        let report = try dossier.roadmap()
        #expect(report.ganttFigures(Phrasing(dossier)) == report.ganttFigures(Phrasing(dossier)))
    }

    @Test func textIsEscaped() {
        let lanes = [GanttChart.Lane(attack, rows: [.init(0, title: attack, steps: [step(0, 1)])])]
        let drawing = GanttChart(
            title: attack, description: attack, lanes: lanes, events: [.init(attack, earliest: 0, latest: 9)],
            words: words
        ).drawing(id: Anchor(attack))
        #expect(!drawing.svg.contains("<script") && !drawing.svg.contains("\u{202E}"))
    }

    /// Where no times keep all clauses there is nothing to draw.
    @Test func contradictionsAreNotDrawn() throws {
        var dossier = RoadmapChartSamples.tight()
        dossier.packages[0].commitments[3].deadline = .within(TimeSpan(1, .days), of: nil)
        #expect(try dossier.roadmap().ganttFigures(Phrasing(dossier)).isEmpty)
        #expect(try dossier.roadmap().exposureFigures(Phrasing(dossier)).isEmpty)
    }
}
