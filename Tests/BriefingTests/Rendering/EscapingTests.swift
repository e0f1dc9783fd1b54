import Briefing
import Testing

@Suite struct EscapingTests {
    @Test func controlsAndOverridesAreShown() {
        #expect(visible("a\u{202E}b\u{0007}\u{200B}") == "a⟨U+202E⟩b⟨U+0007⟩⟨U+200B⟩")
        #expect(visible("a\r\n\tb") == "a b")
        #expect(visible("سلام‌ها 👩‍👩‍👧 é") == "سلام‌ها 👩‍👩‍👧 é")
        #expect(visible("\u{FFFE}\u{E0041}") == "⟨U+FFFE⟩⟨U+E0041⟩")
    }

    @Test func markupIsEscaped() {
        #expect(markupEscaped("<a href=\"x\">'&'") == "&lt;a href=&quot;x&quot;&gt;&#39;&amp;&#39;")
    }

    @Test func styleStringsCannotEnd() {
        #expect(styleString("a\"; } </style>\\") == "\"a\\22 \\3b  \\7d  \\3c \\2f style\\3e \\5c \"")
    }

    @Test func markdownMeansNothing() {
        #expect(markdownEscaped("a*b_c|d<e>[f](g)`h`") == "a\\*b\\_c\\|d\\<e\\>\\[f\\](g)\\`h\\`")
        #expect(markdownEscaped("12. a", opensLine: true) == "12\\. a")
        #expect(markdownEscaped("- a", opensLine: true) == "\\- a")
        #expect(markdownEscaped("# a", opensLine: true) == "\\# a")
        #expect(markdownCode("a``b") == "``` a``b ```")
        #expect(markdownCode("a|b", inTable: true) == "`a\\|b`")
    }

    @Test func anchorsAreSafeAndDiffer() {
        #expect(Anchor("draft-a").text == "draft-a")
        #expect(Anchor("a\"b").text == "a_22_b")
        #expect(Anchor("a_22_b") != Anchor("a\"b"))
        #expect(Anchor("").text == "_")
    }

    @Test func decimalsAreFixed() {
        #expect(decimal(1.005, places: 1) == "1.0")
        #expect(decimal(-0.04, places: 1) == "0.0")
        #expect(decimal(0.5, places: 0) == "1")
        #expect(decimal(-2.25, places: 1) == "-2.3")
        #expect(decimal(3.10, places: 2, trimmed: true) == "3.1")
        #expect(decimal(.nan, places: 1) == "–")
        #expect(decimal(1e300, places: 1) == "1e+300")
        #expect(grouped(1_234_567) == "1,234,567")
        #expect(grouped(-999) == "-999")
    }
}
