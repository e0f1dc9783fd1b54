import Negotiation

extension Parsing {
    /// The text of a scalar; nil, with a report, where something else stands.
    mutating func scalar(_ node: Node, expected: String) -> Node.Scalar? {
        guard case .scalar(let scalar) = node.content, !scalar.isEmpty else {
            report(node, "\(node.kind) stands here", expected: expected)
            return nil
        }
        return scalar
    }

    /// The items of a list, at most `limit` of them.
    mutating func list(_ node: Node, of what: String, limit: Int? = nil) -> [Node] {
        guard case .list(let items) = node.content else {
            report(node, "\(node.kind) stands here", expected: "a list of \(what)")
            return []
        }
        return limited(items, of: what, limit: limit, at: node)
    }

    /// The items of a list, or the one item that stands without a list.
    mutating func oneOrMore(_ node: Node, of what: String) -> [Node] {
        guard case .list(let items) = node.content else { return [node] }
        return limited(items, of: what, limit: nil, at: node)
    }

    private mutating func limited(
        _ items: [Node], of what: String, limit: Int?, at node: Node
    ) -> [Node] {
        let limit = limit ?? limits.items
        guard items.count <= limit else {
            report(node, "\(items.count) \(what)", expected: "at most \(limit)")
            return []
        }
        return items
    }

    /// An exact number.
    mutating func number(_ node: Node) -> Rational {
        let expected = "a number such as `2.5` or `17/30`"
        guard let scalar = scalar(node, expected: expected) else { return .one }
        if let small = Self.smallWhole(scalar.text) { return Rational(small) }
        do throws(Rational.TextError) {
            return try Rational(text: scalar.text)
        } catch {
            let problem =
                switch error {
                case .notANumber: "\(OneLine.quoting(scalar.text)) is not a number"
                case .notFinite: "\(OneLine.quoting(scalar.text)) is not a finite number"
                case .zeroDenominator: "\(OneLine.quoting(scalar.text)) divides by zero"
                case .tooLong:
                    "the number \(OneLine.quoting(scalar.text, limit: 20)) is too long or too large"
                }
            let size =
                "at most \(Rational.digitLimit) digits and an exponent within ±\(Rational.exponentLimit)"
            report(node, problem, expected: error == .tooLong ? size : expected)
            return .one
        }
    }

    /// Most numbers of a sheet are small and whole; those need no wide arithmetic.
    private static func smallWhole(_ text: String) -> Int? {
        let digits = text.utf8
        guard (1...15).contains(digits.count) else { return nil }
        var value = 0
        for digit in digits {
            guard (0x30...0x39).contains(digit) else { return nil }
            value = value * 10 + Int(digit - 0x30)
        }
        return value
    }

    /// A number or a range.
    mutating func amount(_ node: Node) -> Amount {
        guard case .list(let ends) = node.content else { return Amount(number(node)) }
        guard ends.count == 2 else {
            report(node, "a range of \(ends.count) numbers", expected: "two: `[least, greatest]`")
            return Amount(.one)
        }
        let least = number(ends[0])
        let greatest = number(ends[1])
        guard least <= greatest else {
            report(
                node, "the range begins above its end",
                expected: "the lesser number first: "
                    + "`[\(greatest), \(least)]`")
            return Amount(.one)
        }
        return Amount(from: least, to: greatest)
    }

    /// A day, month or year.
    mutating func date(_ node: Node) -> CalendarDate? {
        let expected = "a day, month or year that exists: `2025-03-10`, `2025-03` or `2025`"
        guard let scalar = scalar(node, expected: expected) else { return nil }
        guard let date = CalendarDate(scalar.text) else {
            report(node, "\(OneLine.quoting(scalar.text)) is not a date", expected: expected)
            return nil
        }
        return date
    }

    /// One of the words of `Word`.
    mutating func word<Word>(_ node: Node, _: Word.Type) -> Word?
    where Word: RawRepresentable<String> & CaseIterable {
        let words = Word.allCases.map(\.rawValue)
        guard let scalar = scalar(node, expected: "one of \(Self.listing(words))") else { return nil }
        guard let word = Word(rawValue: scalar.text) else {
            report(
                node, "\(OneLine.quoting(scalar.text)) is none of the words that may stand here",
                expected: "one of \(Self.listing(words))", nearest: nearest(to: scalar.text, among: words))
            return nil
        }
        return word
    }

    /// Several of the words of `Word`, or one without a list.
    mutating func words<Word>(_ node: Node, of what: String, _ type: Word.Type) -> [Word]
    where Word: RawRepresentable<String> & CaseIterable {
        oneOrMore(node, of: what).compactMap { word($0, type) }
    }
}
