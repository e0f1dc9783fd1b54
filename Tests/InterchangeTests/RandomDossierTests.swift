import Negotiation
import TestSupport
import Testing

/// Other suites rely on random dossiers being right.
@Suite struct RandomDossierTests {
    @Test func randomDossiersAreRight() {
        for seed in 0..<300 {
            let faults = RandomDossier.make(seed: UInt64(seed)).faults()
            #expect(faults.isEmpty, "seed \(seed): \(faults)")
        }
    }

    @Test func theSameSeedMakesTheSameDossier() {
        #expect(RandomDossier.make(seed: 7) == RandomDossier.make(seed: 7))
        #expect(RandomDossier.make(seed: 7) != RandomDossier.make(seed: 8))
    }
}
