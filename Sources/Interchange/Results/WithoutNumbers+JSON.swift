import Assessment
import Bargaining

extension WithoutNumbers {
    /// The result for programs; `Documentation/json.md` describes every field.
    var json: JSON {
        var result: [(key: String, value: JSON)] = []
        if let beaten {
            result.append(("beaten", beaten.beaten.json))
            result.append(("among", beaten.among.json))
        }
        result.append(("firstForAll", .array(firstForAll.map(\.json))))
        result.append(("lastForAll", .array(lastForAll.map(\.json))))
        result.append(
            (
                "exclusions",
                exclusions.map { .array($0.map { .array([$0.one.json, $0.other.json]) }) } ?? .null
            ))
        result.append(
            (
                "positions",
                .array(
                    positions.map {
                        ["of": .array($0.of.map { .string($0.rawValue) }), "feasible": $0.feasible.json]
                    })
            ))
        return .object(result)
    }
}

extension WithoutNumbers.Choice {
    fileprivate var json: JSON {
        ["issue": .string(issue.rawValue), "option": .string(option.rawValue)]
    }
}
