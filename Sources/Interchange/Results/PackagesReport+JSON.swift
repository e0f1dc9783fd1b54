public import Assessment
import Bargaining
import Negotiation

/// How much of the lists a result prints; counts are never cut.
public struct ListLimits: Hashable, Sendable {
    /// The most points of the frontier.
    public var frontier: Int
    /// The most packages of one point.
    public var packages: Int

    /// Limits.
    public init(frontier: Int = 20, packages: Int = 20) {
        self.frontier = frontier
        self.packages = packages
    }
}

extension PackagesReport {
    /// The result for programs; `Documentation/json.md` describes every field.
    public func json(_ limits: ListLimits = ListLimits()) -> JSON {
        let names = negotiators.map(\.scoring.party.rawValue)
        var result: [(key: String, value: JSON)] = [
            ("parley", 1),
            ("negotiators", .array(names.map(JSON.string))),
            ("without", .array(without.map { .string($0.rawValue) })),
            ("ideal", .string(ideal.rawValue)),
            ("sheets", .object(zip(names, negotiators).map { ($0, Self.sheet($1)) })),
            ("packages", packages.json),
            ("feasible", feasible.json),
            ("acceptable", acceptable.json),
            ("acceptableTo", .object(zip(names, negotiators).map { ($0, $1.acceptable.json) })),
        ]
        if frontier.isAskedFor { result.append(("frontier", frontierJSON(limits))) }
        result.append(("references", referencesJSON(limits)))
        if let withoutNumbers { result.append(("withoutNumbers", withoutNumbers.json)) }
        if let testing {
            let list = testing.json(
                negotiators: frontier.negotiators, issues: frontier.issues, limit: limits.frontier)
            result.append(("worthTesting", list))
        }
        if let overTime { result.append(("overTime", overTime.json)) }
        if let obstacle { result.append(("obstacle", obstacle.json(names))) }
        return .object(result)
    }

    private static func sheet(_ negotiator: Negotiator) -> JSON {
        let scoring = negotiator.scoring
        var result: [(key: String, value: JSON)] = [
            ("sheet", .string(scoring.sheet.rawValue)),
            ("basis", .string(scoring.basis.rawValue)),
            ("central", .bool(scoring.isCentral)),
            ("withoutAgreement", .number(negotiator.withoutAgreement)),
            ("withoutAgreementAssumed", .bool(scoring.withoutAgreement == nil)),
        ]
        if !negotiator.withoutAgreementIsExact { result.append(("withoutAgreementIsExact", false)) }
        if !negotiator.withoutAgreement.isJSONExact {
            result.append(("withoutAgreementExact", .string(negotiator.withoutAgreement.description)))
        }
        if let least = negotiator.least, let greatest = negotiator.greatest {
            result += JSON.exactly("leastFeasible", least) + JSON.exactly("greatestFeasible", greatest)
        }
        result.append(("assumptions", .array(scoring.assumptions.map(\.json))))
        return .object(result)
    }

    private func frontierJSON(_ limits: ListLimits) -> JSON {
        let listed = (0..<min(frontier.count, max(limits.frontier, 0)))
        return [
            "points": .int(frontier.count),
            "packages": frontier.packages.json,
            "exact": .bool(frontier.isExact),
            "list": .array(listed.map { point($0, limits) }),
        ]
    }

    func point(_ place: Int, _ limits: ListLimits) -> JSON {
        let point = frontier[place]
        let names = frontier.negotiators.map(\.rawValue)
        var result: [(key: String, value: JSON)] = [
            ("utilities", .object(zip(names, point.utilities).map { ($0, .number($1)) }))
        ]
        let rounded = zip(names, point.utilities).filter { !$1.isJSONExact }
        if !rounded.isEmpty {
            result.append(("exact", .object(rounded.map { ($0, .string($1.description)) })))
        }
        result.append(("count", .string(point.count.description)))
        let packages = point.packages.prefix(max(limits.packages, 0))
        result.append(("packages", .array(packages.map { choices($0) })))
        return .object(result)
    }

    private func choices(_ choose: [IssueID: OptionID]) -> JSON {
        .object(
            frontier.issues.compactMap { issue in
                choose[issue].map { (issue.rawValue, .string($0.rawValue)) }
            })
    }
}

extension PackageCount {
    /// The count, as text because it may be beyond any number type; with both bounds where it is not exact.
    var json: JSON {
        exact
            ? ["count": .string(lower.description), "exact": true]
            : [
                "count": .string(lower.description), "exact": false,
                "atMost": .string(upper.description),
            ]
    }
}

extension Assumption {
    var json: JSON {
        switch self {
        case .missingWeight(let issue): ["kind": "missing-weight", "issue": .string(issue.rawValue)]
        case .unknownValue(let issue, let option):
            [
                "kind": "unknown-value", "issue": .string(issue.rawValue),
                "option": .string(option.rawValue),
            ]
        case .weightWithinRange(let issue):
            ["kind": "weight-within-range", "issue": .string(issue.rawValue)]
        case .valueWithinRange(let issue, let option):
            [
                "kind": "value-within-range", "issue": .string(issue.rawValue),
                "option": .string(option.rawValue),
            ]
        case .weightsFromOrder: ["kind": "weights-from-order"]
        case .weightsFromLevels: ["kind": "weights-from-levels"]
        case .valuesFromOrder(let issue):
            ["kind": "values-from-order", "issue": .string(issue.rawValue)]
        case .valuesFromLevels(let issue):
            ["kind": "values-from-levels", "issue": .string(issue.rawValue)]
        case .interactionWithinRange(let place):
            ["kind": "interaction-within-range", "interaction": .int(place)]
        case .withoutAgreementWithinRange: ["kind": "without-agreement-within-range"]
        case .withoutAgreementAssumed: ["kind": "without-agreement-assumed"]
        }
    }
}

extension Obstacle {
    func json(_ names: [String]) -> JSON {
        switch self {
        case .nothingFeasible(let conflict):
            return [
                "kind": "nothing-feasible",
                "conflict": conflict.map { .array($0.prohibitions.map(\.json)) } ?? .null,
                "exact": .bool(isExact),
            ]
        case .nothingAcceptable(let openings):
            let lowerings = openings.lowerings.map { lowering in
                JSON.exactly("by", zip(names, lowering.by).map { ($0, $1) })
            }
            return .object(
                [
                    ("kind", "nothing-acceptable"),
                    ("lowerings", .array(lowerings.map { $0[0].value })),
                ]
                    + (lowerings.allSatisfy { $0.count == 1 }
                        ? []
                        : [("loweringsExact", .array(lowerings.map { $0.count > 1 ? $0[1].value : [:] }))])
                    + [
                        ("leastTotal", .array(openings.leastTotal.map(JSON.int))),
                        ("leastGreatest", .array(openings.leastGreatest.map(JSON.int))),
                        ("redLines", .array(openings.lines.map { .array($0.map(\.json)) })),
                        ("exact", .bool(openings.isExact)),
                    ])
        }
    }
}

extension Obstacle.Openings.Line {
    fileprivate var json: JSON {
        [
            "party": .string(party.rawValue), "choose": redLine.choose.json,
            "firmness": .string(redLine.firmness.rawValue),
        ]
    }
}

extension Prohibition {
    var json: JSON {
        switch self {
        case .rule(let id): ["rule": .string(id.rawValue)]
        case .breach(let issue, let option):
            ["issue": .string(issue.rawValue), "breaches": .string(option.rawValue)]
        }
    }
}

extension Condition {
    /// The condition in the shape that a dossier's file gives it.
    var json: JSON {
        switch self {
        case .choose(let issue, let options):
            let names = options.map { JSON.string($0.rawValue) }
            return .object([(issue.rawValue, names.count == 1 ? names[0] : .array(names))])
        case .all(let parts): return ["all": .array(parts.map(\.json))]
        case .any(let parts): return ["any": .array(parts.map(\.json))]
        case .not(let part): return ["not": part.json]
        }
    }
}
