import Dispatch

#if canImport(Glibc)
    import Glibc
#elseif canImport(Darwin)
    import Darwin
#endif

/// Work that is shared among cores; what it gives never depends on how many there are.
package enum Cores {
    /// How many cores this machine has.
    package static let available: Int = {
        #if canImport(Glibc) || canImport(Darwin)
            return max(1, sysconf(Int32(_SC_NPROCESSORS_ONLN)))
        #else
            return 1
        #endif
    }()

    /// What `work` makes of each item, in the order of the items.
    ///
    /// - Parameters:
    ///   - cores: the most that work at once; 1: the caller alone.
    ///   - work: called on several threads; what it reads must not change meanwhile.
    package static func map<Item, Result>(_ items: [Item], cores: Int, _ work: (Item) -> Result) -> [Result] {
        let workers = min(cores, items.count)
        if workers <= 1 { return items.map(work) }
        return withoutActuallyEscaping(work) { work in
            // Each item is worked on once, and each result has its own place.
            nonisolated(unsafe) let work = work
            nonisolated(unsafe) let items = items
            return [Result](unsafeUninitializedCapacity: items.count) { results, count in
                guard let base = results.baseAddress else { return }
                nonisolated(unsafe) let first = base
                // Who is done early takes the next item: a counter behind a lock that is held for an instant.
                let lock = DispatchSemaphore(value: 1)
                nonisolated(unsafe) var next = 0
                DispatchQueue.concurrentPerform(iterations: workers) { _ in
                    while true {
                        lock.wait()
                        let index = next
                        next += 1
                        lock.signal()
                        if index >= items.count { return }
                        (first + index).initialize(to: work(items[index]))
                    }
                }
                count = items.count
            }
        }
    }
}
