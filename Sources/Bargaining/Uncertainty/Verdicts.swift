/// Packages as a party's plan sees them: for each, the rows to add up.
struct VerdictPlan: Sendable {
    /// A product of a weight and a share that some package needs.
    struct Product: Sendable, Hashable {
        var issue: Int
        var option: Int
    }

    let plan: DrawPlan
    private(set) var products: [Product] = []
    /// Package → the places of its products.
    private(set) var terms: [[Int]] = []
    /// Package → the interactions that hold.
    private(set) var adds: [[Int]] = []
    /// The packages, by place among all in question.
    let packages: [Int]

    /// - Parameters:
    ///   - packages: the packages whose verdict depends on the completion, with their places.
    init(_ party: PartyKnowledge, _ plan: DrawPlan, _ packages: [(place: Int, options: [Int])]) {
        self.plan = plan
        self.packages = packages.map(\.place)
        var places: [Product: Int] = [:]
        for (_, options) in packages {
            terms.append(
                options.enumerated().map { issue, option in
                    let product = Product(issue: issue, option: option)
                    if let place = places[product] { return place }
                    places[product] = products.count
                    products.append(product)
                    return products.count - 1
                })
            adds.append(
                party.interactions.indices.filter { party.interactions[$0].when.holds(for: options) })
        }
    }
}

/// The verdicts of one party on a block of completions.
struct Verdicts {
    static let words = Draws.lanes / 64

    let verdicts: VerdictPlan
    private let products: UnsafeMutablePointer<Double>
    private let floor: UnsafeMutablePointer<Double>
    private let sums: UnsafeMutablePointer<Double>

    init(_ verdicts: VerdictPlan) {
        self.verdicts = verdicts
        products = Draws.memory(verdicts.products.count)
        floor = Draws.memory(1)
        sums = Draws.memory(1)
    }

    /// Gives the memory back; nothing may be asked afterwards.
    func deallocate() {
        products.deallocate()
        floor.deallocate()
        sums.deallocate()
    }

    /// Prepares the products of a block.
    func prepare(_ draws: Draws) {
        let lanes = Draws.lanes
        for (place, product) in verdicts.products.enumerated() {
            let row = products + place * lanes
            let weight = draws.rows + product.issue * lanes
            switch verdicts.plan.shares[product.issue][product.option] {
            case .known(let share): for lane in 0..<lanes { row[lane] = weight[lane] * share }
            case .row(let number):
                let share = draws.rows + number * lanes
                for lane in 0..<lanes { row[lane] = weight[lane] * share[lane] }
            }
        }
        switch verdicts.plan.floor {
        case .known(let worth)?: floor.update(repeating: worth, count: lanes)
        case .row(let number)?: floor.update(from: draws.rows + number * lanes, count: lanes)
        case nil: floor.update(repeating: -.infinity, count: lanes)
        }
    }

    /// The points of a package in every lane of the block, caps not applied.
    func points(of index: Int, _ draws: Draws) -> UnsafeMutablePointer<Double> {
        let lanes = Draws.lanes
        let terms = verdicts.terms[index]
        let blocks = lanes / 8
        sums.withMemoryRebound(to: SIMD8<Double>.self, capacity: blocks) { sums in
            products.withMemoryRebound(to: SIMD8<Double>.self, capacity: blocks * verdicts.products.count) {
                products in
                terms.withUnsafeBufferPointer { terms in
                    for block in 0..<blocks {
                        var sum = SIMD8<Double>.zero
                        for term in terms { sum += products[term * blocks + block] }
                        sums[block] = sum
                    }
                }
            }
        }
        for add in verdicts.adds[index] {
            switch verdicts.plan.adds[add] {
            case .known(let points): for lane in 0..<lanes { sums[lane] += points }
            case .row(let number):
                let row = draws.rows + number * lanes
                for lane in 0..<lanes { sums[lane] += row[lane] }
            }
        }
        return sums
    }

    /// The worth without agreement in every lane of the block.
    var floors: UnsafeMutablePointer<Double> { floor }

    /// Clears the bit of every completion in which the party does not accept a package.
    ///
    /// - Parameter mask: one bit a lane.
    func keep(_ index: Int, _ draws: Draws, in mask: UnsafeMutablePointer<UInt64>) {
        let sums = points(of: index, draws)
        let cap = verdicts.plan.cap ?? .infinity
        for word in 0..<Self.words {
            var bits: UInt64 = 0
            let start = word * 64
            for lane in 0..<64 {
                let utility = sums[start + lane] < cap ? sums[start + lane] : cap
                bits |= (utility >= floor[start + lane] ? 1 : 0) << UInt64(lane)
            }
            mask[word] &= bits
        }
    }
}
