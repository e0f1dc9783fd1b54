/// Pairs of numbers of which none has no more of both than another.
///
/// The first numbers are places in an order. Those that are there stand in words of bits, 64 places to a word, 64 words
/// to a word of the next level, and so on; so the next one from a place is found in a few instructions (van Emde Boas,
/// Information Processing Letters 6, 1977, with the words of the machine).
struct Staircase {
    /// Place → the second number.
    private var seconds: [Int32]
    /// One level after another, that of places first.
    private var words: [UInt64]
    /// Where levels begin in ``words``.
    private var levels: [Int] = []

    /// No pairs, with room for some places.
    init(places: Int) {
        seconds = [Int32](repeating: 0, count: places)
        var total = 0
        var count = places
        repeat {
            count = count / 64 + 1
            levels.append(total)
            total += count
        } while count > 1
        words = [UInt64](repeating: 0, count: total)
    }

    /// Adds a pair, and forgets those that have no more of both; does nothing where one has no less of both.
    ///
    /// - Returns: whether the pair was added.
    /// - Complexity: a step a level, and one for each pair forgotten.
    mutating func admit(_ place: Int, _ second: Int32) -> Bool {
        // Later places have less of the second: the next one has the most of it.
        if let next = next(from: place), seconds[next] >= second { return false }
        while let last = last(before: place), seconds[last] <= second { remove(last) }
        seconds[place] = second
        insert(place)
        return true
    }

    /// The first place from one on.
    private func next(from place: Int) -> Int? {
        var index = place
        for level in levels.indices {
            let start = levels[level]
            let end = level + 1 < levels.count ? levels[level + 1] : words.count
            let word = start + index >> 6
            if word >= end { return nil }
            let bits = words[word] >> UInt64(index & 63)
            if bits != 0 {
                return descend(from: index + bits.trailingZeroBitCount, level, \.trailingZeroBitCount)
            }
            index = index >> 6 + 1
        }
        return nil
    }

    /// The last place before one.
    private func last(before place: Int) -> Int? {
        var index = place - 1
        for level in levels.indices {
            if index < 0 { return nil }
            let bits = words[levels[level] + index >> 6] << UInt64(63 - index & 63)
            if bits != 0 {
                return descend(from: index - bits.leadingZeroBitCount, level) { 63 - $0.leadingZeroBitCount }
            }
            index = index >> 6 - 1
        }
        return nil
    }

    @inline(__always)
    private func descend(from index: Int, _ level: Int, _ bit: (UInt64) -> Int) -> Int {
        var index = index
        for lower in levels[..<level].reversed() { index = index << 6 + bit(words[lower + index]) }
        return index
    }

    private mutating func insert(_ place: Int) {
        var index = place
        for start in levels {
            words[start + index >> 6] |= 1 << UInt64(index & 63)
            index >>= 6
        }
    }

    private mutating func remove(_ place: Int) {
        var index = place
        for start in levels {
            words[start + index >> 6] &= ~(1 << UInt64(index & 63))
            // Others are still there.
            if words[start + index >> 6] != 0 { return }
            index >>= 6
        }
    }
}
