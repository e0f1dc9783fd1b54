public import Negotiation

extension Phrasing {
    /// What had to be assumed to use a sheet, as one sentence.
    public func assumption(_ assumption: Assumption) -> Prose {
        switch assumption {
        case .missingWeight(let issue): say("\(issueInSentence(issue)) has no weight: it counts as 0.")
        case .unknownValue(let issue, let option):
            say("\(choice([option], of: issue)) has no value: unknown, taken at the middle.")
        case .weightWithinRange(let issue):
            say("The weight of \(issueInSentence(issue)) is a range: one value within it was taken.")
        case .valueWithinRange(let issue, let option):
            say("The value of \(choice([option], of: issue)) is a range: its midpoint was taken.")
        case .weightsFromOrder: say("Weights stand in an order: taken in proportion to the rank (rank sum).")
        case .weightsFromLevels:
            say("Weights stand as words: taken as an order, in proportion to the rank (rank sum).")
        case .valuesFromOrder(let issue):
            say("The options of \(issueInSentence(issue)) stand in an order: taken as equally spaced.")
        case .valuesFromLevels(let issue):
            say(
                "The options of \(issueInSentence(issue)) are rated in words: taken as an order, equally spaced."
            )
        case .interactionWithinRange(let place):
            say("Interaction \(String(place + 1)) of the sheet is a range: its midpoint was taken.")
        case .withoutAgreementWithinRange:
            say("The worth of having no agreement is a range: its midpoint was taken.")
        case .withoutAgreementAssumed:
            say(
                "Nobody has said what having no agreement is worth: the least utility over all packages was taken."
            )
        }
    }

    /// Assumptions as sentences, those of one kind about many issues or options said once.
    public func assumptions(_ assumptions: [Assumption]) -> [Prose] {
        var grouped: [Assumption.Group: [Prose]] = [:]
        var result: [Prose] = []
        for assumption in assumptions {
            guard let (group, name) = part(of: assumption) else {
                result.append(self.assumption(assumption))
                continue
            }
            grouped[group, default: []].append(name)
        }
        for group in Assumption.Group.allCases {
            guard let names = grouped[group] else { continue }
            result.append(sentence(group, names.joined(separator: say("; "))))
        }
        return result
    }

    private func part(of assumption: Assumption) -> (Assumption.Group, Prose)? {
        switch assumption {
        case .missingWeight(let issue): (.weightMissing, Prose(self.issue(issue)))
        case .unknownValue(let issue, let option): (.valueMissing, choice([option], of: issue))
        case .weightWithinRange(let issue): (.weightRange, Prose(self.issue(issue)))
        case .valueWithinRange(let issue, let option): (.valueRange, choice([option], of: issue))
        case .valuesFromOrder(let issue): (.valueOrder, Prose(self.issue(issue)))
        case .valuesFromLevels(let issue): (.valueLevels, Prose(self.issue(issue)))
        default: nil
        }
    }

    private func sentence(_ group: Assumption.Group, _ names: Prose) -> Prose {
        switch group {
        case .weightMissing: say("No weight, so counted as 0: \(names).")
        case .valueMissing: say("No value, so taken at the middle: \(names).")
        case .weightRange: say("Weight within its range, at one point of it: \(names).")
        case .valueRange: say("Value at the midpoint of its range: \(names).")
        case .valueOrder: say("Options in an order, taken as equally spaced: \(names).")
        case .valueLevels: say("Options rated in words, taken as an order, equally spaced: \(names).")
        }
    }
}

extension Assumption {
    /// Assumptions that can be said together.
    fileprivate enum Group: CaseIterable {
        case weightMissing, weightRange, valueMissing, valueRange, valueOrder, valueLevels
    }
}
