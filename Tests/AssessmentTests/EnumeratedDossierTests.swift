import Assessment
import BigInt
import Negotiation
import TestSupport
import Testing

/// Whole dossiers, with sheets of every kind, held to plain enumeration of their packages.
@Suite struct EnumeratedDossierTests {
    @Test(arguments: 0..<8) func countsAndFrontierAreThoseOfAllPackages(batch: Int) throws {
        var size = RandomDossier.Size()
        size.nastyTexts = false
        size.sheets = 8
        var compared = 0
        for seed in 0..<250 {
            var dossier = RandomDossier.make(seed: UInt64(batch * 1_000 + seed), size: size)
            dossier.defaultSheets = [:]
            // One sheet a party, so that none has to be chosen.
            var seen: Set<PartyID> = []
            dossier.sheets = dossier.sheets.filter { seen.insert($0.party).inserted }
            let without = Set(dossier.negotiators.map(\.id)).subtracting(dossier.sheets.map(\.party))
            guard let analysis = try? Analysis(dossier, AnalysisRequest(without: without, draws: 100)) else {
                continue
            }
            compared += 1
            try compare(analysis, "batch \(batch), seed \(seed)")
        }
        #expect(compared > 60)
    }

    private func compare(_ analysis: Analysis, _ mark: String) throws {
        let issues = analysis.issues
        let packages = issues.reduce([[:]]) { rows, issue in
            rows.flatMap { row in issue.options.map { row.merging([issue.id: $0.id]) { $1 } } }
        }
        let feasible = packages.filter { choose in
            !analysis.dossier.rules.contains { $0.broken.holds(in: choose) }
                && issues.allSatisfy { issue in
                    choose[issue.id].flatMap { issue.option($0) }?.breaches.isEmpty ?? true
                }
        }
        let worths = analysis.scorings.map { scoring in
            scoring.withoutAgreement ?? packages.map { scoring.utility(of: $0) }.min() ?? .zero
        }
        let acceptable = feasible.filter { choose in
            zip(analysis.scorings, worths).allSatisfy { scoring, worth in
                scoring.utility(of: choose) >= worth
                    && !scoring.redLines.contains { $0.choose.holds(in: choose) }
            }
        }
        let report = analysis.packages()
        #expect(analysis.withoutAgreement == worths, "\(mark)")
        #expect(report.packages.lower == BigInt(packages.count), "\(mark)")
        #expect(report.feasible.exact && report.feasible.lower == BigInt(feasible.count), "\(mark)")
        #expect(report.acceptable.exact && report.acceptable.lower == BigInt(acceptable.count), "\(mark)")
        let vectors = Set(acceptable.map { choose in analysis.scorings.map { $0.utility(of: choose) } })
        let frontier = vectors.filter { mine in
            !vectors.contains { other in other != mine && zip(other, mine).allSatisfy { $0 >= $1 } }
        }
        #expect(Set((0..<report.frontier.count).map { report.frontier[$0].utilities }) == frontier, "\(mark)")
        checkOutlooks(analysis, acceptable: acceptable, packages.prefix(12), mark)
    }

    /// Central values are one of the ways that sheets allow.
    private func checkOutlooks(
        _ analysis: Analysis, acceptable: [[IssueID: OptionID]], _ some: ArraySlice<[IssueID: OptionID]>,
        _ mark: String
    ) {
        for (choose, outlook) in zip(some, analysis.outlooks(of: Array(some))) {
            for (scoring, range) in zip(analysis.scorings, outlook.utilities) {
                let central = scoring.utility(of: choose)
                #expect(range.least <= central && central <= range.greatest, "\(mark): \(choose), \(scoring)")
                if !scoring.isCentral { #expect(range.isExact, "\(mark)") }
            }
            let isAcceptable = zip(analysis.scorings, analysis.withoutAgreement).allSatisfy {
                scoring, worth in
                scoring.utility(of: choose) >= worth
                    && !scoring.redLines.contains { $0.choose.holds(in: choose) }
            }
            switch outlook.acceptance {
            case .surely: #expect(isAcceptable && outlook.share.value == 1, "\(mark)")
            case .never: #expect(!isAcceptable && outlook.share.value == 0, "\(mark)")
            case .possibly: break
            }
        }
    }
}
