extension PracticeSearch {
    mutating func look(at structure: PracticeItem.Structure, _ item: PracticeItem) {
        switch structure {
        case .commitmentUnverified: commitments(item) { $0.verifiedBy.isEmpty }
        case .commitmentUntimed:
            commitments(item) {
                $0.by == nil && $0.after.isEmpty && $0.deadline == nil && $0.takes == nil
            }
        case .noConstituency:
            if constituencies.isEmpty { report(item, .nothing, at: ItemPath(["parties"])) }
        case .notConsulted: notConsulted(item)
        case .issueConcernsNobody: concernsNobody(item)
        case .nobodyAtTables: nobodyAtTables(item)
        case .powerNotConsulted:
            for party in constituencies where !party.can.isEmpty && party.consulted.isEmpty {
                report(item, .items(.party, [party.id.rawValue]), at: ItemPath(["parties"])[party.id])
            }
        case .harmsAbsent: harmsAbsent(item)
        case .conditional(let words): conditional(words, item)
        case .optionWithout(let words, let needed): options(with: words, without: needed, item)
        }
    }

    private var constituencies: [Party] { dossier.parties.filter(\.isConstituency) }

    /// Names the commitments of each issue, and of each package, of which something is true.
    private mutating func commitments(_ item: PracticeItem, where isMeant: (Commitment) -> Bool) {
        for issue in dossier.issues {
            let names = issue.options.flatMap(\.commitments).filter(isMeant).map(\.id.rawValue)
            guard !names.isEmpty else { continue }
            report(item, .items(.commitment, names), at: ItemPath(["issues"])[issue.id])
        }
        for package in dossier.packages {
            let names = package.commitments.filter(isMeant).map(\.id.rawValue)
            guard !names.isEmpty else { continue }
            report(item, .items(.commitment, names), at: ItemPath(["packages"])[package.id])
        }
    }

    private mutating func notConsulted(_ item: PracticeItem) {
        for party in constituencies {
            let asked = Set(party.consulted.flatMap(\.issues))
            let open = party.concerns.filter { !asked.contains($0) }
            guard !open.isEmpty else { continue }
            report(item, .notAsked(party.id, open), at: ItemPath(["parties"])[party.id]["consulted"])
        }
    }

    private mutating func concernsNobody(_ item: PracticeItem) {
        // Without any constituency the first question of the checklist says it all.
        guard !constituencies.isEmpty else { return }
        let concerned = Set(constituencies.flatMap(\.concerns))
        let nobodys = dossier.issues.map(\.id).filter { !concerned.contains($0) }
        guard !nobodys.isEmpty else { return }
        report(item, .items(.issue, nobodys.map(\.rawValue)), at: ItemPath(["issues"]))
    }

    private mutating func nobodyAtTables(_ item: PracticeItem) {
        guard !dossier.tables.isEmpty, !constituencies.isEmpty else { return }
        let seated = Set(dossier.tables.flatMap(\.parties))
        guard !constituencies.contains(where: { seated.contains($0.id) }) else { return }
        report(item, .items(.party, constituencies.map(\.id.rawValue)), at: ItemPath(["tables"]))
    }

    private mutating func harmsAbsent(_ item: PracticeItem) {
        let present = Set(dossier.tables.flatMap(\.parties) + dossier.negotiators.map(\.id))
        for issue in dossier.issues {
            for option in issue.options {
                for harmed in option.harms {
                    guard let interest = dossier.interests.first(where: { $0.id == harmed }) else { continue }
                    for party in interest.of where !present.contains(party) {
                        report(
                            item, .harms(harmed, of: party),
                            at: ItemPath(["issues"])[issue.id]["options"][option.id]["harms"])
                    }
                }
            }
        }
    }

    // MARK: Words of single options

    /// Words by which an option says that one thing waits for another.
    private static let conditions = [
        "tied to", "in exchange", "in return for", "conditional", "condition that", "only if", "only as part",
        "provided that", "depends on", "linked to",
    ]

    private mutating func conditional(_ words: [String], _ item: PracticeItem) {
        let meant = dossier.issues.filter { EnglishWords($0.ownEnglish).first(of: words) != nil }
        for issue in meant {
            let place = ItemPath(["issues"])[issue.id]["options"]
            for option in issue.options where option.breaches.isEmpty {
                if let word = EnglishWords(option.english).first(of: Self.conditions) {
                    report(item, .found(word), at: place[option.id])
                }
                for commitment in option.commitments {
                    // To wait for an event is no trade.
                    let names = commitment.after.joined().compactMap(\.of.commitment?.rawValue)
                    guard !names.isEmpty else { continue }
                    report(
                        item, .items(.commitment, names),
                        at: place[option.id]["commitments"][commitment.id]["after"])
                }
            }
        }
        let ids = Set(meant.map(\.id))
        for rule in dossier.rules {
            let choices = Set(rule.broken.choices.map(\.issue))
            guard !choices.isDisjoint(with: ids), choices.count > 1 else { continue }
            report(item, .items(.rule, [rule.id.rawValue]), at: ItemPath(["rules"])[rule.id])
        }
    }

    private mutating func options(with words: [String], without needed: [String], _ item: PracticeItem) {
        for issue in dossier.issues {
            for option in issue.options where option.id != issue.today {
                let words = EnglishWords(option.english).first(of: words)
                guard words != nil else { continue }
                guard EnglishWords(option.english + issue.ownEnglish).first(of: needed) == nil else {
                    continue
                }
                report(item, .noneOf(needed), at: ItemPath(["issues"])[issue.id]["options"][option.id])
            }
        }
    }
}
