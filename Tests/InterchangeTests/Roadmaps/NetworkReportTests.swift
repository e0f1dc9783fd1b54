import Assessment
import Foundation
import Interchange
import Sequencing
import TestSupport
import Testing

/// What is said of a network, held to published and independently computed answers.
@Suite struct NetworkReportTests {
    private static func report(_ text: String, budget: Int = 200_000) throws -> NetworkReport {
        try NetworkReaderTests.read(text).report(budget: budget)
    }

    private static func fields(_ report: NetworkReport) throws -> [String: Any] {
        try #require(
            JSONSerialization.jsonObject(with: Data(report.json().text().utf8)) as? [String: Any])
    }

    @Test func saysWhereASimpleNetworkFails() throws {
        let report = try Self.report(
            #"{"nodes": ["a", "b", "c"], "ordinary": [["a", "b", 3], ["b", "c", -4], ["c", "a", 0]]}"#)
        #expect(report.isConsistent == false && report.kind == .simple && report.isExact)
        let fields = try Self.fields(report)
        #expect(Set(fields["cycle"] as? [String] ?? []) == ["a", "b", "c"])
        #expect(fields["cycleWeight"] as? Int == -1)
        #expect(fields["weak"] == nil && fields["dynamic"] == nil && fields["earliest"] == nil)
        // Nothing may come before the origin.
        let before = try Self.report(#"{"nodes": ["Z", "a"], "ordinary": [["Z", "a", -2]]}"#)
        #expect(before.ring?.length == -2 && Set(before.ring?.points ?? []) == [0, 1])
    }

    @Test func saysWhenPointsCanBe() throws {
        let report = try Self.report(
            #"{"kind": "STN", "nodes": ["Z", "a", "b"], "ordinary": [["Z", "a", 9], ["a", "Z", -2], ["b", "a", -1]]}"#
        )
        #expect(
            report.json().text() == """
                {
                  "parley": 1,
                  "kind": "STN",
                  "consistent": true,
                  "exact": true,
                  "points": 3,
                  "constraints": 3,
                  "contingent": 0,
                  "observations": 0,
                  "earliest": {"Z": 0, "a": 2, "b": 3},
                  "latest": {"Z": 0, "a": 9, "b": null}
                }
                """)
    }

    @Test func ordersTheFieldsAsPromised() throws {
        let text =
            #"{"kind": "STNU", "nodes": ["A", "C"], "ordinary": [["A", "C", 3]], "contingent": [["A", 1, 3, "C"]]}"#
        #expect(
            try Self.report(text).json().text().replacing("\n", with: "").replacing("  ", with: " ")
                .hasPrefix(
                    #"{ "parley": 1, "kind": "STNU", "consistent": true, "weak": true, "strong": true, "dynamic": true, "dynamicInstantaneous": true,"#
                ))
    }

    /// Where something fails in one scenario by itself.
    static let failing = NetworkReaderTests.text.replacing(
        #"["V?", "S", 3, "!kept"]"#, with: #"["V?", "S", -3, "!kept"], ["S", "V?", 1, "!kept"]"#)
    /// Where each scenario can be executed by itself, and what is observed becomes known after it was needed.
    static let unforeseen = """
        {"nodes": ["Z", "V?", "P"], "obs": {"V?": "p"}, "contingent": [["Z", 4, 6, "V?"]],
         "labelled": [["Z", "P", 1, "p"], ["P", "Z", -1, "p"], ["Z", "P", 2, "!p"], ["P", "Z", -2, "!p"]]}
        """

    @Test func namesTheScenarioThatFails() throws {
        let report = try Self.report(Self.failing)
        #expect(
            report.isConsistent == false && report.isWeaklyControllable == false
                && report.isControllable == false)
        #expect(report.failingScenario == [.init("kept", holds: false)])
        #expect(try Self.fields(report)["failingScenario"] as? [String] == ["!kept"])
        #expect(report.ring?.length == -2 && Set(report.ring?.points ?? []) == [2, 4])
    }

    @Test func namesWhatBecomesKnownTooLate() throws {
        let report = try Self.report(Self.unforeseen)
        #expect(report.isConsistent == true && report.isWeaklyControllable == true)
        #expect(report.isControllable == false && report.isControllableAtOnce == false)
        #expect(report.failingScenario == nil && report.ring == nil)
        let obstacle = try #require(Self.fields(report)["obstacle"] as? [String: [[String: Any]]])
        let labels = Set((obstacle["constraints"] ?? []).compactMap { $0["label"] as? [String] })
        #expect(labels == [["p"], ["!p"]])
    }

    @Test func saysThatABudgetRanOut() throws {
        let folder = try #require(ReferenceCases.folder, "\(ReferenceCases.absence)")
        let file = URL(filePath: folder).appending(
            path: "roadmap/networks/cstn07_weakly_but_not_dynamically.json")
        let report = try NetworkReader().read(at: file.path).report(budget: 0)
        #expect(report.isControllable == nil && !report.isExact)
        #expect(try Self.fields(report)["dynamic"] is NSNull)
    }

    @Test func doesNotCountBeyondNumbers() throws {
        // Bounds that rise by the largest numbers until the budget ends.
        let most = NetworkReader.weightLimit
        let text = """
            {"nodes": ["Z", "a", "b", "c"], "obs": {"a": "p"}, "nodeLabel": {"c": "p"},
             "ordinary": [["a", "Z", -\(most)], ["b", "a", -\(most)], ["Z", "b", \(most)]],
             "labelled": [["c", "b", -\(most), "p"], ["b", "c", \(most), "p"]],
             "contingent": [["Z", 0, \(most), "a"]]}
            """
        _ = try Self.report(text, budget: Int.max).json().text()
    }

    @Test(.enabled(if: ReferenceCases.folder != nil, "\(ReferenceCases.absence)"))
    func publishedNetworksHaveTheirKnownAnswers() throws {
        let folder = URL(filePath: try #require(ReferenceCases.folder)).appending(path: "roadmap/networks")
        let files = try FileManager.default.contentsOfDirectory(at: folder, includingPropertiesForKeys: nil)
        var count = 0
        for file in files.sorted(by: { $0.path < $1.path }) where file.pathExtension == "json" {
            let name = file.lastPathComponent
            if name.hasPrefix("random") { continue }
            #expect(NetworkReader.standsAlone(at: file.path), "\(name)")
            let read = try NetworkReader().read(at: file.path)
            let report = read.report()
            let whole = try JSONSerialization.jsonObject(with: Data(contentsOf: file)) as? [String: Any]
            let known = try #require(whole?["known"] as? [String: Any])
            #expect(report.kind.rawValue == whole?["kind"] as? String, "\(name)")
            #expect(read.id == whole?["id"] as? String)
            if let answer = known["consistent"] as? Bool { #expect(report.isConsistent == answer, "\(name)") }
            if let answer = known["dc"] as? Bool { #expect(report.isControllableAtOnce == answer, "\(name)") }
            if let answer = known["weak"] as? Bool {
                #expect(report.isWeaklyControllable == answer, "\(name)")
            }
            if let ring = known["cycle"] as? [String] {
                let names = report.ring?.points.map { report.network.points[$0] } ?? []
                #expect(Set(names) == Set(ring), "\(name)")
            }
            if let weight = known["cycle_weight"] as? Int {
                #expect(report.ring?.length == weight, "\(name)")
            }
            #expect(report.isExact, "\(name)")
            try checkSense(report, name)
            count += 1
        }
        #expect(count == 35)
    }

    /// What can be done with less can be done with more.
    private func checkSense(_ report: NetworkReport, _ name: String) throws {
        func implies(_ one: Bool?, _ other: Bool?) -> Bool { one != true || other != false }
        #expect(implies(report.isStronglyControllable, report.isControllable), "\(name)")
        #expect(implies(report.isControllable, report.isControllableAtOnce), "\(name)")
        #expect(implies(report.isControllableAtOnce, report.isWeaklyControllable), "\(name)")
        #expect(implies(report.isWeaklyControllable, report.isConsistent), "\(name)")
        #expect((report.isConsistent == false) == (report.ring != nil), "\(name)")
    }

    @Test(.enabled(if: ReferenceCases.folder != nil, "\(ReferenceCases.absence)"))
    func randomNetworksHaveTheAnswersOfTheGame() throws {
        let folder = URL(filePath: try #require(ReferenceCases.folder)).appending(path: "roadmap/networks")
        var count = 0
        for file in ["random_stnu_200.json", "random_cstn_75.json"] {
            let data = try Data(contentsOf: folder.appending(path: file))
            let all = try #require(JSONSerialization.jsonObject(with: data) as? [String: [String: Any]])
            for (name, one) in all {
                let bytes = try JSONSerialization.data(withJSONObject: one)
                let report = try NetworkReader().read(Array(bytes), path: name).report()
                #expect(report.isControllableAtOnce == one["game"] as? Bool, "\(name)")
                if let known = one["weak"] as? Bool {
                    #expect(report.isWeaklyControllable == known, "\(name)")
                }
                if let known = one["strong"] as? Bool {
                    #expect(report.isStronglyControllable == known, "\(name)")
                }
                try checkSense(report, name)
                count += 1
            }
        }
        #expect(count == 275)
    }
}
