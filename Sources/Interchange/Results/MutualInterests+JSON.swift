public import Assessment
import Negotiation

extension MutualInterests {
    /// The result for programs; `Documentation/json.md` describes every field.
    ///
    /// - Parameter limit: how many trades are listed.
    public func json(limit: Int = 20) -> JSON {
        [
            "parley": 1,
            "negotiators": .array(negotiators.map { .string($0.rawValue) }),
            "without": .array(without.map { .string($0.rawValue) }),
            "withoutSheet": .array(withoutSheet.map { .string($0.rawValue) }),
            "agreements": .array(agreements.map(\.json)),
            "tradesFound": .int(trades.count),
            "exact": .bool(tradesAreAll),
            "trades": .array(trades.prefix(max(limit, 0)).map(\.json)),
            "shared": .array(
                shared.map { shared in
                    [
                        "interest": .string(shared.interest.rawValue),
                        "servedOn": .array(shared.servedOn.map { .string($0.rawValue) }),
                    ]
                }),
            "dovetailing": .array(
                dovetailing.map { answer in
                    [
                        "issue": .string(answer.issue.rawValue), "option": .string(answer.option.rawValue),
                        "interests": .array(answer.interests.map { .string($0.rawValue) }),
                    ]
                }),
        ]
    }
}

extension MutualInterests.Agreement {
    fileprivate var json: JSON {
        var result: [(key: String, value: JSON)] = [("issue", .string(issue.rawValue))]
        switch kind {
        case .sameOrder: result.append(("kind", "same-order"))
        case .sameFirst: result.append(("kind", "same-first"))
        case .countsFor(let party):
            result += [("kind", "counts-for"), ("party", .string(party.rawValue))]
        }
        result.append(("firsts", .array(firsts.map { .string($0.rawValue) })))
        return .object(result)
    }
}

extension MutualInterests.Trade {
    fileprivate var json: JSON {
        [
            "sure": .bool(isSure),
            "gainForBoth": .bool(isGainForBoth),
            "crosses": .array(crosses.map { .string($0.rawValue) }),
            "feasible": isFeasible.map { .bool($0) } ?? .null,
            "sides": .array(
                sides.map { side in
                    [
                        "party": .string(side.party.rawValue), "gets": .string(side.gets.rawValue),
                        "option": .string(side.option.rawValue), "leastRatio": .number(side.least),
                        "greatestRatio": side.greatest.map { .number($0) } ?? .null,
                    ]
                }),
        ]
    }
}
