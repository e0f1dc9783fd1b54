import Foundation
import Interchange
import Negotiation
import TestSupport
import Testing

/// What is wrong with a model is said at its place, with a remedy.
@Suite struct ModelErrorTests {
    @Test(arguments: [
        (
            "decision-makers:", "decision-maker:",
            "6:1: error: a model has no key `decision-maker`; did you mean"
        ),
        ("party: south", "party: sout", "11:12: error: no party is named `sout`; did you mean `south`?"),
        ("party: south", "party: north", "error: a second decision maker is named `north`"),
        (
            "party: south", "party: south\n    name: South",
            "error: a second name for `south`; expected no `name` here"
        ),
        (
            "reserve\n", "strike\n",
            "14:9: error: a second option of the model is named `strike`; expected a name"
        ),
        ("- reserve\n", "- OR\n", "`OR` cannot be a name"),
        ("- reserve\n", "- YN-n\n", "`YN-n` is made of the letters of a state; expected another name"),
        ("- reserve\n", "- {id: r, proposed: yes}\n", "`yes` is none of the words that may stand here"),
        ("direction: forth", "direction: fwd", "expected one of `both`, `forth`, `back`"),
        ("YY--", "YY-", "16:15: error: 3 letters, and the model has 4 options; expected one letter for each"),
        ("YY--", "YYX-", "`YYX-` is no pattern"),
        (
            "exclusive: [strike, talk]", "exclusive: [strike, tak]",
            "no option of the model is named `tak`; did you"
        ),
        ("exclusive: [strike, talk]", "exclusive: [strike, strike]", "`strike` stands here twice"),
        ("exclusive: [strike, talk]", "exclusive: []", "no option of the model; expected at least one"),
        (
            "exclusive: [strike, talk]", "exclusive: [talk], pattern: \"YN--\"",
            "`pattern`, `exclusive` in one"
        ),
        ("{exclusive: [strike, talk]}", "{kind: logic}", "this does not say which states cannot be"),
        (", only-if: strike OR NOT talk", "", "`option` without `only-if`"),
        (
            "strike OR NOT talk", "strike OR NOT tak",
            "19:32: error: no option of the model is named `tak`; did you"
        ),
        (
            "option: respond", "option: resond",
            "no option of the model is named `resond`; did you mean `respond`?"
        ),
        ("- unlisted", "- others", "the text `others` stands where what cannot be belongs"),
        ("- unlisted", "- {unlisted: maybe}", "expected `true`, or no such key"),
        ("pattern: NYNN", "pattern: NYN-", "23:5: error: the state `truce` does not say of every option"),
        ("pattern: NYNN", "taken: [talk], pattern: NYNN", "a state with both `pattern` and `taken`"),
        ("id: war,", "id: truce,", "a second state is named `truce`"),
        ("id: calm", "id: truce", "a second state is named `truce`"),
        ("id: war", "id: YYNN", "`YYNN` is made of the letters of a state"),
        ("nynY", "nynN", "`guarded` and `truce` are one state; expected one name for each state"),
        (
            "taken: [strike, respond]", "taken: [strike, respnd]",
            "24:31: error: no option of the model is named"
        ),
        (
            "status-quo: truce", "status-quo: truc",
            "28:13: error: no state is named `truc`; did you mean `truce`?"
        ),
        ("status-quo: truce", "status-quo: YYN", "28:13: error: 3 letters, and the model has 4 options"),
        ("[truce, YNNN]", "[truce, peace]", "expected the `id` of a state, or its letters"),
        ("status-quo: truce", "moves: {nort: [[truce, war]]}", "no decision maker is named `nort`; did you"),
        ("status-quo: truce", "moves: {north: [[truce, NYNN]]}", "a move from `truce` to itself"),
        ("status-quo: truce", "moves: {north: [[truce]]}", "expected a move: `[from, to]`"),
        (
            "status-quo: truce", "moves: {north: [[truce, wor]]}",
            "no state is named `wor`; did you mean `war`?"
        ),
        (
            "status-quo: truce", "preferences: {north: {ranking: [war]}}",
            "each party's in its own sheet, under `states`"
        ),
        ("seen-by: table", "seen-by: {floated: [sout]}", "no party is named `sout`; did you mean `south`?"),
        ("source: brief\nseen", "source: breif\nseen", "no source is named `breif`; did you mean `brief`?"),
        ("title: A truce", "parley: 2", "as the version of the format"),
    ])
    func inTheModel(part: String, other: String, problem: String) throws {
        let found = try ModelSamples.inModel(part, other)
        #expect(found.contains(problem), "\(found)")
        // What it does to the sheets is told after it.
        #expect(found.hasPrefix("stability.yaml:"))
    }

    @Test(arguments: [
        (
            "ranking: [truce,", "ranking: [tuce,",
            "3:20: error: no state is named `tuce`; did you mean `truce`?"
        ),
        ("war]", "war, NYNN]", "the state `NYNN` stands twice in one order; expected each state once; ties"),
        // One of a kind is the kind.
        ("war]", "war, NNYN]", "the state `NNYN` stands twice in one order"),
        ("war]", "war, NYN]", "3:49: error: 3 letters, and the model has 4 options"),
        ("[calm, guarded]", "[]", "a tie of nothing"),
        (
            "ranking: [truce", "rankng: [truce",
            "preferences among states has no key `rankng`; did you mean `ranking`?"
        ),
        ("unknown: [[truce, calm]]", "numbers: {truce: 1}", "`ranking`, `numbers` in one"),
        ("[truce, calm]]", "[calm, NNNN]]", "`calm` is compared with itself"),
        ("[truce, calm]]", "[calm]]", "expected two states: `[a, b]`"),
        ("held-by: [south]", "held-by: [host]", "no decision maker is named `host`"),
        ("held-by: [south]", "held-by: [south, south]", "the decision maker `south` stands here twice"),
        ("party: north", "party: host", "1:8: error: no decision maker is named `host`"),
        (
            "{ranking: [truce, [calm, guarded], war], unknown: [[truce, calm]], held-by: [south]}",
            "{held-by: [south]}",
            "preferences that say nothing; expected one of `ranking`"
        ),
    ])
    func inASheet(part: String, other: String, problem: String) throws {
        let found = try ModelSamples.inSheet(part, other)
        #expect(found.contains(problem), "\(found)")
        #expect(found.split(separator: "\n").allSatisfy { $0.hasPrefix("sheets/north.yaml:") })
    }

    @Test func whatASheetSaysOfStatesNeedsAModel() throws {
        var files = try ModelSamples.files()
        files["stability.yaml"] = nil
        #expect(
            try refusal(files) == [
                "sheets/north.yaml:3:1: error: preferences among states, and the dossier has no model of them; "
                    + "expected a file `stability.yaml` beside the dossier's own"
            ])
    }

    /// Nobody is told a hundred times that names lead nowhere which stand in a file that cannot be read.
    @Test func aModelThatCannotBeReadIsToldOnce() throws {
        var files = try ModelSamples.files()
        files["stability.yaml"] = "decision-makers: ["
        #expect(try refusal(files).count == 1)
        files["stability.yaml"] = ""
        #expect(
            try refusal(files) == [
                "stability.yaml:1:1: error: the file is empty; expected a dossier, a sheet or a model"
            ])
        files["stability.yaml"] = "decision-makers: none"
        let lines = try refusal(files)
        #expect(
            lines.first
                == "stability.yaml:1:18: error: the text `none` stands here; expected a list of decision makers"
        )
    }

    @Test func everythingIsToldAtOnce() throws {
        var files = try ModelSamples.files("stability.yaml", replacing: "YY--", with: "YY-")
        files["stability.yaml"] = files["stability.yaml"]?.replacingOccurrences(
            of: "status-quo: truce", with: "status-quo: truc")
        files["sheets/north.yaml"] = files["sheets/north.yaml"]?.replacingOccurrences(
            of: "guarded", with: "garded")
        #expect(try refusal(files).count == 3)
    }

    @Test func tooManyOptionsAreToldOnce() throws {
        let options = (0..<70).map { "o\($0)" }.joined(separator: ", ")
        let files = [
            "dossier.yaml": ModelSamples.dossier,
            "stability.yaml":
                "decision-makers: [{party: north, options: [\(options)]}]\nstates: [{id: x, taken: [o69]}]",
            "sheets/north.yaml":
                "party: north\nbasis: estimate\nstates: {statements: [o69, \(String(repeating: "Y", count: 62))]}",
        ]
        #expect(
            try refusal(files) == [
                "stability.yaml:1:1: error: 70 options of the model; expected at most 62"
            ])
    }

    /// Whatever stands in place of what: the files are refused with reasons, or read, and written and read back equal.
    @Test func exchangedWordsAreMetWithReasons() throws {
        var random = SplitMix64(seed: 5)
        let start = try ModelSamples.files()
        let words = start.values.joined(separator: " ").split { " \n,:[]{}\"".contains($0) }.map(String.init)
        var read = 0
        for _ in 0..<3_000 {
            var files = start
            for _ in 0..<Int.random(in: 1...2, using: &random) {
                let file = Bool.random(using: &random) ? "stability.yaml" : "sheets/north.yaml"
                var text = try #require(files[file])
                let old = try #require(words.randomElement(using: &random))
                let places = text.ranges(of: old)
                guard let place = places.randomElement(using: &random) else { continue }
                text.replaceSubrange(place, with: words.randomElement(using: &random) ?? "")
                files[file] = text
            }
            do {
                let dossier = try reading(files).dossier
                read += 1
                for format in [DossierWriter.Format.yaml, .json] {
                    let written = DossierWriter(format: format).files(for: dossier)
                    #expect(try reading(written).dossier == dossier, "\(files)")
                }
            } catch let error as UnreadableDossier {
                #expect(!error.diagnostics.isEmpty)
                #expect(error.diagnostics.allSatisfy { !$0.description.contains("this cannot be") })
            }
        }
        #expect(read > 100)
    }

    /// What a program puts together without a file is checked by the same rules.
    @Test func aModelInMemoryIsChecked() throws {
        var dossier = try reading(ModelSamples.files()).dossier
        dossier.stability?.decisionMakers[0].name = "North"
        dossier.stability?.preferences = ["north": StatePreferences(.ranking([]))]
        dossier.stability?.infeasible.append(Infeasibility(.pattern(StatePattern(taken: 0, stated: 32))))
        dossier.stability?.states[1].pattern = nil
        #expect(
            dossier.faults().map(\.reason) == [
                .nameInModel("north"), .preferencesInModel("north"), .stateOpen("war"),
                .wrongLetters("-----N", options: 4),
            ])
        #expect(throws: WritingError.self) { try DossierWriter().write(dossier, to: "/nowhere/at/all") }
    }
}
