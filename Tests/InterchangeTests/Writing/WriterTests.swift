import Interchange
import Negotiation
import TestSupport
import Testing

/// What is written reads back equal.
@Suite struct WriterTests {
    @Test(arguments: [DossierWriter.Format.yaml, .json])
    func writtenDossiersReadBackEqual(format: DossierWriter.Format) throws {
        for seed in 0..<1000 {
            var dossier = RandomDossier.make(seed: UInt64(seed))
            dossier.sheets.sort { $0.id < $1.id }
            let files = DossierWriter(format: format).files(for: dossier)
            do {
                let read = try reading(files).dossier
                if read != dossier {
                    Issue.record("seed \(seed) reads back as another dossier")
                    try compare(read, dossier)
                    return
                }
            } catch {
                Issue.record("seed \(seed): \(error)\n\(files.values.joined(separator: "\n====\n"))")
                return
            }
        }
    }

    private func compare(_ read: Dossier, _ written: Dossier) throws {
        for (left, right) in zip(Mirror(reflecting: read).children, Mirror(reflecting: written).children) {
            let (left, right) = (String(describing: left), String(describing: right))
            if left != right { print("READ \(left)\nWRIT \(right)") }
        }
    }
}
