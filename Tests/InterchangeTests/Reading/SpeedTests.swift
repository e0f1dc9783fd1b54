import Interchange
import Negotiation
import Testing

/// The reader keeps up with large dossiers. The bounds are far above what is measured on one quiet core, so that
/// only a change of complexity breaks them.
@Suite(.serialized) struct SpeedTests {
    static let issues = 200
    static let options = 20
    static let parties = 10

    /// A dossier of the size that the design names, as files.
    static func large() -> [String: [UInt8]] {
        var text = "parley: 1\nparties:\n"
        for party in 0..<parties {
            text += "  - {id: party-\(party), name: Party \(party), roles: [negotiator]}\n"
        }
        text += "issues:\n"
        for issue in 0..<issues {
            text += "  - id: issue-\(issue)\n    title: Issue number \(issue)\n    options:\n"
            for option in 0..<options {
                text += "      - {id: option-\(option), title: Option number \(option), consent: [party-1]}\n"
            }
        }
        var files = ["dossier.yaml": Array(text.utf8)]
        for party in 0..<parties {
            let weights = (0..<issues).map { "issue-\($0): \($0 % 7)" }.joined(separator: ", ")
            var sheet = "party: party-\(party)\nbasis: estimate\nweights: {\(weights)}\nvalues:\n"
            for issue in 0..<issues {
                let values = (0..<options).map { "option-\($0): \($0 * 5)" }.joined(separator: ", ")
                sheet += "  issue-\(issue): {\(values)}\n"
            }
            files["sheets/party-\(party).yaml"] = Array(sheet.utf8)
        }
        return files
    }

    @Test func readsALargeDossier() throws {
        let files = Self.large()
        let clock = ContinuousClock()
        let time = try clock.measure {
            let read = try DossierReader().read(files: files)
            #expect(read.dossier.sheets.count == Self.parties)
        }
        print("reading \(Self.issues) issues × \(Self.options) options, \(Self.parties) sheets: \(time)")
        #expect(time < .seconds(10))
    }

    /// The largest files that are not refused at once: each kind of content that a parser may find hard.
    @Test(arguments: [
        "- a\n", "? a\n", "a, ", "'a' ", "  \n", "# comment\n", "x", "\"\\u0041\"\n", "a b\n\n",
        "- |\n  a\n\n", "&",
    ])
    func refusesLargeFilesInTime(piece: String) throws {
        let count = (16 << 20) / piece.utf8.count
        let bytes = Array(String(repeating: piece, count: count).utf8)
        let clock = ContinuousClock()
        let time = try clock.measure {
            let lines = try refusal(["dossier.yaml": bytes])
            #expect(lines.count <= ReadingLimits().diagnostics + 1)
        }
        print("16 MB of \(piece.debugDescription): \(time)")
        #expect(time < .seconds(60))
    }
}
