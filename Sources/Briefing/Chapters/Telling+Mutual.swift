import Assessment
import Negotiation

extension Telling {
    /// Where the negotiators' orders of answers agree, and what they could trade.
    func mutualChapter() -> Document.Chapter? {
        guard let mutual = situation.path.mutual, mutual.negotiators.count > 1 else { return nil }
        let parts = MutualBlocks(mutual: mutual, phrasing: phrasing)
        var blocks: [Block] = [parts.agreements()].compactMap { $0 } + parts.trades(limit: Self.shownTrades)
        if blocks.isEmpty {
            blocks.append(
                .paragraph(
                    say(
                        "What each puts first differs on every issue, or is not known; and no two issues are known to count differently."
                    )))
        }
        return Document.Chapter("mutual", title: parts.finding(), blocks: blocks + parts.silent())
    }

    /// More trades than this are a list, not a briefing.
    private static let shownTrades = 10

    /// What no agreement is worth as time goes by.
    func overTimeChapter() -> Document.Chapter? {
        guard let overTime = situation.path.overTime else { return nil }
        let parts = OverTimeBlocks(
            overTime: overTime, phrasing: phrasing, acceptable: space?.report.acceptable,
            without: situation.without)
        let blocks: [Block] = [parts.table(), .paragraph(parts.explanation())]
        return Document.Chapter(
            "over-time", title: parts.finding(), blocks: blocks + [parts.scenarios()].compactMap { $0 })
    }
}
