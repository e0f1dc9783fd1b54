import Negotiation

/// Where the items of a dossier stand in its files.
///
/// The map keeps what the files said and walks it when asked, so that a dossier that is right pays nothing.
public struct SourceMap: Sendable {
    /// A file that was read.
    struct File: Sendable {
        /// Its path for messages.
        var path: String
        /// What it says.
        var root: Node
    }

    /// The dossier's own file.
    var dossier: File?
    /// The sheets' files.
    var sheets: [SheetID: File] = [:]
    /// The file of the model.
    var stability: File?

    /// The place of the item, or of the nearest item around it that is written down; nil where not even its
    /// file is known.
    ///
    /// Complexity: linear in the length of the lists on the way.
    public func place(of path: ItemPath) -> SourcePlace? {
        locate(path).map { $0.place }
    }

    /// The place of the text `name` at or inside the item, else the item's own.
    func place(of name: String, within path: ItemPath) -> SourcePlace? {
        guard let found = locate(path) else { return nil }
        guard found.isWhole, let mark = Self.mark(of: name, in: found.node) else { return found.place }
        return SourcePlace(file: found.place.file, line: Int(mark.line), column: Int(mark.column))
    }

    /// The place of the item number `count` (from 0) of those that have the name at the path's end.
    func place(ofDuplicate count: Int, of path: ItemPath) -> SourcePlace? {
        guard let list = path.outer, let name = path.components.last, let found = locate(list),
            found.isWhole, case .list(let items) = found.node.content
        else { return place(of: path) }
        let named = items.filter { $0.text == name || $0.value(of: "id")?.text == name }
        guard named.indices.contains(count) else { return place(of: path) }
        let mark = named[count].value(of: "id")?.mark ?? named[count].mark
        return SourcePlace(file: found.place.file, line: Int(mark.line), column: Int(mark.column))
    }

    private struct Found {
        var node: Node
        var place: SourcePlace
        /// Whether the whole path was found.
        var isWhole: Bool
    }

    private func locate(_ path: ItemPath) -> Found? {
        var components = path.components[...]
        var file = dossier
        if components.first == "sheets", components.count > 1 {
            file = sheets[SheetID(components[components.startIndex + 1])]
            components = components.dropFirst(2)
        } else if components.first == "stability" {
            file = stability
            components = components.dropFirst()
        } else if components.first == "commitments", components.count > 1 {
            return commitment(components[components.startIndex + 1])
        }
        guard let file else { return nil }
        var node = file.root
        var mark = node.mark
        var isWhole = true
        for component in components {
            guard let (inner, innerMark) = Self.step(component, into: node) else {
                isWhole = false
                break
            }
            node = inner
            mark = innerMark
        }
        let place = SourcePlace(file: file.path, line: Int(mark.line), column: Int(mark.column))
        return Found(node: node, place: place, isWhole: isWhole)
    }

    private static func step(_ component: String, into node: Node) -> (Node, Node.Mark)? {
        switch node.content {
        case .scalar(let scalar):
            // An item may stand without the list around it, and an option as its name alone.
            return component == "0" || component == scalar.text ? (node, node.mark) : nil
        case .mapping(let entries):
            if let entry = entries.first(where: { $0.key == component }) {
                return (entry.value, entry.keyMark)
            }
            return component == "0" ? (node, node.mark) : nil
        case .list(let items):
            let named = items.first { $0.text == component || $0.value(of: "id")?.text == component }
            if let named { return (named, named.mark) }
            guard let position = Int(component), items.indices.contains(position) else { return nil }
            return (items[position], items[position].mark)
        }
    }

    /// A commitment by name, wherever it stands: with an option, a package, or in a reading of clauses.
    private func commitment(_ name: String) -> Found? {
        guard let dossier else { return nil }
        for list in dossier.root.commitmentLists {
            guard let (node, mark) = Self.step(name, into: list) else { continue }
            let place = SourcePlace(file: dossier.path, line: Int(mark.line), column: Int(mark.column))
            return Found(node: node, place: place, isWhole: true)
        }
        return nil
    }

    /// The first key or text inside `node` that is `name`. Nesting is limited, so that recursion is safe.
    private static func mark(of name: String, in node: Node) -> Node.Mark? {
        switch node.content {
        case .scalar(let scalar): return scalar.text == name ? node.mark : nil
        case .list(let items):
            for item in items { if let mark = mark(of: name, in: item) { return mark } }
        case .mapping(let entries):
            for entry in entries {
                if entry.key == name { return entry.keyMark }
                if let mark = mark(of: name, in: entry.value) { return mark }
            }
        }
        return nil
    }
}

extension Node {
    /// The lists of commitments in a dossier's file, in order: those of options, packages and readings of clauses.
    var commitmentLists: [Node] {
        let options = items(of: "issues").flatMap { $0.items(of: "options") }
        let readings = value(of: "timetable")?.items(of: "readings") ?? []
        return (options + items(of: "packages") + readings).compactMap { $0.value(of: "commitments") }
    }

    /// What stands in the list under a key; nothing where there is no list.
    func items(of key: String) -> [Node] {
        guard case .list(let items) = value(of: key)?.content else { return [] }
        return items
    }
}
