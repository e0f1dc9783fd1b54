/// One thing after the other on a page.
public enum Block: Hashable, Sendable {
    /// Sentences that belong together.
    case paragraph(Prose)
    /// A heading inside a chapter, with a place to link to if there is one.
    case heading(Prose, anchor: Anchor? = nil)
    /// A list.
    case list(ItemList)
    /// A table.
    case table(DataTable)
    /// A chart with the table of what it shows.
    case figure(Figure)
    /// Something set apart: an assumption, a gap, a caution.
    case note(Note)
    /// Terms and what they mean.
    case definitions([Definition])

    /// A bulleted list of short items.
    public static func bullets(_ items: [Prose]) -> Block { .list(ItemList(items)) }
    /// A numbered list of short items.
    public static func numbered(_ items: [Prose]) -> Block { .list(ItemList(items, isNumbered: true)) }
    /// Something set apart, of one or more paragraphs.
    public static func note(_ kind: Note.Kind, _ paragraphs: Prose...) -> Block {
        .note(Note(kind, paragraphs: paragraphs))
    }
}

/// Items in a row, bulleted or numbered; an item may hold a list of its own.
public struct ItemList: Hashable, Sendable {
    /// One item: its words, and what stands under it.
    public struct Item: Hashable, Sendable {
        /// The words.
        public var prose: Prose
        /// Bulleted items under the words, if any.
        public var nested: [Item]

        /// An item with the bulleted items under it.
        public init(_ prose: Prose, nested: [Item] = []) {
            self.prose = prose
            self.nested = nested
        }
    }

    /// The items, in order.
    public var items: [Item]
    /// Whether the order matters: numbered instead of bulleted.
    public var isNumbered: Bool

    /// A list of items.
    public init(items: [Item], isNumbered: Bool = false) {
        self.items = items
        self.isNumbered = isNumbered
    }

    /// A list without nesting.
    public init(_ items: [Prose], isNumbered: Bool = false) {
        self.init(items: items.map { Item($0) }, isNumbered: isNumbered)
    }
}

/// A term and what it means.
public struct Definition: Hashable, Sendable {
    /// What is explained.
    public var term: Prose
    /// The explanation.
    public var meaning: Prose

    /// A term with its explanation.
    public init(_ term: Prose, _ meaning: Prose) {
        self.term = term
        self.meaning = meaning
    }
}

/// Something set apart from the text, with a word that says what it is.
public struct Note: Hashable, Sendable {
    /// What a note is about.
    public enum Kind: String, Hashable, Sendable, CaseIterable {
        /// Taken as given so that there is an answer at all.
        case assumption
        /// What nobody has said yet, or what cannot be computed.
        case notKnown
        /// Invented, to show what the program does.
        case illustration
        /// What a reader could misread or misuse.
        case caution
    }

    /// What it is about.
    public var kind: Kind
    /// What it says.
    public var paragraphs: [Prose]

    /// A note of one or more paragraphs.
    public init(_ kind: Kind, _ paragraphs: Prose...) {
        self.kind = kind
        self.paragraphs = paragraphs
    }

    /// A note of the paragraphs given.
    public init(_ kind: Kind, paragraphs: [Prose]) {
        self.kind = kind
        self.paragraphs = paragraphs
    }
}
