/// Keys that stand more than once in one mapping, of which the parser tells only the first and then gives up.
///
/// Each but the last is hidden in the text behind a key of private-use characters, as many as it has, so that
/// every mark stays right and the parser goes on: then all are known, with both places, and whatever else is
/// wrong with the file as well.
struct DoubledKeys {
    /// A key that was hidden.
    struct Hidden {
        /// The key.
        var name: String
        /// Where it stands.
        var mark: Node.Mark
    }

    /// The file's text, with hidden keys.
    private(set) var text: String
    /// The keys that were hidden, in the order in which the parser met them.
    private(set) var hidden: [Hidden] = []
    /// How often the file may be parsed again, so that many keys in a large file do not cost a parse each.
    private let most: Int

    /// The first character of a hidden key tells which it is: those after this one, in turn.
    private static let base: UInt32 = 0xF_0000

    init(_ text: String) {
        self.text = text
        most = min(100, 1 + (16 << 20) / max(1, text.utf8.count))
    }

    /// Hides the key at the mark; false where that cannot be done.
    mutating func hide(_ name: String, at mark: Node.Mark) -> Bool {
        guard hidden.count < most else { return false }
        let source = SourceText(Array(text.utf8))
        let start = source.offset(of: mark)
        guard start < source.bytes.count else { return false }
        let isQuoted = source.bytes[start] == UInt8(ascii: "\"") || source.bytes[start] == UInt8(ascii: "'")
        let key = Node(content: .scalar(.init(text: name, isPlain: !isQuoted)), mark: mark)
        let end = source.end(of: key)
        let range = isQuoted ? start + 1..<max(start + 1, end - 1) : start..<end
        let bytes = source.bytes[range]
        // A tag or a line end in the key is beyond this: then the parser's own message has to do.
        guard !bytes.isEmpty, !bytes.contains(0x0A), !bytes.contains(0x0D),
            isQuoted || bytes.elementsEqual(name.utf8),
            let first = Unicode.Scalar(Self.base + 1 + UInt32(hidden.count)),
            let filler = Unicode.Scalar(Self.base)
        else { return false }
        var stand = String.UnicodeScalarView([first])
        stand.append(contentsOf: repeatElement(filler, count: bytes.count { $0 & 0xC0 != 0x80 } - 1))
        hidden.append(Hidden(name: name, mark: mark))
        text = String(
            decoding: source.bytes[..<range.lowerBound] + Array(String(stand).utf8)
                + source.bytes[range.upperBound...], as: UTF8.self)
        return true
    }

    /// The key that this one hides, if it does.
    func hidden(behind key: String) -> Hidden? {
        guard let first = key.unicodeScalars.first, first.value > Self.base else { return nil }
        let place = Int(first.value - Self.base) - 1
        return hidden.indices.contains(place) ? hidden[place] : nil
    }
}
