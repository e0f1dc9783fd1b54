public import Bargaining
public import Negotiation

/// One entry of one sheet that is not known, in the dossier's words.
public struct UnknownEntry: Hashable, Sendable {
    /// What kind of entry.
    public enum Entry: Hashable, Sendable {
        /// The weight of issues that are known to weigh the same; mostly one.
        case weight([IssueID])
        /// The value of options of an issue that are known to be worth the same; mostly one.
        case value(IssueID, [OptionID])
        /// What an interaction adds, by place in the sheet.
        case interaction(Int)
        /// The worth of having no agreement.
        case withoutAgreement
    }

    /// Whose sheet.
    public var party: PartyID
    /// Which entry.
    public var entry: Entry
}

/// What is not known of one package: its worth to each negotiator, and whether each accepts, over all that the sheets allow.
public struct PackageOutlook: Hashable, Sendable {
    /// The least and greatest utility, one a negotiator; exact.
    public var utilities: [Amount]
    /// The least and greatest gain, one a negotiator; nil where nobody has said what no agreement is worth.
    public var gains: [Amount?]
    /// Whether each accepts.
    public var acceptances: [Acceptance]
    /// The share of completions in which nobody is worse off than without agreement and no red line is crossed.
    public var share: SampledShare

    /// Whether it is known of anybody what no agreement is worth; where of nobody, every package that crosses no red line
    /// passes, and its share tells nothing.
    public var isJudged: Bool { gains.contains { $0 != nil } }

    /// Surely if surely for each, never if never for one.
    public var acceptance: Acceptance { acceptances.min() ?? .surely }

    /// The least gain of any negotiator in the worst case; nil where nobody has said what no agreement is worth to any.
    ///
    /// Compares points of one party with points of another as if one scale held for all.
    public var worstGain: Rational? { gains.compactMap { $0?.least }.min() }
}

extension Analysis {
    /// Whether the sheets leave anything open.
    public var isAnythingUnknown: Bool { knowledge.contains { !$0.unknownEntries.isEmpty } }

    /// What is not known of packages that settle every issue, from the same completions for all.
    ///
    /// Complexity: O(draws · packages · issues).
    public func outlooks(of packages: [[IssueID: OptionID]]) -> [PackageOutlook] {
        let indices = packages.map(indices)
        let shares = completions.shares(of: indices)
        return zip(indices, shares).map { package, share in
            PackageOutlook(
                utilities: knowledge.map { $0.utility(of: package.map { $0 }) },
                gains: knowledge.map { $0.gain(of: package.map { $0 }) },
                acceptances: knowledge.map { $0.acceptance(of: package) }, share: share)
        }
    }

    /// The completions that every share of this analysis is found on.
    var completions: SheetCompletions {
        SheetCompletions(
            knowledge, optionCounts: issues.map(\.options.count), draws: request.draws, seed: request.seed)
    }

    /// The options of a package that settles every issue, by place.
    func indices(_ choose: [IssueID: OptionID]) -> [Int] {
        issues.map { issue in issue.options.firstIndex { $0.id == choose[issue.id] } ?? 0 }
    }

    func entry(_ unknown: Unknown) -> UnknownEntry {
        let entry: UnknownEntry.Entry =
            switch unknown.entry {
            case .weight(let places): .weight(places.map { issues[$0].id })
            case .value(let issue, let options):
                .value(issues[issue].id, options.map { issues[issue].options[$0].id })
            case .interaction(let place): .interaction(place)
            case .withoutAgreement: .withoutAgreement
            }
        return UnknownEntry(party: negotiators[unknown.party], entry: entry)
    }
}
