import Assessment
import Negotiation

extension FirstPage {
    /// The packages worth testing in words: the first by what it brings, the others by where they part from it, and
    /// why each is worth testing.
    func packages() -> Definition {
        let term = say("Packages worth testing")
        guard let candidates = telling.space?.candidates, let first = candidates.first else {
            return Definition(
                term,
                telling.space?.silence.map(phrasing.silence)
                    ?? say("None is named yet; see what is not known."))
        }
        let count = candidates.count
        var sentences = [
            telling.counted(
                count, one: "One package is worth testing, not as an answer.",
                many: "\(number(count)) packages are worth testing, none as an answer."
            ).capitalised
        ]
        if changes > 0 { sentences.append(brought(by: first.explanation)) }
        if changes > 0, tellsPartings {
            sentences += partings(candidates, from: first)
        } else if detail > 0 {
            sentences += named(changes > 0 ? candidates.dropFirst() : candidates[...])
        }
        // Reasons speak of the first and the others, so they need the names before them.
        if detail > 0 || changes > 0 { sentences += because(candidates) }
        return Definition(term, sentences.joined(separator: " "))
    }

    /// The name of a package; a title stands in quotation marks, since it may be a phrase of several words.
    private func name(_ explanation: Explanation) -> String {
        let name = Self.shortened(telling.packageName(explanation.package))
        return explanation.package.title == nil ? name : say("“\(name)”").text
    }

    private typealias Answer = (issue: IssueID, option: OptionID)

    /// Answers in a row, each as its issue with the answer: `“Aid: Corridors”`.
    private func row(_ answers: [Answer]) -> Prose {
        let names = answers.map { answer -> Prose in
            let issue = Self.shortened(phrasing.issue(answer.issue))
            let option = Self.shortened(phrasing.option(answer.option, of: answer.issue))
            return say("“\(issue): \(option)”")
        }
        return telling.wording.list(names)
    }

    /// What a package changes against today.
    private func brought(by explanation: Explanation) -> Prose {
        let brought = explanation.choices.compactMap { choice -> Answer? in
            choice.isToday ? nil : choice.option.map { (choice.issue, $0) }
        }
        let name = name(explanation)
        let shown = row(Array(brought.prefix(changes)))
        switch brought.count {
        case 0: return say("\(name) changes nothing against today.")
        case ...changes: return say("\(name) changes \(shown).")
        default: return say("\(name) changes \(number(brought.count)) things, among them \(shown).")
        }
    }

    /// The names alone of candidates, the others after the first or all of them.
    private func named(_ candidates: ArraySlice<Situation.Candidate>) -> [Prose] {
        guard !candidates.isEmpty else { return [] }
        let names = telling.wording.list(candidates.map { name($0.explanation) })
        if candidates.startIndex == 0 {
            return [candidates.count == 1 ? say("It is \(names).") : say("They are \(names).")]
        }
        return [candidates.count == 1 ? say("The other is \(names).") : say("The others are \(names).")]
    }

    /// Where the others are not the same as the first: in words where that is little, else in how many issues.
    private func partings(
        _ candidates: [Situation.Candidate], from first: Situation.Candidate
    ) -> [Prose] {
        let other = first.explanation.package.choose
        var near: [Prose] = []
        var far: [Prose] = []
        for candidate in candidates.dropFirst() {
            let apart = candidate.explanation.choices.compactMap { choice -> Answer? in
                guard let option = choice.option, other[choice.issue] != option else { return nil }
                return (choice.issue, option)
            }
            let name = name(candidate.explanation)
            if apart.count <= 2 {
                near.append(say("\(name) differs from it only on \(row(apart))."))
            } else {
                far.append(
                    far.isEmpty
                        ? say("\(name) differs on \(number(apart.count)) issues")
                        : say("\(name) on \(number(apart.count))"))
            }
        }
        return near + (far.isEmpty ? [] : [say("\(telling.wording.list(far)).")])
    }

    /// Why, without the names of yardsticks: what holds of each package on the sheets used.
    private func because(_ candidates: [Situation.Candidate]) -> [Prose] {
        let central = telling.space?.analysis.scorings.contains(where: \.isCentral) ?? false
        let basis = central ? say("on central values") : say("on the sheets used")
        let kinds = Merit.allCases.compactMap { merit -> (Merit, [Situation.Candidate])? in
            let own = candidates.filter { Merit($0, isGainKnown: isGainKnown) == merit }
            return own.isEmpty ? nil : (merit, own)
        }
        return kinds.enumerated().map { index, kind in
            let (merit, own) = kind
            let because = reason(merit)
            let isRest = index > 0 && index == kinds.count - 1
            let who = several(own, of: candidates, isRest: isRest)
            if index > 0 { return say("\(who): \(because).").capitalised }
            return own.count == 1
                ? say("\(who) is worth testing because \(basis) \(because).").capitalised
                : say("\(who) are worth testing because \(basis) \(because).").capitalised
        }
    }

    /// Some of the candidates, in as few words as can be.
    private func several(
        _ own: [Situation.Candidate], of all: [Situation.Candidate], isRest: Bool
    ) -> Prose {
        if own.count == 1 { return Prose(name(own[0].explanation)) }
        if own.count == all.count { return own.count == 2 ? say("both") : say("all") }
        if zip(own, all).allSatisfy({ $0.explanation.package == $1.explanation.package }) {
            return say("the first \(number(own.count))")
        }
        if isRest { return say("the other \(number(own.count))") }
        return own.count > max(detail, 2)
            ? say("\(number(own.count)) of them") : telling.wording.list(own.map { name($0.explanation) })
    }

    /// Whether somebody has said of every negotiator what having no agreement is worth.
    private var isGainKnown: Bool { telling.space?.report.assumedWithoutAgreement.isEmpty ?? true }

    /// Where a worth of no agreement is assumed to be the least, every package gains over it, which says nothing.
    private func reason(_ merit: Merit) -> Prose {
        switch merit {
        case .onFrontier where !isGainKnown:
            isEverybodyIn
                ? say("no other acceptable package gives one negotiator more at nobody’s cost")
                : say("no other acceptable package gives one negotiator included more at nobody’s cost")
        case .acceptable where !isGainKnown: say("no red line is crossed")
        case .gainOnFrontier:
            say(
                "\(everyNegotiator) gains over no agreement, and no other acceptable package gives one more at nobody’s cost"
            )
        case .onFrontier:
            say(
                "\(nobodyLoses), and no other acceptable package gives one more at nobody’s cost"
            )
        case .gain:
            say(
                "\(everyNegotiator) gains over no agreement, though another acceptable package would give one more at nobody’s cost"
            )
        case .acceptable: nobodyLoses
        }
    }

    private var isEverybodyIn: Bool { telling.situation.without.isEmpty }

    private var nobodyLoses: Prose {
        isEverybodyIn
            ? say("no negotiator loses against no agreement")
            : say("no negotiator included loses against no agreement")
    }

    /// What holds of a package worth testing.
    private enum Merit: CaseIterable {
        case gainOnFrontier, onFrontier, gain, acceptable

        init(_ candidate: Situation.Candidate, isGainKnown: Bool) {
            let worths = candidate.explanation.worths
            let isGain = isGainKnown && !worths.isEmpty && worths.allSatisfy { $0.gain > 0 }
            self =
                switch (candidate.explanation.isOnFrontier, isGain) {
                case (true?, true): .gainOnFrontier
                case (true?, false): .onFrontier
                case (false?, true): .gain
                default: .acceptable
                }
        }
    }
}
