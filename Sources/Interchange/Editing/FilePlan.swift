/// Plans the smallest splices that turn what a file says into something else.
///
/// What the file said (`old`) and what it shall say (`new`) are compared from the top; where they differ the plan
/// goes down as far as the file has the same structure, and replaces what is left. A plan may be wrong where a
/// file says things in an unusual way: whoever makes it reads the result and compares.
struct FilePlan {
    private let source: SourceText
    private let isJSON: Bool
    /// How far down the plan may go before it replaces a value whole.
    private let depth: Int
    private(set) var splices: [Splice] = []

    init(_ source: SourceText, isJSON: Bool, depth: Int) {
        self.source = source
        self.isJSON = isJSON
        self.depth = depth
    }

    /// Plans for a whole file.
    mutating func plan(_ root: Node, from old: Form, to new: Form) {
        guard old != new, case .mapping(let before, _) = old, case .mapping(let after, _) = new else {
            return
        }
        mapping(root, from: before, to: after, level: 0)
    }

    // MARK: Values

    /// Plans for one value; `whole` replaces it.
    private mutating func value(
        _ node: Node, from old: Form, to new: Form, level: Int, whole: (inout FilePlan) -> Void
    ) {
        guard level < depth, !new.isEmpty else { return whole(&self) }
        switch (node.content, old, new) {
        case (.mapping(let entries), .mapping(let before, _), .mapping(let after, _))
        where Set(entries.map(\.key)) == Set(before.map(\.key)):
            mapping(node, from: before, to: after, level: level)
        case (.list(let items), .list(let before, _), .list(let after, _)) where items.count == before.count:
            list(node, items, from: before, to: after, level: level, whole: whole)
        default: whole(&self)
        }
    }

    private mutating func mapping(
        _ node: Node, from old: [(key: String, value: Form)], to new: [(key: String, value: Form)], level: Int
    ) {
        guard case .mapping(let entries) = node.content, let first = entries.first else { return }
        let isFlow = source.isFlow(node)
        let column = Int(first.keyMark.column) - 1
        for entry in entries {
            guard let before = old.first(where: { $0.key == entry.key })?.value else { continue }
            guard let after = new.first(where: { $0.key == entry.key })?.value else {
                remove(entry, of: entries, isFlow: isFlow)
                continue
            }
            guard before != after else { continue }
            value(entry.value, from: before, to: after, level: level + 1) { plan in
                plan.replace(entry, with: after, isFlow: isFlow, column: column)
            }
        }
        var last: Node.Entry?
        for entry in new {
            if let known = entries.first(where: { $0.key == entry.key }) {
                last = known
            } else {
                insert(entry, after: last ?? entries[entries.count - 1], isFlow: isFlow, column: column)
            }
        }
    }

    private mutating func list(
        _ node: Node, _ items: [Node], from old: [Form], to new: [Form], level: Int,
        whole: (inout FilePlan) -> Void
    ) {
        let isFlow = source.isFlow(node)
        let steps = ListAlignment.steps(from: old, to: new)
        let structural = steps.count { !$0.keeps }
        // In brackets, commas make several insertions and removals at once delicate; one is not.
        guard !items.isEmpty, !isFlow || structural <= 1 else { return whole(&self) }
        var last: Node?
        for step in steps {
            switch step {
            case .keep(let place, let target):
                last = items[place]
                guard old[place] != new[target] else { continue }
                value(items[place], from: old[place], to: new[target], level: level + 1) { plan in
                    plan.replace(items[place], with: new[target], isFlow: isFlow)
                }
            case .remove(let place): remove(place, of: items, isFlow: isFlow)
            case .insert(let target): insert(new[target], after: last, among: items, isFlow: isFlow)
            }
        }
    }
}

extension FilePlan {
    // MARK: Splices

    private func inFlow(_ form: Form) -> String { isJSON ? form.json.inline : YAMLWriting.inFlow(form) }

    private func inFlow(_ entry: (key: String, value: Form)) -> String {
        (isJSON ? YAMLScalar.quoted(entry.key) : YAMLScalar.line(entry.key, inFlow: true)) + ": "
            + inFlow(entry.value)
    }

    private func joined(_ lines: [String]) -> String { lines.joined(separator: source.lineEnd) }

    private mutating func replace(_ entry: Node.Entry, with form: Form, isFlow: Bool, column: Int) {
        let start = source.offset(of: entry.value.mark)
        let end = source.end(of: entry.value)
        guard !isFlow else { return splice(start..<end, inFlow(form)) }
        let lines = YAMLWriting.entry(entry.key, form, indent: column)
        let key = source.offset(of: entry.keyMark)
        if source.hasMore(after: end) {
            // A comment stays on its line, so that the value must do with one.
            splice(start..<end, inFlow(form))
        } else if lines.count == 1, source.lineStart(of: key) == source.lineStart(of: start) {
            splice(start..<end, String(lines[0].dropFirst(column + entry.key.count + 2)))
        } else {
            splice(key..<end, String(joined(lines).dropFirst(column)))
        }
    }

    private mutating func replace(_ item: Node, with form: Form, isFlow: Bool) {
        let start = source.offset(of: item.mark)
        let end = source.end(of: item)
        guard !isFlow, let hyphen = source.hyphen(before: start), !source.hasMore(after: end) else {
            return splice(start..<end, inFlow(form))
        }
        let column = hyphen - source.lineStart(of: hyphen)
        splice(start..<end, String(joined(YAMLWriting.item(form, indent: column)).dropFirst(column + 2)))
    }

    private mutating func remove(_ entry: Node.Entry, of entries: [Node.Entry], isFlow: Bool) {
        guard let place = entries.firstIndex(where: { $0.key == entry.key }) else { return }
        remove(
            place, of: entries.count, isFlow: isFlow,
            start: { [source] in source.offset(of: entries[$0].keyMark) },
            end: { [source] in source.end(of: entries[$0].value) })
    }

    private mutating func remove(_ place: Int, of items: [Node], isFlow: Bool) {
        remove(
            place, of: items.count, isFlow: isFlow,
            start: { [source] in
                let start = source.offset(of: items[$0].mark)
                return isFlow ? start : source.hyphen(before: start) ?? start
            }, end: { [source] in source.end(of: items[$0]) })
    }

    /// Asks only where the item and its neighbours begin and end: each answer costs the length of a line, and a
    /// program may have written the whole file as one.
    private mutating func remove(
        _ place: Int, of count: Int, isFlow: Bool, start: (Int) -> Int, end: (Int) -> Int
    ) {
        if !isFlow {
            splice(source.lineStart(of: start(place))..<source.nextLine(after: end(place)), "")
        } else if place > 0 {
            splice(end(place - 1)..<end(place), "")
        } else {
            splice(start(0)..<(count > 1 ? start(1) : end(0)), "")
        }
    }

    private mutating func insert(
        _ entry: (key: String, value: Form), after last: Node.Entry, isFlow: Bool, column: Int
    ) {
        let end = source.end(of: last.value)
        guard !isFlow else { return splice(end..<end, ", " + inFlow(entry)) }
        insert(YAMLWriting.entry(entry.key, entry.value, indent: column), after: end)
    }

    private mutating func insert(_ form: Form, after last: Node?, among items: [Node], isFlow: Bool) {
        let first = source.offset(of: items[0].mark)
        guard !isFlow else {
            guard let last else { return splice(first..<first, inFlow(form) + ", ") }
            let end = source.end(of: last)
            return splice(end..<end, ", " + inFlow(form))
        }
        let hyphen = source.hyphen(before: first) ?? first
        let start = source.lineStart(of: hyphen)
        let lines = YAMLWriting.item(form, indent: hyphen - start)
        if let last {
            insert(lines, after: source.end(of: last))
        } else {
            splice(start..<start, joined(lines) + source.lineEnd)
        }
    }

    /// Puts lines after the line of the byte before `end`.
    private mutating func insert(_ lines: [String], after end: Int) {
        let next = source.nextLine(after: end)
        let isOpen = next == source.bytes.count && next > 0 && source.bytes[next - 1] != 0x0A
        let text = joined(lines)
        splice(next..<next, isOpen ? source.lineEnd + text : text + source.lineEnd)
    }

    private mutating func splice(_ range: Range<Int>, _ text: String) {
        splices.append(Splice(range: range, text: text))
    }
}
