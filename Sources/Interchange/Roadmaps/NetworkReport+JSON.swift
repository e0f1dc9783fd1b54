public import Assessment
import Sequencing

extension NetworkReport {
    /// The result for programs; `Documentation/json.md` describes every field.
    ///
    /// Points and propositions go by their names. What a budget left open is null.
    public func json() -> JSON {
        func word(_ answer: Bool?) -> JSON { answer.map(JSON.bool) ?? .null }
        var fields: [(key: String, value: JSON)] = [
            ("parley", 1), ("kind", .string(kind.rawValue)), ("consistent", word(isConsistent)),
        ]
        if kind != .simple { fields.append(("weak", word(isWeaklyControllable))) }
        if kind == .uncertain { fields.append(("strong", word(isStronglyControllable))) }
        if kind != .simple {
            fields += [
                ("dynamic", word(isControllable)), ("dynamicInstantaneous", word(isControllableAtOnce)),
            ]
        }
        fields += [
            ("exact", .bool(isExact)), ("points", .int(network.points.count)),
            ("constraints", .int(network.constraints.count)),
            ("contingent", .int(network.contingentLinks.count)),
            ("observations", .int(network.observations.count)),
        ]
        if let ring {
            fields += [("cycle", .array(ring.points.map(name))), ("cycleWeight", .int(ring.length))]
        }
        if let failingScenario {
            fields.append(
                (
                    "failingScenario",
                    .array(failingScenario.map { .string(($0.holds ? "" : "!") + $0.proposition) })
                ))
        }
        if let obstacle { fields.append(("obstacle", json(obstacle))) }
        if let earliest, let latest {
            let places = network.points.indices
            fields += [
                ("earliest", .object(places.map { (network.points[$0], .int(earliest[$0])) })),
                ("latest", .object(places.map { (network.points[$0], latest[$0].map(JSON.int) ?? .null) })),
            ]
        }
        return .object(fields)
    }

    private func name(_ point: Int) -> JSON { .string(network.points[point]) }

    private func json(_ obstacle: Controllability.Obstacle) -> JSON {
        [
            "constraints": .array(
                obstacle.constraints.sorted().map { place in
                    let constraint = network.constraints[place]
                    return [
                        "from": name(constraint.from), "to": name(constraint.to),
                        "atMost": .int(constraint.atMost),
                        "label": .array(
                            constraint.label.literals.map {
                                .string(($0.value ? "" : "!") + propositions[$0.proposition])
                            }),
                    ]
                }),
            "contingent": .array(
                obstacle.links.sorted().map { place in
                    let link = network.contingentLinks[place]
                    return [
                        "from": name(link.start), "to": name(link.end), "least": .int(link.least),
                        "greatest": .int(link.greatest),
                    ]
                }),
        ]
    }
}
