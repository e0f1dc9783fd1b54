/// What is refused before a parser sees the file, because parsers of YAML can be made to work without end.
///
/// The check knows nothing of quotes, so that no trick with quotes can deceive it: it may refuse a text that
/// would be harmless (which takes `&word` and, later, `*word`), and never passes one that is not.
enum StructureCheck {
    /// Refuses aliases, directives and more structure than the limits allow.
    ///
    /// Complexity: linear in the bytes.
    static func check(_ bytes: ArraySlice<UInt8>, limits: ReadingLimits) throws(YAMLTree.Failure) {
        guard let found = bytes.span.first(limits: limits) else { return }
        let mark = ByteCheck.mark(at: bytes.startIndex + found.offset, in: bytes)
        switch found.what {
        case .control(let byte):
            throw .init(
                mark: mark, problem: "the control character \(CodePoint.name(of: Unicode.Scalar(byte)))",
                expected: "text, line ends and tabs")
        case .directive:
            throw .init(
                mark: mark, problem: "a line that begins with `%` is a directive of YAML",
                expected: "no directives; indent the line if it belongs to a text")
        case .alias(let name):
            throw .init(
                mark: mark,
                problem: "`*\(name)` after `&\(name)` is an alias of YAML, which can grow without end",
                expected: "the text itself")
        case .structure:
            throw .init(
                mark: mark, problem: "the file has more than \(limits.structure) signs of structure",
                expected: "a smaller file")
        }
    }

    /// Refuses a dossier whose files have more structure together than the limits allow.
    ///
    /// Complexity: linear in the bytes, and nothing for files of fewer bytes than signs are allowed.
    static func check(_ files: [DossierFolder.File], limits: ReadingLimits) throws(UnreadableDossier) {
        guard files.reduce(0, { $0 + $1.bytes.count }) > limits.dossierStructure else { return }
        var signs = 0
        for file in files {
            signs += file.bytes.span.signs
            guard signs <= limits.dossierStructure else {
                throw UnreadableDossier([
                    Diagnostic(
                        at: SourcePlace(file: file.path),
                        "with this file the dossier has more than \(limits.dossierStructure) signs of structure",
                        expected: "smaller files")
                ])
            }
        }
    }

    fileprivate enum What {
        case control(UInt8)
        case directive
        case alias(String)
        case structure
    }
}

extension Span<UInt8> {
    fileprivate func first(limits: ReadingLimits) -> (what: StructureCheck.What, offset: Int)? {
        var signs = 0
        var anchors: Set<String> = []
        var before: UInt8 = 0x0A
        for offset in indices {
            let byte = self[offset]
            switch byte {
            case _ where Self.isSign(byte):
                signs += 1
                if signs > limits.structure { return (.structure, offset) }
            case UInt8(ascii: "%") where endsLine(before: offset): return (.directive, offset)
            case UInt8(ascii: "&") where !Self.isNameByte(before):
                if let name = name(after: offset) { anchors.insert(name) }
            case UInt8(ascii: "*") where !Self.isNameByte(before) && !anchors.isEmpty:
                if let name = name(after: offset), anchors.contains(name) { return (.alias(name), offset) }
            case 0x00...0x08, 0x0B, 0x0C, 0x0E...0x1F, 0x7F: return (.control(byte), offset)
            default: break
            }
            before = byte
        }
        return nil
    }

    /// The number of signs of structure.
    fileprivate var signs: Int {
        var signs = 0
        for offset in indices where Self.isSign(self[offset]) { signs += 1 }
        return signs
    }

    private static func isSign(_ byte: UInt8) -> Bool {
        switch byte {
        case UInt8(ascii: ":"), UInt8(ascii: ","), UInt8(ascii: "["), UInt8(ascii: "{"), UInt8(ascii: "-"),
            UInt8(ascii: "?"):
            true
        default: false
        }
    }

    /// Whether a line begins at the offset, for a parser that knows all line ends of Unicode.
    private func endsLine(before offset: Int) -> Bool {
        guard offset > 0 else { return true }
        switch self[offset - 1] {
        case 0x0A, 0x0D: return true
        case 0x85: return offset > 1 && self[offset - 2] == 0xC2
        case 0xA8, 0xA9: return offset > 2 && self[offset - 2] == 0x80 && self[offset - 3] == 0xE2
        default: return false
        }
    }

    private static func isNameByte(_ byte: UInt8) -> Bool {
        (0x30...0x39).contains(byte) || (0x41...0x5A).contains(byte) || (0x61...0x7A).contains(byte)
            || byte == 0x5F || byte == 0x2D
    }

    private func name(after offset: Int) -> String? {
        var end = offset + 1
        while end < count, Self.isNameByte(self[end]) { end += 1 }
        guard end > offset + 1 else { return nil }
        return String(decoding: (offset + 1..<end).map { self[$0] }, as: UTF8.self)
    }
}
