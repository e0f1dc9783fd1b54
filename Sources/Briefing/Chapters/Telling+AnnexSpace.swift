import Assessment
import BigInt
import Negotiation

extension Telling {
    /// What each negotiator can get at most and least over all feasible packages.
    func negotiatorTable(_ space: Situation.Space) -> Block? {
        let rows = places(in: space).map { place -> [DataTable.Cell] in
            let negotiator = space.report.negotiators[place]
            return [
                "\(phrasing.party(negotiator.scoring.party))",
                negotiator.least.map { "\(wording.exactPoints($0))" } ?? unknown,
                negotiator.greatest.map { "\(wording.exactPoints($0))" } ?? unknown,
                DataTable.Cell(wording.count(negotiator.acceptable)),
            ]
        }
        return table(
            say("What the packages that the rules leave are worth"),
            [
                column("Negotiator", namesRows: true), figures(say("Least")), figures(say("Greatest")),
                figures(say("Acceptable packages")),
            ], rows)
    }

    /// Where nothing is acceptable to all: by how much lower expectations would open a package.
    func loweringTable(_ space: Situation.Space) -> Block? {
        guard case .nothingAcceptable(let openings)? = space.report.obstacle else { return nil }
        let places = places(in: space)
        let rows = openings.lowerings.prefix(Self.rowLimit).enumerated().map { index, lowering in
            let least = openings.leastTotal.contains(index)
            let smallest = openings.leastGreatest.contains(index)
            let marks = [
                least ? say("least in sum") : nil, smallest ? say("least greatest") : nil,
            ].compactMap { $0 }
            return places.map { DataTable.Cell(Prose(wording.exactPoints(lowering.by[$0]))) }
                + [DataTable.Cell(wording.list(marks))]
        }
        return table(
            say("By how much less having no agreement would have to be worth, red lines kept"),
            places.map { figures(Prose(phrasing.party(space.analysis.negotiators[$0]))) } + [column("Mark")],
            rows)
    }

    /// The points of the frontier, cut where they are many.
    func frontierTable(_ space: Situation.Space) -> Block? {
        let frontier = space.report.frontier
        let shown = min(frontier.count, Self.rowLimit)
        let caption =
            shown < frontier.count
            ? say("The frontier: \(share(shown, of: frontier.count)) points, from end to end")
            : say("The frontier")
        let rows = spacedIndices(of: frontier.count, limit: Self.rowLimit).map { index in
            pointRow("\(String(index + 1))", at: index, space)
        }
        return table(caption, pointColumns("Point", space), rows, isDense: true)
    }

    /// The points at which the yardsticks point.
    func yardstickTable(_ space: Situation.Space) -> Block? {
        let rows = References.Kind.allCases.filter(options.references.contains).flatMap { kind in
            space.report.references.points(of: kind).prefix(Self.rowLimit).map { point in
                pointRow(
                    DataTable.Cell(
                        phrasing.yardstick(kind),
                        note: space.report.isExact(kind) ? nil : phrasing.unproven(kind, in: space.report)),
                    at: point, space)
            }
        }
        return table(say("Where the yardsticks point"), pointColumns("Yardstick", space), rows)
    }

    private func pointColumns(_ first: Sentence, _ space: Situation.Space) -> [DataTable.Column] {
        [column(first, namesRows: true)]
            + places(in: space).map { figures(Prose(phrasing.party(space.analysis.negotiators[$0]))) }
            + [figures(say("Packages"))]
    }

    private func pointRow(_ name: DataTable.Cell, at point: Int, _ space: Situation.Space) -> [DataTable.Cell]
    {
        let found = space.report.frontier[point]
        return [name] + places(in: space).map { "\(wording.exactPoints(found.utilities[$0]))" }
            + ["\(wording.grouped(found.count))"]
    }

    /// More rows than this are for the command line.
    static let rowLimit = 20
}
