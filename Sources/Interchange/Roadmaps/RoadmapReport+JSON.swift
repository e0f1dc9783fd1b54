public import Assessment
import Negotiation
import Sequencing

extension RoadmapReport {
    /// The result for programs; `Documentation/json.md` describes every field.
    ///
    /// Everything goes by the dossier's identifiers; times are minutes from the start.
    public func json() -> JSON {
        let writer = RoadmapJSON(self)
        var fields: [(key: String, value: JSON)] = [
            ("parley", 1), ("package", package.map { .string($0.name) } ?? .null),
            ("reading", .name(reading)),
            ("start", writer.date(0)), ("reaction", .int(roadmap.reaction)),
            ("reactionKind", writer.reactionKind),
            ("consistent", .bool(isConsistent)), ("weak", isWeaklyControllable.map(JSON.bool) ?? .null),
            ("strong", .bool(isStronglyControllable)), ("dynamic", .answer(controllability)),
            ("exact", .bool(isExact)), ("triedAllChoices", .bool(triedAllChoices)),
            ("events", .array(roadmap.events.map { writer.event($0.event) })),
            ("steps", .array(roadmap.steps.indices.map { writer.step($0) })),
            ("answers", .array(roadmap.answers.map(writer.answer))),
            ("conflicts", .array(conflicts.map { writer.conflict($0, hasScenario: true) })),
            ("mending", writer.mending(mendings.first)),
            ("quickestMending", writer.mending(quickestMending)),
            ("mendings", .array(mendings.map { writer.mending($0) })),
            ("failure", failure.map(writer.failure) ?? .null),
            ("deadlocks", .array(deadlocks.map(writer.deadlock))),
            ("exposures", .array(exposures.map(writer.exposure))),
            ("keeping", .array(keeping.map(writer.keeping))),
            ("problems", .array(problems.map(writer.problem))),
            ("departures", departures.map { .array($0.map(writer.departure)) } ?? .null),
            ("alternatives", .array(roadmap.alternatives.map(writer.alternative))),
        ]
        fields += [
            ("readings", .array(readings.map(writer.outcome))),
            ("betweenReadings", .array(betweenReadings.map(writer.pair))),
            ("notes", .array(roadmap.notes.map(writer.note))),
            (
                "network",
                [
                    "points": .int(roadmap.network.points.count),
                    "constraints": .int(roadmap.network.constraints.count),
                    "contingent": .int(roadmap.network.contingentLinks.count),
                    "gates": .int(roadmap.network.observations.count),
                ]
            ),
        ]
        return .object(fields)
    }
}

/// Writes the parts of a roadmap; those about stakes and readings stand in files of their own.
struct RoadmapJSON {
    let report: RoadmapReport
    let names: RoadmapNames

    init(_ report: RoadmapReport) {
        self.report = report
        names = RoadmapNames(report)
    }

    // MARK: Small things

    var reactionKind: JSON {
        switch report.roadmap.reactionTime {
        case .instantaneous: "instantaneous"
        case .strict: "strict"
        case .delay: "delay"
        }
    }

    func date(_ minutes: Int?) -> JSON {
        minutes.flatMap { names.moment($0) }.map { .string($0.description) } ?? .null
    }

    func outcomes(_ label: Label) -> JSON { .array(names.outcomes(label).map(JSON.string)) }

    /// Which step it is: its commitment, and the tranche where it has several.
    func step(named place: Int) -> [(key: String, value: JSON)] {
        let step = report.roadmap.steps[place]
        return [("commitment", .name(step.commitment.id)), ("tranche", .whole(step.tranche))]
    }

    private func article(_ article: Article?) -> JSON {
        article.map { ["at": .string($0.number), "checked": .bool($0.isChecked)] } ?? .null
    }

    func milestone(_ milestone: Milestone) -> [(key: String, value: JSON)] {
        switch milestone {
        case .event(let id): [("event", .name(id))]
        case .commitment(let id, let progress, let tranche):
            [
                ("commitment", .name(id)), ("progress", .string(progress.rawValue)),
                ("tranche", .whole(tranche)),
            ]
        }
    }

    private func prerequisite(_ prerequisite: Prerequisite) -> JSON {
        .object(
            milestone(prerequisite.of) + [
                ("leastMinutes", .int(prerequisite.least.minutes)),
                ("greatestMinutes", .whole(prerequisite.greatest?.minutes)),
            ])
    }

    // MARK: Steps

    func event(_ event: Event) -> JSON {
        ["event": .name(event.id), "on": event.on.map { .string($0.description) } ?? .null]
    }

    func step(_ place: Int) -> JSON {
        let step = report.roadmap.steps[place]
        let times = report.times?[place]
        var fields = self.step(named: place)
        fields += [
            ("who", .names(step.commitment.who)), ("article", article(step.commitment.article)),
            ("responseTo", step.responseTo.map { .string(names.name(report.roadmap.steps[$0])) } ?? .null),
            ("label", outcomes(step.label)), ("gate", .bool(step.gate != nil)),
            ("decidedBy", decider(step.decider)),
        ]
        let minutes: [(key: String, value: Int?)] = [
            ("begunEarliest", times?.begunEarliest), ("doneEarliest", times?.doneEarliest),
            ("verifiedEarliest", times?.verifiedEarliest), ("begunSlow", times?.begunSlow),
            ("doneSlow", times?.doneSlow), ("verifiedSlow", times?.verifiedSlow),
            ("begunLatest", times?.begunLatest), ("doneLatest", times?.doneLatest),
        ]
        fields += minutes.map { ($0.key, .whole($0.value)) }
        fields += [
            ("slackMinutes", .whole(times?.slack)), ("critical", times.map { .bool($0.isCritical) } ?? .null),
        ]
        let isDated = times != nil && report.roadmap.start != nil
        fields.append(("dates", isDated ? .object(minutes.map { ($0.key, date($0.value)) }) : .null))
        return .object(fields)
    }

    private func decider(_ decider: DoingTime.Decider?) -> JSON {
        switch decider {
        case nil: .null
        case .doer: "doer"
        case .nature: "nature"
        case .party(let id): .name(id)
        }
    }

    func answer(_ answer: Roadmap.Answer) -> JSON {
        let response = report.roadmap.steps[answer.step].commitment.ifNot[answer.place]
        return .object(
            step(named: answer.step) + [
                ("response", .int(answer.place)), ("who", .names(response.who)),
                ("kind", response.kind.map { .string($0.rawValue) } ?? .null),
                ("withinMinutes", .whole(response.within?.minutes)),
                ("label", outcomes(report.roadmap.network.labels[answer.point])),
            ])
    }

    func alternative(_ alternative: Roadmap.Alternative) -> JSON {
        [
            "commitment": .name(alternative.commitment),
            "members": .array(alternative.members.map(prerequisite)), "chosen": .int(alternative.chosen),
        ]
    }

    // MARK: What cannot hold

    func clause(_ clause: Clause) -> JSON {
        var fields: [(key: String, value: JSON)] = [("kind", .string(clause.word))]
        if let id = clause.commitment {
            fields += [("commitment", .name(id)), ("article", article(names.commitment(id)?.article))]
        }
        switch clause {
        case .notBefore(_, let prerequisite), .notAfter(_, let prerequisite):
            fields.append(("of", self.prerequisite(prerequisite)))
        case .together(_, let other), .inStep(_, let other): fields.append(("with", .name(other)))
        case .response(_, let place): fields.append(("response", .int(place)))
        case .event(let id): fields.append(("event", .name(id)))
        case .deadline, .duration, .verification, .tranches, .order: break
        }
        return .object(fields)
    }

    /// Scenarios of readings are not those of the roadmap, so that only its own have one.
    func conflict(_ conflict: ClauseConflict, hasScenario: Bool) -> JSON {
        var fields: [(key: String, value: JSON)] = [
            ("clauses", .array(conflict.clauses.map(clause))), ("excessMinutes", .int(conflict.excess)),
        ]
        if hasScenario { fields.append(("scenario", outcomes(conflict.scenario))) }
        return .object(fields)
    }

    func mending(_ mending: Mending?) -> JSON {
        guard let mending else { return .null }
        return [
            "moves": .array(
                mending.moves.map { ["clause": clause($0.clause), "minutes": .int($0.minutes)] }),
            "totalMinutes": .int(mending.total), "isLeast": .bool(mending.isLeast),
            "isFewest": .bool(mending.isFewest),
        ]
    }

    func failure(_ failure: RoadmapBreak) -> JSON {
        [
            "clauses": .array(failure.clauses.map(clause)),
            "limits": .array(
                failure.limits.map { ["clause": clause($0.clause), "minutes": .whole($0.minutes)] }),
            "durations": .array(
                failure.durations.map {
                    [
                        "clause": clause($0.clause), "greatestMinutes": .int($0.greatest),
                        "bearableMinutes": .whole($0.bearable),
                    ]
                }),
            "scenario": failure.scenario.map(outcomes) ?? .null,
        ]
    }

    func deadlock(_ deadlock: Deadlock) -> JSON {
        [
            "waits": .array(
                deadlock.waits.map { ["commitment": .name($0.commitment), "of": prerequisite($0.of)] }),
            "remedies": .array(
                deadlock.remedies.map { remedy in
                    var fields: [(key: String, value: JSON)] = [("way", .string(remedy.way.word))]
                    switch remedy.way {
                    case .together, .tranches: break
                    case .escrow(let parties): fields.append(("holders", .names(parties)))
                    case .first(let id, let isProtected):
                        fields += [("commitment", .name(id)), ("protected", .bool(isProtected))]
                    }
                    return .object(fields + [("consistent", .bool(remedy.isConsistent))])
                }),
        ]
    }
}

extension JSON {
    /// The name of something, or null.
    static func name<Subject>(_ id: Identifier<Subject>?) -> JSON {
        id.map { .string($0.rawValue) } ?? .null
    }

    /// The names of things.
    static func names<Subject>(_ ids: [Identifier<Subject>]) -> JSON { .array(ids.map { .name($0) }) }

    /// A whole number, or null.
    static func whole(_ number: Int?) -> JSON { number.map(JSON.int) ?? .null }

    /// Whether something can be executed; null where the budget ran out.
    static func answer(_ controllability: Controllability) -> JSON {
        switch controllability {
        case .controllable: true
        case .uncontrollable: false
        case .undecided: .null
        }
    }

    /// The ends of what lies between two numbers; null where one is infinite.
    static func ends(_ bounds: Bounds) -> JSON { [.double(bounds.least), .double(bounds.greatest)] }
}

extension Clause {
    fileprivate var word: String {
        switch self {
        case .deadline: "deadline"
        case .notBefore: "not-before"
        case .notAfter: "not-after"
        case .duration: "duration"
        case .verification: "verification"
        case .together: "together"
        case .tranches: "tranches"
        case .inStep: "in-step"
        case .response: "response"
        case .event: "event"
        case .order: "order"
        }
    }
}

extension Deadlock.WayOut {
    fileprivate var word: String {
        switch self {
        case .together: "together"
        case .escrow: "escrow"
        case .tranches: "tranches"
        case .first: "first"
        }
    }
}
