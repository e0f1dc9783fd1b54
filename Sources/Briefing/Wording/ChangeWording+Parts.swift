import Negotiation

/// How a part of an item became different, each as a row of words to stand in a sentence.
extension ChangeWording {
    /// One thing that was one way and is another: `consent of A: from “pending” to “yes”`; nil where it is as it was.
    func turned(_ label: Prose, _ old: Prose?, _ new: Prose?) -> Prose? {
        guard old != new else { return nil }
        return switch (old.map(quoted), new.map(quoted)) {
        case (let old?, let new?): say("\(label): from \(old) to \(new)")
        case (nil, let new?): say("\(label): now \(new)")
        case (let old?, nil): say("\(label): no longer \(old)")
        case (nil, nil): nil
        }
    }

    private func quoted(_ words: Prose) -> Prose {
        let isPlain = words.text.contains("“") || words.runs.contains { $0.style == .code }
        return isPlain || !words.text.contains(where: \.isLetter)
            ? words : say("“\(now.withoutStop(words))”")
    }

    /// A text that may be long: what it was and is where both are short, else only that it was rewritten.
    func rewritten(_ label: Prose, _ old: Text?, _ new: Text?) -> Prose? {
        let (old, new) = (old.map(before.text), new.map(now.text))
        guard old != new else { return nil }
        if max(old?.count ?? 0, new?.count ?? 0) > Self.longest {
            return old == nil
                ? say("\(label): added")
                : new == nil ? say("\(label): taken out") : say("\(label): rewritten")
        }
        return turned(label, old.map { Prose($0) }, new.map { Prose($0) })
    }

    /// Texts with more characters are not told in full.
    private static let longest = 160

    /// Things in a list: which came and which went.
    func listed<Item: Hashable>(
        _ label: Prose, _ old: [Item], _ new: [Item], _ name: (Phrasing, Item) -> Prose
    ) -> Prose? {
        guard old != new else { return nil }
        let came = new.filter { !old.contains($0) }.map { name(now, $0) }
        let went = old.filter { !new.contains($0) }.map { name(before, $0) }
        let list = now.wording
        return switch (came.isEmpty, went.isEmpty) {
        case (false, false): say("\(label): now also \(list.list(came)); no longer \(list.list(went))")
        case (false, true) where old.isEmpty: say("\(label): now \(list.list(came))")
        case (false, true): say("\(label): now also \(list.list(came))")
        case (true, false): say("\(label): no longer \(list.list(went))")
        case (true, true): say("\(label): in another order")
        }
    }

    /// Something of many things, each by its name.
    func each<Key: Hashable & Comparable, Value: Equatable>(
        _ old: [Key: Value], _ new: [Key: Value], order: [Key], _ told: (Key, Value?, Value?) -> Prose?
    ) -> [Prose] {
        let rest = Set(old.keys).union(new.keys).subtracting(order).sorted()
        return (order + rest).compactMap { key in
            old[key] == new[key] ? nil : told(key, old[key], new[key])
        }
    }

    func parties(_ label: Sentence, _ old: [PartyID], _ new: [PartyID]) -> Prose? {
        listed(say(label), old, new) { Prose($0.party($1)) }
    }

    func issues(_ label: Sentence, _ old: [IssueID], _ new: [IssueID]) -> Prose? {
        listed(say(label), old, new) { $0.issueInSentence($1) }
    }

    func dates(_ label: Sentence, _ old: CalendarDate?, _ new: CalendarDate?) -> Prose? {
        turned(say(label), old.map(now.wording.date), new.map(now.wording.date))
    }

    /// Where it is known from, and who may see it: what most items have.
    func marks(
        _ old: (sources: [Citation], seenBy: Visibility), _ new: (sources: [Citation], seenBy: Visibility)
    ) -> [Prose?] {
        [
            sources(old.sources, new.sources),
            old.seenBy == new.seenBy
                ? nil
                : turned(say("seen by"), before.visibility(old.seenBy), now.visibility(new.seenBy)),
        ]
    }

    func sources(_ old: [Citation], _ new: [Citation]) -> Prose? {
        listed(say("source"), old, new) { $0.citations([$1]) }
    }
}
