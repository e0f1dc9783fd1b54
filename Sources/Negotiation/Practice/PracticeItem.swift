/// One question of a published checklist, put to a dossier.
///
/// A question is never answered with a score: the program says what it looked for and did not find, and people
/// decide whether it matters.
public struct PracticeItem: Hashable, Sendable, Identifiable {
    /// What a checklist is about.
    public enum Checklist: String, Hashable, Sendable, CaseIterable {
        /// What a ceasefire's clauses settle. Asked only where the dossier speaks of a ceasefire.
        case ceasefire
        /// Who takes part and who is heard.
        case inclusion
        /// Whom an agreement could hurt.
        case doNoHarm = "do-no-harm"
    }

    /// A document in which the question stands.
    public struct Source: Hashable, Sendable {
        /// Its title.
        public var title: String
        /// Its author or the organisation that published it.
        public var author: String
        /// The year in which it appeared.
        public var year: Int
    }

    /// How the program looks for an answer.
    public enum Search: Hashable, Sendable {
        /// These words or beginnings of words, in English, in titles and texts of issues and options and in
        /// commitments; a finding where none of them stands there.
        case words([String])
        /// The same, and also in the names and texts of parties.
        case peopleNamed([String])
        /// The second words, asked for only where one of the first stands.
        case wordsWhere([String], ask: [String])
        /// What the dossier holds and how it hangs together.
        case structure(Structure)
    }

    /// What can be told without looking at words, or only at words of single options.
    public enum Structure: Hashable, Sendable {
        /// A commitment that nobody verifies.
        case commitmentUnverified
        /// A commitment without a time.
        case commitmentUntimed
        /// No constituency is named.
        case noConstituency
        /// A constituency that was not asked about an issue that concerns it.
        case notConsulted
        /// An issue that is said to concern no constituency.
        case issueConcernsNobody
        /// Tables, and no constituency at any.
        case nobodyAtTables
        /// A constituency that can ratify, block, spoil or implement and was never consulted.
        case powerNotConsulted
        /// An option that harms an interest of somebody who is at no table.
        case harmsAbsent
        /// An option, rule or commitment that makes what these words name wait for something else.
        case conditional([String])
        /// An option that has one of the first words and, with its issue, none of the second.
        case optionWithout([String], [String])
    }

    /// The stable name.
    public let id: String
    /// The checklist it belongs to.
    public let checklist: Checklist
    /// The question.
    public let question: String
    /// What a team may do where the answer is missing.
    public let remedy: String
    /// Where the question stands.
    public let sources: [Source]
    /// How the program looks for an answer.
    public let search: Search
}

/// A question of a checklist to which a dossier holds no answer that the program could find.
public struct PracticeFinding: Hashable, Sendable {
    /// What was looked at.
    public enum Evidence: Hashable, Sendable {
        /// None of these words, or words that begin so, was found. English only.
        case noneOf([String])
        /// This word was found here.
        case found(String)
        /// These items of one kind are meant, by their names in the dossier.
        case items(Fault.Subject, [String])
        /// This constituency was not asked on these issues, which concern it.
        case notAsked(PartyID, [IssueID])
        /// An interest of a party that is at no table is harmed.
        case harms(InterestID, of: PartyID)
        /// There is nothing of that kind.
        case nothing
    }

    /// The question.
    public var item: PracticeItem
    /// What was looked at.
    public var evidence: Evidence
    /// Where an answer may stand.
    public var place: ItemPath

    /// A finding.
    public init(_ item: PracticeItem, _ evidence: Evidence, at place: ItemPath) {
        self.item = item
        self.evidence = evidence
        self.place = place
    }
}
