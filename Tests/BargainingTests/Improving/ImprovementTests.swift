import Bargaining
import BigInt
import Negotiation
import Testing

/// Improvements and completions, held to plain enumeration on random problems.
@Suite struct ImprovementTests {
    @Test(arguments: 0..<12) func improvementsAgree(batch: Int) throws {
        var random = RandomProblems(seed: UInt64(5_000 + batch))
        for number in 0..<100 {
            let problem = random.problem(parties: number < 4 ? number % 2 : nil)
            let mark = "batch \(batch), problem \(number)"
            let reference = Enumeration(problem)
            let space = try OutcomeSpace(problem)
            // Random packages seldom leave room; acceptable ones often do.
            let among =
                reference.acceptableIndices.isEmpty || random.dice.oneIn(3)
                ? Array(reference.packages.indices) : reference.acceptableIndices
            let pick = among[random.dice.number(0...among.count - 1)]
            let kept = Set(problem.optionCounts.indices.filter { _ in random.dice.oneIn(5) })
            check(
                space.improvements(on: reference.packages[pick], keeping: kept), pick, kept, reference, mark)
        }
    }

    private func check(
        _ found: Improvements, _ pick: Int, _ kept: Set<Int>, _ reference: Enumeration, _ mark: String
    ) {
        let given = reference.packages[pick]
        let better = reference.acceptableIndices.filter { other in
            let pairs = zip(reference.ranks[other], reference.ranks[pick])
            return pairs.allSatisfy { $0 >= $1 } && pairs.contains { $0 > $1 }
                && kept.allSatisfy { reference.packages[other][$0] == given[$0] }
        }
        func changes(_ index: Int) -> Int { zip(reference.packages[index], given).count { $0 != $1 } }
        var groups: [[Int]: [Int]] = [:]
        for index in better { groups[reference.ranks[index] + [-changes(index)], default: []].append(index) }
        let vectors = groups.keys.filter { vector in
            !groups.keys.contains { $0 != vector && zip($0, vector).allSatisfy { $0 >= $1 } }
        }.sorted { left, right in
            left.last! == right.last!
                ? right.lexicographicallyPrecedes(left) : left.last! > right.last!
        }
        #expect(found.exact, "\(mark)")
        #expect(found.all == PackageCount(BigInt(better.count)), "\(mark)")
        #expect(found.count == vectors.count, "\(mark)")
        guard found.count == vectors.count else { return }
        for (place, vector) in vectors.enumerated() {
            let members = groups[vector]!.sorted()
            #expect(found.changes(at: place) == changes(members[0]), "\(mark)")
            #expect(found.utilities(at: place) == reference.utilities[members[0]], "\(mark)")
            #expect(found.packageCount(at: place) == BigInt(members.count), "\(mark)")
            #expect(Array(found.packages(at: place)) == members.map { reference.packages[$0] }, "\(mark)")
        }
        let listed = vectors.reduce(0) { $0 + groups[$1]!.count }
        #expect(found.packages == PackageCount(BigInt(listed)), "\(mark)")
    }

    @Test(arguments: 0..<10) func completionsAgree(batch: Int) throws {
        var random = RandomProblems(seed: UInt64(6_000 + batch))
        for number in 0..<100 {
            let problem = random.problem(parties: number < 4 ? number % 2 : nil)
            let mark = "batch \(batch), problem \(number)"
            let reference = Enumeration(problem)
            let space = try OutcomeSpace(problem)
            let pick = random.dice.number(0...reference.packages.count - 1)
            var chosen: [Int: Int] = [:]
            for issue in problem.optionCounts.indices where random.dice.oneIn(3) {
                chosen[issue] = reference.packages[pick][issue]
            }
            let found = space.acceptableCompletions(of: chosen)
            let completions = reference.acceptableIndices.filter { index in
                chosen.allSatisfy { reference.packages[index][$0.key] == $0.value }
            }
            let expected = reference.frontier(completions)
            #expect(found.all == PackageCount(BigInt(completions.count)), "\(mark)")
            #expect(found.frontier.exact && found.frontier.count == expected.count, "\(mark)")
            guard found.frontier.count == expected.count else { continue }
            for (point, wanted) in expected.enumerated() {
                #expect(found.frontier.utilities(at: point) == wanted.utilities, "\(mark)")
                #expect(Array(found.frontier.packages(at: point)) == wanted.packages, "\(mark)")
            }
        }
    }

    /// A budget that ends early leaves improvements that are improvements, and says that it ended.
    @Test func partialAnswersSaySo() throws {
        var random = RandomProblems(seed: 7_000)
        random.size = 2_000
        for _ in 0..<40 {
            let problem = random.problem(parties: 3)
            let whole = try OutcomeSpace(problem)
            let package = problem.optionCounts.map { _ in 0 }
            let account = whole.account(of: package)
            var budget = Budget()
            budget.vectors = 3
            budget.tableEntries = 3
            let found = try OutcomeSpace(problem, budget: budget).improvements(on: package)
            let all = whole.improvements(on: package)
            #expect(found.all.lower <= all.all.lower && found.all.upper >= all.all.upper)
            #expect(found.exact || found.count <= max(all.packages.lower, found.packages.upper))
            for place in 0..<found.count {
                let utilities = found.utilities(at: place)
                let before = account.parties.map(\.utility)
                #expect(zip(utilities, before).allSatisfy { $0 >= $1 } && utilities != before)
                for better in found.packages(at: place).prefix(3) {
                    #expect(whole.account(of: better).isAcceptable)
                    #expect(whole.account(of: better).parties.map(\.utility) == utilities)
                }
            }
        }
    }
}
