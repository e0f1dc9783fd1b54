import Negotiation

extension Parsing {
    mutating func source(_ node: Node) -> Source? {
        guard let fields = fields(node, .source) else {
            doubtful.insert(.source)
            return nil
        }
        return Source(
            id: declaredName(fields["id"], of: .source, Source.self),
            title: fields["title"].map { title($0) } ?? "",
            author: fields["author"].map { title($0) },
            dated: fields["dated"].flatMap { date($0) },
            at: fields["at"].map { plainText($0) },
            text: fields["text"].map { text($0) },
            seenBy: visibility(fields))
    }

    mutating func reading(_ node: Node) -> Reading? {
        guard let fields = fields(node, .reading) else {
            doubtful.insert(.reading)
            return nil
        }
        return Reading(
            id: declaredName(fields["id"], of: .reading, Reading.self),
            about: fields["about"].map { text($0) } ?? "",
            says: fields["says"].map { node in
                list(node, of: "statements").compactMap { statement($0) }
            } ?? [],
            seenBy: visibility(fields))
    }

    private mutating func statement(_ node: Node) -> Reading.Statement? {
        guard let fields = fields(node, .statement) else { return nil }
        return Reading.Statement(text: fields["text"].map { text($0) } ?? "", sources: citations(fields))
    }
}
