/// The one catalogue of sentences: how Parley says things in one language.
///
/// English needs no entries, since templates are English. A translation is one more value: its templates by the
/// English ones, the words that renderers and charts add, and the names of numbers and months. Texts of a dossier
/// are never translated here; they come in the language that the reader prefers.
///
/// What is said: pages say *worth testing, because …*, never a judgement on what somebody ought to take; parties
/// are called by name; every figure says whether it was assumed.
public struct Wording: Sendable {
    /// The language as a BCP 47 tag.
    public var language: String
    /// The translated template of each English one; English stands where there is none.
    public var templates: [String: String]
    /// The words from zero to twenty.
    public var smallNumbers: [String]
    /// The months.
    public var months: [String]
    /// The words that renderers add.
    public var furniture: Furniture
    /// The words that charts add.
    public var charts: ChartWords

    /// A catalogue.
    public init(
        language: String, templates: [String: String], smallNumbers: [String], months: [String],
        furniture: Furniture, charts: ChartWords
    ) {
        self.language = language
        self.templates = templates
        self.smallNumbers = smallNumbers
        self.months = months
        self.furniture = furniture
        self.charts = charts
    }

    /// English.
    public static let english = Wording(
        language: "en", templates: [:],
        smallNumbers: [
            "no", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven",
            "twelve", "thirteen", "fourteen", "fifteen", "sixteen", "seventeen", "eighteen", "nineteen",
            "twenty",
        ],
        months: [
            "January", "February", "March", "April", "May", "June", "July", "August", "September",
            "October", "November", "December",
        ],
        furniture: .english, charts: .english)

    /// The sentence in this language, with its parts set in.
    ///
    /// Complexity: linear in the sentence.
    public func callAsFunction(_ sentence: Sentence) -> Prose {
        let template = templates[sentence.template] ?? sentence.template
        guard !sentence.parts.isEmpty else { return Prose(template) }
        var result = Prose(runs: [])
        var rest = template[...]
        while let open = rest.firstIndex(of: "{"), let close = rest[open...].firstIndex(of: "}") {
            result.append(String(rest[..<open]))
            let place = Int(rest[rest.index(after: open)..<close])
            if let place, sentence.parts.indices.contains(place) {
                switch sentence.parts[place] {
                case .words(let prose): for run in prose.runs { result.append(run) }
                case .sentence(let inner): for run in self(inner).runs { result.append(run) }
                }
            }
            rest = rest[rest.index(after: close)...]
        }
        result.append(String(rest))
        return result
    }

    /// Things in a row: `A`, `A and B`, `A, B and C`. Where a name holds a comma or a joining word of its own,
    /// semicolons part the things: `A; B and C; and D`.
    public func list(_ items: [Prose], _ kind: Joint = .and) -> Prose {
        guard let last = items.last else { return Prose(runs: []) }
        guard items.count > 1 else { return last }
        let joints = [self(", "), self("; "), self(" and "), self(" or ")].map(\.text)
        let isCompound = items.contains { item in
            !item.isQuoted && joints.contains { item.text.contains($0) }
        }
        let head = items.dropLast().joined(separator: self(isCompound ? "; " : ", "))
        return switch (kind, isCompound, items.count) {
        case (.and, false, _): self("\(head) and \(last)")
        case (.or, false, _): self("\(head) or \(last)")
        case (.and, true, 2): self("\(head), and \(last)")
        case (.or, true, 2): self("\(head), or \(last)")
        case (.and, true, _): self("\(head); and \(last)")
        case (.or, true, _): self("\(head); or \(last)")
        }
    }

    /// Names in a row.
    public func list(_ items: [String], _ kind: Joint = .and) -> Prose { list(items.map { Prose($0) }, kind) }

    /// The word before the last of several things.
    public enum Joint: Sendable {
        /// All of them.
        case and
        /// One of them.
        case or
    }
}

extension Prose {
    /// Appends plain words, as part of the plain run before them where there is one.
    fileprivate mutating func append(_ text: String) { append(Run(text)) }

    fileprivate mutating func append(_ run: Run) {
        guard !run.text.isEmpty else { return }
        if let last = runs.indices.last, runs[last].style == run.style {
            runs[last].text += run.text
        } else {
            runs.append(run)
        }
    }

    /// Whether quotation marks hold it together.
    fileprivate var isQuoted: Bool { text.hasPrefix("“") && text.hasSuffix("”") }

    /// The same with its first letter in upper case, to begin a sentence or a title.
    package var capitalised: Prose {
        guard let first = runs.first, first.style != .code, let letter = first.text.first else { return self }
        var result = self
        result.runs[0].text = letter.uppercased() + first.text.dropFirst()
        return result
    }
}
