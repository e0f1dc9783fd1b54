/// A least-first queue of points by key, for searches that lower the key of a waiting point.
///
/// Each point waits at most once; a second entry with a lower key replaces the first. Storage is taken once and
/// used again by the next search, because a search over a few points must not pay for all of them.
///
/// Complexity: `insert` and `popLeast` in O(log n) with the number of waiting points.
struct KeyedHeap: ~Copyable {
    private let keys: UnsafeMutablePointer<Int>
    private let points: UnsafeMutablePointer<Int32>
    /// By point: its place in the heap, or -1.
    private let places: UnsafeMutablePointer<Int32>
    private(set) var count = 0

    init(points count: Int) {
        keys = .allocate(capacity: count)
        points = .allocate(capacity: count)
        places = .allocate(capacity: count)
        places.initialize(repeating: -1, count: count)
    }

    deinit {
        keys.deallocate()
        points.deallocate()
        places.deallocate()
    }

    var isEmpty: Bool { count == 0 }

    /// Lets the point wait with this key; nothing changes where it waits with one as low.
    @inline(__always)
    mutating func insert(_ point: Int, key: Int) {
        var place = Int(places[point])
        if place < 0 {
            place = count
            count += 1
        } else if keys[place] <= key {
            return
        }
        while place > 0 {
            let parent = (place - 1) >> 2
            guard keys[parent] > key else { break }
            keys[place] = keys[parent]
            points[place] = points[parent]
            places[Int(points[place])] = Int32(place)
            place = parent
        }
        keys[place] = key
        points[place] = Int32(point)
        places[point] = Int32(place)
    }

    /// Takes out the point with the least key.
    @inline(__always)
    mutating func popLeast() -> (point: Int, key: Int)? {
        guard count > 0 else { return nil }
        let least = (point: Int(points[0]), key: keys[0])
        places[least.point] = -1
        count -= 1
        guard count > 0 else { return least }
        let key = keys[count]
        let point = points[count]
        var place = 0
        while true {
            let first = place << 2 + 1
            guard first < count else { break }
            var child = first
            var next = first + 1
            let end = Swift.min(first + 4, count)
            while next < end {
                if keys[next] < keys[child] { child = next }
                next += 1
            }
            guard keys[child] < key else { break }
            keys[place] = keys[child]
            points[place] = points[child]
            places[Int(points[place])] = Int32(place)
            place = child
        }
        keys[place] = key
        points[place] = point
        places[Int(point)] = Int32(place)
        return least
    }

    /// Lets nobody wait any more.
    mutating func removeAll() {
        for place in 0..<count { places[Int(points[place])] = -1 }
        count = 0
    }
}
