/// A set of states of one model, by place: one bit a state.
public struct StateSet: Hashable, Sendable, Sequence {
    /// How many states the model has.
    public let capacity: Int
    @usableFromInline var words: [UInt64]

    /// No state, or every state, of a model with so many.
    public init(capacity: Int, full: Bool = false) {
        self.capacity = capacity
        words = [UInt64](repeating: full ? .max : 0, count: (capacity + 63) / 64)
        if full, capacity % 64 != 0 { words[words.count - 1] = (1 << UInt64(capacity % 64)) - 1 }
    }

    /// The states at these places.
    public init(capacity: Int, _ states: some Sequence<Int>) {
        self.init(capacity: capacity)
        for state in states { insert(state) }
    }

    /// Whether the state at this place is in it.
    @inlinable
    public func contains(_ state: Int) -> Bool { words[state >> 6] >> UInt64(state & 63) & 1 == 1 }

    /// Adds the state at this place.
    @inlinable
    public mutating func insert(_ state: Int) { words[state >> 6] |= 1 << UInt64(state & 63) }

    /// Removes the state at this place.
    @inlinable
    public mutating func remove(_ state: Int) { words[state >> 6] &= ~(1 << UInt64(state & 63)) }

    /// How many there are. Complexity: linear in the states of the model, 64 at a step.
    public var count: Int { words.reduce(0) { $0 + $1.nonzeroBitCount } }

    /// Whether there is none.
    public var isEmpty: Bool { words.allSatisfy { $0 == 0 } }

    /// Keeps those that are also in `other`, a set of the same model.
    public mutating func formIntersection(_ other: StateSet) {
        for place in words.indices { words[place] &= other.words[place] }
    }

    /// Adds those of `other`, a set of the same model.
    public mutating func formUnion(_ other: StateSet) {
        for place in words.indices { words[place] |= other.words[place] }
    }

    /// The places, ascending.
    public func makeIterator() -> Iterator { Iterator(words) }

    /// Walks the places, ascending.
    public struct Iterator: IteratorProtocol {
        private let words: [UInt64]
        private var place = 0
        private var rest: UInt64

        init(_ words: [UInt64]) {
            self.words = words
            rest = words.first ?? 0
        }

        /// The next place.
        public mutating func next() -> Int? {
            while rest == 0 {
                place += 1
                guard place < words.count else { return nil }
                rest = words[place]
            }
            defer { rest &= rest - 1 }
            return place << 6 + rest.trailingZeroBitCount
        }
    }
}
