import Negotiation

/// What of a dossier rests on which passage of which source.
struct Supports {
    /// What can rest on a source.
    enum Kind: CaseIterable {
        case party, consultation, table, issue, option, consent, commitment, interest, position, minimum, rule
        case stage, package, event, clauseReading, reading, sheet
    }

    /// Something that cites a source.
    struct Item: Hashable {
        let kind: Kind
        let name: Prose
    }

    /// A passage with what rests on it. Of something that is no source of the dossier, the passage is its name.
    struct Row {
        let source: SourceID?
        let passage: String?
        var items: [Item]
    }

    /// In the order of the sources, then of first mention; works that are no sources of the dossier come last.
    private(set) var rows: [Row] = []
    private let phrasing: Phrasing

    var isEmpty: Bool { rows.isEmpty }

    init(_ dossier: Dossier, phrasing: Phrasing) {
        self.phrasing = phrasing
        addParticipation(dossier)
        for issue in dossier.issues { add(issue) }
        addSubstance(dossier)
        for sheet in dossier.sheets { add(sheet) }
        let order = dossier.sources.map(\.id)
        let places = rows.map { row in row.source.flatMap(order.firstIndex) ?? order.count }
        rows = rows.indices.sorted { (places[$0], $0) < (places[$1], $1) }.map { rows[$0] }
    }

    private mutating func add(_ kind: Kind, _ name: Prose, _ citations: [Citation]) {
        for citation in citations {
            let (source, passage): (SourceID?, String?) =
                switch citation {
                case .source(let id, let passage): (id, passage)
                case .work(let name): (nil, name)
                }
            let place = rows.firstIndex { $0.source == source && $0.passage == passage }
            let item = Item(kind: kind, name: name)
            if let place {
                if !rows[place].items.contains(item) { rows[place].items.append(item) }
            } else {
                rows.append(Row(source: source, passage: passage, items: [item]))
            }
        }
    }

    private mutating func addParticipation(_ dossier: Dossier) {
        for party in dossier.parties {
            let name = Prose(phrasing.text(party.name))
            add(.party, name, party.sources)
            for consultation in party.consulted {
                add(.consultation, phrasing.say("of \(name)"), consultation.sources)
            }
        }
        for table in dossier.tables {
            add(.table, phrasing.quoted(phrasing.table(table.id)), table.sources)
        }
    }

    private mutating func add(_ issue: Issue) {
        add(.issue, phrasing.issueInSentence(issue.id), issue.sources)
        for option in issue.options {
            let name = phrasing.choice([option.id], of: issue.id)
            add(.option, name, option.sources)
            for consent in option.consents {
                let party = phrasing.party(consent.of)
                add(.consent, phrasing.say("\(party) for \(name)"), consent.sources)
            }
            add(option.commitments)
        }
    }

    private mutating func add(_ commitments: [Commitment]) {
        for commitment in commitments {
            add(.commitment, phrasing.commitmentInSentence(commitment), commitment.sources)
        }
    }

    private mutating func addSubstance(_ dossier: Dossier) {
        for interest in dossier.interests {
            add(.interest, phrasing.quoted(phrasing.text(interest.text)), interest.sources)
        }
        for position in dossier.positions {
            let issue = phrasing.issueInSentence(position.issue)
            add(.position, phrasing.say("\(phrasing.party(position.of)) on \(issue)"), position.sources)
        }
        for minimum in dossier.minimums {
            add(.minimum, phrasing.quoted(phrasing.text(minimum.text)), minimum.sources)
        }
        for rule in dossier.rules { add(.rule, phrasing.ruleInSentence(rule.id), rule.sources) }
        for stage in dossier.stages { add(.stage, phrasing.quoted(phrasing.stage(stage.id)), stage.sources) }
        for package in dossier.packages {
            add(.package, phrasing.quoted(phrasing.package(package.id)), package.sources)
            add(package.commitments)
        }
        for event in dossier.timetable.events { add(.event, phrasing.event(event.id), event.sources) }
        for reading in dossier.timetable.readings {
            add(.clauseReading, phrasing.quoted(phrasing.text(reading.title)), reading.sources)
            add(reading.commitments)
        }
        for reading in dossier.readings {
            let name = phrasing.quoted(phrasing.text(reading.about))
            for statement in reading.says { add(.reading, name, statement.sources) }
        }
    }

    /// A sheet with what stands in it.
    private mutating func add(_ sheet: Sheet) {
        let name = Prose(phrasing.party(sheet.party))
        let inner =
            sheet.interactions.map(\.sources) + sheet.redLines.map(\.sources)
            + [sheet.withoutAgreement?.sources ?? []]
        for citations in [sheet.sources] + inner { add(.sheet, name, citations) }
    }
}
