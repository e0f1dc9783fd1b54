import Negotiation

/// The issues of a Genius domain file, in the order of the file, whatever objectives they are grouped under.
struct GeniusDomain {
    /// One issue with its place in the file and its values.
    struct Entry {
        var index: String
        var name: String
        var issue: Issue
        /// The value of each option as the profiles name it, in the order of the options.
        var values: [String]
        /// The least value of a whole-number issue; nil for an issue whose values are listed.
        var lower: Int?
    }

    var title: String
    var entries: [Entry] = []

    /// Reads a domain.
    static func read(
        _ document: XMLDocument, limits: ImportLimits
    ) -> (domain: GeniusDomain, errors: [ImportError], notes: [GeniusNote]) {
        var parts = GeniusParts(document, limits: limits)
        var domain = GeniusDomain(title: fileTitle(document.file))
        let space = document.root
        if space.name == "utility_space", space.attribute("type")?.value == "uncertain" {
            parts.fail("this is a profile", remedy: "name the domain file first", at: space.offset)
        }
        let objectives = space.descendants("objective")
        for objective in objectives {
            guard let name = parts.title("name", of: objective), name.lowercased() != "root" else { continue }
            domain.title = name
            break
        }
        let issues = space.descendants("issue")
        if issues.isEmpty {
            parts.fail("there is no `<issue>`", remedy: "name a Genius domain file first", at: space.offset)
        }
        if issues.count > limits.issues {
            parts.fail(
                "more than \(limits.issues) issues", remedy: "import a smaller domain", at: space.offset)
        } else {
            var names = NameMaker()
            for (position, element) in issues.enumerated() {
                if let entry = entry(element, position: position, names: &names, parts: &parts) {
                    domain.entries.append(entry)
                }
            }
        }
        domain.checkIndices(issues, &parts)
        return (domain, parts.errors, parts.notes)
    }

    private static func entry(
        _ element: XMLElement, position: Int, names: inout NameMaker, parts: inout GeniusParts
    ) -> Entry? {
        let name = parts.title("name", of: element) ?? "Issue \(position + 1)"
        let index = element.attribute("index")?.value.trimmingSpace ?? String(position + 1)
        let id = IssueID(names.name(for: name, fallback: "issue-\(position + 1)"))
        var entry = Entry(
            index: index, name: name, issue: Issue(id: id, title: Text(name), options: []), values: [])
        switch GeniusKind.of(element) {
        case .discrete?: entry.list(element.children("item"), of: element, &parts)
        case .integer?: entry.count(element, &parts)
        case .real?:
            parts.fail(
                "`\(name)` has values on a continuous scale, and an issue has options that can be counted",
                remedy: "choose some values and write the issue as discrete", at: element.offset)
        case nil:
            let type = element.attribute("type")?.value ?? element.attribute("vtype")?.value ?? ""
            parts.fail(
                "`\(name)` is of the unknown type `\(type.prefix(40))`",
                remedy: "write `discrete` or `integer`", at: element.offset)
        }
        return entry.values.isEmpty ? nil : entry
    }

    /// Two issues of one index could not be told apart in a profile.
    private func checkIndices(_ issues: [XMLElement], _ parts: inout GeniusParts) {
        var seen: Set<String> = []
        for element in issues {
            guard let index = element.attribute("index") else { continue }
            if !seen.insert(index.value.trimmingSpace).inserted {
                parts.fail(
                    "two issues have the index \(index.value.prefix(20))", remedy: "number every issue once",
                    at: index.offset)
            }
        }
    }

    private static func fileTitle(_ file: String) -> String {
        let name = GeniusImport.lastPart(file)
        return name.lowercased().hasSuffix(".xml") ? String(name.dropLast(4)) : name
    }
}

extension GeniusDomain.Entry {
    /// Takes the options that are listed.
    mutating func list(_ items: [XMLElement], of element: XMLElement, _ parts: inout GeniusParts) {
        guard !items.isEmpty else {
            parts.fail("`\(name)` has no values", remedy: "list at least one `<item>`", at: element.offset)
            return
        }
        guard items.count <= parts.limits.options else {
            refuseLong(items.count, at: element.offset, &parts)
            return
        }
        var names = NameMaker()
        for (position, item) in items.enumerated() {
            let value = item.attribute("value")?.value ?? ""
            let title = parts.title("value", of: item) ?? "Value \(position + 1)"
            if values.contains(value) { parts.note(.sameName(issue: name, option: title), at: item.offset) }
            let id = OptionID(names.name(for: title, fallback: "value-\(position + 1)"))
            let more = parts.title("description", of: item).flatMap { $0 == title ? nil : Text($0) }
            values.append(value)
            issue.options.append(Option(id: id, title: Text(title), text: more))
        }
    }

    /// Takes the whole numbers between the bounds.
    mutating func count(_ element: XMLElement, _ parts: inout GeniusParts) {
        let before = parts.errors.count
        guard let (low, high) = parts.bounds(of: element) else {
            if parts.errors.count == before {
                parts.fail(
                    "`\(name)` has no bounds", remedy: "give it `lowerbound` and `upperbound`",
                    at: element.offset)
            }
            return
        }
        guard high - low < parts.limits.options else {
            refuseLong(high - low + 1, at: element.offset, &parts)
            return
        }
        lower = low
        for value in low...high {
            // A name cannot begin with a sign.
            let id = value < 0 ? "minus-\(-value)" : String(value)
            values.append(String(value))
            issue.options.append(Option(id: OptionID(id), title: Text(String(value))))
        }
    }

    private func refuseLong(_ count: Int, at offset: Int, _ parts: inout GeniusParts) {
        parts.fail(
            "`\(name)` has \(count) values, and an issue may have \(parts.limits.options) options",
            remedy: "choose fewer values", at: offset)
    }
}
