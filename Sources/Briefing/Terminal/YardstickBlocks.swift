import Assessment
import BigInt
import Negotiation

/// Where the yardsticks point, how well that is known, and the packages there.
struct YardstickBlocks {
    let report: PackagesReport
    let phrasing: Phrasing
    /// The most points of one yardstick that are listed.
    let pointLimit: Int
    /// The most packages of one point that are listed.
    let packageLimit: Int

    private var wording: Wording { phrasing.wording }
    private func say(_ sentence: Sentence) -> Prose { phrasing.say(sentence) }
    private var references: References { report.references }

    func blocks() -> [Block] {
        guard report.frontier.count > 0 else { return nothingFound() }
        var rows: [[DataTable.Cell]] = []
        var points: [Int] = []
        func list(_ name: DataTable.Cell, _ all: [Int]) {
            let shown = all.prefix(min(pointLimit, Self.tiesShown))
            for place in shown {
                rows.append(phrasing.pointRow(name, at: place, of: report) + ["\(String(place + 1))"])
                if !points.contains(place) { points.append(place) }
            }
            // Many ties of one yardstick would bury the others; programs get every one.
            if shown.count < all.count, !shown.isEmpty {
                let rest = wording.grouped(BigInt(all.count - shown.count))
                rows.append([DataTable.Cell(say("and \(rest) more, level with these"))])
            }
        }
        for kind in References.Kind.allCases {
            let note: Prose? =
                kind.comparesParties ? say("Compares points of one party with those of another.") : nil
            list(DataTable.Cell(phrasing.yardstick(kind), note: note), references.points(of: kind))
        }
        if let weighted = references.weighted {
            list(
                DataTable.Cell(say("Nash, weighted"), note: say("With the weights given below.")),
                weighted.points)
        }
        let caption =
            isEverythingProven
            ? say("Where the yardsticks point, with their ties") : say("Where the yardsticks point")
        let table = DataTable(
            caption: caption,
            columns: phrasing.pointColumns("Yardstick", of: report)
                + [DataTable.Column(say("Point"), alignment: .end)],
            rows: rows)
        return [.table(table)] + sentences() + packages(at: points)
    }

    private var isEverythingProven: Bool {
        References.Kind.allCases.allSatisfy(report.isExact) && references.weighted?.standing.isExact != false
    }

    /// What a reader must know of the yardsticks beyond their points.
    private func sentences() -> [Block] {
        var sentences = phrasing.known(report) + sets(references.nash, of: say("Nash"))
        if let weighted = references.weighted {
            let weights = phrasing.weights(weighted.weights, of: report.frontier.negotiators)
            sentences.append(
                say(
                    "Nash, weighted: each gain counts to the power of a weight given with the command: \(weights). Other weights give other points; nothing in the dossier speaks for any."
                ))
            if !weighted.standing.isExact {
                let nearness = phrasing.unproven(
                    weighted.standing, .geometricMean, points: weighted.points.count, without: report.without)
                sentences.append(say("Nash, weighted, not proven: \(nearness)"))
            }
            sentences += sets(weighted.sets, of: say("Nash, weighted"))
        }
        if !references.leftOut.isEmpty {
            sentences.append(
                say(
                    "Kalai–Smorodinsky: \(phrasing.parties(references.leftOut)) left out, with nothing to gain."
                ))
        }
        return sentences.isEmpty ? [] : [.bullets(sentences)]
    }

    /// Who can gain together, where that is not everybody.
    private func sets(_ sets: [References.NashSet], of name: Prose) -> [Prose] {
        let all = Set(report.negotiators.map(\.scoring.party))
        return sets.filter { Set($0.gaining) != all && !$0.points.isEmpty }.map { set in
            if set.gaining.isEmpty {
                return say("\(name): no acceptable package gives any negotiator a gain.")
            }
            let everybody = phrasing.everyNegotiator(without: report.without)
            return set.standing.isExact
                ? say(
                    "\(name): no acceptable package gives \(everybody) a gain; \(phrasing.parties(set.gaining)) can gain together."
                )
                : say(
                    "\(name): no acceptable package was found that gives \(everybody) a gain; \(phrasing.parties(set.gaining)) can gain together."
                )
        }
    }

    private func packages(at points: [Int]) -> [Block] {
        guard packageLimit > 0, !points.isEmpty else { return [] }
        return PackagesAtPoints(
            points: points.map { ($0, report.frontier[$0]) }, limit: packageLimit, phrasing: phrasing
        ).blocks()
    }

    /// Neither a package nor an obstacle.
    private func nothingFound() -> [Block] {
        [
            .note(
                .caution,
                say(
                    "No acceptable package was found within the budget. That is no proof that there is none.")
            )
        ]
    }

    /// The most level points of one yardstick that are listed.
    private static let tiesShown = 3
}

extension Phrasing {
    /// A column each for a name, what a point is worth to each negotiator, and how many packages are there.
    func pointColumns(_ first: Sentence, of report: PackagesReport) -> [DataTable.Column] {
        [DataTable.Column(say(first), namesRows: true)]
            + report.frontier.negotiators.map { DataTable.Column(Prose(party($0)), alignment: .end) }
            + [DataTable.Column(say("Packages"), alignment: .end)]
    }

    /// A point in those columns.
    func pointRow(_ name: DataTable.Cell, at place: Int, of report: PackagesReport) -> [DataTable.Cell] {
        let point = report.frontier[place]
        return [name] + point.utilities.map { "\(wording.exactPoints($0))" }
            + ["\(wording.grouped(point.count))"]
    }
}
