/// What is stable for one decision maker, where moves are changes of bits.
struct CubeSolver<Place: FixedWidthInteger & UnsignedInteger & Sendable> {
    private let cube: Cube
    private let orders: BlockOrders<Place>
    private let own: BlockOrders<Place>.Mover
    private let others: [Int]
    private let patterns: [Int]
    private let levels: [Int32]
    private let sweepLimit: Int?

    /// - Parameters:
    ///   - levels: the decision maker's own levels, by state.
    ///   - sweepLimit: how many sweeps are made before the search is asked; 0: it is asked at once; nil: as many as pay.
    init(_ cube: Cube, orders: BlockOrders<Place>, mover: Int, levels: [Int32], sweepLimit: Int?) {
        self.sweepLimit = sweepLimit
        self.cube = cube
        self.orders = orders
        self.levels = levels
        own = orders.movers[mover]
        others = cube.movers.indices.filter { $0 != mover && cube.movers[$0].hasOptions }
        patterns = cube.places.indices.filter { cube.places[$0] >= 0 }
    }

    func verdicts() -> MoverVerdicts {
        var result = MoverVerdicts()
        guard own.bits.hasOptions else {
            for concept in Concept.allCases {
                result.stable[concept] = StateSet(capacity: cube.inner.count, full: true)
            }
            return result
        }
        let own = UnsafeMutablePointer<Int32>.allocate(capacity: orders.size)
        own.initialize(repeating: 0, count: orders.size)
        for (state, pattern) in cube.inner.enumerated() { own[Int(pattern)] = levels[state] }
        let escaped = UnsafeMutablePointer<Int32>.allocate(capacity: orders.size)
        escaped.initialize(from: own, count: orders.size)
        escape(escaped)
        defer {
            own.deallocate()
            escaped.deallocate()
        }
        result.stable[.nash] = stable { _ in .max }
        if !spread(own, escaped, &result) {
            result.stable[.gmr] = searched(own, improving: false)
            result.stable[.smr] = searched(escaped, improving: false)
        }
        if !swept(own, escaped, &result) {
            result.stable[.seq] = searched(own, improving: true)
            result.stable[.sseq] = searched(escaped, improving: true)
        }
        return result
    }

    /// What is stable where the others may make any move; false where that has to be searched for.
    private func spread(
        _ own: UnsafePointer<Int32>, _ escaped: UnsafePointer<Int32>, _ result: inout MoverVerdicts
    ) -> Bool {
        var spread = CubeSpread(orders, others: others, own: own, escaped: escaped)
        guard sweepLimit != 0, spread.run(limit: sweepLimit) else { return false }
        let least = spread.least
        result.stable[.gmr] = stable { least[Int($0)].x }
        result.stable[.smr] = stable { least[Int($0)].y }
        return true
    }

    /// What is stable where the others only improve; false where that has to be searched for.
    private func swept(
        _ own: UnsafePointer<Int32>, _ escaped: UnsafePointer<Int32>, _ result: inout MoverVerdicts
    ) -> Bool {
        var sweeps = CubeSweeps(orders, others: others, own: own, escaped: escaped)
        guard sweepLimit != 0, sweeps.run(limit: sweepLimit) else { return false }
        let cells = sweeps.cells
        result.stable[.seq] = stable { cells[Int($0)].least.x }
        result.stable[.sseq] = stable { cells[Int($0)].least.y }
        return true
    }

    /// What is stable by a search over these values.
    private func searched(_ values: UnsafeMutablePointer<Int32>, improving: Bool) -> StateSet {
        let targets = ascending(patterns, UnsafeBufferPointer(start: values, count: orders.size))
        var search = CubeSearch(orders, others: others, improving: improving)
        search.run(
            targets: targets, values: values, improving: improving,
            total: improving ? countImprovable() : targets.count)
        let worst = search.worst
        return stable { worst[Int($0)] }
    }

    /// From how many states some other decision maker has an improvement; with options that go one way, all states are counted, which only
    /// ends searches later.
    private func countImprovable() -> Int {
        guard others.allSatisfy({ orders.movers[$0].levels == nil }) else { return patterns.count }
        var isImprovable = [Bool](repeating: false, count: orders.size)
        var count = 0
        for other in others {
            let tables = orders.movers[other]
            for block in 0..<tables.blocks {
                let start = block << Int(tables.bits.free)
                let end = start + Int(tables.counts[block])
                guard end > start else { continue }
                let top = tables.keys[end - 1]
                for place in start..<end where tables.keys[place] < top {
                    let pattern = Int(
                        tables.bits.pattern(block, UInt32(truncatingIfNeeded: tables.order[place])))
                    if !isImprovable[pattern] {
                        isImprovable[pattern] = true
                        count += 1
                    }
                }
            }
        }
        return count
    }

    /// Makes each value the best level that the decision maker has in a state or after one more move of its own, by pattern.
    private func escape(_ values: UnsafeMutablePointer<Int32>) {
        for place in patterns {
            let pattern = UInt32(truncatingIfNeeded: place)
            let oneWay = own.bits.departing(pattern)
            var change = oneWay
            var best = values[place]
            while true {
                let block = own.bits.block(of: pattern ^ change)
                let count = Int(own.counts[block])
                if count > 0 { best = max(best, own.keys[block << Int(own.bits.free) + count - 1]) }
                if change == 0 { break }
                change = (change - 1) & oneWay
            }
            values[place] = best
        }
    }

    /// The states from which no improvement leads to a worst value above the state's own level.
    ///
    /// Of each block the greatest worst value is gathered from the top of its order downwards, so that the improvements within it are one look.
    private func stable(_ worst: (UInt32) -> Int32) -> StateSet {
        if own.bits.forth | own.bits.back != 0 { return stableWithOneWayOptions(worst) }
        var result = StateSet(capacity: cube.inner.count)
        for block in 0..<own.blocks {
            let start = block << Int(own.bits.free)
            var place = Int(own.counts[block]) - 1
            // The greatest worst value of all higher levels, and with this level.
            var (above, so) = (Int32.min, Int32.min)
            while place >= 0 {
                let level = own.keys[start + place]
                if place + 1 < own.counts[block], own.keys[start + place + 1] != level { above = so }
                let pattern = own.bits.pattern(block, UInt32(truncatingIfNeeded: own.order[start + place]))
                so = max(so, worst(pattern))
                if above <= level { result.insert(Int(cube.places[Int(pattern)])) }
                place -= 1
            }
        }
        return result
    }

    private func stableWithOneWayOptions(_ worst: (UInt32) -> Int32) -> StateSet {
        let free = Int(own.bits.free)
        let highest = UnsafeMutablePointer<Int32>.allocate(capacity: orders.size)
        highest.initialize(repeating: .min, count: orders.size)
        defer { highest.deallocate() }
        for block in 0..<own.blocks {
            var so = Int32.min
            var place = Int(own.counts[block]) - 1
            while place >= 0 {
                so = max(
                    so,
                    worst(
                        own.bits.pattern(block, UInt32(truncatingIfNeeded: own.order[block << free + place])))
                )
                highest[block << free + place] = so
                place -= 1
            }
        }
        var result = StateSet(capacity: cube.inner.count)
        for (state, pattern) in cube.inner.enumerated() {
            let level = levels[state]
            let oneWay = own.bits.departing(pattern)
            var change = oneWay
            var isStable = true
            while true {
                let block = own.bits.block(of: pattern ^ change)
                let start = block << free
                // The first place of the order whose level is above.
                var (low, high) = (0, Int(own.counts[block]))
                let end = high
                while low < high {
                    let middle = (low + high) / 2
                    if own.keys[start + middle] > level { high = middle } else { low = middle + 1 }
                }
                if low < end, highest[start + low] > level {
                    isStable = false
                    break
                }
                if change == 0 { break }
                change = (change - 1) & oneWay
            }
            if isStable { result.insert(state) }
        }
        return result
    }
}
