import Interchange
import Negotiation
import Testing

/// JSON writes characters beyond 16 bits in two escapes, which YAML's parser does not know.
@Suite struct SurrogatePairTests {
    /// A dossier on one line, with something after its title.
    private func dossier(title: String, after: String = "") -> String {
        #"{"parley": 1, "title": "\#(title)", \#(after)"# + #""parties": [{"id": "north"}], "#
            + #""issues": [{"id": "line", "options": ["a", "b"]}]}"#
    }

    @Test(arguments: [
        (#"\ud83d\ude00"#, "\u{1F600}"), (#"\uD83D\uDE00 and \uD83D\uDE01"#, "\u{1F600} and \u{1F601}"),
        (#"\u00e9"#, "é"), (#"a\/b"#, "a/b"), (#"\\ud83d\\ude00"#, #"\ud83d\ude00"#),
        (#"\"\ud83d\ude00\""#, "\"\u{1F600}\""), (#"\udbff\udffd"#, "\u{10FFFD}"),
    ])
    func readsPairsAsOneCharacter(escaped: String, character: String) throws {
        let read = try reading(["dossier.json": dossier(title: escaped)])
        #expect(read.dossier.title == Text(character))
    }

    @Test(arguments: [
        #"\ud83d"#, #"\ude00\ud83d"#, #"\ud83d\u0041"#, #"\ud83d\ud83d"#, #"\ud83d\ude0"#, #"\ud83d\u+e00"#,
    ])
    func refusesHalves(escaped: String) throws {
        #expect(try refusal(["dossier.json": dossier(title: escaped)])[0].hasPrefix("dossier.json:1:"))
    }

    @Test func placesAreThoseOfTheFile() throws {
        let title = #"\ud83d\ude00\ud83d\ude00"#
        let text = dossier(title: title, after: #""titel": 1, "#)
        let column = try #require(text.range(of: #""titel""#)).lowerBound.utf16Offset(in: text) + 1
        let line = try refusal(["dossier.json": text])[0]
        #expect(line.hasPrefix("dossier.json:1:\(column): error: "))
    }

    @Test func leavesYAMLAlone() throws {
        let yaml =
            "parley: 1\ntitle: '\\ud83d\\ude00'\nparties: [{id: north}]\nissues: [{id: line, options: [a, b]}]\n"
        #expect(try reading(["dossier.yaml": yaml]).dossier.title == Text(#"\ud83d\ude00"#))
    }

    @Test(arguments: [
        "title: !!int 5", "title: !mine x", "!mine title: x", "text: !!binary aGk=", "languages: !!set [en]",
    ])
    func refusesTags(line: String) throws {
        let yaml = "parley: 1\n\(line)\nparties: [{id: north}]\nissues: [{id: line, options: [a, b]}]\n"
        #expect(try refusal(["dossier.yaml": yaml])[0].contains("a tag (`!name`) stands here"))
    }
}
