import BigInt

/// One coordinate to be made great: a sum over options and soft conditions, capped at the end.
struct Objective: Sendable {
    /// Position × option.
    var values: [[BigInt]]
    /// One number a soft condition of the context graph.
    var adds: [BigInt]
    /// What more than this is worth no more.
    var cap: BigInt?
    /// What packages below are of no interest.
    var floor: BigInt?

    /// The greatest magnitude of any sum that can come up.
    var bound: BigInt {
        var sum = (cap?.magnitude ?? 0) + (floor?.magnitude ?? 0)
        for row in values { sum += row.map(\.magnitude).max() ?? 0 }
        for add in adds { sum += add.magnitude }
        return BigInt(sum)
    }

    /// The same coordinate to be made small.
    var negated: Objective {
        Objective(values: values.map { $0.map { -$0 } }, adds: adds.map { -$0 }, cap: nil, floor: nil)
    }

    /// A coordinate in which every package has nothing and nothing is asked.
    var idle: Objective {
        Objective(
            values: values.map { $0.map { _ in 0 } }, adds: adds.map { _ in 0 }, cap: nil, floor: 0)
    }

    /// The same coordinate over the greatest number that divides all it can sum, without the cap.
    ///
    /// The floor is rounded up: reaching it and reaching the next sum are the same.
    var withoutCapInLowestTerms: Objective {
        var divisor = BigInt(0)
        for row in values + [adds] {
            for value in row { divisor = divisor.greatestCommonDivisor(with: value) }
        }
        if divisor.isZero { divisor = 1 }
        return Objective(
            values: values.map { $0.map { $0 / divisor } }, adds: adds.map { $0 / divisor }, cap: nil,
            floor: floor.map { floor in
                let (quotient, rest) = floor.quotientAndRemainder(dividingBy: divisor)
                return rest > 0 ? quotient + 1 : quotient
            })
    }

    /// The same coordinate along another order of the positions.
    func arranged(_ order: [Int]) -> Objective {
        var result = self
        result.values = order.map { values[$0] }
        return result
    }
}

/// Objectives in one number type, laid out flat along a context graph.
struct Objectives<S: Scalar>: Sendable {
    /// The number of objectives.
    let dimension: Int
    /// Position → option × objective.
    let values: [[S]]
    /// Bonus set × objective.
    let bonuses: [S]
    /// What every package earns.
    let always: [S]
    /// Caps that can bind.
    var caps: [S?]
    let floors: [S?]

    /// Lays out objectives along a graph.
    init(_ objectives: [Objective], along graph: ContextGraph) {
        dimension = objectives.count
        values = graph.levels.indices.map { place in
            (0..<graph.levels[place].width).flatMap { option in
                objectives.map { S(fitting: $0.values[place][option]) }
            }
        }
        func sum(_ fired: [Int32]) -> [S] {
            objectives.map { objective in
                S(fitting: fired.reduce(BigInt(0)) { $0 + objective.adds[Int($1)] })
            }
        }
        bonuses = graph.bonuses.flatMap(sum)
        always = sum(graph.always)
        caps = objectives.map { $0.cap.map { S(fitting: $0) } }
        floors = objectives.map { $0.floor.map { S(fitting: $0) } }
    }

    /// What an edge adds to each objective.
    ///
    /// - Parameter edge: context × option of the level.
    func shift(at index: Int, edge: Int, of level: ContextGraph.Level) -> [S] {
        let option = edge % level.width
        let bonus = Int(level.bonus[edge])
        return (0..<dimension).map {
            values[index][option * dimension + $0] + bonuses[bonus * dimension + $0]
        }
    }
}

/// The bits that sums of these objectives can need.
func bits(of objectives: [Objective]) -> Int {
    objectives.map { $0.bound.bitWidth + 1 }.max() ?? 1
}
