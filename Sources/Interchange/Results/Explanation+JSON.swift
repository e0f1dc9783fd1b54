public import Assessment
public import Negotiation

extension Explanation {
    /// The result for programs; `Documentation/json.md` describes every field.
    ///
    /// - Parameters:
    ///   - issues: the issues of the analysis, in the order of `points`.
    ///   - without: the negotiators left out on request.
    public func json(issues: [String], without: [PartyID] = []) -> JSON {
        .object(
            [("parley", 1), ("without", .array(without.map { .string($0.rawValue) }))]
                + fields(issues: issues))
    }

    func fields(issues: [String]) -> [(key: String, value: JSON)] {
        [
            ("package", .string(package.name)),
            ("choose", .object(choices.map { ($0.issue.rawValue, Self.name($0.option?.rawValue)) })),
            ("open", .array(open.map { .string($0.rawValue) })),
            ("unchanged", .array(choices.filter(\.isToday).map { .string($0.issue.rawValue) })),
            ("feasible", Self.truth(isFeasible)),
            ("broken", .array(broken.map(\.json))),
            ("onFrontier", Self.truth(isExcluded ? false : isOnFrontier)),
            ("consents", Self.json(consents)),
            (
                "interests",
                .object(
                    interests.map { interest in
                        let served = interest.servedBy.map { JSON.string($0.rawValue) }
                        let harmed = interest.harmedBy.map { JSON.string($0.rawValue) }
                        return (
                            interest.interest.rawValue, ["served": .array(served), "harmed": .array(harmed)]
                        )
                    })
            ),
            ("minimums", .array(minimums.map { .string($0.rawValue) })),
            ("withoutSheet", .array(withoutSheet.map { .string($0.rawValue) })),
            ("parties", .object(worths.map { ($0.party.rawValue, Self.worth($0, issues: issues)) })),
            (
                "outlook",
                outlook.map { outlook in
                    ["acceptance": .string(outlook.acceptance.name), "share": outlook.share.json]
                } ?? .null
            ),
        ]
    }

    private static func worth(_ worth: Worth, issues: [String]) -> JSON {
        var result: [(key: String, value: JSON)] = [
            ("utility", .number(worth.utility)), ("exact", .string(worth.utility.description)),
            ("range", worth.range.json),
            ("gainRange", worth.gainRange?.json ?? .null),
            ("certainty", worth.certainty.map { .string($0.name) } ?? .null),
        ]
        result += JSON.exactly("withoutAgreement", worth.withoutAgreement)
        result.append(("withoutAgreementAssumed", .bool(worth.withoutAgreementBasis == .assumed)))
        result += JSON.exactly("gain", worth.gain)
        result += worth.best.map { JSON.exactly("best", $0) } ?? [("best", .null)]
        result.append(("acceptable", truth(worth.isAcceptable)))
        result += JSON.exactly("points", zip(issues, worth.points).map { ($0, $1) })
        result += JSON.exactly("mostPoints", zip(issues, worth.bestPoints).map { ($0, $1) })
        result.append(
            (
                "interactions",
                .array(
                    worth.interactions.sorted { $0.key < $1.key }.map { place, add in
                        .object([("interaction", .int(place))] + JSON.exactly("add", add))
                    })
            ))
        result += JSON.exactly("sum", worth.sum)
        if !worth.withoutAgreementIsExact { result.append(("withoutAgreementIsExact", false)) }
        result.append(
            (
                "redLines",
                .array(
                    worth.crossed.map { line in
                        ["choose": line.choose.json, "firmness": .string(line.firmness.rawValue)]
                    })
            ))
        return .object(result)
    }

    static func json(_ consents: [NeededConsent]) -> JSON {
        .object(consents.map { need in (need.party.rawValue, .array(need.options.map(consent))) })
    }

    private static func consent(
        _ need: (issue: IssueID, option: OptionID, consent: Consent)
    ) -> JSON {
        [
            "issue": .string(need.issue.rawValue), "option": .string(need.option.rawValue),
            "asked": .bool(need.consent.isAsked), "answer": name(need.consent.answer?.rawValue),
        ]
    }

    private static func name(_ text: String?) -> JSON { text.map(JSON.string) ?? .null }
    private static func truth(_ value: Bool?) -> JSON { value.map(JSON.bool) ?? .null }
}

extension Comparison {
    /// The result for programs; `Documentation/json.md` describes every field.
    ///
    /// - Parameters:
    ///   - issues: the issues of the analysis, in the order of the explanations' points.
    ///   - without: the negotiators left out on request.
    public func json(issues: [String], without: [PartyID] = []) -> JSON {
        [
            "parley": 1,
            "without": .array(without.map { .string($0.rawValue) }),
            "packages": .array(packages.map { .object($0.fields(issues: issues)) }),
            "differing": .array(differing.map { .string($0.rawValue) }),
            "shifts": .array(
                zip(packages.dropFirst(), shifts).map { other, shifts in
                    [
                        "from": .string(packages[0].package.name), "to": .string(other.package.name),
                        "parties": .object(shifts.map { ($0.party.rawValue, shift($0)) }),
                    ]
                }),
        ]
    }

    private func shift(_ shift: Shift) -> JSON {
        let byIssue = differing.compactMap { issue in shift.byIssue[issue].map { (issue.rawValue, $0) } }
        return .object(
            JSON.exactly("byIssue", byIssue.map { ($0, $1) })
                + (shift.byInteractions.map { JSON.exactly("byInteractions", $0) }
                    ?? [("byInteractions", .null)])
                + JSON.exactly("total", shift.total) + [("range", shift.range?.json ?? .null)])
    }
}
