internal import Yams

/// Turns the parser's nodes into our own, and refuses what the format does not have.
struct YAMLConversion {
    /// The keys that stood more than once, of which the file now has only the last.
    private let keys: DoubledKeys
    /// Where places of the parsed text are in the file.
    private let pairs: SurrogatePairs
    /// What is wrong, but does not keep the rest from being read.
    private(set) var failures: [YAMLTree.Failure] = []

    init(_ keys: DoubledKeys, _ pairs: SurrogatePairs) {
        self.keys = keys
        self.pairs = pairs
    }

    /// The node and all within it, at most so many levels deep.
    mutating func convert(_ node: Yams.Node, levels: Int) throws(YAMLTree.Failure) -> Node {
        let mark = mark(of: node)
        guard levels > 0 else {
            throw .init(
                mark: mark, problem: "lists and mappings stand too deep inside each other",
                expected: "at most \(ReadingLimits().nesting) levels")
        }
        guard node.anchor == nil else {
            throw .init(
                mark: mark, problem: "an anchor (`&name`) stands here",
                expected: "a text in quotes, or no `&`")
        }
        try refuseTag(of: node)
        switch node {
        case .scalar(let scalar):
            let isPlain = scalar.style == .plain || scalar.style == .any
            return Node(content: .scalar(.init(text: scalar.string, isPlain: isPlain)), mark: mark)
        case .sequence(let sequence):
            var items: [Node] = []
            items.reserveCapacity(sequence.count)
            for item in sequence { items.append(try convert(item, levels: levels - 1)) }
            return Node(content: .list(items), mark: mark)
        case .mapping(let mapping):
            return Node(content: .mapping(try entries(of: mapping, levels: levels)), mark: mark)
        case .alias:
            throw .init(mark: mark, problem: "an alias stands here", expected: "the text itself")
        }
    }

    private mutating func entries(
        of mapping: Yams.Node.Mapping, levels: Int
    ) throws(YAMLTree.Failure) -> [Node.Entry] {
        var entries: [Node.Entry] = []
        entries.reserveCapacity(mapping.count)
        var earlier: [DoubledKeys.Hidden] = []
        for (key, value) in mapping {
            guard case .scalar(let scalar) = key else {
                throw .init(mark: mark(of: key), problem: "a key is not a text", expected: "a name")
            }
            try refuseTag(of: key)
            // What is wrong inside is told even where the key does not count.
            let inner = try convert(value, levels: levels - 1)
            if var hidden = keys.hidden(behind: scalar.string) {
                hidden.mark = pairs.original(hidden.mark)
                earlier.append(hidden)
            } else {
                entries.append(.init(key: scalar.string, keyMark: mark(of: key), value: inner))
            }
        }
        if !earlier.isEmpty { reportDoubled(earlier, entries) }
        return entries
    }

    /// Says of each key that stands again where it stood first.
    private mutating func reportDoubled(_ earlier: [DoubledKeys.Hidden], _ entries: [Node.Entry]) {
        var first: [String: Node.Mark] = [:]
        let again = entries.lazy.map { DoubledKeys.Hidden(name: $0.key, mark: $0.keyMark) }
        for key in earlier + again {
            guard let place = first[key.name] else {
                first[key.name] = key.mark
                continue
            }
            failures.append(
                .init(
                    mark: key.mark,
                    problem: "the key \(OneLine.quoting(key.name)) stands twice in one mapping, first in "
                        + "line \(place.line), column \(place.column)",
                    expected: "each key once"))
        }
    }

    /// The format decides by place what a text means; a tag that says otherwise would be passed over silently.
    private func refuseTag(of node: Yams.Node) throws(YAMLTree.Failure) {
        let tag = node.tag.rawValue
        let usual: Tag.Name =
            switch node {
            case .sequence: .seq
            case .mapping: .map
            default: .str
            }
        guard tag != usual.rawValue else { return }
        throw .init(
            mark: mark(of: node), problem: "a tag (`!name`) stands here",
            expected: "no tag; put a text that begins with `!` in quotes")
    }

    private func mark(of node: Yams.Node) -> Node.Mark {
        guard let mark = node.mark else { return .init(line: 1, column: 1) }
        return pairs.original(.init(line: Int32(clamping: mark.line), column: Int32(clamping: mark.column)))
    }
}
