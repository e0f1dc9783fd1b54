import Assessment
import Negotiation

extension Telling {
    /// The first page: no score, short enough to be read aloud in two minutes.
    ///
    /// Names are left out, longest lists first, until at most ``wordLimit`` words remain.
    func firstPage() -> [Block] {
        guard !showsNothing else {
            return [.definitions([Definition(say("What this copy shows"), phrasing.nothingShown())])]
        }
        var page: [Definition] = []
        for (detail, changes, tellsPartings) in Self.levels {
            page = FirstPage(
                telling: self, detail: detail, changes: changes, tellsPartings: tellsPartings
            ).statements()
            let words = page.reduce(0) { $0 + Self.words($1.term) + Self.words($1.meaning) }
            if words <= Self.wordLimit { break }
        }
        return [.definitions(page)]
    }

    /// How much the first page tells, from most to least: names in a list, answers of the first package, and whether
    /// it tells where the other packages part from that one.
    private static let levels: [(Int, Int, Bool)] = [
        (4, 5, true), (4, 4, true), (4, 3, true), (3, 4, true), (3, 3, true), (3, 2, true), (2, 3, true),
        (2, 2, true), (3, 1, true), (2, 1, true), (1, 2, true), (1, 1, true), (3, 3, false), (3, 2, false),
        (2, 2, false), (2, 1, false), (1, 1, false), (2, 0, false), (1, 0, false), (0, 0, false),
    ]

    /// What can be read aloud in two minutes.
    static let wordLimit = 270

    private static func words(_ prose: Prose) -> Int {
        prose.text.split(whereSeparator: \.isWhitespace).count
    }
}
