/// The words that renderers put around a document: replace them together with its language.
public struct Furniture: Hashable, Sendable {
    /// Before the audience, such as `For: Mediation team`.
    public var audience: String
    /// Above the list of chapters.
    public var contents: String
    /// The name of the first page, for people who hear it.
    public var firstPage: String
    /// The link that leads past the head of a page.
    public var skip: String
    /// Before the description of a chart that is not drawn.
    public var figure: String
    /// Above the notes of a table, for people who hear it.
    public var tableNotes: String
    /// How paragraphs are numbered, said where they are.
    public var numbering: String
    /// Above a drawing that is wider than a telephone.
    public var sideways: String
    /// The word on each kind of note.
    public var notes: [Note.Kind: String]

    /// Words in another language.
    public init(
        audience: String, contents: String, firstPage: String, skip: String, figure: String,
        tableNotes: String, numbering: String, sideways: String, notes: [Note.Kind: String]
    ) {
        self.audience = audience
        self.contents = contents
        self.firstPage = firstPage
        self.skip = skip
        self.figure = figure
        self.tableNotes = tableNotes
        self.numbering = numbering
        self.sideways = sideways
        self.notes = notes
    }

    /// The words in English.
    public static let english = Furniture(
        audience: "For", contents: "Contents", firstPage: "First page", skip: "To the text",
        figure: "Figure", tableNotes: "Notes to the table",
        numbering:
            "Each paragraph, list item and table row has a number in the margin, to refer to it aloud.",
        sideways: "Wider than this screen: move it sideways to see all of it.",
        notes: [
            .assumption: "Assumption", .notKnown: "Not known", .illustration: "Illustration",
            .caution: "Caution",
        ])

    /// The word on a kind of note.
    package func word(for kind: Note.Kind) -> String { notes[kind] ?? kind.rawValue }
}
