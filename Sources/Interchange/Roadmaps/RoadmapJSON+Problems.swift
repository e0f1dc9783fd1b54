import Assessment
import Negotiation
import Sequencing

/// Departures in the graph model, and what sheets say of power, guarantees and steps.
extension RoadmapJSON {
    func departure(_ departure: RoadmapReport.Departure) -> JSON {
        ["party": .name(departure.party), "commitments": .names(departure.commitments)]
    }

    func problem(_ problem: RoadmapReport.CommitmentProblem) -> JSON {
        var fields: [(String, JSON)] = [
            ("party", .name(problem.party)), ("sheet", .name(problem.sheet)),
            ("basis", .string(problem.basis.rawValue)),
        ]
        if let (shift, target) = problem.power {
            let path = shift.path(to: target)
            fields.append(
                (
                    "power",
                    [
                        "greatestNext": .double(shift.greatestNext),
                        "rounds": path.rounds.map(JSON.int) ?? .null,
                        "path": .array(path.powers.prefix(64).map(JSON.double)),
                    ]
                ))
        }
        if let guarantee = problem.guarantee {
            fields.append(
                ("guarantee", ["leastProbability": guarantee.leastProbability.map(JSON.double) ?? .null]))
        }
        if let exchange = problem.exchange {
            fields.append(
                (
                    "exchange",
                    [
                        "ratio": .double(exchange.ratio),
                        "firstStep": exchange.firstStep.map(JSON.double) ?? .null,
                        "path": .array((exchange.path(rounds: 12) ?? []).map(JSON.double)),
                        "gainFromBreachAtOnce": .double(exchange.gainFromBreachAtOnce),
                    ]
                ))
        }
        return .object(fields)
    }
}
