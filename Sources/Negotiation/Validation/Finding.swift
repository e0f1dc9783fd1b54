/// Something in a right dossier that a careful reader would ask about, with its place.
///
/// Reasons are data; the briefing's catalogue turns them into a sentence with a remedy.
public struct Finding: Hashable, Sendable {
    /// An answer to one issue, with every party that has last stated it.
    public struct Statement: Hashable, Sendable {
        /// Who stated it.
        public var of: [PartyID]
        /// On which issue.
        public var issue: IssueID
        /// The options named.
        public var options: [OptionID]

        /// An answer.
        public init(of: [PartyID], issue: IssueID, options: [OptionID]) {
            self.of = of
            self.issue = issue
            self.options = options
        }
    }

    /// What was found.
    public enum Reason: Hashable, Sendable {
        /// A rule says nothing about why.
        case ruleWithoutKind(RuleID)
        /// A drafted package breaks a rule whatever the open issues bring.
        case packageBreaksRule(PackageID, RuleID)
        /// A drafted package chooses an option that would breach a minimum.
        case packageBreachesMinimum(PackageID, IssueID, OptionID, [MinimumID])
        /// An option would breach minimums: it stands as a stated position and is in no feasible package.
        case optionBreaches(IssueID, OptionID, [MinimumID])
        /// An issue is discussed at a table from which a party whose consent its options need is absent.
        case consentAbsent(TableID, IssueID, PartyID, [OptionID])
        /// Nobody has asked for a consent that these options need.
        case consentNotAsked(IssueID, PartyID, [OptionID])
        /// A needed consent was refused.
        case consentRefused(IssueID, PartyID, [OptionID])
        /// No interest is served by the option.
        case optionServesNothing(IssueID, OptionID)
        /// No option serves the interest.
        case interestUnserved(InterestID)
        /// These items of a list name no source.
        case unsourced(Fault.Subject, names: [String])
        /// These positions name no source, by place in the list.
        case positionsUnsourced([Int])
        /// Sources tell a fact differently.
        case rivalReadings(ReadingID, statements: Int)
        /// No party has the role of negotiator.
        case noNegotiator
        /// One party alone has the role of negotiator.
        case oneNegotiator(PartyID)
        /// An issue has one option only, so that there is nothing to choose.
        case singleOption(IssueID)
        /// A negotiator has no sheet.
        case negotiatorWithoutSheet(PartyID)
        /// A party has several sheets and none is its default.
        case sheetUndecided(PartyID, [SheetID])
        /// A sheet has no values for these options.
        case valuesMissing(SheetID, IssueID, [OptionID])
        /// A sheet has no weight for these issues: they weigh 0.
        case weightsMissing(SheetID, [IssueID])
        /// A sheet puts all options of these issues in one place of an order, so that nothing is preferred.
        case everythingTied(SheetID, [IssueID])
        /// A sheet has no worth without agreement: the least utility is assumed.
        case worthMissing(SheetID)
        /// A sheet without numbers says in words alone what happens without agreement.
        case worthInWords(SheetID)
        /// A sheet states two worths of having no agreement today: as `worth`, and another in `over-time`.
        case worthContradicted(SheetID, Amount, Amount)
        /// A value is below 0 or above the issue's out-of.
        case valueOutside(SheetID, IssueID, OptionID, Amount, outOf: Rational)
        /// All values of an issue are small against its out-of: is it what was meant?
        case valuesSmall(SheetID, IssueID, greatest: Rational, outOf: Rational)
        /// In no way of filling in the sheet the answer at that place is true.
        case answerAgainstSheet(SheetID, Int)
        /// The answers at these places cannot both be meant.
        case answersExclude(SheetID, Int, Int)
        /// The weights cannot sum to the stated total.
        case totalMissed(SheetID, total: Rational, least: Rational, greatest: Rational)
        /// The team's estimate of a party is shown outside the team.
        case estimateShown(SheetID)
        /// Two parties' stated positions on one issue have no option in common.
        case positionsExclude(IssueID, PartyID, [OptionID], PartyID, [OptionID])
        /// What the model says cannot be, at these places of its list, says nothing about why.
        case infeasibleWithoutKind([Int])
        /// No sheet says what the decision maker prefers among the states of the model.
        case statePreferencesMissing(PartyID)
        /// The rankings of states in a sheet leave out so many that have a name.
        case statesUnranked(SheetID, count: Int)
        /// An issue has no option for today.
        case todayUnknown(IssueID)
        /// There are tables, and the issue is discussed at none.
        case issueAtNoTable(IssueID)
        /// There are stages, and no stage settles the issue.
        case issueInNoStage(IssueID)
        /// An item is shown to somebody who may not see what it speaks of, so it is withheld from them.
        case shownWithout(Fault.Subject, name: String)
        /// The same of a position, by place in the list.
        case positionShownWithout(Int)
        /// A sheet is shown to somebody who may not see what these interactions and red lines of it speak of, by place
        /// in their lists, so these are withheld from them.
        case sheetShownInPart(SheetID, interactions: [Int], redLines: [Int])
        /// Each of these commitments waits for the next, and the last for the first: nobody can go first.
        case commitmentsWait([CommitmentID])
        /// A commitment waits for one that no package has together with it.
        case waitsForAnotherAnswer(CommitmentID, CommitmentID)
        /// These commitments, or events, count months from something without a fixed date.
        case monthsUndated([CommitmentID], events: [EventID])
        /// These commitments are verified, and nobody says how long that may take.
        case verificationUntimed([CommitmentID])
        /// It is said how long the verification of these commitments may take, and not whose it is.
        case verifierUnknown([CommitmentID])
        /// What follows if these commitments are not kept is said in words alone: who responds, or within which time, is
        /// left open.
        case responseInWords([CommitmentID])
        /// A sheet says what breaking these commitments would bring its party, which does not give them.
        case breakingUnbound(SheetID, [CommitmentID])
        /// Found by the engines: no package that keeps the rules has this option.
        case optionImpossible(IssueID, OptionID)
        /// Found by the engines: the other rules already exclude all that this rule excludes.
        case ruleNeverMatters(RuleID)
        /// Found by the engines: the rules and minimums leave no package at all; these together exclude everything.
        /// Where `isMinimal`, something is left without any one of them; else a budget ran out before that was
        /// known of each. None is named where none was found.
        case nothingFeasible([RuleID], minimums: [MinimumID], isMinimal: Bool)
        /// Found by the engines: no way to settle the open issues of a drafted package keeps the rules.
        case packageCannotBeCompleted(PackageID)
        /// Found by the engines: the rules exclude these two answers together; the rules that speak of both issues.
        case positionsCannotMeet(Statement, Statement, [RuleID])
        /// A check could not be finished within its budget.
        case checkUnfinished
    }

    /// What was found.
    public var reason: Reason
    /// Where.
    public var place: ItemPath

    /// A finding.
    public init(_ reason: Reason, at place: ItemPath) {
        self.reason = reason
        self.place = place
    }
}
