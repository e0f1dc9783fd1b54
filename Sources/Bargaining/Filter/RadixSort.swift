/// Sorts numbers that carry a row along, digit by digit from the lowest (LSD radix sort); equal numbers stay in order.
enum RadixSort {
    /// A number and what it belongs to.
    struct Entry: Sendable {
        var key: UInt64
        var row: Int32
    }

    /// Sorts descending.
    ///
    /// - Complexity: O(n) for each eleven bits in which keys differ; O(n log n) for few.
    static func descending(_ entries: inout [Entry]) {
        if entries.count < 256 {
            entries.sort { left, right in
                left.key != right.key ? left.key > right.key : left.row < right.row
            }
            return
        }
        var ones: UInt64 = 0
        var all = UInt64.max
        for entry in entries {
            ones |= entry.key
            all &= entry.key
        }
        let varying = ones & ~all
        if varying == 0 { return }
        let other = UnsafeMutableBufferPointer<Entry>.allocate(capacity: entries.count)
        defer { other.deallocate() }
        var inOther = false
        entries.withUnsafeMutableBufferPointer { own in
            var shift = varying.trailingZeroBitCount
            while shift < 64 && varying >> UInt64(shift) != 0 {
                if inOther { pass(from: other, to: own, shift) } else { pass(from: own, to: other, shift) }
                inOther.toggle()
                shift += 11
            }
            if inOther { _ = own.update(fromContentsOf: other) }
        }
    }

    private static func pass(
        from source: UnsafeMutableBufferPointer<Entry>, to target: UnsafeMutableBufferPointer<Entry>,
        _ shift: Int
    ) {
        withUnsafeTemporaryAllocation(of: Int32.self, capacity: 2_048) { starts in
            starts.initialize(repeating: 0)
            for entry in source { starts[digit(entry.key, shift)] += 1 }
            var next: Int32 = 0
            for index in 0..<2_048 {
                let size = starts[index]
                starts[index] = next
                next += size
            }
            for entry in source {
                let digit = digit(entry.key, shift)
                target[Int(starts[digit])] = entry
                starts[digit] += 1
            }
        }
    }

    /// The complement, so that the greatest come first.
    @inline(__always)
    private static func digit(_ key: UInt64, _ shift: Int) -> Int {
        2_047 - Int(truncatingIfNeeded: key >> UInt64(shift)) & 2_047
    }
}
