/// How soon somebody can act on what has become known.
public enum Reaction: Hashable, Sendable {
    /// At once: what becomes known at an instant may be used at the same instant; several reports of one instant are read in
    /// some order (Cairo, Comin and Rizzi, *Instantaneous reaction-time in dynamic-consistency checking of conditional
    /// simple temporal networks*, TIME 2017).
    case instantaneous
    /// A moment later, however short: only what was known before may be used.
    case strict
    /// After this time: only what was known at least so long before may be used (Bhargava, Muise and Williams,
    /// *Variable-delay controllability*, IJCAI 2018, with one fixed delay).
    case delay(Int)
}

extension TemporalNetwork {
    /// A network that can be executed with instantaneous reaction if and only if this one can with `reaction`.
    ///
    /// The end of each uncontrolled duration is replaced by the moment from which it may be used, a delay later; what
    /// binds the end binds that moment, shifted. A duration that begins at the end of another begins with the world, not
    /// with the news of it, so its length stays. An outcome of an observation made by somebody in the room becomes known at a point
    /// of its own, a delay after the observation.
    ///
    /// For a delay of an instant all times are multiplied by more than a ring of arcs can have such points, and the delay is
    /// 1: shifts of durations cancel on every ring, so only ties are decided by the delay.
    func withInstantaneousReaction(_ reaction: Reaction) -> TemporalNetwork {
        let delay: Int
        let factor: Int
        switch reaction {
        case .instantaneous: return self
        case .strict: (delay, factor) = (1, 2 * observations.count + 2)
        case .delay(let time): (delay, factor) = (time, 1)
        }
        guard delay > 0 else { return self }
        var shift = [Int](repeating: 0, count: points.count)
        for link in contingentLinks { shift[link.end] = delay }
        var result = self
        for place in constraints.indices {
            let constraint = constraints[place]
            result.constraints[place].atMost =
                constraint.atMost * factor + shift[constraint.to] - shift[constraint.from]
        }
        for place in contingentLinks.indices {
            let link = contingentLinks[place]
            let later = shift[link.end] - shift[link.start]
            result.contingentLinks[place].least = link.least * factor + later
            result.contingentLinks[place].greatest = link.greatest * factor + later
        }
        for (place, observed) in observations.enumerated() where shift[observed] == 0 {
            let news = result.points.count
            result.points.append(points[observed])
            result.labels.append(labels[observed])
            result.observations[place] = news
            result.constraints.append(.init(from: observed, to: news, atMost: delay))
            result.constraints.append(.init(from: news, to: observed, atMost: -delay))
        }
        return result
    }
}
