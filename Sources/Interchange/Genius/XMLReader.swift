/// Reads the part of XML that data files use: elements, attributes, comments, processing instructions, CDATA,
/// character references and the five entities that need no declaration.
///
/// It is our own for three reasons. Declarations of types and entities are refused where they stand, so that
/// nothing can expand or be fetched; every element and attribute knows its line and column; and the platform's
/// parser would make a plain build need a system library.
struct XMLReader {
    private let file: String
    private let bytes: [UInt8]
    private let limits: ImportLimits
    private var position = 0
    private var elements = 0

    /// Reads a whole file.
    ///
    /// Complexity: linear in the bytes.
    static func read(_ bytes: [UInt8], file: String, limits: ImportLimits) throws(ImportError) -> XMLDocument
    {
        guard bytes.count <= limits.fileBytes else {
            throw ImportError(
                file: file, what: "the file has more than \(limits.fileBytes >> 20) MB",
                remedy: "import a smaller file")
        }
        let decoded = try XMLEncoding.utf8(bytes, file: file)
        var reader = XMLReader(file: file, bytes: decoded, limits: limits)
        let root = try reader.document()
        return XMLDocument(file: file, root: root, bytes: decoded)
    }

    private init(file: String, bytes: [UInt8], limits: ImportLimits) {
        self.file = file
        self.bytes = bytes
        self.limits = limits
    }

    // MARK: Structure

    private mutating func document() throws(ImportError) -> XMLElement {
        var open: [XMLElement] = []
        var root: XMLElement?
        while position < bytes.count {
            guard bytes[position] == UInt8(ascii: "<") else {
                if open.isEmpty, !Self.isSpace(bytes[position]) {
                    throw failure(
                        "text stands outside the root element", remedy: "check that this is an XML file")
                }
                position += 1
                continue
            }
            if try skipAside() { continue }
            if bytes[position...].starts(with: Array("</".utf8)) {
                let closed = try closingTag(of: open.last)
                open.removeLast()
                if open.isEmpty { root = closed } else { open[open.count - 1].children.append(closed) }
                continue
            }
            if root != nil {
                throw failure("a second root element", remedy: "an XML file has one root element")
            }
            let (element, isClosed) = try openingTag()
            if !isClosed {
                guard open.count < limits.nesting else {
                    throw failure(
                        "elements stand more than \(limits.nesting) deep inside each other",
                        remedy: "import a flatter file")
                }
                open.append(element)
            } else if open.isEmpty {
                root = element
            } else {
                open[open.count - 1].children.append(element)
            }
        }
        if let unclosed = open.last {
            throw failure(
                "`<\(Self.shown(unclosed.name))>` is never closed", remedy: "check that the file is complete",
                at: unclosed.offset)
        }
        guard let root else {
            throw failure("there is no element", remedy: "check that this is an XML file", at: 0)
        }
        return root
    }

    /// Skips a comment, processing instruction or CDATA section, if one stands here; refuses declarations.
    private mutating func skipAside() throws(ImportError) -> Bool {
        for (start, end) in [("<!--", "-->"), ("<?", "?>"), ("<![CDATA[", "]]>")]
        where bytes[position...].starts(with: Array(start.utf8)) {
            guard let after = find(end, from: position + start.utf8.count) else {
                throw failure(
                    "`\(start)` is never closed by `\(end)`", remedy: "check that the file is complete")
            }
            position = after
            return true
        }
        if bytes[position...].starts(with: Array("<!".utf8)) {
            throw failure(
                "a document type or entity is declared",
                remedy: "remove the declaration: entities are not expanded and nothing is fetched")
        }
        return false
    }

    private func find(_ text: String, from start: Int) -> Int? {
        let wanted = Array(text.utf8)
        var index = start
        while index + wanted.count <= bytes.count {
            if bytes[index] == wanted[0], bytes[index...].starts(with: wanted) { return index + wanted.count }
            index += 1
        }
        return nil
    }

    // MARK: Tags

    private mutating func closingTag(of open: XMLElement?) throws(ImportError) -> XMLElement {
        let start = position
        position += 2
        let name = try self.name()
        skipSpace()
        try expect(">", after: "`</\(Self.shown(name))`")
        guard let open, open.name == name else {
            throw failure(
                "`</\(Self.shown(name))>` closes nothing",
                remedy: open.map { "`<\(Self.shown($0.name))>` is still open here" } ?? "remove it", at: start
            )
        }
        return open
    }

    private mutating func openingTag() throws(ImportError) -> (element: XMLElement, isClosed: Bool) {
        elements += 1
        guard elements <= limits.elements else {
            throw failure("more than \(limits.elements) elements", remedy: "import a smaller file")
        }
        let start = position
        position += 1
        var element = XMLElement(name: try name(), offset: start)
        while true {
            let hadSpace = skipSpace()
            guard position < bytes.count else {
                throw failure("the tag is never closed", remedy: "check that the file is complete", at: start)
            }
            if bytes[position] == UInt8(ascii: ">") {
                position += 1
                return (element, false)
            }
            if bytes[position] == UInt8(ascii: "/") {
                position += 1
                try expect(">", after: "`/`")
                return (element, true)
            }
            guard hadSpace else {
                throw failure("attributes run together", remedy: "put a space between them")
            }
            let attribute = try self.attribute()
            guard !element.attributes.contains(where: { $0.name == attribute.name }) else {
                throw failure(
                    "attribute `\(Self.shown(attribute.name))` stands twice", remedy: "remove one of them",
                    at: attribute.offset)
            }
            guard element.attributes.count < limits.nesting else {
                throw failure("more than \(limits.nesting) attributes", remedy: "import a simpler file")
            }
            element.attributes.append(attribute)
        }
    }

    private mutating func attribute() throws(ImportError) -> XMLElement.Attribute {
        let start = position
        let name = try self.name()
        skipSpace()
        try expect("=", after: "attribute `\(Self.shown(name))`")
        skipSpace()
        guard position < bytes.count,
            bytes[position] == UInt8(ascii: "\"") || bytes[position] == UInt8(ascii: "'")
        else {
            throw failure(
                "the value of `\(Self.shown(name))` is not quoted", remedy: "put it between quotation marks")
        }
        let quote = bytes[position]
        position += 1
        var value: [UInt8] = []
        while position < bytes.count, bytes[position] != quote {
            switch bytes[position] {
            case UInt8(ascii: "<"):
                throw failure("`<` in the value of `\(Self.shown(name))`", remedy: "write it as `&lt;`")
            case UInt8(ascii: "&"):
                value += try reference().utf8
            case let byte:
                // XML turns line ends and tabs in an attribute into spaces.
                value.append(Self.isSpace(byte) ? UInt8(ascii: " ") : byte)
                position += 1
            }
        }
        guard position < bytes.count else {
            throw failure(
                "the value of `\(Self.shown(name))` is never closed",
                remedy: "check that the file is complete",
                at: start)
        }
        position += 1
        return .init(name: name, value: String(decoding: value, as: UTF8.self), offset: start)
    }

    private mutating func reference() throws(ImportError) -> String {
        let start = position
        let window = bytes[(position + 1)..<min(position + 12, bytes.count)]
        guard let end = window.firstIndex(of: UInt8(ascii: ";")) else {
            throw failure("`&` begins no reference", remedy: "write it as `&amp;`", at: start)
        }
        let name = String(decoding: bytes[(position + 1)..<end], as: UTF8.self)
        position = end + 1
        switch name {
        case "amp": return "&"
        case "lt": return "<"
        case "gt": return ">"
        case "quot": return "\""
        case "apos": return "'"
        default:
            let digits = name.dropFirst(name.hasPrefix("#x") ? 2 : 1)
            if name.hasPrefix("#"), let number = UInt32(digits, radix: name.hasPrefix("#x") ? 16 : 10),
                let scalar = Unicode.Scalar(number), scalar.properties.generalCategory != .control
            {
                return String(scalar)
            }
            throw failure(
                "`&\(Self.shown(name));` names no character", remedy: "write the character itself", at: start)
        }
    }

    // MARK: Small parts

    private mutating func name() throws(ImportError) -> String {
        let start = position
        while position < bytes.count, Self.isNameByte(bytes[position]) { position += 1 }
        guard position > start, position - start <= 200 else {
            throw failure("a name was expected", remedy: "check that this is an XML file", at: start)
        }
        return String(decoding: bytes[start..<position], as: UTF8.self)
    }

    @discardableResult private mutating func skipSpace() -> Bool {
        let start = position
        while position < bytes.count, Self.isSpace(bytes[position]) { position += 1 }
        return position > start
    }

    private mutating func expect(_ sign: Unicode.Scalar, after what: String) throws(ImportError) {
        guard position < bytes.count, bytes[position] == UInt8(ascii: sign) else {
            throw failure("`\(sign)` was expected after \(what)", remedy: "check the tag")
        }
        position += 1
    }

    private static func isSpace(_ byte: UInt8) -> Bool {
        byte == 0x20 || byte == 0x09 || byte == 0x0A || byte == 0x0D
    }

    private static func isNameByte(_ byte: UInt8) -> Bool {
        switch byte {
        case 0x30...0x39, 0x41...0x5A, 0x61...0x7A, 0x80...0xFF: true
        default: byte == 0x2D || byte == 0x2E || byte == 0x3A || byte == 0x5F
        }
    }

    private static func shown(_ name: String) -> String { name.count > 40 ? "\(name.prefix(40))…" : name }

    private func failure(_ what: String, remedy: String, at offset: Int? = nil) -> ImportError {
        let document = XMLDocument(file: file, root: XMLElement(name: "", offset: 0), bytes: bytes)
        return document.error(at: offset ?? position, what, remedy: remedy)
    }
}
