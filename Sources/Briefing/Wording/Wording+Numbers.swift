public import Bargaining
public import BigInt
public import Negotiation

extension Wording {
    /// A number of things in a sentence: a word up to twenty (`no` for none), then digits.
    public func number(_ count: Int) -> String {
        smallNumbers.indices.contains(count) ? smallNumbers[count] : grouped(BigInt(count))
    }

    /// A part of a whole in a sentence, both in words or both in digits: `two of eleven`, `15 of 22`.
    public func share(_ part: Int, of whole: Int) -> Prose {
        smallNumbers.indices.contains(whole)
            ? self("\(number(part)) of \(number(whole))")
            : self("\(grouped(BigInt(part))) of \(grouped(BigInt(whole)))")
    }

    /// A whole number with separators between thousands: `5,832`.
    public func grouped(_ number: BigInt) -> String {
        let digits = Array(number.magnitude.description)
        var result = number.sign == .minus ? "−" : ""
        for (index, digit) in digits.enumerated() {
            if index > 0, (digits.count - index).isMultiple(of: 3) { result.append(",") }
            result.append(digit)
        }
        return result
    }

    /// A number of packages, in full: `5,832`, `1.2 × 10²⁰ (exactly 123…)`, `between … and …`.
    public func count(_ count: PackageCount) -> Prose {
        guard count.exact else { return self("between \(full(count.lower)) and \(full(count.upper))") }
        return full(count.lower)
    }

    private func full(_ number: BigInt) -> Prose {
        guard number.magnitude.description.count > Self.longest else { return Prose(grouped(number)) }
        return self("\(scientific(number)) (exactly \(number.description))")
    }

    /// A number of packages, to be grasped at a glance: `5,832`, `1.2 million`, `1.2 × 10²⁰`; `about` where it
    /// was rounded.
    public func brief(_ count: PackageCount) -> Prose {
        guard count.exact else { return self("between \(brief(count.lower)) and \(brief(count.upper))") }
        return brief(count.lower)
    }

    private func brief(_ number: BigInt) -> Prose {
        if number.magnitude < 1_000_000 { return Prose(grouped(number)) }
        if number.magnitude.description.count > Self.longest { return self("about \(scientific(number))") }
        let scales: [(BigInt, (Prose) -> Sentence)] = [
            (1_000_000_000_000, { "\($0) trillion" }), (1_000_000_000, { "\($0) billion" }),
            (1_000_000, { "\($0) million" }),
        ]
        for (scale, name) in scales where number.magnitude >= scale.magnitude {
            let value = Rational(number, over: scale)
            let shown = value.rounded(places: 1)
            let rounded = Prose(shown.hasSuffix(".0") ? String(shown.dropLast(2)) : shown)
            let isExact = (value * 10).isWhole
            return isExact ? self(name(rounded)) : self("about \(name(rounded))")
        }
        return Prose(grouped(number))
    }

    /// Beyond this many digits a number is given in powers of ten.
    private static let longest = 15

    private func scientific(_ number: BigInt) -> String {
        let digits = number.magnitude.description
        var exponent = digits.count - 1
        var mantissa = Rational(number, over: BigInt(10).power(exponent)).rounded(places: 1)
        if mantissa == "10.0" {
            mantissa = "1.0"
            exponent += 1
        }
        let raised = "⁰¹²³⁴⁵⁶⁷⁸⁹".map { $0 }
        return mantissa + " × 10"
            + String(exponent.description.compactMap { $0.wholeNumberValue.map { raised[$0] } })
    }

    /// A worth or points: exact where a decimal ends within two places, else rounded to two.
    public func points(_ value: Rational) -> String {
        let rounded = value.rounded(places: 2)
        guard rounded.contains(".") else { return sign(rounded) }
        var trimmed = rounded
        while trimmed.last == "0" { trimmed.removeLast() }
        if trimmed.last == "." { trimmed.removeLast() }
        return sign(trimmed)
    }

    /// The same with the exact fraction beside a rounded one: `3.33 (10/3)`.
    public func exactPoints(_ value: Rational) -> String {
        (value * 100).isWhole ? points(value) : "\(points(value)) (\(sign(value.description)))"
    }

    /// A change of points, with its sign: `+5`, `−2.5`, `0`.
    public func change(_ value: Rational) -> String { value > 0 ? "+" + points(value) : points(value) }

    private func sign(_ digits: String) -> String {
        digits.hasPrefix("-") ? "−" + digits.dropFirst() : digits
    }

    /// A date in words, as precise as it is known: `10 March 2025`.
    public func date(_ date: CalendarDate) -> Prose {
        guard let month = date.month, months.indices.contains(month - 1) else { return Prose("\(date.year)") }
        guard let day = date.day else { return self("\(months[month - 1]) \(String(date.year))") }
        return self("\(String(day)) \(months[month - 1]) \(String(date.year))")
    }
}
