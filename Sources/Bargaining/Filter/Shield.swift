/// A coarse picture of some rows that tells of most others, at a glance, that one of them dominates them.
///
/// The space of all coordinates but the last is divided into cells. Each cell knows the greatest last key of the rows
/// that are in a greater cell along every coordinate: such a row is greater in all of them, so that a row of the cell with no
/// more in the last is dominated. One that has more may be dominated all the same.
struct Shield<Row: KeyRow>: ~Copyable {
    private let reader: ShieldReader<Row>

    /// The most coordinates with which cells are narrow enough to tell anything.
    static var mostCoordinates: Int { 5 }

    /// An empty picture, to be filled by ``add(_:)`` and finished by ``close()``.
    ///
    /// - Parameters:
    ///   - least: not above any row that is added or asked about.
    ///   - greatest: not below any.
    ///   - dimension: from 2 to ``mostCoordinates``.
    ///   - rows: about how many rows there are: as many cells pay.
    init(from least: Row, to greatest: Row, dimension: Int, rows: Int) {
        reader = ShieldReader(
            from: least, to: greatest, parts: dimension - 1, size: Self.size(parts: dimension - 1, rows))
    }

    deinit { reader.deallocate() }

    /// Cells along each coordinate: all together stay in the nearer memory of a processor.
    private static func size(parts: Int, _ rows: Int) -> Int {
        let most = [16_384, 512, 64, 20][parts - 1]
        // In a plane and in a line, as many cells as rows tell nearly all; in more coordinates more are needed.
        let wanted = parts <= 2 ? rows : 2 * rows
        var size = 2
        while size < most && (0..<parts).reduce(1, { product, _ in product * size }) < wanted {
            size += max(1, size / 8)
        }
        return min(size, most)
    }

    /// Adds a row.
    @inline(__always)
    func add(_ row: Row) { reader.add(row) }

    /// Lets each cell take what those above it have; afterwards the picture can be asked.
    ///
    /// - Complexity: linear in cells and coordinates.
    func close() { reader.close() }

    /// Calls `body` with what is needed to ask.
    func withReader<Result, Failure>(
        _ body: (ShieldReader<Row>) throws(Failure) -> Result
    ) throws(Failure) -> Result { try body(reader) }
}

/// The cells of a ``Shield`` while it is there.
struct ShieldReader<Row: KeyRow> {
    /// All coordinates but the last.
    private let parts: Int
    private let least: Row
    /// Cells along each coordinate and one more, above which there is nothing.
    private let size: Int
    /// Coordinate → cells a key, in units of 2 to the -32.
    private let scales: UnsafeMutablePointer<UInt64>
    /// Coordinate → from a cell to the next.
    private let strides: UnsafeMutablePointer<Int>
    /// From a cell to the one above it along every coordinate.
    private let above: Int
    private let count: Int
    private let cells: UnsafeMutablePointer<Int32>

    fileprivate init(from least: Row, to greatest: Row, parts: Int, size: Int) {
        self.parts = parts
        self.least = least
        self.size = size + 1
        scales = .allocate(capacity: parts)
        strides = .allocate(capacity: parts)
        var stride = 1
        var above = 0
        for part in 0..<parts {
            // Just short of what would bring the greatest key beyond the last cell.
            let scale = (UInt64(size) << 32) / UInt64(greatest[part] - least[part] + 1)
            (scales + part).initialize(to: scale)
            (strides + part).initialize(to: stride)
            above += stride
            stride *= size + 1
        }
        self.above = above
        count = stride
        cells = .allocate(capacity: count)
        // Less than any key.
        cells.initialize(repeating: -1, count: count)
    }

    fileprivate func deallocate() {
        scales.deallocate()
        strides.deallocate()
        cells.deallocate()
    }

    @inline(__always)
    private func cell(of row: Row) -> Int {
        let offset = row &- least
        var cell = 0
        var part = 0
        while part < parts {
            let key = UInt64(UInt32(bitPattern: offset[part]))
            cell &+= Int(truncatingIfNeeded: (key &* scales[part]) >> 32) &* strides[part]
            part &+= 1
        }
        return cell
    }

    @inline(__always)
    fileprivate func add(_ row: Row) {
        let cell = cell(of: row)
        if row[parts] > cells[cell] { cells[cell] = row[parts] }
    }

    fileprivate func close() {
        // Along the first coordinate neighbours are one apart.
        for start in Swift.stride(from: 0, to: count, by: size) {
            var greatest = cells[start + size - 1]
            for place in (start..<start + size - 1).reversed() {
                greatest = max(greatest, cells[place])
                cells[place] = greatest
            }
        }
        for part in 1..<max(1, parts) {
            let stride = strides[part]
            for start in Swift.stride(from: 0, to: count, by: stride * size) {
                for index in (0..<size - 1).reversed() {
                    let own = cells + start + index * stride
                    for place in 0..<stride { own[place] = max(own[place], own[place + stride]) }
                }
            }
        }
    }

    /// Whether some row that was added is greater in every coordinate but the last and not less there.
    @inline(__always)
    func dominates(_ row: Row) -> Bool { cells[cell(of: row) &+ above] >= row[parts] }
}
