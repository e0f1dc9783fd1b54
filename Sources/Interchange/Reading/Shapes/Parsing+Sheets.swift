import Negotiation

extension Parsing {
    /// The sheet of that name, from its file.
    mutating func sheet(_ root: Node, id: SheetID) -> Sheet? {
        guard let fields = fields(root, .sheet) else { return nil }
        return Sheet(
            id: id,
            party: fields["party"].map { reference($0) } ?? "",
            basis: fields["basis"].flatMap { word($0, Sheet.Basis.self) } ?? .estimate,
            by: fields["by"].map { text($0) },
            dated: fields["dated"].flatMap { date($0) },
            text: fields["text"].map { text($0) },
            weights: fields["weights"].map { weights($0) } ?? .numbers([:]),
            values: fields["values"].map { values($0) } ?? [:],
            outOf: fields["out-of"].map { outOf($0) } ?? [:],
            interactions: fields["interactions"].map { node in
                list(node, of: "interactions").compactMap { interaction($0) }
            } ?? [],
            atMost: fields["at-most"].map { number($0) },
            withoutAgreement: fields["without-agreement"].flatMap { withoutAgreement($0) },
            redLines: fields["red-lines"].map { node in
                list(node, of: "red lines").compactMap { redLine($0) }
            } ?? [],
            answers: fields["answers"].map { node in
                list(node, of: "answers").compactMap { answer($0) }
            } ?? [],
            states: fields["states"].flatMap { statePreferences($0) },
            commitments: fields["commitments"].map { stakes($0) } ?? [:],
            discountAYear: fields["discount-a-year"].map { share($0) },
            incentives: fields["incentives"].flatMap { incentives($0) },
            sources: citations(fields),
            seenBy: visibility(fields))
    }

    private mutating func outOf(_ node: Node) -> [IssueID: Rational] {
        if case .scalar = node.content {
            let whole = positive(node)
            return Dictionary(issues.map { ($0, whole) }) { first, _ in first }
        }
        var outOf: [IssueID: Rational] = [:]
        for entry in entries(node, of: "`issue: number`, or one number for all issues") {
            outOf[reference(key: entry)] = positive(entry.value)
        }
        return outOf
    }

    private mutating func positive(_ node: Node) -> Rational {
        let number = number(node)
        guard number > .zero else {
            report(node, "`\(number)` is not above 0", expected: "a number above 0")
            return .one
        }
        return number
    }

    private mutating func interaction(_ node: Node) -> Interaction? {
        guard let fields = fields(node, .interaction) else { return nil }
        return Interaction(
            when: fields["when"].map { condition($0) } ?? .all([]),
            add: fields["add"].map { amount($0) } ?? Amount(.zero),
            because: fields["because"].map { text($0) },
            sources: citations(fields))
    }

    private mutating func withoutAgreement(_ node: Node) -> WithoutAgreement? {
        guard case .mapping = node.content else { return WithoutAgreement(worth: amount(node)) }
        guard let fields = fields(node, .withoutAgreement) else { return nil }
        return WithoutAgreement(
            text: fields["text"].map { text($0) },
            worth: fields["worth"].map { amount($0) },
            overTime: fields["over-time"].map { overTime($0) } ?? [:],
            sources: citations(fields))
    }

    /// Worths by the months until then: `3mo: [30, 35]`.
    private mutating func overTime(_ node: Node) -> [Int: Amount] {
        var result: [Int: Amount] = [:]
        for entry in entries(node, of: "`3mo: number`, `6mo: [least, greatest]`") {
            let digits = entry.key.hasSuffix("mo") ? entry.key.dropLast(2) : ""
            let isPlain = !digits.isEmpty && digits.utf8.allSatisfy { (0x30...0x39).contains($0) }
            let months = isPlain && digits.utf8.count <= 6 ? Int(digits) : nil
            guard let months, months <= WithoutAgreement.overTimeLimit, result[months] == nil else {
                report(
                    entry.keyMark, "\(OneLine.quoting(entry.key)) is no time ahead, or stands here twice",
                    expected: "whole months, each once, from `0mo` to `\(WithoutAgreement.overTimeLimit)mo`")
                continue
            }
            result[months] = amount(entry.value)
        }
        return result
    }

    private mutating func redLine(_ node: Node) -> RedLine? {
        guard let fields = fields(node, .redLine) else { return nil }
        return RedLine(
            choose: fields["choose"].map { condition($0) } ?? .all([]),
            firmness: fields["firmness"].flatMap { word($0, RedLine.Firmness.self) } ?? .believed,
            because: fields["because"].map { text($0) },
            sources: citations(fields))
    }
}
