/// Text in which nothing is invisible or moves other text: the first step of every renderer.
///
/// Names come from files that anybody may have written. Control characters could change a terminal or end a
/// field; overrides, embeddings and isolates of writing direction could make a page read otherwise than it is
/// stored; characters without a shape could make two names look equal. Each is replaced by its code point in
/// angle brackets, such as `⟨U+202E⟩`. Tabs and line ends become spaces. Joiners and plain direction marks stay:
/// Persian, Arabic and Hebrew need them, and they move nothing but themselves.
///
/// - Complexity: O(n) in the length of the text; text that needs no change is returned as it is.
package func visible(_ text: String) -> String {
    guard text.unicodeScalars.contains(where: { !isHarmless($0) }) else { return text }
    var result = ""
    for scalar in text.unicodeScalars {
        if isHarmless(scalar) {
            result.unicodeScalars.append(scalar)
        } else if isSpacing(scalar) {
            if result.last != " " { result += " " }
        } else {
            let digits = String(scalar.value, radix: 16, uppercase: true)
            result += "⟨U+" + String(repeating: "0", count: max(0, 4 - digits.count)) + digits + "⟩"
        }
    }
    return result
}

private func isSpacing(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.value {
    case 0x09...0x0D, 0x85, 0x2028, 0x2029: true
    default: false
    }
}

private func isHarmless(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.value {
    case 0x20...0x7E, 0xA0...0x061B: true
    case 0..<0x20, 0x7F...0x9F: false
    case 0x200B, 0x2028...0x202E, 0x2060...0x206F, 0xFEFF, 0xFFF9...0xFFFB: false
    case 0x180E, 0x1D173...0x1D17A, 0xE0000...0xE0FFF: false
    case 0xFDD0...0xFDEF: false
    case let value: value & 0xFFFE != 0xFFFE
    }
}
