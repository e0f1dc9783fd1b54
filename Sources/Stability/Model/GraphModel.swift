/// A conflict as a graph of states: who can move where, and what each decision maker prefers.
///
/// Kilgour, Hipel and Fang 1987, *The graph model for conflicts*, Automatica 23(1).
public struct GraphModel: Sendable {
    /// The states and moves.
    public var graph: StateGraph
    /// What each decision maker prefers.
    public var preferences: [StatePreference]
    /// What a decision maker thinks that the others prefer, where it differs from ``preferences``: by whose view, then by whose
    /// preference. Each decision maker is analysed in the game as it sees it, a first-level hypergame (Bennett 1977).
    public var views: [Int: [Int: StatePreference]]

    /// A model.
    ///
    /// - Precondition: one preference a decision maker.
    public init(
        _ graph: StateGraph, _ preferences: [StatePreference], views: [Int: [Int: StatePreference]] = [:]
    ) {
        precondition(preferences.count == graph.decisionMakers)
        self.graph = graph
        self.preferences = preferences
        self.views = views
    }

    /// The preferences in the game as one decision maker sees it.
    public func preferences(asSeenBy viewer: Int) -> [StatePreference] {
        guard let view = views[viewer], !view.isEmpty else { return preferences }
        return preferences.indices.map { view[$0] ?? preferences[$0] }
    }

    /// Whether every preference is known, also as the decision makers see each other's.
    public var isComplete: Bool {
        preferences.allSatisfy(\.isComplete) && views.values.allSatisfy { $0.values.allSatisfy(\.isComplete) }
    }
}
