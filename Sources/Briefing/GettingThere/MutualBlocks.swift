import Assessment
import BigInt
import Negotiation

/// Where the negotiators agree and what they could trade, in words and tables; for the terminal and for a chapter alike.
struct MutualBlocks {
    let mutual: MutualInterests
    let phrasing: Phrasing

    private var wording: Wording { phrasing.wording }
    private func say(_ sentence: Sentence) -> Prose { phrasing.say(sentence) }

    /// What was found, without its stop.
    func finding() -> Prose {
        let agreed = mutual.agreements.count
        let open = mutual.trades.count(where: \.isOpen)
        let first =
            agreed == 0
            ? say("On no issue do the sheets of all negotiators agree on what comes first")
            : phrasing.counted(
                agreed, one: "On one issue the negotiators want the same first",
                many: "On \(wording.number(agreed)) issues the negotiators want the same first")
        let pairs =
            mutual.tradesAreAll ? Prose(wording.number(open)) : say("at least \(wording.number(open))")
        let second =
            switch open {
            case 0: say("on no two issues would an exchange surely give two of them more than it costs")
            case 1: say("on one pair of issues an exchange would give two of them more than it costs")
            default: say("on \(pairs) pairs of issues an exchange would give two of them more than it costs")
            }
        return say("\(first), and \(second)")
    }

    /// Where they agree.
    func agreements() -> Block? {
        guard !mutual.agreements.isEmpty else { return nil }
        let rows = mutual.agreements.map { agreement -> [DataTable.Cell] in
            let how: Prose =
                switch agreement.kind {
                case .sameOrder: say("in the whole order of answers")
                case .countsFor(let party): say("it counts for \(phrasing.party(party)) alone")
                case .sameFirst: say("in what comes first, not in what follows")
                }
            return [
                "\(phrasing.issue(agreement.issue))", DataTable.Cell(how),
                DataTable.Cell(
                    agreement.firsts.isEmpty
                        ? say("not known") : phrasing.options(agreement.firsts, of: agreement.issue, .or)),
            ]
        }
        return .table(
            DataTable(
                caption: say("Where the negotiators’ orders of answers agree, whatever the numbers"),
                columns: [
                    DataTable.Column(say("Issue"), namesRows: true), DataTable.Column(say("They agree")),
                    DataTable.Column(say("What comes first")),
                ], rows: rows))
    }

    /// What could be traded.
    func trades(limit: Int) -> [Block] {
        let shown = mutual.trades.prefix(limit)
        guard !shown.isEmpty else { return [] }
        let rows = shown.map { trade -> [DataTable.Cell] in
            let sides = trade.sides.map { side in
                say("\(phrasing.party(side.party)): \(phrasing.heading([side.option], of: side.gets))")
            }
            let counts = trade.sides.map { side in
                say("\(phrasing.party(side.party)): \(times(side))")
            }
            return [
                DataTable.Cell(sides.joined(separator: say("; "))),
                DataTable.Cell(counts.joined(separator: say("; "))),
                DataTable.Cell(
                    trade.isSure ? say("surely") : say("possibly"), symbol: trade.isSure ? .full : .half),
                DataTable.Cell(
                    trade.isGainForBoth ? say("each gets more than it gives") : say("in part, if at all")),
                obstacles(trade),
            ]
        }
        let all = mutual.trades.count
        let caption = say("What each could get for what it gives")
        return [
            .paragraph(
                say(
                    "On each of these pairs of issues two negotiators want the opposite, but one issue counts for more with one of them and the other with the other: each can get the issue that counts for more with it and give what costs it less. What counts is the distance between the best and the worst answer, weighed; combinations are not counted. Where it says so, what each puts first can be exchanged as it is; else only in part, through answers between."
                )),
            .table(
                DataTable(
                    caption: shown.count < all
                        ? say(
                            "\(caption), the first \(String(shown.count)) of \(wording.grouped(BigInt(all)))")
                        : caption,
                    columns: [
                        DataTable.Column(say("Who gets what"), namesRows: true),
                        DataTable.Column(say("What it gets counts, against what it gives")),
                        DataTable.Column(say("Counts differ")), DataTable.Column(say("Exchanged as it is")),
                        DataTable.Column(say("Against it")),
                    ], rows: rows)),
        ]
    }

    private func times(_ side: MutualInterests.Trade.Side) -> Prose {
        let least = wording.points(side.least)
        guard let greatest = side.greatest else {
            if side.least == 1 { return say("more, by nobody knows how much") }
            return side.least == 0 ? say("not known") : say("\(least) times or more")
        }
        if side.least == 0, greatest == 1 { return say("no more, by nobody knows how much") }
        if greatest == 1, side.least == 1 { return say("as much") }
        return greatest == side.least
            ? say("\(least) times") : say("\(least) to \(wording.points(greatest)) times")
    }

    private func obstacles(_ trade: MutualInterests.Trade) -> DataTable.Cell {
        var against = phrasing.inOrder(trade.crosses).map { party in
            say("a red line of \(phrasing.party(party))")
        }
        if trade.isFeasible == false { against.append(say("the rules")) }
        if trade.isFeasible == nil, against.isEmpty { return DataTable.Cell(say("rules not looked at")) }
        return against.isEmpty
            ? DataTable.Cell(say("no rule and no red line"))
            : DataTable.Cell(wording.list(against), symbol: .cross)
    }

    /// Interests of several parties.
    func shared() -> Block? {
        guard !mutual.shared.isEmpty else { return nil }
        let rows = mutual.shared.map { shared -> [DataTable.Cell] in
            let owners = phrasing.dossier.interests.first { $0.id == shared.interest }?.of ?? []
            return [
                "\(phrasing.interest(shared.interest))", DataTable.Cell(phrasing.parties(owners)),
                DataTable.Cell(
                    shared.servedOn.isEmpty
                        ? say("off the agenda: nothing serves it") : phrasing.issues(shared.servedOn)),
            ]
        }
        return .table(
            DataTable(
                caption: say("Interests of several parties"),
                columns: [
                    DataTable.Column(say("Interest"), namesRows: true), DataTable.Column(say("Whose")),
                    DataTable.Column(say("Served on")),
                ], rows: rows))
    }

    /// Options that serve interests of different parties.
    func dovetailing() -> Block? {
        guard !mutual.dovetailing.isEmpty else { return nil }
        let rows = mutual.dovetailing.map { answer -> [DataTable.Cell] in
            let served = answer.interests.map { id in
                let owners = phrasing.dossier.interests.first { $0.id == id }?.of ?? []
                return say("\(phrasing.parties(owners)): \(phrasing.quoted(phrasing.interest(id)))")
            }
            return [
                DataTable.Cell(phrasing.heading([answer.option], of: answer.issue)),
                DataTable.Cell(served.joined(separator: say("; "))),
            ]
        }
        return .table(
            DataTable(
                caption: say("Answers that serve different interests of different parties"),
                columns: [DataTable.Column(say("Answer"), namesRows: true), DataTable.Column(say("Serves"))],
                rows: rows))
    }

    /// Of whom nothing could be read.
    func silent() -> [Block] {
        mutual.withoutSheet.isEmpty
            ? []
            : [
                .paragraph(
                    say(
                        "No sheet that this viewer may see: \(phrasing.parties(mutual.withoutSheet)). What they want is not compared."
                    ))
            ]
    }
}

extension MutualInterests {
    /// What `parley improve --trades` prints for people.
    ///
    /// - Parameters:
    ///   - phrasing: the names of the dossier.
    ///   - limit: how many trades are listed.
    ///   - style: the terminal.
    public func text(_ phrasing: Phrasing, limit: Int = 20, style: TextStyle = TextStyle()) -> String {
        let furniture = phrasing.wording.furniture
        guard !phrasing.dossier.issues.isEmpty else {
            return [Block.paragraph(phrasing.nothingShown())].text(style, furniture: furniture)
        }
        let parts = MutualBlocks(mutual: self, phrasing: phrasing)
        var blocks: [Block] = negotiators.count > 1 ? [.heading(parts.finding())] : []
        blocks += [parts.agreements()].compactMap { $0 } + parts.trades(limit: max(0, limit))
        blocks += [parts.shared(), parts.dovetailing()].compactMap { $0 } + parts.silent()
        blocks += phrasing.leftOut(without)
        return blocks.text(style, furniture: furniture)
    }
}
