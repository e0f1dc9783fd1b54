public import Assessment
import Bargaining
public import Negotiation

extension Inquiry {
    /// The result for programs; `Documentation/json.md` describes every field.
    ///
    /// - Parameter without: the negotiators left out on request.
    public func json(without: [PartyID] = []) -> JSON {
        [
            "parley": 1,
            "without": .array(without.map { .string($0.rawValue) }),
            "draws": .int(draws), "seed": .string(String(seed)),
            "candidates": .int(candidates),
            "leading": leading.map { leading in
                [
                    "name": .string(leading.package.name),
                    "choose": leading.package.choices(leading.package.choose.keys.sorted()),
                    "acceptance": .string(leading.outlook.acceptance.name),
                    "share": leading.outlook.share.json,
                ]
            } ?? .null,
            "assumed": .array(assumed.map { .string($0.rawValue) }),
            "silence": silence.map { .string($0.name) } ?? .null,
            "rankedBy": .string(isRankedByTurns ? "turns" : "value"),
            "unknowns": .array(
                values.map { value in
                    [
                        "unknown": value.unknown.json, "rank": .int(value.rank),
                        "value": .double(value.value),
                        "low": .double(value.interval.lowerBound), "high": .double(value.interval.upperBound),
                        "turns": value.turns.json,
                    ]
                }),
            "sheets": .array(
                sheets.map { sheet in
                    [
                        "party": .string(sheet.party.rawValue),
                        "questions": .array(sheet.questions.map(\.json)),
                    ]
                }),
        ]
    }
}

extension Inquiry.Silence {
    fileprivate var name: String {
        switch self {
        case .nothingUnknown: "nothing-unknown"
        case .leadingIsSure: "leading-is-sure"
        case .nothingMatters: "nothing-matters"
        case .nothingPossible: "nothing-possible"
        case .worthsAssumed: "worths-assumed"
        }
    }
}

extension UnknownEntry {
    var json: JSON {
        let party = JSON.string(party.rawValue)
        return switch entry {
        case .weight(let issues):
            ["party": party, "kind": "weight", "issues": .array(issues.map { .string($0.rawValue) })]
        case .value(let issue, let options):
            [
                "party": party, "kind": "value", "issue": .string(issue.rawValue),
                "options": .array(options.map { .string($0.rawValue) }),
            ]
        case .interaction(let place): ["party": party, "kind": "interaction", "interaction": .int(place)]
        case .withoutAgreement: ["party": party, "kind": "without-agreement"]
        }
    }
}

extension Question {
    fileprivate var json: JSON {
        let (kind, issues, options) = parts
        return [
            "subject": .string(kind),
            "issues": .array(issues.map { .string($0.rawValue) }),
            "options": .array(options.map { .string($0.rawValue) }),
            "settles": .array(settles.map(\.json)),
            "mightGiveAway": .string(givenAway),
        ]
    }

    private var parts: (String, [IssueID], [OptionID]) {
        switch subject {
        case .answers(let issue, let options): ("answers", [issue], options)
        case .priority(let issue, let other): ("priority", [issue] + (other.map { [$0] } ?? []), [])
        case .combination(let issues): ("combination", issues, [])
        case .withoutAgreement: ("without-agreement", [], [])
        case .concerns: ("concerns", [], [])
        case .conditions: ("conditions", [], [])
        case .others: ("others", [], [])
        }
    }

    private var givenAway: String {
        switch disclosure {
        case .options: "options"
        case .weights: "weights"
        case .withoutAgreement: "without-agreement"
        case .combination: "combination"
        case .nothing: "nothing"
        }
    }
}
