import Briefing
import Foundation
import Testing

@Suite struct ChartTests {
    /// Drawings of one plane, of many parties, and of one package, from the same odd values.
    private func drawings(of values: [Double]) -> [Drawing] {
        let axes = [
            ChartAxis("A", withoutAgreement: values.first, withoutAgreementLabel: "35"), ChartAxis("B"),
        ]
        let points = values.map { PlaneChart.Point(x: $0, y: values[0]) }
        let named = values.prefix(3).map { MarkedPackage("N", values: [$0, $0], role: .tabled) }
        let frontier = values.map { [$0, $0] }
        let rows = values.map {
            BarsChart.Row("A", summary: "s", central: $0, least: $0, greatest: $0, withoutAgreement: $0)
        }
        return [
            PlaneChart(
                title: "t", description: "d", horizontal: axes[0], vertical: axes[1], cloud: points,
                frontier: points,
                named: named
            ).drawing(id: "a"),
            ParallelCoordinates(title: "t", description: "d", axes: axes, frontier: frontier, named: named)
                .drawing(id: "b"),
            PairMatrix(title: "t", description: "d", axes: axes, frontier: frontier, named: named).drawing(
                id: "c"),
            BarsChart(title: "t", description: "d", rows: rows).drawing(id: "d"),
        ]
    }

    @Test(
        arguments: [
            [], [0], [5, 5, 5], [.nan, 1, 2], [.infinity, -.infinity], [1e300, -1e300], [1.7e308, 0],
            [1e15, 1e15 + 0.125],
            [Double.leastNonzeroMagnitude, 0], [1e-300, 2e-300], [-1e-9, 1e-9],
        ] as [[Double]])
    func oddValuesAreDrawnOrLeftOut(values: [Double]) {
        for drawing in drawings(of: values) {
            for word in ["nan", "inf", "NaN", "e+", "e-", "\"–"] {
                #expect(!drawing.svg.contains("\(word)\"") && !drawing.svg.contains("=\"\(word)"), "\(word)")
            }
            #expect(!drawing.svg.contains(" –"))
        }
    }

    @Test func whatHasNoPlaceIsCounted() {
        let drawing = PlaneChart(
            title: "t", description: "d", horizontal: ChartAxis("A"), vertical: ChartAxis("B"),
            cloud: [.init(x: .nan, y: 1), .init(x: 1, y: .infinity), .init(x: 1, y: 1)]
        ).drawing(id: "a")
        #expect(drawing.caption == "2 without a place on these scales are not drawn.")
    }

    @Test func axesOfManyPartiesAreLabelledAtTheirEnds() {
        let axes = [ChartAxis("A", withoutAgreement: 45), ChartAxis("B"), ChartAxis("C")]
        let canvas = ParallelCoordinates(
            title: "t", description: "d", axes: axes,
            frontier: [[29.5, 1, 1e9], [94.25, 2 / 3, 2_500_000_000]]
        ).canvas(id: "p")
        let texts = canvas.texts.map(\.text)
        for ends in ["29.5 to 94.25", "0.6667 to 1", "1×10⁹ to 2.5×10⁹"] {
            #expect(texts.contains(ends), "\(texts)")
        }
    }

    /// The key shows each shape that is drawn, and no line that is not.
    @Test func keysExplainWhatIsDrawn() {
        func chart(_ frontier: [PlaneChart.Point]) -> PlaneChart {
            PlaneChart(
                title: "t", description: "d", horizontal: ChartAxis("A", withoutAgreement: .nan),
                vertical: ChartAxis("B"), frontier: frontier,
                named: [
                    MarkedPackage("one", values: [0, 9], role: .reference),
                    MarkedPackage("two", values: [9, 0], role: .reference),
                    MarkedPackage("three", values: [9, 0], role: .tabled),
                    MarkedPackage("four", values: [4, 4], role: .tabled),
                ])
        }
        let drawn = chart([.init(x: 0, y: 9), .init(x: 9, y: 0)])
        // Three marks, for two packages share one, and the shape of each in the key.
        #expect(drawn.drawing(id: "p").svg.components(separatedBy: "class=\"halo\"").count - 1 == 6)
        let texts = drawn.canvas(id: "p").texts.map(\.text)
        #expect(texts.contains("yardstick") && texts.contains("tabled: all negotiators see it"))
        #expect(!texts.contains("without agreement") && !texts.contains("possible package"))
        // A single point has no steps: a dot stands in the key, which adds three without length.
        let single = chart([.init(x: 0, y: 9)]).drawing(id: "p").svg
        #expect(single.components(separatedBy: "h0").count - 1 == 4)
    }

    /// Names that find no room are numbered, and then all of their kind: no number and no draft is missing.
    @Test func numbersInTheKeyHaveNoGaps() {
        let named = (0..<9).map { (index: Int) -> MarkedPackage in
            let x = Double(20 + (index * 7 % 9) * 4)
            let y = Double(30 + (index * 5 % 9) * 4)
            let name = "Draft \(index) by the drafting committee of the plenary session"
            return MarkedPackage(name, values: [x, y], role: .drafted)
        }
        var chart = plane(points: 1_500, named: 0)
        chart.named = named
        let texts = chart.canvas(id: "p").texts.map(\.text)
        for number in 1...9 { #expect(texts.count { $0 == "\(number)" } >= 1, "\(number)") }
        #expect(texts.count { $0.hasPrefix("Draft ") } == 9, "\(texts)")
    }

    /// A text on a plot stands on a ground of its own, so that no line or dot runs through it.
    @Test func textsOnPlotsStandOnPlates() {
        func plates(_ svg: String) -> Int { svg.components(separatedBy: "fill-opacity=\"0.85\"").count - 1 }
        #expect(plates(plane(points: 50, named: 2).drawing(id: "p").svg) == 4)
        let sample = many(parties: 3, points: 30, named: 0)
        let axes = ParallelCoordinates(
            title: "t", description: "d", axes: sample.axes, frontier: sample.frontier)
        #expect(plates(axes.drawing(id: "a").svg) == 6)
    }

    @Test func drawingsAreTheSameEveryTime() {
        #expect(
            plane(points: 3_000, named: 8).drawing(id: "p") == plane(points: 3_000, named: 8).drawing(id: "p")
        )
        let sample = many(parties: 4, points: 2_500, named: 3)
        func pairs() -> Drawing {
            PairMatrix(
                title: "t", description: "d", axes: sample.axes, frontier: sample.frontier,
                named: sample.named
            ).drawing(id: "m")
        }
        #expect(pairs() == pairs())
    }

    @Test func largeCloudsAreSampledAndSaySo() {
        let chart = plane(points: 5_000, named: 3)
        let drawing = chart.drawing(id: "p")
        #expect(drawing.caption == "A fixed sample is drawn: 2,000 of 5,020 points, and everything named.")
        #expect(drawing.description.hasSuffix(drawing.caption))
        #expect(drawing.svg.contains(drawing.caption))
        // Dots of the cloud and the frontier are the only marks without length, but for the key's six.
        #expect(drawing.svg.components(separatedBy: "h0").count - 1 == drawnLimit + 6)
        #expect(plane(points: 1_980, named: 3).drawing(id: "p").caption == "")
    }

    @Test func largeFrontiersKeepTheirEnds() {
        #expect(spacedIndices(of: 10, limit: 4) == [0, 3, 6, 9])
        #expect(spacedIndices(of: 3, limit: 4) == [0, 1, 2])
        #expect(spacedIndices(of: 5, limit: 1) == [0])
        #expect(spacedIndices(of: 5, limit: 0) == [])
    }

    @Test func samplesAreFixedAndOrdered() {
        let sample = sampledIndices(of: 10_000, limit: 100)
        #expect(sample.count == 100)
        #expect(sample == sample.sorted())
        #expect(Set(sample).count == 100)
        #expect(sample == sampledIndices(of: 10_000, limit: 100))
        #expect(sampledIndices(of: 3, limit: 100) == [0, 1, 2])
    }

    @Test func manyLinesAreSampled() {
        let sample = many(parties: 3, points: 2_100, named: 2)
        let drawing = ParallelCoordinates(
            title: "t", description: "d", axes: sample.axes, frontier: sample.frontier, named: sample.named
        ).drawing(id: "p")
        #expect(drawing.caption.contains("2,000 of 2,100 points"))
    }

    @Test func textIsEscaped() {
        let drawing = LadderChart(
            title: attack, description: attack, rungs: [.init(attack, entries: [.init(.full, attack)])]
        ).drawing(id: Anchor(attack))
        #expect(!drawing.svg.contains("<script"))
        #expect(!drawing.svg.contains("\u{202E}"))
    }

    @Test func screenReadersFindTitleAndDescription() {
        let svg = plane(points: 5, named: 1).drawing(id: "plane").svg
        #expect(svg.contains("role=\"img\" aria-labelledby=\"plane-title plane-desc\""))
        #expect(svg.contains("<title id=\"plane-title\">A finding</title>"))
        #expect(svg.contains("<desc id=\"plane-desc\">What is to be seen.</desc>"))
        #expect(svg.contains("url(#plane-hatch)"))
    }
}

@Suite struct AxisScaleTests {
    @Test func ticksAreRound() {
        #expect(AxisScale([0, 100]).ticks(about: 5).map(\.label) == ["0", "50", "100"])
        #expect(AxisScale([0, 100]).ticks(about: 6).map(\.label) == ["0", "20", "40", "60", "80", "100"])
        #expect(
            AxisScale([-1, 1], room: 0).ticks(about: 4).map(\.label) == ["−1.0", "−0.5", "0", "0.5", "1.0"])
        #expect(
            AxisScale([0, 3e9], room: 0).ticks(about: 3).map(\.label) == ["0", "1×10⁹", "2×10⁹", "3×10⁹"])
        #expect(
            AxisScale([0, 3e-9], room: 0).ticks(about: 3).map(\.label) == ["0", "1×10⁻⁹", "2×10⁻⁹", "3×10⁻⁹"])
    }

    @Test func oneValueHasRoom() {
        let scale = AxisScale([7])
        #expect(scale.lower < 7 && scale.upper > 7)
        #expect(scale.place(7, from: 0, to: 10) == 5)
        #expect(AxisScale([]).lower == 0)
    }
}
