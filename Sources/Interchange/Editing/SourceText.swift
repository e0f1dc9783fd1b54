/// The bytes of a file, and where in them the nodes that were read from it begin and end.
///
/// A parser says where a node begins. Where it ends follows from its bytes: quotes and brackets close, and a
/// text without quotes ends where its own letters do.
struct SourceText {
    /// The bytes, without a byte-order mark, so that places agree with those of the parser.
    let bytes: [UInt8]
    /// Where each line begins.
    private let lineStarts: [Int]
    /// How lines end in this file.
    let lineEnd: String

    init(_ bytes: [UInt8]) {
        self.bytes = bytes
        var starts = [0]
        for offset in bytes.indices where Self.breaksLine(bytes, at: offset) { starts.append(offset + 1) }
        lineStarts = starts
        let first = bytes.firstIndex(of: 0x0A)
        lineEnd = first.map { $0 > 0 && bytes[$0 - 1] == 0x0D } == true ? "\r\n" : "\n"
    }

    private static func breaksLine(_ bytes: [UInt8], at offset: Int) -> Bool {
        switch bytes[offset] {
        case 0x0A: true
        case 0x0D: offset + 1 == bytes.count || bytes[offset + 1] != 0x0A
        case 0x85: offset > 0 && bytes[offset - 1] == 0xC2
        case 0xA8, 0xA9: offset > 1 && bytes[offset - 1] == 0x80 && bytes[offset - 2] == 0xE2
        default: false
        }
    }

    // MARK: Places

    /// The byte at a mark.
    func offset(of mark: Node.Mark) -> Int {
        let line = Int(mark.line) - 1
        guard lineStarts.indices.contains(line) else { return bytes.count }
        var offset = lineStarts[line]
        var column = 1
        while column < mark.column, offset < bytes.count {
            offset += 1
            while offset < bytes.count, bytes[offset] & 0xC0 == 0x80 { offset += 1 }
            column += 1
        }
        return offset
    }

    /// Where the line of that byte begins.
    func lineStart(of offset: Int) -> Int {
        var low = 0
        var high = lineStarts.count
        while high - low > 1 {
            let middle = (low + high) / 2
            if lineStarts[middle] <= offset { low = middle } else { high = middle }
        }
        return lineStarts[low]
    }

    /// Where the line after that of the byte begins; the end of the file for the last.
    func nextLine(after offset: Int) -> Int {
        var end = offset
        while end < bytes.count, bytes[end] != 0x0A, bytes[end] != 0x0D { end += 1 }
        if end < bytes.count, bytes[end] == 0x0D { end += 1 }
        if end < bytes.count, bytes[end] == 0x0A { end += 1 }
        return end
    }

    /// Whether anything but spaces, such as a comment, stands after the byte on its line.
    func hasMore(after offset: Int) -> Bool {
        var place = offset
        while place < bytes.count, bytes[place] == 0x20 || bytes[place] == 0x09 { place += 1 }
        return place < bytes.count && bytes[place] != 0x0A && bytes[place] != 0x0D
    }

    /// The hyphen that makes the node at `offset` an item of a list in lines; nil where there is none.
    func hyphen(before offset: Int) -> Int? {
        var place = offset - 1
        while place >= 0, bytes[place] == 0x20 { place -= 1 }
        return place >= 0 && bytes[place] == UInt8(ascii: "-") ? place : nil
    }

    // MARK: Ends

    /// Whether the list or mapping stands in brackets.
    func isFlow(_ node: Node) -> Bool {
        let start = offset(of: node.mark)
        guard start < bytes.count else { return false }
        return bytes[start] == UInt8(ascii: "[") || bytes[start] == UInt8(ascii: "{")
    }

    /// The byte after the node's last.
    ///
    /// Complexity: linear in the node's length.
    func end(of node: Node) -> Int {
        let start = offset(of: node.mark)
        let last: Int?
        switch node.content {
        case .scalar(let scalar): return end(of: scalar, from: start)
        case .list(let items): last = items.last.map { end(of: $0) }
        case .mapping(let entries): last = entries.last.map { end(of: $0.value) }
        }
        guard isFlow(node) else { return last ?? start }
        return closing(from: last ?? start + 1)
    }

    /// The byte after the bracket that closes, past spaces, line ends, commas and comments.
    private func closing(from offset: Int) -> Int {
        var place = offset
        while place < bytes.count {
            switch bytes[place] {
            case UInt8(ascii: "]"), UInt8(ascii: "}"): return place + 1
            case UInt8(ascii: "#"): place = nextLine(after: place)
            default: place += 1
            }
        }
        return place
    }

    private func end(of scalar: Node.Scalar, from start: Int) -> Int {
        guard start < bytes.count else { return bytes.count }
        guard !scalar.isPlain else { return plainEnd(of: scalar.text, from: start) }
        switch bytes[start] {
        case UInt8(ascii: "\""): return quoteEnd(from: start, doubled: false)
        case UInt8(ascii: "'"): return quoteEnd(from: start, doubled: true)
        default: return blockEnd(from: start)
        }
    }

    /// A text without quotes may be folded: each of its spaces and line ends may be any run of them.
    private func plainEnd(of text: String, from start: Int) -> Int {
        var place = start
        for byte in text.utf8 {
            guard byte == 0x20 || byte == 0x0A else {
                while place < bytes.count, bytes[place] != byte { place += 1 }
                place += 1
                continue
            }
            while place < bytes.count, [0x20, 0x09, 0x0A, 0x0D].contains(bytes[place]) { place += 1 }
        }
        return min(place, bytes.count)
    }

    private func quoteEnd(from start: Int, doubled: Bool) -> Int {
        let quote = bytes[start]
        var place = start + 1
        while place < bytes.count {
            if !doubled, bytes[place] == UInt8(ascii: "\\") {
                place += 2
            } else if bytes[place] != quote {
                place += 1
            } else if doubled, place + 1 < bytes.count, bytes[place + 1] == quote {
                place += 2
            } else {
                return place + 1
            }
        }
        return bytes.count
    }

    /// A text in lines of its own ends with the last line that is indented as its first.
    private func blockEnd(from start: Int) -> Int {
        var end = nextLine(after: start)
        var indentation: Int?
        var line = end
        end = trimmed(start, end)
        while line < bytes.count {
            let next = nextLine(after: line)
            let text = bytes[line..<next].firstIndex { $0 != 0x20 && $0 != 0x0A && $0 != 0x0D }
            if let text {
                let column = text - line
                guard column > 0, column >= indentation ?? column else { break }
                if indentation == nil { indentation = column }
                end = trimmed(line, next)
            }
            line = next
        }
        return end
    }

    /// The end of a line without the bytes that end it.
    private func trimmed(_ start: Int, _ end: Int) -> Int {
        var end = end
        while end > start, bytes[end - 1] == 0x0A || bytes[end - 1] == 0x0D { end -= 1 }
        return end
    }
}
