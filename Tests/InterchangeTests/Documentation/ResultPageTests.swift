import Assessment
import Bargaining
import Foundation
import Interchange
import Negotiation
import Stability
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

    /// Stages to climb, something to agree on, something to trade, and worths that change with time.
    private static let climbing = [
        "dossier.yaml": """
        parley: 1
        parties:
          - {id: north, roles: [negotiator]}
          - {id: south, roles: [negotiator]}
          - {id: host, roles: [host]}
        issues:
          - id: border
            today: stay
            options: [stay, {id: zone, serves: [safety, trade], consent: [{of: host, asked: 2025-02, answer: pending}]}]
          - {id: scope, today: none, options: [none, all-of-it]}
          - {id: aid, today: shut, options: [shut, open]}
          - {id: tolls, today: high, options: [high, low]}
          - {id: form, today: c, options: [a, b, c]}
          - {id: radio, today: quiet, options: [quiet, loud]}
          - {id: hall, today: here, options: [here, there]}
        interests:
          - {id: safety, of: [north], text: Safety}
          - {id: trade, of: [south], text: Trade}
          - {id: peace, of: [north, south], text: Peace}
          - {id: border-trade, of: [north, south], text: Trade over the border}
        rules: [{id: zone-needs-all, kind: physical, when: {border: zone}, require: {scope: all-of-it}}]
        stages: [{id: first, settles: [border, scope]}, {id: last, settles: [aid, tolls, form, radio]}]
        """.replacing("serves: [safety, trade]", with: "serves: [safety, trade, border-trade]"),
        "sheets/north.yaml": """
        party: north
        basis: estimate
        weights: {border: 3, scope: 1, aid: 2, tolls: 1, form: 1, radio: 1}
        values:
          border: {stay: 0, zone: 1/7}
          scope: {none: 0, all-of-it: 1}
          aid: {shut: 0, open: 1}
          tolls: {high: 1, low: 0}
          form: {order: [a, b, c]}
          radio: {quiet: 0, loud: 1}
        out-of: 1
        without-agreement: {worth: 1/3, over-time: {3mo: [0, 1], 12mo: 0}}
        red-lines: [{choose: {tolls: low}, firmness: believed}]
        """,
        "sheets/south.yaml": """
        party: south
        basis: estimate
        weights: {border: 1, scope: 2, aid: 1, tolls: [3, 4], form: 1}
        values:
          border: {stay: 1, zone: 0}
          scope: {none: 0, all-of-it: 1}
          aid: {shut: 0, open: 1}
          tolls: {high: 0, low: 1}
          form: {order: [a, c, b]}
        out-of: 1
        without-agreement: {over-time: {6mo: 1}}
        """,
    ]

    /// Everything that `improve` prints of a dossier in memory.
    private static func checkPaths(_ files: [String: String], with check: inout ResultPageCheck) throws {
        let view = try reading(files).dossier.seen(by: .team)
        for party in view.parties { check.names[party.id.rawValue] = "PARTY" }
        for issue in view.issues { check.names[issue.id.rawValue] = "ISSUE" }
        for interest in view.interests { check.names[interest.id.rawValue] = "INTEREST" }
        let analysis = try Analysis(view)
        let issues = analysis.issues.map(\.id.rawValue)
        check.check(analysis.packages().json(), "packages")
        let starts: [(String, StageID?)] = [
            ("today", nil), ("today", "first"), ("border=zone,scope=all-of-it", nil),
        ]
        for (start, stage) in starts {
            let report = try analysis.improvements(on: view.namedPackage(start), within: stage)
            check.check(report.json(issues: issues), "improve")
        }
        for kept in [nil, "border=zone", "border=zone,scope=none"] {
            let package = try kept.map { try view.namedPackage($0) }
            check.check(try analysis.ladders(keeping: package).json(issues: issues), "ladder")
        }
        check.check(try view.mutualInterests().json(), "trades")
        check.check(try view.mutualInterests(AnalysisRequest(without: ["south"])).json(), "trades")
        var bare = view
        bare.sheets.removeLast()
        check.check(try bare.mutualInterests().json(), "trades")
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

    /// Yardsticks that a budget leaves unproven, with weights asked for.
    private static func checkUnproven(_ files: [String: String], with check: inout ResultPageCheck) throws {
        let view = try reading(files).dossier.seen(by: .team)
        for party in view.parties { check.names[party.id.rawValue] = "PARTY" }
        for issue in view.issues { check.names[issue.id.rawValue] = "ISSUE" }
        for (steps, lists) in [(1, true), (30, true), (1, false), (30, false), (300, false)] {
            let request = AnalysisRequest(
                listsFrontier: lists, nashWeights: ["north": 2],
                budget: Budget(vectors: 2, searchStates: 3, searchSteps: steps))
            check.check(try Analysis(view, request).packages().json(), "packages")
        }
    }

    /// Everything that `stability` prints of models in memory.
    private static func checkStability(with check: inout ResultPageCheck) throws {
        let parties = ["north", "south", "guarantor"]
        for party in parties { check.names[party] = "PARTY" }
        for concept in Concept.allCases { check.names[concept.rawValue] = "CONCEPT" }
        let files = [
            "dossier.yaml": """
            parley: 1
            parties: [{id: north}, {id: south}, {id: guarantor}]
            issues: [{id: line, options: [here, there]}]
            """,
            "stability.yaml": """
            decision-makers:
              - {party: north, options: [attack]}
              - {party: south, options: [answer]}
              - {party: guarantor, options: [{id: respond, proposed: true}]}
            states: [{id: truce, pattern: NNN}, {id: attacked, pattern: YNN}]
            status-quo: truce
            """,
            "sheets/north.yaml":
                "party: north\nbasis: estimate\nstates: {statements: [attack, not answer]}\n",
            "sheets/south.yaml":
                "party: south\nbasis: estimate\nstates: {statements: [not attack, not answer]}\n",
            "sheets/seen.yaml":
                "party: south\nbasis: estimate\nstates: {statements: [answer], held-by: [north]}\n",
            "sheets/guarantor.yaml":
                "party: guarantor\nbasis: estimate\nstates: {ranking: [truce, attacked]}\n",
        ]
        let dossier = try reading(files).dossier
        let request = StabilityRequest(coalition: ["north", "south"], kept: ["truce"])
        check.check(try dossier.stability(request).json(), "stability")
        var whole = dossier
        whole.sheets.removeAll { $0.id == "guarantor" }
        check.check(try whole.stability(request).json(), "stability")
        // Two decision makers in a ring, and a dilemma from which both can step together to what is better for both.
        let ring = """
            parley: 1
            decision-makers: [{party: north}, {party: south}]
            states: [{id: a}, {id: b}, {id: c}, {id: d}]
            moves: {north: [[a, b], [b, a], [c, d], [d, c]], south: [[b, c], [c, b], [d, a], [a, d]]}
            status-quo: a
            preferences: {north: {ranking: [b, a, d, c]}, south: {ranking: [c, b, a, d]}}
            """
        let dilemma = """
            parley: 1
            decision-makers: [{party: north, options: [arm]}, {party: south, options: [arm-too]}]
            status-quo: YY
            preferences:
              north: {ranking: [YN, NN, YY, NY]}
              south: {ranking: [NY, NN, YY, YN]}
            """
        let oneWay = """
            parley: 1
            decision-makers: [{party: north, options: [{id: leave, direction: forth}]}, {party: south}]
            status-quo: N
            preferences: {north: {ranking: [Y, N]}, south: {ranking: [N, Y]}}
            """
        for (text, kept) in [(ring, StateID("b")), (ring, "a"), (dilemma, "NN"), (oneWay, "N")] {
            let model = try ConflictModelReader().read(Array(text.utf8), path: "model.yaml")
            let report = try model.stability(
                StabilityRequest(
                    explainsEquilibria: true, coalition: ["north", "south"], kept: [kept], concept: .nash))
            check.check(report.json(), "stability")
        }
    }

    /// Everything that `roadmap` prints of dossiers and networks in memory.
    private static func checkRoadmaps(with check: inout ResultPageCheck) throws {
        let all = [
            RoadmapSamples.exchange, RoadmapSamples.conflicting, RoadmapSamples.ring, RoadmapSamples.late,
            RoadmapSamples.together, RoadmapSamples.undated, RoadmapSamples.uncontrollable,
        ]
        for files in all { check.check(try RoadmapSamples.roadmap(files).report.json(), "roadmap") }
        let read = RoadmapRequest(reading: "withdrawal-first")
        check.check(try RoadmapSamples.roadmap(RoadmapSamples.exchange, read).report.json(), "roadmap")
        for point in ["Z", "X", "Y"] { check.names[point] = "POINT" }
        for text in [
            #"{"nodes": ["Z", "X", "Y"], "ordinary": [["Z", "X", 9], ["X", "Z", -2]]}"#,
            #"{"nodes": ["X", "Y"], "ordinary": [["X", "Y", 2], ["Y", "X", -3]]}"#,
            #"{"nodes": ["X", "Y"], "ordinary": [], "contingent": [["X", 1, 3, "Y"]]}"#,
            NetworkReportTests.unforeseen, NetworkReportTests.failing,
        ] {
            check.check(try NetworkReaderTests.read(text).report().json(), "network")
        }
    }

    @Test func everyFieldIsDescribedAndEveryDescribedFieldIsPrinted() throws {
        var check = ResultPageCheck(try ResultPage.load())
        for files in [Self.rich, Self.closed, Self.distant, Self.level, Self.open, Self.impossible] {
            try Self.check(files, with: &check)
        }
        let unknown = Self.climbing.mapValues { $0.replacing("id: scope, today: none", with: "id: scope") }
        let ranked = Self.climbing.mapValues {
            $0.replacing(
                "weights: {border: 1, scope: 2, aid: 1, tolls: [3, 4], form: 1}",
                with: "weights: {order: [tolls, border, scope, aid, form]}")
        }
        for files in [Self.climbing, ranked] { try Self.checkPaths(files, with: &check) }
        try Self.checkUnproven(Self.climbing, with: &check)
        try Self.checkStability(with: &check)
        try Self.checkRoadmaps(with: &check)
        let analysis = try Analysis(reading(unknown).dossier)
        check.check(try analysis.ladders().json(issues: analysis.issues.map(\.id.rawValue)), "ladder")
        let alone = try Analysis(reading(unknown).dossier, AnalysisRequest(without: ["south"]))
        check.check(try alone.ladders().json(issues: alone.issues.map(\.id.rawValue)), "ladder")
        check.check(
            try alone.improvements(on: NamedPackage(name: "p", choose: ["aid": "open"])).json(
                issues: alone.issues.map(\.id.rawValue)), "improve")
        #expect(check.problems.sorted() == [])
        // A bound stands only where a budget ran out.
        #expect(
            check.unmet.sorted() == [
                "count: atMost", "explanation: parties.PARTY.withoutAgreementIsExact",
                "packages: sheets.PARTY.withoutAgreementIsExact",
            ])
    }

    /// Each column of the matrix is described, in its order, and what is described exists.
    @Test func everyColumnOfTheMatrixIsDescribed() throws {
        let file = URL(fileURLWithPath: #filePath).pathComponents.dropLast(4).joined(separator: "/")
            .dropFirst()
        let page = try String(contentsOfFile: file + "/Documentation/json.md", encoding: .utf8)
        let sections = page.components(separatedBy: "\n## ")
        let section = try #require(sections.first { $0.hasPrefix("`roadmap` as a table") })
        let described = section.split(separator: "\n").filter { $0.hasPrefix("| `") }.flatMap { row in
            row.split(separator: "|")[0].matches(of: /`([^`]+)`/).map { String($0.output.1) }
        }
        let header = try RoadmapSamples.roadmap().report.csv().prefix { $0 != "\r\n" }
        #expect(described == header.split(separator: ",").map(String.init))
    }
}
