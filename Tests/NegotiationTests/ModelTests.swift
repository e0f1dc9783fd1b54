import Negotiation
import TestSupport
import Testing

/// Who sees a model, what a careful reader would ask about it, and what changed in it.
@Suite struct ModelTests {
    private let dossier = Dossier(
        parties: [
            Party(id: "north", name: "North", roles: [.negotiator], seenBy: .public),
            Party(id: "south", name: "South", roles: [.negotiator], seenBy: .public),
            Party(id: "host", name: "Host"),
        ],
        issues: [Negotiation.Issue(id: "line", title: "Line", options: [Option(id: "zone", title: "Zone")])],
        sources: [Source(id: "brief", title: "Brief")],
        sheets: [
            Sheet(
                id: "own", party: "north", basis: .declared,
                states: StatePreferences(.ranking([["calm"], ["war"]]), heldBy: ["south"])),
            Sheet(
                id: "guess", party: "south", basis: .estimate,
                states: StatePreferences(.statements([.option("strike")]))),
        ],
        stability: ConflictModel(
            title: "The truce",
            decisionMakers: [
                DecisionMaker(party: "north", options: [ModelOption(id: "strike")]),
                DecisionMaker(party: "south", options: [ModelOption(id: "respond")]),
            ],
            infeasible: [
                Infeasibility(
                    .pattern(StatePattern(taken: 1, stated: 3)), kind: .logic,
                    sources: [.source("brief", passage: nil), .work("Work")])
            ],
            states: [
                NamedState(id: "truce", pattern: StatePattern(taken: 0, stated: 3)),
                NamedState(id: "war", pattern: StatePattern(taken: 3, stated: 3)),
                NamedState(id: "never", pattern: StatePattern(taken: 1, stated: 3)),
            ],
            coalesced: [NamedState(id: "calm", pattern: StatePattern(taken: 0, stated: 1))],
            sources: [.source("brief", passage: nil)], seenBy: .floated(["north", "south"])))

    @Test func everybodySeesItWhoSeesAllInIt() {
        let view = dossier.seen(by: .party("north"))
        #expect(view.stability?.decisionMakers == dossier.stability?.decisionMakers)
        #expect(view.stability?.seenBy == .floated(["north"]))
        #expect(view.stability?.sources == [] && view.stability?.infeasible[0].sources == [.work("Work")])
        #expect(view.sheets.map(\.id) == ["own"] && view.sheets[0].states == dossier.sheets[0].states)
        #expect(dossier.seen(by: .table).stability == nil)
        #expect(dossier.seen(by: .public).stability == nil)
    }

    @Test func withAHiddenDecisionMakerItIsAbsentAndWhatSheetsSayOfIt() {
        var other = dossier
        other.stability?.decisionMakers.append(
            DecisionMaker(party: "host", options: [ModelOption(id: "reserve")]))
        let view = other.seen(by: .party("north"))
        // A sheet that speaks of states alone would have nothing left to say.
        #expect(view.stability == nil && view.sheets.isEmpty)
        #expect(
            other.findings().contains(
                Finding(
                    .shownWithout(.conflictModel, name: "stability"),
                    at: ItemPath(["stability", "seen-by"]))))
    }

    @Test func whatSomebodyHiddenHoldsIsAbsentWhole() {
        var other = dossier
        other.sheets[0].states?.heldBy = ["south", "host"]
        #expect(other.seen(by: .party("north")).sheets.isEmpty)
        // A sheet that also says something of packages stays, without its states.
        other.sheets[0].withoutAgreement = WithoutAgreement(text: "It goes on.")
        #expect(other.seen(by: .party("north")).sheets.map { $0.states == nil } == [true])
    }

    @Test func preferencesInTheModelStayWithTheTeam() {
        var other = dossier
        other.stability?.preferences = ["south": StatePreferences(.ranking([["truce"]]))]
        #expect(other.seen(by: .party("north")) == dossier.seen(by: .party("north")))
    }

    @Test func asksWhatIsMissing() {
        func findings(_ change: (inout Dossier) -> Void) -> [Finding] {
            var other = dossier
            change(&other)
            return other.findings().filter { !dossier.findings().contains($0) }
        }
        #expect(
            findings { $0.stability?.infeasible[0].kind = nil } == [
                Finding(.infeasibleWithoutKind([0]), at: ItemPath(["stability", "infeasible", "0"]))
            ])
        #expect(findings { $0.stability?.infeasible.append(Infeasibility(.unlisted)) } == [])
        let missing = Finding(
            .statePreferencesMissing("south"), at: ItemPath(["stability", "decision-makers", "1"]))
        #expect(findings { $0.sheets[1].states = nil }.contains(missing))
        // `truce` is one of the states of `calm`, and `never` cannot be.
        #expect(
            findings { $0.sheets[0].states?.form = .ranking([["truce"]]) } == [
                Finding(.statesUnranked("own", count: 1), at: ItemPath(["sheets", "own", "states"]))
            ])
    }

    /// A sheet that speaks of states alone is not asked for what it has not set out to say.
    @Test func aSheetOfStatesAloneIsASheet() {
        #expect(!dossier.findings().contains { $0.place.components.starts(with: ["sheets", "own"]) })
    }

    @Test func tellsWhatChanged() {
        func changes(_ change: (inout Dossier) -> Void) -> [String] {
            var later = dossier
            change(&later)
            return later.changes(since: dossier).map { "\($0.cause) \($0.kind) \($0.place)" }
        }
        #expect(
            changes {
                $0.stability?.statusQuo = "war"
                $0.stability?.decisionMakers[0].options[0].direction = .forth
                $0.stability?.sources = []
            } == [#"stability changed(keys: ["decision-makers", "status-quo", "source"]) stability"#])
        #expect(changes { $0.stability = nil } == ["stability removed stability"])
        #expect(changes { $0.sheets[1].states = nil } == [#"sheets changed(keys: ["states"]) sheets/guess"#])
    }

    /// Other suites hide things around models: some viewers must see one, and sheets that speak of its states.
    @Test func someViewsOfRandomDossiersHaveModels() {
        var (models, sheets) = (0, 0)
        for seed in 1...100 as ClosedRange<UInt64> {
            let dossier = RandomDossier.make(seed: seed)
            for party in dossier.parties {
                let view = dossier.seen(by: .party(party.id))
                models += view.stability == nil ? 0 : 1
                sheets += view.sheets.count { $0.states != nil }
            }
        }
        #expect(models > 10 && sheets > 5, "\(models) models, \(sheets) sheets")
    }

    /// Parts of two copies, put together, speak of nothing that is not there.
    @Test func looseEndsAreTakenOff() {
        var mixed = dossier
        mixed.stability?.states.remove(at: 1)
        #expect(mixed.withoutLooseEnds.sheets.map(\.id) == [dossier.sheets[1].id])
        mixed.stability = nil
        #expect(mixed.withoutLooseEnds.sheets.isEmpty)
        mixed = dossier
        mixed.parties.remove(at: 1)
        #expect(mixed.withoutLooseEnds.stability == nil && mixed.withoutLooseEnds.faults().isEmpty)
        #expect(dossier.withoutLooseEnds == dossier)
    }
}
