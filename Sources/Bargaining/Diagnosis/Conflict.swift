/// Prohibitions that leave no package feasible together.
public struct ProhibitionConflict: Hashable, Sendable {
    /// Indices of the prohibitions, in order.
    public let prohibitions: [Int]
    /// Whether surely none can be left out; false only where a budget ran out.
    public let minimal: Bool
}

extension OutcomeSpace {
    /// A set of prohibitions that cannot all be kept, and of which none can be left out.
    ///
    /// Takes prohibitions away one by one, last first, as long as the rest still conflicts, so of several such
    /// sets the one that rests on earlier prohibitions is found.
    ///
    /// - Returns: `nil` where some package is feasible, or where the budget does not suffice to tell.
    public func conflictingProhibitions() -> ProhibitionConflict? {
        guard let conditions = compiled.conditions, let whole = try? rulesGraph(), !whole.isSatisfiable
        else { return nil }
        var kept = Array(conditions.prohibitions.indices)
        var minimal = true
        for index in conditions.prohibitions.indices.reversed() {
            let rest = kept.filter { $0 != index }
            var followed = FollowedConditions()
            followed.hard = rest.map { conditions.prohibitions[$0] }
            do throws(Budget.Exhausted) {
                let graph = try ContextGraph(conditions.diagrams, following: followed, budget: budget)
                if !graph.isSatisfiable { kept = rest }
            } catch {
                minimal = false
            }
        }
        return ProhibitionConflict(prohibitions: kept, minimal: minimal)
    }
}
