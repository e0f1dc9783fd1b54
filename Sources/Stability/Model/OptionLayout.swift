public import Negotiation

/// The options of a graph model as numbers: who controls each, and which changes are possible.
public struct OptionLayout: Hashable, Sendable {
    /// How many decision makers there are.
    public let decisionMakers: Int
    /// The decision maker that controls each option.
    public let owners: [Int]
    /// Which changes of each option are possible.
    public let directions: [ModelOption.Direction]

    /// A layout.
    ///
    /// - Precondition: `owners` and `directions` are equally long, at most 62, and name decision makers below `decisionMakers`.
    public init(decisionMakers: Int, owners: [Int], directions: [ModelOption.Direction]) {
        precondition(owners.count == directions.count && owners.count <= ConflictModel.optionLimit)
        precondition(owners.allSatisfy { (0..<decisionMakers).contains($0) })
        self.decisionMakers = decisionMakers
        self.owners = owners
        self.directions = directions
    }

    /// The options of a decision maker, as bits.
    func mask(of mover: Int) -> UInt64 { mask { owners[$0] == mover } }

    /// The options of a decision maker that change in that direction only, as bits.
    func mask(of mover: Int, _ direction: ModelOption.Direction) -> UInt64 {
        mask { owners[$0] == mover && directions[$0] == direction }
    }

    /// Whether a decision maker can go from one state to another by changing its options alone.
    func allows(_ mover: Int, from: UInt64, to: UInt64) -> Bool {
        let change = from ^ to
        return change != 0 && change & ~mask(of: mover) == 0 && change & from & mask(of: mover, .forth) == 0
            && change & to & mask(of: mover, .back) == 0
    }

    private func mask(_ isIn: (Int) -> Bool) -> UInt64 {
        owners.indices.reduce(0) { isIn($1) ? $0 | 1 << UInt64($1) : $0 }
    }
}
