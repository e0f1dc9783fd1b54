public import BigInt
public import Negotiation

/// A point that a yardstick's search found: utilities and the packages that have exactly these.
public struct ReferencePoint: Sendable {
    /// One utility a party, each on the party's own scale.
    public let utilities: [Rational]
    /// Utility minus without-agreement, one a party.
    public let gains: [Rational]
    /// The number of packages with exactly these utilities; where the search was not exact, at least so many.
    public let packageCount: BigInt
    /// The packages, lexicographically by option index, issue by issue; nothing is listed before it is asked for.
    public let packages: PackageList
}

/// What one yardstick points at among all acceptable packages, found without listing the frontier.
public struct Reference: Sendable {
    /// The points in descending lexicographic order of their utilities, first party first.
    public let points: [ReferencePoint]
    /// Whether these are proven best, with all ties and all packages of each.
    ///
    /// Where a budget ran out, every point is attained by an acceptable package, but better ones may exist.
    public let exact: Bool
    /// The yardstick's measure at the points: the least gain, the least share, the sum of utilities, or the geometric mean
    /// of gains, rounded down to a millionth of itself; `nil`: there are no points.
    public let found: Rational?
    /// No acceptable package has more of the measure: equal to ``found`` where that is proven best, the geometric mean
    /// rounded up; `nil`: nothing is known.
    public let bound: Rational?

    /// How far ``found`` may stay below the best, as a share of ``bound``; `nil`: nothing is known.
    public var gap: Rational? {
        guard let found, let bound else { return nil }
        // Of a bound that is not positive there are no shares.
        guard bound > .zero else { return found >= bound ? .zero : nil }
        return max(.zero, bound - found) / bound
    }
}

/// The Nash yardstick's search among negotiators that can gain together.
public struct NashReference: Sendable {
    /// The negotiators that gain at these points, ascending; the others' gain is zero there.
    public let gaining: [Int]
    /// The greatest product of these negotiators' gains; the measure is the geometric mean.
    public let reference: Reference
}

/// The Nash yardstick as a search found it.
public struct NashReferences: Sendable {
    /// Every largest set of negotiators that can gain together, in order.
    public let sets: [NashReference]
    /// Whether these are surely all, each with all ties.
    public let exact: Bool
}

/// The Kalai–Smorodinsky yardstick as a search found it.
public struct IdealReference: Sendable {
    /// The shares of ideals best from the least up; the measure is the least share.
    public let reference: Reference
    /// The parties whose ideal is no better than no agreement, and which were therefore left out.
    public let leftOut: [Int]
    /// The utilities that stood as ideals, one a party.
    public let ideals: [Rational]
    /// Whether the ideals are exact; else they are bounds, and the points those for these bounds. The bound of the
    /// ``reference`` then allows for ideals that are lower.
    public let idealsAreExact: Bool
}

/// Which utilities stand as ideals.
public enum Ideals: Hashable, Sendable {
    /// Each party's greatest utility over the packages acceptable to every negotiator.
    case acceptable
    /// Each party's greatest utility over all feasible packages.
    case feasible
    /// As given, one a party.
    case given([Rational])
}

/// All four yardsticks as searches found them.
public struct ReferenceSet: Sendable {
    /// The greatest product of gains.
    public let nash: NashReferences
    /// The gains best from the least up.
    public let egalitarian: Reference
    /// The shares of ideals best from the least up.
    public let kalaiSmorodinsky: IdealReference
    /// The greatest sum of utilities.
    public let utilitarian: Reference

    /// Whether everything is proven.
    public var exact: Bool {
        nash.exact && egalitarian.exact && kalaiSmorodinsky.reference.exact
            && kalaiSmorodinsky.idealsAreExact && utilitarian.exact
    }
}
