import Assessment
import Negotiation
import Sequencing

/// What parties have at stake, and whether they gain by breaking.
extension RoadmapJSON {
    func exposure(_ exposure: RoadmapReport.PartyExposure) -> JSON {
        let worst = exposure.exposure.worst
        var event: [(key: String, value: JSON)] = [
            ("commitment", .null), ("tranche", .null), ("milestone", .null),
        ]
        if let cause = worst.event {
            event =
                step(named: exposure.steps[cause.entry]) + [("milestone", .string(cause.milestone.rawValue))]
        }
        let short = exposure.ifShort.worst
        return [
            "party": .name(exposure.party), "sheet": .name(exposure.sheet),
            "basis": .string(exposure.basis.rawValue),
            "points": .array(
                exposure.exposure.points.map { point in
                    [
                        "time": .int(point.time), "date": date(point.time), "before": .ends(point.before),
                        "after": .ends(point.after),
                    ]
                }),
            "worst": .object(
                [
                    ("time", .int(worst.time)), ("date", date(worst.time)),
                    ("side", .string(worst.side.rawValue)),
                ] + event + [("exposure", .ends(worst.exposure))]),
            "worstIfShort": [
                "time": .int(short.time), "date": date(short.time), "exposure": .ends(short.exposure),
            ],
        ]
    }

    func keeping(_ keeping: RoadmapReport.Keeping) -> JSON {
        let model = keeping.model
        return .object(
            step(named: keeping.step) + [
                ("party", .name(keeping.party)), ("sheet", .name(keeping.sheet)),
                ("basis", .string(keeping.basis.rawValue)), ("verdict", .string(model.verdict.rawValue)),
                ("margin", .ends(model.margin)), ("temptation", .ends(model.temptation)),
                ("loss", .ends(model.loss)), ("responseUnknown", .bool(keeping.responseUnknown)),
                ("responseTimeUnknown", .bool(keeping.responseTimeUnknown)),
                ("isYearAssumed", .bool(keeping.isYearAssumed)),
                (
                    "inputs",
                    [
                        "D": .ends(model.gain), "b": .ends(model.gainADay), "tau": .ends(model.responseAfter),
                        "q": .ends(model.snapback), "R": .ends(model.relief),
                        "sunset": .ends(model.reliefLasts), "pG": .ends(model.guarantor),
                        "G": .ends(model.guarantorCosts), "C": .ends(model.loses),
                        "r": .ends(model.discountADay),
                    ]
                ),
                ("leastSnapback", threshold { number(model.leastSnapback($0)) }),
                ("leastGuarantee", threshold { number(model.leastGuarantee($0)) }),
                ("longestResponseDays", threshold { days(model.longestResponse($0)) }),
                ("tranches", keeping.tranches.map(tranches) ?? .null),
            ])
    }

    private func threshold(_ value: (SelfEnforcement.Certainty) -> JSON) -> JSON {
        .object(SelfEnforcement.Certainty.allCases.map { ($0.rawValue, value($0)) })
    }

    private func number(_ value: Double?) -> JSON { value.map(JSON.double) ?? .null }

    private func days(_ longest: SelfEnforcement.LongestResponse) -> JSON {
        switch longest {
        case .none: "none"
        case .days(let days): .double(days)
        case .any: "any"
        }
    }

    private func tranches(_ tranches: EqualTranches) -> JSON {
        let count = tranches.leastCount
        return [
            "count": .whole(count), "size": number(count.map(tranches.size)),
            "stake": .double(tranches.stake), "temptation": .double(tranches.temptation),
            "recoverable": .double(tranches.recoverable), "continuation": .double(tranches.continuation),
            "patience": .double(tranches.patience), "lag": .int(tranches.lag),
        ]
    }
}
