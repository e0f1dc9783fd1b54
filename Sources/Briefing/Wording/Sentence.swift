/// A sentence of the catalogue: a template in English and what is set into it.
///
/// The template is the key under which a translation stands, in the way of gettext, so a sentence is written once,
/// where it is said, and read there in plain English:
/// ```swift
/// let sentence: Sentence = "The rules leave \(feasible) of \(all) packages"
/// // Its template is "The rules leave {0} of {1} packages".
/// ```
/// Names and texts of a dossier are only ever set in; they are never part of a template.
public struct Sentence: Hashable, Sendable, ExpressibleByStringInterpolation {
    /// What is set into a template.
    public indirect enum Part: Hashable, Sendable {
        /// Words as they are: a name, a figure.
        case words(Prose)
        /// Another sentence of the catalogue.
        case sentence(Sentence)
    }

    /// The English words, with `{0}`, `{1}`, … where parts are set in.
    public let template: String
    /// What is set in.
    public let parts: [Part]

    /// A sentence without parts.
    public init(stringLiteral text: String) {
        template = text
        parts = []
    }

    /// A sentence from a literal with parts.
    public init(stringInterpolation parts: StringInterpolation) {
        template = parts.template
        self.parts = parts.parts
    }

    /// Collects a literal and its parts.
    public struct StringInterpolation: StringInterpolationProtocol {
        var template = ""
        var parts: [Part] = []

        /// Room for one literal.
        public init(literalCapacity: Int, interpolationCount: Int) {
            template.reserveCapacity(literalCapacity + 3 * interpolationCount)
        }

        private mutating func append(_ part: Part) {
            template += "{\(parts.count)}"
            parts.append(part)
        }

        /// Words of the template.
        public mutating func appendLiteral(_ text: String) { template += text }
        /// A name or a figure.
        public mutating func appendInterpolation(_ text: String) { append(.words(Prose(text))) }
        /// Words with their styles.
        public mutating func appendInterpolation(_ prose: Prose) { append(.words(prose)) }
        /// Another sentence, translated with this one.
        public mutating func appendInterpolation(_ sentence: Sentence) { append(.sentence(sentence)) }
        /// A name of weight.
        public mutating func appendInterpolation(strong text: String) {
            append(.words(Prose(runs: [Prose.Run(text, style: .strong)])))
        }
        /// Something to type.
        public mutating func appendInterpolation(code text: String) {
            append(.words(Prose(runs: [Prose.Run(text, style: .code)])))
        }
    }
}
