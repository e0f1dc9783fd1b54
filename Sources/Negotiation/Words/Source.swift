/// Where statements come from.
public struct Source: Hashable, Sendable, Identifiable {
    /// The stable name.
    public var id: SourceID
    /// Its title.
    public var title: Text
    /// Who wrote or said it.
    public var author: Text?
    /// When it appeared.
    public var dated: CalendarDate?
    /// Where it can be found: an address, an archive, a folder.
    public var at: String?
    /// More about it.
    public var text: Text?
    /// Who may see it.
    public var seenBy: Visibility

    /// A source.
    public init(
        id: SourceID, title: Text, author: Text? = nil, dated: CalendarDate? = nil, at: String? = nil,
        text: Text? = nil, seenBy: Visibility = .team
    ) {
        self.id = id
        self.title = title
        self.author = author
        self.dated = dated
        self.at = at
        self.text = text
        self.seenBy = seenBy
    }
}

/// A pointer at a passage: in a source of the dossier, or in something that everybody can look up.
public enum Citation: Hashable, Sendable {
    /// A source of the dossier, and the passage in it where it is known.
    case source(SourceID, passage: String?)
    /// Something that can be looked up as it is named, such as `GC I Art. 12`.
    case work(String)
}

/// One fact that sources tell differently. The rival statements stay side by side; none is chosen.
public struct Reading: Hashable, Sendable, Identifiable {
    /// What one source says.
    public struct Statement: Hashable, Sendable {
        /// What is said.
        public var text: Text
        /// Where it is said.
        public var sources: [Citation]

        /// A statement.
        public init(text: Text, sources: [Citation]) {
            self.text = text
            self.sources = sources
        }
    }

    /// The stable name.
    public var id: ReadingID
    /// What the statements are about.
    public var about: Text
    /// The rival statements.
    public var says: [Statement]
    /// Who may see it.
    public var seenBy: Visibility

    /// A set of rival statements.
    public init(id: ReadingID, about: Text, says: [Statement], seenBy: Visibility = .team) {
        self.id = id
        self.about = about
        self.says = says
        self.seenBy = seenBy
    }
}
