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
    /// The last prohibition of the shortest list that conflicts belongs to a smallest conflict; then the same is
    /// asked of those before it together with it, and so on (Hemery, Lecoutre, Sais and Boussemart, ECAI 2006).
    /// Of several such sets the one that rests on earlier prohibitions is found.
    ///
    /// - Returns: `nil` where some package is feasible, or where the budget does not suffice to tell.
    /// - Complexity: for k of n prohibitions, k log n context graphs.
    public func conflictingProhibitions() -> ProhibitionConflict? {
        guard let conditions = compiled.conditions, let whole = try? rulesGraph(), !whole.isSatisfiable
        else { return nil }
        var needed: [Int] = []
        var minimal = true
        /// Whether the first prohibitions and those needed conflict; where the budget ran out, not so far as known.
        func conflicts(_ first: Int) -> Bool {
            var followed = FollowedConditions()
            followed.hard = ((0..<first) + needed).map { conditions.prohibitions[$0] }
            do throws(Budget.Exhausted) {
                return try !ContextGraph(conditions.diagrams, following: followed, budget: budget)
                    .isSatisfiable
            } catch {
                minimal = false
                return false
            }
        }
        var most = conditions.prohibitions.count
        while most > 0 && !conflicts(0) {
            var least = 1
            while least < most {
                let middle = (least + most) / 2
                if conflicts(middle) { most = middle } else { least = middle + 1 }
            }
            most -= 1
            needed.insert(most, at: 0)
        }
        return ProhibitionConflict(prohibitions: needed, minimal: minimal)
    }
}
