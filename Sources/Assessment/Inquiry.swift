public import Bargaining
public import Negotiation

/// What to ask next, and whom.
public struct Inquiry: Sendable {
    /// What knowing one entry would be worth.
    public struct Value: Hashable, Sendable {
        /// The entry.
        public var unknown: UnknownEntry
        /// By how much the share of completions in which nobody is worse off would rise on average if the entry were known
        /// before a package is chosen; 0 to 1.
        public var value: Double
        /// Its 95 % interval.
        public var interval: ClosedRange<Double>
        /// How often the entry alone turns the verdict on the leading package.
        public var turns: SampledShare
        /// Its rank from 1; entries whose intervals overlap with the best of a rank share it.
        public var rank: Int
    }

    /// Why no entry can be said to be worth asking about.
    public enum Silence: Hashable, Sendable {
        /// The sheets leave nothing open.
        case nothingUnknown
        /// The leading package is acceptable to all whatever the unknown numbers are.
        case leadingIsSure
        /// Nothing that is unknown changes any verdict on the candidates.
        case nothingMatters
        /// Nobody has said what no agreement is worth to any negotiator: on the least assumed, every package passes.
        case worthsAssumed
        /// No candidate is acceptable to all in any completion.
        case nothingPossible
    }

    /// The package that holds in most completions; nil where no candidate is possible.
    public var leading: WorthTesting.Candidate?
    /// How many candidates the choice is among.
    public var candidates: Int
    /// Every unknown entry, by its worth, then by how often it turns the leading package's verdict.
    public var values: [Value]
    /// Whether the ranks come from turns, because no entry's worth can be told from nothing.
    public var isRankedByTurns: Bool
    /// Why no entry can be said to be worth asking about; nil where something is.
    public var silence: Silence?
    /// The negotiators of whom nobody has said what no agreement is worth; they seem to accept whatever crosses no red
    /// line.
    public var assumed: [PartyID]
    /// A sheet of questions for each caucus: one a negotiator, in the order of the dossier.
    public var sheets: [QuestionSheet]
    /// How many completions were drawn.
    public var draws: Int
    /// From which seed.
    public var seed: UInt64
}

/// The open questions for one caucus. They name only what the party may see, and nobody's view.
public struct QuestionSheet: Hashable, Sendable {
    /// Whom to ask.
    public var party: PartyID
    /// Three to five questions, what settles most first.
    public var questions: [Question]
}

/// One open question.
public struct Question: Hashable, Sendable {
    /// What it is about.
    public enum Subject: Hashable, Sendable {
        /// What answers on an issue mean to the party; names the options that the party may see.
        case answers(IssueID, [OptionID])
        /// What an issue means beside another.
        case priority(IssueID, against: IssueID?)
        /// What two or more issues do to each other.
        case combination([IssueID])
        /// How things would go on without agreement.
        case withoutAgreement
        /// What the party is concerned about, where nothing may be named.
        case concerns
        /// What must be there before the party can move.
        case conditions
        /// Who else must be able to live with it.
        case others
    }

    /// What asking could give away.
    public enum Disclosure: Hashable, Sendable {
        /// That the team looks at these options.
        case options(IssueID, [OptionID])
        /// That the team thinks about how much the issues count.
        case weights([IssueID])
        /// That the team thinks about what happens without agreement.
        case withoutAgreement
        /// That the team sees the issues together.
        case combination([IssueID])
        /// Nothing that the party does not see already.
        case nothing
    }

    /// What it is about.
    public var subject: Subject
    /// The entries that an answer would settle or narrow; empty for a question that is always open.
    public var settles: [UnknownEntry]
    /// What asking could give away.
    public var disclosure: Disclosure
}

extension Analysis {
    /// What to ask next: the unknown entries by what knowing them would be worth, and questions for each caucus.
    ///
    /// Complexity: O(draws · (candidates + unknowns) · issues).
    public func inquiry(_ testing: WorthTesting) -> Inquiry {
        var result = Inquiry(
            leading: testing.candidates.first, candidates: testing.candidates.count, values: [],
            isRankedByTurns: false, silence: nil,
            assumed: zip(negotiators, knowledge).filter { $1.withoutAgreement == nil }.map(\.0), sheets: [],
            draws: testing.draws, seed: testing.seed)
        guard isAnythingUnknown else {
            result.silence = .nothingUnknown
            return result
        }
        guard let leading = testing.candidates.first else {
            result.silence = .nothingPossible
            return result
        }
        let packages = testing.candidates.map { indices($0.package.choose) }
        let turns = Dictionary(
            completions.turnings(of: indices(leading.package.choose)).map { ($0.unknown, $0.share) },
            uniquingKeysWith: { first, _ in first })
        let never = SampledShare(
            count: 0, of: completions.draws, isExact: leading.outlook.acceptance == .surely)
        let values = completions.informationValues(among: packages).map { value in
            Inquiry.Value(
                unknown: entry(value.unknown), value: value.value, interval: value.interval,
                turns: turns[value.unknown] ?? never, rank: 0)
        }
        result.isRankedByTurns = values.allSatisfy { $0.interval.lowerBound <= 0 }
        result.values = Self.ranked(values, byTurns: result.isRankedByTurns)
        if result.assumed.count == negotiators.count {
            // What is known of nobody is what to ask first.
            result.silence = .worthsAssumed
            result.sheets = QuestionSearch(analysis: self, values: []).sheets()
        } else if leading.outlook.acceptance == .surely {
            result.silence = .leadingIsSure
        } else if result.isRankedByTurns, turns.isEmpty {
            result.silence = .nothingMatters
        } else {
            result.sheets = QuestionSearch(analysis: self, values: result.values).sheets()
        }
        return result
    }

    /// Greatest first. An entry whose interval reaches that of the best of a rank has the same rank.
    private static func ranked(_ values: [Inquiry.Value], byTurns: Bool) -> [Inquiry.Value] {
        func interval(_ value: Inquiry.Value) -> ClosedRange<Double> {
            byTurns ? value.turns.interval : value.interval
        }
        func size(_ value: Inquiry.Value) -> (Double, Double) {
            byTurns ? (value.turns.value, value.value) : (value.value, value.turns.value)
        }
        var sorted = values.enumerated().sorted { left, right in
            let (one, other) = (size(left.element), size(right.element))
            return one == other ? left.offset < right.offset : one > other
        }.map(\.element)
        var best: ClosedRange<Double>?
        var rank = 0
        for place in sorted.indices {
            let own = interval(sorted[place])
            if best.map({ own.upperBound < $0.lowerBound }) ?? true {
                best = own
                rank = place + 1
            }
            sorted[place].rank = rank
        }
        return sorted
    }
}
