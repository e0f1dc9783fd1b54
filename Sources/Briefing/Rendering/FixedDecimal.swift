/// A number with a fixed count of decimals, half away from zero, with a point and without grouping.
///
/// The same on every machine: no locale has a say. Zero has no sign; trailing zeros can be left out. Beyond
/// 2^63 units of the last decimal the shortest exact form is used, and what is not a number is `–`.
package func decimal(_ value: Double, places: Int, trimmed: Bool = false) -> String {
    guard value.isFinite else { return "–" }
    var unit = 1.0
    for _ in 0..<places { unit *= 10 }
    let scaled = (value * unit).rounded(.toNearestOrAwayFromZero)
    guard scaled.magnitude < 9.2e18 else { return "\(value)" }
    let whole = Int64(scaled)
    var digits = String(whole.magnitude)
    if digits.utf8.count <= places {
        digits = String(repeating: "0", count: places + 1 - digits.utf8.count) + digits
    }
    var fraction = digits.suffix(places)
    if trimmed { while fraction.last == "0" { fraction = fraction.dropLast() } }
    let sign = whole < 0 ? "-" : ""
    return sign + digits.dropLast(places) + (fraction.isEmpty ? "" : "." + fraction)
}

/// A whole number with a thin separator between thousands, such as `14,000`.
package func grouped(_ number: Int) -> String {
    let digits = String(number.magnitude)
    var result = ""
    for (index, digit) in digits.enumerated() {
        if index > 0, (digits.utf8.count - index) % 3 == 0 { result += "," }
        result.append(digit)
    }
    return (number < 0 ? "-" : "") + result
}
