/// A chart that was drawn: what it looks like, and the same in words.
///
/// Only the charts of this module make drawings, so nothing else reaches a page without being escaped.
public struct Drawing: Hashable, Sendable {
    /// The chart as an SVG element, to stand inside HTML or alone in a file.
    public let svg: String
    /// What it shows, as a finding.
    public let title: String
    /// What is to be seen, for people who do not see it; says if only a sample is drawn.
    public let description: String
    /// What a reader must know to read it: that a sample is drawn, that points were left out. Empty if nothing.
    public let caption: String
    /// Whether it is wider than a telephone, where it has to be moved sideways.
    public let isWide: Bool

    init(svg: String, title: String, description: String, caption: String, isWide: Bool) {
        self.svg = svg
        self.isWide = isWide
        self.title = title
        self.description = description
        self.caption = caption
    }
}

/// A chart with the table of what it shows beside it.
public struct Figure: Hashable, Sendable {
    /// The chart.
    public var drawing: Drawing
    /// What the chart shows, in figures or words; nil only where the figure before it has the same.
    public var table: DataTable?
    /// A place to link to.
    public var anchor: Anchor?

    /// A figure.
    public init(_ drawing: Drawing, table: DataTable?, anchor: Anchor? = nil) {
        self.drawing = drawing
        self.table = table
        self.anchor = anchor
    }
}
