public import Assessment
import Bargaining
import Negotiation

extension Phrasing {
    /// What can be said without a single number, a sentence each.
    ///
    /// - Parameters:
    ///   - known: what was found.
    ///   - limit: the most pairs of options that exclude each other.
    public func withoutNumbers(_ known: WithoutNumbers, limit: Int = 8) -> [Prose] {
        [beaten(known)].compactMap { $0 } + alike(known) + exclusions(known, limit) + positions(known)
    }

    private func beaten(_ known: WithoutNumbers) -> Prose? {
        guard let beaten = known.beaten, beaten.among.upper > 0 else { return nil }
        let among = wording.brief(beaten.among)
        if beaten.beaten.upper == 0 {
            return say(
                "By the orders alone, no package beats another for everyone: of \(among) that keep the rules and cross no red line, each is somebody’s better choice."
            )
        }
        return say(
            "By the orders alone, \(wording.brief(beaten.beaten)) of \(among) packages that keep the rules and cross no red line are beaten for everyone: another is at least as good for each on every issue and better for somebody, whatever the numbers. \(left(beaten))"
        )
    }

    /// What is left once the beaten ones are set aside.
    private func left(_ known: OutcomeSpace.BeatenPackages) -> Prose {
        guard known.beaten.exact, known.among.exact else { return say("The search did not come to its end.") }
        return say("That leaves \(wording.brief(PackageCount(known.among.lower - known.beaten.lower))).")
    }

    private func alike(_ known: WithoutNumbers) -> [Prose] {
        var result: [Prose] = []
        if !known.firstForAll.isEmpty {
            result.append(say("Every negotiator ranks first: \(choices(known.firstForAll))."))
        }
        if !known.lastForAll.isEmpty {
            result.append(say("Every negotiator ranks last: \(choices(known.lastForAll))."))
        }
        return result
    }

    private func choices(_ choices: [WithoutNumbers.Choice]) -> Prose {
        choices.map { choice([$0.option], of: $0.issue) }.joined(separator: say("; "))
    }

    private func exclusions(_ known: WithoutNumbers, _ limit: Int) -> [Prose] {
        guard let pairs = known.exclusions, !pairs.isEmpty else { return [] }
        let named = pairs.prefix(limit).map { pair in
            say(
                "\(choice([pair.one.option], of: pair.one.issue)) and \(choice([pair.other.option], of: pair.other.issue))"
            )
        }.joined(separator: say("; "))
        return pairs.count > limit
            ? [
                say(
                    "The rules leave no package with both: \(named); and \(wording.number(pairs.count - limit)) more such pairs."
                )
            ]
            : [say("The rules leave no package with both: \(named).")]
    }

    private func positions(_ known: WithoutNumbers) -> [Prose] {
        known.positions.map { left in
            let who = left.of.count > 1 ? say("all who have stated any") : Prose(party(left.of[0]))
            return left.feasible.upper == 0
                ? say("Stated positions of \(who): no package that keeps the rules meets them all.")
                : say(
                    "Stated positions of \(who): \(wording.brief(left.feasible)) packages that keep the rules meet them all."
                )
        }
    }
}
