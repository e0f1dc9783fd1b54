/// A smallest-in-itself part of what fails: without any one of it, the rest does not fail.
///
/// Junker's *QuickXplain* (AAAI 2004): halves are dropped whole where the rest still fails.
///
/// - Parameters:
///   - elements: what may be left out, most wanted in the answer first.
///   - fails: whether these alone fail; what fails still fails with more.
/// - Returns: the part, in order; nothing where nothing of `elements` is needed to fail.
///
/// Complexity: O(c·log(n/c)) checks for an answer of c elements.
func minimalConflict<Element>(among elements: [Element], fails: ([Element]) -> Bool) -> [Element] {
    func part(_ background: [Element], _ hasNew: Bool, _ candidates: ArraySlice<Element>) -> [Element] {
        if hasNew, fails(background) { return [] }
        if candidates.count <= 1 { return Array(candidates) }
        let middle = candidates.startIndex + candidates.count / 2
        let (left, right) = (candidates[..<middle], candidates[middle...])
        let fromRight = part(background + left, true, right)
        let fromLeft = part(background + fromRight, !fromRight.isEmpty, left)
        return fromLeft + fromRight
    }
    if fails([]) { return [] }
    return part([], false, elements[...])
}
