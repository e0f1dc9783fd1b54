public import Negotiation

/// What the sheet of a party says of a package, over all completions.
public enum Acceptance: Hashable, Sendable, Comparable {
    /// In no completion is the package worth no less than no agreement, or it crosses a red line.
    case never
    /// In some completions it is, in others not.
    case possibly
    /// In every completion it is, and it crosses no red line.
    case surely
}

extension PartyKnowledge {
    /// The least and the greatest utility of a package over all completions, each attained.
    ///
    /// Of a partial package: of what it settles, with the interactions that hold however the rest is settled.
    ///
    /// - Parameter package: an option for each issue; `nil` where it is open.
    /// - Complexity: O(n log n) in the issues, linear in the interactions.
    public func utility(of package: [Int?]) -> Amount {
        var low: [Rational] = []
        var high: [Rational] = []
        for (known, option) in zip(values, package) {
            let share = option.map(known.share) ?? Amount(0)
            low.append(share.least)
            high.append(share.greatest)
        }
        var least = weights.least(of: low)
        var greatest = weights.greatest(of: high)
        for interaction in interactions where interaction.when.truth(for: package) == true {
            least += interaction.add.least
            greatest += interaction.add.greatest
        }
        if let cap { (least, greatest) = (min(cap, least), min(cap, greatest)) }
        return Amount(from: least, to: greatest)
    }

    /// The least and the greatest gain of a package over all completions; `nil` where nobody has said what no agreement is
    /// worth.
    public func gain(of package: [Int?]) -> Amount? {
        withoutAgreement.map { worth in
            let utility = utility(of: package)
            return Amount(from: utility.least - worth.greatest, to: utility.greatest - worth.least)
        }
    }

    /// Whether the party accepts a package that settles every issue, over all completions.
    ///
    /// Where nobody has said what no agreement is worth, every package is worth no less.
    public func acceptance(of package: [Int]) -> Acceptance {
        if redLines.contains(where: { $0.holds(for: package) }) { return .never }
        guard let gain = gain(of: package.map { $0 }) else { return .surely }
        if gain.least >= 0 { return .surely }
        return gain.greatest >= 0 ? .possibly : .never
    }

    /// The least and the greatest of the points of one package minus those of another, over all completions; caps are not
    /// applied. Issues that both leave open are taken to be settled alike.
    ///
    /// Each end is attained, but where an interaction speaks of an issue that is open: then the truth lies within.
    ///
    /// - Complexity: O(n log n) in the issues, linear in the interactions.
    public func difference(of package: [Int?], over other: [Int?]) -> Amount {
        var low: [Rational] = []
        var high: [Rational] = []
        for (known, options) in zip(values, zip(package, other)) {
            let difference: Amount
            switch options {
            case (let left?, let right?): difference = known.difference(of: left, over: right)
            case (let left?, nil): difference = known.share(of: left)
            case (nil, let right?):
                let share = known.share(of: right)
                difference = Amount(from: -share.greatest, to: -share.least)
            case (nil, nil): difference = Amount(0)
            }
            low.append(difference.least)
            high.append(difference.greatest)
        }
        var least = weights.least(of: low)
        var greatest = weights.greatest(of: high)
        for interaction in interactions {
            let range = Self.difference(
                interaction.add, interaction.when.truth(for: package), interaction.when.truth(for: other))
            least += range.least
            greatest += range.greatest
        }
        return Amount(from: least, to: greatest)
    }

    private static func difference(_ add: Amount, _ here: Bool?, _ there: Bool?) -> Amount {
        let up = here != false && there != true
        let down = here != true && there != false
        let isSettled = here != nil && there != nil
        var ends: [Rational] = isSettled && up != down ? [] : [0]
        if up { ends += [add.least, add.greatest] }
        if down { ends += [-add.least, -add.greatest] }
        if isSettled && up == down { ends = [0] }
        return Amount(from: ends.min() ?? 0, to: ends.max() ?? 0)
    }
}

extension Formula {
    /// Whether the formula holds for a package that may leave issues open; `nil` where that depends on them.
    func truth(for package: [Int?]) -> Bool? {
        switch self {
        case .constant(let value): return value
        case .chosen(let issue, let options): return package[issue].map(options.contains)
        case .all(let parts):
            var result: Bool? = true
            for part in parts {
                let truth = part.truth(for: package)
                if truth == false { return false }
                if truth == nil { result = nil }
            }
            return result
        case .any(let parts):
            var result: Bool? = false
            for part in parts {
                let truth = part.truth(for: package)
                if truth == true { return true }
                if truth == nil { result = nil }
            }
            return result
        case .not(let part): return part.truth(for: package).map { !$0 }
        }
    }
}
