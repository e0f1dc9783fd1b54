import Negotiation
import Stability
import Testing

/// The matrix form of the definitions: Xu, Hipel and Kilgour 2009, *Matrix representation of solution concepts in multiple-decision-maker
/// graph models*, IEEE Trans. SMC-A 39(1).
struct MatrixForm {
    typealias Matrix = [[Int]]
    let plain: PlainModel

    private var size: Range<Int> { 0..<plain.count }

    private func matrix(_ entry: (Int, Int) -> Bool) -> Matrix {
        size.map { row in size.map { entry(row, $0) ? 1 : 0 } }
    }

    private func product(_ left: Matrix, _ right: Matrix) -> Matrix {
        size.map { row in size.map { column in size.reduce(0) { $0 + left[row][$1] * right[$1][column] } } }
    }

    private func sign(_ matrix: Matrix) -> Matrix { matrix.map { $0.map { $0 == 0 ? 0 : 1 } } }
    private func not(_ matrix: Matrix) -> Matrix { matrix.map { $0.map { $0 == 0 ? 1 : 0 } } }
    private func either(_ left: Matrix, _ right: Matrix) -> Matrix {
        zip(left, right).map { zip($0, $1).map { max($0, $1) } }
    }
    private func both(_ left: Matrix, _ right: Matrix) -> Matrix {
        zip(left, right).map { zip($0, $1).map { min($0, $1) } }
    }

    /// J, or J+ where only improvements count.
    private func adjacency(_ mover: Int, improving: Bool) -> Matrix {
        matrix { from, to in
            plain.moves[mover][from].contains(to)
                && (!improving || plain.levels[mover][to] > plain.levels[mover][from])
        }
    }

    /// M of a group: reachable by legal sequences, as the union over lengths of products in which no mover follows itself.
    private func reachability(_ group: [Int], improving: Bool) -> Matrix {
        let steps = group.map { adjacency($0, improving: improving) }
        var last = steps
        var total = steps.reduce(matrix { _, _ in false }, either)
        // A state and last mover need appear once only.
        for _ in 0..<(plain.count * max(1, group.count)) {
            last = group.indices.map { mover in
                let before = group.indices.filter { $0 != mover }.map { last[$0] }
                    .reduce(matrix { _, _ in false }, either)
                return either(last[mover], sign(product(before, steps[mover])))
            }
            let next = last.reduce(total, either)
            if next == total,
                last
                    == group.indices.map({ mover in
                        either(
                            last[mover],
                            sign(
                                product(
                                    group.indices.filter { $0 != mover }.map { last[$0] }.reduce(
                                        matrix { _, _ in false }, either),
                                    steps[mover])))
                    })
            {
                break
            }
            total = next
        }
        return last.reduce(total, either)
    }

    func stable(for mover: Int, _ concept: Concept) -> [Int] {
        let levels = plain.levels[mover]
        let improving = adjacency(mover, improving: true)
        let others = plain.movers.filter { $0 != mover }
        // Transposed: row a state that is entered, column the state that was left.
        let notBetter = matrix { entered, left in levels[entered] <= levels[left] }
        let better = matrix { entered, left in levels[entered] > levels[left] }
        let sanctions: Matrix
        switch concept {
        case .nash: sanctions = matrix { _, _ in false }
        case .gmr, .seq: sanctions = product(reachability(others, improving: concept == .seq), notBetter)
        case .smr, .sseq:
            let noEscape = not(product(adjacency(mover, improving: false), better))
            sanctions = product(reachability(others, improving: concept == .sseq), both(notBetter, noEscape))
        }
        let unanswered = product(improving, not(sanctions))
        return size.filter { unanswered[$0][$0] == 0 }
    }
}

struct MatrixFormTests {
    @Test func enginesAgreeWithTheMatrixForm() throws {
        var seed: UInt64 = 50_000
        var models = 0
        while models < 200 {
            seed += 1
            let random = RandomModel(seed: seed, largest: 5)
            guard let options = random.options else { continue }
            models += 1
            let form = MatrixForm(plain: random.plain)
            let verdicts = try GraphModel(
                StateGraph(options: options, states: random.states, asFlips: true), random.plain.preferences
            ).verdicts()
            for concept in Concept.allCases {
                for mover in random.plain.movers {
                    #expect(
                        verdicts.stable[concept].map { Array($0[mover]) } == form.stable(for: mover, concept),
                        "seed \(seed), \(concept), decision maker \(mover)")
                }
            }
        }
    }
}
