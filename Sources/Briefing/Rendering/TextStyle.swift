/// How text is set for a terminal or a plain file.
public struct TextStyle: Hashable, Sendable {
    /// The columns a line may take; at least 20.
    public var width: Int
    /// Whether bold and dim are marked by terminal codes; off for files, pipes and where `NO_COLOR` is set.
    public var isDecorated: Bool

    /// A style; plain lines of 80 columns by default.
    public init(width: Int = 80, isDecorated: Bool = false) {
        self.width = max(20, width)
        self.isDecorated = isDecorated
    }

    /// Words that matter: bold where asked for.
    public func strong(_ text: String) -> String { isDecorated ? "\u{1B}[1m\(text)\u{1B}[0m" : text }
    /// Words that can wait: dim where asked for.
    public func dim(_ text: String) -> String { isDecorated ? "\u{1B}[2m\(text)\u{1B}[0m" : text }

    /// The text in lines of at most the style's width, broken between words.
    ///
    /// Nothing invisible stays in it. Words longer than a line are broken where the line ends.
    ///
    /// - Parameters:
    ///   - text: The words.
    ///   - first: What the first line begins with.
    ///   - rest: What the others begin with; as many spaces as `first` is wide if not given.
    public func wrapped(_ text: String, first: String = "", rest: String? = nil) -> [String] {
        let rest = rest ?? String(repeating: " ", count: displayWidth(first))
        let room = max(8, width - max(displayWidth(first), displayWidth(rest)))
        return lines(of: text, width: room).enumerated().map { ($0 == 0 ? first : rest) + $1 }
    }
}

/// The words of a text in lines of a width; one empty line if there are none.
func lines(of text: String, width: Int) -> [String] {
    var lines: [String] = []
    var line = ""
    var used = 0
    for word in visible(text).split(separator: " ") {
        for piece in pieces(of: word, width: width) {
            let size = displayWidth(piece)
            if used == 0 {
                line += piece
                used = size
            } else if used + 1 + size <= width {
                line += " " + piece
                used += 1 + size
            } else {
                lines.append(line)
                line = String(piece)
                used = size
            }
        }
    }
    lines.append(line)
    return lines
}

/// A word in pieces that fit a line.
private func pieces(of word: Substring, width: Int) -> [Substring] {
    guard displayWidth(word) > width else { return [word] }
    var pieces: [Substring] = []
    var start = word.startIndex
    var used = 0
    for index in word.indices {
        let size = displayWidth(word[index])
        if used + size > width, used > 0 {
            // Identifiers read better when they break behind a sign than within a word.
            let sign = word[start..<index].lastIndex(where: isJoint).map(word.index(after:))
            let end = sign ?? index
            pieces.append(word[start..<end])
            start = end
            used = displayWidth(word[start..<index])
        }
        used += size
    }
    pieces.append(word[start...])
    return pieces
}

/// Whether a word may break behind a sign.
private func isJoint(_ character: Character) -> Bool { "-=,;/".contains(character) }
