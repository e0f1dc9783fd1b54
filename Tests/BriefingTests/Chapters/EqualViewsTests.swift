import Assessment
import Briefing
import Negotiation
import TestSupport
import Testing

@Suite struct EqualViewsTests {
    /// The same dossier with more that only the team may see.
    private func withSecrets(_ dossier: Dossier) -> Dossier {
        var result = dossier
        result.parties.append(Party(id: "secret-party", name: "Secret party", roles: [.negotiator]))
        result.parties.append(Party(id: "secret-people", name: "Secret people", roles: [.constituency]))
        result.interests.insert(Interest(id: "secret-interest", of: ["secret-party"], text: "Secret"), at: 0)
        result.minimums.insert(Minimum(id: "secret-minimum", kind: .mandate, text: "Secret"), at: 0)
        result.issues.append(
            Negotiation.Issue(
                id: "secret-issue", title: "Secret issue", today: "a",
                options: [Option(id: "a", title: "Secret option")]))
        for index in dossier.issues.indices {
            result.issues[index].options.append(
                Option(
                    id: "secret-option", title: "Secret option", consents: [Consent(of: "secret-party")],
                    serves: ["secret-interest"]))
        }
        let first = dossier.issues[0].id
        result.rules.append(
            Rule(id: "secret-rule", kind: .legal, demand: .forbid(.choose(first, ["secret-option"]))))
        result.packages.append(Package(id: "secret-package", choose: [first: "secret-option"]))
        result.positions.append(Position(of: dossier.parties[0].id, issue: first, options: ["secret-option"]))
        result.tables.append(Table(id: "secret-table", parties: ["secret-party"], issues: ["secret-issue"]))
        result.stages.append(Stage(id: "secret-stage", settles: ["secret-issue"]))
        result.sources.append(Source(id: "secret-source", title: "Secret source"))
        result.readings.append(
            Reading(id: "secret-reading", about: "Secret", says: [.init(text: "Secret", sources: [])]))
        for party in dossier.parties {
            result.sheets.append(
                Sheet(
                    id: SheetID("secret-\(party.id)"), party: party.id, basis: .estimate,
                    weights: .numbers([first: Amount(7)])))
        }
        return result
    }

    @Test func whatAViewerMayNotSeeChangesNoByte() {
        for seed in 0..<30 as Range<UInt64> {
            let dossier = plainDossier(seed: seed)
            let other = withSecrets(dossier)
            for viewer in viewers(of: dossier) where viewer != .team {
                let view = dossier.seen(by: viewer)
                #expect(view == other.seen(by: viewer), "seed \(seed)")
                let one = output(dossier.situation(for: viewer, since: dossier))
                let two = output(other.situation(for: viewer, since: other))
                #expect(one == two, "seed \(seed)")
                #expect(!two.lowercased().contains("secret"), "seed \(seed)")
            }
        }
    }

    @Test func theViewAloneGivesTheSameBriefing() {
        for seed in 100..<130 as Range<UInt64> {
            let dossier = plainDossier(seed: seed)
            for viewer in viewers(of: dossier) {
                let view = dossier.seen(by: viewer)
                guard view.seen(by: viewer) == view else { continue }
                #expect(output(dossier.situation(for: viewer)) == output(view.situation(for: viewer)))
            }
        }
    }
}
