public import Assessment
import Bargaining
import Negotiation

extension LadderReport {
    /// The result for programs; `Documentation/json.md` describes every field.
    ///
    /// - Parameters:
    ///   - limits: how many points, and ladders at one point, are listed.
    ///   - issues: the issues of the analysis, in the order of packages.
    public func json(_ limits: ListLimits = ListLimits(), issues: [String]) -> JSON {
        let names = negotiators.map(\.rawValue)
        func worths(_ values: [Rational]) -> JSON { .object(zip(names, values).map { ($0, .number($1)) }) }
        return [
            "parley": 1,
            "negotiators": .array(names.map(JSON.string)),
            "without": .array(without.map { .string($0.rawValue) }),
            "kept": kept.map { JSON.choices($0.choose, in: issues) } ?? .null,
            "central": .bool(isCentral),
            "stages": .array(
                stages.map { stage in
                    [
                        "stage": .string(stage.stage.rawValue),
                        "settles": .array(stage.settles.map { .string($0.rawValue) }),
                    ]
                }),
            "unsettled": .array(unsettled.map { .string($0.rawValue) }),
            "withoutAgreement": worths(withoutAgreement),
            "today": today.map(worths) ?? .null,
            "packages": packages.json,
            "points": .int(count),
            "exact": .bool(isWhole),
            "list": .array(
                (0..<min(count, max(limits.frontier, 0))).map { point in
                    .object(
                        JSON.worths(names, utilities(at: point)) + [
                            ("count", .string(packageCount(at: point).description)),
                            (
                                "packages",
                                .array(
                                    packages(at: point).prefix(max(limits.packages, 0)).map {
                                        JSON.choices($0, in: issues)
                                    })
                            ),
                        ])
                }),
            "obstacle": obstacle.map { obstacle in
                ["stage": .string(obstacle.stage.rawValue), "cause": .string(obstacle.cause.word)]
            } ?? .null,
            "ladder": opened.map { ladder($0, names, issues) } ?? .null,
        ]
    }

    private func ladder(_ ladder: Ladder, _ names: [String], _ issues: [String]) -> JSON {
        func rung(_ place: Int) -> JSON {
            ladder.rungs.indices.contains(place) ? .string(ladder.rungs[place].stage.rawValue) : "today"
        }
        return [
            "rungs": .array(
                ladder.rungs.map { rung in
                    .object(
                        [
                            ("stage", .string(rung.stage.rawValue)),
                            (
                                "settled",
                                .object(
                                    rung.settled.map { ($0.issue.rawValue, .string($0.option.rawValue)) })
                            ),
                            ("choose", JSON.choices(rung.choose, in: issues)),
                        ] + JSON.worths(names, rung.utilities) + [
                            ("consents", Explanation.json(rung.consents)),
                            ("binding", .array(rung.binding.map { .string($0.rawValue) })),
                        ])
                }),
            "stops": .object(
                ladder.stops.map { stop in
                    (
                        stop.party.rawValue,
                        [
                            "noWorseFrom": rung(stop.noWorseFrom),
                            "nothingMoreFrom": rung(stop.nothingMoreFrom), "stopsAt": rung(stop.stopsAt),
                        ]
                    )
                }),
        ]
    }
}

extension LadderObstacle.Cause {
    fileprivate var word: String {
        switch self {
        case .rules: "rules"
        case .redLines: "red-lines"
        case .worth: "worth"
        case .withoutAgreement: "without-agreement"
        }
    }
}
