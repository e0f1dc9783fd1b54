public import Assessment
import Bargaining
import Negotiation

extension ImprovementReport {
    /// The result for programs; `Documentation/json.md` describes every field.
    ///
    /// - Parameters:
    ///   - limits: how many points, and packages at one point, are listed.
    ///   - issues: the issues of the analysis, in the order of the explanation's points.
    public func json(_ limits: ListLimits = ListLimits(), issues: [String]) -> JSON {
        let names = negotiators.map(\.rawValue)
        return [
            "parley": 1,
            "search": .string(search == .improvements ? "improvements" : "completions"),
            "negotiators": .array(names.map(JSON.string)),
            "without": .array(without.map { .string($0.rawValue) }),
            "stage": stage.map { .string($0.rawValue) } ?? .null,
            "changeable": .array(changeable.map { .string($0.rawValue) }),
            "central": .bool(isCentral),
            "start": .object(start.fields(issues: issues)),
            "all": all.json,
            "packages": packages.json,
            "points": .int(count),
            "exact": .bool(isWhole),
            "list": .array(
                (0..<min(count, max(limits.frontier, 0))).map { point(self[$0], names, limits, issues) }),
        ]
    }

    private func point(_ point: Point, _ names: [String], _ limits: ListLimits, _ issues: [String]) -> JSON {
        let packages = point.packages.prefix(max(limits.packages, 0))
        return .object(
            JSON.worths(names, point.utilities) + [
                ("more", point.more.map { .object(zip(names, $0).map { ($0, .number($1)) }) } ?? .null),
                ("changes", point.changes.map { .int($0) } ?? .null),
                ("count", .string(point.count.description)),
                ("packages", .array(packages.map { JSON.choices($0, in: issues) })),
            ])
    }
}

extension JSON {
    /// Utilities by party, and, where a number is rounded, the number itself.
    static func worths(_ names: [String], _ utilities: [Rational]) -> [(key: String, value: JSON)] {
        let rounded = zip(names, utilities).filter { !$1.isJSONExact }
        return [("utilities", .object(zip(names, utilities).map { ($0, .number($1)) }))]
            + (rounded.isEmpty
                ? [] : [("exact", .object(rounded.map { ($0, .string($1.description)) }))])
    }

    /// A package, issue by issue in an order.
    static func choices(_ choose: [IssueID: OptionID], in issues: [String]) -> JSON {
        .object(
            issues.compactMap { issue in
                choose[IssueID(issue)].map { (issue, .string($0.rawValue)) }
            })
    }
}
