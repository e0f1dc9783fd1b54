import Negotiation

/// A dossier that was read whole and found right, with the places of its items.
public struct ReadDossier: Sendable {
    /// The dossier.
    public var dossier: Dossier
    /// Where its items stand.
    public var places: SourceMap
    /// The paths of the files it was read from, the dossier's own first, as messages name them.
    public var files: [String]
}
