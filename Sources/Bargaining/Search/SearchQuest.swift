import BigInt

/// Finds the best packages of one aim, with all ties and a proof, by branch and bound from both ends.
///
/// Multipliers bound what packages can reach. All packages that the bounds leave above a threshold are then listed in
/// halves, and the halves are put together (as Horowitz and Sahni, Journal of the ACM 21, 1974, do for sums). Thresholds
/// start just below the bound and are lowered until a package is found; whatever the order of the work, the packages
/// above a threshold are the same, so that the answer and the work are the same on any number of cores.
struct SearchQuest {
    var ground: SearchGround
    let aim: SearchAim
    let scale: SearchScale
    let budget: Budget
    /// What may still be done.
    var steps: Int
    /// Party → the greatest coarse gain of any package.
    let greatest: [Int64]
    /// The multipliers of the best bound at the root.
    var root: [Double]
    var finder: SearchMultipliers

    /// What is known at the end.
    struct Finding: Sendable {
        /// The best score met.
        var best: [BigInt]?
        var points: [SearchPoint] = []
        var traces: SearchTraces?
        /// No package scores more than this, in the first number; `nil`: not known.
        var bound: BigInt?
        /// Whether no package scores more than ``best`` in the first number; without any best, whether there is none.
        var isProven = false
        /// Whether all packages of the best score are among the points.
        var hasAllTies = false
    }

    /// Scores below this, in the first number, are of no interest.
    let least: BigInt?
    /// Whether all packages of the best score are sought, or its first number alone.
    let wantsTies: Bool
    var finding = Finding()

    init(
        _ ground: SearchGround, _ aim: SearchAim, budget: Budget, steps: Int, least: BigInt? = nil,
        wantsTies: Bool = true
    ) {
        self.least = least
        self.wantsTies = wantsTies
        self.ground = ground
        self.aim = aim
        self.budget = budget
        self.steps = steps
        scale = SearchScale(aim, ground)
        let greatest = ground.greatestCoarse
        self.greatest = greatest
        let typical = greatest.indices.map { party -> Double in
            let cap = ground.caps[party].map { Double(Int64(ground.coarse($0, of: party))) } ?? .infinity
            return max(1, min(cap, Double(greatest[party])))
        }
        root = typical.map { 1 / ($0 * Double(typical.count)) }
        finder = SearchMultipliers(flow: SearchFlow(ground), typical: typical)
    }

    func target(_ threshold: BigInt?) -> SearchTarget? {
        SearchTarget(aim, threshold: threshold, scale: scale, ground: ground, greatest: greatest)
    }

    /// A score from its estimate.
    func threshold(_ estimate: Double) -> BigInt {
        if case .product = aim.measure { return Elementary.wholeExp(estimate + scale.missing) }
        return Elementary.product(estimate, scale.unit)
    }

    /// About a score.
    func estimate(_ threshold: BigInt) -> Double {
        if case .product = aim.measure { return Elementary.log(max(1, threshold)) - scale.missing }
        return Elementary.quotient(threshold, scale.unit)
    }

    func isCancelled() -> Bool { budget.isCancelled() }
}

extension SearchGround {
    /// Party → the greatest coarse gain of any package, the cap not applied.
    var greatestCoarse: [Int64] {
        (0..<parties).map { party in
            var heights = [Int64](repeating: 0, count: nodes)
            for node in stride(from: nodes - 2, through: 0, by: -1) {
                var most = Int64.min
                for edge in nodeEdges[node]..<nodeEdges[node + 1] {
                    most = max(most, heights[Int(edgeTo[edge])] + values[edge * columns + party])
                }
                heights[node] = most
            }
            return heights[0] + base[party]
        }
    }

    /// The same packages with the levels in an order that suits a list from either end: both halves about as long, and
    /// in each what has few choices left outermost.
    ///
    /// - Parameter cut: the bound that tells choices apart.
    func arranged(for cut: SearchCut) -> SearchGround {
        let rate = 8 / Double(max(1, cut.room))
        let weighed = segments.map { segment -> (range: Range<Int>, weight: Double) in
            let nodes = levelNodes[segment.lowerBound]...levelNodes[segment.upperBound]
            var sums = [Double](repeating: 0, count: nodes.count)
            sums[0] = 1
            for node in nodes.dropLast() {
                for edge in nodeEdges[node]..<nodeEdges[node + 1] {
                    sums[Int(edgeTo[edge]) - nodes.lowerBound] +=
                        sums[node - nodes.lowerBound]
                        * Elementary.exp(-min(700, rate * Double(cut.uses[edge])))
                }
            }
            return (segment, Elementary.log(max(1e-300, sums[nodes.count - 1])))
        }
        let order = weighed.indices.sorted { (weighed[$1].weight, $0) < (weighed[$0].weight, $1) }
        var front: [Range<Int>] = []
        var back: [Range<Int>] = []
        var sums = (0.0, 0.0)
        for index in order {
            if sums.0 <= sums.1 {
                front.append(weighed[index].range)
                sums.0 += weighed[index].weight
            } else {
                back.append(weighed[index].range)
                sums.1 += weighed[index].weight
            }
        }
        return arranged(front.reversed() + back)
    }
}
