import Negotiation

/// How commitments and the timetable became different.
extension ChangeWording {
    func commitments(_ old: [Commitment], _ new: [Commitment]) -> [Prose?] {
        let ids = new.map(\.id) + old.map(\.id).filter { id in !new.contains { $0.id == id } }
        return ids.flatMap { id -> [Prose?] in
            let (one, two) = (old.first { $0.id == id }, new.first { $0.id == id })
            return switch (one, two) {
            case (nil, let new?): [say("new commitment of \(now.commitmentInSentence(new))")]
            case (let old?, nil): [say("no longer a commitment of \(before.commitmentInSentence(old))")]
            case (let old?, let new?): old == new ? [] : details(old, new)
            case (nil, nil): []
            }
        }
    }

    private func details(_ old: Commitment, _ new: Commitment) -> [Prose?] {
        let parts: [Prose?] = [
            parties("who", old.who, new.who), rewritten(say("title"), old.title, new.title),
            rewritten(say("what"), old.what, new.what),
            rewritten(say("where"), old.where, new.where), rewritten(say("by"), old.by, new.by),
            listed(say("after"), old.after, new.after) { $0.after([$1]) ?? $0.say("something") },
            turned(say("deadline"), old.deadline.map(before.deadline), new.deadline.map(now.deadline)),
            turned(say("takes"), takes(old, before), takes(new, now)),
            parties("verified by", old.verifiedBy, new.verifiedBy),
            turned(say("verification"), old.verification.map(before.range), new.verification.map(now.range)),
            responses(old.ifNot, new.ifNot),
            listed(say("done together with"), old.togetherWith, new.togetherWith) { $0.deed($1) },
            turned(say("tranches"), old.tranches.map(before.tranches), new.tranches.map(now.tranches)),
            turned(say("lasts"), old.lasts.map(before.span), new.lasts.map(now.span)),
            listed(say("carries out"), old.fulfils, new.fulfils) { $0.quoted($0.minimum($1)) },
            turned(say("article"), old.article.map(before.article), new.article.map(now.article)),
            listed(say("topics"), old.topics, new.topics) { _, topic in Prose(topic.code) },
        ]
        let all = (parts + marks((old.sources, old.seenBy), (new.sources, new.seenBy))).compactMap { $0 }
        return all.map { say("commitment of \(now.commitmentInSentence(new)), \($0)") }
    }

    private func takes(_ commitment: Commitment, _ phrasing: Phrasing) -> Prose? {
        commitment.takes.map { phrasing.doingTime($0, commitment.decider(in: phrasing.dossier)) }
    }

    /// Words alone are told as a text is.
    private func responses(_ old: [Response], _ new: [Response]) -> Prose? {
        func words(_ responses: [Response]) -> Text?? {
            guard let first = responses.first else { return .some(nil) }
            return responses.count == 1 && first == Response(what: first.what) ? .some(first.what) : nil
        }
        if let one = words(old), let two = words(new) { return rewritten(say("if not"), one, two) }
        return listed(say("if not"), old, new) { $0.response($1) }
    }

    // MARK: The timetable

    func details(_ old: Event, _ new: Event) -> [Prose?] {
        [
            rewritten(say("title"), old.title, new.title),
            turned(say("when"), old.on.map(before.moment), new.on.map(now.moment)),
            turned(say("follows"), old.after.map(before.prerequisite), new.after.map(now.prerequisite)),
        ] + marks((old.sources, old.seenBy), (new.sources, new.seenBy))
    }

    func details(_ old: ClauseReading, _ new: ClauseReading) -> [Prose?] {
        [
            rewritten(say("title"), old.title, new.title), rewritten(say("clauses"), old.clause, new.clause),
            parties("held by", old.heldBy, new.heldBy),
        ] + commitments(old.commitments, new.commitments)
            + marks((old.sources, old.seenBy), (new.sources, new.seenBy))
    }

    func reaction(_ old: Timetable, _ new: Timetable) -> Prose? {
        turned(
            say("time until somebody can act on what has become known"), old.reaction.map(before.reaction),
            new.reaction.map(now.reaction))
    }

    // MARK: In sheets

    /// What commitments cost a party and are worth to it.
    func stakes(_ old: Sheet, _ new: Sheet) -> [Prose?] {
        let order = now.dossier.commitments.map(\.id)
        let stakes = each(old.commitments, new.commitments, order: order) { id, old, new in
            let home = now.commitment(id) == nil ? before : now
            let label = say("what is at stake in \(home.deed(id))")
            return turned(label, old.map(before.stake), new.map(now.stake)) ?? say("\(label): changed")
        }
        return stakes + [
            turned(
                say("how much less a year later counts"), old.discountAYear.map(before.amount),
                new.discountAYear.map(now.amount)),
            old.incentives == new.incentives
                ? nil : say("what it says of shifting power, guarantees or an exchange in steps: changed"),
        ]
    }
}

extension Phrasing {
    /// A clause, as the agreement numbers it.
    fileprivate func article(_ article: Article) -> Prose {
        article.isChecked ? say("\(article.number), checked") : Prose(article.number)
    }

    /// What is at stake in a commitment, in figures: `cost 30, worth 5 at once and 0.3 to 0.4 a day`.
    func stake(_ stake: Stake) -> Prose {
        var parts: [Prose] = []
        func add(_ amount: Amount?, _ told: (Prose) -> Prose) {
            if let amount { parts.append(told(self.amount(amount))) }
        }
        if let cost = stake.cost { parts.append(say("cost \(flow(cost))")) }
        add(stake.recoverable) { say("share that can be taken back \($0)") }
        if let worth = stake.worth { parts.append(say("worth \(flow(worth))")) }
        add(stake.ifBroken) { say("lost if it is broken \($0)") }
        add(stake.recovers) { say("given back by the response \($0)") }
        if let breaking = stake.breaking {
            parts.append(say("breaking it"))
            add(breaking.gain) { say("gain \($0)") }
            add(breaking.aDay) { say("gain a day \($0)") }
            add(breaking.snapback) { say("chance of a snapback \($0)") }
            add(breaking.relief) { say("relief lost a day \($0)") }
            add(breaking.guarantor) { say("chance that a guarantor acts \($0)") }
            add(breaking.guarantorCosts) { say("cost if a guarantor acts \($0)") }
            add(breaking.loses) { say("other loss \($0)") }
        }
        return parts.joined(separator: say(", "))
    }

    private func flow(_ flow: Flow) -> Prose {
        switch (flow.once, flow.aDay) {
        case (let once?, nil): amount(once)
        case (nil, let aDay?): say("\(amount(aDay)) a day")
        case (let once?, let aDay?): say("\(amount(once)) at once and \(amount(aDay)) a day")
        case (nil, nil): say("nothing")
        }
    }
}
