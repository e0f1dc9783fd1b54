import Foundation
import Interchange
import Negotiation
import TestSupport
import Testing

/// An edit touches what it must, keeps comments, and gives exactly the dossier that was asked for.
@Suite struct EditTests {
    static let files = [
        "dossier.yaml": """
        # What this is about
        parley: 1
        title: A case   # the working title
        parties:
          # the two sides
          - {id: north, name: North, roles: [negotiator]}  # first
          - {id: south, name: South, roles: [negotiator]}  # second

        issues:
          # the hard one
          - id: line
            title: "The line"  # as they say
            today: as-is       # since spring
            options:
              - as-is
              # only with posts
              - {id: zone, title: A zone}
        packages:
          - {id: draft, choose: {line: zone}}  # from the last round
        # the end

        """,
        "sheets/north.yaml": """
        party: north
        basis: estimate
        values:
          line: {as-is: 0, zone: [50, 60]}  # a guess
        """,
    ]

    /// The files after `change`, which must differ from those before in the lines `lines` of `file` only.
    private func edited(_ change: (inout Dossier) -> Void) throws -> [String: String] {
        let folder = try DossierFolder(files: Self.files.mapValues { Array($0.utf8) })
        var dossier = try DossierReader().read(folder).dossier
        change(&dossier)
        let edit = try DossierEdit(to: dossier, in: folder)
        return Dictionary(
            uniqueKeysWithValues: edit.changes.map {
                ($0.path, String(decoding: $0.after ?? [], as: UTF8.self))
            })
    }

    private func dossierFile(replacing old: String, with new: String) throws -> String {
        let before = try #require(Self.files["dossier.yaml"])
        let place = try #require(before.range(of: old), "the text is in the file")
        return before.replacingCharacters(in: place, with: new)
    }

    @Test func replacesAScalarAndKeepsItsComment() throws {
        let files = try edited { $0.issues[0].today = "zone" }
        #expect(
            files == ["dossier.yaml": try dossierFile(replacing: "today: as-is  ", with: "today: zone  ")])
    }

    @Test func replacesAQuotedTitle() throws {
        let files = try edited { $0.issues[0].title = "Line: the long one" }
        let file = try dossierFile(replacing: "\"The line\"", with: "\"Line: the long one\"")
        #expect(files == ["dossier.yaml": file])
    }

    @Test func appendsToAListInLines() throws {
        let files = try edited { $0.issues[0].options.append(Option(id: "gone", title: "Withdrawal")) }
        let line = "- {id: zone, title: A zone}\n"
        let file = try dossierFile(replacing: line, with: line + "      - {id: gone, title: Withdrawal}\n")
        #expect(files == ["dossier.yaml": file])
    }

    @Test func appendsToAListInBrackets() throws {
        let files = try edited { $0.parties[1].roles.append(.host) }
        let file = try dossierFile(
            replacing: "South, roles: [negotiator]", with: "South, roles: [negotiator, host]")
        #expect(files == ["dossier.yaml": file])
    }

    @Test func removesAnItemWithItsLine() throws {
        let files = try edited { dossier in
            dossier.parties.remove(at: 0)
            dossier.sheets.removeAll()
        }
        let line = "  - {id: north, name: North, roles: [negotiator]}  # first\n"
        #expect(files["dossier.yaml"] == (try dossierFile(replacing: line, with: "")))
        #expect(files["sheets/north.yaml"]?.isEmpty == true)
    }

    @Test func makesAListThatIsNotThere() throws {
        let files = try edited { dossier in
            dossier.interests = [Interest(id: "safety", of: ["north"], text: "Nobody is shot at.")]
        }
        let before = "        - {id: zone, title: A zone}\n".dropFirst(2)
        let after = before + "interests:\n  - {id: safety, of: [north], text: Nobody is shot at.}\n"
        let file = try dossierFile(replacing: String(before), with: String(after))
        #expect(files == ["dossier.yaml": file])
    }

    @Test func changesAPackageAndASheet() throws {
        let files = try edited { dossier in
            dossier.packages[0].choose["line"] = "as-is"
            dossier.sheets[0].values["line"] = .numbers(["as-is": Amount(0), "zone": Amount(55)])
        }
        #expect(
            files["dossier.yaml"] == (try dossierFile(replacing: "{line: zone}}", with: "{line: as-is}}")))
        let sheet = Self.files["sheets/north.yaml"]?.replacingOccurrences(of: "[50, 60]", with: "55")
        #expect(files["sheets/north.yaml"] == sheet)
    }

    @Test func addsASheetFile() throws {
        let files = try edited { dossier in
            dossier.sheets.append(Sheet(id: "south", party: "south", basis: .declared))
        }
        #expect(files == ["sheets/south.yaml": "party: south\nbasis: declared\n"])
    }

    @Test func refusesWhatWouldBeWrong() throws {
        #expect(throws: EditError.self) {
            try edited { $0.issues[0].today = "nowhere" }
        }
    }

    /// Random dossiers with comments, random changes: the result is what was asked for, and every line that is
    /// not in the changed run is as it was.
    @Test(arguments: [DossierWriter.Format.yaml, .json])
    func randomEditsHoldAndKeepComments(format: DossierWriter.Format) throws {
        var refused = 0
        for seed in 0..<300 {
            var random = SplitMix64(seed: UInt64(seed) &+ 9000)
            let dossier = RandomDossier.make(seed: UInt64(seed))
            let texts = DossierWriter(format: format).files(for: dossier)
            let files = texts.mapValues { text in
                format == .yaml ? Self.commented(text, &random) : text
            }
            let folder = try DossierFolder(files: files.mapValues { Array($0.utf8) })
            var edited = try DossierReader().read(folder).dossier
            RandomChange.make(in: &edited, &random)
            edited.hideWhatIsSeenWithoutItsCause()
            guard let edit = try Self.edit(to: edited, in: folder) else {
                refused += 1
                continue
            }
            for change in edit.changes {
                guard let before = change.before, let after = change.after else { continue }
                Self.expectCommentsKept(before, after, seed: seed)
            }
        }
        #expect(refused == 0, "\(refused) of 300 edits were refused")
    }

    /// The edit; nil where none was found.
    private static func edit(to edited: Dossier, in folder: DossierFolder) throws -> DossierEdit? {
        let made = Result { try DossierEdit(to: edited, in: folder) }
        if case .failure(let error) = made, error as? EditError == .cannotBeMade { return nil }
        return try made.get()
    }

    /// The text with comments on lines of their own, where no text in lines can swallow them.
    private static func commented(_ text: String, _ random: inout SplitMix64) -> String {
        var number = 0
        return text.split(separator: "\n", omittingEmptySubsequences: false).map { line in
            guard line.first.map({ $0 != " " && $0 != "\t" }) == true, line.hasSuffix(":"), random.once(in: 2)
            else {
                return String(line)
            }
            number += 1
            return "# comment \(number)\n\(line)  # why \(number)"
        }.joined(separator: "\n")
    }

    private static func expectCommentsKept(_ before: [UInt8], _ after: [UInt8], seed: Int) {
        let old = String(decoding: before, as: UTF8.self).split(
            separator: "\n", omittingEmptySubsequences: false)
        let new = String(decoding: after, as: UTF8.self).split(
            separator: "\n", omittingEmptySubsequences: false)
        let change = new.difference(from: old)
        for case .remove(_, let line, _) in change where line.contains("# comment ") {
            Issue.record("seed \(seed) lost the line \(line)")
        }
        #expect(!old.isEmpty)
    }
}
