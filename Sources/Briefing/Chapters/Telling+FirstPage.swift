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
        for (detail, changes) in [
            (4, 5), (4, 4), (4, 3), (3, 4), (3, 3), (3, 2), (2, 3), (2, 2), (3, 1), (2, 1), (1, 2), (1, 1),
            (2, 0), (1, 0), (0, 0),
        ] {
            page = FirstPage(telling: self, detail: detail, changes: changes).statements()
            let words = page.reduce(0) { $0 + Self.words($1.term) + Self.words($1.meaning) }
            if words <= Self.wordLimit { break }
        }
        return [.definitions(page)]
    }

    /// What can be read aloud in two minutes.
    static let wordLimit = 270

    private static func words(_ prose: Prose) -> Int {
        prose.text.split(whereSeparator: \.isWhitespace).count
    }
}
