import Negotiation
import TestSupport
import Testing

/// What a viewer may not see is absent, and nothing betrays that it was there.
struct SeenTests {
    static func viewers(of dossier: Dossier) -> [Viewer] {
        [.table, .public] + dossier.parties.prefix(4).map { .party($0.id) }
    }

    @Test func theTeamSeesEverything() {
        for seed in 1...50 as ClosedRange<UInt64> {
            let dossier = RandomDossier.make(seed: seed)
            let same = dossier.seen(by: .team) == dossier
            #expect(same)
        }
    }

    @Test func aViewSeenAgainIsTheSame() {
        for seed in 1...300 as ClosedRange<UInt64> {
            let dossier = RandomDossier.make(seed: seed)
            for viewer in Self.viewers(of: dossier) {
                let view = dossier.seen(by: viewer)
                let same = view.seen(by: viewer) == view
                #expect(same, "seed \(seed), \(viewer)")
            }
        }
    }

    @Test func dossiersThatDifferOnlyInWhatIsHiddenLookTheSame() {
        for seed in 1...500 as ClosedRange<UInt64> {
            let dossier = RandomDossier.make(seed: seed)
            for viewer in Self.viewers(of: dossier) {
                let view = dossier.seen(by: viewer)
                guard !view.parties.isEmpty else { continue }
                let other = HiddenMatter.added(to: view, for: viewer, seed: seed)
                let differs = other != view
                #expect(differs)
                let same = other.seen(by: viewer) == view
                #expect(same, "seed \(seed), \(viewer)")
            }
        }
    }

    /// That a dossier is an illustration is hidden from nobody.
    @Test func everybodySeesThatItIsAnIllustration() {
        for seed in 1...60 as ClosedRange<UInt64> {
            let dossier = RandomDossier.make(seed: seed)
            for viewer in Self.viewers(of: dossier) {
                #expect(dossier.seen(by: viewer).basis == dossier.basis, "seed \(seed), \(viewer)")
            }
        }
    }

    @Test func aViewHasNoFaults() {
        for seed in 1...200 as ClosedRange<UInt64> {
            let dossier = RandomDossier.make(seed: seed)
            #expect(dossier.faults() == [], "seed \(seed)")
            for viewer in Self.viewers(of: dossier) {
                let faults = dossier.seen(by: viewer).faults().filter {
                    // A viewer may see no party, no issue, or an issue without its options.
                    if case .nothing = $0.reason { false } else { true }
                }
                #expect(faults == [], "seed \(seed), \(viewer)")
            }
        }
    }

    @Test func aPartySeesItsOwnDeclaredSheetAndNoEstimateOfIt() {
        let party = PartyID("north")
        let dossier = Dossier(
            parties: [
                Party(id: party, name: "North", roles: [.negotiator], can: [.spoil]),
                Party(id: "south", name: "South", roles: [.negotiator]),
            ],
            issues: [],
            sheets: [
                Sheet(id: "own", party: party, basis: .declared),
                Sheet(id: "guess", party: party, basis: .estimate),
                Sheet(id: "theirs", party: "south", basis: .declared),
            ],
            defaultSheets: [party: "guess"])
        let view = dossier.seen(by: .party(party))
        #expect(view.sheets.map(\.id) == ["own"])
        #expect(view.defaultSheets.isEmpty)
        #expect(view.parties.map(\.id) == [party])
        #expect(view.parties[0].can.isEmpty, "what the team thinks of a party stays with the team")
    }

    @Test func tabledItemsAreSeenByNegotiatorsOnly() {
        let dossier = Dossier(
            parties: [
                Party(id: "a", name: "A", roles: [.negotiator], seenBy: .public),
                Party(id: "b", name: "B", roles: [.guarantor], seenBy: .public),
            ],
            issues: [
                Issue(
                    id: "x", title: "X", options: [Option(id: "o", title: "O", seenBy: .table)],
                    seenBy: .table)
            ])
        #expect(dossier.seen(by: .party("a")).issues.count == 1)
        #expect(dossier.seen(by: .table).issues.count == 1)
        #expect(dossier.seen(by: .party("b")).issues.isEmpty)
        #expect(dossier.seen(by: .public).issues.isEmpty)
    }
}
