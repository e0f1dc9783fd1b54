import Assessment
import Briefing
import Negotiation
import Testing

private let words: ExposureChart.Words = {
    var words = ExposureChart.Words(
        time: TimeWords(
            hours: "hours", days: "days after signature", dates: "dates", years: "{count} years",
            months: Wording.english.months))
    words.curve = "at least"
    words.band = "at most"
    words.worst = "most at stake"
    words.zero = "nothing at stake"
    words.scaleBreak = "the scale changes"
    return words
}()

private func panel(
    _ name: String, basis: String = "estimate by others", _ points: [(Int, ClosedRange<Double>)],
    label: String = "Day 3: 5 points, when “Opens the crossing” has begun"
) -> ExposureChart.Panel {
    var before: ClosedRange<Double> = 0...0
    let curve = points.map { day, value in
        defer { before = value }
        return ExposureChart.Point(day * 1440, before: before, after: value)
    }
    return .init(name, basis: basis, points: curve, worstTime: 4_320, worst: 5, worstLabel: label)
}

private func canvas(_ panels: [ExposureChart.Panel], start: Moment? = nil) -> Canvas {
    ExposureChart(title: "t", description: "d", caption: "c", panels: panels, start: start, words: words)
        .canvas(id: "e")
}

@Suite struct ExposureChartTests {
    @Test(arguments: [0, 1, 2, 5])
    func everyTextHasRoom(count: Int) {
        let names = ["A", "Eastern Communes of the High Plateau and of everything that lies behind it"]
        for scale in [1e-6, 1, 1e5, 1e12] {
            let panels = (0..<count).map { place in
                panel(
                    names[place % 2], basis: "illustration: invented numbers",
                    [(0, 0...0), (3, (2 * scale)...(5 * scale)), (9, -scale...0), (40, 0...scale)],
                    label: "Day 3: 5 points, when “\(String(repeating: "much ", count: place * 9))” is done")
            }
            for start in [nil, Moment("2031-02-10")] { expectRoom(canvas(panels, start: start)) }
        }
    }

    @Test func oddValuesAreLeftOut() {
        for values in [[0.0...0], [-1e308...1e308], [1e305...1e306], [0...Double.infinity]] {
            let drawn = panel("A", values.map { (1, $0) })
            let drawing = ExposureChart(
                title: "t", description: "d", caption: "", panels: [drawn], words: words
            )
            .drawing(id: "e")
            for word in ["nan", "inf", "–"] { #expect(!drawing.svg.contains("\"\(word)")) }
        }
        #expect(canvas([panel("A", [])]).height > 0)
    }

    /// A single curve needs no word for the lesser end of a band.
    @Test func keysExplainWhatIsDrawn() {
        func texts(_ panel: ExposureChart.Panel) -> [String] { canvas([panel]).texts.map(\.text) }
        let single = texts(panel("A", [(0, 0...0), (3, 5...5)]))
        #expect(single.contains("at least") && !single.contains("at most"))
        let band = texts(panel("A", [(0, 0...0), (3, 1...5)]))
        #expect(band.contains("at least") && band.contains("at most"))
        #expect(!band.contains("the scale changes"))
        let far = texts(
            panel("A", [(0, 0...0), (1, 1...1), (3, 5...5), (9, 4...4), (20, 3...3), (3_650, 0...0)]))
        #expect(far.contains("the scale changes"))
    }

    /// Who says the numbers stands beside each name, and what must not be compared under the title.
    @Test func basesAreStamped() throws {
        let dossier = RoadmapChartSamples.dossier(8)
        let figures = try dossier.roadmap().exposureFigures(Phrasing(dossier))
        #expect(figures.count == 2 && figures.map(\.anchor) == ["roadmap-exposure", "roadmap-exposure-2"])
        let svg = figures.map(\.drawing.svg).joined()
        for basis in ["declared by the party itself", "estimate by others", "illustration: invented numbers"]
        {
            #expect(svg.contains(">\(basis)<"), "\(basis)")
            #expect(figures.contains { $0.drawing.description.contains(basis) })
        }
        for figure in figures {
            #expect(figure.drawing.caption.contains("must not be compared"))
            #expect(!figure.drawing.isWide)
        }
    }

    /// The curve turns where the exposure does: drawn are its points, before and after each.
    @Test func worstMomentsAreNamed() throws {
        let dossier = RoadmapChartSamples.dossier(8)
        let report = try dossier.roadmap()
        let figures = report.exposureFigures(Phrasing(dossier))
        let council = try #require(report.exposures.first { $0.party == "council" })
        let worst = council.exposure.worst
        #expect(worst.exposure.greatest == 4)
        let text = "Day \(worst.time / 1440): 4 points, when “Releases detained persons” is done"
        #expect(figures[0].drawing.description.contains(text))
    }

    @Test func withoutStakesNothingIsDrawn() throws {
        let dossier = RoadmapChartSamples.tight()
        #expect(try dossier.roadmap().exposureFigures(Phrasing(dossier)).isEmpty)
    }
}
