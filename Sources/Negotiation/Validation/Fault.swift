/// What makes a dossier wrong: it names what is not there, or says what cannot be.
///
/// Reasons are data; the front that met the fault turns it into words and adds the file's line.
public struct Fault: Error, Hashable, Sendable {
    /// What can be referred to.
    public enum Subject: String, Hashable, Sendable {
        /// A party.
        case party
        /// An issue.
        case issue
        /// An option of an issue.
        case option
        /// An interest.
        case interest
        /// A minimum.
        case minimum
        /// A rule.
        case rule
        /// A stage.
        case stage
        /// A table.
        case table
        /// A package.
        case package
        /// A source.
        case source
        /// A reading.
        case reading
        /// A commitment.
        case commitment
        /// A sheet.
        case sheet
        /// The model of who could do what.
        case conflictModel = "model"
        /// One who can act in the model.
        case decisionMaker = "decision maker"
        /// An option that a decision maker of the model has.
        case modelOption = "option of the model"
        /// A state of the model.
        case state
        /// An event of the timetable.
        case event
        /// What somebody takes clauses to mean.
        case clauseReading = "reading of clauses"
    }

    /// What is wrong.
    public enum Reason: Hashable, Sendable {
        /// Nothing of that kind has this name; the nearest right name, where one is near.
        case unknown(Subject, name: String, nearest: String?)
        /// Two things of one kind have this name.
        case duplicate(Subject, name: String)
        /// The text cannot be a name.
        case malformedName(String)
        /// A minimum stands where only an issue may: under a condition, on a scale, or as a trade.
        case minimumConditioned(MinimumID)
        /// A commitment that carries out a minimum depends on what somebody else does.
        case minimumWaits(MinimumID, commitment: CommitmentID, because: Dependence)
        /// Fewer than one of these, and at least one is needed.
        case nothing(Subject)
        /// An option or issue stands twice in one order.
        case repeated(Subject, name: String)
        /// A number that is not positive where only a positive number makes sense.
        case notPositive(Rational)
        /// A negative number where only 0 or more makes sense.
        case negative(Rational)
        /// The level cannot be said of the importance of an issue.
        case notAWeight(Level)
        /// A default sheet is about another party.
        case sheetOfAnotherParty(SheetID, party: PartyID)
        /// More of these than may be.
        case tooMany(Subject, count: Int, limit: Int)
        /// Letters that should say of each option of the model whether it is taken, and are not as many.
        case wrongLetters(String, options: Int)
        /// A named state that does not say of every option whether it is taken.
        case stateOpen(StateID)
        /// A name that is the letters of a state, and not of the one that it names.
        case lettersOfAnother(StateID)
        /// A state with the letters of one that has another name.
        case sameState(StateID, as: StateID)
        /// Something stands twice where once is enough.
        case listedTwice(Subject, name: String)
        /// A move that leads nowhere: from the state to itself.
        case moveToItself(StateID)
        /// A state that is compared with itself.
        case comparedWithItself(StateID)
        /// A sheet speaks of states, and the dossier has no model.
        case noConflictModel
        /// A model within a dossier names a party, whose name the dossier gives.
        case nameInModel(PartyID)
        /// A model within a dossier says what a party prefers, which stands in its sheet.
        case preferencesInModel(PartyID)
        /// An event and a commitment have this name, and either may stand where one waits for something.
        case sharedName(EventID)
        /// The shortest is longer than the longest.
        case spanReversed(least: TimeSpan, greatest: TimeSpan)
        /// A share or probability that is not between 0 and 1.
        case notAShare(Amount)
        /// A commitment that has no tranche of that number; `count` is how many it has, nil for one without tranches.
        case noSuchTranche(Int, of: CommitmentID, count: Int?)
        /// A number of tranches below two or above ``Tranches/limit``.
        case trancheCount(Int)
        /// A commitment that goes in step with one that has another number of tranches.
        case stepsDiffer(CommitmentID, from: CommitmentID)
        /// A commitment names itself where only another makes sense.
        case tiedToItself(CommitmentID, Tie)
        /// An event whose time is said wrongly.
        case eventTime(EventID, EventProblem)
        /// Events that each follow the next, and the last the first.
        case eventsFollow([EventID])
        /// Others than those who do it decide how long it takes, and nobody says how long at most.
        case openEnded(CommitmentID)
        /// A commitment that begins only if another is not kept, and is seen by somebody who sees none that begins it: what is shown
        /// would depend on what is hidden.
        case seenWithoutItsCause(CommitmentID)
        /// A response that does not say what follows.
        case emptyResponse
    }

    /// Why a commitment that carries out a minimum depends on what somebody else does.
    public enum Dependence: Hashable, Sendable {
        /// It comes after this commitment, or is done together with it, and others take part in that.
        case performance(CommitmentID)
        /// It comes after the verification of this commitment by somebody else.
        case verification(CommitmentID)
        /// Something follows if it is not done.
        case hasResponse
        /// It is what a response to the breach of this commitment consists in.
        case begun(by: CommitmentID)
        /// A response to the breach of this commitment suspends it.
        case suspended(by: CommitmentID)
    }

    /// How a commitment is tied to another.
    public enum Tie: String, Hashable, Sendable {
        /// It waits for it.
        case after
        /// Both are done at the same moment.
        case togetherWith = "together-with"
        /// It begins if the other is not kept.
        case begins
        /// Their tranches alternate.
        case inStepWith = "in-step-with"
        /// It is due some time after it.
        case deadline
    }

    /// What is wrong with the time of an event.
    public enum EventProblem: Hashable, Sendable {
        /// It has a date and also follows something.
        case twice
        /// It is the first, from which all is counted, and follows something.
        case firstFollows
        /// It is not the first, and has neither a date nor anything that it follows.
        case untold
        /// It follows something, and nobody says how long after at the latest.
        case openEnded
    }

    /// What is wrong.
    public var reason: Reason
    /// Where.
    public var place: ItemPath

    /// A fault.
    public init(_ reason: Reason, at place: ItemPath) {
        self.reason = reason
        self.place = place
    }
}
