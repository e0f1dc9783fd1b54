import Negotiation

/// What a careful reader would ask about who does what and when.
extension Phrasing {
    func commitmentFinding(_ reason: Finding.Reason) -> Prose? {
        switch reason {
        case .commitmentsWait(let ids):
            say(
                "These wait for each other in a ring, so that nobody can go first: \(wording.list(ids.map { commitmentInSentence($0) }))."
            )
        case .waitsForAnotherAnswer(let one, let other):
            say(
                "\(commitmentInSentence(one)) would wait for \(commitmentInSentence(other)), and no package has both."
            )
        case .monthsUndated([], let events):
            say(
                "Months are counted from something without a fixed date, and count as 30 days each: \(wording.list(events.map(event)))."
            )
        case .monthsUndated(let ids, _):
            say(
                "Months are counted from something without a fixed date, and count as 30 days each: \(fewDeeds(ids))."
            )
        case .verificationUntimed(let ids):
            say("How long verification may take is not said, so it counts as done at once: \(fewDeeds(ids)).")
        case .verifierUnknown(let ids):
            say("It is said how long verification may take, and not who verifies: \(fewDeeds(ids)).")
        case .responseInWords(let ids):
            say(
                "What follows if it is not kept is said in words alone, so no timetable can show it: \(fewDeeds(ids))."
            )
        case .breakingUnbound(let sheet, let ids):
            say(
                "The sheet \(code: sheet.rawValue) says what breaking would bring its party, which is not bound by it: \(fewDeeds(ids))."
            )
        default: nil
        }
    }

    func commitmentRemedy(_ reason: Finding.Reason) -> Prose? {
        switch reason {
        case .commitmentsWait:
            say(
                "Let one of them go first, do them at the same moment with \(code: "together-with"), or leave one of the conditions out."
            )
        case .waitsForAnotherAnswer:
            say(
                "Let it wait for what belongs to the same answer, or name what may stand in for it under \(code: "any")."
            )
        case .monthsUndated: say("Give the event a date under \(code: "on"), or write days.")
        case .verificationUntimed: say("Add \(code: "verification"), such as \(code: "[2d, 10d]").")
        case .verifierUnknown: say("Name who verifies under \(code: "verified-by").")
        case .responseInWords:
            say(
                "Add \(code: "who") responds and \(code: "within") which time, or leave it if words are all there is."
            )
        case .breakingUnbound:
            say("Leave \(code: "breaking") out, or correct \(code: "who") in the commitment.")
        default: nil
        }
    }
}
