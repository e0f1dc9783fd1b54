import BigInt

/// The packages behind the best pairs of a pass, as steps shared by all points.
struct SearchTraces: Sendable {
    /// Step → its place in the context graph.
    var places: [Int] = []
    /// Step → links, forward; partial packages are numbered anew, and pairs are the ones in the middle.
    var steps: [[SearchLink]] = []
    /// Step → partial packages before it; the ends stand last.
    var widths: [Int] = []
    /// The step before which the pairs stand.
    var middle = 0

    init(_ ahead: SearchSide, _ behind: SearchSide, _ pairs: [SearchHarvest.Pair], _ ground: SearchGround) {
        places = ground.places
        middle = ahead.links.count
        let front = Self.back(ahead, pairs.map(\.ahead))
        let back = Self.back(behind, pairs.map(\.behind))
        steps = front.steps.reversed()
        widths = front.widths.reversed()
        steps += back.steps.map { $0.map { SearchLink(from: $0.to, option: $0.option, to: $0.from) } }
        widths += back.widths.dropFirst()
    }

    /// Follows links back from the middle: steps in this order, pair numbers standing in the middle.
    private static func back(_ side: SearchSide, _ ends: [Int32]) -> (steps: [[SearchLink]], widths: [Int]) {
        var steps: [[SearchLink]] = []
        var widths = [ends.count]
        // State → the numbers it goes by.
        var numbers: [Int32: [Int32]] = [:]
        for (number, state) in ends.enumerated() { numbers[state, default: []].append(Int32(number)) }
        for links in side.links.reversed() {
            var before: [Int32: Int32] = [:]
            var step: [SearchLink] = []
            for link in links {
                guard let known = numbers[link.to] else { continue }
                let from = before[link.from] ?? Int32(before.count)
                before[link.from] = from
                for number in known { step.append(SearchLink(from: from, option: link.option, to: number)) }
            }
            steps.append(step)
            widths.append(before.count)
            numbers = before.mapValues { [$0] }
        }
        return (steps, widths)
    }

    /// The steps on the way to some of the pairs, numbered anew.
    func steps(to pairs: [Int32]) -> (steps: [[SearchLink]], widths: [Int]) {
        var result = [[SearchLink]](repeating: [], count: steps.count)
        var widths = [Int](repeating: pairs.count, count: steps.count + 1)
        let start = Dictionary(uniqueKeysWithValues: pairs.enumerated().map { ($1, Int32($0)) })
        var numbers = start
        for step in (0..<middle).reversed() {
            var before: [Int32: Int32] = [:]
            for link in steps[step] {
                guard let to = numbers[link.to] else { continue }
                let from = before[link.from] ?? Int32(before.count)
                before[link.from] = from
                result[step].append(SearchLink(from: from, option: link.option, to: to))
            }
            widths[step] = before.count
            numbers = before
        }
        numbers = start
        for step in middle..<max(middle, steps.count) {
            var after: [Int32: Int32] = [:]
            for link in steps[step] {
                guard let from = numbers[link.from] else { continue }
                let to = after[link.to] ?? Int32(after.count)
                after[link.to] = to
                result[step].append(SearchLink(from: from, option: link.option, to: to))
            }
            widths[step + 1] = after.count
            numbers = after
        }
        return (result, widths)
    }

    /// The number of packages behind some of the pairs.
    func packages(_ pairs: [Int32]) -> BigInt {
        let found = steps(to: pairs)
        var ways = [BigInt](repeating: 1, count: found.widths.first ?? 1)
        for (step, links) in found.steps.enumerated() {
            var next = [BigInt](repeating: 0, count: found.widths[step + 1])
            for link in links { next[Int(link.to)] += ways[Int(link.from)] }
            ways = next
        }
        return ways.reduce(0, +)
    }
}
