import Bargaining
import BigInt
import Foundation
import Interchange
import Negotiation

/// Work that no peer does.
enum Alone {
    /// What one run leaves to be told.
    struct Answer {
        /// What was found: proven points, packages, findings.
        var count = 0
        /// How far a yardstick may be from the best, the greatest of all of them.
        var gap = 0.0
        /// Seconds of each part.
        var parts: [String: Double] = [:]
    }

    /// The four yardsticks one after another, without a frontier.
    static func yardsticks(_ problem: BargainingProblem) throws -> Answer {
        var answer = Answer()
        let space = try OutcomeSpace(problem)
        func measure(_ name: String, _ body: () -> [Reference]) {
            let start = ContinuousClock.now
            for reference in body() {
                answer.count += reference.points.count
                let gap = reference.gap.map { Double($0.numerator) / Double($0.denominator) } ?? 1
                answer.gap = max(answer.gap, reference.exact ? 0 : max(gap, .leastNonzeroMagnitude))
            }
            let time = (ContinuousClock.now - start).components
            answer.parts[name] = Double(time.seconds) + Double(time.attoseconds) * 1e-18
        }
        measure("nash") { space.nashReferences().sets.map(\.reference) }
        measure("egalitarian") { [space.egalitarianReference()] }
        measure("kalai-smorodinsky") { [space.kalaiSmorodinskyReference().reference] }
        measure("utilitarian") { [space.utilitarianReference()] }
        return answer
    }

    /// Four parties, twelve issues with five options: all weights and values ranges, or all orders.
    static func knowledge(ordered: Bool, seed: UInt64) -> (completions: SheetCompletions, packages: [[Int]]) {
        var generator = Generator(seed: seed)
        let (issues, options) = (12, 5)
        func shuffled(_ count: Int) -> [Int] {
            var rest = Array(0..<count)
            return (0..<count).map { _ in rest.remove(at: generator.number(0...rest.count - 1)) }
        }
        func range(_ most: Int) -> Amount {
            let least = generator.number(0...most)
            let width = generator.number(1...max(1, most / 2))
            return Amount(
                from: Rational(BigInt(least), over: 100), to: Rational(BigInt(least + width), over: 100))
        }
        let parties = (0..<4).map { _ in
            ordered
                ? PartyKnowledge(
                    weights: .ordered(shuffled(issues).map { [$0] }, total: 100),
                    values: (0..<issues).map { _ in ValueKnowledge(chain: shuffled(options).map { [$0] }) },
                    withoutAgreement: Amount(40))
                : PartyKnowledge(
                    weights: .ranges((0..<issues).map { _ in range(1_600) }, total: nil),
                    values: (0..<issues).map { _ in
                        ValueKnowledge(
                            free: Dictionary(uniqueKeysWithValues: (0..<options).map { ($0, range(70)) }))
                    }, withoutAgreement: Amount(from: 30, to: 45))
        }
        let packages = (0..<50).map { _ in (0..<issues).map { _ in generator.number(0...options - 1) } }
        let completions = SheetCompletions(
            parties, optionCounts: [Int](repeating: options, count: issues), draws: 100_000, seed: seed)
        return (completions, packages)
    }

    /// The worths of a frontier's row as a dossier in its files.
    static func dossier(_ worths: Worths) -> [String: [UInt8]] {
        let issues = worths.values[0].count
        var files = dossierFiles(parties: worths.values.count, issues: issues, options: worths.options)
        for (party, rows) in worths.values.enumerated() {
            let values = rows.enumerated().map { issue, row in
                let worth = row.enumerated().map { "o\($0 + 1): \($1)" }.joined(separator: ", ")
                return "  i\(issue + 1): {\(worth)}\n"
            }
            let weights = (1...issues).map { "i\($0): 1" }.joined(separator: ", ")
            let sheet =
                "party: p\(party + 1)\nbasis: illustration\nby: A seed\nweights: {\(weights)}\nout-of: 100000\n"
                + "values:\n" + values.joined()
            files["sheets/p\(party + 1).yaml"] = Array(sheet.utf8)
        }
        return files
    }

    /// Parties and issues without any sheet.
    private static func dossierFiles(parties: Int, issues: Int, options: Int) -> [String: [UInt8]] {
        var text = "parley: 1\ntitle: A large table\nbasis: illustration\nparties:\n"
        for party in 1...parties {
            text += "  - {id: p\(party), name: Party \(party), roles: [negotiator]}\n"
        }
        text += "issues:\n"
        for issue in 1...issues {
            text += "  - id: i\(issue)\n    title: Issue \(issue)\n    today: o1\n    options:\n"
            for option in 1...options { text += "      - {id: o\(option), title: Option \(option)}\n" }
        }
        return ["dossier.yaml": Array(text.utf8)]
    }

    /// A dossier in its files, with a sheet for each party.
    static func dossier(parties: Int, issues: Int, options: Int, seed: UInt64) -> [String: [UInt8]] {
        var generator = Generator(seed: seed)
        var files = dossierFiles(parties: parties, issues: issues, options: options)
        for party in 1...parties {
            var sheet = "party: p\(party)\nbasis: illustration\nby: A seed\nweights: {"
            sheet +=
                (1...issues).map { "i\($0): \(generator.number(1...99))" }.joined(separator: ", ")
                + "}\nvalues:\n"
            for issue in 1...issues {
                let values = (1...options).map { "o\($0): \(generator.number(0...100))" }
                sheet += "  i\(issue): {\(values.joined(separator: ", "))}\n"
            }
            sheet += "without-agreement: {text: Nothing changes., worth: 0}\n"
            files["sheets/p\(party).yaml"] = Array(sheet.utf8)
        }
        return files
    }
}
