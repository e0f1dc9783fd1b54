/// A condition on a package, over issue and option indices.
///
/// Rules, red lines and interactions are formulas; what a formula's truth means depends on where it stands.
public indirect enum Formula: Hashable, Sendable {
    /// True or false for every package.
    case constant(Bool)
    /// The package chooses any of `options` for `issue`; no options: false.
    case chosen(issue: Int, options: [Int])
    /// Every one holds; none given: true.
    case all([Formula])
    /// At least one holds; none given: false.
    case any([Formula])
    /// The inner formula does not hold.
    case not(Formula)
}

extension Formula {
    /// Whether the formula holds for a package.
    ///
    /// - Parameter package: one option index for each issue.
    /// - Complexity: linear in the formula's size.
    public func holds(for package: [Int]) -> Bool {
        switch self {
        case .constant(let value): value
        case .chosen(let issue, let options): options.contains(package[issue])
        case .all(let parts): parts.allSatisfy { $0.holds(for: package) }
        case .any(let parts): parts.contains { $0.holds(for: package) }
        case .not(let part): !part.holds(for: package)
        }
    }

    /// Calls `body` with each atom of the formula.
    func forEachAtom<Failure: Error>(
        _ body: (_ issue: Int, _ options: [Int]) throws(Failure) -> Void
    ) throws(Failure) {
        switch self {
        case .constant: break
        case .chosen(let issue, let options): try body(issue, options)
        case .all(let parts), .any(let parts):
            for part in parts { try part.forEachAtom(body) }
        case .not(let part): try part.forEachAtom(body)
        }
    }
}
