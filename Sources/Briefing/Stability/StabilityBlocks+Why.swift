import Assessment
import Negotiation
import Stability

extension StabilityBlocks {
    /// Why somebody does or does not leave a state: a sentence for each decision maker.
    func why(_ account: StabilityReport.Account) -> [Block] {
        let items = report.makers.indices.map { maker in
            ItemList.Item(reason(account, maker), nested: further(account, maker).map { ItemList.Item($0) })
        }
        var blocks: [Block] = [
            .paragraph(verdict(account.state) + Prose(".")), .list(ItemList(items: items)),
        ]
        if let coalitions = coalitionSentence(account) { blocks.append(.paragraph(coalitions)) }
        if let rests = restsOn(account.state) { blocks.append(contentsOf: rests) }
        return blocks
    }

    /// How firmly a state is stable for a decision maker.
    private enum Firmness {
        case nothingBetter, deterredForGood, deterred, canBeDeterredForGood, canBeDeterred, leaves
    }

    private func firmness(_ account: StabilityReport.Account, _ maker: Int) -> Firmness {
        func isStable(_ concept: Concept) -> Bool { account.standings[concept]?[maker].isStable ?? false }
        if isStable(.nash) { return .nothingBetter }
        if isStable(.sseq) { return .deterredForGood }
        if isStable(.seq) { return .deterred }
        if isStable(.smr) { return .canBeDeterredForGood }
        return isStable(.gmr) ? .canBeDeterred : .leaves
    }

    private func standing(_ account: StabilityReport.Account, _ maker: Int, _ concept: Concept) -> Standing? {
        account.standings[concept]?[maker]
    }

    /// Whether it is known that a decision maker would leave a state for another.
    private func surelyGains(_ maker: Int, _ state: Int, _ next: Int) -> Bool {
        report.game.preferences[maker].surelyPrefers(next, to: state)
    }

    /// Why a decision maker does or does not leave a state, in one sentence.
    func reason(_ account: StabilityReport.Account, _ maker: Int) -> Prose {
        let name = party(maker)
        if report.makers[maker].knowledge == .none {
            return say(
                "What \(name) prefers is not known here, so it may leave for any state to which it can step.")
        }
        switch firmness(account, maker) {
        case .nothingBetter: return say("\(name) has no step that is better for it.")
        case .deterredForGood:
            return answered(account, maker, .sseq) {
                say(
                    "\($0), but \($1), which is no better for \(name), and \(name) cannot step on from there to something better."
                )
            }
        case .deterred:
            return answered(account, maker, .seq) { say("\($0), but \($1), which is no better for \(name).") }
        case .canBeDeterredForGood: return unwilling(account, maker, .smr)
        case .canBeDeterred: return unwilling(account, maker, .gmr)
        case .leaves:
            let improvements = standing(account, maker, .gmr)?.improvements ?? []
            guard let open = improvements.first(where: { $0.sanction == nil && $0.isSettled }) else {
                return say("\(name) gains by leaving it; by which step was not followed to the end.")
            }
            return surelyGains(maker, account.state, open.to)
                ? say(
                    "\(name) gains by stepping to \(state(open.to)), and nobody can bring it to something that is no better for it."
                )
                : say(
                    "\(name) may gain by stepping to \(state(open.to)), and nobody is known to be able to bring it to something that is no better for it."
                )
        }
    }

    private func answered(
        _ account: StabilityReport.Account, _ maker: Int, _ concept: Concept,
        _ sentence: (Prose, Prose) -> Prose
    ) -> Prose {
        let name = party(maker)
        guard let first = standing(account, maker, concept)?.improvements.first, let sanction = first.sanction
        else {
            return say(
                "\(name) would not leave it; which counter-moves deter it was not followed to the end.")
        }
        let step = state(first.to)
        let gain =
            surelyGains(maker, account.state, first.to)
            ? say("\(name) could gain by stepping to \(step)")
            : say("\(name) might gain by stepping to \(step)")
        return sentence(gain, counterMove(sanction))
    }

    /// Others could deter the decision maker, though not by steps that are better for themselves.
    private func unwilling(_ account: StabilityReport.Account, _ maker: Int, _ possible: Concept) -> Prose {
        let name = party(maker)
        guard
            let open = standing(account, maker, .seq)?.improvements.first(where: {
                $0.sanction == nil && $0.isSettled
            }),
            let answer = standing(account, maker, possible)?.improvements.first(where: { $0.to == open.to })?
                .sanction,
            let last = answer.steps.last
        else { return say("\(name) gains by leaving it; by which step was not followed to the end.") }
        let step = state(open.to)
        let gain =
            surelyGains(maker, account.state, open.to)
            ? say("\(name) gains by stepping to \(step).") : say("\(name) may gain by stepping to \(step).")
        let rest =
            answer.steps.count == 1
            ? say(
                "\(counterMove(answer, mayBe: true)), which is no better for \(name), but that step is not better for \(party(last.by))."
            )
            : say(
                "\(counterMove(answer, mayBe: true)), which is no better for \(name), but not all of these steps are better for who takes them."
            )
        return gain + Prose(" ") + rest
    }

    /// Every other improvement, with its answer.
    private func further(_ account: StabilityReport.Account, _ maker: Int) -> [Prose] {
        let concept: Concept
        let skipped: Int?
        switch firmness(account, maker) {
        case .nothingBetter: return []
        case .deterredForGood:
            concept = .sseq
            skipped = standing(account, maker, .sseq)?.improvements.first?.to
        case .deterred:
            concept = .seq
            skipped = standing(account, maker, .seq)?.improvements.first?.to
        case .canBeDeterredForGood, .canBeDeterred:
            concept = .seq
            skipped = standing(account, maker, .seq)?.improvements.first { $0.sanction == nil }?.to
        case .leaves:
            concept = .gmr
            skipped = standing(account, maker, .gmr)?.improvements.first { $0.sanction == nil }?.to
        }
        let rest = (standing(account, maker, concept)?.improvements ?? []).filter { $0.to != skipped }
        var items = rest.prefix(Self.improvementLimit).map { improvement -> Prose in
            guard let sanction = improvement.sanction else {
                guard improvement.isSettled else {
                    return say("What answers a step to \(state(improvement.to)) was not followed to the end.")
                }
                return say("The same is true of a step to \(state(improvement.to)).")
            }
            return say("As for a step to \(state(improvement.to)): \(counterMove(sanction)).")
        }
        let untold = rest.count - items.count + (standing(account, maker, concept)?.unlisted ?? 0)
        if untold > 0 {
            items.append(
                phrasing.counted(
                    untold, one: "One further better step is not told here.",
                    many: "\(phrasing.wording.number(untold)) further better steps are not told here."
                ).capitalised)
        }
        return items
    }

    private static var improvementLimit: Int { 4 }

    /// A counter-move as part of a sentence: who steps where, in order.
    ///
    /// - Parameter mayBe: whether it is only possible, rather than what the others would want.
    func counterMove(_ sequence: MoveSequence, mayBe: Bool = false) -> Prose {
        guard let last = sequence.steps.last else { return Prose("") }
        if sequence.steps.count == 1 {
            let (name, end) = (party(last.by), state(last.to))
            return mayBe
                ? say("\(name) could answer by stepping to \(end)")
                : say("\(name) would answer by stepping to \(end)")
        }
        let steps = sequence.steps.map { say("\(party($0.by)) to \(state($0.to))") }.joined(
            separator: say(", then "))
        return mayBe
            ? say("Others could answer step by step (\(steps))")
            : say("others would answer step by step (\(steps))")
    }

    private func coalitionSentence(_ account: StabilityReport.Account) -> Prose? {
        let joint = account.overturning.filter { $0.members.count > 1 }
        guard let first = joint.first else {
            guard account.overturning.isEmpty, account.looksAtAllCoalitions, report.makers.count > 1 else {
                return nil
            }
            return say(
                "No group of decision makers can step together to something that is better for each of its members."
            )
        }
        let sentence = say(
            "Together, \(parties(first.members)) could step to \(state(first.to)), which is better for each of them."
        )
        guard joint.count > 1 else { return sentence }
        let others = joint.dropFirst().map { say("\(parties($0.members)) to \(state($0.to))") }
        return sentence + Prose(" ") + say("So could other groups: \(others.joined(separator: say("; "))).")
    }

    // MARK: What it rests on

    /// The single preferences on which a verdict rests.
    private func restsOn(_ place: Int) -> [Block]? {
        guard let sensitivity = report.sensitivity else { return nil }
        let isStable = report.verdicts.equilibria(.seq).contains(place)
        let swaps = (isStable ? sensitivity.turning : sensitivity.gaining)[.seq]?[place] ?? []
        guard !swaps.isEmpty else {
            return sensitivity.isComplete
                ? [
                    .paragraph(
                        say("No exchange of two neighbouring ranks in one ranking turns this verdict (SEQ)."))
                ] : nil
        }
        let shown = swaps.prefix(Self.swapLimit).map { swap in
            say("\(party(swap.mover)) preferred \(few(swap.lower)) to \(few(swap.upper))")
        }
        var items = Array(shown)
        if swaps.count > shown.count {
            items.append(
                say("one of \(phrasing.wording.number(swaps.count - shown.count)) more exchanges were so"))
        }
        return [
            .paragraph(
                phrasing.counted(
                    swaps.count,
                    one:
                        "One single preference, if it is wrong, turns this verdict (SEQ). It would be the other way if",
                    many:
                        "\(phrasing.wording.number(swaps.count)) single preferences, if one of them is wrong, turn this verdict (SEQ). It would be the other way if"
                ).capitalised + Prose(":")), .bullets(items),
        ]
    }

    private static var swapLimit: Int { 6 }

    /// Some states, by name as far as they are few.
    private func few(_ places: [Int]) -> Prose {
        guard places.count > 4 else { return list(places) }
        return phrasing.wording.list(
            places.prefix(3).map(state) + [say("\(phrasing.wording.number(places.count - 3)) others")])
    }
}
