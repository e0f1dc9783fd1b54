public import Negotiation

/// Who does what, and what follows if not.
extension Phrasing {
    /// Who would do what: `A (“Pull back”)`.
    func commitmentInSentence(_ commitment: Commitment) -> Prose {
        say("\(parties(commitment.who)) (\(quoted(text(commitment.name))))")
    }

    /// The same by its name.
    func commitmentInSentence(_ id: CommitmentID) -> Prose {
        commitment(id).map(commitmentInSentence) ?? say("\(code: id.rawValue)")
    }

    /// The commitment of that name, be it one that a reading of clauses alone has.
    func commitment(_ id: CommitmentID) -> Commitment? {
        dossier.issues.lazy.flatMap(\.options).flatMap(\.commitments).first { $0.id == id }
            ?? dossier.packages.lazy.flatMap(\.commitments).first { $0.id == id }
            ?? dossier.timetable.readings.lazy.flatMap(\.commitments).first { $0.id == id }
    }

    /// What is done, and by whom: `“Pull back” (A)`.
    func deed(_ id: CommitmentID) -> Prose {
        guard let commitment = commitment(id) else { return say("\(code: id.rawValue)") }
        return say("\(quoted(text(commitment.name))) (\(parties(commitment.who)))")
    }

    /// What is done in several commitments, each deed once with all who do it: `“Pull back” (A and B)`.
    func deeds(_ ids: [CommitmentID]) -> [Prose] {
        var groups: [(deed: String, who: [PartyID])] = []
        var unknown: [Prose] = []
        for id in ids {
            guard let commitment = commitment(id) else {
                unknown.append(say("\(code: id.rawValue)"))
                continue
            }
            let deed = text(commitment.name)
            if let place = groups.firstIndex(where: { $0.deed == deed }) {
                groups[place].who += commitment.who.filter { !groups[place].who.contains($0) }
            } else {
                groups.append((deed, commitment.who))
            }
        }
        return groups.map { say("\(quoted($0.deed)) (\(parties($0.who)))") } + unknown
    }

    /// The same in a sentence that may not grow without end.
    func fewDeeds(_ ids: [CommitmentID]) -> Prose {
        let all = deeds(ids)
        guard all.count > Self.namedDeeds else { return wording.list(all) }
        return say(
            "\(wording.number(ids.count)) commitments, among them \(wording.list(Array(all.prefix(Self.namedDeeds))))"
        )
    }

    /// More deeds than this are counted.
    private static let namedDeeds = 4

    /// What must come first: what is done, all in one row, then the rest.
    func after(_ groups: [[Prerequisite]]) -> Prose? {
        let plain = groups.compactMap { group -> CommitmentID? in
            guard group.count == 1, case .commitment(let id, .done, nil) = group[0].of,
                group[0] == Prerequisite(group[0].of)
            else { return nil }
            return id
        }
        let others = groups.filter { group in
            guard group.count == 1, let id = group[0].of.commitment else { return true }
            return group[0] != Prerequisite(.commitment(id, .done))
        }
        let done = plain.isEmpty ? [] : [say("after \(wording.list(deeds(plain)))")]
        let all = done + others.map(alternatives)
        return all.isEmpty ? nil : all.joined(separator: say("; "))
    }

    /// What follows if a commitment is not kept: `EU: Measures return, within 5 days`.
    public func response(_ response: Response) -> Prose {
        var parts: [Prose] = []
        if let what = response.what { parts.append(Prose(text(what))) }
        if response.what == nil, let kind = response.kind { parts.append(responseKind(kind)) }
        if let id = response.begins { parts.append(say("then begins \(deed(id))")) }
        if !response.suspends.isEmpty {
            parts.append(say("suspended: \(wording.list(deeds(response.suspends)))"))
        }
        if let time = response.within { parts.append(say("within \(span(time))")) }
        let what = parts.joined(separator: say(", "))
        return response.who.isEmpty ? what : say("\(parties(response.who)): \(what)")
    }

    /// Of what kind a response is.
    public func responseKind(_ kind: Response.Kind) -> Prose {
        switch kind {
        case .snapback: say("what was suspended or lifted returns")
        case .suspension: say("what others owe is suspended")
        case .guarantee: say("a guarantor acts")
        }
    }

    /// Steps in which something is done: `4 tranches, 30 to 60 days apart`.
    func tranches(_ tranches: Tranches) -> Prose {
        var result = say("\(String(tranches.count)) tranches")
        if tranches.greatest != nil || tranches.least.minutes > 0 {
            result = say("\(result), \(range(tranches.least, tranches.greatest)) apart")
        }
        return tranches.inStepWith.map { say("\(result), in step with \(deed($0))") } ?? result
    }
}
