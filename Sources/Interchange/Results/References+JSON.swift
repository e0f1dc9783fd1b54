import Assessment
import Bargaining
import Negotiation

extension PackagesReport {
    /// Where each yardstick points, and how well that is known.
    func referencesJSON(_ limits: ListLimits) -> JSON {
        var result = References.Kind.allCases.map { kind in
            var fields: [(key: String, value: JSON)] = [
                ("points", points(references.points(of: kind), limits))
            ]
            if kind == .nash { fields.append(("sets", sets(references.nash, limits))) }
            if kind == .kalaiSmorodinsky {
                fields.append(("leftOut", .array(references.leftOut.map { .string($0.rawValue) })))
                fields += JSON.exactly("ideals", zip(names, references.ideals).map { ($0, $1) })
            }
            return (key: kind.rawValue, value: JSON.object(fields + references.standing(of: kind).json))
        }
        if let weighted = references.weighted {
            let fields =
                JSON.exactly("weights", zip(names, weighted.weights).map { ($0, $1) })
                + [
                    ("points", points(weighted.points, limits)), ("sets", sets(weighted.sets, limits)),
                ] + weighted.standing.json
            result.append(("weighted-nash", .object(fields)))
        }
        return .object(result)
    }

    private var names: [String] { frontier.negotiators.map(\.rawValue) }

    private func points(_ places: [Int], _ limits: ListLimits) -> JSON {
        .array(places.map { point($0, limits) })
    }

    private func sets(_ sets: [References.NashSet], _ limits: ListLimits) -> JSON {
        .array(
            sets.map { set in
                .object(
                    [
                        ("gaining", .array(set.gaining.map { .string($0.rawValue) })),
                        ("points", points(set.points, limits)),
                    ] + set.standing.json)
            })
    }
}

extension References.Standing {
    /// Whether it is exact, and where it is not, what was found and what it cannot exceed.
    fileprivate var json: [(key: String, value: JSON)] {
        var result: [(key: String, value: JSON)] = [("exact", .bool(isExact))]
        guard !isExact else { return result }
        if let found { result += JSON.exactly("found", found) }
        if let bound { result += JSON.exactly("bound", bound) }
        if let gap { result += JSON.exactly("gap", gap) }
        return result
    }
}
