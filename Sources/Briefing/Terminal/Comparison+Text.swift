public import Assessment
public import Negotiation

extension Comparison {
    /// What `parley compare` prints for people: where the packages differ, and who gains and loses where.
    ///
    /// - Parameters:
    ///   - phrasing: the names of the dossier.
    ///   - without: the negotiators left out on request.
    ///   - style: the terminal.
    public func text(
        _ phrasing: Phrasing, without: [PartyID] = [], style: TextStyle = TextStyle()
    ) -> String {
        (ComparisonText(comparison: self, phrasing: phrasing).blocks() + phrasing.leftOut(without))
            .text(style, furniture: phrasing.wording.furniture)
    }
}

/// The parts of what `parley compare` prints.
private struct ComparisonText {
    let comparison: Comparison
    let phrasing: Phrasing

    private var wording: Wording { phrasing.wording }
    private func say(_ sentence: Sentence) -> Prose { phrasing.say(sentence) }

    /// A package by its title or identifier. Choices as they were typed are too long for the head of a column: such a
    /// package goes by its place, and ``typed()`` says which it is.
    private func name(_ explanation: Explanation) -> String {
        if let title = explanation.package.title { return phrasing.text(title) }
        guard isTyped(explanation), let place = comparison.packages.firstIndex(of: explanation) else {
            return explanation.package.name
        }
        return say("Package \(wording.number(place + 1))").text
    }

    private func isTyped(_ explanation: Explanation) -> Bool {
        explanation.package.title == nil && explanation.package.name.contains("=")
            && explanation.package.name.count > 20
    }

    /// Which packages the names of packages that were typed stand for.
    private func typed() -> [Block] {
        let lines = comparison.packages.filter(isTyped).map { package in
            say("\(name(package)): \(code: package.package.name.replacing(",", with: ", "))")
        }
        return lines.isEmpty ? [] : [.bullets(lines)]
    }

    func blocks() -> [Block] {
        guard comparison.packages.contains(where: { !$0.choices.isEmpty }) else {
            return [.paragraph(phrasing.nothingShown())]
        }
        guard !comparison.differing.isEmpty else {
            return [.paragraph(say("The packages choose the same on every issue."))]
        }
        let unknown = comparison.packages.first.map(phrasing.withoutSheet) ?? []
        return typed() + [choices(), utilities()].compactMap { $0 } + unknown
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
            ["\(phrasing.party(worths[place].party))", withoutAgreement(worths[place])]
                + comparison.packages.map { package in
                    let worth = package.worths[place]
                    let points = wording.exactPoints(worth.utility)
                    let note = worth.isCentral ? phrasing.meaningOfCentral() : nil
                    return switch worth.isAcceptable {
                    case true?: DataTable.Cell(say("\(points), acceptable"), symbol: .full, note: note)
                    case false?: DataTable.Cell(say("\(points), not acceptable"), symbol: .cross, note: note)
                    case nil: DataTable.Cell(say("\(points), partial"), symbol: .question, note: note)
                    }
                }
        }
        return .table(
            DataTable(
                caption: say("Worth to each negotiator on its own scale"),
                columns: [
                    DataTable.Column(say("Negotiator"), namesRows: true),
                    DataTable.Column(say("No agreement"), alignment: .end),
                ]
                    + comparison.packages.map { DataTable.Column(Prose(name($0)), alignment: .end) },
                rows: rows))
    }

    private func withoutAgreement(_ worth: Explanation.Worth) -> DataTable.Cell {
        DataTable.Cell(
            phrasing.withoutAgreement(
                worth.withoutAgreement, worth.withoutAgreementBasis, isExact: worth.withoutAgreementIsExact),
            note: phrasing.meaning(worth.withoutAgreementBasis))
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
        if shifts.contains(where: { $0.byInteractions != nil && $0.byInteractions != 0 }) {
            rows.append(
                [DataTable.Cell(say("combinations and caps"))]
                    + shifts.map { $0.byInteractions.map { "\(wording.change($0))" } ?? "–" })
        }
        // Where an issue is open, nobody knows what combinations will hold.
        let isWhole = shifts.allSatisfy { $0.byInteractions != nil }
        let total =
            isWhole
            ? DataTable.Cell(say("in all"))
            : DataTable.Cell(
                say("on the issues that both settle"),
                note: say("Without combinations and caps, which may depend on what is open."))
        rows.append([total] + shifts.map { "\(wording.change($0.total))" })
        if shifts.contains(where: { $0.range?.isExact == false }) {
            rows.append(
                [
                    DataTable.Cell(
                        say("over all that the sheets leave open"),
                        note: say("The least and the greatest change; caps are not applied."))
                ]
                    + shifts.map { $0.range.map { DataTable.Cell(phrasing.changes($0)) } ?? "–" })
        }
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
                        "\(name(package)) crosses a red line of \(phrasing.party(worth.party)): \(phrasing.stopped(phrasing.redLine($0)))"
                    )
                }
            }
        return lines.isEmpty ? [] : [.bullets(lines)]
    }
}
