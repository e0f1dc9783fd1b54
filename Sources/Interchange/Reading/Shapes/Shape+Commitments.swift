import Negotiation

/// The keys of who does what and when.
extension Shape {
    static let alternatives = Shape("what comes first", optional: ["any", "all"])
    static let prerequisite = Shape(
        "one thing that comes first",
        optional: ["done", "verified", "begun", "event", "tranche", "at-least", "at-most"])
    static let milestone = Shape(
        "a point of the timetable", optional: ["done", "verified", "begun", "event", "tranche"])
    static let deadline = Shape("a deadline", optional: ["within", "of", "on"])
    static let doingTime = Shape("a time of doing", optional: ["at-least", "at-most", "decided-by"])
    static let response = Shape(
        "a response", optional: ["who", "what", "kind", "within", "suspends", "begins"])
    static let tranches = Shape(
        "tranches", required: ["count"], optional: ["at-least", "at-most", "in-step-with"])
    static let article = Shape("an article", required: ["at"], optional: ["checked"])
    static let topics = Shape("topics", optional: TopicCode.Scheme.allCases.map(\.rawValue))

    static let timetable = Shape("a timetable", optional: ["reaction", "events", "readings"])
    static let event = Shape(
        "an event", required: ["id"], optional: ["title", "on", "after", "source", "seen-by"])
    static let clauseReading = Shape(
        "a reading of clauses", required: ["id", "title", "commitments"],
        optional: ["clause", "held-by", "source", "seen-by"])

    static let stake = Shape(
        "a stake", optional: ["cost", "recoverable", "worth", "if-broken", "recovers", "breaking"])
    static let flow = Shape("points once and a day", optional: ["once", "a-day"])
    static let breaking = Shape(
        "what breaking brings",
        optional: ["gain", "a-day", "snapback", "relief", "guarantor", "guarantor-costs", "loses"])

    static let incentives = Shape("incentives", optional: ["power", "guarantee", "exchange"])
    static let power = Shape(
        "a shift of power", required: ["winning", "destroyed", "patience"], optional: ["to"])
    static let guarantee = Shape(
        "a guarantee", required: ["winning", "cost-of-fighting", "share"], optional: ["if-exploited"])
    static let exchange = Shape("an exchange", required: ["brings", "costs", "patience", "level"])

    /// All of them.
    static let ofCommitments: [Shape] = [
        alternatives, prerequisite, milestone, deadline, doingTime, response, tranches, article, topics,
        timetable, event, clauseReading, stake, flow, breaking,
        incentives, power, guarantee, exchange,
    ]
}
