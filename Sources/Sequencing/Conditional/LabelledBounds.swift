/// Lower bounds on times, each in some scenarios and while some durations last, until none follows any more.
///
/// A bound says of one point: as long as the outcomes of its label are possible and none of its pending durations is known to
/// have ended, the point must not be executed before a time. Nature can make any outcome and any lasting true, so:
/// - what binds two points carries a bound from one to the other, in the scenarios of both;
/// - a duration's end that must not come too early holds back its start for the shortest time, and a start's bound holds while
///   the duration lasts for its longest;
/// - before an outcome is known, the bound of the other outcome holds too, up to the earliest time at which it can be
///   known; likewise for a duration that may have ended.
///
/// A positive bound on the origin contradicts itself; then no strategy exists. These are the rules of labelled value propagation
/// (Hunsberger, Posenato and Combi, TIME 2015; Hunsberger and Posenato, *Sound-and-complete algorithms for checking the dynamic
/// controllability of conditional simple temporal networks with uncertainty*, TIME 2018), kept to bounds on the distance
/// to the origin and to labels of outcomes, in the form of the fixed points of Comin and Rizzi (*Dynamic consistency of conditional
/// simple temporal networks via mean payoff games*, TIME 2015). Outcomes that become known at the same instant are read in
/// some order: the lower bits of a value count the order.
///
/// A bound that is greater than what any play without a ring adds up to grows for ever: it is a contradiction, too.
///
/// Complexity: exponential in outcomes and durations at worst; a budget counts bounds.
package struct LabelledBounds {
    /// What was found.
    package enum Verdict: Equatable {
        /// No contradiction follows: a strategy exists.
        case controllable
        /// These constraints and durations, by place, lead to a contradiction.
        case contradiction(constraints: Set<Int>, links: Set<Int>)
        /// The budget ran out.
        case undecided
    }

    /// One bound.
    struct Bound {
        var point: Int32
        var value: Int
        var label: Label
        var pending: UInt64
        /// The bounds that it follows from, and by what.
        var first: Int32
        var second: Int32
        var reason: Reason
        /// How many steps it is from a bound that rests on two.
        var depth: Int32
        var isCurrent = true
    }

    /// By what a bound follows.
    enum Reason {
        case start, order, outcome, ended
        case constraint(Int)
        case link(Int)
    }

    /// The lower bits of a value: the order within an instant.
    static let orderBits = 16
    static let durationLimit = 64

    private let links: [TemporalNetwork.ContingentLink]
    private let observations: [Int]
    private let pointLabels: [Label]
    private let origin: Int
    private var arcsInto: [[(tail: Int, length: Int, label: Label, reason: Reason)]]
    private var linksFrom: [[Int]]
    private var linkTo: [Int]
    private var propositionAt: [Int]
    private var bounds: [Bound] = []
    /// By point: the bounds that no other holds already.
    private var current: [[Int32]]
    private var withLiteral: [[Int32]]
    private var withPending: [[Int32]]
    private var queue: [Int32] = []
    private var contradiction: Int32?
    /// The greatest value that does not grow for ever.
    private var ceiling = Int.max

    /// A search in a network with an origin, with instantaneous reaction.
    package init(_ network: TemporalNetwork) {
        origin = network.origin ?? 0
        observations = network.observations
        pointLabels = network.labels
        let unit = 1 << Self.orderBits
        let count = network.points.count
        arcsInto = .init(repeating: [], count: count)
        linksFrom = .init(repeating: [], count: count)
        linkTo = .init(repeating: -1, count: count)
        propositionAt = .init(repeating: -1, count: count)
        current = .init(repeating: [], count: count)
        withLiteral = .init(repeating: [], count: network.observations.count)
        withPending = .init(repeating: [], count: network.contingentLinks.count)
        for (place, point) in network.observations.enumerated() { propositionAt[point] = place }
        for (place, link) in network.contingentLinks.enumerated() where link.least < link.greatest {
            linksFrom[link.start].append(place)
            linkTo[link.end] = place
        }
        links = network.contingentLinks.map { link in
            var link = link
            link.least *= unit
            link.greatest *= unit
            return link
        }
        for (place, constraint) in network.constraints.enumerated() {
            bind(
                constraint.from, constraint.to, constraint.atMost * unit, constraint.label,
                .constraint(place))
        }
        for (place, link) in links.enumerated() {
            bind(link.start, link.end, link.greatest, .always, .link(place))
            bind(link.end, link.start, -link.least, .always, .link(place))
        }
        // What is done in one outcome only comes after the outcome is known.
        for point in 0..<count where linkTo[point] < 0 {
            for (proposition, _) in pointLabels[point].literals {
                bind(point, observations[proposition], 0, .always, .order)
            }
        }
        ceiling = ceiling(network)
    }

    /// The least times at which everything can be kept are those of a game in which a play that does not go round passes each
    /// point of each scenario, with each duration at one of its ends, once: so they are at most so many times the
    /// largest step. Bounds carried to the origin end the search, so what binds it is no step.
    private func ceiling(_ network: TemporalNetwork) -> Int {
        guard let scenarios = network.scenarios(), links.count < 16 else { return .max }
        var step = 0
        for arcs in arcsInto {
            for arc in arcs where arc.tail != origin { step = max(step, abs(arc.length)) }
        }
        for link in links { step = max(step, link.greatest) }
        let places = scenarios.count << links.count
        let (plays, isEndless) = places.multipliedReportingOverflow(by: network.points.count)
        let (most, isTooMuch) = plays.multipliedReportingOverflow(by: step + 1 << Self.orderBits)
        return isEndless || isTooMuch ? .max : most
    }

    private mutating func bind(_ tail: Int, _ head: Int, _ length: Int, _ label: Label, _ reason: Reason) {
        guard let both = pointLabels[tail].and(pointLabels[head])?.and(label), let whole = completed(both)
        else {
            return
        }
        arcsInto[head].append((tail, length, whole, reason))
    }

    /// A label with all that must hold for its outcomes to be observed at all; nil: that cannot be.
    private func completed(_ label: Label) -> Label? {
        var result = label
        while true {
            var next = result
            var rest = result.propositions
            while rest != 0 {
                let proposition = rest.trailingZeroBitCount
                rest &= rest - 1
                guard let both = next.and(pointLabels[observations[proposition]]) else { return nil }
                next = both
            }
            if next == result { return result }
            result = next
        }
    }

    // MARK: Searching

    /// Follows all bounds until a contradiction, the end, or `budget` bounds.
    package mutating func search(budget: Int) -> Verdict {
        guard links.count <= Self.durationLimit else { return .undecided }
        for point in current.indices { add(point, 0, pointLabels[point], 0, -1, -1, .start) }
        var next = 0
        while next < queue.count {
            let place = Int(queue[next])
            next += 1
            guard bounds[place].isCurrent else { continue }
            follow(place)
            if contradiction != nil { return explanation }
            if bounds.count > budget { return .undecided }
        }
        return .controllable
    }

    private mutating func follow(_ place: Int) {
        let bound = bounds[place]
        let point = Int(bound.point)
        // Constraints compare times; the order within an instant is no time.
        let time = (bound.value >> Self.orderBits) << Self.orderBits
        for arc in arcsInto[point] {
            guard let label = bound.label.and(arc.label) else { continue }
            add(arc.tail, time - arc.length, label, bound.pending, place, -1, arc.reason)
        }
        if linkTo[point] >= 0 {
            let link = linkTo[point]
            if bound.pending >> link & 1 == 0 {
                add(
                    links[link].start, time - links[link].least, bound.label, bound.pending, place, -1,
                    .link(link))
                for other in withPending[link] where bounds[Int(other)].isCurrent {
                    endPending(Int(other), link, place)
                }
            }
        }
        for link in linksFrom[point] {
            add(
                links[link].end, time + links[link].greatest, bound.label, bound.pending | 1 << link, place,
                -1,
                .link(link))
        }
        var pending = bound.pending
        while pending != 0 {
            let link = pending.trailingZeroBitCount
            pending &= pending - 1
            if links[link].start == point {
                // What starts a duration comes before its end, so the end is never known by then.
                add(point, bound.value, bound.label, bound.pending & ~(1 << link), place, -1, .ended)
            } else if links[link].end != point {
                for other in current[links[link].end] { endPending(place, link, Int(other)) }
            }
        }
        for proposition in leaves(of: bound) {
            let observed = observations[proposition]
            if observed == point {
                add(point, bound.value, bound.label.without(proposition), bound.pending, place, -1, .outcome)
            } else {
                for other in current[observed] { becomeKnown(place, proposition, Int(other)) }
            }
        }
        if propositionAt[point] >= 0 {
            let proposition = propositionAt[point]
            for other in withLiteral[proposition] where bounds[Int(other)].isCurrent {
                becomeKnown(Int(other), proposition, place)
            }
        }
    }

    /// The outcomes of a bound's label that its point does not need and no other outcome of the label rests on.
    private func leaves(of bound: Bound) -> [Int] {
        let own = pointLabels[Int(bound.point)]
        var inner = own.propositions
        for (proposition, _) in bound.label.literals {
            inner |= pointLabels[observations[proposition]].propositions
        }
        return bound.label.literals.map(\.proposition).filter { inner >> $0 & 1 == 0 }
    }

    /// A bound of one outcome holds in the other, too, until the outcome can be known.
    private mutating func becomeKnown(_ place: Int, _ proposition: Int, _ news: Int) {
        let bound = bounds[place]
        let known = bounds[news]
        guard bound.isCurrent, known.isCurrent, known.label.propositions >> proposition & 1 == 0,
            Int(bound.point) != observations[proposition], leaves(of: bound).contains(proposition),
            let label = bound.label.without(proposition).and(known.label)
        else { return }
        // No more outcomes than there are can be read within an instant: what comes after them comes at the next.
        let mask = 1 << Self.orderBits - 1
        let later = known.value & mask < observations.count ? known.value + 1 : (known.value | mask) + 1
        let isOwn = bound.value <= later
        add(
            Int(bound.point), min(bound.value, later), label, bound.pending | known.pending,
            isOwn ? place : news, isOwn ? news : place, .outcome)
    }

    /// A bound that holds while a duration lasts holds always, up to the earliest end of the duration.
    private mutating func endPending(_ place: Int, _ link: Int, _ end: Int) {
        let bound = bounds[place]
        let ended = bounds[end]
        let bit: UInt64 = 1 << link
        guard bound.isCurrent, ended.isCurrent, bound.pending & bit != 0, ended.pending & bit == 0,
            Int(bound.point) != links[link].end, Int(bound.point) != links[link].start,
            let label = bound.label.and(ended.label)
        else { return }
        let isOwn = bound.value <= ended.value
        add(
            Int(bound.point), min(bound.value, ended.value), label, bound.pending & ~bit | ended.pending,
            isOwn ? place : end, isOwn ? end : place, .ended)
    }

    // MARK: Keeping

    private mutating func add(
        _ point: Int, _ value: Int, _ label: Label, _ pending: UInt64, _ first: Int, _ second: Int,
        _ reason: Reason
    ) {
        guard value > 0 || first < 0, contradiction == nil,
            let own = label.and(pointLabels[point]), let label = completed(own)
        else { return }
        for other in current[point] {
            let known = bounds[Int(other)]
            if known.value >= value, known.label.holds(label), known.pending & ~pending == 0 { return }
        }
        let place = Int32(bounds.count)
        let isStep = second < 0
        let depth: Int32 = isStep && first >= 0 ? bounds[first].depth + 1 : 0
        bounds.append(
            Bound(
                point: Int32(point), value: value, label: label, pending: pending, first: Int32(first),
                second: Int32(second), reason: reason, depth: depth))
        if (point == origin && value > 0) || value > ceiling || comesRound(place) {
            contradiction = place
            return
        }
        current[point].removeAll { other in
            let known = bounds[Int(other)]
            guard value >= known.value, label.holds(known.label), pending & ~known.pending == 0 else {
                return false
            }
            bounds[Int(other)].isCurrent = false
            return true
        }
        current[point].append(place)
        queue.append(place)
        for (proposition, _) in label.literals { withLiteral[proposition].append(place) }
        var rest = pending
        while rest != 0 {
            withPending[rest.trailingZeroBitCount].append(place)
            rest &= rest - 1
        }
    }

    /// Whether a bound follows from a lower one like it by steps that nothing ends: then it grows for ever.
    private func comesRound(_ place: Int32) -> Bool {
        let bound = bounds[Int(place)]
        guard bound.depth > 0, bound.depth % Int32(current.count) == 0 else { return false }
        var step = bound
        for _ in 0..<bound.depth {
            step = bounds[Int(step.first)]
            if step.point == bound.point, step.label == bound.label, step.pending == bound.pending {
                return true
            }
        }
        return false
    }

    private var explanation: Verdict {
        var constraints: Set<Int> = []
        var durations: Set<Int> = []
        var seen: Set<Int32> = []
        var rest = [contradiction!]
        while let place = rest.popLast() {
            guard place >= 0, seen.insert(place).inserted else { continue }
            let bound = bounds[Int(place)]
            switch bound.reason {
            case .constraint(let constraint): constraints.insert(constraint)
            case .link(let link): durations.insert(link)
            case .start, .order, .outcome, .ended: break
            }
            rest.append(bound.first)
            rest.append(bound.second)
        }
        return .contradiction(constraints: constraints, links: durations)
    }
}
