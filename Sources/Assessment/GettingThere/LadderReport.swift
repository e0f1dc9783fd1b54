public import Bargaining
public import BigInt
public import Negotiation

/// Ladders from today through the dossier's stages: one package a stage, no rung worth less to any negotiator than the
/// one below, none that closes off a later one.
public struct LadderReport: Sendable {
    /// Where every ladder ends, and why no further.
    public struct Obstacle: Hashable, Sendable {
        /// The first stage that no ladder reaches.
        public var stage: StageID
        /// What stands in its way.
        public var cause: LadderObstacle.Cause
    }

    /// The negotiators, in the order of every list of utilities.
    public var negotiators: [PartyID]
    /// The negotiators left out on request.
    public var without: [PartyID]
    /// The package whose choices the last rung keeps, where one was given.
    public var kept: NamedPackage?
    /// The stages with what each settles.
    public var stages: [PlannedStage]
    /// The issues that no stage settles: they stay as today on every rung.
    public var unsettled: [IssueID]
    /// What today is worth to each negotiator; nil where it is not known on every issue. The first rung then stands on
    /// no agreement.
    public var today: [Rational]?
    /// What no agreement is worth to each negotiator.
    public var withoutAgreement: [Rational]
    /// Whether anything rests on central values.
    public var isCentral: Bool
    /// The ladders on all points.
    public var packages: PackageCount
    /// Where no ladder leads to the end: how far one comes.
    public var obstacle: Obstacle?
    /// One ladder opened up: of the points, the one with the greatest product of gains (the Nash yardstick); of the
    /// packages there, among the first, one that changes least from today.
    public var opened: Ladder?

    let ladders: Ladders
    let model: OutcomeModel

    /// The number of points: different worths of last rungs that no other ladder's last rung beats.
    public var count: Int { ladders.count }
    /// Whether no point is missing.
    public var isWhole: Bool { ladders.exact }
    /// Whether every figure is exact, and it is known what stands in the way.
    public var isExact: Bool { isWhole && packages.exact && (count > 0 || obstacle != nil) }

    /// What the last rung is worth to each negotiator at a point.
    public func utilities(at point: Int) -> [Rational] { ladders.utilities(at: point) }

    /// The number of ladders at a point.
    public func packageCount(at point: Int) -> BigInt { ladders.packageCount(at: point) }

    /// The last rungs at a point, found when asked for.
    public func packages(at point: Int) -> AnySequence<[IssueID: OptionID]> {
        let (packages, model) = (ladders.packages(at: point), model)
        return AnySequence {
            var rest = packages.makeIterator()
            return AnyIterator { rest.next().map(model.choices) }
        }
    }
}

/// One ladder, rung by rung.
public struct Ladder: Hashable, Sendable {
    /// One stage's package.
    public struct Rung: Hashable, Sendable {
        /// The stage.
        public var stage: StageID
        /// What the stage settles, and how, in the order of the dossier.
        public var settled: [Choice]
        /// The whole package: what is settled by then, and today on the rest.
        public var choose: [IssueID: OptionID]
        /// Its worth to each negotiator.
        public var utilities: [Rational]
        /// The consents that what the stage settles needs and that nobody has given: not asked for, not answered,
        /// refused, or given under conditions.
        public var consents: [Explanation.NeededConsent]
        /// The rules that begin to bind here: with one change taken back alone, to today's answer, the rung would break
        /// them.
        public var binding: [RuleID]
    }

    /// An issue settled.
    public struct Choice: Hashable, Sendable {
        /// The issue.
        public var issue: IssueID
        /// The option.
        public var option: OptionID
        /// Whether that is today's.
        public var isToday: Bool
    }

    /// Where one negotiator could stop.
    public struct Stop: Hashable, Sendable {
        /// The negotiator.
        public var party: PartyID
        /// The rung from which on it is nowhere worse off than without agreement, by place: there it could walk away
        /// and have lost nothing by the climb. Before the first rung: -1, today.
        public var noWorseFrom: Int
        /// The rung from which on it has all that the last will bring it, by place: what comes later keeps it at the
        /// table no more. Before the first rung: -1, today.
        public var nothingMoreFrom: Int

        /// The first rung at which it could stop: no worse off than without agreement, and nothing more to get.
        public var stopsAt: Int { max(noWorseFrom, nothingMoreFrom) }
    }

    /// The rungs, first to last.
    public var rungs: [Rung]
    /// A negotiator each.
    public var stops: [Stop]
}
