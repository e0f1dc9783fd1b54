import Negotiation

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

    /// The reaction of a dossier's parties, in minutes.
    init(_ time: ReactionTime) {
        self =
            switch time {
            case .strict: .strict
            case .after(let span): span.minutes == 0 ? .instantaneous : .delay(span.minutes)
            }
    }
}

extension TemporalNetwork {
    /// A network that can be executed with instantaneous reaction if and only if this one can with `reaction`.
    ///
    /// The end of each uncontrolled duration is replaced by the moment from which it may be used, a delay later; what
    /// binds the end binds that moment, shifted. A duration that begins at the end of another begins with the world, not
    /// with the news of it, so its length stays. An outcome of an observation made by somebody in the room becomes known at a point
    /// of its own, a delay after the observation.
    ///
    /// A reaction of a moment is a delay of one of so many in a unit of time; nil: ``momentsInUnit``.
    func withInstantaneousReaction(_ reaction: Reaction, moments: Int? = nil) -> TemporalNetwork {
        var result: TemporalNetwork
        let delay: Int
        switch reaction {
        case .instantaneous: return self
        case .strict: (result, delay) = (counted(in: moments ?? momentsInUnit), 1)
        case .delay(let time): (result, delay) = (self, time)
        }
        guard delay > 0 else { return self }
        var shift = [Int](repeating: 0, count: points.count)
        for link in contingentLinks { shift[link.end] = delay }
        for place in constraints.indices {
            let constraint = constraints[place]
            result.constraints[place].atMost += shift[constraint.to] - shift[constraint.from]
        }
        for place in contingentLinks.indices {
            let link = contingentLinks[place]
            let later = shift[link.end] - shift[link.start]
            result.contingentLinks[place].least += later
            result.contingentLinks[place].greatest += later
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

    /// How many moments, each as long as a reaction that takes one, make a unit of time.
    ///
    /// Shifts of durations cancel on every ring of arcs, so moments count only where something waits for an outcome. With a copy of each
    /// observation for all outcomes before it, one ring can do so once for each copy, fewer than two to the number of observations that
    /// labels speak of. With more moments in a unit only ties are decided by them. Beyond eleven such observations there are
    /// more than any one scenario needs, and what can be executed with longer moments can be with shorter ones.
    package var momentsInUnit: Int { 2 << min(namedPropositions.nonzeroBitCount, 11) }

    /// The same with every unit of time as so many.
    func counted(in factor: Int) -> TemporalNetwork { changingTimes { $0 * factor } }

    /// The same with every time changed in one way.
    func changingTimes(_ change: (Int) -> Int) -> TemporalNetwork {
        var result = self
        for place in constraints.indices {
            result.constraints[place].atMost = change(constraints[place].atMost)
        }
        for place in contingentLinks.indices {
            result.contingentLinks[place].least = change(contingentLinks[place].least)
            result.contingentLinks[place].greatest = change(contingentLinks[place].greatest)
        }
        return result
    }
}
