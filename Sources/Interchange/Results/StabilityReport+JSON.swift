public import Assessment
import Negotiation
import Stability

extension StabilityReport {
    /// The result for programs; `Documentation/json.md` describes every field.
    ///
    /// States go by their labels, decision makers by their identifiers, in the order of the model.
    public func json() -> JSON {
        var fields: [(key: String, value: JSON)] = [
            ("parley", 1),
            ("states", labels(0..<states.graph.count)),
            ("equilibria", equilibria(verdicts)),
            ("stable", stable(verdicts)),
            ("basis", model.basis.map { .string($0.rawValue) } ?? .null),
            ("exact", .bool(isExact)),
            ("complete", .bool(possibly == nil)),
        ]
        if let possibly {
            fields.append(
                ("possibly", ["equilibria": equilibria(possibly), "stable": stable(possibly)]))
        }
        fields += [
            ("decisionMakers", .array(makers.map(maker))),
            ("statusQuo", fate.map(json) ?? .null),
            ("why", .array(accounts.map(json))),
            ("unexplained", .int(unexplained)),
            ("jumps", .array(jumps.map(json))),
            ("sensitivity", sensitivity.map(json) ?? .null),
            ("limitedMoves", limited.map(json) ?? .null),
            ("coalition", coalition.map(json) ?? .null),
            ("keep", .array(keeping.map(json))),
        ]
        return .object(fields)
    }

    private func label(_ place: Int) -> JSON { .string(states.label(of: place).rawValue) }
    private func labels(_ places: some Sequence<Int>) -> JSON { .array(places.map(label)) }
    private func name(_ maker: Int) -> JSON { .string(makers[maker].party.rawValue) }
    private func names(_ places: [Int]) -> JSON { .array(places.map(name)) }

    /// One entry for each concept, by its name.
    private func byConcept(_ value: (Concept) -> JSON) -> JSON {
        .object(Concept.allCases.map { ($0.rawValue, value($0)) })
    }

    private func equilibria(_ verdicts: Verdicts) -> JSON { byConcept { labels(verdicts.equilibria($0)) } }

    private func stable(_ verdicts: Verdicts) -> JSON {
        byConcept { concept in
            .object(
                makers.indices.map { place in
                    (
                        makers[place].party.rawValue,
                        labels(verdicts.stable[concept]?[place] ?? StateSet(capacity: 0))
                    )
                })
        }
    }

    private func maker(_ maker: Maker) -> JSON {
        let knowledge: JSON =
            switch maker.knowledge {
            case .whole: "whole"
            case .partial: "partial"
            case .none: "none"
            }
        return [
            "party": .string(maker.party.rawValue),
            "sheet": maker.sheet.map { .string($0.rawValue) } ?? .null,
            "basis": maker.basis.map { .string($0.rawValue) } ?? .null,
            "knowledge": knowledge,
            "views": .array(
                maker.views.sorted { $0.key < $1.key }.map {
                    [
                        "of": .string($0.key.rawValue), "sheet": .string($0.value.sheet.rawValue),
                        "basis": .string($0.value.basis.rawValue),
                    ]
                }),
        ]
    }

    // MARK: Parts

    private func json(_ sequence: MoveSequence) -> JSON {
        .array(sequence.steps.map { ["by": name($0.by), "to": label($0.to)] })
    }

    private func json(_ fate: Fate) -> JSON {
        func paths(_ paths: Paths) -> JSON {
            [
                "reached": .array(
                    paths.reached.map { ["state": label($0.state), "steps": json($0.sequence)] }),
                "ends": labels(paths.ends),
                "rings": .array(paths.rings.map { labels($0) }),
                "exact": .bool(paths.isComplete),
            ]
        }
        return ["state": label(fate.state), "improving": paths(fate.improving), "moving": paths(fate.moving)]
    }

    private func json(_ account: Account) -> JSON {
        [
            "state": label(account.state),
            "verdicts": .array(
                Concept.allCases.flatMap { concept in
                    (account.standings[concept] ?? []).map { standing in
                        [
                            "concept": .string(concept.rawValue), "decisionMaker": name(standing.mover),
                            "stable": .bool(standing.isStable), "whole": .bool(standing.isWhole),
                            "improvements": .array(
                                standing.improvements.map { improvement in
                                    [
                                        "to": label(improvement.to),
                                        "sanction": improvement.sanction.map(json) ?? .null,
                                    ]
                                }),
                        ] as JSON
                    }
                }),
            "overturnedBy": .array(account.overturning.map(json)),
            "exact": .bool(account.looksAtAllCoalitions),
        ]
    }

    private func json(_ improvement: CoalitionImprovement) -> JSON {
        [
            "members": names(improvement.members), "from": label(improvement.from),
            "to": label(improvement.to),
            "steps": json(improvement.sequence),
        ]
    }

    private func json(_ sensitivity: RankSensitivity) -> JSON {
        func swaps(_ found: [Concept: [Int: [RankSwap]]]) -> JSON {
            .array(
                Concept.allCases.flatMap { concept in
                    (found[concept] ?? [:]).sorted { $0.key < $1.key }.flatMap { state, swaps in
                        swaps.map { swap in
                            [
                                "concept": .string(concept.rawValue), "state": label(state),
                                "decisionMaker": name(swap.mover), "upper": labels(swap.upper),
                                "lower": labels(swap.lower),
                            ] as JSON
                        }
                    }
                })
        }
        return [
            "turning": swaps(sensitivity.turning), "gaining": swaps(sensitivity.gaining),
            "tried": .int(sensitivity.tried), "total": .int(sensitivity.total),
        ]
    }

    private func json(_ limited: LimitedMoves) -> JSON {
        func byMaker(_ sets: [StateSet]) -> JSON {
            .object(zip(makers, sets).map { ($0.party.rawValue, labels($1)) })
        }
        return [
            "stable": .array(
                limited.stable.enumerated().map { ["horizon": .int($0 + 1), "states": byMaker($1)] }),
            "nonMyopic": limited.nonMyopic.map(byMaker) ?? .null,
            "repeatsFrom": limited.cycle.map { .int($0.start) } ?? .null,
            "repeatsAfter": limited.cycle.map { .int($0.length) } ?? .null,
        ]
    }

    private func json(_ coalition: Coalition) -> JSON {
        [
            "members": names(coalition.members),
            "improvements": .array(coalition.improvements.map(json)),
            "asOne": coalition.merged.map { merged in
                [
                    "equilibria": equilibria(merged),
                    "stable": .array(
                        Concept.allCases.flatMap { concept in
                            coalition.makers.indices.map { place in
                                [
                                    "concept": .string(concept.rawValue),
                                    "decisionMakers": names(coalition.makers[place]),
                                    "states": labels(merged.stable[concept]?[place] ?? StateSet(capacity: 0)),
                                ] as JSON
                            }
                        }),
                ]
            } ?? .null,
        ]
    }

    private func json(_ keeping: Keeping) -> JSON {
        [
            "state": label(keeping.state), "concept": .string(keeping.concept.rawValue),
            "kept": .bool(keeping.structure.isKeptAlready),
            "preferences": .array(
                makers.indices.map { place in
                    let changes = keeping.preferences[place]
                    return [
                        "decisionMaker": name(place),
                        "sets": changes.map { .array($0.sets.map { labels($0) }) } ?? .null,
                        "exact": .bool(changes?.isComplete ?? false),
                    ]
                }),
            "structure": .array(keeping.structure.found.map { .array($0.map(json)) }),
            "triedSingly": .int(keeping.structure.singles.tried),
            "singles": .int(keeping.structure.singles.total),
            "triedInPairs": .int(keeping.structure.pairs.tried), "pairs": .int(keeping.structure.pairs.total),
        ]
    }

    private func json(_ change: StructureChange) -> JSON {
        switch change {
        case .add(let id): ["change": "add", "option": .string(id.rawValue)]
        case .oneWay(let id, let direction):
            ["change": "one-way", "option": .string(id.rawValue), "direction": .string(direction.rawValue)]
        case .noReturn(let by, let from, let to):
            [
                "change": "no-return", "by": .string(by.rawValue), "from": .string(from.rawValue),
                "to": .string(to.rawValue),
            ]
        case .forbid(let state): ["change": "forbid", "state": .string(state.rawValue)]
        }
    }
}
