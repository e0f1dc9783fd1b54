internal import Yams

/// What the YAML parser reports, in plain words.
enum YAMLProblems {
    /// The failure that `error` stands for.
    static func explain(_ error: YamlError) -> YAMLTree.Failure {
        switch error {
        case .scanner(let context, let problem, let mark, _),
            .parser(let context, let problem, let mark, _),
            .composer(let context, let problem, let mark, _):
            let since = context.map { " (\($0.text) from line \($0.mark.line))" } ?? ""
            return .init(mark: converted(mark), problem: "not YAML: " + plain(problem) + since)
        case .duplicatedKeysInMapping(let keys, let context):
            let names = keys.map { OneLine.quoting($0) }.joined(separator: ", ")
            return .init(
                mark: converted(context.mark), problem: "the key \(names) stands twice in one mapping",
                expected: "each key once")
        case .reader(let problem, _, _, _):
            return .init(mark: .init(line: 1, column: 1), problem: "not YAML: \(problem)")
        default:
            return .init(mark: .init(line: 1, column: 1), problem: "the file cannot be read as YAML")
        }
    }

    /// The parser's mark as ours.
    static func converted(_ mark: Yams.Mark) -> Node.Mark {
        .init(line: Int32(clamping: mark.line), column: Int32(clamping: mark.column))
    }

    /// The sentences that people meet most, said so that they know what to do.
    private static func plain(_ problem: String) -> String {
        switch problem {
        case "found character that cannot start any token":
            "a tab, or a character with a meaning of its own (@ ` %), stands where a value begins: "
                + "indent with spaces and put such a text in quotes"
        case "mapping values are not allowed in this context":
            "a colon stands where no key can be: put a text that holds `: ` in quotes, or check the indentation"
        case "could not find expected ':'":
            "a key without its colon: write `key: value`"
        case "did not find expected key":
            "something stands where a key was expected: check indentation, quotes and brackets"
        case "did not find expected ',' or ']'":
            "a list in brackets is not closed, or a comma is missing"
        case "did not find expected ',' or '}'":
            "a mapping in braces is not closed, or a comma is missing"
        case "found unexpected end of stream":
            "the file ends inside a text in quotes"
        case "did not find expected <document start>":
            "something stands after the end of the dossier: check the indentation"
        case let nesting where nesting.hasPrefix("Maximum nesting level reached"):
            "lists and mappings stand too deep inside each other"
        default: problem
        }
    }
}
