import Negotiation

/// Limits on the work of one question, so that what can explode ends with an honest partial answer.
///
/// Limits count things, not seconds: the same problem and budget give the same answer on any machine.
/// Only ``isCancelled`` may depend on time; an answer cut short by it says that it is not exact.
public struct Budget: Sendable {
    /// The most nodes in the decision diagrams of all conditions.
    public var diagramNodes: Int
    /// The most contexts in one context graph.
    public var contexts: Int
    /// The most vectors kept at one step of the frontier, over all contexts.
    public var vectors: Int
    /// The most sums that a count keeps at one step, over all contexts; beyond, counts become bounds.
    public var tableEntries: Int
    /// The most cores that one question keeps busy; no answer depends on it.
    public var cores: Int
    /// The most partial packages that a search for a yardstick keeps from either end.
    public var searchStates: Int
    /// The most steps of a search for a yardstick: pairs of partial packages, or of groups of them, looked at.
    public var searchSteps: Int
    /// Asked now and then during long work; true ends it early.
    public var isCancelled: @Sendable () -> Bool

    /// Limits; the defaults hold memory to about one gigabyte and most questions to seconds.
    ///
    /// - Parameters:
    ///   - diagramNodes: see ``diagramNodes``.
    ///   - contexts: see ``contexts``.
    ///   - vectors: see ``vectors``.
    ///   - tableEntries: see ``tableEntries``.
    ///   - searchStates: see ``searchStates``.
    ///   - searchSteps: see ``searchSteps``.
    ///   - cores: `nil`: all that the process may use.
    ///   - isCancelled: by default, whether the current task is cancelled.
    public init(
        diagramNodes: Int = 1_000_000, contexts: Int = 500_000, vectors: Int = 4_000_000,
        tableEntries: Int = 4_000_000, searchStates: Int = 500_000, searchSteps: Int = 200_000_000,
        cores: Int? = nil,
        isCancelled: @escaping @Sendable () -> Bool = { Task.isCancelled }
    ) {
        self.diagramNodes = diagramNodes
        self.contexts = contexts
        self.vectors = vectors
        self.tableEntries = tableEntries
        self.cores = max(1, cores ?? Cores.available)
        self.searchStates = searchStates
        self.searchSteps = searchSteps
        self.isCancelled = isCancelled
    }

    /// The same memory and time where every number is several words wide.
    func shared(amongWords words: Int) -> Budget {
        // Up to two words, numbers are as quick as any.
        guard words > 2 else { return self }
        var result = self
        result.vectors = max(1, vectors / (8 * words))
        result.tableEntries = max(1, tableEntries / (8 * words))
        result.searchStates = max(1, searchStates / words)
        return result
    }

    /// The same time where vectors have many coordinates: with each beyond the sixth, far more of them are undominated and
    /// each is harder to compare.
    func shared(amongObjectives count: Int) -> Budget {
        guard count > 6 else { return self }
        var result = self
        result.vectors = max(1, vectors >> min(10, 3 * (count - 6)))
        return result
    }

    /// The most cells of sums that a count keeps at one step: a sum in a table takes as much memory as eight cells.
    var cells: Int { 8 * tableEntries }

    /// Which limit ended the work; internal, turned into partial answers at the module's door.
    enum Exhausted: Error, Hashable, Sendable {
        case diagramNodes, contexts, vectors, tableEntries, cancelled
    }

    /// Throws where the work was cancelled.
    func checkCancellation() throws(Exhausted) {
        if isCancelled() { throw .cancelled }
    }
}
