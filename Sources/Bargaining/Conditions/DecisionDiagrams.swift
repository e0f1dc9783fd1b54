/// Reduced multi-valued decision diagrams of formulas along one order of issues.
///
/// Node 0 is *false*, node 1 is *true*; every other node asks for the option of the issue at its position in
/// the order and has one child an option. Nodes are unique (hash-consed) and never have all children equal,
/// so two formulas have the same node exactly if they hold for the same packages (Bryant, IEEE Transactions
/// on Computers C-35, 1986, for two values). A node is therefore the truth of an unfinished condition,
/// however it was written and whichever options led there.
struct DecisionDiagrams: Sendable {
    static let never: Int32 = 0
    static let always: Int32 = 1

    /// Options of the issue at each position in the order.
    let widths: [Int]
    /// Issue index → position in the order.
    private let positions: [Int]
    private let limit: Int

    /// The position a node asks about; beyond all positions for the two leaves.
    private(set) var position: [Int32]
    private var firstChild: [Int]
    private var children: [Int32] = []

    private var unique: [[Int32]: Int32] = [:]
    private var conjunctions: [UInt64: Int32] = [:]
    private var negations: [Int32: Int32] = [:]

    /// Diagrams of no formula yet.
    ///
    /// - Parameters:
    ///   - order: position → issue index.
    ///   - optionCounts: options of each issue, by issue index.
    ///   - limit: the most nodes.
    init(order: [Int], optionCounts: [Int], limit: Int) {
        widths = order.map { optionCounts[$0] }
        var positions = [Int](repeating: 0, count: order.count)
        for (place, issue) in order.enumerated() { positions[issue] = place }
        self.positions = positions
        self.limit = limit
        position = [Int32.max, Int32.max]
        firstChild = [0, 0]
    }

    /// The child of a node for one option.
    func child(of node: Int32, option: Int) -> Int32 { children[firstChild[Int(node)] + option] }

    /// The number of nodes.
    var count: Int { position.count }

    /// The node of a formula.
    ///
    /// - Complexity: a conjunction of two diagrams costs at most the product of their sizes.
    mutating func node(for formula: Formula) throws(Budget.Exhausted) -> Int32 {
        switch formula {
        case .constant(let value):
            return value ? Self.always : Self.never
        case .chosen(let issue, let options):
            let place = positions[issue]
            var row = [Int32](repeating: Self.never, count: widths[place])
            for option in options { row[option] = Self.always }
            return try make(at: Int32(place), children: row)
        case .all(let parts):
            var result = Self.always
            for part in parts {
                result = try conjunction(result, node(for: part))
                if result == Self.never { return result }
            }
            return result
        case .any(let parts):
            var result = Self.always
            for part in parts {
                result = try conjunction(result, negation(node(for: part)))
                if result == Self.never { return Self.always }
            }
            return try negation(result)
        case .not(let part):
            return try negation(node(for: part))
        }
    }

    /// The node that is true where the given one is false.
    mutating func negation(_ node: Int32) throws(Budget.Exhausted) -> Int32 {
        if node <= Self.always { return 1 - node }
        if let known = negations[node] { return known }
        let place = position[Int(node)]
        var row: [Int32] = []
        for option in 0..<widths[Int(place)] { row.append(try negation(child(of: node, option: option))) }
        let result = try make(at: place, children: row)
        negations[node] = result
        negations[result] = node
        return result
    }

    /// The node that is true where both are.
    mutating func conjunction(_ left: Int32, _ right: Int32) throws(Budget.Exhausted) -> Int32 {
        if left == Self.never || right == Self.never { return Self.never }
        if left == Self.always || left == right { return right }
        if right == Self.always { return left }
        let (low, high) = left < right ? (left, right) : (right, left)
        let key = UInt64(UInt32(low)) << 32 | UInt64(UInt32(high))
        if let known = conjunctions[key] { return known }
        // Many pairs may come to few nodes; the pairs are work and memory all the same.
        guard conjunctions.count / 4 < limit else { throw .diagramNodes }
        let place = min(position[Int(low)], position[Int(high)])
        var row: [Int32] = []
        for option in 0..<widths[Int(place)] {
            let a = position[Int(low)] == place ? child(of: low, option: option) : low
            let b = position[Int(high)] == place ? child(of: high, option: option) : high
            row.append(try conjunction(a, b))
        }
        let result = try make(at: place, children: row)
        conjunctions[key] = result
        return result
    }

    private mutating func make(at place: Int32, children row: [Int32]) throws(Budget.Exhausted) -> Int32 {
        if row.allSatisfy({ $0 == row[0] }) { return row[0] }
        let key = [place] + row
        if let known = unique[key] { return known }
        guard position.count < limit else { throw .diagramNodes }
        let node = Int32(position.count)
        position.append(place)
        firstChild.append(children.count)
        children.append(contentsOf: row)
        unique[key] = node
        return node
    }
}
