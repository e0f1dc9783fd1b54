import Assessment
import BigInt
import Negotiation

/// The packages at some points of the frontier: in words side by side, then as they can be typed again.
struct PackagesAtPoints {
    /// The points with their places in the frontier, from 0.
    let points: [(place: Int, point: FrontierPoint)]
    /// The most packages of one point that are told.
    let limit: Int
    let phrasing: Phrasing

    private func say(_ sentence: Sentence) -> Prose { phrasing.say(sentence) }

    func blocks() -> [Block] {
        stride(from: 0, to: points.count, by: Self.abreast).map { start in
            table(Array(points[start..<min(start + Self.abreast, points.count)]))
        } + [.heading(say("The same, to be typed after \(code: "parley explain DOSSIER")")), typed()]
    }

    /// So many packages stand beside each other in a terminal of usual width.
    private static let abreast = 4

    private func name(_ place: Int) -> Prose { say("Point \(String(place + 1))") }

    /// The first package of each point, issue by issue.
    private func table(_ points: [(place: Int, point: FrontierPoint)]) -> Block {
        let packages = points.map { Array($0.point.packages.prefix(1)).first ?? [:] }
        let rows = phrasing.dossier.issues.map { issue -> [DataTable.Cell] in
            ["\(phrasing.text(issue.title))"]
                + packages.map { package in
                    package[issue.id].map { "\(phrasing.option($0, of: issue.id))" } ?? "–"
                }
        }
        return .table(
            DataTable(
                caption: points.count == 1
                    ? say("The package at this point") : say("The packages at these points"),
                columns: [DataTable.Column(say("Issue"), namesRows: true)]
                    + points.map { DataTable.Column(name($0.place)) }, rows: rows))
    }

    /// Identifiers of the first package of each point; of those level with it only what they have otherwise.
    private func typed() -> Block {
        let items = points.map { place, point -> ItemList.Item in
            let shown = Array(point.packages.prefix(limit))
            let first = shown.first ?? [:]
            var nested = shown.dropFirst().map { package in
                let other = package.filter { first[$0.key] != $0.value }
                return ItemList.Item(say("level with it, with \(choices(in: other)) instead"))
            }
            let more = point.count - BigInt(shown.count)
            if more > 0 {
                nested.append(ItemList.Item(say("and \(phrasing.wording.grouped(more)) more level with it")))
            }
            return ItemList.Item(say("\(name(place)): \(choices(in: first))"), nested: nested)
        }
        return .list(ItemList(items: items))
    }

    /// In quotation marks, so that a shell takes it as one word.
    private func choices(in package: [IssueID: OptionID]) -> Prose {
        let parts = phrasing.dossier.issues.compactMap { issue in
            package[issue.id].map { "\(issue.id.rawValue)=\($0.rawValue)" }
        }
        return Prose(runs: [Prose.Run("'" + parts.joined(separator: ", ") + "'", style: .code)])
    }
}
