import Assessment
import Interchange
import Negotiation

/// Invented agreements in files, and their roadmaps.
enum RoadmapSamples {
    /// An exchange with a gate, a response, tranches, stakes, an outside decider, rival readings, texts that need care in every format.
    static let exchange = [
        "dossier.yaml": """
        parley: 1
        title: 'The valley; "north", south'
        dated: 2025-12
        parties:
          - {id: north, name: 'North, the upper towns', roles: [negotiator]}
          - {id: south, name: Süden – die unteren Städte, roles: [negotiator]}
          - {id: observers, name: Observers, roles: [guarantor]}
          - {id: diet, name: The diet, roles: [owner]}
        issues:
          - id: line
            options:
              - id: hold
                commitments:
                  - id: ceasefire
                    who: [north, south]
                    what: 'Stop all fire; no exceptions, on land'
                    where: 'the line, "A" to "B"'
                    by: the hour agreed
                    deadline: 2d
                    article: {at: '1', checked: yes}
                    topics: {pam: [Ceasefire, Cease-fire monitoring], pa-x: Ce}
                    source: {of: survey, at: 'p. 3, note 4'}
                  - id: withdrawal
                    who: north
                    what: =Withdraw heavy weapons behind the river; the crossing stays open to relief, people and goods at all hours
                    after: [{verified: ceasefire, at-least: 1d}]
                    deadline: {within: 40d, of: {done: ceasefire}}
                    takes: [5d, 20d]
                    verified-by: [observers]
                    verification: [1d, 4d]
                    if-not:
                      - {who: observers, within: 10d, kind: guarantee, what: 'Say so, publicly'}
                      - {kind: snapback, suspends: [relief], begins: closure}
                    article: '2(b)'
                  - {id: closure, who: south, what: Close the crossing again}
                  - id: relief
                    who: diet
                    what: Pay for the crossing
                    after: [{verified: withdrawal, at-most: 30d}]
                    takes: [1d, 9d]
                    tranches: {count: 2, at-least: 10d, at-most: 60d}
                    deadline: 2026-06-01
                    lasts: 12mo
                  - {id: survey, who: [south], what: Survey the wells, after: [{any: [{event: spring}, {begun: relief, tranche: 1}]}], together-with: [census], deadline: 6mo}
                  - {id: census, who: south, what: Count the wells}
          - {id: other, options: [a, b]}
        packages: [{id: draft, choose: {line: hold}}]
        sources: [{id: survey, title: A survey}]
        timetable:
          reaction: 12h
          events:
            - {id: signature, on: 2026-01-05}
            - {id: spring, after: {event: signature, at-least: 30d, at-most: 50d}}
            - {id: fair, on: 2026-03-01}
          readings:
            - id: relief-first
              title: Relief comes first
              held-by: [north]
              commitments: [{id: relief, who: diet, what: Pay, deadline: 5d}, {id: withdrawal, who: north, what: Withdraw, after: [relief], deadline: 3d, takes: 4d, article: '2(b)'}]
            - id: withdrawal-first
              title: Withdrawal comes first
              held-by: [south]
              commitments: [{id: relief, who: diet, what: Pay, after: [withdrawal]}, {id: withdrawal, who: north, what: Withdraw}]
        """,
        "sheets/north.yaml": """
        party: north
        basis: illustration
        discount-a-year: [0, 1/10]
        incentives:
          power: {winning: 1/2, destroyed: 0.1, patience: 0.95}
          guarantee: {winning: 0.4, cost-of-fighting: 0.1, share: 0.45}
          exchange: {brings: 2, costs: 1, patience: 0.9, level: 100}
        commitments:
          withdrawal: {cost: {once: [5, 10], a-day: 1/10}, recoverable: 1/5, breaking: {gain: 12, snapback: [1/2, 1], guarantor: 1/4, guarantor-costs: 8, loses: [0, 1]}}
          relief: {worth: {once: 3, a-day: [1/10, 1/5]}, if-broken: 2, recovers: 1}
          ceasefire: {cost: 1}
        """,
    ]

    /// The roadmap of a dossier.
    static func roadmap(
        _ files: [String: String] = exchange, _ request: RoadmapRequest = RoadmapRequest()
    ) throws -> (dossier: Dossier, report: RoadmapReport) {
        let view = try reading(files).dossier.seen(by: .team)
        return (view, try view.roadmap(request))
    }

    /// The same with parts of a file put otherwise.
    static func changed(_ changes: [(String, String)]) -> [String: String] {
        exchange.mapValues { text in
            changes.reduce(text) { $0.replacing($1.0, with: $1.1) }
        }
    }

    // MARK: Others

    /// Clauses that cannot all hold: a withdrawal that must be done before it can begin.
    static let conflicting = changed([("{within: 40d, of: {done: ceasefire}}", "3d")])
    /// Two that wait for each other, which a third party could hold for; and readings of one of them.
    static let ring = [
        "dossier.yaml": """
        parley: 1
        parties:
          - {id: north, roles: [negotiator]}
          - {id: south, roles: [negotiator]}
          - {id: holder, roles: [guarantor]}
        issues:
          - id: line
            options:
              - id: hold
                commitments:
                  - {id: border, who: south, what: Hand over the border, after: [election], deadline: 90d}
                  - {id: election, who: north, what: Hold elections, after: [border], takes: [10d, 20d], if-not: {who: holder, within: 5d, what: Say so}}
        timetable:
          readings:
            - {id: early, title: Early, commitments: [{id: election, who: north, what: Hold elections, deadline: 80d}]}
            - {id: late, title: Late, commitments: [{id: border, who: south, what: Hand over the border, deadline: 95d}]}
            - {id: strict, title: Strict, commitments: [{id: election, who: north, what: Hold elections, after: [border]}]}
            - {id: stricter, title: Stricter, commitments: [{id: border, who: south, what: Hand over the border, after: [election]}]}
        """
    ]
    /// A response that comes too late, an event that forces it, and a thing that is done with another and may not wait for it.
    static let late = changed([
        ("{kind: snapback,", "{kind: snapback, within: 5d,"),
        ("what: Close the crossing again}", "what: Close the crossing again, after: [{event: fair}]}"),
    ])
    /// Two that must be done at one moment and cannot be.
    static let together = changed([("what: Count the wells}", "what: Count the wells, deadline: 1d}")])
    /// Without dates, waiting for what is not agreed; breaking is worth more than keeping.
    static let undated = changed([
        ("{id: signature, on: 2026-01-05}", "{id: signature}"),
        ("[a, b]", "[a, {id: b, commitments: [{id: road, who: north, what: Build a road}]}]"),
        ("what: Count the wells}", "what: Count the wells, after: [road]}"),
        ("gain: 12", "gain: 500"),
    ])
    /// A verification that may come too late for the deadline that follows it.
    static let uncontrollable = changed([
        ("{within: 40d, of: {done: ceasefire}}", "6d"),
        ("[5d, 20d]", "{at-least: 4d, at-most: 20d, decided-by: nature}"),
    ])
}
