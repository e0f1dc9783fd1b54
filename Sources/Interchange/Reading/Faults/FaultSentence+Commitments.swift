import Negotiation

extension FaultSentence {
    /// The words for what can be wrong with who does what and when; nil for anything else.
    init?(commitment reason: Fault.Reason) {
        switch reason {
        case .minimumWaits(let minimum, let commitment, let cause):
            self.init(minimum, commitment, cause)
        case .sharedName(let event):
            self.init("an event and a commitment are both named `\(event)`", expected: "two names")
        case .spanReversed(let least, let greatest):
            self.init(
                "the range begins above its end: `\(least)` is longer than `\(greatest)`",
                expected: "the shorter time first: `\(greatest)`, then `\(least)`")
        case .notAShare(let amount):
            let range = amount.isExact ? "`\(amount.least)`" : "`[\(amount.least), \(amount.greatest)]`"
            self.init("\(range) is no share of a whole", expected: "0 to 1, such as `1/10` for 10 in 100")
        case .noSuchTranche(let number, let commitment, nil):
            self.init(
                "tranche \(number) of `\(commitment)`, which is not done in tranches",
                expected: "no `tranche`, or `tranches` there")
        case .noSuchTranche(let number, let commitment, let count?):
            self.init(
                "tranche \(number) of `\(commitment)`, which has \(count)", expected: "1 to \(count)")
        case .trancheCount(let count):
            self.init("\(count) tranches", expected: "2 to \(Tranches.limit)")
        case .stepsDiffer(let commitment, let other):
            self.init(
                "`\(commitment)` goes in step with `\(other)`, which has not as many tranches",
                expected: "the same `count` in both")
        case .tiedToItself(let commitment, let tie): self.init(commitment, tie)
        case .eventTime(let event, let problem): self.init(event, problem)
        case .eventsFollow(let events):
            let ring = (events + events.prefix(1)).map { "`\($0)`" }.joined(separator: " after ")
            self.init(
                "events follow each other in a ring, so that none has a time: \(ring)",
                expected: "one of them with a date, or after something else")
        case .openEnded(let commitment):
            self.init(
                "others decide how long `\(commitment)` takes, and nobody says how long at most",
                expected: "the key `at-most`")
        case .seenWithoutItsCause(let commitment):
            self.init(
                "`\(commitment)` begins only if another commitment is not kept, and is seen by somebody who sees none that begins it",
                expected: "a `seen-by` as narrow as that of what begins it")
        case .emptyResponse:
            self.init(
                "a response that does not say what follows",
                expected: "`what`, `kind`, `suspends` or `begins`")
        default: return nil
        }
    }

    private init(_ minimum: MinimumID, _ commitment: CommitmentID, _ cause: Fault.Dependence) {
        let start = "the commitment `\(commitment)` carries out the minimum `\(minimum)`, "
        switch cause {
        case .performance(let other):
            self.init(
                start + "and comes after `\(other)`, in which others take part: "
                    + "a minimum waits for nobody else's performance",
                expected: "no tie to it; events, and what the same parties do, may come first")
        case .verification(let other):
            self.init(
                start
                    + "and comes after others have verified `\(other)`: a minimum waits for nobody else's verdict",
                expected: "`{done: \(other)}`, or no tie to it")
        case .hasResponse:
            self.init(start + "and a minimum is owed whatever follows", expected: "no `if-not`")
        case .begun(let other):
            self.init(
                start + "and begins only if `\(other)` is not kept: a minimum is no response",
                expected: "no `begins: \(commitment)` there")
        case .suspended(let other):
            self.init(
                start + "and is suspended if `\(other)` is not kept: a minimum is suspended by nothing",
                expected: "no `suspends: [\(commitment)]` there")
        }
    }

    private init(_ commitment: CommitmentID, _ tie: Fault.Tie) {
        switch tie {
        case .after: self.init("`\(commitment)` waits for itself", expected: "something else")
        case .togetherWith:
            self.init("`\(commitment)` is done together with itself", expected: "another commitment")
        case .begins: self.init("`\(commitment)` is the response to itself", expected: "another commitment")
        case .inStepWith:
            self.init("`\(commitment)` goes in step with itself", expected: "another commitment")
        case .deadline:
            self.init(
                "the deadline of `\(commitment)` is counted from its own end",
                expected: "something else, or `{begun: \(commitment)}`")
        }
    }

    private init(_ event: EventID, _ problem: Fault.EventProblem) {
        switch problem {
        case .twice: self.init("the event `\(event)` has both `on` and `after`", expected: "one of the two")
        case .firstFollows:
            self.init(
                "the first event, `\(event)`, follows something, and all is counted from it",
                expected: "another event first, or no `after`")
        case .untold:
            self.init(
                "nobody says when the event `\(event)` is",
                expected: "`on` or `after`: only the first event may have neither")
        case .openEnded:
            self.init(
                "nobody says how long after at the latest the event `\(event)` is",
                expected: "the key `at-most`")
        }
    }
}
