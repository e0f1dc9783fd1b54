import Foundation
import Negotiation

/// Makes identifiers from titles: the same for the same titles in the same order, and unique among those it
/// has made.
struct NameMaker {
    private var taken: Set<String>

    /// A maker that avoids these names.
    init(avoiding taken: Set<String> = []) { self.taken = taken }

    /// The title in ASCII letters, digits and hyphens (`Coordinated relief efforts` → `coordinated-relief-efforts`);
    /// `fallback` where nothing of it is left; with `-2`, `-3`, … where the name is taken or reserved.
    ///
    /// Complexity: linear in the title; the counter restarts for each title, so that k equal titles cost k².
    mutating func name(for title: String, fallback: String) -> String {
        let stem = Self.slug(title) ?? fallback
        var name = stem
        var count = 2
        while taken.contains(name) || !IdentifierGrammar.accepts(name) {
            let suffix = "-\(count)"
            name = String(stem.prefix(IdentifierGrammar.lengthLimit - suffix.count)) + suffix
            count += 1
        }
        taken.insert(name)
        return name
    }

    /// The most characters of a name that is made; people type names.
    private static let length = 40

    /// The title as a name, without regard to others; nil where no letter or digit can be kept.
    static func slug(_ title: String) -> String? {
        let latin = title.allSatisfy(\.isASCII) ? title : inLatin(title)
        var words: [String] = []
        var word = ""
        for byte in latin.lowercased().utf8 {
            switch byte {
            case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "0")...UInt8(ascii: "9"):
                word.unicodeScalars.append(Unicode.Scalar(byte))
            case UInt8(ascii: "'"): continue
            default:
                if !word.isEmpty { words.append(word) }
                word = ""
            }
        }
        if !word.isEmpty { words.append(word) }
        guard let first = words.first else { return nil }
        var slug = String(first.prefix(length))
        for word in words.dropFirst() {
            guard slug.count + 1 + word.count <= length else { break }
            slug += "-" + word
        }
        return slug
    }

    private static func inLatin(_ title: String) -> String {
        let latin = title.applyingTransform(.toLatin, reverse: false) ?? title
        return latin.folding(options: [.diacriticInsensitive, .widthInsensitive], locale: nil)
    }
}
