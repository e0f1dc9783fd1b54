import Negotiation

/// What the readers of a domain and of its profiles share: attributes as numbers, and everything that is wrong.
struct GeniusParts {
    let document: XMLDocument
    let limits: ImportLimits
    var errors: [ImportError] = []
    var notes: [GeniusNote] = []

    init(_ document: XMLDocument, limits: ImportLimits) {
        self.document = document
        self.limits = limits
    }

    mutating func fail(_ what: String, remedy: String, at offset: Int) {
        guard errors.count < limits.errors else { return }
        errors.append(document.error(at: offset, what, remedy: remedy))
    }

    mutating func note(_ kind: GeniusNote.Kind, at offset: Int) {
        notes.append(GeniusNote(file: document.file, line: document.line(of: offset), kind: kind))
    }

    /// An attribute that people will read as a name.
    mutating func title(_ name: String, of element: XMLElement) -> String? {
        guard let attribute = element.attribute(name) else { return nil }
        let title = attribute.value.trimmingSpace
        guard title.count <= limits.titleLength else {
            fail(
                "`\(name)` has more than \(limits.titleLength) characters", remedy: "shorten it",
                at: attribute.offset)
            return nil
        }
        guard TextHygiene.firstRefused(in: title, isTitle: true) == nil else {
            fail(
                "`\(name)` holds characters that cannot be seen or that turn the writing direction",
                remedy: "remove them", at: attribute.offset)
            return nil
        }
        return title.isEmpty ? nil : title
    }

    /// An attribute as an exact number; nil, with an error, where there is none or it is no number.
    mutating func number(_ name: String, of element: XMLElement) -> Rational? {
        guard let attribute = element.attribute(name) else {
            fail(
                "`<\(element.name)>` has no `\(name)`", remedy: "give it a decimal number", at: element.offset
            )
            return nil
        }
        return number(attribute)
    }

    /// An attribute as an exact number; nil, with an error, where it is none.
    mutating func number(_ attribute: XMLElement.Attribute) -> Rational? {
        do {
            return try Rational(text: Self.decimal(attribute.value.trimmingSpace))
        } catch {
            let remedy =
                switch error {
                case .notANumber, .zeroDenominator: "write a decimal number such as `0.25`"
                case .notFinite: "write a number that ends"
                case .tooLong: "write at most \(Rational.digitLimit) digits"
                }
            fail(
                "\(OneLine.quoting(attribute.value)) is not a number", remedy: remedy, at: attribute.offset)
            return nil
        }
    }

    /// A decimal as Java reads it in the form that the dossier's numbers have: `.5` and `5.` are numbers, and a
    /// type suffix (`0.5f`) says nothing.
    private static func decimal(_ text: String) -> String {
        var text = text
        if let last = text.last, "fFdD".contains(last), text.dropLast().last?.isNumber ?? false {
            text.removeLast()
        }
        guard let point = text.firstIndex(of: ".") else { return text }
        let after = text.index(after: point)
        let hasDigitsAfter = after < text.endIndex && text[after].isNumber
        let hasDigitsBefore = point > text.startIndex && text[text.index(before: point)].isNumber
        guard hasDigitsBefore || hasDigitsAfter else { return text }
        return text[..<point] + (hasDigitsBefore ? "" : "0") + "." + (hasDigitsAfter ? "" : "0")
            + text[after...]
    }

    /// An attribute as a whole number.
    mutating func whole(_ attribute: XMLElement.Attribute) -> Int? {
        guard let number = number(attribute) else { return nil }
        guard number.isWhole, let value = Int(exactly: number.numerator), value.magnitude <= 1 << 53 else {
            fail(
                "`\(attribute.name)` is not a whole number",
                remedy: "write a whole number of at most 15 digits",
                at: attribute.offset)
            return nil
        }
        return value
    }

    /// The bounds of a whole-number issue, where they stand: on the issue or on a `range` in it.
    mutating func bounds(of issue: XMLElement) -> (lower: Int, upper: Int)? {
        let holder = [issue] + issue.children("range")
        guard let lower = holder.lazy.compactMap({ $0.attribute("lowerbound") }).first,
            let upper = holder.lazy.compactMap({ $0.attribute("upperbound") }).first
        else { return nil }
        guard let low = whole(lower), let high = whole(upper) else { return nil }
        guard low <= high else {
            fail(
                "the lower bound is above the upper bound", remedy: "exchange `lowerbound` and `upperbound`",
                at: lower.offset)
            return nil
        }
        return (low, high)
    }
}

/// Of what kind an issue's values are.
enum GeniusKind: String {
    case discrete, integer, real

    /// As Genius reads it: `type`, else `vtype`, else `etype`, else discrete. Values that are listed make an issue
    /// discrete whatever it says, as some writers call a list of numbers `integer`.
    static func of(_ issue: XMLElement) -> GeniusKind? {
        if !issue.children("item").isEmpty { return .discrete }
        let named = ["type", "vtype", "etype"].lazy.compactMap { issue.attribute($0)?.value.lowercased() }
            .first
        guard let named else { return .discrete }
        return GeniusKind(rawValue: named)
    }
}

extension String {
    /// The text without spaces and line ends at its ends.
    var trimmingSpace: String {
        let start = drop { $0.isWhitespace }
        guard let last = start.lastIndex(where: { !$0.isWhitespace }) else { return "" }
        return String(start[...last])
    }
}
