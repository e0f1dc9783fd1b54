import Assessment
import Bargaining
import BigInt
import Foundation
import Interchange
import Negotiation
import TestSupport
import Testing

/// Every published domain on the way that a user's goes: import, sheets, engine, report. Counts are held to those
/// of an independent program exactly, points to nine digits.
@Suite(.enabled(if: ReferenceCases.folder != nil, Comment(rawValue: ReferenceCases.absence)))
struct ReferenceDomainsTests {
    @Test(arguments: ReferenceCases.bargaining)
    func agrees(row: ReferenceCases.Row) throws {
        let start = ContinuousClock.now
        let domain = try Domain(row)
        domain.checkCounts()
        domain.checkFrontier()
        domain.checkNash()
        domain.checkRatios()
        domain.checkSums()
        #expect(ContinuousClock.now - start < .seconds(1), "\(row)")
    }
}

/// One row of the reference with what the analysis says of its domain.
private struct Domain {
    let row: ReferenceCases.Row
    let analysis: Analysis
    let report: PackagesReport

    init(_ row: ReferenceCases.Row) throws {
        self.row = row
        let imported = try GeniusImport.read(
            domainAt: row.files[0], profilesAt: Array(row.files.dropFirst()))
        let dossier = imported.dossier.seen(by: .team)
        analysis = try Analysis(dossier, AnalysisRequest(ideal: .all))
        report = analysis.packages()
    }

    func checkCounts() {
        expect(report.packages, "n_outcomes")
        expect(report.feasible, "n_outcomes")
        expect(report.acceptable, "n_rational")
        #expect(report.isExact)
        #expect(report.negotiators.count == Int(row["parties"]))
        expect([report.negotiators.map(\.withoutAgreement)], equal: [row.numbers("d")])
        expect([report.negotiators.map { $0.greatest ?? 0 }], equal: [row.numbers("max")])
    }

    func checkFrontier() {
        #expect(report.frontier.count == Int(row["front_distinct"]))
        expect(report.frontier.packages, "front_outcomes")
        if !row["front_points"].isEmpty {
            expect(points, equal: row.points("front_points"))
        }
        let whole = analysis.space.frontier(over: .feasible)
        #expect(whole.exact && whole.count == Int(row["front_all_distinct"]))
        expect(whole.packages, "front_all_outcomes")
    }

    func checkNash() {
        let sets = report.references.nash
        if Double(row["nash_value"]) == 0 {
            // The product is 0 everywhere: the reference lists the whole frontier, the report who gains together.
            #expect(sets.allSatisfy { $0.gaining.count < report.negotiators.count })
            expect(points, equal: row.points("nash"))
        } else {
            #expect(sets.count == 1 && sets[0].gaining == report.frontier.negotiators)
            expect(sets.flatMap(\.points).map { points[$0] }, equal: row.points("nash"))
            expectPackages(sets.flatMap(\.points), "nash_nout")
        }
    }

    /// The reference lists every point of the greatest least gain or share; leximin may choose among them.
    func checkRatios() {
        let gains = points.map { subtract($0, analysis.withoutAgreement) }
        expect(report.references.egalitarian, within: gains.map { $0.min() ?? 0 }, "kalai")
        let room = subtract(report.references.ideals, analysis.withoutAgreement)
        let shares = gains.map { gain in
            gain.indices.filter { room[$0] > .zero }.map { gain[$0] / room[$0] }.min() ?? 0
        }
        if Double(row["ks_value"]) != nil {
            expect(report.references.kalaiSmorodinsky, within: shares, "ks")
        }
    }

    func checkSums() {
        expect(report.references.utilitarian.map { points[$0] }, equal: row.points("welfare"))
        expectPackages(report.references.utilitarian, "welfare_nout")
    }

    private var points: [[Rational]] {
        (0..<report.frontier.count).map { report.frontier[$0].utilities }
    }

    private func subtract(_ left: [Rational], _ right: [Rational]) -> [Rational] {
        zip(left, right).map { $0 - $1 }
    }

    private func expect(_ count: PackageCount, _ column: String) {
        #expect(count.exact && count.lower.description == row[column], "\(row) \(column)")
    }

    private func expectPackages(_ points: [Int], _ column: String) {
        let packages = points.reduce(BigInt(0)) { $0 + report.frontier[$1].count }
        #expect(packages.description == row[column], "\(row) \(column)")
    }

    /// All points of the greatest `measure` are those of the reference, and the chosen ones are among them.
    private func expect(_ chosen: [Int], within measure: [Rational], _ column: String) {
        let best = measure.max() ?? 0
        let level = measure.indices.filter { measure[$0] == best }
        #expect(abs(best.doubleValue - (Double(row[column + "_value"]) ?? .nan)) < 1e-9, "\(row) \(column)")
        expect(level.map { points[$0] }, equal: row.points(column))
        expectPackages(level, column + "_nout")
        #expect(!chosen.isEmpty && Set(chosen).isSubset(of: level), "\(row) \(column)")
    }

    /// The same points, in any order, to nine digits.
    private func expect(_ found: [[Rational]], equal expected: [[Double]]) {
        #expect(found.count == expected.count, "\(row)")
        var open = expected
        for point in found {
            let match = open.firstIndex { other in
                other.count == point.count && zip(point, other).allSatisfy { abs($0.doubleValue - $1) < 1e-9 }
            }
            #expect(match != nil, "\(row): \(point.map(\.doubleValue)) is not in the reference")
            if let match { open.remove(at: match) }
        }
    }
}
