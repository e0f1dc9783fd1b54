import Negotiation

/// One reading under way: what has gone wrong so far, and in which file.
///
/// A reader of a word always returns a value, so that the reading goes on and everything wrong is reported at
/// once. Where it has reported something the value stands in for one that nobody will see: a dossier is
/// handed on only if nothing was reported.
struct Parsing {
    /// What may be read.
    let limits: ReadingLimits
    /// The file that is being read, as messages name it.
    var file = ""
    /// What is wrong.
    var diagnostics: [Diagnostic] = []
    /// How many more things are wrong than may be listed.
    var unlisted = 0
    /// Kinds of things of which some names could not be read, so that nothing can be said about references.
    var doubtful: Set<Fault.Subject> = []
    /// The issues of the dossier, for a sheet's `out-of` that holds for all of them.
    var issues: [IssueID] = []
    /// The names of events, of which one that stands alone where something is waited for is no commitment's.
    var eventNames: Set<String> = []
    /// The options of the model, each with its place among the letters of a pattern; nil where they are not known.
    var modelOptions: [ModelOptionID: Int]?

    init(limits: ReadingLimits) { self.limits = limits }

    /// Adds what is wrong at `mark`.
    mutating func report(
        _ mark: Node.Mark, _ problem: String, expected: String? = nil, nearest: String? = nil
    ) {
        guard diagnostics.count < limits.diagnostics else {
            unlisted += 1
            return
        }
        let place = SourcePlace(file: file, line: Int(mark.line), column: Int(mark.column))
        diagnostics.append(Diagnostic(at: place, problem, expected: expected, nearest: nearest))
    }

    /// The nearest right name, looked for only while it will still be listed.
    func nearest(to name: String, among names: [String]) -> String? {
        diagnostics.count < limits.diagnostics ? NearestName.of(name, among: names) : nil
    }

    /// Adds what is wrong with `node`.
    mutating func report(_ node: Node, _ problem: String, expected: String? = nil, nearest: String? = nil) {
        report(node.mark, problem, expected: expected, nearest: nearest)
    }
}
