/// The state of one reverse search: from which states a sequence of the others' moves leads to a value, and with whose move it can
/// begin.
///
/// A state needs at most two labels: the first mover of some sequence, and that some sequence begins with another mover. Whoever is to
/// move into the state must not be the only one who can go on.
struct Labels {
    /// Nothing is known.
    private static let none: UInt8 = 0
    /// The state itself is a target, so that everybody may move into it; no sequence leads on from it.
    private static let target: UInt8 = 1
    /// Everybody may move into it, and a sequence leads on from it.
    private static let open: UInt8 = 2
    /// Sequences lead on from it, and all begin with the mover of the number above this.
    private static let only: UInt8 = 3

    private var state: [UInt8]
    /// The least value reached from each state; ``Int32/max`` where none is.
    private(set) var worst: [Int32]
    /// How many states have a value.
    private(set) var reached = 0
    /// The value that is being spread.
    var value: Int32 = 0
    /// What is still to be entered: a state, and by whom: `mover + 1`, or `-mover - 1` for everybody but the mover.
    private var waiting: [(state: Int32, by: Int32)] = []

    init(_ count: Int) {
        state = [UInt8](repeating: Self.none, count: count)
        worst = [Int32](repeating: .max, count: count)
    }

    /// Everybody but this one may move into the state that is taken off next; `by` as in ``waiting``.
    @inline(__always)
    mutating func next() -> (state: Int32, by: Int32)? { waiting.popLast() }

    /// Makes a state a target.
    ///
    /// Returns what is to be entered now: nil for nothing, 0 for by everybody, `mover + 1` for by that one alone.
    @inline(__always)
    mutating func aim(at place: Int) -> Int32? {
        let old = state[place]
        switch old {
        case Self.none:
            state[place] = Self.target
            return 0
        case Self.target, Self.open: return nil
        default:
            state[place] = Self.open
            return Int32(old - Self.only) + 1
        }
    }

    /// Notes that a sequence leads on from a state with a move of `mover`.
    @inline(__always)
    mutating func label(_ place: Int, _ mover: Int) {
        let old = state[place]
        let own = Self.only + UInt8(truncatingIfNeeded: mover)
        if old == Self.open || old == own { return }
        if old == Self.none {
            state[place] = own
            set(place)
            waiting.append((Int32(truncatingIfNeeded: place), -Int32(mover) - 1))
        } else if old == Self.target {
            state[place] = Self.open
            set(place)
        } else {
            state[place] = Self.open
            waiting.append((Int32(truncatingIfNeeded: place), Int32(old - Self.only) + 1))
        }
    }

    @inline(__always)
    private mutating func set(_ place: Int) {
        worst[place] = value
        reached += 1
    }
}
