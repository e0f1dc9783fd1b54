import Negotiation

extension ChangeWording {
    func details(_ old: Option, _ new: Option) -> [Prose?] {
        let interest = { (phrasing: Phrasing, id: InterestID) in phrasing.quoted(phrasing.interest(id)) }
        let start: [Prose?] = [
            rewritten(say("title"), old.title, new.title), rewritten(say("text"), old.text, new.text),
        ]
        let end: [Prose?] = [
            listed(say("serves"), old.serves, new.serves, interest),
            listed(say("harms"), old.harms, new.harms, interest),
            listed(say("would breach"), old.breaches, new.breaches) { $0.quoted($0.minimum($1)) },
        ]
        return start + consents(old.consents, new.consents) + end
            + commitments(old.commitments, new.commitments)
            + marks((old.sources, old.seenBy), (new.sources, new.seenBy))
    }

    private func consents(_ old: [Consent], _ new: [Consent]) -> [Prose?] {
        func byParty(_ consents: [Consent]) -> [PartyID: [Consent]] {
            Dictionary(grouping: consents, by: \.of)
        }
        let (old, new) = (byParty(old), byParty(new))
        let order = now.inOrder(Array(new.keys))
        return (order + Set(old.keys).subtracting(order).sorted()).flatMap { party -> [Prose?] in
            let name = now.dossier.party(party) == nil ? before.party(party) : now.party(party)
            let label = say("consent of \(name)")
            return switch (old[party]?.first, new[party]?.first) {
            case (nil, let new?): [say("\(label): now needed (\(now.answer(new)))")]
            case (_?, nil): [say("\(label): no longer needed")]
            case (let old?, let new?): details(old, new, label)
            case (nil, nil): []
            }
        }
    }

    private func details(_ old: Consent, _ new: Consent, _ label: Prose) -> [Prose?] {
        [
            turned(label, before.answer(old), now.answer(new)),
            dates("\(label), asked", old.asked, new.asked),
            sources(old.sources, new.sources).map { say("\(label), \($0)") },
        ]
    }
}

extension Phrasing {
    /// One consultation, in words.
    func consultation(_ consultation: Party.Consultation) -> Prose {
        let how = quoted(text(consultation.how))
        let on = consultation.issues.isEmpty ? how : say("\(how) on \(issuesInSentence(consultation.issues))")
        return consultation.dated.map { say("\(on) (\(wording.date($0)))") } ?? on
    }

    /// An issue that a stage leaves for later, with to whom and by when.
    func deferral(_ deferral: Stage.Deferral) -> Prose {
        let issue = issue(deferral.issue)
        let to = deferral.to.map(text)
        let by = deferral.by.map(text)
        return switch (to, by) {
        case (let to?, let by?): say("\(issue) (to \(to), by \(by))")
        case (let to?, nil): say("\(issue) (to \(to))")
        case (nil, let by?): say("\(issue) (by \(by))")
        case (nil, nil): Prose(issue)
        }
    }
}
