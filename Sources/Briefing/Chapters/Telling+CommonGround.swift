import Assessment
import Negotiation

/// What all packages worth testing have in common, so that it is said once.
struct CommonGround {
    /// A consent, as far as a reader compares it.
    struct Need: Hashable {
        let party: PartyID
        let issue: IssueID
        let answer: Consent.Answer?
        let isAsked: Bool
    }

    /// The consents that every one of them needs.
    let needs: Set<Need>
    /// The negotiators' interests that none of them serves.
    let unserved: Set<InterestID>
    /// How many packages were compared.
    let count: Int

    init(_ packages: [Explanation], telling: Telling) {
        count = packages.count
        let sets = packages.map { Set(Self.needs(of: $0).map(\.need)) }
        needs = sets.count > 1 ? sets.dropFirst().reduce(sets[0]) { $0.intersection($1) } : []
        let missed = packages.map { Set(telling.unserved(by: $0)) }
        unserved = missed.count > 1 ? missed.dropFirst().reduce(missed[0]) { $0.intersection($1) } : []
    }

    /// The consents that a package needs, with what was answered.
    static func needs(of package: Explanation) -> [(need: Need, consent: Consent)] {
        package.consents.flatMap { needed in
            needed.options.map { choice in
                (
                    Need(
                        party: needed.party, issue: choice.issue, answer: choice.consent.answer,
                        isAsked: choice.consent.isAsked),
                    choice.consent
                )
            }
        }
    }
}

extension Telling {
    /// What all of them need and none of them serves.
    func told(_ common: CommonGround) -> [Block] {
        guard common.count > 1, let first = space?.candidates.first?.explanation else { return [] }
        var items: [Prose] = []
        let needs = CommonGround.needs(of: first).filter { common.needs.contains($0.need) }
        if !needs.isEmpty { items.append(say("Consents that each of them needs. \(answered(needs))")) }
        if !common.unserved.isEmpty {
            let missed = dossier.interests.map(\.id).filter(common.unserved.contains).map(owned)
            items.append(
                say(
                    "Negotiators’ interests that none of them serves: \(missed.joined(separator: say("; ")))."
                ))
        }
        return items.isEmpty ? [] : [.heading(say("What they have in common")), .bullets(items)]
    }

    /// Who else must say yes to it, beyond what all packages need.
    func consents(of explanation: Explanation, beyond common: CommonGround) -> [Prose] {
        let all = CommonGround.needs(of: explanation)
        let own = all.filter { !common.needs.contains($0.need) }
        guard !own.isEmpty else {
            return all.isEmpty || common.count < 2
                ? [] : [say("Needs no consent beyond those that each of them needs.")]
        }
        return common.needs.isEmpty
            ? [say("Consents that it needs. \(answered(own))")]
            : [say("Consents that it needs besides. \(answered(own))")]
    }

    /// Consents in a row, by what was answered: `not asked yet: A, for x and y; B, for z`.
    private func answered(_ needs: [(need: CommonGround.Need, consent: Consent)]) -> Prose {
        let answers = needs.map { phrasing.answer($0.consent) }
        let kinds = answers.reduce(into: [Prose]()) { if !$0.contains($1) { $0.append($1) } }
        return kinds.map { kind -> Prose in
            let own = zip(needs, answers).filter { $0.1 == kind }.map(\.0.need)
            let parties = phrasing.inOrder(Array(Set(own.map(\.party))))
            let names = parties.map { party -> Prose in
                let issues = own.filter { $0.party == party }.map(\.issue)
                return say("\(phrasing.party(party)), for \(phrasing.issuesInSentence(issues))")
            }
            return say("\(kind.capitalised): \(names.joined(separator: say("; "))).")
        }.joined(separator: Prose(" "))
    }

    /// Which interests it serves, beyond what none serves.
    func interests(of explanation: Explanation, beyond common: CommonGround) -> [Prose] {
        let served = explanation.interests.filter { !$0.servedBy.isEmpty }.map(\.interest)
        guard !served.isEmpty else { return [] }
        let missed = unserved(by: explanation).filter { !common.unserved.contains($0) }
        guard served.count > Self.namedInterests else {
            return [say("Serves \(served.map(owned).joined(separator: say("; "))).")]
        }
        let all = dossier.interests.count
        let result = say("Serves \(share(served.count, of: all)) stated interests")
        guard !missed.isEmpty else { return [say("\(result).")] }
        let names = missed.map(owned).joined(separator: say("; "))
        return common.unserved.isEmpty
            ? [say("\(result); of negotiators’ interests it does not serve \(names).")]
            : [
                say(
                    "\(result). Besides those that none of the packages serves, it leaves out these of negotiators: \(names)."
                )
            ]
    }

    /// The interests of negotiators that no choice of a package serves, in the order of the dossier.
    func unserved(by explanation: Explanation) -> [InterestID] {
        let served = Set(explanation.interests.filter { !$0.servedBy.isEmpty }.map(\.interest))
        let negotiators = Set(dossier.negotiators.map(\.id))
        return dossier.interests.filter { interest in
            !negotiators.isDisjoint(with: interest.of) && !served.contains(interest.id)
        }.map(\.id)
    }

    /// More interests than this are told by what is missing.
    private static let namedInterests = 6

    private func owned(_ interest: InterestID) -> Prose {
        let owners = dossier.interests.first { $0.id == interest }?.of ?? []
        let text = phrasing.quoted(phrasing.interest(interest))
        return owners.isEmpty ? text : say("\(text) (\(phrasing.parties(owners)))")
    }
}
