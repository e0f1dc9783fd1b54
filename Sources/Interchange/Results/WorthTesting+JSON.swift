import Assessment
import Bargaining
import Negotiation

extension WorthTesting {
    /// The result for programs; `Documentation/json.md` describes every field.
    ///
    /// - Parameters:
    ///   - negotiators: in the order of every list of utilities.
    ///   - issues: in the order of the dossier.
    ///   - limit: the most packages.
    func json(negotiators: [PartyID], issues: [IssueID], limit: Int) -> JSON {
        [
            "draws": .int(draws), "seed": .string(String(seed)), "exact": .bool(isExact),
            "count": .int(candidates.count),
            "list": .array(
                candidates.prefix(max(0, limit)).map { candidate in
                    .object(
                        [
                            ("name", .string(candidate.package.name)),
                            ("choose", candidate.package.choices(issues)),
                            ("origins", .array(candidate.origins.map { .string($0.name) })),
                        ] + candidate.outlook.fields(negotiators))
                }),
        ]
    }
}

extension WorthTesting.Origin {
    fileprivate var name: String {
        switch self {
        case .drafted: "drafted"
        case .reference(let kind): kind.rawValue
        case .frontier(let assumed): "frontier-" + assumed.rawValue
        }
    }
}

extension NamedPackage {
    func choices(_ issues: [IssueID]) -> JSON {
        .object(issues.compactMap { issue in choose[issue].map { (issue.rawValue, .string($0.rawValue)) } })
    }
}

extension PackageOutlook {
    func fields(_ negotiators: [PartyID]) -> [(key: String, value: JSON)] {
        let names = negotiators.map(\.rawValue)
        return [
            ("acceptance", .string(acceptance.name)),
            ("share", share.json),
            ("acceptanceOf", .object(zip(names, acceptances).map { ($0, .string($1.name)) })),
            ("utilities", .object(zip(names, utilities).map { ($0, $1.json) })),
            ("gains", .object(zip(names, gains).map { ($0, $1?.json ?? .null) })),
        ]
    }
}

extension SampledShare {
    var json: JSON {
        [
            "count": .int(count), "draws": .int(draws), "exact": .bool(isExact),
            "low": .double(interval.lowerBound), "high": .double(interval.upperBound),
        ]
    }
}

extension Acceptance {
    var name: String {
        switch self {
        case .surely: "surely"
        case .possibly: "possibly"
        case .never: "never"
        }
    }
}

extension Amount {
    /// Both ends, with the exact fraction beside a rounded one.
    var json: JSON {
        .object(JSON.exactly("least", least) + JSON.exactly("greatest", greatest))
    }
}
