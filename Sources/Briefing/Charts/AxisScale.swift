/// One party's scale on a drawing: from which value to which, and where its ticks stand.
///
/// A scale of one value is opened around it, so that nothing is divided by zero.
package struct AxisScale: Hashable, Sendable {
    package let lower: Double
    package let upper: Double

    /// The greatest magnitude that is drawn; beyond it differences would overflow.
    private static let limit = 1e300

    /// Whether a value has a place on a drawing.
    package static func isDrawable(_ value: Double) -> Bool { value.isFinite && value.magnitude <= limit }

    /// The scale that shows all drawable values, with a share of room at both ends.
    package init(_ values: some Sequence<Double>, room: Double = 0.05) {
        var least = Double.infinity
        var greatest = -Double.infinity
        for value in values where Self.isDrawable(value) {
            least = min(least, value)
            greatest = max(greatest, value)
        }
        if least > greatest {
            lower = 0
            upper = 1
            return
        }
        let span = greatest - least
        let magnitude = max(least.magnitude, greatest.magnitude)
        let margin = span <= magnitude * 1e-9 ? max(magnitude * 0.1, 0.5) : span * room
        lower = least - margin
        upper = greatest + margin
    }

    /// Where a value stands between two places.
    package func place(_ value: Double, from start: Double, to end: Double) -> Double {
        start + (value - lower) / (upper - lower) * (end - start)
    }

    /// Round values on the scale, about as many as asked for, with their labels.
    package func ticks(about count: Int) -> [(value: Double, label: String)] {
        let raw = (upper - lower) / Double(max(1, count))
        let exponent = Self.exponent(of: raw)
        let power = Self.power(exponent)
        let share = raw / power
        let factor: Double = share <= 1 ? 1 : share <= 2 ? 2 : share <= 5 ? 5 : 10
        let step = factor * power
        let first = (lower / step).rounded(.up)
        let last = (upper / step).rounded(.down)
        guard first <= last, last - first <= 100 else { return [] }
        return (0...Int(last - first)).map { index in
            let multiple = first + Double(index)
            let value = multiple * step
            return (value, Self.label(multiple: multiple * factor, exponent: exponent))
        }
    }

    /// Both ends in words, to a thousandth of the scale or closer.
    package var ends: (least: String, greatest: String) {
        let unit = Self.exponent(of: upper - lower) - 3
        return (Self.label(lower, unit: unit), Self.label(upper, unit: unit))
    }

    /// A value to `10^unit` or closer, plain where it is short.
    private static func label(_ value: Double, unit: Int) -> String {
        guard value.magnitude >= leastMagnitude else { return "0" }
        if value.magnitude < 1e6, unit >= -6 {
            return minus(decimal(value, places: max(2, -unit), trimmed: true))
        }
        let shift = exponent(of: value.magnitude)
        let places = min(max(2, shift - unit), 15)
        return minus(decimal(value / power(shift), places: places, trimmed: true)) + "×10"
            + superscript(shift)
    }

    /// Below it a power of ten has no exact inverse, so a value is written as 0.
    private static let leastMagnitude = 1e-300

    /// The label of `multiple · 10^exponent`, plain where it is short.
    private static func label(multiple: Double, exponent: Int) -> String {
        if multiple == 0 { return "0" }
        let magnitude = multiple.magnitude * power(exponent)
        if magnitude < 1e6, exponent >= -4 {
            return minus(decimal(multiple * power(exponent), places: max(0, -exponent)))
        }
        let shift = Self.exponent(of: multiple.magnitude)
        let mantissa = decimal(multiple / power(shift), places: 2, trimmed: true)
        return minus(mantissa) + "×10" + superscript(exponent + shift)
    }

    private static func minus(_ text: String) -> String {
        text.hasPrefix("-") ? "−" + text.dropFirst() : text
    }

    private static func superscript(_ number: Int) -> String {
        let digits = Array("⁰¹²³⁴⁵⁶⁷⁸⁹")
        return String(
            String(number).map { $0.wholeNumberValue.map { digits[$0] } ?? "⁻" })
    }

    /// The largest `e` with `10^e` not above the value.
    private static func exponent(of value: Double) -> Int {
        guard value > 0, value.isFinite else { return 0 }
        var exponent = Int((Double(value.exponent) * 0.30103).rounded(.down))
        while power(exponent + 1) <= value { exponent += 1 }
        while power(exponent) > value { exponent -= 1 }
        return exponent
    }

    private static func power(_ exponent: Int) -> Double {
        var result = 1.0
        for _ in 0..<exponent.magnitude { result *= 10 }
        return exponent < 0 ? 1 / result : result
    }
}
