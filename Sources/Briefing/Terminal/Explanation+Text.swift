public import Assessment
public import Negotiation

extension Explanation {
    /// What `parley explain` prints for people: the package issue by issue with points, then every verdict with
    /// its reason.
    ///
    /// - Parameters:
    ///   - phrasing: the names of the dossier.
    ///   - scorings: the numbers that the analysis used, `scorings`; they tell why a
    ///     combination adds points.
    ///   - without: the negotiators left out on request.
    ///   - style: the terminal.
    public func text(
        _ phrasing: Phrasing, scorings: [Scoring] = [], without: [PartyID] = [],
        style: TextStyle = TextStyle()
    ) -> String {
        (ExplanationText(explanation: self, phrasing: phrasing, scorings: scorings).blocks()
            + phrasing.leftOut(without))
            .text(style, furniture: phrasing.wording.furniture)
    }
}

/// The parts of what `parley explain` prints.
private struct ExplanationText {
    let explanation: Explanation
    let phrasing: Phrasing
    let scorings: [Scoring]

    private var wording: Wording { phrasing.wording }
    private func say(_ sentence: Sentence) -> Prose { phrasing.say(sentence) }

    func blocks() -> [Block] {
        guard !explanation.choices.isEmpty else { return [.paragraph(phrasing.nothingShown())] }
        return [choices()] + verdicts() + explanation.worths.map(worth) + phrasing.withoutSheet(explanation)
            + needs() + touched() + minimums()
    }

    private func choices() -> Block {
        let title = explanation.package.title.map(phrasing.text) ?? explanation.package.name
        var place = -1
        let rows = explanation.choices.map { choice -> [DataTable.Cell] in
            // Points stand for the issues of the analysis: those with at least one option.
            let hasOptions = !(phrasing.dossier.issue(choice.issue)?.options.isEmpty ?? true)
            if hasOptions { place += 1 }
            let option = choice.option.map { phrasing.option($0, of: choice.issue) }
            let words: Prose =
                switch (option, choice.isToday) {
                case (nil, _): say("open")
                case (let option?, true): say("\(option) (as today)")
                case (let option?, false): Prose(option)
                }
            return ["\(phrasing.issue(choice.issue))", DataTable.Cell(words)]
                + explanation.worths.map { hasOptions ? points($0, at: place) : "–" }
        }
        let caption =
            explanation.worths.isEmpty
            ? Prose(title)
            : say("\(title): points, of the best on each issue")
        return .table(
            DataTable(
                caption: caption,
                columns: [
                    DataTable.Column(say("Issue"), namesRows: true), DataTable.Column(say("In this package")),
                ]
                    + explanation.worths.map {
                        DataTable.Column(Prose(phrasing.party($0.party)), alignment: .end)
                    }, rows: rows))
    }

    private func points(_ worth: Explanation.Worth, at place: Int) -> DataTable.Cell {
        guard worth.points.indices.contains(place), let points = worth.points[place] else { return "–" }
        return DataTable.Cell(
            say("\(wording.points(points)) of \(wording.points(worth.bestPoints[place]))"),
            note: worth.pointsAreCentral[place] ? phrasing.meaningOfCentral() : nil)
    }

    /// Whether it can be, and why not.
    private func verdicts() -> [Block] {
        var sentences: [Prose] = []
        switch (explanation.isFeasible, explanation.open.isEmpty) {
        case (true?, true): sentences.append(say("It keeps every rule and minimum."))
        case (true?, false):
            sentences.append(say("What it leaves open can be settled so that every rule is kept."))
        case (false?, _) where explanation.broken.isEmpty:
            sentences.append(say("No way to settle what it leaves open keeps the rules."))
        case (false?, _): break
        case (nil, _): sentences.append(say("Whether the rules allow it was not found within the budget."))
        }
        sentences += explanation.broken.map { say("It breaks: \(phrasing.prohibition($0))") }
        switch explanation.isOnFrontier {
        case true?:
            sentences.append(
                say(
                    "It is on the frontier: no other acceptable package gives a negotiator more at nobody’s cost."
                ))
        case false?:
            sentences.append(
                say(
                    "It is not on the frontier: another acceptable package gives a negotiator more at nobody’s cost."
                ))
        case nil: break
        }
        if explanation.isFeasible == true, let outlook = explanation.outlook {
            sentences.append(phrasing.share(outlook))
        }
        return sentences.isEmpty ? [] : [.bullets(sentences)]
    }

    private func worth(_ worth: Explanation.Worth) -> Block {
        let name = phrasing.party(worth.party)
        var items: [ItemList.Item] = []
        let interactions = worth.interactions.sorted { $0.key < $1.key }
        for (index, points) in interactions {
            items.append(.init(interaction(index, points, of: worth.party)))
        }
        if worth.sum != worth.utility {
            items.append(
                .init(say("Points sum to \(wording.exactPoints(worth.sum)); the cap holds them down.")))
        }
        if let best = worth.best, worth.isAcceptable != nil {
            items.append(
                .init(
                    say(
                        "Best over all feasible packages: \(wording.exactPoints(best)); the package is \(wording.points(best - worth.utility)) below it."
                    )))
        }
        items.append(.init(distance(worth)))
        if let span = span(worth) { items.append(.init(span)) }
        if worth.withoutAgreementBasis == .assumed { items.append(.init(phrasing.meaningOfAssumed())) }
        if !worth.withoutAgreementIsExact {
            items.append(.init(say("No agreement may be worth more than that: the budget ran out.")))
        }
        items += worth.crossed.map {
            .init(say("Crosses a red line: \(phrasing.stopped(phrasing.redLine($0)))"))
        }
        return .list(ItemList(items: [ItemList.Item(verdict(worth, name), nested: items)]))
    }

    /// What the sheet leaves open of it.
    private func span(_ worth: Explanation.Worth) -> Prose? {
        guard !worth.range.isExact || worth.gainRange?.isExact == false else { return nil }
        let utility = say("Over all that the sheet leaves open: \(phrasing.range(worth.range)) in all")
        guard let gain = worth.gainRange, let certainty = worth.certainty else { return say("\(utility).") }
        return say(
            "\(utility); against no agreement \(phrasing.changes(gain)); \(phrasing.acceptance(certainty)) acceptable."
        )
    }

    /// How far the package is from having no agreement; of a partial one nothing can be said yet.
    private func distance(_ worth: Explanation.Worth) -> Prose {
        let none = phrasing.withoutAgreement(worth.withoutAgreement, worth.withoutAgreementBasis)
        guard worth.isAcceptable != nil, worth.gain != 0 else {
            return worth.isAcceptable == nil
                ? say("No agreement: \(none).") : say("No agreement: \(none), worth the same as the package.")
        }
        let gap = wording.exactPoints(worth.gain < 0 ? -worth.gain : worth.gain)
        return worth.gain < 0
            ? say("No agreement: \(none); the package is worth \(gap) less.")
            : say("No agreement: \(none); the package is worth \(gap) more.")
    }

    private func verdict(_ worth: Explanation.Worth, _ name: String) -> Prose {
        let points = wording.exactPoints(worth.utility)
        let utility = worth.isCentral ? say("\(points), central,") : Prose(points)
        return switch worth.isAcceptable {
        case true?:
            say(
                "\(strong: name): \(utility) in all. Acceptable: worth no less than no agreement, no red line crossed."
            )
        case false? where worth.gain < 0 && !worth.crossed.isEmpty:
            say(
                "\(strong: name): \(utility) in all. Not acceptable: worth less than no agreement, and a red line is crossed."
            )
        case false? where worth.gain < 0:
            say("\(strong: name): \(utility) in all. Not acceptable: worth less than no agreement.")
        case false?: say("\(strong: name): \(utility) in all. Not acceptable: a red line is crossed.")
        case nil:
            say("\(strong: name): \(utility) for what is settled; issues are open, so there is no verdict.")
        }
    }

    private func interaction(_ index: Int, _ points: Rational, of party: PartyID) -> Prose {
        let name = say("Points of a combination: \(wording.change(points))")
        guard let scoring = scorings.first(where: { $0.party == party }),
            scoring.interactions.indices.contains(index)
        else { return say("\(name).") }
        let result = say("\(name), where \(phrasing.condition(scoring.interactions[index].when))")
        let reasons = phrasing.dossier.sheet(scoring.sheet)?.interactions ?? []
        guard reasons.indices.contains(index), let because = reasons[index].because else {
            return say("\(result).")
        }
        return say("\(result). \(phrasing.text(because))")
    }

    private func needs() -> [Block] {
        guard !explanation.consents.isEmpty else { return [] }
        let lines = phrasing.inOrder(explanation.consents.map(\.party)).flatMap { party -> [Prose] in
            explanation.consents.filter { $0.party == party }.flatMap(\.options).map { need in
                say(
                    "\(phrasing.party(party)) for \(phrasing.choice([need.option], of: need.issue)): \(phrasing.answer(need.consent))"
                )
            }
        }
        return [.heading(say("Consents needed")), .bullets(lines)]
    }

    private func touched() -> [Block] {
        guard !explanation.interests.isEmpty else { return [] }
        let lines = explanation.interests.map { touched -> Prose in
            var line = say("“\(phrasing.interest(touched.interest))”:")
            if !touched.servedBy.isEmpty {
                line += say(" served on \(phrasing.issuesInSentence(touched.servedBy))")
            }
            if !touched.harmedBy.isEmpty {
                line += say(
                    "\(touched.servedBy.isEmpty ? "" : ",") harmed on \(phrasing.issuesInSentence(touched.harmedBy))"
                )
            }
            return line
        }
        return [.heading(say("Interests")), .bullets(lines)]
    }

    private func minimums() -> [Block] {
        guard !explanation.minimums.isEmpty else { return [] }
        let breached = explanation.minimums.filter(breached().contains)
        guard !breached.isEmpty else {
            return [
                .heading(say("Minimums, which hold in it as in every package")),
                .bullets(explanation.minimums.map { Prose(phrasing.minimum($0)) }),
            ]
        }
        return [
            .heading(say("Minimums, which must hold in every package")),
            .bullets(
                explanation.minimums.map { minimum in
                    let text = phrasing.minimum(minimum)
                    return breached.contains(minimum) ? say("It would be breached: \(text)") : Prose(text)
                }),
        ]
    }

    /// The minimums that some answer of the package would breach.
    private func breached() -> Set<MinimumID> {
        Set(
            explanation.broken.flatMap { prohibition -> [MinimumID] in
                guard case .breach(let issue, let option) = prohibition else { return [] }
                return phrasing.dossier.issue(issue)?.option(option)?.breaches ?? []
            })
    }
}

extension Phrasing {
    /// Of whom nothing is told, for want of a sheet; the same words whoever the viewer is.
    func withoutSheet(_ explanation: Explanation) -> [Block] {
        guard !explanation.withoutSheet.isEmpty else { return [] }
        return [
            .paragraph(
                say(
                    "No sheet that this viewer may see: \(parties(explanation.withoutSheet)). What the package is worth there is not told."
                ))
        ]
    }
}
