public import Negotiation

/// What is asked of the roadmap of a package.
public struct RoadmapRequest: Hashable, Sendable {
    /// The package as `Dossier.namedPackage(_:)` reads it: a name, `today`, or choices such as `line=zone`. nil: the
    /// only one with commitments, or, in a dossier without packages, the only way to take every commitment of it.
    public var package: String?
    /// The sheet whose costs and worths count for a party, where it is not the default or the only one.
    public var sheets: [PartyID: SheetID]
    /// The reading of clauses that is taken; nil: the commitments as they stand.
    public var reading: ClauseReadingID?
    /// A date for the event from which all is counted, in place of the dossier's.
    public var start: Moment?
    /// A reaction time in place of the dossier's.
    public var reaction: ReactionTime?
    /// What is tried: commitments changed in one thing each.
    public var changes: [CommitmentChange]
    /// How many conflicts between clauses are looked for.
    public var conflictLimit: Int
    /// How many bounds are followed until controllability counts as undecided.
    public var budget: Int

    /// A request.
    public init(
        package: String? = nil, sheets: [PartyID: SheetID] = [:], reading: ClauseReadingID? = nil,
        start: Moment? = nil, reaction: ReactionTime? = nil, changes: [CommitmentChange] = [],
        conflictLimit: Int = 3, budget: Int = 200_000
    ) {
        self.package = package
        self.sheets = sheets
        self.reading = reading
        self.start = start
        self.reaction = reaction
        self.changes = changes
        self.conflictLimit = conflictLimit
        self.budget = budget
    }
}

/// One thing about a commitment that is tried otherwise.
public struct CommitmentChange: Hashable, Sendable {
    /// What is changed, and to what.
    public enum Content: Hashable, Sendable {
        /// By when it must be done; nil: whenever.
        case deadline(Deadline?)
        /// How long its doing takes; who decides stays as it is. nil: no time.
        case takes(TimeRange?)
        /// How long verification takes; nil: not said.
        case verification(TimeRange?)
        /// Within how long the responses follow; nil: not said.
        case within(TimeSpan?)
    }

    /// The commitment.
    public var commitment: CommitmentID
    /// What is changed.
    public var content: Content

    /// A change.
    public init(_ commitment: CommitmentID, _ content: Content) {
        self.commitment = commitment
        self.content = content
    }

    /// Reads `withdrawal.deadline=45d`: a commitment, one of `deadline`, `takes`, `verification`, `within`, and a span, a range
    /// such as `5d..20d`, a date (for a deadline), or `none`; nil for anything else.
    public init?(_ text: String) {
        let sides = text.split(separator: "=", maxSplits: 1).map { $0.trimmingSpaces }
        guard sides.count == 2, let dot = sides[0].lastIndex(of: ".") else { return nil }
        let name = String(sides[0][..<dot])
        let value = sides[1]
        let isNone = value == "none"
        let ends = value.components(separatedBy: "..").compactMap { TimeSpan($0.trimmingSpaces) }
        var range: TimeRange? {
            guard ends.count == value.components(separatedBy: "..").count, (1...2).contains(ends.count),
                ends[0].minutes <= ends[ends.count - 1].minutes
            else { return nil }
            return TimeRange(from: ends[0], to: ends[ends.count - 1])
        }
        switch sides[0][dot...].dropFirst() {
        case "deadline":
            if isNone {
                content = .deadline(nil)
            } else if let span = TimeSpan(value) {
                content = .deadline(.within(span, of: nil))
            } else if let moment = Moment(value) {
                content = .deadline(.on(moment))
            } else {
                return nil
            }
        case "takes":
            guard isNone || range != nil else { return nil }
            content = .takes(isNone ? nil : range)
        case "verification":
            guard isNone || range != nil else { return nil }
            content = .verification(isNone ? nil : range)
        case "within":
            guard isNone || TimeSpan(value) != nil else { return nil }
            content = .within(TimeSpan(value))
        default: return nil
        }
        guard !name.isEmpty else { return nil }
        commitment = CommitmentID(name)
    }

    /// The commitment with this thing changed. A deadline that is a span keeps the event or milestone from which it was counted.
    func applied(to old: Commitment) -> Commitment {
        var new = old
        switch content {
        case .deadline(let deadline):
            new.deadline = deadline
            if case .within(let span, nil)? = deadline, case .within(_, let of)? = old.deadline {
                new.deadline = .within(span, of: of)
            }
        case .takes(let range):
            new.takes = range.map {
                DoingTime(from: $0.least, to: $0.greatest, decidedBy: old.takes?.decidedBy ?? .doer)
            }
        case .verification(let range): new.verification = range
        case .within(let span):
            for place in new.ifNot.indices { new.ifNot[place].within = span }
        }
        return new
    }
}

extension StringProtocol {
    fileprivate var trimmingSpaces: String {
        var rest = self[...]
        while rest.first == " " { rest = rest.dropFirst() }
        while rest.last == " " { rest = rest.dropLast() }
        return String(rest)
    }

    /// The parts between one separator and the next.
    fileprivate func components(separatedBy separator: String) -> [String] {
        var result: [String] = []
        var rest = String(self)[...]
        while let found = rest.firstRange(of: separator) {
            result.append(String(rest[..<found.lowerBound]))
            rest = rest[found.upperBound...]
        }
        return result + [String(rest)]
    }
}
