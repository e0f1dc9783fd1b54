import Negotiation

extension Form {
    static func interest(_ interest: Interest) -> Form {
        var keys = FormBuilder()
        keys.add("id", name(interest.id))
        keys.add("of", .list(interest.of.map { name($0) }))
        keys.add("text", text: interest.text)
        keys.add(sources: interest.sources, seenBy: interest.seenBy)
        return keys.mapping()
    }

    static func position(_ position: Position) -> Form {
        var keys = FormBuilder()
        keys.add("of", name(position.of))
        keys.add("issue", name(position.issue))
        keys.add(
            "option",
            position.options.count == 1 ? name(position.options[0]) : .list(position.options.map { name($0) })
        )
        keys.add("text", text: position.text)
        keys.add("said", date: position.said)
        keys.add("where", text: position.where)
        keys.add("to", position.to.map { audience($0) })
        keys.add(sources: position.sources, seenBy: position.seenBy)
        return keys.mapping()
    }

    private static func audience(_ audience: Position.Audience) -> Form {
        switch audience {
        case .public: .word("public")
        case .table: .word("table")
        case .team: .word("team")
        case .parties(let parties): .list(parties.map { name($0) })
        }
    }

    static func minimum(_ minimum: Minimum) -> Form {
        var keys = FormBuilder()
        keys.add("id", name(minimum.id))
        keys.add("kind", .word(minimum.kind.rawValue))
        keys.add("text", text: minimum.text)
        keys.add("concerns", names: minimum.concerns)
        keys.add(sources: minimum.sources, seenBy: minimum.seenBy)
        return keys.mapping()
    }

    static func rule(_ rule: Rule) -> Form {
        var keys = FormBuilder()
        keys.add("id", name(rule.id))
        keys.add("kind", rule.kind.map { .word($0.rawValue) })
        keys.add("when", rule.when.map { condition($0) })
        switch rule.demand {
        case .require(let demand): keys.add("require", condition(demand))
        case .forbid(let demand): keys.add("forbid", condition(demand))
        }
        keys.add("because", text: rule.because)
        keys.add(sources: rule.sources, seenBy: rule.seenBy)
        return keys.mapping()
    }

    static func stage(_ stage: Stage) -> Form {
        var keys = FormBuilder()
        keys.add("id", name(stage.id))
        keys.add("title", text: stage.title)
        keys.add("settles", stage.settles.map { .list($0.map { name($0) }) })
        keys.add("defers", list: stage.defers.map { deferral($0) })
        keys.add(sources: stage.sources, seenBy: stage.seenBy)
        return keys.mapping()
    }

    private static func deferral(_ deferral: Stage.Deferral) -> Form {
        var keys = FormBuilder()
        keys.add("issue", name(deferral.issue))
        keys.add("to", text: deferral.to)
        keys.add("by", text: deferral.by)
        return keys.mapping()
    }

    /// A package; its choices stand in the order of the dossier's issues.
    static func package(_ package: Package, in dossier: Dossier) -> Form {
        let order = NameOrder(dossier.issues.map(\.id))
        let choices = order.sorted(package.choose).map { ($0.key.rawValue, name($0.value)) }
        var keys = FormBuilder()
        keys.add("id", name(package.id))
        keys.add("title", text: package.title)
        keys.add("text", text: package.text)
        keys.add("choose", .mapping(choices))
        keys.add("commitments", list: package.commitments.map { commitment($0) }, isOpen: true)
        keys.add("dated", date: package.dated)
        keys.add("by", text: package.by)
        keys.add(sources: package.sources, seenBy: package.seenBy)
        return keys.mapping()
    }

    static func source(_ source: Source) -> Form {
        var keys = FormBuilder()
        keys.add("id", name(source.id))
        keys.add("title", text: source.title)
        keys.add("author", text: source.author)
        keys.add("dated", date: source.dated)
        keys.add("at", source.at.map { .text($0) })
        keys.add("text", text: source.text)
        keys.add("seen-by", visibility(source.seenBy))
        return keys.mapping()
    }

    static func reading(_ reading: Reading) -> Form {
        let statements = reading.says.map { statement -> Form in
            .mapping([
                ("text", .text(statement.text)), ("source", sources(statement.sources) ?? .list([])),
            ])
        }
        var keys = FormBuilder()
        keys.add("id", name(reading.id))
        keys.add("about", text: reading.about)
        keys.add("says", .list(statements, isOpen: true))
        keys.add("seen-by", visibility(reading.seenBy))
        return keys.mapping()
    }
}
