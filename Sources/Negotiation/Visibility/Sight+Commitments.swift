/// Who would do what, for one viewer: what would be told of something absent is absent too, and nothing is told more
/// strongly than it was said.
extension Sight {
    func shown(_ commitment: Commitment) -> Commitment? {
        guard commitments[commitment.id] != nil else { return nil }
        var result = commitment
        // An alternative that is absent goes with the others: without it they would be demanded.
        result.after = commitment.after.filter { $0.allSatisfy { sees($0.of) } }
        if case .within(_, let milestone?) = commitment.deadline, !sees(milestone) { result.deadline = nil }
        if case .party(let id) = commitment.takes?.decidedBy, !parties.contains(id) {
            result.takes?.decidedBy = .nature
        }
        result.verifiedBy.removeAll { !parties.contains($0) }
        result.ifNot = commitment.ifNot.compactMap(shown)
        result.togetherWith.removeAll { commitments[$0] == nil }
        if let other = commitment.tranches?.inStepWith,
            commitments[other]?.tranches?.count != commitment.tranches?.count
        {
            result.tranches?.inStepWith = nil
        }
        result.fulfils.removeAll { !minimums.contains($0) }
        result.sources = shown(commitment.sources)
        result.seenBy = shown(commitment.seenBy)
        return result
    }

    /// A response of somebody absent, or that consists in something absent, would be another one without them.
    private func shown(_ response: Response) -> Response? {
        guard parties.isSuperset(of: response.who), response.begins.map({ commitments[$0] != nil }) ?? true
        else { return nil }
        var result = response
        result.suspends.removeAll { commitments[$0] == nil }
        return result.isEmpty ? nil : result
    }

    func sees(_ milestone: Milestone) -> Bool {
        switch milestone {
        case .event(let id): events.contains(id)
        case .commitment(let id, _, let tranche): Self.has(commitments[id], tranche)
        }
    }

    static func has(_ commitment: Commitment?, _ tranche: Int?) -> Bool {
        guard let commitment else { return false }
        guard let tranche else { return true }
        return tranche >= 1 && tranche <= commitment.tranches?.count ?? 0
    }
}
