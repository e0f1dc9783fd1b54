import Bargaining
import Negotiation

/// Trades between two negotiators on two issues.
extension MutualSearch {
    /// The trades, and whether these are all.
    func trades() -> (list: [MutualInterests.Trade], areAll: Bool) {
        var areAll = true
        var found: [(trade: MutualInterests.Trade, margin: Rational)] = []
        for one in sheets.indices {
            for other in sheets.indices where other > one {
                let apart = opposed(one, other)
                for (index, first) in apart.enumerated() {
                    for second in apart[(index + 1)...] {
                        guard found.count < Self.mostTrades else {
                            areAll = false
                            break
                        }
                        if let trade = trade(one, other, first, second) { found.append(trade) }
                    }
                }
            }
        }
        // Sorting is not promised to be stable; the place in the list decides.
        let order = found.indices.sorted { left, right in
            let (a, b) = (found[left], found[right])
            if a.trade.isSure != b.trade.isSure { return a.trade.isSure }
            if a.trade.crosses.isEmpty != b.trade.crosses.isEmpty { return a.trade.crosses.isEmpty }
            if a.trade.isGainForBoth != b.trade.isGainForBoth { return a.trade.isGainForBoth }
            return a.margin == b.margin ? left < right : a.margin > b.margin
        }
        let rules = RuleSpace(dossier, budget: budget)
        let list = order.enumerated().map { place, index -> MutualInterests.Trade in
            var trade = found[index].trade
            if place < Self.checkedTrades {
                let both = trade.sides.map { ($0.gets, $0.option) }
                trade.isFeasible = rules.canComplete(
                    Dictionary(both, uniquingKeysWith: { first, _ in first }))
            }
            return trade
        }
        return (list, areAll)
    }

    /// A limit on memory: nobody reads so many.
    private static let mostTrades = 20_000
    /// How many trades are held to the rules: more are not read.
    private static let checkedTrades = 60

    /// An issue on which two want the opposite, with what each puts first.
    private struct Opposed {
        let place: Int
        let wanted: (OptionID, OptionID)
    }

    /// The issues on which what one puts first is surely worse to the other than what that one puts first.
    private func opposed(_ one: Int, _ other: Int) -> [Opposed] {
        issues.indices.compactMap { place in
            let (mine, yours) = (preferences[one][place], preferences[other][place])
            for first in mine.firsts {
                for second in yours.firsts
                where mine.surelyPrefers(first, over: second) && yours.surelyPrefers(second, over: first) {
                    return Opposed(place: place, wanted: (first, second))
                }
            }
            return nil
        }
    }

    /// The trade between two issues, if there may be one, with how many times the ratios differ at least.
    private func trade(
        _ one: Int, _ other: Int, _ first: Opposed, _ second: Opposed
    ) -> (trade: MutualInterests.Trade, margin: Rational)? {
        func ratio(_ party: Int) -> SwingRatio? {
            sheets[party].swingRatio(
                of: issues[first.place].id, preferences[party][first.place].spread,
                to: issues[second.place].id, preferences[party][second.place].spread, sum: sums[party])
        }
        guard let mine = ratio(one), let yours = ratio(other) else { return nil }
        let isSure = mine.isSurelyAbove(yours) || yours.isSurelyAbove(mine)
        // Where both ways are open, the ends of the ranges say which is the likelier to ask about.
        let isFirst =
            isSure ? mine.isSurelyAbove(yours) : mine.mayBeAbove(yours) && !yours.reachesBeyond(mine)
        guard isSure || mine.mayBeAbove(yours) || yours.mayBeAbove(mine) else { return nil }
        let (gets, gives) = isFirst ? (first, second) : (second, first)
        let (high, low) = isFirst ? (mine, yours.inverse) : (mine.inverse, yours)
        let sides = [
            side(one, issues[gets.place].id, gets.wanted.0, high),
            side(other, issues[gives.place].id, gives.wanted.1, low),
        ]
        let both = Dictionary(sides.map { ($0.gets, $0.option) }, uniquingKeysWith: { first, _ in first })
        let crosses = sheets.indices.filter { party in
            redLines[party].contains { $0.choose.truth(in: both) == true }
        }
        let trade = MutualInterests.Trade(
            sides: sides, isSure: isSure, isGainForBoth: isGain(one, other, gets, gives),
            crosses: crosses.map { sheets[$0].party }, isFeasible: nil)
        return (trade, low.least * high.least)
    }

    /// Whether each surely gets more than it gives where what each puts first is exchanged as it is: between what
    /// they put first, not between the best and the worst.
    private func isGain(_ one: Int, _ other: Int, _ gets: Opposed, _ gives: Opposed) -> Bool {
        func isGain(
            _ party: Int, _ gets: Opposed, _ gives: Opposed, _ wanted: (Opposed) -> (OptionID, OptionID)
        ) -> Bool {
            let got = wanted(gets)
            let given = wanted(gives)
            let ratio = sheets[party].swingRatio(
                of: issues[gets.place].id, preferences[party][gets.place].distance(got.0, over: got.1),
                to: issues[gives.place].id, preferences[party][gives.place].distance(given.0, over: given.1),
                sum: sums[party])
            return ratio.map { $0.least > 1 || $0.least == 1 && $0.isAboveLeast } ?? false
        }
        return isGain(one, gets, gives) { $0.wanted }
            && isGain(other, gives, gets) { ($0.wanted.1, $0.wanted.0) }
    }

    private func side(
        _ party: Int, _ issue: IssueID, _ option: OptionID, _ ratio: SwingRatio
    ) -> MutualInterests.Trade.Side {
        MutualInterests.Trade.Side(
            party: sheets[party].party, gets: issue, option: option, least: ratio.least,
            greatest: ratio.greatest)
    }
}

extension SwingRatio {
    /// Whether this ratio reaches further above another than that one above this.
    fileprivate func reachesBeyond(_ other: SwingRatio) -> Bool {
        switch (greatest, other.greatest) {
        case (nil, nil): least > other.least
        case (nil, _?): true
        case (_?, nil): false
        case (let mine?, let theirs?): mine - other.least > theirs - least
        }
    }
}
