/// Who may see an item. Nothing is seen outside the team unless somebody says so.
public enum Visibility: Hashable, Sendable {
    /// The mediation team alone.
    case team
    /// The team and these parties.
    case floated([PartyID])
    /// Tabled: the team and all negotiators.
    case table
    /// Everybody.
    case `public`
}

/// On whose behalf somebody looks at a dossier.
public enum Viewer: Hashable, Sendable {
    /// The mediation team: sees everything.
    case team
    /// One party: sees what is public, what was floated to it, what it declared, and, if it negotiates, what
    /// is tabled.
    case party(PartyID)
    /// All negotiators together: sees what is tabled or public.
    case table
    /// Everybody: sees what is public.
    case `public`
}
