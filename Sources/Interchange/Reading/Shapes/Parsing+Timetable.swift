import Negotiation

/// The events that are counted from, and how clauses are read.
extension Parsing {
    mutating func timetable(_ node: Node) -> Timetable {
        guard let fields = fields(node, .timetable) else {
            doubtful.formUnion([.event, .clauseReading, .commitment])
            return Timetable()
        }
        if isUnread("events", in: fields) { doubtful.insert(.event) }
        if isUnread("readings", in: fields) { doubtful.insert(.commitment) }
        return Timetable(
            events: fields["events"].map { node in list(node, of: "events").compactMap { event($0) } } ?? [],
            reaction: fields["reaction"].flatMap { reaction($0) },
            readings: fields["readings"].map { node in
                list(node, of: "readings", limit: limits.readings).compactMap { clauseReading($0) }
            } ?? [])
    }

    private mutating func event(_ node: Node) -> Event? {
        guard let fields = fields(node, .event) else {
            doubtful.insert(.event)
            return nil
        }
        return Event(
            id: declaredName(fields["id"], of: .event, Event.self),
            title: fields["title"].map { title($0) },
            on: fields["on"].flatMap { moment($0) },
            after: fields["after"].flatMap { prerequisite($0) },
            sources: citations(fields),
            seenBy: visibility(fields))
    }

    private mutating func clauseReading(_ node: Node) -> ClauseReading? {
        guard let fields = fields(node, .clauseReading) else {
            doubtful.formUnion([.clauseReading, .commitment])
            return nil
        }
        return ClauseReading(
            id: declaredName(fields["id"], of: .clauseReading, ClauseReading.self),
            title: fields["title"].map { title($0) } ?? "",
            clause: fields["clause"].map { text($0) },
            heldBy: fields["held-by"].map { references($0, of: "parties") } ?? [],
            commitments: commitments(fields),
            sources: citations(fields),
            seenBy: visibility(fields))
    }
}
