import Assessment
import Foundation
import Interchange
import Negotiation
import Testing

/// The reference page of results says what the program prints.
@Suite struct ResultPageTests {
    /// Rules, consents, interests, interactions, assumptions, red lines and a fraction that no decimal ends.
    private static let rich = [
        "dossier.yaml": """
        parley: 1
        parties:
          - {id: north, roles: [negotiator]}
          - {id: south, roles: [negotiator]}
          - {id: host, roles: [host]}
        issues:
          - id: border
            today: stay
            options:
              - {id: stay, harms: [safety]}
              - {id: zone, serves: [safety], consent: [{of: host, asked: 2025-02, answer: yes}]}
          - {id: scope, options: [none, all-of-it]}
          - {id: aid, options: [open, {id: tied, breaches: [care]}]}
        interests: [{id: safety, of: [north], text: Safety}]
        minimums: [{id: care, kind: humanitarian-law, text: Care}]
        rules: [{id: zone-needs-all, kind: physical, when: {border: zone}, require: {scope: all-of-it}}]
        """,
        "sheets/north.yaml": """
        party: north
        basis: estimate
        weights: {border: 3, scope: [1, 2]}
        values: {border: {stay: 0, zone: 1/3}, scope: {none: 0, all-of-it: [1, 2]}}
        out-of: {border: 1, scope: 2}
        interactions: [{when: {border: zone}, add: [0, 1]}]
        without-agreement: {worth: 1/3}
        red-lines: [{choose: {scope: none}, firmness: believed}]
        """,
        "sheets/south.yaml": """
        party: south
        basis: estimate
        weights: {order: [border, scope, aid]}
        values: {border: {order: [stay, zone]}, scope: {order: [none, all-of-it]}}
        """,
    ]

    /// The same, where both refuse what the other needs.
    private static let closed = rich.merging([
        "sheets/south.yaml": """
        party: south
        basis: estimate
        weights: {border: 1}
        out-of: {border: 1}
        values: {border: {stay: 1, zone: 0}}
        without-agreement: {worth: 1/2}
        red-lines: [{choose: {scope: all-of-it}, firmness: stated}]
        """
    ]) { $1 }

    /// The same, where having no agreement is worth more to each than what the other could accept.
    private static let distant = rich.merging([
        "sheets/north.yaml": """
        party: north
        basis: estimate
        weights: {border: 1}
        out-of: {border: 1}
        values: {border: {stay: 0, zone: 1}}
        without-agreement: {worth: 1}
        """,
        "sheets/south.yaml": """
        party: south
        basis: estimate
        weights: {border: 1}
        out-of: {border: 1}
        values: {border: {stay: 1, zone: 0}}
        without-agreement: {worth: 1}
        """,
    ]) { $1 }

    /// The same, where one side gains nothing from what both accept.
    private static let level = rich.merging([
        "sheets/south.yaml": """
        party: south
        basis: estimate
        weights: {border: 1}
        out-of: {border: 1}
        values: {border: {stay: 1, zone: 0}}
        without-agreement: {worth: 1}
        """
    ]) { $1 }

    /// Orders and ranges that leave something worth asking, and positions; each party ranks an option first and another last.
    private static let open = rich.merging([
        "dossier.yaml": rich["dossier.yaml"]!
            .replacing("- id: border", with: "- id: border\n    seen-by: public")
            .replacing("{id: stay, ", with: "{id: stay, seen-by: public, ")
            + "\npositions: [{of: north, issue: border, option: zone}]\n",
        "sheets/north.yaml": """
        party: north
        basis: estimate
        weights: {order: [border, scope]}
        values: {border: {stay: [0, 60], zone: 100}, scope: {order: [all-of-it, none]}}
        without-agreement: {worth: [20, 90]}
        """,
        "sheets/south.yaml": """
        party: south
        basis: estimate
        weights: {order: [scope, border, aid]}
        values: {border: {order: [stay, zone]}, scope: {order: [all-of-it, none]}}
        without-agreement: {worth: [20, 90]}
        """,
    ]) { $1 }

    /// The same, where a rule and a minimum together leave nothing.
    private static let impossible = rich.mapValues {
        $0.replacing("rules: [", with: "rules: [{id: no-open, kind: legal, forbid: {aid: open}}, ")
    }

    /// The printed values of a dossier in memory.
    private static func check(_ files: [String: String], with check: inout ResultPageCheck) throws {
        let read = try reading(files)
        let dossier = read.dossier
        for party in dossier.parties { check.names[party.id.rawValue] = "PARTY" }
        for issue in dossier.issues { check.names[issue.id.rawValue] = "ISSUE" }
        for interest in dossier.interests { check.names[interest.id.rawValue] = "INTEREST" }
        let analysis = try Analysis(dossier.seen(by: .team))
        let issues = analysis.issues.map(\.id)
        var report = analysis.packages()
        let testing = analysis.worthTesting(report)
        if analysis.isAnythingUnknown { report.testing = testing }
        report.withoutNumbers = dossier.withoutNumbers(analysis)
        check.check(report.json(), "packages")
        check.check(analysis.inquiry(testing).json(without: ["south"]), "ask")
        let alone = try Analysis(dossier.seen(by: .team), AnalysisRequest(without: ["south"]))
        check.check(alone.packages().json(), "packages")
        let packages = try [
            "today", "border=zone,scope=none,aid=tied", "border=zone,scope=all-of-it,aid=tied",
        ]
        .map {
            try dossier.namedPackage($0)
        }
        for package in packages {
            let fields = analysis.explanation(of: package).json(issues: issues.map(\.rawValue))
            guard case .object(let pairs) = fields else { continue }
            #expect(pairs.prefix(2).map(\.key) == ["parley", "without"])
            check.check(.object(Array(pairs.dropFirst(2))), "explanation")
        }
        var bare = dossier
        bare.sheets.removeLast()
        if case .object(let pairs) = bare.explanation(of: packages[0]).json(issues: []) {
            check.check(.object(Array(pairs.dropFirst(2))), "explanation")
        }
        check.check(
            analysis.comparison(of: packages).json(issues: issues.map(\.rawValue), without: ["south"]),
            "compare")
        let findings = dossier.allFindings()
        let practices = dossier.practiceFindings()
        let result = CheckResult(findings: findings, practices: practices, places: read.places)
        check.check(
            result.json(sentences: findings.map { _ in "-" }, practices: practices.map { _ in "-" }), "check")
    }

    @Test func everyFieldIsDescribedAndEveryDescribedFieldIsPrinted() throws {
        var check = ResultPageCheck(try ResultPage.load())
        for files in [Self.rich, Self.closed, Self.distant, Self.level, Self.open, Self.impossible] {
            try Self.check(files, with: &check)
        }
        #expect(check.problems.sorted() == [])
        // A bound stands only where a budget ran out.
        #expect(
            check.unmet.sorted() == [
                "count: atMost", "explanation: parties.PARTY.withoutAgreementIsExact",
                "packages: sheets.PARTY.withoutAgreementIsExact",
            ])
    }
}
