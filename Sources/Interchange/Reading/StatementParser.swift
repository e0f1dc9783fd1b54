import Negotiation

/// Reads a statement about the options of a model: `not strike IF respond OR --Y-`.
///
/// From the loosest to the tightest: IFF, IF, OR, AND, NOT; parentheses change that. IF and IFF do not chain: which of
/// two readings `a IF b IF c` has, nobody should have to guess.
struct StatementParser {
    /// Why a text is no statement.
    struct Failure: Error {
        /// What is wrong.
        var problem: String
        /// What may stand there instead.
        var expected: String?
        /// The name that no option has, where that is what is wrong.
        var unknownOption: String?
    }

    fileprivate enum Token: Hashable {
        case word(String), open, close, not, and, or, `if`, iff
    }

    private static let form = "names of options, patterns, `AND`, `OR`, `NOT`, `IF`, `IFF` and parentheses"

    private let tokens: [Token]
    private let options: [ModelOptionID: Int]?
    private let depth: Int
    private var place = 0

    /// The statement that is in `text`.
    ///
    /// - Parameters:
    ///   - options: the options of the model; nil where they are not known, and then any name passes.
    ///   - depth: how deep parentheses and NOT may stand inside each other.
    ///
    /// Complexity: linear in the text.
    static func statement(
        in text: String, options: [ModelOptionID: Int]?, depth: Int
    ) throws(Failure) -> StateStatement {
        var parser = StatementParser(tokens: try tokens(of: text), options: options, depth: depth)
        let statement = try parser.equivalence(level: 0)
        if let rest = parser.next {
            throw Failure(
                problem: rest == .close
                    ? "a parenthesis is closed that was not opened"
                    : "\(rest.words) stands where the statement should end",
                expected: rest == .close
                    ? "as many `(` as `)`" : "`AND`, `OR`, `IF` or `IFF` between two parts")
        }
        return statement
    }

    private init(tokens: [Token], options: [ModelOptionID: Int]?, depth: Int) {
        self.tokens = tokens
        self.options = options
        self.depth = depth
    }

    // MARK: Words

    private static func tokens(of text: String) throws(Failure) -> [Token] {
        var tokens: [Token] = []
        var word: [UInt8] = []
        func finish() {
            guard !word.isEmpty else { return }
            tokens.append(token(String(decoding: word, as: UTF8.self)))
            word = []
        }
        var before: UInt8 = 0
        for byte in text.utf8 {
            if isWordByte(byte) {
                word.append(byte)
            } else {
                finish()
                switch byte {
                case 0x20, 0x09, 0x0A, 0x0D: break
                case UInt8(ascii: "("): tokens.append(.open)
                case UInt8(ascii: ")"): tokens.append(.close)
                case UInt8(ascii: "!"): tokens.append(.not)
                // `&&` and `||`, which programmers write, are one sign.
                case UInt8(ascii: "&"): if before != byte { tokens.append(.and) }
                case UInt8(ascii: "|"): if before != byte { tokens.append(.or) }
                default:
                    throw Failure(
                        problem: "\(OneLine.quoting(text)) is no statement", expected: form)
                }
            }
            before = byte
        }
        finish()
        return tokens
    }

    private static func isWordByte(_ byte: UInt8) -> Bool {
        (0x30...0x39).contains(byte) || (0x41...0x5A).contains(byte) || (0x61...0x7A).contains(byte)
            || byte == 0x2D || byte == 0x2E || byte == 0x5F
    }

    private static func token(_ word: String) -> Token {
        switch word.uppercased() {
        case "NOT": .not
        case "AND": .and
        case "OR": .or
        case "IF": .if
        case "IFF": .iff
        default: .word(word)
        }
    }

    private var next: Token? { tokens.indices.contains(place) ? tokens[place] : nil }

    private mutating func take(_ token: Token) -> Bool {
        guard next == token else { return false }
        place += 1
        return true
    }

    // MARK: Grammar

    private mutating func equivalence(level: Int) throws(Failure) -> StateStatement {
        let left = try condition(level: level)
        guard take(.iff) else { return left }
        let right = try condition(level: level)
        if next == .iff { throw Self.chain("IFF") }
        return .iff(left, right)
    }

    private mutating func condition(level: Int) throws(Failure) -> StateStatement {
        let left = try alternatives(level: level)
        guard take(.if) else { return left }
        let right = try alternatives(level: level)
        if next == .if { throw Self.chain("IF") }
        return .if(left, right)
    }

    private mutating func alternatives(level: Int) throws(Failure) -> StateStatement {
        var parts = [try conjunction(level: level)]
        while take(.or) { parts.append(try conjunction(level: level)) }
        return parts.count == 1 ? parts[0] : .or(parts)
    }

    private mutating func conjunction(level: Int) throws(Failure) -> StateStatement {
        var parts = [try negation(level: level)]
        while take(.and) { parts.append(try negation(level: level)) }
        return parts.count == 1 ? parts[0] : .and(parts)
    }

    private mutating func negation(level: Int) throws(Failure) -> StateStatement {
        guard level < depth else {
            throw Failure(
                problem: "a statement in which parentheses and NOT stand too deep inside each other",
                expected: "at most \(depth) levels")
        }
        if take(.not) { return .not(try negation(level: level + 1)) }
        if take(.open) {
            let inner = try equivalence(level: level + 1)
            guard take(.close) else {
                throw Failure(
                    problem: "a parenthesis is opened and not closed", expected: "as many `)` as `(`")
            }
            return inner
        }
        guard case .word(let word)? = next else {
            throw Failure(
                problem: next.map { "\($0.words) stands where the name of an option belongs" }
                    ?? "a statement that ends too early",
                expected: Self.form)
        }
        place += 1
        return try atom(word)
    }

    /// An option, else letters.
    private func atom(_ word: String) throws(Failure) -> StateStatement {
        let id = ModelOptionID(word)
        if let options, options[id] != nil { return .option(id) }
        if let pattern = StatePattern(word) {
            if let count = options?.count, word.utf8.count != count {
                throw Failure(
                    problem: "in `\(word)`: " + FaultSentence.letters(word.utf8.count, count),
                    expected: FaultSentence.letterForm + ", or the name of an option")
            }
            return .pattern(pattern)
        }
        guard options == nil, IdentifierGrammar.hasForm(word) else {
            throw Failure(problem: "", unknownOption: word)
        }
        return .option(id)
    }

    private static func chain(_ word: String) -> Failure {
        Failure(
            problem: "`\(word)` stands twice in a row, which can be read in two ways",
            expected: "parentheses: `a \(word) (b \(word) c)` or `(a \(word) b) \(word) c`")
    }
}

extension StatementParser.Token {
    /// The token as messages name it.
    fileprivate var words: String {
        switch self {
        case .word(let word): OneLine.quoting(word)
        case .open: "`(`"
        case .close: "`)`"
        case .not: "`NOT`"
        case .and: "`AND`"
        case .or: "`OR`"
        case .if: "`IF`"
        case .iff: "`IFF`"
        }
    }
}
