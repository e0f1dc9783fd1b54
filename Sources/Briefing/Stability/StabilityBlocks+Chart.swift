import Assessment
import BigInt
import Stability

extension StabilityBlocks {
    /// The state graph; where there are too many states to be legible, what can follow from where things stand and the states that nobody
    /// gains by leaving.
    func chart(id: Anchor) -> Figure? {
        let all = report.states.graph.count
        guard all > 1 else { return nil }
        let places = drawn()
        guard places.count > 1 else { return nil }
        let equilibria = report.verdicts.equilibria(.seq)
        let index = Dictionary(uniqueKeysWithValues: places.enumerated().map { ($1, $0) })
        // Where there are many, names and arrows have to be few for the rest to be seen.
        let isCrowded = places.count > Self.plainDrawing
        let isShort = !isCrowded && places.allSatisfy { report.states.label(of: $0).rawValue.count <= 8 }
        let nodes = places.enumerated().map { number, place in
            StateChart.Node(
                isShort ? report.states.label(of: place).rawValue : String(number + 1),
                isEquilibrium: equilibria.contains(place), isStatusQuo: report.fate?.state == place)
        }
        var edges: [StateChart.Edge] = []
        for place in places {
            for maker in report.makers.indices {
                let preference = report.game.preferences[maker]
                let ends = report.states.graph.successors(of: place, by: maker).filter { index[$0] != nil }
                let better = ends.filter { preference.surelyPrefers($0, to: place) }
                let best = better.filter { end in !better.contains { preference.surelyPrefers($0, to: end) } }
                for end in isCrowded ? Array(best.prefix(1)) : ends {
                    guard let from = index[place], let to = index[end] else { continue }
                    edges.append(.init(from: from, to: to, by: maker, isImprovement: better.contains(end)))
                }
            }
        }
        var captions: [Prose] = []
        if places.count < all {
            captions.append(
                say(
                    "Drawn are \(String(places.count)) of \(phrasing.wording.grouped(BigInt(all))) states: where things stand, what can follow from there, and states that nobody gains by leaving."
                ))
        }
        if isCrowded {
            captions.append(
                say(
                    "Of the steps open to a party in a state, the one that is best for it is drawn, where it is better than to stay."
                ))
        } else if edges.count(where: { !$0.isImprovement }) > StateChart.otherLimit {
            captions.append(say("Steps that are not better for who takes them are not drawn."))
        }
        let drawing = StateChart(
            title: say("States, and steps from one to another").text,
            description: say(
                "States in rows; arrows are steps that are better for who takes them and lead downwards where they can."
            ).text,
            nodes: nodes, edges: edges, movers: report.makers.indices.map(party),
            words: .init(
                equilibrium: say("nobody gains by leaving it (SEQ)").text,
                statusQuo: say("where things stand").text,
                other: say("a step that is not better for who takes it").text,
                caption: captions.map(\.text).joined(separator: " "))
        ).drawing(id: id)
        return Figure(drawing, table: chartTable(places, nodes), anchor: id)
    }

    /// The most states of which all steps are drawn.
    private static var plainDrawing: Int { 16 }

    /// What the boxes stand for.
    private func chartTable(_ places: [Int], _ nodes: [StateChart.Node]) -> DataTable {
        // A box with a number alone has to say which state it is.
        let hasTitles = zip(places, nodes).contains { place, node in
            report.states.title(of: place) != nil || node.label != report.states.label(of: place).rawValue
        }
        var columns = [DataTable.Column(say("Box"), namesRows: true)]
        if hasTitles { columns.append(DataTable.Column(say("State"))) }
        columns.append(DataTable.Column(say("What is done in it")))
        columns.append(DataTable.Column(say("Better steps lead to")))
        let rows = zip(places, nodes).map { place, node -> [DataTable.Cell] in
            var cells = [DataTable.Cell(Prose(node.label))]
            if hasTitles { cells.append(DataTable.Cell(state(place).capitalised)) }
            cells.append(DataTable.Cell(taken(place)))
            let next = report.makers.indices.flatMap { maker -> [Prose] in
                report.states.graph.successors(of: place, by: maker)
                    .filter { report.game.preferences[maker].surelyPrefers($0, to: place) }
                    .compactMap { end in places.firstIndex(of: end) }
                    .map { say("\(nodes[$0].label) (\(party(maker)))") }
            }
            cells.append(DataTable.Cell(next.joined(separator: Prose(", "))))
            return cells
        }
        return DataTable(
            caption: say("The boxes of the drawing"), columns: columns, rows: rows, isDense: true)
    }

    /// The states that are drawn, ascending.
    private func drawn() -> [Int] {
        let all = report.states.graph.count
        if all <= StateChart.nodeLimit { return Array(0..<all) }
        var chosen: [Int] = []
        var seen: Set<Int> = []
        func take(_ places: some Sequence<Int>) {
            for place in places where chosen.count < StateChart.nodeLimit && seen.insert(place).inserted {
                chosen.append(place)
            }
        }
        if let fate = report.fate {
            take([fate.state])
            take(fate.improving.reached.prefix(StateChart.nodeLimit / 2).map(\.state))
        }
        take(report.accounts.map(\.state))
        for concept in [Concept.nash, .seq, .gmr] { take(report.verdicts.equilibria(concept)) }
        return chosen.sorted()
    }
}
