import Negotiation

/// Something in Genius files that an import reads in a particular way or does not carry over.
public struct GeniusNote: Hashable, Sendable {
    /// What it is. Issues and options are named by their titles.
    public enum Kind: Hashable, Sendable {
        /// Utilities are read without the discount over time.
        case discountIgnored(Rational)
        /// Costs of options are no part of a utility.
        case costsIgnored(Int)
        /// The profile gives an issue no weight: it weighs 0.
        case noWeight(issue: String)
        /// The profile gives a weight to an issue that the domain does not have: left out.
        case weightOfNothing(index: String)
        /// The profile gives a weight twice: the last one counts.
        case weightTwice(index: String)
        /// No option has a positive evaluation: the issue adds nothing.
        case worthNothing(issue: String)
        /// The weight is negative: carried over as a positive weight with the values' signs turned.
        case negativeWeight(issue: String)
        /// The profile evaluates an option that the domain does not have. It counts for the greatest evaluation only.
        case unknownOption(issue: String, option: String)
        /// The profile evaluates an option twice: the last evaluation counts.
        case evaluatedTwice(issue: String, option: String)
        /// The profile calls the issue something else; matched by its index.
        case renamed(issue: String, profile: String)
        /// The profile numbers the issue otherwise; matched by its name.
        case renumbered(issue: String)
        /// The profile counts the values of a whole-number issue from another bound than the domain.
        case otherBound(issue: String)
        /// The profile says nothing of how good a whole-number issue's values are: the issue adds nothing.
        case noEvaluator(issue: String)
        /// Two options of the domain have the same name: both are kept.
        case sameName(issue: String, option: String)
        /// Elements of this name say nothing that a dossier holds.
        case elementsIgnored(name: String, count: Int)
    }

    /// The file.
    public var file: String
    /// The line, from 1.
    public var line: Int
    /// What it is.
    public var kind: Kind
}

extension GeniusNote: CustomStringConvertible {
    /// One line, `file:line: note: …`.
    public var description: String { OneLine.of("\(file):\(line): note: \(kind.sentence)") }
}

extension GeniusNote.Kind {
    /// The note in words.
    public var sentence: String {
        switch self {
        case .discountIgnored(let factor):
            "utilities are read without the discount over time (\(factor))"
        case .costsIgnored(let count): "costs of \(count) options are not carried over"
        case .noWeight(let issue): "`\(issue)` has no weight: it weighs 0"
        case .weightOfNothing(let index): "weight \(index) belongs to no issue: left out"
        case .weightTwice(let index): "weight \(index) stands twice: the last one counts"
        case .worthNothing(let issue):
            "no option of `\(issue)` has a positive evaluation: the issue adds nothing"
        case .negativeWeight(let issue):
            "`\(issue)` weighs less than 0: carried over as a positive weight of negative values"
        case .unknownOption(let issue, let option):
            "`\(option)` is not an option of `\(issue)` in the domain: only its share in the greatest evaluation counts"
        case .evaluatedTwice(let issue, let option):
            "`\(option)` of `\(issue)` is evaluated twice: the last evaluation counts"
        case .renamed(let issue, let profile): "`\(profile)` is the domain's `\(issue)`, by its index"
        case .renumbered(let issue): "`\(issue)` has another index than in the domain: taken by its name"
        case .otherBound(let issue): "the values of `\(issue)` are counted from the profile's own lower bound"
        case .noEvaluator(let issue): "`\(issue)` has no evaluator: it adds nothing"
        case .sameName(let issue, let option):
            "two options of `\(issue)` are called `\(option)`: both are kept"
        case .elementsIgnored(let name, let count): "\(count) `\(name)` elements are not carried over"
        }
    }
}
