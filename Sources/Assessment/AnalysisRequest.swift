public import Bargaining
public import Negotiation
public import Stability

/// What an analysis is asked to use.
public struct AnalysisRequest: Sendable {
    /// Over which packages the best gain of the Kalai–Smorodinsky reference is taken.
    public enum Ideal: String, Hashable, Sendable, CaseIterable {
        /// Over the packages acceptable to every negotiator.
        case acceptable
        /// Over all feasible packages.
        case all
    }

    /// The sheet to use for a party, where it is not the dossier's default.
    public var sheets: [PartyID: SheetID]
    /// Negotiators to leave out: their consent is then not looked at.
    public var without: Set<PartyID>
    /// Over which packages an ideal is taken.
    public var ideal: Ideal
    /// Whether the frontier is listed; else the yardsticks alone are looked for, which is quicker where it is large.
    public var listsFrontier: Bool
    /// To what power each gain counts in a Nash yardstick of its own, beside the plain one: positive; 1 for whoever is not
    /// named. Empty: there is none.
    public var nashWeights: [PartyID: Rational]
    /// Limits on the work.
    public var budget: Budget
    /// How many ways of filling in what is not known are drawn.
    public var draws: Int
    /// From which seed they are drawn.
    public var seed: UInt64

    /// A request.
    public init(
        sheets: [PartyID: SheetID] = [:], without: Set<PartyID> = [], ideal: Ideal = .acceptable,
        listsFrontier: Bool = true, nashWeights: [PartyID: Rational] = [:], budget: Budget = Budget(),
        draws: Int = Self.defaultDraws, seed: UInt64 = 1
    ) {
        self.sheets = sheets
        self.without = without
        self.ideal = ideal
        self.listsFrontier = listsFrontier
        self.nashWeights = nashWeights
        self.budget = budget
        self.draws = draws
        self.seed = seed
    }

    /// So many draws put the ends of an interval for a share at most one point in a hundred from it.
    public static let defaultDraws = 10_000

    /// Products of gains to higher powers have too many digits to be compared exactly.
    public static let greatestProportion = 1_000

    /// The negotiators that are left out, in the order of the dossier.
    ///
    /// - Parameter dossier: a dossier as its viewer sees it.
    public func leftOut(of dossier: Dossier) -> [PartyID] {
        dossier.negotiators.map(\.id).filter(without.contains)
    }
}

/// Why a question cannot be answered as it was put.
public enum AssessmentError: Error, Hashable, Sendable {
    /// Nothing of that kind has this name; the nearest right name, where one is near.
    case unknown(Fault.Subject, name: String, nearest: String?)
    /// The issue has no option of this name; the nearest right name, where one is near.
    case unknownOption(String, of: IssueID, nearest: String?)
    /// These negotiators have no sheet, and the question needs one.
    case negotiatorsWithoutSheet([PartyID])
    /// The party has several sheets, none is its default, and none was asked for.
    case sheetUndecided(PartyID, [SheetID])
    /// The sheet that was asked for is about another party.
    case sheetOfAnotherParty(SheetID, PartyID)
    /// The party is no negotiator, so there is nothing of it to leave out.
    case nothingToLeaveOut(PartyID)
    /// The party is no negotiator, so it has no gain that could be weighed.
    case nothingToWeigh(PartyID)
    /// The party was left out, so its gain does not count at all.
    case weightOfOneLeftOut(PartyID)
    /// The weight is not above zero.
    case weightNotPositive(PartyID)
    /// In whole numbers, the proportions of the weights take numbers above ``AnalysisRequest/greatestProportion``.
    case weightsTooFine
    /// No negotiator is left to ask about.
    case nobodyNegotiates
    /// The package leaves issues open, and the question needs a whole one.
    case partialPackage(name: String, open: [IssueID])
    /// Today's answer would have to stand on these issues, and it is not known.
    case todayUnknown([IssueID])
    /// The question climbs from stage to stage, and the dossier has none.
    case noStages
    /// The text names neither a package nor choices such as `line=zone,aid=corridors`.
    case notAPackage(String)
    /// The numbers of the dossier do not fit together; a dossier without faults never leads here.
    case unfit(ProblemError)
    /// The viewer sees no graph model.
    case noConflictModel
    /// The graph model cannot be analysed.
    case conflictModel(ModelError)
    /// The state is named in the graph model and cannot be in the model that is asked about.
    case stateCannotBe(StateID)
    /// The sheet says nothing of states.
    case sheetWithoutStates(SheetID)
    /// The option is there already, so it cannot be added.
    case notProposed(ModelOptionID)
    /// A coalition has at least two members.
    case coalitionOfOne
    /// The package, or the dossier where it has none, holds no commitments.
    case noCommitments(String?)
    /// The commitment stands in the dossier, and not in the package that is asked about.
    case commitmentElsewhere(CommitmentID)
    /// Another time is tried for the responses to a commitment that has none.
    case withoutResponse(CommitmentID)
    /// No sheet of this copy says what the commitments of the package, or of the dossier where it has none, cost or are worth to
    /// those who do them.
    case noStakes(String?)
    /// These packages have commitments, and none was chosen.
    case packageUndecided([PackageID])
    /// The dossier has no packages, and several options of this issue carry commitments.
    case answersUndecided(IssueID)
}
