/// The values of a mapping whose keys have been checked against their shape.
struct Fields {
    private let entries: [Node.Entry]
    /// The mapping itself.
    let node: Node

    init(_ entries: [Node.Entry], of node: Node) {
        self.entries = entries
        self.node = node
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
        known.reserveCapacity(entries.count)
        for entry in entries {
            if !shape.required.contains(entry.key), !shape.optional.contains(entry.key) {
                reportUnknownKey(entry, in: shape)
            } else if case .scalar(let scalar) = entry.value.content, scalar.isEmpty {
                report(
                    entry.keyMark, "the key `\(entry.key)` has no value",
                    expected: "a value, or no such key")
            } else {
                known.append(entry)
            }
        }
        for key in shape.required where !entries.contains(where: { $0.key == key }) {
            report(node, "\(shape.name) without `\(key)`", expected: "the key `\(key)`")
        }
        return Fields(known, of: node)
    }

    private mutating func reportUnknownKey(_ entry: Node.Entry, in shape: Shape) {
        let nearest = self.nearest(to: entry.key, among: shape.keys)
        report(
            entry.keyMark, "\(shape.name) has no key \(OneLine.quoting(entry.key))",
            expected: nearest == nil ? "one of \(Self.listing(shape.keys))" : nil, nearest: nearest)
    }

    /// The words of a list in back quotes, with commas.
    static func listing(_ words: [String]) -> String { words.map { "`\($0)`" }.joined(separator: ", ") }
}
