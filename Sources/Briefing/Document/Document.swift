/// Something to read, from its title to its last chapter, without any word of how it is set.
///
/// A document knows nothing of dossiers; the chapters that say something are made elsewhere, and renderers turn
/// the same document into a page, into Markdown and into text for a terminal.
public struct Document: Hashable, Sendable {
    /// A part of the document with a title that states its finding.
    public struct Chapter: Hashable, Sendable {
        /// The place to link to.
        public var anchor: Anchor
        /// The finding, as a sentence.
        public var title: Prose
        /// What stands in it.
        public var blocks: [Block]

        /// A chapter.
        public init(_ anchor: Anchor, title: Prose, blocks: [Block]) {
            self.anchor = anchor
            self.title = title
            self.blocks = blocks
        }
    }

    /// What the document is called.
    public var title: String
    /// What it is about, in a line; may be empty.
    public var subtitle: String
    /// Whom it was made for; stands in the title and on every page.
    public var audience: String
    /// What must stand on every page, such as that its numbers are invented.
    public var stamps: [String]
    /// The language as a BCP 47 tag, such as `en`.
    public var language: String
    /// What stands on the first page, alone.
    public var firstPage: [Block]
    /// The chapters, in reading order.
    public var chapters: [Chapter]
    /// The words that renderers add, in the document's language.
    public var furniture: Furniture

    /// A document.
    public init(
        title: String, subtitle: String = "", audience: String, stamps: [String] = [],
        language: String = "en", firstPage: [Block], chapters: [Chapter], furniture: Furniture = .english
    ) {
        self.title = title
        self.subtitle = subtitle
        self.audience = audience
        self.stamps = stamps
        self.language = language
        self.firstPage = firstPage
        self.chapters = chapters
        self.furniture = furniture
    }

    /// Whether the language is written from right to left.
    public var isRightToLeft: Bool {
        let primary = language.prefix { $0 != "-" && $0 != "_" }.lowercased()
        return ["ar", "arc", "ckb", "dv", "fa", "he", "iw", "ps", "sd", "syr", "ug", "ur", "yi"].contains(
            primary)
    }
}
