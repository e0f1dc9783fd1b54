internal import Yams

/// Reads YAML, and JSON as a part of it, into nodes.
struct YAMLTree {
    /// The text, and where its places are in the file.
    private let pairs: SurrogatePairs

    /// What stops a file from being read as YAML.
    struct Failure: Error {
        /// Where.
        var mark: Node.Mark
        /// What, in plain words.
        var problem: String
        /// What may stand there instead.
        var expected: String?
    }

    /// The tree of each file, nil where it holds no document, or why there is none.
    ///
    /// The parser goes down one call for each level, at most 1000 of them: it runs on threads of its own, whose
    /// stacks are known to be large enough, whatever thread asks.
    static func parse(_ files: [DossierFolder.File], limits: ReadingLimits) -> [Result<Node?, Failure>] {
        OwnThread.map(files) { file in
            do throws(Failure) {
                let text = try ByteCheck.text(of: file.bytes, limits: limits)
                let pairs = file.isJSON ? SurrogatePairs(json: text) : SurrogatePairs(unchanged: text)
                return .success(try YAMLTree(pairs: pairs).compose(limits: limits))
            } catch {
                return .failure(error)
            }
        }
    }

    /// The resolver is the one without rules: the format decides by place, never by look, whether `no` is a
    /// text and `2025-03` a date. (Resolving tags would also cost a regular expression a node.)
    private func compose(limits: ReadingLimits) throws(Failure) -> Node? {
        do {
            // Nodes know their anchors only as long as the parser lives.
            let parser = try Yams.Parser(yaml: pairs.text, resolver: .basic, encoding: .utf8)
            let root = try parser.singleRoot()
            return try withExtendedLifetime(parser) {
                try root.map { try convert($0, levels: limits.nesting) }
            }
        } catch let failure as Failure {
            throw failure
        } catch let error as YamlError {
            var failure = YAMLProblems.explain(error)
            failure.mark = pairs.original(failure.mark)
            throw failure
        } catch {
            throw Failure(mark: .init(line: 1, column: 1), problem: "the file cannot be read as YAML")
        }
    }

    private func convert(_ node: Yams.Node, levels: Int) throws(Failure) -> Node {
        let mark = mark(of: node)
        guard levels > 0 else {
            throw Failure(
                mark: mark, problem: "lists and mappings stand too deep inside each other",
                expected: "at most \(ReadingLimits().nesting) levels")
        }
        guard node.anchor == nil else {
            throw Failure(
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
            var entries: [Node.Entry] = []
            entries.reserveCapacity(mapping.count)
            for (key, value) in mapping {
                guard case .scalar(let scalar) = key else {
                    throw Failure(
                        mark: self.mark(of: key), problem: "a key is not a text", expected: "a name")
                }
                try refuseTag(of: key)
                entries.append(
                    .init(
                        key: scalar.string, keyMark: self.mark(of: key),
                        value: try convert(value, levels: levels - 1)))
            }
            return Node(content: .mapping(entries), mark: mark)
        case .alias:
            throw Failure(mark: mark, problem: "an alias stands here", expected: "the text itself")
        }
    }

    /// The format decides by place what a text means; a tag that says otherwise would be passed over silently.
    private func refuseTag(of node: Yams.Node) throws(Failure) {
        let tag = node.tag.rawValue
        let usual: Tag.Name =
            switch node {
            case .sequence: .seq
            case .mapping: .map
            default: .str
            }
        guard tag != usual.rawValue else { return }
        throw Failure(
            mark: mark(of: node), problem: "a tag (`!name`) stands here",
            expected: "no tag; put a text that begins with `!` in quotes")
    }

    private func mark(of node: Yams.Node) -> Node.Mark {
        guard let mark = node.mark else { return .init(line: 1, column: 1) }
        return pairs.original(.init(line: Int32(clamping: mark.line), column: Int32(clamping: mark.column)))
    }
}
