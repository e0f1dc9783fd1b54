/// What can be said of a file before it is parsed: is it text, in UTF-8, of bounded structure?
enum ByteCheck {
    /// The file's text, without a byte-order mark.
    static func text(of bytes: [UInt8], limits: ReadingLimits) throws(YAMLTree.Failure) -> String {
        let start = Node.Mark(line: 1, column: 1)
        guard !bytes.isEmpty else {
            throw .init(mark: start, problem: "the file is empty", expected: "a dossier, a sheet or a model")
        }
        if bytes.starts(with: [0xFF, 0xFE]) || bytes.starts(with: [0xFE, 0xFF])
            || bytes.starts(with: [0x00, 0x00, 0xFE, 0xFF])
        {
            throw .init(mark: start, problem: "the file is in UTF-16 or UTF-32", expected: "UTF-8")
        }
        let content = bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? bytes[3...] : bytes[...]
        if let zero = content.firstIndex(of: 0) {
            throw .init(
                mark: mark(at: zero, in: content),
                problem: "a zero byte (byte \(zero) of the file): is the file text?", expected: "UTF-8")
        }
        guard let text = String(validating: content, as: UTF8.self) else {
            let offset = firstInvalid(in: content)
            throw .init(
                mark: mark(at: offset, in: content),
                problem: "byte \(offset) of the file is not UTF-8", expected: "a text in UTF-8")
        }
        try StructureCheck.check(content, limits: limits)
        return text
    }

    /// The offset of the first byte that cannot be decoded.
    private static func firstInvalid(in bytes: ArraySlice<UInt8>) -> Int {
        var decoder = UTF8.ForwardParser()
        var iterator = bytes.makeIterator()
        var offset = bytes.startIndex
        while true {
            switch decoder.parseScalar(from: &iterator) {
            case .valid(let scalar): offset += scalar.count
            case .error, .emptyInput: return offset
            }
        }
    }

    /// The line and column of a byte.
    static func mark(at offset: Int, in bytes: ArraySlice<UInt8>) -> Node.Mark {
        var line = 1
        var column = 1
        for byte in bytes[bytes.startIndex..<min(offset, bytes.endIndex)] {
            if byte == 0x0A {
                line += 1
                column = 1
            } else if byte & 0xC0 != 0x80 {
                column += 1
            }
        }
        return .init(line: Int32(clamping: line), column: Int32(clamping: column))
    }
}
