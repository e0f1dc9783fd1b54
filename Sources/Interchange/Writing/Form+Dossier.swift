import Negotiation

extension Form {
    /// The dossier's own file: everything but the sheets.
    static func dossier(_ dossier: Dossier) -> Form {
        var keys = FormBuilder()
        keys.add("parley", .word(Parsing.version))
        keys.add("title", text: dossier.title)
        keys.add("text", text: dossier.text)
        keys.add("languages", list: dossier.languages.map { .text($0) })
        keys.add("dated", date: dossier.dated)
        keys.add("basis", dossier.basis.map { .word($0.rawValue) })
        keys.add("seen-by", visibility(dossier.seenBy))
        keys.add("parties", .list(dossier.parties.map { party($0) }, isOpen: true))
        keys.add("tables", list: dossier.tables.map { table($0) }, isOpen: true)
        keys.add("issues", .list(dossier.issues.map { issue($0) }, isOpen: true))
        keys.add("interests", list: dossier.interests.map { interest($0) }, isOpen: true)
        keys.add("positions", list: dossier.positions.map { position($0) }, isOpen: true)
        keys.add("minimums", list: dossier.minimums.map { minimum($0) }, isOpen: true)
        keys.add("rules", list: dossier.rules.map { rule($0) }, isOpen: true)
        keys.add("stages", list: dossier.stages.map { stage($0) }, isOpen: true)
        keys.add("packages", list: dossier.packages.map { package($0, in: dossier) }, isOpen: true)
        keys.add("timetable", timetable(dossier.timetable))
        keys.add("sources", list: dossier.sources.map { source($0) }, isOpen: true)
        keys.add("readings", list: dossier.readings.map { reading($0) }, isOpen: true)
        let defaults = dossier.defaultSheets.sorted { $0.key < $1.key }.map {
            ($0.key.rawValue, name($0.value))
        }
        keys.add("default-sheets", defaults.isEmpty ? nil : .mapping(defaults))
        return keys.mapping(isOpen: true)
    }

    static func party(_ party: Party) -> Form {
        var keys = FormBuilder()
        keys.add("id", name(party.id))
        keys.add("name", title: party.name, unless: party.id.rawValue)
        keys.add("roles", list: party.roles.map { .word($0.rawValue) })
        keys.add("text", text: party.text)
        keys.add("of", names: party.of)
        keys.add("can", list: party.can.map { .word($0.rawValue) })
        keys.add("concerns", names: party.concerns)
        keys.add("consulted", list: party.consulted.map { consultation($0) })
        keys.add(sources: party.sources, seenBy: party.seenBy)
        return keys.mapping()
    }

    private static func consultation(_ consultation: Party.Consultation) -> Form {
        var keys = FormBuilder()
        keys.add("issues", .list(consultation.issues.map { name($0) }))
        keys.add("how", text: consultation.how)
        keys.add("dated", date: consultation.dated)
        keys.add(sources: consultation.sources)
        return keys.mapping()
    }

    static func table(_ table: Table) -> Form {
        var keys = FormBuilder()
        keys.add("id", name(table.id))
        keys.add("title", text: table.title)
        keys.add("parties", .list(table.parties.map { name($0) }))
        keys.add("issues", .list(table.issues.map { name($0) }))
        keys.add(sources: table.sources, seenBy: table.seenBy)
        return keys.mapping()
    }

    static func issue(_ issue: Issue) -> Form {
        var keys = FormBuilder()
        keys.add("id", name(issue.id))
        keys.add("title", title: issue.title, unless: issue.id.rawValue)
        keys.add("text", text: issue.text)
        keys.add("today", issue.today.map { name($0) })
        keys.add(sources: issue.sources, seenBy: issue.seenBy)
        keys.add("options", .list(issue.options.map { option($0) }, isOpen: true))
        return keys.mapping(isOpen: true)
    }

    static func option(_ option: Option) -> Form {
        var keys = FormBuilder()
        keys.add("title", title: option.title, unless: option.id.rawValue)
        keys.add("text", text: option.text)
        keys.add("consent", list: option.consents.map { consent($0) })
        keys.add("serves", names: option.serves)
        keys.add("harms", names: option.harms)
        keys.add("breaches", names: option.breaches)
        keys.add("commitments", list: option.commitments.map { commitment($0) }, isOpen: true)
        keys.add(sources: option.sources, seenBy: option.seenBy)
        // An option of which nothing but the name is known is its name.
        return keys.entries.isEmpty ? name(option.id) : .mapping([("id", name(option.id))] + keys.entries)
    }

    private static func consent(_ consent: Consent) -> Form {
        var keys = FormBuilder()
        keys.add("asked", date: consent.asked)
        keys.add("answer", consent.answer.map { .word($0.rawValue) })
        keys.add(sources: consent.sources)
        return keys.entries.isEmpty ? name(consent.of) : .mapping([("of", name(consent.of))] + keys.entries)
    }
}
