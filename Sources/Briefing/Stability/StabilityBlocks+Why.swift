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

    /// Why a decision maker does or does not leave a state, in one sentence.
    func reason(_ account: StabilityReport.Account, _ maker: Int) -> Prose {
        let name = party(maker)
        switch firmness(account, maker) {
        case .nothingBetter: return say("\(name) has no step that is better for it.")
        case .deterredForGood:
            return answered(account, maker, .sseq) {
                say(
                    "\(name) could gain by stepping to \($0), but \($1), which is no better for \(name), and \(name) cannot step on from there to something better."
                )
            }
        case .deterred:
            return answered(account, maker, .seq) {
                say("\(name) could gain by stepping to \($0), but \($1), which is no better for \(name).")
            }
        case .canBeDeterredForGood:
            return unwilling(account, maker, .smr)
        case .canBeDeterred:
            return unwilling(account, maker, .gmr)
        case .leaves:
            guard let open = standing(account, maker, .gmr)?.improvements.first(where: { $0.sanction == nil })
            else {
                return say("\(name) has no step that is better for it.")
            }
            return say(
                "\(name) gains by stepping to \(state(open.to)), and nobody can bring it to something that is no better for it."
            )
        }
    }

    private func answered(
        _ account: StabilityReport.Account, _ maker: Int, _ concept: Concept,
        _ sentence: (Prose, Prose) -> Prose
    ) -> Prose {
        guard let first = standing(account, maker, concept)?.improvements.first, let sanction = first.sanction
        else {
            return say("\(party(maker)) has no step that is better for it.")
        }
        return sentence(state(first.to), counterMove(sanction))
    }

    /// Others could deter the decision maker, though not by steps that are better for themselves.
    private func unwilling(_ account: StabilityReport.Account, _ maker: Int, _ possible: Concept) -> Prose {
        let name = party(maker)
        guard let open = standing(account, maker, .seq)?.improvements.first(where: { $0.sanction == nil }),
            let answer = standing(account, maker, possible)?.improvements.first(where: { $0.to == open.to })?
                .sanction
        else { return say("\(name) has no step that is better for it.") }
        return say(
            "\(name) gains by stepping to \(state(open.to)). \(counterMove(answer, mayBe: true)), which is no better for \(name), but not every step of that counter-move is better for who takes it."
        )
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
                return say("So too by stepping to \(state(improvement.to)).")
            }
            return say("Stepping to \(state(improvement.to)) would be answered: \(counterMove(sanction)).")
        }
        if rest.count > items.count {
            items.append(
                say(
                    "\(phrasing.wording.number(rest.count - items.count)) more better steps are not told here."
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
            ? say("Others could answer step by step (\(steps)), which ends at \(state(last.to))")
            : say("others would answer step by step (\(steps)), which ends at \(state(last.to))")
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
            say("\(party(swap.mover)) preferred \(list(swap.lower)) to \(list(swap.upper))")
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
}
