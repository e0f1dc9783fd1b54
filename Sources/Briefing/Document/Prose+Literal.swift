extension Prose: ExpressibleByStringInterpolation {
    /// Plain words from a literal.
    public init(stringLiteral text: String) { self.init(text) }

    /// Prose from a literal with parts set in it.
    public init(stringInterpolation parts: StringInterpolation) { runs = parts.runs }

    /// Collects the parts of a literal.
    public struct StringInterpolation: StringInterpolationProtocol {
        var runs: [Run] = []

        /// Room for the parts of one literal.
        public init(literalCapacity: Int, interpolationCount: Int) {
            runs.reserveCapacity(2 * interpolationCount + 1)
        }

        private mutating func append(_ text: String, _ style: Style) {
            guard !text.isEmpty else { return }
            if style == .plain, let last = runs.indices.last, runs[last].style == .plain {
                runs[last].text += text
            } else {
                runs.append(Run(text, style: style))
            }
        }

        /// Words of the literal itself.
        public mutating func appendLiteral(_ text: String) { append(text, .plain) }
        /// Plain words.
        public mutating func appendInterpolation(_ text: String) { append(text, .plain) }
        /// A whole number, in digits.
        public mutating func appendInterpolation(_ number: Int) { append(String(number), .plain) }
        /// Prose with its own styles.
        public mutating func appendInterpolation(_ prose: Prose) {
            for run in prose.runs { append(run.text, run.style) }
        }
        /// Strong words.
        public mutating func appendInterpolation(strong text: String) { append(text, .strong) }
        /// Emphasised words.
        public mutating func appendInterpolation(emphasis text: String) { append(text, .emphasis) }
        /// Something to type, or an identifier.
        public mutating func appendInterpolation(code text: String) { append(text, .code) }
        /// Words that link to a place in the document.
        public mutating func appendInterpolation(_ text: String, to anchor: Anchor) {
            append(text, .link(anchor))
        }
    }
}
