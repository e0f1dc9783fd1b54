import Foundation
import Negotiation
import Testing

/// What the example about real parties must never do.
@Suite struct UkraineExampleTests {
    @Test func noNumberDescribesARealParty() throws {
        for sheet in try ExamplesTests.dossier("ukraine").sheets {
            #expect(sheet.basis == .illustration)
            #expect(sheet.interactions.isEmpty && sheet.atMost == nil && sheet.outOf.isEmpty)
            #expect(sheet.withoutAgreement?.worth == nil)
            if case .numbers(let amounts, _) = sheet.weights, !amounts.isEmpty {
                Issue.record("\(sheet.id) weighs in numbers")
            }
            if case .numbers? = sheet.states?.form { Issue.record("\(sheet.id) has numbers for states") }
            for (issue, values) in sheet.values {
                if case .numbers = values { Issue.record("\(sheet.id) has numbers for \(issue)") }
            }
        }
    }

    /// What stands on one side's sheet stands on the other's in the same form and number.
    @Test func bothSidesAreTreatedAlike() throws {
        let dossier = try ExamplesTests.dossier("ukraine")
        let conflictParties: Set<PartyID> = ["russia", "ukraine"]
        // Third parties have sheets that speak of the states of the model and of nothing else.
        let others = dossier.sheets.filter { !conflictParties.contains($0.party) }
        #expect(others.allSatisfy { $0.weights.issues.isEmpty && $0.values.isEmpty && $0.redLines.isEmpty })
        #expect(others.allSatisfy { $0.states != nil } && dossier.sheets.count == others.count + 2)
        let shapes = dossier.sheets.filter { conflictParties.contains($0.party) }.map { sheet in
            var ranks = 0
            var statements = 0
            if case .order(let order, _) = sheet.weights { ranks = order.count }
            if case .statements(let list)? = sheet.states?.form { statements = list.count }
            return [ranks, sheet.values.count, sheet.redLines.count, statements]
        }
        #expect(shapes.count == 2 && Set(shapes).count == 1)

        for issue in dossier.issues {
            let said = Set(dossier.positions.filter { $0.issue == issue.id }.map(\.of))
            let known = said.intersection(conflictParties)
            #expect(known.isEmpty || known == conflictParties, "only one side's position on \(issue.id)")
        }
        for item in dossier.packages.map(\.seenBy) + dossier.issues.flatMap(\.options).map(\.seenBy) {
            if case .floated(let parties) = item { #expect(Set(parties) == conflictParties) }
        }
        let owed = dossier.issues.flatMap(\.options).flatMap(\.commitments).flatMap(\.who)
        #expect(owed.count { $0 == "russia" } == owed.count { $0 == "ukraine" })
    }

    /// Parties stand in the stated order: by kind, then by English name.
    @Test func listsFollowTheStatedOrder() throws {
        let parties = try ExamplesTests.dossier("ukraine").parties
        func rank(_ party: Party) -> Int { party.isNegotiator ? 0 : party.isConstituency ? 2 : 1 }
        func name(_ party: Party) -> String {
            let name = party.name.preferring(["en"])
            return name.hasPrefix("A ") ? String(name.dropFirst(2)).capitalized : name
        }
        let places = parties.map { (rank($0), name($0)) }
        #expect(places.map(\.1) == places.sorted { $0 < $1 }.map(\.1))
    }

    /// Words that only one side uses, or that judge, stand nowhere in the dossier.
    @Test func wordsTakeNoSide() throws {
        let folder = ExamplesTests.folder.appending(path: "ukraine")
        let files = try FileManager.default.subpathsOfDirectory(atPath: folder.path)
            .filter { $0.hasSuffix(".yaml") || $0.hasSuffix(".md") }
        #expect(files.count >= 5)
        for file in files {
            let text = try String(contentsOf: folder.appending(path: file), encoding: .utf8).lowercased()
            for word in ["aggress", "military operation", "liberat", "annex", "occupied", "regime", "puppet"]
            {
                #expect(!text.contains(word), "\(file) says “\(word)”")
            }
        }
    }

    /// An option that would breach a minimum is nobody's position here.
    @Test func breachesAreAttributedToNobody() throws {
        let dossier = try ExamplesTests.dossier("ukraine")
        let breaching = dossier.issues.flatMap { issue in
            issue.options.filter { !$0.breaches.isEmpty }.map { (issue.id, $0.id) }
        }
        #expect(breaching.count == 2)
        for (issue, option) in breaching {
            #expect(!dossier.positions.contains { $0.issue == issue && $0.options.contains(option) })
        }
    }

    @Test func rivalReadingsStaySideBySide() throws {
        let readings = try ExamplesTests.dossier("ukraine").readings
        let name = try #require(readings.first { $0.id == "envoy-first-name" })
        #expect(name.says.count == 2)
    }

    /// The finding that the example is known for.
    @Test func anOwnerIsAbsentFromATableThatDiscussesItsMeasure() throws {
        let findings = try ExamplesTests.dossier("ukraine").findings().map(\.reason)
        let found = findings.contains {
            if case .consentAbsent("us-russia", "eu-sanctions", "eu", _) = $0 { true } else { false }
        }
        #expect(found)
    }

    @Test func audiencesDiffer() throws {
        let dossier = try ExamplesTests.dossier("ukraine")
        let team = dossier.seen(by: .team)
        let side = dossier.seen(by: .party("ukraine"))
        let table = dossier.seen(by: .table)
        let everybody = dossier.seen(by: .public)
        #expect(team == dossier)
        #expect(Set([team, side, table, everybody]).count == 4)
        #expect(everybody.sheets.isEmpty && side.sheets.isEmpty)
        #expect(!everybody.parties.contains { $0.id == "host-state" })
        #expect(everybody.packages.map(\.id) == ["draft-humanitarian"])
        #expect(everybody.issues.count == dossier.issues.count)
        #expect(everybody.rules.count == dossier.rules.count)
    }
}
