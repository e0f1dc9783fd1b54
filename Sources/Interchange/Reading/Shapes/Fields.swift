/// The values of a mapping whose keys have been checked against their shape.
struct Fields {
    private let entries: [Node.Entry]
    /// The mapping itself.
    let node: Node

    /// Keys that are not there and were reported: they must be, or another stands where they were probably meant.
    let lacking: Set<String>

    init(_ entries: [Node.Entry], of node: Node, lacking: Set<String> = []) {
        self.entries = entries
        self.node = node
        self.lacking = lacking
    }

    /// The value of a key; nil where the mapping does not have it.
    subscript(_ key: String) -> Node? { entries.first { $0.key == key }?.value }
}

extension Parsing {
    /// The values of `node`, which should be a mapping of `shape`; nil where it is none.
    ///
    /// Reports keys that the shape does not know, keys without a value, and required keys that are missing.
    mutating func fields(_ node: Node, _ shape: Shape) -> Fields? {
        guard case .mapping(let entries) = node.content else {
            let required = shape.required.isEmpty ? shape.optional : shape.required
            report(
                node, "\(node.kind) stands where \(shape.name) belongs",
                expected: "a mapping with \(Self.listing(required))")
            return nil
        }
        var known: [Node.Entry] = []
        var meant: Set<String> = []
        known.reserveCapacity(entries.count)
        for entry in entries {
            if !shape.required.contains(entry.key), !shape.optional.contains(entry.key) {
                if let nearest = reportUnknownKey(entry, in: shape) { meant.insert(nearest) }
            } else if case .scalar(let scalar) = entry.value.content, scalar.isEmpty {
                report(
                    entry.keyMark, "the key `\(entry.key)` has no value",
                    expected: "a value, or no such key")
            } else {
                known.append(entry)
            }
        }
        for key in shape.required where !entries.contains(where: { $0.key == key }) {
            // A slip in a key has been told where it stands.
            if !meant.contains(key) {
                report(node, "\(shape.name) without `\(key)`", expected: "the key `\(key)`")
            }
            meant.insert(key)
        }
        let lacking = meant.filter { key in !entries.contains { $0.key == key } }
        return Fields(known, of: node, lacking: lacking)
    }

    /// Reports the key, and returns the one that was probably meant.
    private mutating func reportUnknownKey(_ entry: Node.Entry, in shape: Shape) -> String? {
        let nearest = self.nearest(to: entry.key, among: shape.keys)
        report(
            entry.keyMark, "\(shape.name) has no key \(OneLine.quoting(entry.key))",
            expected: nearest == nil ? "one of \(Self.listing(shape.keys))" : nil, nearest: nearest)
        return nearest
    }

    /// The words of a list in back quotes, with commas.
    static func listing(_ words: [String]) -> String { words.map { "`\($0)`" }.joined(separator: ", ") }
}
