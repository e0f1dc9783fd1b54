import BigInt

extension ReferenceSearch {
    /// The greatest product of gains, within each largest set of parties that can gain together.
    ///
    /// - Returns: the sets in order, and whether there are surely no others.
    mutating func nash(exponents: [Int]) -> (sets: [(gaining: [Int], answer: Answer)], isExact: Bool) {
        let everybody = Array(0..<parties)
        let answer = product(of: everybody, exponents)
        if !answer.points.isEmpty || !answer.isExact { return ([(everybody, answer)], answer.isExact) }
        let (sets, isExact) = largestGaining()
        var found: [(gaining: [Int], answer: Answer)] = []
        for set in sets {
            let answer = product(of: set, set.map { exponents[$0] })
            // A set may be empty although the search for it was cut short.
            if !answer.points.isEmpty || !answer.isExact { found.append((set, answer)) }
        }
        return (found, isExact && found.allSatisfy(\.answer.isExact))
    }

    private func demands(_ gaining: [Int]) -> [BigInt] {
        var demands = [BigInt](repeating: 0, count: parties)
        for party in gaining { demands[party] = 1 }
        return demands
    }

    /// The greatest product where all of these parties gain.
    private mutating func product(of gaining: [Int], _ exponents: [Int]) -> Answer {
        if gaining.isEmpty {
            // Nobody can gain: all acceptable packages are alike.
            var answer = greatestSum([BigInt](repeating: 1, count: parties))
            answer.found = answer.points.isEmpty ? nil : 0
            return answer
        }
        let finding = quest(
            SearchAim(measure: .product(of: gaining, exponents: exponents), demands: demands(gaining)))
        return Answer(
            points: points(finding), isExact: finding.isProven && finding.hasAllTies,
            found: finding.best?.first, bound: finding.bound)
    }

    /// All largest sets of parties that can gain together, and whether these are surely all.
    ///
    /// Sets are tried from the largest down. What cannot gain together is narrowed down to a smallest part of it, and no
    /// set with that part is tried again.
    private mutating func largestGaining() -> (sets: [[Int]], isExact: Bool) {
        var hopeless: [Set<Int>] = []
        var isExact = true
        for party in 0..<parties {
            switch canGain([party]) {
            case true?: break
            case false?: hopeless.append([party])
            case nil: isExact = false
            }
        }
        let hopeful = (0..<parties).filter { !hopeless.contains([$0]) }
        var tries = 1 << 16
        for size in stride(from: hopeful.count, through: 1, by: -1) {
            var found: [[Int]] = []
            var chosen = Array(0..<size)
            repeat {
                let set = chosen.map { hopeful[$0] }
                tries -= 1
                if tries < 0 { return (found, false) }
                if hopeless.contains(where: { $0.isSubset(of: set) }) { continue }
                switch canGain(set) {
                case true?: found.append(set)
                case false?: hopeless.append(narrowed(set))
                case nil: isExact = false
                }
            } while Self.advance(&chosen, below: hopeful.count)
            if !found.isEmpty { return (found, isExact) }
        }
        return ([[]], isExact)
    }

    /// Whether some acceptable package brings all of them a gain; `nil`: the budget ran out.
    private mutating func canGain(_ set: [Int]) -> Bool? {
        let finding = quest(SearchAim(measure: .any, demands: demands(set)), wantsTies: false)
        return finding.isProven ? finding.best != nil : nil
    }

    /// A part of a set that cannot gain together, none of whose own parts was found to be so.
    private mutating func narrowed(_ set: [Int]) -> Set<Int> {
        var part = set
        for party in set {
            let smaller = part.filter { $0 != party }
            if canGain(smaller) == false { part = smaller }
        }
        return Set(part)
    }

    /// The next choice of so many numbers in lexicographic order.
    private static func advance(_ chosen: inout [Int], below count: Int) -> Bool {
        var place = chosen.count - 1
        while place >= 0 && chosen[place] == count - chosen.count + place { place -= 1 }
        if place < 0 { return false }
        chosen[place] += 1
        for later in place + 1..<max(place + 1, chosen.count) { chosen[later] = chosen[later - 1] + 1 }
        return true
    }
}
