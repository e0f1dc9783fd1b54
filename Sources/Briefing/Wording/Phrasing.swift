public import Negotiation

/// The catalogue together with the names of one dossier: says what the dossier's identifiers stand for.
///
/// It only knows what its dossier holds; give it the dossier as its reader may see it.
public struct Phrasing: Sendable {
    /// The catalogue.
    public let wording: Wording
    /// The dossier whose names are said.
    public let dossier: Dossier
    /// The languages in which the dossier's texts are wanted, preferred first.
    public let languages: [String]
    /// The party that stands first in every list of parties; nil: all stand in alphabetical order.
    public let firstParty: PartyID?

    /// - Parameters:
    ///   - dossier: as its reader may see it.
    ///   - wording: the catalogue of sentences.
    ///   - languages: preferred first; the dossier's own where empty.
    ///   - firstParty: the party that stands first in every list.
    public init(
        _ dossier: Dossier, wording: Wording = .english, languages: [String] = [],
        firstParty: PartyID? = nil
    ) {
        self.wording = wording
        self.dossier = dossier
        self.languages = languages.isEmpty ? dossier.languages : languages
        self.firstParty = firstParty
    }

    /// A sentence of the catalogue.
    public func say(_ sentence: Sentence) -> Prose { wording(sentence) }

    /// One of two sentences, by number.
    func counted(_ count: Int, one: Sentence, many: Sentence) -> Prose { say(count == 1 ? one : many) }

    /// A text of the dossier in the language wanted.
    public func text(_ text: Text) -> String { text.preferring(languages) }

    /// A party's name.
    public func party(_ id: PartyID) -> String { dossier.party(id).map { text($0.name) } ?? id.rawValue }

    /// An issue's title.
    public func issue(_ id: IssueID) -> String { dossier.issue(id).map { text($0.title) } ?? id.rawValue }

    /// An option's title.
    public func option(_ id: OptionID, of issue: IssueID) -> String {
        dossier.issue(issue)?.option(id).map { text($0.title) } ?? id.rawValue
    }

    /// A package's title, or its identifier.
    public func package(_ id: PackageID) -> String {
        dossier.package(id)?.title.map(text) ?? id.rawValue
    }

    /// An interest in words.
    public func interest(_ id: InterestID) -> String {
        dossier.interests.first { $0.id == id }.map { text($0.text) } ?? id.rawValue
    }

    /// A minimum in words.
    public func minimum(_ id: MinimumID) -> String {
        dossier.minimums.first { $0.id == id }.map { text($0.text) } ?? id.rawValue
    }

    /// A table's title, or who sits at it.
    public func table(_ id: TableID) -> String {
        guard let table = dossier.tables.first(where: { $0.id == id }) else { return id.rawValue }
        return table.title.map(text) ?? wording.list(inOrder(table.parties).map(party)).text
    }

    /// A stage's title, or its identifier.
    public func stage(_ id: StageID) -> String {
        dossier.stages.first { $0.id == id }?.title.map(text) ?? id.rawValue
    }

    /// Parties in the neutral order of this copy: alphabetical by name, the first party of the copy before all.
    public func inOrder(_ parties: [PartyID]) -> [PartyID] {
        parties.map { (id: $0, key: party($0).lowercased()) }.sorted { left, right in
            if (left.id == firstParty) != (right.id == firstParty) { return left.id == firstParty }
            return left.key == right.key ? left.id < right.id : left.key < right.key
        }.map(\.id)
    }

    /// Names of parties in a row, in the neutral order.
    public func parties(_ ids: [PartyID]) -> Prose { wording.list(inOrder(ids).map(party)) }

    /// Every negotiator, or, where some were left out on request, every other: no statement is about those.
    func everyNegotiator(without: [PartyID]) -> Prose {
        without.isEmpty ? say("every negotiator") : say("every negotiator included")
    }

    /// All negotiators, or, where some were left out on request, all others.
    func allNegotiators(without: [PartyID]) -> Prose {
        without.isEmpty ? say("all negotiators") : say("all negotiators included")
    }

    /// Whom an answer leaves out on request; nothing where that is nobody.
    func leftOut(_ without: [PartyID]) -> [Block] {
        without.isEmpty ? [] : [.note(.caution, say("Left out on request: \(parties(without))."))]
    }

    /// Titles of issues in a row.
    func issues(_ ids: [IssueID]) -> Prose { wording.list(ids.map(issue)) }

    /// Titles of options in a row, in quotation marks.
    func options(_ ids: [OptionID], of issue: IssueID, _ joint: Wording.Joint = .and) -> Prose {
        wording.list(ids.map { say("“\(option($0, of: issue))”") }, joint)
    }
}
