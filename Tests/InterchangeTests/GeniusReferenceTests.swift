import BigInt
import Interchange
import Negotiation
import TestSupport
import Testing

/// Every published domain, read and then enumerated: what an import writes gives the utilities that an
/// independent program found.
@Suite(.enabled(if: ReferenceCases.folder != nil, Comment(rawValue: ReferenceCases.absence)))
struct GeniusReferenceTests {
    @Test(arguments: ReferenceCases.bargaining)
    func utilitiesAndFrontier(row: ReferenceCases.Row) throws {
        let result = try GeniusImport.read(domainAt: row.files[0], profilesAt: Array(row.files.dropFirst()))
        let dossier = result.dossier
        #expect(dossier.faults().isEmpty)
        #expect(dossier.negotiators.count == Int(row["parties"]))
        #expect(dossier.issues.count == Int(row["n_issues"]))

        let scales = dossier.sheets.map { Scale($0.central(over: dossier.issues), over: dossier.issues) }
        let all = vectors(of: scales)
        #expect(all.count == Int(row["n_outcomes"]))
        let rational = all.filter { vector in zip(vector, scales).allSatisfy { $0 >= $1.withoutAgreement } }
        #expect(rational.count == Int(row["n_rational"]))

        let whole = frontier(of: all)
        #expect(whole.distinct == Int(row["front_all_distinct"]))
        #expect(whole.outcomes == Int(row["front_all_outcomes"]))
        let acceptable = frontier(of: rational)
        #expect(acceptable.distinct == Int(row["front_distinct"]))
        #expect(acceptable.outcomes == Int(row["front_outcomes"]))

        let reservations = row.numbers("d")
        let best = row.numbers("max")
        for (party, scale) in scales.enumerated() {
            #expect(abs(scale.value(scale.withoutAgreement) - reservations[party]) < 1e-9)
            let greatest = all.map { $0[party] }.max() ?? 0
            #expect(abs(scale.value(greatest) - best[party]) < 1e-9)
        }
    }

    /// One party's points on one common denominator.
    private struct Scale {
        let denominator: BigInt
        let points: [[BigInt]]
        let withoutAgreement: BigInt
        let cap: BigInt

        init(_ scoring: Scoring, over issues: [Negotiation.Issue]) {
            let table = issues.map { issue in
                issue.options.map { scoring.points[issue.id]?[$0.id] ?? 0 }
            }
            let worth = scoring.withoutAgreement ?? 0
            let denominator = (table.joined().map(\.denominator) + [worth.denominator])
                .reduce(BigInt(1)) { $0 / $0.greatestCommonDivisor(with: $1) * $1 }
            func scaled(_ value: Rational) -> BigInt { value.numerator * (denominator / value.denominator) }
            self.denominator = denominator
            points = table.map { $0.map(scaled) }
            withoutAgreement = scaled(worth)
            cap = scaled(scoring.atMost ?? 1)
        }

        func value(_ numerator: BigInt) -> Double { Rational(numerator, over: denominator).doubleValue }
    }

    private func vectors(of scales: [Scale]) -> [[BigInt]] {
        var sums: [[BigInt]] = [scales.map { _ in 0 }]
        for issue in scales[0].points.indices {
            var next: [[BigInt]] = []
            next.reserveCapacity(sums.count * scales[0].points[issue].count)
            for sum in sums {
                for option in scales[0].points[issue].indices {
                    next.append(scales.indices.map { sum[$0] + scales[$0].points[issue][option] })
                }
            }
            sums = next
        }
        return sums.map { sum in scales.indices.map { min(sum[$0], scales[$0].cap) } }
    }

    private func frontier(of vectors: [[BigInt]]) -> (distinct: Int, outcomes: Int) {
        // In falling order, whatever beats a vector stands before it.
        let sorted = vectors.sorted { $1.lexicographicallyPrecedes($0) }
        var kept: [[BigInt]] = []
        var outcomes = 0
        for vector in sorted {
            if kept.last == vector {
                outcomes += 1
            } else if !kept.contains(where: { zip($0, vector).allSatisfy { $0 >= $1 } }) {
                kept.append(vector)
                outcomes += 1
            }
        }
        return (kept.count, outcomes)
    }
}
