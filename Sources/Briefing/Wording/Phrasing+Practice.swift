public import Negotiation

extension Phrasing {
    /// A question of a published checklist to which the dossier holds no answer, with what was looked at.
    ///
    /// Questions and remedies stand in the checklists, in English.
    public func practice(_ finding: PracticeFinding) -> Prose {
        let question = Prose(finding.item.question)
        guard let looked = evidence(finding.evidence) else { return question }
        return say("\(question) \(looked)")
    }

    /// Where the question stands.
    public func practiceSources(_ item: PracticeItem) -> Prose {
        item.sources.map { say("\($0.author), \($0.title), \(String($0.year))") }.joined(separator: say("; "))
    }

    /// The name of a checklist.
    public func checklist(_ checklist: PracticeItem.Checklist) -> Prose {
        switch checklist {
        case .ceasefire: say("What ceasefires settle")
        case .inclusion: say("Who takes part and who is heard")
        case .doNoHarm: say("Whom an agreement could hurt")
        }
    }

    private func evidence(_ evidence: PracticeFinding.Evidence) -> Prose? {
        switch evidence {
        case .noneOf(let words):
            say(
                "No words beginning with these letters were found: \(wording.list(words.map { say("“\($0)”") }))."
            )
        case .found(let words): say("Found there: “\(words)”.")
        case .items(let subject, let names):
            counted(
                names.count, one: "This is about the \(self.subject(subject)) \(titles(subject, names)).",
                many: "This is about the \(subjects(subject)) \(titles(subject, names)).")
        case .notAsked(let party, let issues):
            say("Not known to have been asked: \(self.party(party)), on \(issuesInSentence(issues)).")
        case .harms(let interest, let party):
            say("It harms “\(self.interest(interest))” of \(self.party(party)), who is at no table.")
        case .nothing: nil
        }
    }

    /// Items by what people call them; rules have no other name than their identifier.
    private func titles(_ subject: Fault.Subject, _ names: [String]) -> Prose {
        switch subject {
        case .party: parties(names.map { PartyID($0) })
        case .issue: issuesInSentence(names.map { IssueID($0) })
        case .commitment:
            wording.list(
                names.map { name in quoted(commitment(CommitmentID(name)).map { text($0.name) } ?? name) })
        default: codes(names)
        }
    }
}
