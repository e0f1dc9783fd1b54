/// How many columns of a terminal a text takes: combining marks none, East Asian wide letters and emoji two.
///
/// Follows the wide and full-width ranges of Unicode Standard Annex 11; what a terminal draws otherwise (some
/// emoji sequences) is off by a column at most a letter.
///
/// - Complexity: O(n).
package func displayWidth(_ text: some StringProtocol) -> Int {
    if text.utf8.allSatisfy({ $0 < 0x80 }) { return text.utf8.count }
    return text.reduce(0) { $0 + displayWidth($1) }
}

/// How many columns one letter takes.
package func displayWidth(_ character: Character) -> Int {
    var width = 0
    var isEmoji = false
    for scalar in character.unicodeScalars {
        if scalar.properties.isEmojiPresentation || scalar.value == 0xFE0F { isEmoji = true }
        if isMark(scalar) { continue }
        width = max(width, isWide(scalar) ? 2 : 1)
    }
    return isEmoji ? 2 : width
}

private func isMark(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.properties.generalCategory {
    case .nonspacingMark, .enclosingMark, .format: scalar.value != 0xAD
    default: false
    }
}

private func isWide(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.value {
    case 0x1100...0x115F, 0x2E80...0x303E, 0x3041...0x33FF, 0x3400...0x4DBF, 0x4E00...0x9FFF: true
    case 0xA000...0xA4CF, 0xA960...0xA97F, 0xAC00...0xD7A3, 0xF900...0xFAFF, 0xFE30...0xFE6F: true
    case 0xFF00...0xFF60, 0xFFE0...0xFFE6, 0x1F300...0x1F64F, 0x1F900...0x1F9FF, 0x20000...0x3FFFD: true
    default: false
    }
}
