public import Assessment
import Bargaining
import Negotiation

extension Phrasing {
    /// Why nothing need be asked, as a sentence.
    public func silence(_ silence: Inquiry.Silence) -> Prose {
        switch silence {
        case .nothingUnknown: say("Nothing need be asked for these figures: the sheets leave nothing open.")
        case .leadingIsSure:
            say(
                "Nothing need be asked to find a package that leaves nobody worse off: whatever the unknown numbers are, the leading one does not."
            )
        case .worthsAssumed:
            say(
                "Ask first what having no agreement would mean: until somebody has said what it is worth, no package can be held against it."
            )
        case .nothingMatters:
            say("Nothing need be asked: nothing that is unknown changes a verdict on the packages compared.")
        case .nothingPossible:
            say(
                "No package that was compared leaves nobody worse off, however the unknown numbers are filled in: asking about them will not change that."
            )
        }
    }

    /// A question as it can be put to a party. It names only what stands in it, and nobody's view.
    public func question(_ subject: Question.Subject) -> Prose {
        switch subject {
        case .answers(let issue, let options) where options.isEmpty:
            say(
                "On \(issueInSentence(issue)): what would an answer have to hold to serve what you need, and what would make it hard to live with?"
            )
        case .answers(let issue, let options):
            say(
                "On \(issueInSentence(issue)): what would \(self.options(options, of: issue, .or)) bring you, and what would still be missing?"
            )
        case .priority(let issue, let other?):
            say(
                "Suppose only one of \(issueInSentence(issue)) and \(issueInSentence(other)) could be settled as you need: what would that mean for those you answer to, in either case?"
            )
        case .priority(let issue, nil):
            say("What depends for you on how \(issueInSentence(issue)) is settled, and for whom?")
        case .combination(let issues):
            say(
                "When you think of \(issuesInSentence(issues)) together: what does the one change about the other for you?"
            )
        case .withoutAgreement:
            say(
                "If there were no agreement in the coming months, what would that time look like for you, and what could make it better or worse?"
            )
        case .concerns:
            say("What has not been spoken of yet that would have to be looked after for you to be at ease?")
        case .conditions:
            say(
                "What would have to be in place before you could take a first step, and who would have to see to it?"
            )
        case .others:
            say(
                "Who outside this room must be able to live with the outcome, and what would they need to hear?"
            )
        }
    }

    /// What an answer would settle.
    public func settles(_ question: Question) -> Prose {
        guard !question.settles.isEmpty else {
            return say("nothing in this model; it may bring up what the dossier does not hold")
        }
        return question.settles.map(entry).joined(separator: say("; "))
    }

    /// What asking could give away.
    public func disclosure(_ disclosure: Question.Disclosure) -> Prose {
        switch disclosure {
        case .options(let issue, let options):
            say("that the team looks at \(self.options(options, of: issue)) on \(issueInSentence(issue))")
        case .weights(let issues):
            issues.count == 1
                ? say("that the team thinks about how much \(issuesInSentence(issues)) counts")
                : say("that the team sets \(issuesInSentence(issues)) beside each other")
        case .withoutAgreement: say("that the team thinks about the case without agreement")
        case .combination(let issues): say("that the team sees \(issuesInSentence(issues)) together")
        case .nothing: say("nothing that is not known already")
        }
    }
}
