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
            say("None of these words was found: \(wording.list(words.map { say("“\($0)”") })).")
        case .found(let word): say("The word “\(word)” was found.")
        case .items(let subject, let names):
            counted(
                names.count, one: "Meant is the \(self.subject(subject)) \(codes(names)).",
                many: "Meant are the \(subjects(subject)) \(codes(names)).")
        case .harms(let interest, let party):
            say("It harms “\(self.interest(interest))” of \(self.party(party)), who is at no table.")
        case .nothing: nil
        }
    }
}
