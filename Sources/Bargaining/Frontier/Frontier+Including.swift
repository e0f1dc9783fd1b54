extension Frontier {
    /// The same with points that were found elsewhere, as by the search for yardsticks where a budget ended this list.
    ///
    /// The order stays, equal points become one, and what another point beats is left out. What was listed in part
    /// stays listed in part: ``exact`` and the bounds of ``packages`` do not change.
    ///
    /// - Parameter points: points of the same space, whose packages are in question here.
    /// - Complexity: O(points listed · points added · parties).
    public func including(_ points: [ReferencePoint]) -> Frontier {
        Frontier(
            core: core.including(points), exact: exact, countsAreExact: packages.exact,
            allPackages: packages.upper)
    }
}
