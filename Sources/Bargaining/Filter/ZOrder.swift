/// Numbers for rows, such that rows with neighbouring numbers mostly lie close to each other (Morton's order).
///
/// Questions that are asked in this order walk through the same part of a tree one after another, which then is in
/// the processor's nearest memory.
struct ZOrder<Row: KeyRow> {
    private let least: Row
    private let shifts: [Int32]
    private let most: Int32
    private let bits: Int
    /// Coordinate × its highest bits → where these bits stand in the number.
    private let spread: [UInt32]

    /// Where everything gets the same number.
    static var none: ZOrder { ZOrder(around: [], dimension: 1) }

    /// An order for rows in the neighbourhood of some.
    init(around rows: [Row], dimension: Int) {
        bits = max(1, min(8, 32 / dimension))
        most = (1 << Int32(bits)) - 1
        var least = rows.first ?? .zero
        var greatest = least
        for row in rows {
            least.replace(with: row, where: row .< least)
            greatest.replace(with: row, where: row .> greatest)
        }
        self.least = least
        var shifts = [Int32](repeating: 0, count: rows.isEmpty ? 0 : dimension)
        for part in shifts.indices {
            while (greatest[part] - least[part]) >> shifts[part] > most { shifts[part] += 1 }
        }
        self.shifts = shifts
        var spread = [UInt32](repeating: 0, count: dimension << bits)
        for part in 0..<dimension {
            for value in 0..<(1 << bits) {
                for bit in 0..<bits where value >> bit & 1 == 1 {
                    spread[part << bits + value] |= 1 << UInt32((bit * dimension + part) % 32)
                }
            }
        }
        self.spread = spread
    }

    /// A row's number.
    @inline(__always)
    func number(of row: Row) -> UInt64 {
        let offset = row &- least
        var number: UInt32 = 0
        for part in shifts.indices {
            let value = min(max(offset[part], 0) >> shifts[part], most)
            number |= spread[part << bits + Int(value)]
        }
        return UInt64(number)
    }
}
