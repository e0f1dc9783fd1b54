import Assessment
import BigInt
import Negotiation
import Stability

extension StabilityBlocks {
    /// What follows from where things stand.
    func fate() -> [Block] {
        guard let fate = report.fate else { return [] }
        let improving = fate.improving
        var sentences = [say("Things stand at \(state(fate.state)).")]
        if improving.reached.count <= 1 {
            sentences.append(
                report.possibly == nil
                    ? say("Nobody has a step from there that is better for who takes it.")
                    : say("Nobody has a step from there that is known to be better for who takes it."))
        } else if improving.isComplete {
            let count = improving.reached.count - 1
            sentences.append(
                phrasing.counted(
                    count, one: "By steps that are better for who takes them one other state can be reached.",
                    many:
                        "By steps that are better for who takes them \(phrasing.wording.number(count)) other states can be reached."
                ))
            if !improving.ends.isEmpty, improving.ends.count <= Self.endLimit {
                sentences.append(say("It ends at \(phrasing.wording.list(improving.ends.map(state), .or))."))
            } else if !improving.ends.isEmpty {
                sentences.append(
                    say("It ends at one of \(phrasing.wording.number(improving.ends.count)) states."))
            }
            if let ring = improving.rings.first {
                sentences.append(
                    ring.count <= Self.endLimit
                        ? say("It can also go round for ever among \(list(ring)).")
                        : say(
                            "It can also go round for ever among \(phrasing.wording.number(ring.count)) states."
                        ))
            }
        } else {
            sentences.append(say("More can follow than was looked at."))
        }
        if fate.moving.isComplete {
            sentences.append(
                phrasing.counted(
                    fate.moving.reached.count - 1,
                    one: "By any steps, better or not, one other state can be reached.",
                    many:
                        "By any steps, better or not, \(phrasing.wording.number(fate.moving.reached.count - 1)) other states can be reached."
                ))
        }
        var blocks: [Block] = [.paragraph(sentences.joined(separator: Prose(" ")))]
        let shown = improving.reached.dropFirst().prefix(limit)
        // One step after another: what a table of single steps would say, the reasons say better.
        if shown.contains(where: { $0.sequence.steps.count > 1 }) {
            blocks.append(
                .table(
                    DataTable(
                        caption: say("What can follow, by steps that are better for who takes them"),
                        columns: [
                            DataTable.Column(say("State"), namesRows: true),
                            DataTable.Column(say("A shortest way")),
                            DataTable.Column(say("Then")),
                        ],
                        rows: shown.map { reached in
                            [
                                DataTable.Cell(state(reached.state).capitalised),
                                DataTable.Cell(way(reached.sequence)),
                                DataTable.Cell(
                                    improving.ends.contains(reached.state)
                                        ? say("it can end there") : say("it goes on")),
                            ]
                        })))
        }
        return blocks
    }

    private static var endLimit: Int { 8 }

    /// A sequence of steps: who steps where, in order.
    func way(_ sequence: MoveSequence) -> Prose {
        sequence.steps.map { say("\(party($0.by)) to \(state($0.to))") }.joined(separator: say(", then "))
    }

    /// What coalitions make of the states that nobody gains by leaving alone.
    func jumps() -> [Block] {
        guard !report.jumps.isEmpty else { return [] }
        return [
            .paragraph(
                say(
                    "Together, some could step from one state that nobody gains by leaving alone (SEQ) to another:"
                )),
            .bullets(
                report.jumps.prefix(limit).map { jump in
                    say(
                        "\(parties(jump.members)), from \(state(jump.from)) to \(state(jump.to)): \(way(jump.sequence))"
                    )
                }),
        ]
    }

    /// The coalition that was asked about.
    func coalition() -> [Block] {
        guard let coalition = report.coalition else { return [] }
        let names = parties(coalition.members)
        var blocks: [Block] = [.heading(say("If \(names) act together"))]
        if coalition.improvements.isEmpty {
            blocks.append(
                .paragraph(
                    say(
                        "From none of the states looked at can they step together to one that is better for each of them."
                    )))
        } else {
            blocks.append(
                .bullets(
                    coalition.improvements.prefix(limit).map { found in
                        say(
                            "From \(state(found.from)) to \(state(found.to)), which is better for each: \(way(found.sequence))"
                        )
                    }))
        }
        guard let merged = coalition.merged else {
            blocks.append(
                .note(
                    .caution,
                    say("What is stable if they act as one was not looked at: the model is too large.")))
            return blocks
        }
        let rows = Concept.allCases.map { concept -> [DataTable.Cell] in
            let states = Array(merged.equilibria(concept))
            let words =
                states.isEmpty
                ? say("none")
                : states.count > limit
                    ? say("\(phrasing.wording.grouped(BigInt(states.count))) states") : list(states)
            return [DataTable.Cell(Prose(concept.rawValue)), DataTable.Cell(words)]
        }
        blocks.append(
            .table(
                DataTable(
                    caption: say("States that nobody gains by leaving if they act as one"),
                    columns: [
                        DataTable.Column(say("Sense"), namesRows: true), DataTable.Column(say("States")),
                    ], rows: rows)))
        return blocks
    }

    /// What two far-sighted decision makers would do.
    func farSighted() -> [Block] {
        guard let limited = report.limited, report.makers.count == 2 else { return [] }
        guard let far = limited.nonMyopic else { return [] }
        var both = far[0]
        both.formIntersection(far[1])
        let sentence =
            both.isEmpty
            ? say(
                "Looking ahead as far as it takes, there is no state from which neither would move (non-myopic stability)."
            )
            : say(
                "Looking ahead as far as it takes, neither would move from \(phrasing.wording.list(both.prefix(limit).map(state), .or)) (non-myopic stability)."
            )
        let rows = limited.stable.enumerated().map { horizon, sets -> [DataTable.Cell] in
            [DataTable.Cell(Prose(String(horizon + 1)))]
                + sets.map {
                    DataTable.Cell(
                        phrasing.wording.list($0.prefix(limit).map { report.states.label(of: $0).rawValue }))
                }
        }
        return [
            .paragraph(sentence),
            .table(
                DataTable(
                    caption: say("States from which each would not move, looking so many steps ahead"),
                    columns: [DataTable.Column(say("Steps"), alignment: .end, namesRows: true)]
                        + (0..<2).map { DataTable.Column(Prose(party($0))) }, rows: rows)),
        ]
    }
}
