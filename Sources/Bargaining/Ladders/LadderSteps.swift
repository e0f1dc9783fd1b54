/// The steps in which a package is reached: which issues each step settles, and what is in force until then.
public struct LadderSteps: Hashable, Sendable {
    /// The option in force today for each issue; `nil`: not known.
    public var today: [Int?]
    /// The issues that each step settles, first step first; an issue in none of them stays as today.
    public var settled: [[Int]]
    /// Choices that the last rung has to have: issue → option.
    public var kept: [Int: Int]

    /// Steps from today.
    ///
    /// - Precondition: there is a step, no issue is settled twice, and today is known for every issue that the first
    ///   step does not settle.
    public init(today: [Int?], settled: [[Int]], kept: [Int: Int] = [:]) {
        precondition(!settled.isEmpty, "a ladder has a rung")
        let all = settled.flatMap { $0 }
        precondition(Set(all).count == all.count, "each issue is settled once")
        let first = Set(settled[0])
        precondition(
            today.indices.allSatisfy { today[$0] != nil || first.contains($0) },
            "today is known where the first step settles nothing")
        self.today = today
        self.settled = settled
        self.kept = kept
    }

    /// Today as a package; `nil` where it is not known on every issue.
    public var ground: [Int]? { today.contains(nil) ? nil : today.map { $0! } }

    /// The rungs that lead to a package: after each step, what it has settled stands as in the package, all else as
    /// today.
    public func rungs(to package: [Int]) -> [[Int]] {
        settled.indices.map { step in
            let done = done(after: step)
            return package.indices.map { done.contains($0) ? package[$0] : today[$0]! }
        }
    }

    /// The issues settled by the end of a step.
    func done(after step: Int) -> Set<Int> { Set(settled[...step].joined()) }
}

extension Formula {
    /// What is left of the formula where every issue but some stands at today's option.
    func withToday(_ today: [Int?], except open: Set<Int>) -> Formula {
        switch self {
        case .constant: self
        case .chosen(let issue, let options):
            open.contains(issue) ? self : .constant(today[issue].map(options.contains) ?? false)
        case .all(let parts): .all(parts.map { $0.withToday(today, except: open) })
        case .any(let parts): .any(parts.map { $0.withToday(today, except: open) })
        case .not(let part): .not(part.withToday(today, except: open))
        }
    }
}
