/// A JSON text in which characters beyond 16 bits are written as YAML writes them.
///
/// JSON knows escapes of 16 bits only and writes such a character as two of them (`\ud83d\ude00`, RFC 8259 §7). YAML's
/// parser refuses each half; it has an escape of its own for the whole (`\U0001F600`). That one is shorter, so places
/// after it in its line must be moved back to where they are in the file.
struct SurrogatePairs {
    /// The text to parse.
    let text: String
    /// For each line with pairs, the columns of the text after which places have moved.
    private var columns: [Int32: [Int32]] = [:]
    /// `\ud83d\ude00` is longer than `\U0001F600` by so many columns.
    private static let shortening: Int32 = 2

    /// A text that is no JSON, as it is.
    init(unchanged text: String) { self.text = text }

    /// A JSON text, with each pair of escapes inside quotes made one. Halves without the other stay, and are refused by
    /// the parser.
    ///
    /// Complexity: linear in the text.
    init(json: String) {
        guard json.utf8.contains(UInt8(ascii: "\\")) else {
            text = json
            return
        }
        let bytes = Array(json.utf8)
        var result: [UInt8] = []
        result.reserveCapacity(bytes.count)
        var position = Node.Mark(line: 1, column: 1)
        var isQuoted = false
        var offset = 0
        while offset < bytes.count {
            let byte = bytes[offset]
            var taken = 1
            if isQuoted, byte == UInt8(ascii: "\\") {
                if let pair = Self.pair(in: bytes, at: offset) {
                    let digits = String(pair.value, radix: 16, uppercase: true)
                    let escape = "\\U" + String(repeating: "0", count: 8 - digits.count) + digits
                    result.append(contentsOf: escape.utf8)
                    position.column += 10
                    columns[position.line, default: []].append(position.column)
                    offset += 12
                    continue
                }
                // What is escaped closes no quote.
                taken = min(2, bytes.count - offset)
            } else if byte == UInt8(ascii: "\"") {
                isQuoted.toggle()
            }
            for byte in bytes[offset..<offset + taken] {
                result.append(byte)
                if byte == 0x0A {
                    position = .init(line: position.line + 1, column: 1)
                } else if byte & 0xC0 != 0x80 {
                    position.column += 1
                }
            }
            offset += taken
        }
        text = String(decoding: result, as: UTF8.self)
    }

    /// The place in the file of a place in ``text``.
    ///
    /// Complexity: logarithmic in the pairs of the line, since a file may be one long line.
    func original(_ mark: Node.Mark) -> Node.Mark {
        guard let moved = columns[mark.line] else { return mark }
        var low = 0
        var high = moved.count
        while low < high {
            let middle = (low + high) / 2
            if moved[middle] <= mark.column { low = middle + 1 } else { high = middle }
        }
        return .init(line: mark.line, column: mark.column + Self.shortening * Int32(clamping: low))
    }

    /// The character that the pair of escapes at `offset` stands for.
    private static func pair(in bytes: [UInt8], at offset: Int) -> Unicode.Scalar? {
        guard let high = unit(in: bytes, at: offset), UTF16.isLeadSurrogate(high),
            let low = unit(in: bytes, at: offset + 6), UTF16.isTrailSurrogate(low)
        else { return nil }
        return Unicode.Scalar(0x10000 + (UInt32(high) - 0xD800) << 10 + (UInt32(low) - 0xDC00))
    }

    /// The 16 bits of the escape `\uXXXX` at `offset`.
    private static func unit(in bytes: [UInt8], at offset: Int) -> UInt16? {
        guard offset + 6 <= bytes.count, bytes[offset] == UInt8(ascii: "\\"),
            bytes[offset + 1] == UInt8(ascii: "u")
        else { return nil }
        let digits = bytes[offset + 2..<offset + 6]
        guard digits.allSatisfy({ Unicode.Scalar($0).properties.isASCIIHexDigit }) else { return nil }
        return UInt16(String(decoding: digits, as: UTF8.self), radix: 16)
    }
}
