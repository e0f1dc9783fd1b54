extension FaultSearch {
    mutating func people() {
        for party in dossier.parties {
            let place = ItemPath(["parties"])[party.id]
            for id in party.of { self.party(id, at: place["of"]) }
            for id in party.concerns { issue(id, at: place["concerns"]) }
            for consultation in party.consulted {
                for id in consultation.issues { issue(id, at: place["consulted"]) }
                cited(consultation.sources, at: place["consulted"])
            }
            cited(party.sources, at: place)
            seen(by: party.seenBy, at: place)
        }
        for table in dossier.tables {
            let place = ItemPath(["tables"])[table.id]
            for id in table.parties { party(id, at: place["parties"]) }
            for id in table.issues { issue(id, at: place["issues"]) }
            cited(table.sources, at: place)
            seen(by: table.seenBy, at: place)
        }
    }

    mutating func agenda() {
        for issue in dossier.issues {
            let place = ItemPath(["issues"])[issue.id]
            if let today = issue.today { option(today, of: issue.id, at: place["today"]) }
            cited(issue.sources, at: place)
            seen(by: issue.seenBy, at: place)
            for option in issue.options { check(option, of: issue) }
        }
    }

    private mutating func check(_ option: Option, of issue: Issue) {
        let place = ItemPath(["issues"])[issue.id]["options"][option.id]
        for consent in option.consents {
            party(consent.of, at: place["consent"])
            cited(consent.sources, at: place["consent"])
        }
        interests(option.serves, at: place["serves"])
        interests(option.harms, at: place["harms"])
        minimums(option.breaches, at: place["breaches"])
        cited(option.sources, at: place)
        seen(by: option.seenBy, at: place)
        for commitment in option.commitments {
            check(commitment, at: self.place(of: commitment, in: option, of: issue))
        }
    }

    mutating func statements() {
        for interest in dossier.interests {
            let place = ItemPath(["interests"])[interest.id]
            for id in interest.of { party(id, at: place["of"]) }
            cited(interest.sources, at: place)
            seen(by: interest.seenBy, at: place)
        }
        for (index, position) in dossier.positions.enumerated() {
            let place = ItemPath(["positions"])[index]
            party(position.of, at: place["of"])
            issue(position.issue, at: place["issue"])
            if position.options.isEmpty { report(.nothing(.option), at: place["option"]) }
            for id in position.options { option(id, of: position.issue, at: place["option"]) }
            if case .parties(let ids) = position.to {
                for id in ids { party(id, at: place["to"]) }
            }
            cited(position.sources, at: place)
            seen(by: position.seenBy, at: place)
        }
        for minimum in dossier.minimums {
            let place = ItemPath(["minimums"])[minimum.id]
            for id in minimum.concerns { issue(id, at: place["concerns"]) }
            cited(minimum.sources, at: place)
            seen(by: minimum.seenBy, at: place)
        }
        for source in dossier.sources { seen(by: source.seenBy, at: ItemPath(["sources"])[source.id]) }
        for reading in dossier.readings {
            let place = ItemPath(["readings"])[reading.id]
            for (index, statement) in reading.says.enumerated() {
                cited(statement.sources, at: place["says"][index])
            }
            seen(by: reading.seenBy, at: place)
        }
    }

    mutating func process() {
        seen(by: dossier.seenBy, at: ItemPath())
        for rule in dossier.rules {
            let place = ItemPath(["rules"])[rule.id]
            if let when = rule.when { condition(when, at: place["when"]) }
            switch rule.demand {
            case .require(let demand): condition(demand, at: place["require"])
            case .forbid(let demand): condition(demand, at: place["forbid"])
            }
            cited(rule.sources, at: place)
            seen(by: rule.seenBy, at: place)
        }
        for stage in dossier.stages {
            let place = ItemPath(["stages"])[stage.id]
            for id in stage.settles ?? [] { issue(id, at: place["settles"]) }
            for deferral in stage.defers { issue(deferral.issue, at: place["defers"]) }
            cited(stage.sources, at: place)
            seen(by: stage.seenBy, at: place)
        }
        for package in dossier.packages {
            let place = ItemPath(["packages"])[package.id]
            // Wherever a package is named, `today` means what is in force.
            if package.id == "today" { report(.malformedName(package.id.rawValue), at: place) }
            for (issue, option) in package.choose.sorted(by: { $0.key < $1.key }) {
                self.issue(issue, at: place["choose"][issue])
                self.option(option, of: issue, at: place["choose"][issue])
            }
            cited(package.sources, at: place)
            seen(by: package.seenBy, at: place)
            for commitment in package.commitments {
                check(commitment, at: place["commitments"][commitment.id])
            }
        }
    }
}
