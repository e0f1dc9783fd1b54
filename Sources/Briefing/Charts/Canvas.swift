/// A drawing in the making: SVG elements, and the box of each text on it.
///
/// The boxes let a test say of any chart that no two texts meet and none leaves the frame.
package struct Canvas: Sendable {
    /// A text and the room it takes.
    package struct Lettered: Hashable, Sendable {
        package let text: String
        package let box: Box
    }

    /// Where a text stands relative to its place.
    enum Adjustment: String {
        case start, middle, end
    }

    /// The width of the drawing in its own units; on a telephone about eight tenths of a unit is one pixel.
    package var width: Double
    /// The height of the drawing in its own units.
    package var height = 0.0
    /// Every text drawn so far.
    package private(set) var texts: [Lettered] = []
    /// The anchor that the identifiers inside the drawing begin with.
    let id: Anchor
    private var definitions = ""
    private var elements = ""

    /// The width that fits a telephone and a page; wider drawings scroll in their own box.
    package static let standardWidth = 390.0

    init(id: Anchor, width: Double = Canvas.standardWidth) {
        self.id = id
        self.width = width
    }

    /// The whole frame.
    package var frame: Box { Box(left: 0, top: 0, right: width, bottom: height) }

    private func number(_ value: Double) -> String { decimal(value, places: 1, trimmed: true) }

    // MARK: - Elements

    mutating func line(from start: Spot, to end: Spot, stroke: Stroke) {
        elements +=
            "<line x1=\"\(number(start.x))\" y1=\"\(number(start.y))\" x2=\"\(number(end.x))\" "
            + "y2=\"\(number(end.y))\"\(stroke.attributes)/>\n"
    }

    mutating func polyline(_ spots: [Spot], stroke: Stroke) {
        guard let first = spots.first else { return }
        path(spots.count == 1 ? pathData([first, first]) : pathData(spots), stroke: stroke)
    }

    /// Several open lines of the same stroke in one element.
    mutating func polylines(_ lines: [[Spot]], stroke: Stroke) {
        let data = lines.map(pathData).joined()
        if !data.isEmpty { path(data, stroke: stroke) }
    }

    private func pathData(_ spots: [Spot]) -> String {
        guard !spots.isEmpty else { return "" }
        return "M" + spots.map { number($0.x) + " " + number($0.y) }.joined(separator: "L")
    }

    private mutating func path(_ data: String, stroke: Stroke) {
        elements += "<path d=\"\(data)\" fill=\"none\"\(stroke.attributes)/>\n"
    }

    /// Round dots of one size, all in one element so that thousands stay small.
    mutating func dots(_ spots: [Spot], stroke: Stroke) {
        guard !spots.isEmpty else { return }
        let data = spots.map { "M\(number($0.x)) \(number($0.y))h0" }.joined()
        elements += "<path d=\"\(data)\" fill=\"none\" stroke-linecap=\"round\"\(stroke.attributes)/>\n"
    }

    /// A mark: filled for a yardstick, open for a package that all negotiators see, with a broken outline for a draft.
    mutating func marker(_ shape: MarkerShape, at spot: Spot, radius: Double, role: MarkedPackage.Role) {
        let data = shape.path(at: spot, radius: radius)
        let outline = role == .drafted ? " stroke-dasharray=\"2.6 1.4\"" : ""
        // The blank outline keeps a mark apart from what it lies on.
        elements += "<path class=\"halo\" d=\"\(data)\" fill=\"none\" stroke=\"#fff\" stroke-width=\"5\"/>\n"
        elements +=
            role == .reference
            ? "<path d=\"\(data)\" fill=\"currentColor\" stroke=\"currentColor\"/>\n"
            : "<path class=\"blank\" d=\"\(data)\" fill=\"#fff\" stroke=\"currentColor\" stroke-width=\"1.8\"\(outline)/>\n"
    }

    mutating func rectangle(_ box: Box, stroke: Stroke?, fillOpacity: Double = 0) {
        let fill =
            fillOpacity > 0 ? "currentColor\" fill-opacity=\"\(decimal(fillOpacity, places: 2))" : "none"
        elements +=
            "<rect x=\"\(number(box.left))\" y=\"\(number(box.top))\" width=\"\(number(box.width))\" "
            + "height=\"\(number(box.height))\" fill=\"\(fill)\"\(stroke?.attributes ?? "")/>\n"
    }

    /// A ground in the colour of the page for a text to stand on, so that lines and dots behind it fade.
    mutating func plate(_ box: Box) {
        elements +=
            "<rect class=\"blank\" x=\"\(number(box.left - 2))\" y=\"\(number(box.top - 1))\" "
            + "width=\"\(number(box.width + 4))\" height=\"\(number(box.height + 2))\" rx=\"2\" fill=\"#fff\" "
            + "fill-opacity=\"0.85\"/>\n"
    }

    /// A ground in the colour of the page that hides what is behind it.
    mutating func ground(_ box: Box) {
        elements +=
            "<rect class=\"blank\" x=\"\(number(box.left))\" y=\"\(number(box.top))\" width=\"\(number(box.width))\" "
            + "height=\"\(number(box.height))\" fill=\"#fff\"/>\n"
    }

    /// A box of slanted lines.
    mutating func hatched(_ box: Box) {
        if definitions.isEmpty {
            definitions =
                "<defs><pattern id=\"\(id.text)-hatch\" width=\"7\" height=\"7\" patternUnits=\"userSpaceOnUse\" "
                + "patternTransform=\"rotate(45)\"><line x1=\"0\" y1=\"0\" x2=\"0\" y2=\"7\" stroke=\"currentColor\" "
                + "stroke-opacity=\"0.3\"/></pattern></defs>\n"
        }
        elements +=
            "<rect x=\"\(number(box.left))\" y=\"\(number(box.top))\" width=\"\(number(box.width))\" "
            + "height=\"\(number(box.height))\" fill=\"url(#\(id.text)-hatch)\"/>\n"
    }

    // MARK: - Text

    /// The box a line of text would take; `spot` is on its baseline.
    static func box(
        of text: String, at spot: Spot, size: Double, adjustment: Adjustment, isBold: Bool
    ) -> Box {
        let width = Lettering.width(of: text, size: size, isBold: isBold)
        let left =
            switch adjustment {
            case .start: spot.x
            case .middle: spot.x - width / 2
            case .end: spot.x - width
            }
        return Box(left: left, top: spot.y - 0.85 * size, right: left + width, bottom: spot.y + 0.28 * size)
    }

    mutating func text(
        _ text: String, at spot: Spot, size: Double = Lettering.label, adjustment: Adjustment = .start,
        isBold: Bool = false, isQuiet: Bool = false
    ) {
        guard !text.isEmpty else { return }
        let box = Self.box(of: text, at: spot, size: size, adjustment: adjustment, isBold: isBold)
        texts.append(Lettered(text: text, box: box))
        elements +=
            "<text class=\"label\(isQuiet ? " quiet" : "")\" x=\"\(number(spot.x))\" y=\"\(number(spot.y))\" "
        elements += "font-size=\"\(number(size))\" fill=\"currentColor\""
        if adjustment != .start { elements += " text-anchor=\"\(adjustment.rawValue)\"" }
        if isBold { elements += " font-weight=\"600\"" }
        elements += ">\(markupEscaped(text))</text>\n"
    }

    /// Lines of text one under the other; `spot` is on the baseline of the first.
    mutating func text(
        lines: [String], at spot: Spot, size: Double = Lettering.label, adjustment: Adjustment = .start,
        isBold: Bool = false, isQuiet: Bool = false
    ) {
        for (index, line) in lines.enumerated() {
            let place = Spot(x: spot.x, y: spot.y + Double(index) * size * Lettering.leading)
            text(line, at: place, size: size, adjustment: adjustment, isBold: isBold, isQuiet: isQuiet)
        }
    }

    // MARK: - The result

    /// The drawing, with its title and description for people who do not see it.
    func drawing(title: String, description: String, caption: String = "") -> Drawing {
        let whole = [description, caption].filter { !$0.isEmpty }.joined(separator: " ")
        // A standard drawing fills a telephone; a wider one keeps its letters readable and scrolls in its box.
        // The style sheet of the page sizes both by their units, on screen and on paper.
        let isWide = width > Self.standardWidth
        let svg = """
            <svg xmlns="http://www.w3.org/2000/svg" class="chart\(isWide ? " wide" : "")" viewBox="0 0 \(number(width)) \(number(height))" \
            role="img" aria-labelledby="\(id.text)-title \(id.text)-desc" font-family="system-ui, sans-serif" \
            style="--units:\(decimal(width, places: 0))">
            <title id="\(id.text)-title">\(markupEscaped(title))</title>
            <desc id="\(id.text)-desc">\(markupEscaped(whole))</desc>
            \(definitions)\(elements)</svg>
            """
        return Drawing(svg: svg, title: title, description: whole, caption: caption, isWide: isWide)
    }
}

/// How a line is drawn.
struct Stroke: Hashable, Sendable {
    var width = 1.0
    var dash = ""
    var opacity = 1.0

    fileprivate var attributes: String {
        var text = " stroke=\"currentColor\" stroke-width=\"\(decimal(width, places: 1, trimmed: true))\""
        if !dash.isEmpty { text += " stroke-dasharray=\"\(dash)\"" }
        if opacity < 1 { text += " stroke-opacity=\"\(decimal(opacity, places: 2, trimmed: true))\"" }
        return text
    }

    static let axis = Stroke(width: 1)
    static let grid = Stroke(width: 0.7, opacity: 0.18)
    static let limit = Stroke(width: 1.6, dash: "7 4")
    static let frontier = Stroke(width: 1.8)
    static let leader = Stroke(width: 0.8, opacity: 0.7)
    static let others = Stroke(width: 2.6, opacity: 0.35)
    static let acceptable = Stroke(width: 4, opacity: 0.7)
}
