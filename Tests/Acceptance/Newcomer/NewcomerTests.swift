import Foundation
import Testing

/// The ways in: a library, a pasted table, a competition's domain; each ends in a dossier that answers.
@Suite struct NewcomerTests {
    private func parley(_ arguments: [String], in folder: URL, input: String = "") throws -> String {
        let run = try Program.run(arguments, in: folder, input: input)
        run.expectCivil("\(arguments)")
        #expect(run.status == 0, "\(arguments): \(run.errors)")
        return run.output
    }

    @Test func theLibraryListsItself() throws {
        try Scratch.with { folder in
            let list = try parley(["new", "--list"], in: folder)
            let issues = list.split(separator: "\n").filter { !$0.hasPrefix(" ") }
            #expect(issues.count >= 12)
            #expect(try folder.files().isEmpty)
            // All of it makes one right dossier.
            let names = issues.flatMap { ["--issue", String($0.prefix { $0 != ":" })] }
            _ = try parley(["new", "all", "--party", "East", "--party", "West"] + names, in: folder)
            let check = try Program.run(["check", "all"], in: folder)
            #expect(check.status == 0 && check.errors.isEmpty, "\(check.errors)")
        }
    }

    /// Blank to first page, as a newcomer goes: new, orders in the sheets, packages, brief.
    @Test func newThenOrdersThenPackagesThenBrief() throws {
        try Scratch.with { folder in
            let list = try parley(["new", "--list"], in: folder)
            let names = list.split(separator: "\n").filter { !$0.hasPrefix(" ") }.prefix(6)
                .map { String($0.prefix { $0 != ":" }) }
            #expect(names.count == 6)
            let next = try parley(
                [
                    "new", "talks", "--title", "The hill talks", "--party", "Hill people", "--party",
                    "Shore people",
                ]
                    + names.flatMap { ["--issue", $0] }, in: folder)
            #expect(next.contains("parley check talks"))
            #expect(try Program.run(["check", "talks"], in: folder).status == 0)
            // Nobody has a sheet yet: words come first.
            try Program.run(["packages", "talks"], in: folder).expectRefusal(1, saying: ["Hill people"])
            _ = try parley(["brief", "talks", "-o", "words.md"], in: folder)

            // Sheets with nothing but orders: the options as the dossier has them, and the other way round.
            let exported = folder.appending(path: "exported")
            _ = try parley(["export", "talks", "-o", "exported"], in: folder)
            let dossier = try Value(
                json: String(contentsOf: exported.appending(path: "dossier.json"), encoding: .utf8))
            for (place, party) in dossier["parties"].items.enumerated() {
                let id = try #require(party["id"].string)
                let values = dossier["issues"].items.map { issue in
                    let options = issue["options"].items.compactMap { $0["id"].string ?? $0.string }
                    let order = place == 0 ? options : options.reversed()
                    return "  \(issue["id"].string ?? ""): {order: [\(order.joined(separator: ", "))]}\n"
                }
                let weights = place == 0 ? names : names.reversed()
                try folder.write([
                    "talks/sheets/\(id).yaml":
                        "party: \(id)\nbasis: estimate\nweights: {order: [\(weights.joined(separator: ", "))]}\nvalues:\n"
                        + values.joined()
                ])
            }
            let packages = try parley(["packages", "talks"], in: folder)
            #expect(packages.lowercased().contains("central") || packages.contains("order"), "\(packages)")
            let path = try parley(["brief", "talks", "-o", "brief.html"], in: folder)
            #expect(path == "brief-for-team.html\n")
            let page = try String(contentsOf: folder.appending(path: "brief-for-team.html"), encoding: .utf8)
            #expect(page.contains("The hill talks") && page.contains("Shore people"))
        }
    }

    /// The sheets that `new` leaves to be filled in are right as soon as their comments are taken away.
    @Test func theSheetsToFillInAreRight() throws {
        try Scratch.with { folder in
            _ = try parley(
                ["new", "talks", "--party", "A side", "--party", "B side", "--issue", "line"], in: folder)
            let examples = try folder.files().filter { $0.key.hasSuffix(".example") }
            #expect(examples.count == 2)
            for (path, text) in examples { try folder.write(text, to: String(path.dropLast(8))) }
            let check = try Program.run(["check", "talks"], in: folder)
            check.expectCivil()
            #expect(check.status == 0, "\(check.errors)")
        }
    }

    static let table = """
        Notes from the first round. What was raised:

        Question | Compromise floated | Now |
        ---|---|
        Use of the ford | Open at daylight; Open with an escort | Closed |
        Grain store | One keeper; Two keys | Guarded by both |
        More later.
        Question | Compromise floated |
        ---|---|
        Use of the ford | By appointment |
        Night patrols | None within a mile; Announced a day before |
        """

    @Test(arguments: [true, false]) func aPastedTableBecomesADossier(fromInput: Bool) throws {
        try Scratch.with { folder in
            try folder.write(["notes.txt": Self.table])
            let parties = ["--party", "Upper bank", "--party", "Lower bank"]
            _ = try parley(
                ["new", "ford", "--table", fromInput ? "-" : "notes.txt"] + parties, in: folder,
                input: fromInput ? Self.table : "")
            _ = try parley(["check", "ford"], in: folder)
            _ = try parley(["export", "ford", "-o", "json"], in: folder)
            let text = try String(contentsOf: folder.appending(path: "json/dossier.json"), encoding: .utf8)
            let issues = try Value(json: text)["issues"].items
            #expect(issues.map { $0["title"] } == ["Use of the ford", "Grain store", "Night patrols"])
            #expect(issues.map { $0["today"] } == ["closed", "guarded-by-both", "as-things-stand"])
            #expect(issues.map { $0["options"].items.count } == [4, 3, 3])
        }
    }

    @Test func tablesThatAreNoneAreRefused() throws {
        try Scratch.with { folder in
            try folder.write(["empty.txt": "", "words.txt": "No table here.\n"])
            try folder.write(Data([0xFF, 0xFE, 0, 0x80, 0x81]), to: "bytes.csv")
            try folder.write(Data(repeating: 0x7C, count: 20 << 20), to: "bars.txt")
            for name in ["empty.txt", "words.txt", "bytes.csv", "bars.txt", ".", "nowhere.csv"] {
                let run = try Program.run(
                    ["new", "n", "--party", "A", "--party", "B", "--table", name], in: folder)
                run.expectCivil(name)
                #expect(run.status == 1 || run.status == 2, "\(name)")
                #expect(!FileManager.default.fileExists(atPath: folder.appending(path: "n").path), "\(name)")
            }
        }
    }

    /// Utilities 0.5, 0.3 and 0.2 of evaluations over the greatest: worked out below, exactly.
    @Test func aGeniusDomainGivesItsPackages() throws {
        func issues(_ evaluations: [[Int]]?) -> String {
            let names = [("Price", ["low", "high"]), ("Term", ["short", "long", "open"])]
            return names.enumerated().map { place, issue in
                let items = issue.1.enumerated().map { item, value in
                    let evaluation = evaluations.map { " evaluation=\"\($0[place][item])\"" } ?? ""
                    return "<item index=\"\(item + 1)\" value=\"\(value)\"\(evaluation)/>"
                }.joined()
                return
                    "<issue index=\"\(place + 1)\" name=\"\(issue.0)\" type=\"discrete\" etype=\"discrete\">\(items)</issue>"
            }.joined()
        }
        func profile(_ weights: [String], _ evaluations: [[Int]], reservation: String) -> String {
            let list = weights.enumerated().map { "<weight index=\"\($0 + 1)\" value=\"\($1)\"/>" }.joined()
            return
                "<utility_space><objective index=\"0\" name=\"root\">\(list)\(issues(evaluations))</objective>"
                + "<reservation value=\"\(reservation)\"/></utility_space>"
        }
        try Scratch.with { folder in
            try folder.write([
                "d.xml":
                    "<negotiation_template><utility_space><objective index=\"0\" name=\"root\">\(issues(nil))</objective></utility_space></negotiation_template>",
                "buyer.xml": profile(["0.6", "0.4"], [[4, 1], [1, 2, 4]], reservation: "0.3"),
                "seller.xml": profile(["0.75", "0.25"], [[1, 5], [5, 3, 0]], reservation: "0.2"),
            ])
            _ = try parley(
                ["import", "genius", "d.xml", "buyer.xml", "seller.xml", "-o", "trade"], in: folder)
            _ = try parley(["check", "trade"], in: folder)
            let run = try Program.run(["packages", "trade", "--json"], in: folder)
            let json = try run.json
            #expect(json["packages"] == PackagesContractTests.count("6"))
            // Buyer: price 0.6 or 0.15, term 0.1, 0.2 or 0.4. Seller: 0.15 or 0.75, term 0.25, 0.15 or 0.
            // low: (0.7, 0.4) (0.8, 0.3) (1, 0.15 < 0.2); high: (0.25 < 0.3) (0.35, 0.9) (0.55, 0.75).
            let points = json["frontier"]["list"].items.map { $0["utilities"] }
            #expect(
                points == [
                    ["buyer": 0.8, "seller": 0.3], ["buyer": 0.7, "seller": 0.4],
                    ["buyer": 0.55, "seller": 0.75], ["buyer": 0.35, "seller": 0.9],
                ], "\(run)")
            #expect(json["acceptable"] == PackagesContractTests.count("4"))

            try folder.write(["bad.xml": "<utility_space><objective"])
            try Program.run(["import", "genius", "d.xml", "bad.xml", "-o", "x"], in: folder)
                .expectDiagnostics()
            try Program.run(["import", "genius", "none.xml", "buyer.xml", "-o", "x"], in: folder)
                .expectRefusal(1, saying: ["none.xml"])
        }
    }
}
