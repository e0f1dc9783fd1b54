import Assessment
import Bargaining
import Negotiation
import TestSupport
import Testing

/// Packages worth testing and questions worth asking.
@Suite struct InquiryTests {
    /// Two negotiators, orders alone, and a range for what no agreement is worth to the first.
    private static var ordered: Dossier {
        var dossier = SmallDossiers.two
        for place in dossier.sheets.indices {
            let order: [[OptionID]] = place == 0 ? [["a"], ["b"], ["c"]] : [["c"], ["b"], ["a"]]
            dossier.sheets[place].values = ["line": .order(order), "aid": .order([["c"], ["b"], ["a"]])]
            dossier.sheets[place].weights = .order([["line"], ["aid"]])
            dossier.sheets[place].withoutAgreement = WithoutAgreement(worth: Amount(from: 20, to: 45))
        }
        return dossier
    }

    @Test func candidatesAreOrderedByTheirShare() throws {
        var dossier = Self.ordered
        dossier.packages = [Package(id: "middle", choose: ["line": "b", "aid": "c"])]
        let analysis = try Analysis(dossier, AnalysisRequest(draws: 20_000))
        let testing = analysis.worthTesting(analysis.packages())
        #expect(testing.isExact)
        #expect(testing.candidates.count > 1)
        let shares = testing.candidates.map(\.outlook.share.count)
        #expect(shares == shares.sorted(by: >))
        let middle = try #require(testing.candidates.first { $0.package.name == "middle" })
        #expect(middle.origins.contains(.drafted("middle")))
        #expect(middle.outlook.acceptance == .possibly)
        // The line weighs at least half to each, so one at its worst cannot have more than half of it.
        #expect(middle.outlook.utilities[0] == Amount(from: 0, to: 100))
        #expect(!analysis.turns(of: middle).isEmpty)
    }

    @Test func questionsAreThreeToFiveForEach() throws {
        let analysis = try Analysis(Self.ordered, AnalysisRequest(draws: 20_000))
        let inquiry = analysis.inquiry(analysis.worthTesting(analysis.packages()))
        #expect(inquiry.silence == nil)
        #expect(inquiry.sheets.map(\.party) == ["north", "south"])
        for sheet in inquiry.sheets { #expect((3...5).contains(sheet.questions.count)) }
        #expect(inquiry.values.first?.rank == 1)
        #expect(inquiry.values.map(\.rank) == inquiry.values.map(\.rank).sorted())
    }

    @Test func nothingNeedBeAskedWhereNothingIsOpenOrOneIsSure() throws {
        let certain = try Analysis(SmallDossiers.two)
        #expect(certain.inquiry(certain.worthTesting(certain.packages())).silence == .nothingUnknown)
        var sure = Self.ordered
        for place in sure.sheets.indices { sure.sheets[place].withoutAgreement?.worth = Amount(0) }
        let analysis = try Analysis(sure)
        #expect(analysis.inquiry(analysis.worthTesting(analysis.packages())).silence == .leadingIsSure)
        var none = Self.ordered
        for place in none.sheets.indices { none.sheets[place].withoutAgreement?.worth = Amount(101) }
        let hopeless = try Analysis(none)
        let inquiry = hopeless.inquiry(hopeless.worthTesting(hopeless.packages()))
        #expect(inquiry.silence == .nothingPossible && inquiry.leading == nil)
    }

    /// A hidden option is asked about through its issue, a hidden issue not by name.
    @Test func hiddenOptionsAndIssuesAreNotNamed() throws {
        var dossier = Self.ordered
        dossier.issues[0].seenBy = .table
        for place in dossier.issues[0].options.indices where place != 1 {
            dossier.issues[0].options[place].seenBy = .table
        }
        let analysis = try Analysis(dossier, AnalysisRequest(draws: 20_000))
        let sheet = analysis.inquiry(analysis.worthTesting(analysis.packages())).sheets[0]
        let subjects = sheet.questions.map(\.subject)
        #expect(subjects.contains(.answers("line", [])))
        #expect(subjects.contains(.concerns))
        #expect(!subjects.contains(.priority("line", against: "aid")))
        #expect(!subjects.contains { if case .answers("aid", _) = $0 { true } else { false } })
    }

    /// What a party may not see stands in no question that it is asked.
    @Test func questionsNameOnlyWhatThePartySees() {
        var size = RandomDossier.Size()
        size.sheets = 8
        var named = 0
        for seed in 0..<400 {
            var dossier = RandomDossier.make(seed: UInt64(seed), size: size)
            dossier.defaultSheets = [:]
            var seen: Set<PartyID> = []
            dossier.sheets = dossier.sheets.filter { seen.insert($0.party).inserted }
            let without = Set(dossier.negotiators.map(\.id)).subtracting(dossier.sheets.map(\.party))
            guard let analysis = try? Analysis(dossier, AnalysisRequest(without: without, draws: 500)) else {
                continue
            }
            for sheet in analysis.inquiry(analysis.worthTesting(analysis.packages())).sheets {
                let view = dossier.seen(by: .party(sheet.party))
                for question in sheet.questions {
                    let (issues, options) = Self.names(question)
                    named += issues.count
                    for issue in issues { #expect(view.issue(issue) != nil, "seed \(seed)") }
                    for (issue, option) in options {
                        #expect(view.issue(issue)?.option(option) != nil, "seed \(seed)")
                    }
                }
            }
        }
        #expect(named > 0)
    }

    private static func names(_ question: Question) -> ([IssueID], [(IssueID, OptionID)]) {
        var issues: [IssueID] = []
        var options: [(IssueID, OptionID)] = []
        switch question.subject {
        case .answers(let issue, let named):
            issues.append(issue)
            options += named.map { (issue, $0) }
        case .priority(let issue, let other): issues += [issue] + (other.map { [$0] } ?? [])
        case .combination(let all): issues += all
        case .withoutAgreement, .concerns, .conditions, .others: break
        }
        switch question.disclosure {
        case .options(let issue, let named): options += named.map { (issue, $0) }
        case .weights(let all), .combination(let all): issues += all
        case .withoutAgreement, .nothing: break
        }
        return (issues, options)
    }
}
