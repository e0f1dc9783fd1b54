import Assessment
import Briefing
import Negotiation
import TestSupport
import Testing

@Suite struct EqualViewsTests {
    /// Two dossiers that differ only in what a viewer may not see give that viewer the same bytes everywhere.
    @Test func whatAViewerMayNotSeeChangesNoByte() {
        for seed in 1...40 as ClosedRange<UInt64> {
            let dossier = plainDossier(seed: seed)
            let earlier = plainDossier(seed: seed + 1_000)
            for viewer in viewers(of: dossier) where viewer != .team {
                let view = dossier.seen(by: viewer)
                guard !view.parties.isEmpty else { continue }
                let other = HiddenMatter.added(to: view, for: viewer, seed: seed)
                let one = output(view.situation(for: viewer, since: earlier))
                let two = output(other.situation(for: viewer, since: earlier))
                let same = one == two
                #expect(same, "seed \(seed), \(viewer)")
            }
        }
    }

    @Test func theViewAloneGivesTheSameBriefing() {
        for seed in 100..<130 as Range<UInt64> {
            let dossier = plainDossier(seed: seed)
            for viewer in viewers(of: dossier) {
                let view = dossier.seen(by: viewer)
                let same = output(dossier.situation(for: viewer)) == output(view.situation(for: viewer))
                #expect(same, "seed \(seed), \(viewer)")
            }
        }
    }
}
