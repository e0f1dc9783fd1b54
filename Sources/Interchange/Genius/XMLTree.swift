/// One element of an XML file: its name, attributes and elements. Characters between elements are not kept;
/// the formats read here put everything into attributes.
struct XMLElement {
    /// One attribute, its value with references replaced.
    struct Attribute {
        var name: String
        var value: String
        /// Where the attribute begins, as an offset in bytes.
        var offset: Int
    }

    var name: String
    var attributes: [Attribute] = []
    var children: [XMLElement] = []
    /// Where the element begins, as an offset in bytes.
    var offset: Int

    /// The attribute of that name, whatever its case: the programs that write these files differ in it.
    func attribute(_ name: String) -> Attribute? {
        attributes.first { $0.name == name } ?? attributes.first { $0.name.lowercased() == name }
    }

    /// The elements of that name directly inside.
    func children(_ name: String) -> [XMLElement] { children.filter { $0.name == name } }

    /// The elements of that name anywhere inside, in the order of the file.
    ///
    /// Complexity: linear in the elements; as deep as they are nested, which the reader bounds.
    func descendants(_ name: String) -> [XMLElement] {
        children.flatMap { ($0.name == name ? [$0] : []) + $0.descendants(name) }
    }
}

/// A file's root element, and how to tell where something in it stands.
struct XMLDocument {
    var file: String
    var root: XMLElement
    let bytes: [UInt8]
    private let lineStarts: [Int]

    init(file: String, root: XMLElement, bytes: [UInt8]) {
        self.file = file
        self.root = root
        self.bytes = bytes
        lineStarts = [0] + bytes.indices.filter { bytes[$0] == UInt8(ascii: "\n") }.map { $0 + 1 }
    }

    /// An error at this offset.
    func error(at offset: Int, _ what: String, remedy: String) -> ImportError {
        let (line, column) = place(of: offset)
        return ImportError(file: file, line: line, column: column, what: what, remedy: remedy)
    }

    /// Line and column, from 1, of an offset.
    ///
    /// Complexity: logarithmic in the lines, linear in the length of the line.
    func place(of offset: Int) -> (line: Int, column: Int) {
        let line = line(of: offset)
        // Bytes that continue a character (10xxxxxx) do not begin a column.
        let before = bytes[lineStarts[line - 1]..<min(offset, bytes.count)].count { $0 & 0xC0 != 0x80 }
        return (line, before + 1)
    }

    /// The line, from 1, of an offset.
    ///
    /// Complexity: logarithmic in the lines.
    func line(of offset: Int) -> Int {
        var low = 0
        var high = lineStarts.count
        while high - low > 1 {
            let middle = (low + high) / 2
            if lineStarts[middle] <= offset { low = middle } else { high = middle }
        }
        return low + 1
    }
}
