import Assessment
import Negotiation
import Sequencing

extension RoadmapBlocks {
    /// A clause in a row of those that clash: what it says, with its article.
    func clause(_ clause: Clause) -> Prose {
        switch clause {
        case .deadline(let id):
            let when = commitment(id)?.deadline.map(deadline) ?? Prose("")
            return say("\(deed(id)) \(when)\(article(id))")
        case .notBefore(let id, let prerequisite):
            return say("\(deed(id)) \(self.prerequisite(earliest: prerequisite))\(article(id))")
        case .notAfter(let id, let prerequisite):
            let most = prerequisite.greatest ?? prerequisite.least
            return say(
                "\(deed(id)) at most \(phrasing.span(most)) after \(milestone(prerequisite.of))\(article(id))"
            )
        case .duration(let id):
            guard let takes = commitment(id)?.takes else {
                return say("the doing of \(deed(id))\(article(id))")
            }
            return say("\(deed(id)) takes \(phrasing.doingTime(takes, decider(id)))\(article(id))")
        case .verification(let id):
            guard let time = commitment(id)?.verification else {
                return say("the verification of \(deed(id))\(article(id))")
            }
            return say("verification of \(deed(id)) takes \(phrasing.range(time))\(article(id))")
        case .together(let id, let other):
            return say("\(deed(id)) at the same moment as \(deed(other))\(article(id))")
        case .tranches(let id): return say("the time between the tranches of \(deed(id))\(article(id))")
        case .inStep(let id, let other): return say("\(deed(id)) in step with \(deed(other))\(article(id))")
        case .response(let id, let place):
            guard let response = commitment(id)?.ifNot.dropFirst(place).first else {
                return say("the response if \(deed(id)) is not kept")
            }
            return say(
                "the response if \(deed(id)) is not kept (\(phrasing.response(response)))\(article(id))")
        case .event(let id): return say("the time of \(phrasing.event(id))")
        case .order: return say("nothing happens before the start")
        }
    }

    private func prerequisite(earliest prerequisite: Prerequisite) -> Prose {
        prerequisite.least.minutes == 0
            ? say("after \(milestone(prerequisite.of))")
            : say("at least \(phrasing.span(prerequisite.least)) after \(milestone(prerequisite.of))")
    }

    func milestone(_ milestone: Milestone) -> Prose {
        guard case .commitment(let id, let progress, let tranche) = milestone else {
            return phrasing.milestone(milestone)
        }
        let what = tranche.map { say("tranche \(String($0)) of \(deed(id))") } ?? deed(id)
        return switch progress {
        case .begun: say("the beginning of \(what)")
        case .done: what
        case .verified: say("the verification of \(what)")
        }
    }

    func deadline(_ deadline: Deadline) -> Prose { phrasing.deadline(deadline) }

    func decider(_ id: CommitmentID) -> DoingTime.Decider? {
        roadmap.steps.first { $0.commitment.id == id }?.decider
    }

    /// Clauses that clash, as one sentence.
    ///
    /// - Parameter isOfReading: whether it comes from another roadmap than the report's, whose outcomes have other numbers.
    func conflict(_ conflict: ClauseConflict, isOfReading: Bool = false) -> Prose {
        let all = conflict.clauses.map(clause).joined(separator: say("; "))
        let miss = say("They miss each other by \(excess(conflict)).")
        if !isOfReading, let scenario = scenario(conflict.scenario) {
            return say("\(all): these cannot all hold \(scenario). \(miss)").capitalised
        }
        return say("\(all): these cannot all hold. \(miss)").capitalised
    }

    /// A limit that somebody could move, as the object of a sentence.
    func limit(_ clause: Clause) -> Prose {
        switch clause {
        case .deadline(let id): say("the deadline of \(deed(id))\(article(id))")
        case .notAfter(let id, let prerequisite):
            say("the time for \(deed(id)) after \(milestone(prerequisite.of))\(article(id))")
        case .tranches(let id): say("the time between the tranches of \(deed(id))\(article(id))")
        case .response(let id, _): say("the time for the response if \(deed(id)) is not kept\(article(id))")
        default: self.clause(clause)
        }
    }
}
