import Briefing
import Testing

/// No two texts meet, and none leaves the frame.
private func expectOrder(_ canvas: Canvas, _ comment: Comment? = nil) {
    let texts = canvas.texts
    for (index, text) in texts.enumerated() {
        #expect(canvas.frame.contains(text.box), "\(text.text) leaves the frame")
        for other in texts.dropFirst(index + 1) {
            #expect(!text.box.overlaps(other.box), "\(text.text) meets \(other.text)")
        }
    }
}

@Suite struct LayoutTests {
    @Test(arguments: [0, 1, 5, 12, 40])
    func planeLabels(named: Int) {
        for seed in UInt64(1)...8 {
            let chart = plane(points: 300, named: named, seed: seed)
            let canvas = chart.canvas(id: "p")
            expectOrder(canvas)
            // Every name is on the drawing, beside its mark or in the key.
            let shown = canvas.texts.map(\.text).joined(separator: " ")
            for package in chart.named {
                #expect(shown.contains(package.label))
            }
        }
    }

    /// The label of a line stands clear of the frontier where there is room elsewhere beside the line.
    @Test func limitsAreLabelledBesideTheFrontier() throws {
        let frontier = (0...20).map { PlaneChart.Point(x: Double($0) * 5, y: 100 - Double($0) / 4) }
        let chart = PlaneChart(
            title: "t", description: "d",
            horizontal: ChartAxis("A", withoutAgreement: 0, withoutAgreementLabel: "Nothing for A: 0"),
            vertical: ChartAxis("B", withoutAgreement: 0, withoutAgreementLabel: "Nothing for B: 0"),
            frontier: frontier)
        let label = try #require(chart.canvas(id: "p").texts.first { $0.text.contains("for A") })
        #expect(label.box.top > 60)
    }

    @Test(arguments: [1e-7, 1, 1e5, 1e9, 1e290])
    func planeScales(scale: Double) { expectOrder(plane(points: 50, named: 4, scale: scale).canvas(id: "p")) }

    @Test(arguments: [0, 1, 2, 3, 5, 8, 30])
    func manyParties(parties: Int) {
        let sample = many(parties: parties, points: 60, named: 6)
        expectOrder(
            ParallelCoordinates(
                title: "t", description: "d", axes: sample.axes, frontier: sample.frontier,
                named: sample.named
            ).canvas(id: "p"))
        expectOrder(
            PairMatrix(
                title: "t", description: "d", axes: sample.axes, frontier: sample.frontier,
                named: sample.named
            ).canvas(id: "m"))
    }

    @Test(arguments: [(0, 0), (1, 1), (4, 3), (14, 9), (30, 30)])
    func grids(rows: Int, columns: Int) {
        let words = ["directly", "through others", "not yet", "Unaussprechlichkeitsvermutung", ""]
        let chart = GridChart(
            title: "t", description: "d", rows: (0..<rows).map { "Issue with a long title \($0)" },
            columns: (0..<columns).map { "Constituency of many people \($0)" },
            cells: (0..<rows).map { row in
                (0..<columns).map { .init(Symbol.allCases[($0 + row) % 11], words[($0 * 3 + row) % 5]) }
            })
        expectOrder(chart.canvas(id: "g"))
    }

    @Test func bars() {
        let names = [
            "A", "Arland", "Eastern Communes of the High Plateau and of everything that lies behind it",
        ]
        var numbers = FixedNumbers(seed: 3)
        let rows = (0..<30).map { index in
            BarsChart.Row(
                names[index % 3],
                summary: index % 2 == 0 ? "62" : "62 (55 to 70), gain 27 (20 to 35), with much to say",
                central: numbers.next() * 100, least: index % 4 == 0 ? nil : numbers.next() * 50,
                greatest: numbers.next() * 100 + 100, withoutAgreement: numbers.next() * 100,
                withoutAgreementLabel: "without agreement 35 (a label of some length)",
                scale: index % 5 == 0 ? 0...100 : nil)
        }
        expectOrder(BarsChart(title: "t", description: "d", rows: rows).canvas(id: "b"))
        expectOrder(BarsChart(title: "t", description: "d", rows: []).canvas(id: "b"))
    }

    @Test(arguments: [0, 1, 3, 12])
    func ladders(count: Int) {
        let rungs = (0..<count).map { index in
            LadderChart.Rung(
                "Stage of the long peace \(index)",
                entries: (0...index).map {
                    .init(.full, "Issue number \($0): settled as the draft of March has it")
                })
        }
        expectOrder(LadderChart(title: "t", description: "d", rungs: rungs).canvas(id: "l"))
    }

    /// Graph models from nothing to as many states as are drawn, with rings, with long names and with steps of many.
    @Test(arguments: [0, 1, 2, 9, 36, StateChart.nodeLimit])
    func states(count: Int) {
        for seed in UInt64(1)...6 {
            var numbers = FixedNumbers(seed: seed)
            let movers = 1 + Int(numbers.next() * 7)
            let nodes = (0..<count).map { place in
                StateChart.Node(
                    seed % 2 == 0 ? "\(place + 1)" : "NYNYNY\(place)", isEquilibrium: numbers.next() > 0.7,
                    isStatusQuo: place == 0)
            }
            let edges = (0..<count).flatMap { from in
                (0..<count).compactMap { to -> StateChart.Edge? in
                    guard from != to, numbers.next() < 0.1 else { return nil }
                    return .init(
                        from: from, to: to, by: Int(numbers.next() * Double(movers)),
                        isImprovement: numbers.next() > 0.5)
                }
            }
            let chart = StateChart(
                title: "t", description: "d", nodes: nodes, edges: edges,
                movers: (0..<movers).map { "Party of the high plateau \($0)" },
                words: .init(
                    equilibrium: "nobody leaves it", statusQuo: "where things stand", other: "another step"))
            let canvas = chart.canvas(id: "s")
            expectOrder(canvas, "\(count) states, seed \(seed)")
            for node in nodes { #expect(canvas.texts.contains { $0.text == node.label }) }
        }
    }
}
