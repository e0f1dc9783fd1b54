/// A dossier small enough to be worked out on paper.
///
/// The rule leaves the zone only with joint monitoring. The seat weighs nothing, so every point has two packages.
/// Points of North (without agreement 25, the middle of 20 to 30) and South (20, the middle of 10 to 30):
///
/// | line | aid | watch | North | South |
/// | --- | --- | --- | --- | --- |
/// | withdrawal | none | none | 60 | 60/7 |
/// | withdrawal | none | joint | 70 | 30/7 |
/// | withdrawal | corridors | none | 60 + 10 + 5 = 75 | 20 + 60/7 = 200/7 |
/// | withdrawal | corridors | joint | 60 + 10 + 10 + 5, at most 77 | 20 + 30/7 = 170/7 |
/// | zone | none | joint | 40 | 25 + 30/7 = 205/7 |
/// | zone | corridors | joint | 50 | 25 + 20 + 30/7 = 345/7 |
/// | stays | any | any | at most 20, and a red line | 50 and more |
///
/// North accepts the first six rows, South all but the first two, so four rows are acceptable to both; the fifth is
/// worse than the sixth for both. Every count is doubled by the seat.
enum HandWorked {
    static let files = [
        "dossier.yaml": """
        parley: 1
        title: Two valleys
        parties:
          - {id: north, name: North, roles: [negotiator]}
          - {id: south, name: South, roles: [negotiator]}
          - {id: host-state, name: A host, roles: [host]}
        issues:
          - {id: line, today: stays, options: [withdrawal, zone, stays]}
          - {id: aid, today: none, options: [none, corridors]}
          - {id: watch, options: [none, joint]}
          - {id: seat, options: [capital, village]}
        rules:
          - {id: zone-is-watched, kind: physical, when: {line: zone}, require: {watch: joint}, because: Nobody else sees it.}
        packages:
          - {id: draft, choose: {line: zone, aid: corridors, watch: joint, seat: village}}
          - {id: unwatched, choose: {line: zone, aid: corridors, watch: none, seat: village}}
          - {id: half, choose: {line: zone, watch: joint}}
        default-sheets: {south: south-team}
        """,
        "sheets/north-team.yaml": """
        party: north
        basis: estimate
        weights: {line: 60, aid: 10, watch: [20, 40]}
        values:
          line: {order: [withdrawal, zone, stays]}
          aid: {none: 0, corridors: 100}
          watch: {none: 0, joint: 1/3}
          seat: {capital: 50, village: 50}
        out-of: {watch: 1}
        interactions:
          - {when: {line: withdrawal, aid: corridors}, add: 5, because: Corridors are quicker then.}
        at-most: 77
        without-agreement: {text: The line hardens., worth: [20, 30]}
        red-lines: [{choose: {line: stays}, firmness: stated}]
        """,
        "sheets/south-team.yaml": """
        party: south
        basis: estimate
        weights: {line: 50, aid: 20, watch: 30}
        values:
          line: {withdrawal: 0, zone: 50, stays: 100}
          aid: {levels: {none: unwelcome, corridors: essential}}
          watch: {none: 2, joint: 1}
          seat: {capital: 50, village: 50}
        out-of: {watch: 7}
        without-agreement: {worth: [10, 30]}
        """,
        "sheets/south-other.yaml": """
        party: south
        basis: declared
        weights: {line: 100}
        values: {line: {withdrawal: 0, zone: 100, stays: 0}, aid: {none: 0, corridors: 0}, watch: {none: 0, joint: 0}}
        without-agreement: {worth: 50}
        """,
    ]

    /// The files, changed.
    static func files(_ changes: [String: String?]) -> [String: String] {
        var result = files
        for (path, text) in changes { result[path] = text }
        return result
    }

    /// A dossier of two negotiators, one issue, and one sheet each.
    static func oneIssue(
        north: String, south: String, options: [String], rules: String = "[]"
    ) -> [String: String] {
        [
            "dossier.yaml": """
            parley: 1
            parties: [{id: north, roles: [negotiator]}, {id: south, roles: [negotiator]}]
            issues: [{id: line, options: [\(options.joined(separator: ", "))]}]
            rules: \(rules)
            """,
            "sheets/north.yaml": "party: north\nbasis: estimate\nweights: {line: 10}\nout-of: 10\n" + north,
            "sheets/south.yaml": "party: south\nbasis: estimate\nweights: {line: 10}\nout-of: 10\n" + south,
        ]
    }
}
