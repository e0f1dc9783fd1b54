import Bargaining
import BigInt
import Negotiation

/// The slow, plain reference: every package written down and judged by the definitions.
struct Enumeration {
    let problem: BargainingProblem
    /// All packages in lexicographic order.
    let packages: [[Int]]
    /// Package × party.
    let utilities: [[Rational]]
    /// Package × party: the utility's place among that party's utilities, for quick comparison.
    let ranks: [[Int]]
    let feasible: [Bool]
    let withoutAgreement: [Rational]
    /// Package × party: feasible, no own red line, no loss.
    let acceptableTo: [[Bool]]

    init(_ problem: BargainingProblem) {
        self.problem = problem
        var packages: [[Int]] = [[]]
        for count in problem.optionCounts {
            packages = packages.flatMap { prefix in (0..<count).map { prefix + [$0] } }
        }
        self.packages = packages
        let utilities = packages.map { package in
            problem.parties.map { party -> Rational in
                var sum = Rational.zero
                for (issue, option) in package.enumerated() { sum += party.values[issue][option] }
                for interaction in party.interactions where interaction.when.holds(for: package) {
                    sum += interaction.add
                }
                return party.cap.map { min($0, sum) } ?? sum
            }
        }
        self.utilities = utilities
        let columns = problem.parties.indices.map { party -> [Rational: Int] in
            let distinct = Set(utilities.map { $0[party] }).sorted()
            return Dictionary(uniqueKeysWithValues: distinct.enumerated().map { ($1, $0) })
        }
        ranks = utilities.map { row in row.indices.map { columns[$0][row[$0]]! } }
        feasible = packages.map { package in
            !problem.prohibitions.contains { $0.holds(for: package) }
        }
        let worth = problem.parties.indices.map { party in
            problem.parties[party].withoutAgreement ?? utilities.map { $0[party] }.min()!
        }
        withoutAgreement = worth
        acceptableTo = packages.indices.map { [feasible] index in
            problem.parties.indices.map { party in
                feasible[index] && utilities[index][party] >= worth[party]
                    && !problem.parties[party].redLines.contains { $0.holds(for: packages[index]) }
            }
        }
    }

    var feasibleIndices: [Int] { packages.indices.filter { feasible[$0] } }

    var acceptableIndices: [Int] {
        packages.indices.filter { feasible[$0] && acceptableTo[$0].allSatisfy { $0 } }
    }

    /// Undominated vectors among some packages, greatest first, each with its packages in order.
    func frontier(_ among: [Int]) -> [(utilities: [Rational], packages: [[Int]])] {
        var groups: [[Int]: [Int]] = [:]
        for index in among { groups[ranks[index], default: []].append(index) }
        let vectors = Array(groups.keys)
        return vectors.filter { vector in
            !vectors.contains { other in
                other != vector && zip(other, vector).allSatisfy { $0 >= $1 }
            }
        }.sorted { $1.lexicographicallyPrecedes($0) }.map { vector in
            let members = groups[vector]!
            return (utilities[members[0]], members.sorted().map { packages[$0] })
        }
    }

    func gains(_ utilities: [Rational]) -> [Rational] { zip(utilities, withoutAgreement).map { $0 - $1 } }

    /// Every vector of lowerings that opens a package without crossing a red line and is undominated.
    func concessions() -> Set<[Rational]> {
        let everyLine = problem.parties.flatMap(\.redLines)
        let vectors = Set(
            feasibleIndices.filter { index in !everyLine.contains { $0.holds(for: packages[index]) } }
                .map { index in gains(utilities[index]).map { max(.zero, -$0) } })
        return vectors.filter { vector in
            !vectors.contains { other in
                other != vector && zip(other, vector).allSatisfy { $0 <= $1 }
            }
        }
    }

    /// The smallest sets of red lines, up to three, whose removal opens a package.
    func redLineSets() -> Set<Set<RedLineIndex>> {
        var crossed: Set<Set<RedLineIndex>> = []
        for index in feasibleIndices where gains(utilities[index]).allSatisfy({ $0 >= .zero }) {
            var lines: Set<RedLineIndex> = []
            for (party, model) in problem.parties.enumerated() {
                for (line, formula) in model.redLines.enumerated()
                where formula.holds(for: packages[index]) {
                    lines.insert(RedLineIndex(party: party, line: line))
                }
            }
            crossed.insert(lines)
        }
        guard let least = crossed.map(\.count).min(), least <= 3 else { return [] }
        return crossed.filter { $0.count == least }
    }

    /// Whether some package breaks none of the given prohibitions.
    func satisfiable(_ prohibitions: [Int]) -> Bool {
        packages.contains { package in
            !prohibitions.contains { problem.prohibitions[$0].holds(for: package) }
        }
    }
}
