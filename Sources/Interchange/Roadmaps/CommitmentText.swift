import Negotiation
import Sequencing

/// What clauses say, in the words and spans of the format: for cells of tables and notes of calendars.
struct CommitmentText {
    /// The languages in which texts are preferred.
    var languages: [String] = []
    /// What a party is called.
    var name: (PartyID) -> String = { $0.rawValue }

    func text(_ text: Text?) -> String { text?.preferring(languages) ?? "" }

    func names(_ parties: [PartyID]) -> String { parties.map(name).joined(separator: "; ") }

    /// `ceasefire verified + 2d..5d; signature or law`: one of each group of all groups.
    func after(_ groups: [[Prerequisite]]) -> String {
        groups.map { $0.map(prerequisite).joined(separator: " or ") }.joined(separator: "; ")
    }

    /// What a step waits for: later tranches wait for the one before, and go in step with others.
    func after(_ step: Roadmap.Step) -> String {
        guard let tranche = step.tranche, let tranches = step.commitment.tranches else {
            return after(step.commitment.after)
        }
        var groups = tranche == 1 ? step.commitment.after : []
        if tranche > 1 {
            groups.append([
                Prerequisite(
                    .commitment(step.commitment.id, .verified, tranche: tranche - 1), least: tranches.least,
                    greatest: tranches.greatest)
            ])
        }
        if let other = tranches.inStepWith {
            groups.append([Prerequisite(.commitment(other, .verified, tranche: tranche))])
        }
        return after(groups)
    }

    /// What a deadline is counted from, and by how much it is later: `ceasefire + 40d`.
    func counted(_ after: Milestone, _ within: TimeSpan) -> String { "\(milestone(after)) + \(within)" }

    private func prerequisite(_ prerequisite: Prerequisite) -> String {
        let milestone = milestone(prerequisite.of)
        let least = prerequisite.least == .zero ? "0" : prerequisite.least.description
        switch prerequisite.greatest {
        case nil where prerequisite.least == .zero: return milestone
        case nil: return "\(milestone) + \(least)"
        case let greatest? where greatest == prerequisite.least: return "\(milestone) + \(least) exactly"
        case let greatest?: return "\(milestone) + \(least)..\(greatest)"
        }
    }

    private func milestone(_ milestone: Milestone) -> String {
        switch milestone {
        case .event(let id): id.rawValue
        case .commitment(let id, let progress, let tranche):
            id.rawValue + (tranche.map { "/\($0)" } ?? "")
                + (progress == .done ? "" : " " + progress.rawValue)
        }
    }

    /// `snapback by un within 10d: begins sanctions; …`
    func ifNot(_ responses: [Response]) -> String { responses.map(response).joined(separator: "; ") }

    private func response(_ response: Response) -> String {
        var head: [String] = []
        if let kind = response.kind { head.append(kind.rawValue) }
        if !response.who.isEmpty { head.append("by " + response.who.map(name).joined(separator: ", ")) }
        if let within = response.within { head.append("within \(within)") }
        var body = [text(response.what)].filter { !$0.isEmpty }
        if let begins = response.begins { body.append("begins \(begins.rawValue)") }
        if !response.suspends.isEmpty {
            body.append("suspends " + response.suspends.map(\.rawValue).joined(separator: ", "))
        }
        return [head.joined(separator: " "), body.joined(separator: ", ")].filter { !$0.isEmpty }
            .joined(separator: ": ")
    }

    func sources(_ citations: [Citation]) -> String {
        citations.map { citation in
            switch citation {
            case .source(let id, let passage): id.rawValue + (passage.map { ", " + $0 } ?? "")
            case .work(let work): work
            }
        }.joined(separator: "; ")
    }
}
