/// Counts, block by block, the completions in which one entry alone turns the verdict on one package.
struct BlockTurns {
    private struct Member {
        var draws: Draws
        var verdicts: Verdicts
        /// The place of the party's first entry among all.
        var first: Int
    }

    private let completions: SheetCompletions
    private let package: [Int]
    private let members: [Member]
    /// Party × word: the completions in which the party accepts.
    private let accepted: UnsafeMutablePointer<UInt64>

    init(_ completions: SheetCompletions, _ plans: [VerdictPlan], _ package: [Int]) {
        self.completions = completions
        self.package = package
        var first = 0
        var members: [Member] = []
        for (party, plan) in plans.enumerated() {
            members.append(
                Member(
                    draws: Draws(plan.plan, party: party, seed: completions.seed),
                    verdicts: Verdicts(plan), first: first))
            first += plan.plan.unknowns.count
        }
        self.members = members
        accepted = .allocate(capacity: max(1, members.count) * Verdicts.words)
    }

    /// Gives the memory back; nothing may be asked afterwards.
    func deallocate() {
        for member in members {
            member.draws.deallocate()
            member.verdicts.deallocate()
        }
        accepted.deallocate()
    }

    /// Adds a block's counts: two an entry, greater values first.
    func count(_ block: Int, into counts: UnsafeMutablePointer<Int>) {
        let words = Verdicts.words
        for (party, member) in members.enumerated() {
            let mask = accepted + party * words
            mask.update(repeating: .max, count: words)
            if member.verdicts.verdicts.packages.isEmpty { continue }
            member.draws.fill(block: block)
            member.verdicts.prepare(member.draws)
            member.verdicts.keep(0, member.draws, in: mask)
        }
        for (party, member) in members.enumerated() where !member.verdicts.verdicts.packages.isEmpty {
            // Whatever this party says, the others must accept.
            var others = [UInt64](repeating: .max, count: words)
            for other in members.indices where other != party {
                for word in 0..<words { others[word] &= accepted[other * words + word] }
            }
            for word in 0..<words {
                let start = block * Draws.lanes + word * 64
                if completions.draws <= start {
                    others[word] = 0
                } else if completions.draws - start < 64 {
                    others[word] &= (1 << UInt64(completions.draws - start)) - 1
                }
            }
            let moves = EntryMoves(
                member.draws, member.verdicts, of: completions.parties[party], package: package)
            for entry in moves.entries.indices {
                for lane in 0..<Draws.lanes where others[lane / 64] >> UInt64(lane % 64) & 1 == 1 {
                    guard let (low, high) = moves.accepted(entry, lane) else { break }
                    if high && !low { counts[(member.first + entry) * 2] += 1 }
                    if low && !high { counts[(member.first + entry) * 2 + 1] += 1 }
                }
            }
        }
    }
}

/// What becomes of one party's verdict on one package where one entry moves to the ends of what is allowed.
struct EntryMoves {
    let entries: [Unknown.Entry]
    private let draws: Draws
    private let verdicts: Verdicts
    private let package: [Int]
    private let holding: Set<Int>
    private let points: UnsafeMutablePointer<Double>
    private let plan: DrawPlan

    /// - Parameter verdicts: prepared with the block of `draws`, of this package alone.
    init(_ draws: Draws, _ verdicts: Verdicts, of party: PartyKnowledge, package: [Int]) {
        self.draws = draws
        self.verdicts = verdicts
        self.package = package
        entries = party.unknownEntries
        plan = draws.plan
        holding = Set(verdicts.verdicts.adds[0])
        points = verdicts.points(of: 0, draws)
    }

    private func share(_ issue: Int, _ lane: Int) -> Double {
        switch plan.shares[issue][package[issue]] {
        case .known(let share): share
        case .row(let row): draws.rows[row * Draws.lanes + lane]
        }
    }

    private func number(_ row: Int, _ lane: Int) -> Double { draws.rows[row * Draws.lanes + lane] }

    /// Whether the party accepts with the entry at its least and at its greatest; `nil` where the entry has no bearing on
    /// the package.
    func accepted(_ entry: Int, _ lane: Int) -> (low: Bool, high: Bool)? {
        let range = plan.unknowns[entry]
        let now = number(range.row, lane)
        let here = points[lane]
        let floor = verdicts.floors[lane]
        switch entries[entry] {
        case .weight(let issues):
            let ends = weightEnds(issues, range, lane)
            return (meets(ends.low, floor), meets(ends.high, floor))
        case .value(let issue, let options):
            guard options.contains(package[issue]) else { return nil }
            let weight = number(issue, lane)
            var (low, high) = (range.least, range.least + range.width)
            if let chain = plan.chains.first(where: { $0.contains(range.row) }) {
                if range.row > chain.lowerBound { high = number(range.row - 1, lane) }
                if range.row + 1 < chain.upperBound { low = number(range.row + 1, lane) }
            }
            return (meets(here + weight * (low - now), floor), meets(here + weight * (high - now), floor))
        case .interaction(let place):
            guard holding.contains(place) else { return nil }
            let low = here + range.least - now
            return (meets(low, floor), meets(low + range.width, floor))
        case .withoutAgreement:
            return (meets(here, range.least), meets(here, range.least + range.width))
        }
    }

    private func meets(_ points: Double, _ floor: Double) -> Bool {
        min(points, plan.cap ?? .infinity) >= floor
    }

    /// The points of the package with a weight at its least and at its greatest.
    private func weightEnds(
        _ issues: [Int], _ range: DrawPlan.Range, _ lane: Int
    ) -> (low: Double, high: Double) {
        let here = points[lane]
        let issue = issues[0]
        let now = number(issue, lane)
        switch plan.weights {
        case .independent:
            let share = share(issue, lane)
            return (
                here + (range.least - now) * share, here + (range.least + range.width - now) * share
            )
        case .summing(let least, let width, _):
            // What the others can give up and take on.
            var (give, take, givenPoints, takenPoints) = (0.0, 0.0, 0.0, 0.0)
            for other in least.indices where other != issue && width[other] > 0 {
                let weight = number(other, lane)
                let share = share(other, lane)
                give += weight - least[other]
                givenPoints += (weight - least[other]) * share
                take += least[other] + width[other] - weight
                takenPoints += (least[other] + width[other] - weight) * share
            }
            let up = min(range.least + range.width - now, give)
            let down = min(now - range.least, take)
            let own = share(issue, lane)
            return (
                here - down * own + (take > 0 ? down * takenPoints / take : 0),
                here + up * own - (give > 0 ? up * givenPoints / give : 0)
            )
        case .ordered(let sizes, let group, let total):
            var (sum, earned, ownShares) = (0.0, 0.0, 0.0)
            let own = group[issue] ?? 0
            for other in group.indices {
                guard let place = group[other] else { continue }
                let uniform = draws.orderedUniforms[place * Draws.lanes + lane]
                sum += uniform
                earned += uniform * share(other, lane)
                if place == own { ownShares += share(other, lane) }
            }
            let uniform = draws.orderedUniforms[own * Draws.lanes + lane]
            let rest = sum > 0 ? here - total * earned / sum : here
            func points(at other: Double) -> Double {
                let newSum = sum + (other - uniform) * sizes[own]
                return newSum > 0 ? rest + total * (earned + (other - uniform) * ownShares) / newSum : here
            }
            let above = own > 0 ? draws.orderedUniforms[(own - 1) * Draws.lanes + lane] : 1
            let below = own + 1 < sizes.count ? draws.orderedUniforms[(own + 1) * Draws.lanes + lane] : 0
            return (points(at: below), points(at: above))
        }
    }
}
