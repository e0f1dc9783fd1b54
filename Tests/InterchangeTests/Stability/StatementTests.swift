import Interchange
import Negotiation
import Testing

/// Statements about options: what binds how tightly, and what is no statement.
@Suite struct StatementTests {
    /// The statement as it is read in the preferences of a model of three options, a, b and c.
    private func statement(_ text: String) throws -> StateStatement? {
        let model = try ConflictModelReader().read(Array(Self.file(text).utf8), path: "m.json")
        guard case .statements(let statements)? = model.preferences["x"]?.form else { return nil }
        return statements.first
    }

    private func problem(_ text: String) throws -> String {
        let error = try #require(throws: UnreadableDossier.self) {
            try ConflictModelReader().read(Array(Self.file(text).utf8), path: "m.json")
        }
        #expect(error.diagnostics.count == 1)
        #expect(error.diagnostics[0].place.description == "m.json:1:117")
        return error.diagnostics[0].message
    }

    private static func file(_ text: String) -> String {
        #"{"parley": 1, "decision-makers": [{"party": "x", "options": ["a", "b", "c"]}], "preferences": {"x": {"statements": [""#
            + text + #""]}}}"#
    }

    private let a = StateStatement.option("a")
    private let b = StateStatement.option("b")
    private let c = StateStatement.option("c")

    @Test func bindsFromTheTightestToTheLoosest() throws {
        #expect(
            try statement("a IFF b IF c OR a AND NOT b") == .iff(a, .if(b, .or([c, .and([a, .not(b)])]))))
        #expect(
            try statement("NOT a AND b OR c IF a IFF b") == .iff(.if(.or([.and([.not(a), b]), c]), a), b))
        #expect(try statement("NOT NOT a") == .not(.not(a)))
        #expect(try statement("a AND b AND c") == .and([a, b, c]))
        #expect(try statement("a AND (b AND c)") == .and([a, .and([b, c])]))
        #expect(try statement("(a IF b) IF c") == .if(.if(a, b), c))
        #expect(try statement("((a))") == a)
    }

    @Test func wordsHaveAnySizeAndSigns() throws {
        #expect(try statement("not a and b Or c iF a") == .if(.or([.and([.not(a), b]), c]), a))
        #expect(try statement("!a&b|c") == .or([.and([.not(a), b]), c]))
        #expect(try statement("!(a && b) || c") == .or([.not(.and([a, b])), c]))
    }

    @Test func lettersArePatterns() throws {
        #expect(
            try statement("-y- AND NOT N--")
                == .and([
                    .pattern(StatePattern(taken: 2, stated: 2)),
                    .not(.pattern(StatePattern(taken: 0, stated: 1))),
                ]))
    }

    @Test func saysWhatIsNoStatement() throws {
        #expect(
            try problem("a IF b IF c")
                == "`IF` stands twice in a row, which can be read in two ways; expected parentheses: "
                + "`a IF (b IF c)` or `(a IF b) IF c`")
        #expect(try problem("a IFF b IFF c").hasPrefix("`IFF` stands twice in a row"))
        #expect(
            try problem("-Y-- OR a")
                == "in `-Y--`: 4 letters, and the model has 3 options; expected one letter for each option, "
                + "in the order of the file, or the name of an option")
        #expect(try problem("a AND strike").hasPrefix("no option of the model is named `strike`"))
        #expect(try problem("(a OR b").hasPrefix("a parenthesis is opened and not closed"))
        #expect(try problem("a OR b)").hasPrefix("a parenthesis is closed that was not opened"))
        #expect(try problem("a b").hasPrefix("`b` stands where the statement should end"))
        #expect(try problem("a AND").hasPrefix("a statement that ends too early"))
        #expect(try problem("a AND OR b").hasPrefix("`OR` stands where the name of an option belongs"))
        #expect(try problem("").hasPrefix("a statement that ends too early"))
        #expect(try problem("a + b").hasPrefix("`a + b` is no statement"))
        #expect(try problem(String(repeating: "(", count: 30_000)).contains("too deep"))
        #expect(try problem(String(repeating: "!", count: 30_000) + "a").contains("too deep"))
    }
}
