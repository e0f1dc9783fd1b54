public import Negotiation

extension Phrasing {
    /// What was found, as one sentence.
    public func finding(_ reason: Finding.Reason) -> Prose {
        agendaFinding(reason) ?? ruleFinding(reason) ?? sheetFinding(reason) ?? modelFinding(reason)
            ?? commitmentFinding(reason) ?? say("A check could not be finished within its budget.")
    }

    private func agendaFinding(_ reason: Finding.Reason) -> Prose? {
        switch reason {
        case .consentAbsent(let table, let issue, let party, let options):
            say(
                "\(issueInSentence(issue)) is discussed at the table “\(self.table(table))”. Absent from it, though consent is needed for \(self.options(options, of: issue)): \(self.party(party))."
            )
        case .consentNotAsked(let issue, let party, let options):
            say(
                "Consent not yet asked: \(self.party(party)), for \(self.options(options, of: issue)) on \(issueInSentence(issue))."
            )
        case .consentRefused(let issue, let party, let options):
            say(
                "Consent refused: \(self.party(party)), for \(self.options(options, of: issue)) on \(issueInSentence(issue))."
            )
        case .optionServesNothing(let issue, let option):
            say("No interest is said to be served by \(choice([option], of: issue)).")
        case .interestUnserved(let interest):
            say("No option serves the interest \(quoted(self.interest(interest))).")
        case .positionsExclude(let issue, let one, let first, let two, let second):
            say(
                "On \(issueInSentence(issue)), stated positions have no answer in common: \(party(one)), \(options(first, of: issue, .or)); \(party(two)), \(options(second, of: issue, .or))."
            )
        case .positionsCannotMeet(let one, let two, let rules):
            positionsCannotMeet(one, two, rules)
        case .todayUnknown(let issue):
            say("What is in force today on \(issueInSentence(issue)) is not stated.")
        case .issueAtNoTable(let issue): say("\(issueInSentence(issue)) is discussed at no table.")
        case .noNegotiator: say("No party has the role \(code: "negotiator").")
        case .oneNegotiator(let party):
            say("Only one party has the role \(code: "negotiator"): \(self.party(party)).")
        case .singleOption(let issue):
            say("\(issueInSentence(issue)) has only one option: there is nothing to choose.")
        case .issueInNoStage(let issue): say("No stage settles \(issueInSentence(issue)).")
        default: nil
        }
    }

    private func positionsCannotMeet(
        _ one: Finding.Statement, _ two: Finding.Statement, _ rules: [RuleID]
    ) -> Prose {
        let sentence = say(
            "The rules exclude together two stated positions: \(parties(one.of)), \(choice(one.options, of: one.issue)); \(parties(two.of)), \(choice(two.options, of: two.issue))."
        )
        guard !rules.isEmpty else { return sentence }
        return sentence + say(" Likeliest because of \(ruleNames(rules)).")
    }

    private func ruleFinding(_ reason: Finding.Reason) -> Prose? {
        switch reason {
        case .ruleWithoutKind(let rule):
            say("The rule \(code: rule.rawValue) does not say of what kind it is.")
        case .packageBreaksRule(let package, let rule):
            say("The package “\(self.package(package))” breaks the rule \(code: rule.rawValue).")
        case .packageBreachesMinimum(let package, let issue, let option, let minimums):
            say(
                "The package “\(self.package(package))” chooses \(choice([option], of: issue)), which would breach \(minimumNames(minimums))."
            )
        case .packageCannotBeCompleted(let package):
            say("No way to settle what the package “\(self.package(package))” leaves open keeps the rules.")
        case .optionBreaches(let issue, let option, let minimums):
            say(
                "\(choice([option], of: issue)) would breach \(minimumNames(minimums)): it is listed so that nobody overlooks it, and is in no feasible package."
            )
        case .optionImpossible(let issue, let option):
            say("No package that keeps the rules has \(choice([option], of: issue)).")
        case .ruleNeverMatters(let rule):
            say("The other rules already exclude all that the rule \(code: rule.rawValue) excludes.")
        case .nothingFeasible(let rules, let minimums, let isMinimal):
            nothingFeasible(rules, minimums, isMinimal)
        case .rivalReadings(let reading, let count):
            counted(
                count, one: "One reading is given of “\(about(reading))”.",
                many: "\(wording.number(count)) readings differ on “\(about(reading))”."
            ).capitalised
        case .unsourced(let subject, let names):
            counted(
                names.count, one: "No source is named for the \(self.subject(subject)) \(codes(names)).",
                many: "No source is named for the \(subjects(subject)) \(codes(names)).")
        case .positionsUnsourced(let places):
            counted(
                places.count, one: "One stated position names no source.",
                many: "\(wording.number(places.count)) stated positions name no source."
            ).capitalised
        case .shownWithout(let subject, let name):
            say(
                "The \(self.subject(subject)) \(code: name) is shown to somebody who may not see what it speaks of, so it is withheld from them."
            )
        case .positionShownWithout(let place): positionShownWithout(place)
        case .sheetShownInPart(let sheet, let interactions, let lines):
            sheetShownInPart(sheet, interactions.count, lines.count)
        default: nil
        }
    }

    private func positionShownWithout(_ place: Int) -> Prose {
        guard dossier.positions.indices.contains(place) else {
            return say(
                "A stated position is shown to somebody who may not see what it speaks of, so it is withheld from them."
            )
        }
        let position = dossier.positions[place]
        return say(
            "What \(party(position.of)) stated on \(issueInSentence(position.issue)) is shown to somebody who may not see what it speaks of, so it is withheld from them."
        )
    }

    private func sheetShownInPart(_ sheet: SheetID, _ interactions: Int, _ lines: Int) -> Prose {
        let parts = [
            counted(
                interactions, one: "one interaction", many: "\(wording.number(interactions)) interactions"),
            counted(lines, one: "one red line", many: "\(wording.number(lines)) red lines"),
        ]
        let withheld = zip(parts, [interactions, lines]).filter { $0.1 > 0 }.map(\.0)
        return say(
            "The sheet \(code: sheet.rawValue) is shown to somebody who may not see all that it speaks of. Withheld from them: \(wording.list(withheld))."
        )
    }

    private func nothingFeasible(
        _ rules: [RuleID], _ minimums: [MinimumID], _ isMinimal: Bool
    ) -> Prose {
        let sentence: Prose
        switch (rules.isEmpty, minimums.isEmpty) {
        case (true, true): return say("The rules and minimums leave no package at all.")
        case (false, true):
            sentence = say("These rules together leave no package at all: \(ruleNames(rules)).")
        case (true, false):
            sentence = say(
                "On some issue every answer would breach a minimum, which leaves no package at all: \(minimumNames(minimums))."
            )
        case (false, false):
            sentence = say(
                "These rules and minimums together leave no package at all: \(ruleNames(rules)); \(minimumNames(minimums))."
            )
        }
        return isMinimal
            ? sentence : sentence + say(" Whether each of them is needed for that was not found.")
    }

    private func sheetFinding(_ reason: Finding.Reason) -> Prose? {
        switch reason {
        case .negotiatorWithoutSheet(let party):
            say("No sheet is here for the negotiator \(self.party(party)).")
        case .sheetUndecided(let party, let sheets):
            say(
                "For \(self.party(party)) there are several sheets (\(codes(sheets.map(\.rawValue)))), and none is the default."
            )
        case .valuesMissing(let sheet, let issue, let options):
            say(
                "The sheet \(code: sheet.rawValue) has no value for \(self.options(options, of: issue)) on \(issueInSentence(issue)): unknown, taken at the middle."
            )
        case .weightsMissing(let sheet, let issues):
            say(
                "The sheet \(code: sheet.rawValue) has no weight for \(issuesInSentence(issues)): counted as 0."
            )
        case .everythingTied(let sheet, let issues):
            say(
                "In the sheet \(code: sheet.rawValue) all answers are wanted equally on \(issuesInSentence(issues))."
            )
        case .worthMissing(let sheet):
            say(
                "The sheet \(code: sheet.rawValue) does not say what having no agreement is worth: the least utility is assumed."
            )
        case .worthInWords(let sheet):
            say(
                "The sheet \(code: sheet.rawValue) says in words what happens without agreement: as its worth the least utility is assumed."
            )
        case .worthContradicted(let sheet, let worth, let now):
            say(
                "The sheet \(code: sheet.rawValue) says twice what having no agreement is worth today: \(amount(worth)), and \(amount(now)) in \(code: "over-time")."
            )
        case .valueOutside(let sheet, let issue, let option, let amount, let whole):
            say(
                "In the sheet \(code: sheet.rawValue) the value of \(choice([option], of: issue)) is \(self.amount(amount)), outside 0 to \(wording.points(whole))."
            )
        case .valuesSmall(let sheet, let issue, let greatest, let whole):
            say(
                "In the sheet \(code: sheet.rawValue) no value on \(issueInSentence(issue)) is above \(wording.points(greatest)), out of \(wording.points(whole))."
            )
        case .answerAgainstSheet(let sheet, let place):
            say(
                "In the sheet \(code: sheet.rawValue) answer \(String(place + 1)) contradicts the sheet: no way of filling in the sheet makes it true."
            )
        case .answersExclude(let sheet, let one, let other):
            say(
                "In the sheet \(code: sheet.rawValue) answers \(String(one + 1)) and \(String(other + 1)) contradict each other."
            )
        case .totalMissed(let sheet, let total, let least, let greatest):
            say(
                "In the sheet \(code: sheet.rawValue) the weights sum to \(amount(Amount(from: least, to: greatest))), not to the stated total of \(wording.points(total))."
            )
        case .estimateShown(let sheet):
            say("The estimate \(code: sheet.rawValue) is shown outside the team.")
        default: nil
        }
    }

    /// A number or a range of the dossier.
    func amount(_ amount: Amount) -> Prose {
        amount.isExact
            ? Prose(wording.points(amount.least))
            : say("\(wording.points(amount.least)) to \(wording.points(amount.greatest))")
    }

    private func about(_ reading: ReadingID) -> String {
        dossier.readings.first { $0.id == reading }.map { text($0.about) } ?? reading.rawValue
    }

    private func minimumNames(_ minimums: [MinimumID]) -> Prose {
        wording.list(minimums.map { quoted(minimum($0)) })
    }

    func codes(_ names: [String]) -> Prose {
        wording.list(names.map { Prose(runs: [Prose.Run($0, style: .code)]) })
    }

    func ruleNames(_ rules: [RuleID]) -> Prose { codes(rules.map(\.rawValue)) }
}
