import Briefing
import Testing

@Suite struct MarkdownTests {
    @Test func tablesKeepTheirShape() {
        let lines = document(saying: attack).markdown().split(separator: "\n").filter { $0.hasPrefix("|") }
        #expect(lines.count == 8)
        for line in lines {
            // Bars that are not escaped part cells: three columns have four of them.
            var bars = 0
            var isEscaped = false
            for character in line {
                if character == "|", !isEscaped { bars += 1 }
                isEscaped = character == "\\" && !isEscaped
            }
            #expect(bars == 4, "\(line)")
        }
    }

    @Test func nothingInvisibleAndNoMarkup() {
        let markdown = document(saying: attack).markdown()
        #expect(!markdown.unicodeScalars.contains { $0 == "\u{1B}" || $0 == "\u{202E}" || $0 == "\u{0}" })
        // Markup only in code spans, where it means nothing.
        #expect(markdown.contains("\\<script\\>"))
    }

    @Test func ordinaryDocument() {
        #expect(
            ordinary.markdown() == """
                # Two lakes – For: Mediation team

                **For: Mediation team**

                > **Illustration: invented numbers**

                Aid can be settled now.

                - First
                - Second

                ## Contents

                1. [Both gain](#space)

                <a id="space"></a>

                ## 1 Both gain

                **Worth**

                | Party | Gain |
                | --- | --: |
                | **Arland** | 27 |
                | **Bergland** | ▲ 8 (a) |

                a\\) Central.

                > **Not known**
                >
                > What the League wants.

                """)
    }

    @Test func emphasisStandsAtItsWords() {
        let document = Document(
            title: "t", audience: "a", firstPage: [.paragraph("a\(strong: " b ")c\(emphasis: " ")d")],
            chapters: [])
        #expect(document.markdown().contains("a **b** c d"))
    }
}
