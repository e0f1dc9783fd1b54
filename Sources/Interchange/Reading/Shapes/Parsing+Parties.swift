import Negotiation

extension Parsing {
    mutating func party(_ node: Node) -> Party? {
        guard let fields = fields(node, .party) else {
            doubtful.insert(.party)
            return nil
        }
        let id = declaredName(fields["id"], of: .party, Party.self)
        return Party(
            id: id,
            name: fields["name"].map { title($0) } ?? Text(id.rawValue),
            roles: fields["roles"].map { words($0, of: "roles", Party.Role.self) } ?? [],
            text: fields["text"].map { text($0) },
            of: fields["of"].map { references($0, of: "parties") } ?? [],
            can: fields["can"].map { words($0, of: "powers", Party.Power.self) } ?? [],
            concerns: fields["concerns"].map { references($0, of: "issues") } ?? [],
            consulted: fields["consulted"].map { node in
                list(node, of: "consultations").compactMap { consultation($0) }
            } ?? [],
            sources: citations(fields),
            seenBy: visibility(fields))
    }

    private mutating func consultation(_ node: Node) -> Party.Consultation? {
        guard let fields = fields(node, .consultation) else { return nil }
        return Party.Consultation(
            issues: fields["issues"].map { references($0, of: "issues") } ?? [],
            how: fields["how"].map { text($0) } ?? "",
            dated: fields["dated"].flatMap { date($0) },
            sources: citations(fields))
    }

    mutating func table(_ node: Node) -> Table? {
        guard let fields = fields(node, .table) else {
            doubtful.insert(.table)
            return nil
        }
        return Table(
            id: declaredName(fields["id"], of: .table, Table.self),
            title: fields["title"].map { title($0) },
            parties: fields["parties"].map { references($0, of: "parties") } ?? [],
            issues: fields["issues"].map { references($0, of: "issues") } ?? [],
            sources: citations(fields),
            seenBy: visibility(fields))
    }

    mutating func interest(_ node: Node) -> Interest? {
        guard let fields = fields(node, .interest) else {
            doubtful.insert(.interest)
            return nil
        }
        return Interest(
            id: declaredName(fields["id"], of: .interest, Interest.self),
            of: fields["of"].map { references($0, of: "parties") } ?? [],
            text: fields["text"].map { text($0) } ?? "",
            sources: citations(fields),
            seenBy: visibility(fields))
    }

    mutating func position(_ node: Node) -> Position? {
        guard let fields = fields(node, .position) else { return nil }
        return Position(
            of: fields["of"].map { reference($0) } ?? "",
            issue: fields["issue"].map { reference($0) } ?? "",
            options: fields["option"].map { references($0, of: "options") } ?? [],
            text: fields["text"].map { text($0) },
            said: fields["said"].flatMap { date($0) },
            where: fields["where"].map { text($0) },
            to: fields["to"].map { audience($0) },
            sources: citations(fields),
            seenBy: visibility(fields))
    }

    private mutating func audience(_ node: Node) -> Position.Audience {
        switch node.text {
        case "public": .public
        case "table": .table
        case "team": .team
        default: .parties(references(node, of: "parties"))
        }
    }

    mutating func minimum(_ node: Node) -> Minimum? {
        guard let fields = fields(node, .minimum) else {
            doubtful.insert(.minimum)
            return nil
        }
        return Minimum(
            id: declaredName(fields["id"], of: .minimum, Minimum.self),
            kind: fields["kind"].flatMap { word($0, Minimum.Kind.self) } ?? .mandate,
            text: fields["text"].map { text($0) } ?? "",
            concerns: fields["concerns"].map { references($0, of: "issues") } ?? [],
            sources: citations(fields),
            seenBy: visibility(fields))
    }
}
