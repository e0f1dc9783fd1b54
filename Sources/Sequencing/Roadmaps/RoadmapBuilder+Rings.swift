extension RoadmapBuilder {
    /// By place: a number that those share which lead to each other; the least place among them.
    ///
    /// Tarjan, *Depth-first search and linear graph algorithms*, SIAM Journal on Computing 1 (1972), without recursion: a chain of
    /// commitments may be long.
    ///
    /// Complexity: linear in places and arrows.
    static func components(_ arrows: [[Int]]) -> [Int] {
        var result = [Int](repeating: -1, count: arrows.count)
        // When a place was met, and the earliest met place still open that is reached from it.
        var met = [Int](repeating: -1, count: arrows.count)
        var earliest = met
        var count = 0
        var open: [Int] = []
        for start in arrows.indices where met[start] < 0 {
            var path: [(place: Int, next: Int)] = [(start, 0)]
            while let (place, next) = path.last {
                if next == 0 {
                    met[place] = count
                    earliest[place] = count
                    count += 1
                    open.append(place)
                }
                if next < arrows[place].count {
                    path[path.count - 1].next += 1
                    let other = arrows[place][next]
                    if met[other] < 0 {
                        path.append((other, 0))
                    } else if result[other] < 0 {
                        earliest[place] = min(earliest[place], met[other])
                    }
                    continue
                }
                path.removeLast()
                if let before = path.last?.place { earliest[before] = min(earliest[before], earliest[place]) }
                guard earliest[place] == met[place] else { continue }
                let first = open.lastIndex(of: place)!
                let least = open[first...].min()!
                for member in open[first...] { result[member] = least }
                open.removeSubrange(first...)
            }
        }
        return result
    }
}
