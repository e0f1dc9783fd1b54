/// How large letters are on a drawing, estimated: a drawing is made before anybody knows the reader's fonts.
///
/// The widths are those of common sans-serif system fonts with a margin, so that what fits by this estimate
/// fits on the page.
enum Lettering {
    /// Labels and names.
    static let label = 13.0
    /// Ticks and words inside cells.
    static let small = 12.0
    /// From one line to the next, as a share of the size.
    static let leading = 1.25

    /// How wide a line of text is.
    static func width(of text: some StringProtocol, size: Double, isBold: Bool = false) -> Double {
        var ems = 0.0
        for character in text { ems += width(of: character) }
        return ems * size * (isBold ? 1.1 : 1.03)
    }

    private static func width(of character: Character) -> Double {
        switch character {
        case "i", "j", "l", ".", ",", "'", "|", ":", ";", "!", " ", "I", "f", "t", "(", ")", "·": 0.34
        case "m", "w", "M", "W", "@", "%", "—", "…": 0.95
        case "A"..."Z": 0.74
        case "0"..."9": 0.6
        case "a"..."z", "-", "–": 0.58
        default: displayWidth(character) == 2 ? 1.1 : displayWidth(character) == 0 ? 0 : 0.72
        }
    }

    /// A text in lines of at most a width, the last one ending in an ellipsis, after a whole word, where lines run out.
    ///
    /// Breaks between words, inside a word only where it is wider than a line.
    static func lines(
        of text: String, width room: Double, size: Double, limit: Int = .max, isBold: Bool = false
    ) -> [String] {
        var lines: [String] = []
        var line = ""
        for word in visible(text).split(separator: " ") {
            let longer = line.isEmpty ? String(word) : line + " " + word
            if width(of: longer, size: size, isBold: isBold) <= room {
                line = longer
                continue
            }
            if !line.isEmpty { lines.append(line) }
            line = ""
            for character in word {
                if !line.isEmpty, width(of: line + String(character), size: size, isBold: isBold) > room {
                    lines.append(line)
                    line = ""
                }
                line.append(character)
            }
        }
        if !line.isEmpty || lines.isEmpty { lines.append(line) }
        guard lines.count > limit else { return lines }
        let last = shortened(lines[limit - 1], width: room, size: size, isBold: isBold)
        return lines.prefix(limit - 1) + [last]
    }

    /// A line with an ellipsis in place of the words that it has no room for; cut inside a word only where it is the only one.
    private static func shortened(
        _ line: String, width room: Double, size: Double, isBold: Bool
    ) -> String {
        func fits(_ text: Substring) -> Bool { width(of: text + "…", size: size, isBold: isBold) <= room }
        var rest = line[...]
        while !fits(rest), let space = rest.lastIndex(of: " ") { rest = rest[..<space] }
        while !rest.isEmpty, !fits(rest) { rest.removeLast() }
        return rest + "…"
    }
}
