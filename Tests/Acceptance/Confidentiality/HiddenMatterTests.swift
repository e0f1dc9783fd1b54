import Foundation
import Negotiation
import TestSupport
import Testing

/// What a viewer may not see changes no byte of anything that the program says or writes, and no status.
@Suite struct HiddenMatterTests {
    static let seeds: ClosedRange<UInt64> = 1...30

    @Test(arguments: seeds) func changesNothingAnywhere(seed: UInt64) throws {
        let dossier = RandomDossier.make(seed: seed)
        let party = dossier.parties[Int(seed) % dossier.parties.count].id
        for viewer in [.party(party), seed % 2 == 0 ? .table : .public] as [Viewer] {
            try Scratch.with { folder in
                guard let pair = try Pair(seed: seed, viewer: viewer, in: folder) else { return }
                for command in pair.commands {
                    let runs = try pair.parents.map { try Program.run(command, in: $0) }
                    runs[0].expectCivil("seed \(seed), \(command)")
                    let isSame = runs[0] == runs[1]
                    #expect(isSame, "seed \(seed), \(command): \(Self.difference(runs[0], runs[1]))")
                }
                let written = try pair.parents.map { parent in
                    try parent.files().filter { !$0.key.hasPrefix("case/") && !$0.key.hasPrefix("earlier/") }
                }
                #expect(Set(written[0].keys) == Set(written[1].keys), "seed \(seed), \(viewer)")
                for (path, bytes) in written[0] {
                    let isSame = bytes == written[1][path]
                    #expect(isSame, "seed \(seed), \(viewer): \(path)")
                }
            }
        }
    }

    /// The first lines in which two runs differ.
    private static func difference(_ one: Program.Outcome, _ two: Program.Outcome) -> String {
        let texts = [one, two].map { run in
            "\(run.status)\n\(run.errors)\n\(run.output)".split(
                separator: "\n", omittingEmptySubsequences: false)
        }
        let place = zip(texts[0], texts[1]).prefix { $0 == $1 }.count
        return texts.map { $0.dropFirst(place).first.map { String($0.prefix(200)) } ?? "the end" }
            .joined(separator: " ≠ ")
    }

    /// The test above is worth something only where most seeds give a pair.
    @Test func enoughSeedsGiveAPair() throws {
        var pairs = 0
        for seed in Self.seeds {
            for viewer in [.table, .public] as [Viewer] where (seed % 2 == 0) == (viewer == .table) {
                try Scratch.with { folder in
                    if try Pair(seed: seed, viewer: viewer, in: folder) != nil { pairs += 1 }
                }
            }
            try Scratch.with { folder in
                let dossier = RandomDossier.make(seed: seed)
                let party = dossier.parties[Int(seed) % dossier.parties.count].id
                if try Pair(seed: seed, viewer: .party(party), in: folder) != nil { pairs += 1 }
            }
        }
        #expect(pairs >= 20, "\(pairs) pairs")
    }
}
