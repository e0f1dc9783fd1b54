/// What one party last said it could accept on one issue.
///
/// A position replaces what the same party said on the same issue on an earlier day. Where the days cannot be told
/// apart (one is not stated, or only its month is known), both stand, and the party could accept what either names.
public struct Stance: Hashable, Sendable {
    /// Who said it.
    public var of: PartyID
    /// On which issue.
    public var issue: IssueID
    /// The options it could accept, in the order in which they are named.
    public var options: [OptionID]
    /// The positions that say so, by place in ``Dossier/positions``.
    public var positions: [Int]
}

extension Dossier {
    /// What each party last said on each issue, in the order of the first position that still stands.
    ///
    /// Complexity: linear in the positions, but for sorting.
    public var stances: [Stance] {
        var places: [Pair: [Int]] = [:]
        for (place, position) in positions.enumerated() {
            places[Pair(of: position.of, issue: position.issue), default: []].append(place)
        }
        return places.map { pair, places in
            let latest = places.compactMap { positions[$0].said?.earliest }.max()
            let standing = places.filter { place in
                guard let said = positions[place].said, let latest else { return true }
                return said.latest >= latest
            }
            var seen: Set<OptionID> = []
            return Stance(
                of: pair.of, issue: pair.issue,
                options: standing.flatMap { positions[$0].options }.filter { seen.insert($0).inserted },
                positions: standing)
        }.sorted { $0.positions[0] < $1.positions[0] }
    }

    private struct Pair: Hashable {
        let of: PartyID
        let issue: IssueID
    }
}

extension CalendarDate {
    /// The first day that it may mean, as numbers that compare like days.
    fileprivate var earliest: Int { (year * 100 + (month ?? 1)) * 100 + (day ?? 1) }
    /// The last day that it may mean, likewise; a month may have fewer days than this one counts.
    fileprivate var latest: Int { (year * 100 + (month ?? 12)) * 100 + (day ?? 31) }
}
