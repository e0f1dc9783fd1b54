public import Negotiation

extension Phrasing {
    /// What can be done about a finding, as one sentence.
    public func remedy(_ reason: Finding.Reason) -> Prose {
        switch reason {
        case .consentAbsent:
            say("Ask separately, add a seat where the issue is discussed, or move the issue.")
        case .consentNotAsked: say("Ask, and note when with \(code: "asked").")
        case .consentRefused: say("Ask what would change the answer, or offer another option.")
        case .optionServesNothing: say("Ask who wants it and why; name the interest under \(code: "serves").")
        case .interestUnserved:
            say("Look for an option that serves it, or say under \(code: "serves") which does.")
        case .positionsExclude: say("Ask both why: interests may meet where positions do not.")
        case .positionsCannotMeet:
            say("Look for other answers to either issue, or test whether the rule must hold.")
        case .todayUnknown: say("Name the option in force now under \(code: "today").")
        case .issueAtNoTable: say("Say at which table it belongs, or that it waits.")
        case .noNegotiator, .oneNegotiator:
            say("Write \(code: "roles: [negotiator]") at each party whose yes to the whole is needed.")
        case .singleOption: say("Add the other answers, or take the issue off the agenda.")
        case .issueInNoStage: say("Let a stage settle or defer it.")
        case .ruleWithoutKind:
            say(
                "Say \(code: "logic"), \(code: "physical"), \(code: "legal") or \(code: "institutional"); a political judgement belongs in a sheet, not in a rule."
            )
        case .packageBreaksRule: say("Change the package, or test whether the rule must hold.")
        case .packageBreachesMinimum: say("Choose another option: a minimum holds in every package.")
        case .packageCannotBeCompleted: say("Change one of the choices it has made.")
        case .optionBreaches: say("Nothing is to be done, unless it was not meant.")
        case .optionImpossible: say("Test the rules against it, or drop the option.")
        case .ruleNeverMatters: say("Keep it for its reason, or leave it out.")
        case .nothingFeasible([], let minimums, _) where !minimums.isEmpty:
            say("Add an answer that breaches no minimum.")
        case .nothingFeasible: say("Relax a rule, or add an option that all of them allow.")
        case .rivalReadings: say("Keep them side by side; find out more where it matters.")
        case .unsourced, .positionsUnsourced: say("Name where it is known from under \(code: "source").")
        case .shownWithout, .positionShownWithout, .sheetShownInPart:
            say("Show what it speaks of too, or keep it with the team.")
        case .negotiatorWithoutSheet(let party):
            say(
                "Write a sheet from what was said by \(self.party(party)), for which an order of options is enough, or leave the party out with \(code: "--without \(party.rawValue)")."
            )
        case .sheetUndecided(let party, let sheets):
            say(
                "Name its default, or choose with \(code: "--sheet \(party.rawValue)=\(sheets.first?.rawValue ?? "SHEET")")."
            )
        case .valuesMissing: say("Add a number, a range, or a place in an order.")
        case .weightsMissing: say("Add weights, or an order of the issues.")
        case .everythingTied:
            say(
                "Put them in an order, best first; what stands in a pair of inner brackets is wanted equally. Leave it if that is so."
            )
        case .worthMissing:
            say(
                "Say what would happen without agreement; where the sheet has numbers, add what it would be worth, as a number or a range."
            )
        case .worthInWords:
            say(
                "Words are enough for a sheet without numbers; once it has some, a number or a range may be added."
            )
        case .worthContradicted:
            say("Keep one of them: \(code: "worth") is today’s, and \(code: "0mo") needs not be said.")
        case .valueOutside, .valuesSmall: say("Correct the value, or state \(code: "out-of").")
        case .answerAgainstSheet:
            say("Ask again, and correct the sheet or the answer; neither is changed here.")
        case .answersExclude: say("Ask again which of the two is meant; both stay as they were said.")
        case .totalMissed: say("Correct the weights or the total.")
        case .estimateShown: say("Make sure that this is meant; else remove \(code: "seen-by").")
        case .infeasibleWithoutKind:
            say(
                "Say \(code: "logic"), \(code: "physical"), \(code: "legal") or \(code: "institutional"), as for a rule."
            )
        case .statePreferencesMissing:
            say(
                "Write \(code: "states") in one of its sheets; a ranking of the states that matter is enough."
            )
        case .statesUnranked: say("Put them in the ranking too, or leave it if nothing is known of them.")
        case .commitmentsWait, .waitsForAnotherAnswer, .monthsUndated, .verificationUntimed,
            .verifierUnknown, .responseInWords, .breakingUnbound:
            commitmentRemedy(reason) ?? say("Look at it.")
        case .checkUnfinished: say("Allow more work, or simplify the rules.")
        }
    }

    /// Whether a finding is about keeping the dossier in order rather than about the process.
    func isHousekeeping(_ reason: Finding.Reason) -> Bool {
        switch reason {
        case .ruleWithoutKind, .ruleNeverMatters, .unsourced, .positionsUnsourced, .shownWithout,
            .positionShownWithout, .sheetShownInPart,
            .negotiatorWithoutSheet, .sheetUndecided, .valuesMissing, .weightsMissing, .everythingTied,
            .worthMissing, .worthInWords, .worthContradicted, .infeasibleWithoutKind,
            .statePreferencesMissing, .statesUnranked, .noNegotiator, .oneNegotiator, .singleOption,
            .valueOutside, .valuesSmall, .totalMissed, .estimateShown, .checkUnfinished,
            .optionServesNothing, .waitsForAnotherAnswer, .monthsUndated, .verificationUntimed,
            .verifierUnknown, .responseInWords, .breakingUnbound:
            true
        default: false
        }
    }
}
