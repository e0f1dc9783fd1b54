public import Assessment
import Negotiation

extension Comparison {
    /// What `parley compare` prints for people: where the packages differ, and who gains and loses where.
    ///
    /// - Parameters:
    ///   - phrasing: the names of the dossier.
    ///   - style: the terminal.
    public func text(_ phrasing: Phrasing, style: TextStyle = TextStyle()) -> String {
        ComparisonText(comparison: self, phrasing: phrasing).blocks()
            .text(style, furniture: phrasing.wording.furniture)
    }
}

/// The parts of what `parley compare` prints.
private struct ComparisonText {
    let comparison: Comparison
    let phrasing: Phrasing

    private var wording: Wording { phrasing.wording }
    private func say(_ sentence: Sentence) -> Prose { phrasing.say(sentence) }

    private func name(_ explanation: Explanation) -> String {
        explanation.package.title.map(phrasing.text) ?? explanation.package.name
    }

    func blocks() -> [Block] {
        guard !comparison.differing.isEmpty else {
            return [.paragraph(say("The packages choose the same on every issue."))]
        }
        let unknown = comparison.packages.first.map(phrasing.withoutSheet) ?? []
        return [choices(), utilities()].compactMap { $0 } + unknown
            + comparison.shifts.indices.compactMap(shift)
            + comparison.packages.flatMap(objections)
    }

    private func choices() -> Block {
        let rows = comparison.differing.map { issue -> [DataTable.Cell] in
            ["\(phrasing.issue(issue))"]
                + comparison.packages.map { package in
                    let option = package.choices.first { $0.issue == issue }?.option
                    return DataTable.Cell(
                        option.map { Prose(phrasing.option($0, of: issue)) } ?? say("open"))
                }
        }
        return .table(
            DataTable(
                caption: say("Where they differ"),
                columns: [DataTable.Column(say("Issue"), namesRows: true)]
                    + comparison.packages.map { DataTable.Column(Prose(name($0))) }, rows: rows))
    }

    private func utilities() -> Block? {
        guard let worths = comparison.packages.first?.worths, !worths.isEmpty else { return nil }
        let rows = worths.indices.map { place -> [DataTable.Cell] in
            ["\(phrasing.party(worths[place].party))"]
                + comparison.packages.map { package in
                    let worth = package.worths[place]
                    let points = wording.exactPoints(worth.utility)
                    return switch worth.isAcceptable {
                    case true?: DataTable.Cell(say("\(points), acceptable"), symbol: .full)
                    case false?: DataTable.Cell(say("\(points), not acceptable"), symbol: .cross)
                    case nil: DataTable.Cell(say("\(points), partial"), symbol: .question)
                    }
                }
        }
        return .table(
            DataTable(
                caption: say(
                    "Worth to each negotiator on its own scale; ranges and orders stand at central values"),
                columns: [DataTable.Column(say("Negotiator"), namesRows: true)]
                    + comparison.packages.map { DataTable.Column(Prose(name($0)), alignment: .end) },
                rows: rows))
    }

    private func shift(_ index: Int) -> Block? {
        let shifts = comparison.shifts[index]
        guard !shifts.isEmpty else { return nil }
        let from = name(comparison.packages[0])
        let to = name(comparison.packages[index + 1])
        var rows = comparison.differing.map { issue -> [DataTable.Cell] in
            ["\(phrasing.issue(issue))"]
                + shifts.map { shift in shift.byIssue[issue].map { "\(wording.change($0))" } ?? "–" }
        }
        if shifts.contains(where: { $0.byInteractions != 0 }) {
            rows.append(
                [DataTable.Cell(say("combinations and caps"))]
                    + shifts.map { "\(wording.change($0.byInteractions))" })
        }
        rows.append([DataTable.Cell(say("in all"))] + shifts.map { "\(wording.change($0.total))" })
        return .table(
            DataTable(
                caption: say("Who gains and loses where, from \(from) to \(to)"),
                columns: [DataTable.Column(say("Issue"), namesRows: true)]
                    + shifts.map {
                        DataTable.Column(Prose(phrasing.party($0.party)), alignment: .end)
                    }, rows: rows))
    }

    private func objections(_ package: Explanation) -> [Block] {
        let lines =
            package.broken.map { say("\(name(package)) breaks: \(phrasing.prohibition($0))") }
            + package.worths.flatMap { worth in
                worth.crossed.map {
                    say(
                        "\(name(package)) crosses a red line of \(phrasing.party(worth.party)): \(phrasing.redLine($0))."
                    )
                }
            }
        return lines.isEmpty ? [] : [.bullets(lines)]
    }
}
