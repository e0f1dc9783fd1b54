public import Assessment
import Negotiation
import Sequencing

extension NetworkReport {
    /// What `parley roadmap` prints for people of a temporal network that stands alone.
    public func text(_ wording: Wording = .english, style: TextStyle = TextStyle()) -> String {
        let phrasing = Phrasing(Dossier(), wording: wording)
        func say(_ sentence: Sentence) -> Prose { phrasing.say(sentence) }
        func answer(_ known: Bool?) -> Prose {
            switch known {
            case true?: say("yes")
            case false?: say("no")
            case nil: say("not decided: the search ended at its limit")
            }
        }
        var rows = [Definition(say("consistent"), answer(isConsistent))]
        if kind != .simple {
            rows.append(Definition(say("weakly controllable"), answer(isWeaklyControllable)))
        }
        if kind == .uncertain {
            rows.append(Definition(say("strongly controllable"), answer(isStronglyControllable)))
        }
        if kind != .simple {
            rows.append(
                Definition(
                    say("dynamically controllable, if a reaction takes a moment"), answer(isControllable)))
            rows.append(
                Definition(
                    say("dynamically controllable, if a reaction takes no time"), answer(isControllableAtOnce)
                ))
        }
        var blocks: [Block] = [
            .heading(say("A temporal network (\(kind.rawValue))")),
            .paragraph(
                say(
                    "\(String(network.points.count)) points, \(String(network.constraints.count)) constraints, \(String(network.contingentLinks.count)) uncontrolled durations, \(String(network.observations.count)) observations."
                )), .definitions(rows),
        ]
        if let ring {
            let names = ring.points.map { say("\(code: network.points[$0])") }
            blocks.append(
                .paragraph(
                    say(
                        "These cannot all hold: the ring \(names.joined(separator: say(" → "))) is \(String(-ring.length)) too short."
                    )))
        }
        if let failingScenario {
            let literals = failingScenario.map { $0.holds ? $0.proposition : "¬" + $0.proposition }
            blocks.append(
                .paragraph(
                    literals.isEmpty
                        ? say("It fails in every scenario.")
                        : say("It fails in the scenario \(phrasing.wording.list(literals)).")))
        } else if obstacle != nil, kind != .simple, isConsistent == true {
            blocks.append(
                .paragraph(
                    say("Each scenario by itself can be executed; which one it is becomes known too late.")))
        }
        if let earliest, let latest {
            let rows = network.points.indices.prefix(60).map { point -> [DataTable.Cell] in
                [
                    DataTable.Cell(Prose(network.points[point])),
                    DataTable.Cell(Prose(String(earliest[point]))),
                    DataTable.Cell(Prose(latest[point].map(String.init) ?? "–")),
                ]
            }
            blocks.append(
                .table(
                    DataTable(
                        caption: say("Times from the origin"),
                        columns: [
                            DataTable.Column(say("Point"), namesRows: true),
                            DataTable.Column(say("Earliest"), alignment: .end),
                            DataTable.Column(say("Latest"), alignment: .end),
                        ], rows: rows)))
        }
        return blocks.text(style, furniture: phrasing.wording.furniture)
    }
}
