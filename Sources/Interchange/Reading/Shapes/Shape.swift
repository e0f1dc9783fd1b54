/// The keys of one kind of mapping in the format.
package struct Shape: Sendable {
    /// What it describes, with its article, for messages: `a party`.
    package let name: String
    /// The keys that must be there.
    package let required: [String]
    /// The keys that may be there.
    package let optional: [String]

    init(_ name: String, required: [String] = [], optional: [String] = []) {
        self.name = name
        self.required = required
        self.optional = optional
    }

    /// Every key, in the order in which it is written.
    package var keys: [String] { required + optional }
}

/// Every key of the format, in the order of the reference page.
extension Shape {
    static let dossier = Shape(
        "a dossier", required: ["parley", "parties", "issues"],
        optional: [
            "title", "text", "languages", "dated", "basis", "seen-by", "tables", "interests", "positions",
            "minimums",
            "rules", "stages", "packages", "timetable", "sources", "readings", "default-sheets",
        ])
    static let party = Shape(
        "a party", required: ["id"],
        optional: ["name", "roles", "text", "of", "can", "concerns", "consulted", "source", "seen-by"])
    static let consultation = Shape(
        "a consultation", required: ["issues", "how"], optional: ["dated", "source"])
    static let table = Shape(
        "a table", required: ["id", "parties", "issues"], optional: ["title", "source", "seen-by"])
    static let issue = Shape(
        "an issue", required: ["id", "options"], optional: ["title", "text", "today", "source", "seen-by"])
    static let option = Shape(
        "an option", required: ["id"],
        optional: [
            "title", "text", "consent", "serves", "harms", "breaches", "commitments", "source", "seen-by",
        ])
    static let consent = Shape("a consent", required: ["of"], optional: ["asked", "answer", "source"])
    static let commitment = Shape(
        "a commitment", required: ["id", "who", "what"],
        optional: [
            "title", "where", "by", "after", "deadline", "takes", "verified-by", "verification", "if-not",
            "together-with", "tranches", "lasts", "fulfils", "article", "topics", "source", "seen-by",
        ])
    static let interest = Shape(
        "an interest", required: ["id", "of", "text"], optional: ["source", "seen-by"])
    static let position = Shape(
        "a position", required: ["of", "issue", "option"],
        optional: ["text", "said", "where", "to", "source", "seen-by"])
    static let minimum = Shape(
        "a minimum", required: ["id", "kind", "text"], optional: ["concerns", "source", "seen-by"])
    static let rule = Shape(
        "a rule", required: ["id"],
        optional: ["kind", "when", "require", "forbid", "because", "source", "seen-by"])
    static let stage = Shape(
        "a stage", required: ["id"], optional: ["title", "settles", "defers", "source", "seen-by"])
    static let deferral = Shape("a deferral", required: ["issue"], optional: ["to", "by"])
    static let package = Shape(
        "a package", required: ["id", "choose"],
        optional: ["title", "text", "commitments", "dated", "by", "source", "seen-by"])
    static let source = Shape(
        "a source", required: ["id", "title"], optional: ["author", "dated", "at", "text", "seen-by"])
    static let citation = Shape("a citation", optional: ["of", "at", "work"])
    static let reading = Shape("a reading", required: ["id", "about", "says"], optional: ["seen-by"])
    static let statement = Shape("a statement", required: ["text", "source"])
    static let visibility = Shape("a visibility", required: ["floated"])
    static let sheet = Shape(
        "a sheet", required: ["party", "basis"],
        optional: [
            "by", "dated", "text", "weights", "values", "out-of", "interactions", "at-most",
            "without-agreement", "red-lines", "answers", "states", "commitments",
            "discount-a-year", "incentives", "source", "seen-by",
        ])
    static let order = Shape("an order", required: ["order"], optional: ["total"])
    static let levels = Shape("levels", required: ["levels"], optional: ["total"])
    static let interaction = Shape(
        "an interaction", required: ["when", "add"], optional: ["because", "source"])
    static let answer = Shape(
        "an answer", optional: ["rank", "swing", "over", "rather", "than", "text", "dated", "source"])
    static let withoutAgreement = Shape("no agreement", optional: ["text", "worth", "over-time", "source"])
    static let redLine = Shape(
        "a red line", required: ["choose", "firmness"], optional: ["because", "source"])

    static let model = Shape(
        "a model", required: ["decision-makers"],
        optional: [
            "parley", "title", "text", "basis", "source", "seen-by", "infeasible", "states", "coalesced",
            "moves", "status-quo", "in-question", "preferences",
        ])
    static let decisionMaker = Shape("a decision maker", required: ["party"], optional: ["name", "options"])
    static let modelOption = Shape(
        "an option of the model", required: ["id"], optional: ["title", "text", "direction", "proposed"])
    static let infeasibility = Shape(
        "what cannot be",
        optional: [
            "pattern", "exclusive", "at-least-one", "option", "only-if", "never-together", "unlisted", "kind",
            "because", "source",
        ])
    static let state = Shape("a state", required: ["id"], optional: ["title", "pattern", "taken"])
    static let coalesced = Shape(
        "states that count as one", required: ["id", "pattern"], optional: ["title"])
    static let statePreferences = Shape(
        "preferences among states",
        optional: ["ranking", "rankings", "statements", "numbers", "points", "unknown", "held-by"])

    /// Every shape.
    package static let all: [Shape] =
        [
            dossier, party, consultation, table, issue, option, consent, commitment, interest, position,
            minimum,
            rule, stage, deferral, package, source, citation, reading, statement, visibility, sheet, order,
            levels, interaction, withoutAgreement, redLine, answer, model, decisionMaker, modelOption,
            infeasibility, state, coalesced, statePreferences,
        ] + ofCommitments
}
