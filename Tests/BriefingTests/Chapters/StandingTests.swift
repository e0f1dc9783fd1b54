import Assessment
import Bargaining
import Briefing
import Negotiation
import Testing

/// How pages tell which yardsticks are proven, where the frontier is not listed whole.
@Suite struct StandingTests {
    private func text(_ request: AnalysisRequest) throws -> String {
        let analysis = try Analysis(example("two-states").seen(by: .team), request)
        return analysis.packages().text(Phrasing(analysis.dossier), style: TextStyle(width: 400))
    }

    @Test func wholeFrontiersNeedNoWord() throws {
        let text = try text(AnalysisRequest())
        #expect(!text.contains("all acceptable packages") && !text.contains("not proven"))
        #expect(text.contains("Where the yardsticks point, with their ties"))
    }

    @Test func provenYardsticksOfAPartialFrontierAreToldAsSuch() throws {
        let text = try text(AnalysisRequest(budget: Budget(vectors: 4)))
        #expect(
            text.contains(
                "The frontier is known in part; the yardsticks were looked for among all acceptable packages. Nash, Egalitarian, Kalai–Smorodinsky and Utilitarian are exact, with all their ties."
            ), "\(text)")
        #expect(text.contains("found; the budget ran out"))
    }

    @Test func aFrontierThatWasNotAskedForIsNotPrinted() throws {
        let text = try text(AnalysisRequest(listsFrontier: false))
        #expect(text.contains("The frontier was not listed; the yardsticks were looked for"))
        #expect(!text.contains("Points on the frontier") && !text.contains("The frontier, the first"))
        #expect(!text.contains("budget ran out"))
    }

    @Test func gapsAreTold() throws {
        let text = try text(
            AnalysisRequest(listsFrontier: false, budget: Budget(searchStates: 8, searchSteps: 400)))
        #expect(text.contains("not proven: "), "\(text)")
        #expect(!text.contains("with their ties"))
        let told = text.split(separator: "\n").filter { $0.contains("not proven: ") }
        for line in told {
            #expect(
                line.contains(" % less.") || line.contains("budget ran out") || line.contains("No package"),
                "\(line)")
        }
    }

    /// The chapters say it too, and stay neutral.
    @Test(arguments: [100_000_000, 1]) func briefingsTellWhatIsProven(steps: Int) throws {
        let request = AnalysisRequest(
            budget: Budget(vectors: 4, searchStates: steps == 1 ? 1 : 500_000, searchSteps: steps))
        let markdown = try example("two-states").situation(for: .team, request).briefing().markdown()
        if steps == 1 {
            #expect(markdown.contains("Not proven: "), "\(markdown)")
        } else {
            #expect(markdown.contains("Exact, with all its ties, although the frontier is known in part."))
        }
        for word in ["fair", "optimal", "recommended"] {
            #expect(!markdown.lowercased().contains(" " + word), "\(word)")
        }
    }

    /// Weights are for whoever asked for them, on no page that goes around.
    @Test func briefingsShowNoWeights() throws {
        let usual = try example("two-states").situation(for: .team).briefing().html()
        let party = try #require(try example("two-states").negotiators.first?.id)
        let request = AnalysisRequest(nashWeights: [party: 3])
        #expect(try example("two-states").situation(for: .team, request).briefing().html() == usual)
        #expect(try text(request).contains("Nash, weighted"))
    }
}
