/// Which characters may stand in what people read.
///
/// Characters that nobody sees can make two names look alike, or a name read backwards (Boucher and Anderson,
/// *Trojan Source*, USENIX Security 2023).
enum TextHygiene {
    /// The first scalar that may not stand in `text`; nil where all may.
    ///
    /// Everywhere refused: control characters other than line feed and tab, and direction overrides and
    /// embeddings. In names and titles also: line feed, tab, every other direction mark and isolate, and
    /// invisible characters; a joiner or non-joiner may stand between two letters that are not ASCII, where
    /// the spelling of Persian, Hindi and others needs it.
    static func firstRefused(in text: String, isTitle: Bool) -> Unicode.Scalar? {
        if text.utf8.allSatisfy({ $0 >= 0x20 && $0 < 0x7F }) { return nil }
        var before: Unicode.Scalar?
        var scalars = text.unicodeScalars.makeIterator()
        var next = scalars.next()
        while let scalar = next {
            next = scalars.next()
            if isTitle, isJoiner(scalar) {
                guard let before, let after = next, joins(before), joins(after) else { return scalar }
            } else if isRefused(scalar, isTitle: isTitle) {
                return scalar
            }
            before = scalar
        }
        return nil
    }

    private static func isRefused(_ scalar: Unicode.Scalar, isTitle: Bool) -> Bool {
        switch scalar.value {
        case 0x09, 0x0A: isTitle
        case 0x00...0x1F, 0x7F...0x9F, 0x202A...0x202E, 0xFFF9...0xFFFB: true
        case 0xFDD0...0xFDEF: true
        case 0x200C, 0x200D: false
        case 0xAD, 0x61C, 0x180E, 0x200B, 0x200E, 0x200F, 0x2028, 0x2029, 0x2060...0x206F, 0xFEFF: isTitle
        case 0x115F, 0x1160, 0x3164, 0xFFA0, 0xE0000...0xE007F: isTitle
        default: scalar.value & 0xFFFE == 0xFFFE
        }
    }

    private static func isJoiner(_ scalar: Unicode.Scalar) -> Bool {
        scalar.value == 0x200C || scalar.value == 0x200D
    }

    private static func joins(_ scalar: Unicode.Scalar) -> Bool {
        !scalar.isASCII
            && (scalar.properties.isAlphabetic || scalar.properties.canonicalCombiningClass != .notReordered)
    }
}
