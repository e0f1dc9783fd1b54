public import Assessment
import Bargaining
import Negotiation

extension Inquiry {
    /// What `parley ask` prints for people: where things stand, what is worth knowing, and a sheet of questions a caucus.
    ///
    /// - Parameters:
    ///   - phrasing: the names of the dossier.
    ///   - limit: the most entries listed.
    ///   - without: the negotiators left out on request.
    ///   - style: the terminal.
    public func text(
        _ phrasing: Phrasing, limit: Int = 10, without: [PartyID] = [], style: TextStyle = TextStyle()
    ) -> String {
        (InquiryBlocks(inquiry: self, phrasing: phrasing).blocks(limit: limit) + phrasing.leftOut(without))
            .text(style, furniture: phrasing.wording.furniture)
    }
}

/// What to ask next, as the terminal and the briefing tell it.
struct InquiryBlocks {
    let inquiry: Inquiry
    let phrasing: Phrasing

    private func say(_ sentence: Sentence) -> Prose { phrasing.say(sentence) }

    func blocks(limit: Int) -> [Block] {
        [.heading(say("What to ask next"))] + lead() + table(limit: limit)
            + inquiry.sheets.flatMap {
                [.heading(say("Caucus with \(phrasing.party($0.party))"))] + questions($0)
            }
    }

    /// Where things stand, or why nothing need be asked.
    func lead() -> [Block] {
        var sentences: [Prose] = []
        if let leading = inquiry.leading, leading.outlook.isJudged {
            sentences.append(
                say(
                    "Of \(phrasing.wording.number(inquiry.candidates)) packages compared, this one leads: \(choices(leading))."
                ))
            sentences.append(phrasing.share(leading.outlook))
        }
        if let assumed = phrasing.assumedWorths(inquiry.assumed), inquiry.silence != .nothingUnknown {
            sentences.append(assumed)
        }
        if let silence = inquiry.silence { sentences.append(phrasing.silence(silence)) }
        return sentences.isEmpty ? [] : [.paragraph(sentences.joined(separator: Prose(" ")))]
    }

    private func choices(_ candidate: WorthTesting.Candidate) -> Prose {
        if let title = candidate.package.title { return say("“\(phrasing.text(title))”") }
        return phrasing.dossier.issues.compactMap { issue in
            candidate.package.choose[issue.id].map { phrasing.choice([$0], of: issue.id) }
        }.joined(separator: say("; "))
    }

    /// Every entry that is worth something, with its interval.
    func table(limit: Int) -> [Block] {
        let shown = inquiry.values.filter { $0.value > 0 || $0.turns.count > 0 }.prefix(max(0, limit))
        guard inquiry.silence == nil, !shown.isEmpty else { return [] }
        let rows = shown.map { value -> [DataTable.Cell] in
            [
                DataTable.Cell(Prose(String(value.rank))), DataTable.Cell(phrasing.unknown(value.unknown)),
                DataTable.Cell(worth(value)),
                DataTable.Cell(say("\(phrasing.hundredths(value.turns.value)) of 100")),
            ]
        }
        let note =
            inquiry.isRankedByTurns
            ? say(
                "What any one answer would be worth cannot be told from nothing here, so entries are ranked by how often each alone turns the verdict on the leading package."
            )
            : say(
                "Worth: by how many points in a hundred the share would rise on average if this were known before a package is chosen, with its 95 % interval. Entries of one rank cannot be told apart."
            )
        return [
            .table(
                DataTable(
                    caption: say("What is worth knowing"),
                    columns: [
                        DataTable.Column(say("Rank"), alignment: .end),
                        DataTable.Column(say("What is not known"), namesRows: true),
                        DataTable.Column(say("Worth"), alignment: .end),
                        DataTable.Column(say("Turns the verdict"), alignment: .end),
                    ], rows: Array(rows))),
            .note(.caution, note),
        ]
    }

    private func worth(_ value: Inquiry.Value) -> Prose {
        let low = (value.interval.lowerBound * 1000).rounded(.down) / 10
        let high = (value.interval.upperBound * 1000).rounded(.up) / 10
        return say(
            "\(Phrasing.tenths(value.value * 100)) (\(Phrasing.tenths(low)) to \(Phrasing.tenths(high)))")
    }

    /// The questions of one caucus, each with what it would settle and what asking might give away.
    func questions(_ sheet: QuestionSheet) -> [Block] {
        [
            .list(
                ItemList(
                    items: sheet.questions.map { question in
                        ItemList.Item(
                            phrasing.question(question.subject),
                            nested: [
                                ItemList.Item(say("Would settle: \(phrasing.settles(question)).")),
                                ItemList.Item(
                                    say("Might give away: \(phrasing.disclosure(question.disclosure)).")),
                            ])
                    }))
        ]
    }
}
