import Negotiation

/// What must come first. A name that stands alone is that of an event, or else of a commitment, which must be done.
extension Parsing {
    /// Learns which names are those of events, before anything is read that may name one.
    ///
    /// Without events there is one, unless a commitment has its name: a file in which no event is named means what it
    /// meant before there were any.
    mutating func learnEvents(of root: Node) {
        let events = root.value(of: "timetable")?.items(of: "events") ?? []
        eventNames = Set(events.compactMap { $0.value(of: "id")?.text })
        guard events.isEmpty else { return }
        let name = Timetable.signature.id.rawValue
        let isTaken = root.commitmentLists.contains { list in
            guard case .list(let items) = list.content else { return false }
            return items.contains { $0.value(of: "id")?.text == name }
        }
        if !isTaken { eventNames = [name] }
    }

    /// Groups of which all must come first, and of each one.
    mutating func prerequisites(_ node: Node) -> [[Prerequisite]] {
        oneOrMore(node, of: "things that come first").flatMap { item -> [[Prerequisite]] in
            guard item.value(of: "any") != nil || item.value(of: "all") != nil else {
                return prerequisite(item).map { [[$0]] } ?? []
            }
            guard let fields = fields(item, .alternatives) else { return [] }
            let all = fields["all"].map { prerequisites($0) } ?? []
            return all + (fields["any"].map { [alternatives($0)] } ?? [])
        }
    }

    private mutating func alternatives(_ node: Node) -> [Prerequisite] {
        let items = list(node, of: "things of which one comes first")
        if items.isEmpty, case .list = node.content {
            report(node, "no alternative stands here", expected: "at least one")
        }
        return items.compactMap { prerequisite($0) }
    }

    /// One thing, and how long after it.
    mutating func prerequisite(_ node: Node) -> Prerequisite? {
        guard case .mapping = node.content else { return Prerequisite(named(node)) }
        guard let fields = fields(node, .prerequisite), let milestone = milestone(fields) else { return nil }
        return Prerequisite(
            milestone, least: fields["at-least"].flatMap { span($0) } ?? .zero,
            greatest: fields["at-most"].flatMap { span($0) })
    }

    /// What something is counted from.
    mutating func milestone(_ node: Node) -> Milestone? {
        guard case .mapping = node.content else { return named(node) }
        return fields(node, .milestone).flatMap { milestone($0) }
    }

    private mutating func named(_ node: Node) -> Milestone {
        let name: CommitmentID = reference(node)
        return eventNames.contains(name.rawValue) ? .event(EventID(name.rawValue)) : .commitment(name, .done)
    }

    private mutating func milestone(_ fields: Fields) -> Milestone? {
        let all = Milestone.Progress.allCases.map(\.rawValue) + ["event"]
        let found = all.filter { fields[$0] != nil }
        guard found.count == 1, let key = found.first, let node = fields[key] else {
            // A wrong key has been told where it stands, and may be the one that is missing.
            guard fields.node.hasKeys(of: .prerequisite) else { return nil }
            report(
                fields.node,
                found.isEmpty ? "this does not say what comes first" : "\(Self.listing(found)) in one",
                expected: found.isEmpty ? "one of \(Self.listing(all))" : "one of them; write several")
            return nil
        }
        let tranche = fields["tranche"].flatMap { whole($0, expected: "the number of a tranche, from 1") }
        guard let progress = Milestone.Progress(rawValue: key) else {
            if let stray = fields["tranche"] {
                report(stray, "a tranche of an event", expected: "no `tranche`: only commitments have them")
            }
            return .event(reference(node))
        }
        return .commitment(reference(node), progress, tranche: tranche)
    }
}

extension Node {
    /// Whether every key of this mapping is one of the shape's.
    func hasKeys(of shape: Shape) -> Bool {
        guard case .mapping(let entries) = content else { return false }
        return entries.allSatisfy { shape.keys.contains($0.key) }
    }
}
