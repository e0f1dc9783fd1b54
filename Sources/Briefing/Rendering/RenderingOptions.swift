/// What a reader may ask of a rendered document.
public struct RenderingOptions: Hashable, Sendable {
    /// Whether paragraphs are numbered in the margin, on screen and in print, so that people can refer to them
    /// aloud and find the same place.
    ///
    /// What is numbered: every paragraph (also inside notes), every list item, every definition, and every row of
    /// a table below its header, from the first page to the last chapter in one count. Headings, captions, table
    /// notes and charts are not. The numbers are those of the document, not of printed lines: they are the same on
    /// paper, on a telephone, in Markdown and in a terminal, whatever the size of the letters.
    public var lineNumbers: Bool

    /// Options; nothing is asked by default.
    public init(lineNumbers: Bool = false) { self.lineNumbers = lineNumbers }
}

/// The count of what is numbered while a document is rendered.
struct Numbering {
    private let isOn: Bool
    private var last = 0

    init(_ options: RenderingOptions) { isOn = options.lineNumbers }

    /// The number of the next unit, if units are numbered.
    mutating func next() -> Int? {
        guard isOn else { return nil }
        last += 1
        return last
    }
}
