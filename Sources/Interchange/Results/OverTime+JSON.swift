import Assessment
import Negotiation

extension OverTime {
    var json: JSON {
        [
            "months": .array(months.map(JSON.int)),
            "parties": .object(
                negotiators.map { negotiator in
                    (
                        negotiator.party.rawValue,
                        [
                            "now": negotiator.now?.json ?? .null,
                            "later": .array(
                                negotiator.entries.map { entry in
                                    [
                                        "worth": entry.worth?.json ?? .null, "stated": .bool(entry.isStated),
                                        "waiting": .string(entry.waiting.word),
                                    ]
                                }),
                        ]
                    )
                }),
            "acceptable": acceptable.map { counts in
                .array(counts.map { ["then": $0.then.json, "still": $0.still.json] })
            } ?? .null,
        ]
    }
}

extension OverTime.Waiting {
    fileprivate var word: String {
        switch self {
        case .gains: "gains"
        case .loses: "loses"
        case .gainsOnCentral: "gains-on-central"
        case .losesOnCentral: "loses-on-central"
        case .same: "same"
        case .notKnown: "not-known"
        }
    }
}
