public import Negotiation

/// How one package comes to its worth for one party.
public struct PartyAccount: Hashable, Sendable {
    /// Points, one number an issue.
    public let points: [Rational]
    /// The interactions that apply, by index, in order.
    public let interactions: [Int]
    /// Points and interactions together.
    public let sum: Rational
    /// The lesser of the sum and the cap.
    public let utility: Rational
    /// Utility minus the worth without agreement.
    public let gain: Rational
    /// The party's red lines that the package crosses, by index, in order.
    public let redLinesCrossed: [Int]

    /// Whether the cap took something away.
    public var capped: Bool { utility < sum }
}

/// How one package stands: what it is worth to each party, and what speaks against it.
public struct PackageAccount: Hashable, Sendable {
    /// The prohibitions that forbid it, by index, in order.
    public let prohibitions: [Int]
    /// One account a party.
    public let parties: [PartyAccount]

    /// Whether no prohibition forbids it.
    public var isFeasible: Bool { prohibitions.isEmpty }

    /// Whether it is feasible, crosses none of the party's red lines and leaves it no worse off.
    public func isAcceptable(to party: Int) -> Bool {
        isFeasible && parties[party].redLinesCrossed.isEmpty && parties[party].gain >= .zero
    }

    /// Whether it is feasible and acceptable to every negotiator.
    public var isAcceptable: Bool { isFeasible && parties.indices.allSatisfy(isAcceptable(to:)) }
}

extension OutcomeSpace {
    /// Accounts for a package, item by item.
    ///
    /// - Parameter package: one option index for each issue.
    /// - Precondition: the package has one valid option an issue.
    public func account(of package: [Int]) -> PackageAccount {
        precondition(
            package.count == problem.optionCounts.count
                && zip(package, problem.optionCounts).allSatisfy { (0..<$1).contains($0) },
            "a package has one option of each issue")
        let parties = problem.parties.indices.map { index in
            let party = problem.parties[index]
            let points = package.indices.map { party.values[$0][package[$0]] }
            let fired = party.interactions.indices.filter { party.interactions[$0].when.holds(for: package) }
            let sum = fired.reduce(points.reduce(.zero, +)) { $0 + party.interactions[$1].add }
            let utility = party.cap.map { min($0, sum) } ?? sum
            return PartyAccount(
                points: points, interactions: fired, sum: sum, utility: utility,
                gain: utility - withoutAgreement[index],
                redLinesCrossed: party.redLines.indices.filter { party.redLines[$0].holds(for: package) })
        }
        return PackageAccount(
            prohibitions: problem.prohibitions.indices.filter {
                problem.prohibitions[$0].holds(for: package)
            },
            parties: parties)
    }
}
