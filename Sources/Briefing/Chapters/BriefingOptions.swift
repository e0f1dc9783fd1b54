public import Assessment
public import Negotiation

/// What a reader may ask of a briefing.
public struct BriefingOptions: Sendable {
    /// The yardsticks to show. Those that compare points between parties appear only on request.
    public var references: Set<References.Kind>
    /// The party that stands first in every list: for a delegation's own copy.
    public var firstParty: PartyID?
    /// The languages in which the dossier's texts are wanted, preferred first; the dossier's own where empty.
    public var languages: [String]
    /// The catalogue of sentences.
    public var wording: Wording

    /// Options; by default the yardsticks that compare no points between parties, and alphabetical order.
    public init(
        references: Set<References.Kind> = Set(References.Kind.allCases.filter { !$0.comparesParties }),
        firstParty: PartyID? = nil, languages: [String] = [], wording: Wording = .english
    ) {
        self.references = references
        self.firstParty = firstParty
        self.languages = languages
        self.wording = wording
    }
}
