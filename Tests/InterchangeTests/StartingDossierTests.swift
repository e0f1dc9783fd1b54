import Interchange
import Negotiation
import Testing

struct StartingDossierTests {
    private func read(_ files: [String: String]) throws -> Dossier {
        try DossierReader().read(files: files.mapValues { Array($0.utf8) }).dossier
    }

    @Test func libraryIsWholeAndNeutralInForm() {
        let issues = StartingLibrary.issues
        #expect((20...30).contains(issues.count))
        #expect(Set(issues.map(\.id)).count == issues.count)
        #expect(Set(issues.map(\.group)) == Set(IssueTemplate.Group.allCases))
        for issue in issues {
            #expect((3...6).contains(issue.options.count), "\(issue.id)")
            #expect(Set(issue.options.map(\.id)).count == issue.options.count)
            #expect(!issue.options.contains { $0.id == IssueTemplate.today.id })
            #expect(!issue.interests.isEmpty)
        }
    }

    @Test func everyIssueOfTheLibraryReadsWithoutErrors() throws {
        let request = StartingRequest(
            title: "Talks: a \"first\" start", parties: ["North", "No", "Народ", "42 Hills, Ltd #1"],
            issues: StartingLibrary.issues.map(\.id))
        let files = try StartingDossier.files(request)
        let dossier = try read(files)
        #expect(dossier.faults().isEmpty)
        #expect(dossier.title == "Talks: a \"first\" start")
        #expect(dossier.parties.map(\.id) == ["north", "no", "narod", "42-hills-ltd-1"])
        #expect(dossier.parties.map(\.name) == ["North", "No", "Народ", "42 Hills, Ltd #1"])
        #expect(dossier.issues.map(\.id.rawValue) == StartingLibrary.issues.map(\.id))
        #expect(dossier.issues.allSatisfy { $0.today == "as-things-stand" })
        #expect(dossier.rules.count >= 6 && dossier.minimums.count >= 15)
        #expect(dossier.rules.allSatisfy { $0.kind != nil && $0.because != nil })
        #expect(dossier.minimums.allSatisfy { !$0.sources.isEmpty && !$0.concerns.isEmpty })
        #expect(dossier.sheets.isEmpty)
        #expect(try StartingDossier.files(request) == files)
    }

    @Test func issuesReadOneByOneWithOnlyTheRulesThatFit() throws {
        for issue in StartingLibrary.issues {
            let request = StartingRequest(title: "T", parties: ["A"], issues: [issue.id])
            let dossier = try read(try StartingDossier.files(request))
            #expect(dossier.faults().isEmpty && dossier.issues.count == 1 && dossier.rules.isEmpty)
        }
    }

    @Test func sheetsToFillInReadOnceTheyAreRenamed() throws {
        let request = StartingRequest(title: "T", parties: ["A", "B"], issues: ["monitoring", "line"])
        var files = try StartingDossier.files(request)
        for (path, text) in files where path.hasSuffix(".example") {
            files[String(path.dropLast(".example".count))] = text
        }
        let dossier = try read(files)
        #expect(dossier.faults().isEmpty)
        #expect(dossier.sheets.map(\.party) == ["a", "b"])
        #expect(dossier.sheets[0].weights == .order([["monitoring", "line"]]))
        #expect(dossier.sheets[0].values["line"]?.options.count == 5)
    }

    @Test func commentedExamplesAreRight() throws {
        // What stands behind `# ` in the lists is what people will uncomment.
        let request = StartingRequest(title: "T", parties: ["A"], issues: ["recovery"])
        let text = try #require(try StartingDossier.files(request)["dossier.yaml"])
        let keys = [
            "tables:", "minimums:", "rules:", "interests:", "positions:", "stages:", "packages:",
            "timetable:",
        ]
        for key in keys {
            var lines = text.split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
            guard let start = lines.firstIndex(of: "# \(key)") else {
                #expect(text.contains("\n\(key)"), "\(key)")
                continue
            }
            var index = start
            while lines.indices.contains(index), lines[index].hasPrefix("# ") {
                lines[index] = String(lines[index].dropFirst(2))
                index += 1
            }
            // A commented rule speaks of issues that a reader replaces.
            if key == "rules:" {
                lines = lines.map {
                    $0.replacing("{issue: option}", with: "{recovery: national}")
                        .replacing("{issue: [option, option]}", with: "{recovery: [national]}")
                }
            }
            let dossier = try read(["dossier.yaml": lines.joined(separator: "\n")])
            #expect(dossier.faults().isEmpty, "\(key)")
        }
    }

    @Test func requestsThatCannotBeMetSayWhy() {
        func reasons(_ request: StartingRequest) -> [StartingFailure.Reason] {
            do {
                _ = try StartingDossier.files(request)
                return []
            } catch {
                return error.reasons
            }
        }
        #expect(reasons(.init(title: "T", parties: [])) == [.noParty, .noIssue])
        #expect(
            reasons(.init(title: "T", parties: ["A"], issues: ["monitorin", "line", "line"]))
                == [.unknownIssue("monitorin", nearest: "monitoring"), .issueTwice("line")])
        #expect(
            reasons(.init(title: "T", parties: ["A", " a ", "B"], issues: ["line"])) == [.partyTwice("a")])
        #expect(reasons(.init(title: " ", parties: ["A\u{202E}"], issues: ["line"])).count == 2)
        let failure = StartingFailure(reasons: [.unreadable("A\u{202E}\nB")])
        #expect(!failure.description.contains("\u{202E}"))
    }

    @Test func tablesBecomeDossiers() throws {
        let table = try StartingTable.read(
            Array("issue | options | today\nAid | Corridors; One desk | Ad hoc\nStatus | Deferred |".utf8),
            file: "t")
        let request = StartingRequest(title: "T", parties: ["A"], issues: ["aid-access"], table: table)
        let dossier = try read(try StartingDossier.files(request))
        #expect(dossier.faults().isEmpty)
        #expect(dossier.issues.map(\.id) == ["aid-access", "aid", "status"])
        #expect(dossier.issue("aid")?.today == "ad-hoc")
        #expect(dossier.issue("aid")?.options.map(\.id) == ["ad-hoc", "corridors", "one-desk"])
        #expect(dossier.issue("status")?.options.map(\.title) == ["As things stand", "Deferred"])
    }
}
