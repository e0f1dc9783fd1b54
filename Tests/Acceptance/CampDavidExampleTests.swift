import Foundation
import Negotiation
import Testing

/// Adjusted Winner on the points of the Camp David example, worked out again from the sheets.
@Suite struct CampDavidExampleTests {
    /// The figures that the example's page gives, as its file for tests holds them.
    struct Expected: Decodable {
        struct Point: Decodable {
            var egypt: String
            var israel: String
        }
        var egalitarian: Point
        var nash: Point
        var packages: Int
    }

    static func expected() throws -> Expected {
        let file = ExamplesTests.folder.appending(path: "camp-david/expected.json")
        return try JSONDecoder().decode(Expected.self, from: Data(contentsOf: file))
    }

    static func scores() throws -> (dossier: Dossier, egypt: Scoring, israel: Scoring) {
        let dossier = try ExamplesTests.dossier("camp-david")
        func scoring(_ id: SheetID) throws -> Scoring {
            try #require(dossier.sheets.first { $0.id == id }).central(over: dossier.issues)
        }
        return (dossier, try scoring("egypt"), try scoring("israel"))
    }

    @Test func eachSideSpreadsAHundredPoints() throws {
        let (dossier, egypt, israel) = try Self.scores()
        for side in [egypt, israel] {
            #expect(side.weights.values.reduce(0, +) == 100)
            #expect(!side.isCentral)
        }
        #expect(dossier.issues.map(\.options.count).reduce(1, *) == (try Self.expected().packages))
    }

    /// The procedure: each issue to who values it more, then a share of the issue of closest ratio back.
    @Test func theProcedureGivesWhatTheDraftsSay() throws {
        let (dossier, egypt, israel) = try Self.scores()
        var ahead: Rational = 0
        var behind: Rational = 0
        var closest: (egypt: Rational, israel: Rational)?
        for issue in dossier.issues {
            let mine = try #require(egypt.weights[issue.id])
            let theirs = try #require(israel.weights[issue.id])
            guard mine > theirs else {
                behind += theirs
                continue
            }
            ahead += mine
            if closest.map({ mine / theirs < $0.egypt / $0.israel }) ?? true { closest = (mine, theirs) }
        }
        let split = try #require(closest)
        let share = (ahead - behind) / (split.egypt + split.israel)
        #expect(share == Rational(1) / 6)

        let expected = try Self.expected()
        let drafts = Dictionary(uniqueKeysWithValues: dossier.packages.map { ($0.id, $0.choose) })
        let before = try #require(drafts["winner-takes-it"])
        let after = try #require(drafts["adjusted-winner"])
        #expect(egypt.utility(of: before) == ahead && israel.utility(of: before) == behind)
        #expect(egypt.utility(of: after) == ahead - share * split.egypt)
        #expect(egypt.utility(of: after) == israel.utility(of: after))
        #expect(egypt.utility(of: after).description == expected.egalitarian.egypt)
        #expect(israel.utility(of: after).description == expected.egalitarian.israel)
        #expect(egypt.utility(of: before).description == expected.nash.egypt)
        #expect(israel.utility(of: before).description == expected.nash.israel)
    }
}
