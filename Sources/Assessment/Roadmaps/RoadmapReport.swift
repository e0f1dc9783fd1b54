public import Negotiation
public import Sequencing

/// Whether a package can be carried out: the answer of the front desk.
///
/// Steps are places in ``roadmap``'s steps; times are minutes from its start.
public struct RoadmapReport: Sendable {
    /// What a party has at stake over time.
    public struct PartyExposure: Sendable {
        /// The party.
        public var party: PartyID
        /// The sheet that says what commitments cost it and are worth to it.
        public var sheet: SheetID
        /// Who says so, in kind.
        public var basis: Sheet.Basis
        /// By entry of ``exposure``: the step.
        public var steps: [Int]
        /// The curve, with uncontrolled durations at their longest.
        public var exposure: Exposure
        /// The same with them at their shortest.
        public var ifShort: Exposure
    }

    /// Whether a party that is bound by a commitment gains by breaking it.
    public struct Keeping: Sendable {
        /// The step.
        public var step: Int
        /// The party.
        public var party: PartyID
        /// The sheet.
        public var sheet: SheetID
        /// Who says so, in kind.
        public var basis: Sheet.Basis
        /// The comparison.
        public var model: SelfEnforcement
        /// Whether the sheet leaves out how likely a response is, so that anything from never to always was taken.
        public var responseUnknown: Bool
        /// Whether nobody has limited how long a response takes, so that it may take to the end.
        public var responseTimeUnknown: Bool
        /// Whether a flow without an end was counted for a year.
        public var isYearAssumed: Bool
        /// How many equal steps would make each worth keeping, where the sheet says enough; nil: it does not.
        public var tranches: EqualTranches?
    }

    /// What a reading of clauses leads to.
    public struct ReadingOutcome: Sendable {
        /// The reading; nil: the commitments as they stand.
        public var reading: ClauseReading?
        /// Clauses that cannot all hold in it.
        public var conflicts: [ClauseConflict]
        /// Rings of waits in it.
        public var deadlocks: [Deadlock]
    }

    /// The package; nil: all commitments of a dossier without packages.
    public var package: NamedPackage?
    /// The reading that was taken; nil: the commitments as they stand.
    public var reading: ClauseReadingID?
    /// The roadmap.
    public var roadmap: Roadmap
    /// Whether every combination of choices was tried, where one of several things must come first.
    public var triedAllChoices: Bool
    /// Clauses that cannot all hold; empty: the timetable is consistent.
    public var conflicts: [ClauseConflict]
    /// What moving limits can do about it.
    public var mending: Roadmap.MendingSearch
    /// Where moving limits mends it: the moves that need the least time in all, however many.
    public var quickestMending: Mending?
    /// Whether every scenario was looked at by itself; else the one in which everything is kept, and those in which one thing fails.
    public var looksAtAllScenarios: Bool
    /// Whether times exist for all durations and outcomes known beforehand; nil: the budget ran out.
    public var isWeaklyControllable: Bool?
    /// Whether one plan made beforehand holds whatever happens.
    public var isStronglyControllable: Bool
    /// Whether somebody who decides as things become known can keep everything.
    public var controllability: Controllability
    /// Why not.
    public var failure: RoadmapBreak?
    /// By step: its times if everything was kept; nil where no times keep all clauses.
    public var times: [StepTimes?]?
    /// Rings of waits.
    public var deadlocks: [Deadlock]
    /// What parties have at stake over time, for those whose sheets say it.
    public var exposures: [PartyExposure]
    /// Whether parties gain by breaking commitments, weakest first.
    public var keeping: [Keeping]
    /// What sheets say of shifting power, guarantees and exchanges in steps.
    public var problems: [CommitmentProblem]
    /// Parties that would gain by breaking something, though others may answer, in the graph model of the package's weakest
    /// commitments; nil where no sheet says what is at stake.
    public var departures: [Departure]?
    /// The commitments as they stand and each reading of them, where the dossier has readings.
    public var readings: [ReadingOutcome]
    /// What is to be met in both of two readings and cannot be: by pair of places in ``readings``.
    public var betweenReadings: [ReadingPair]

    /// Two readings and what clashes between them.
    public struct ReadingPair: Sendable {
        /// The first, by place.
        public var first: Int
        /// The second, by place.
        public var second: Int
        /// Clauses of both that cannot all hold.
        public var conflicts: [ClauseConflict]
        /// Rings of waits of both.
        public var deadlocks: [Deadlock]
    }

    /// What follows from what one party's sheet says of problems that no single commitment shows.
    public struct CommitmentProblem: Sendable {
        /// The party.
        public var party: PartyID
        /// The sheet.
        public var sheet: SheetID
        /// Who says so, in kind.
        public var basis: Sheet.Basis
        /// A shift of power, and how likely its winner would win in the end.
        public var power: (shift: PowerShift, to: Double)?
        /// A guarantee.
        public var guarantee: GuaranteeThreshold?
        /// An exchange in steps.
        public var exchange: Gradualism?
    }

    /// A party that would leave the state in which everything is kept, in the sense of sequential stability.
    public struct Departure: Hashable, Sendable {
        /// The party.
        public var party: PartyID
        /// What it would break: the fewest commitments with which it gains whatever others then do.
        public var commitments: [CommitmentID]
    }

    /// Whether no budget cut short what was asked for.
    public var isExact: Bool {
        controllability != .undecided && isWeaklyControllable != nil && triedAllChoices && looksAtAllScenarios
            && mendings.allSatisfy(\.isFewest)
            && !roadmap.leavesGatesOut
    }

    /// The ways to mend it with the fewest limits and the least time, level with each other; none where nothing needs mending or none was found.
    public var mendings: [Mending] {
        if case .found(let all) = mending { all } else { [] }
    }

    /// Whether all clauses can hold.
    public var isConsistent: Bool { conflicts.isEmpty }
}
