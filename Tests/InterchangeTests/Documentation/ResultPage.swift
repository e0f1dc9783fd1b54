import Foundation
import Interchange

/// The reference page of results, read as a description that values can be held to.
struct ResultPage {
    /// What one row says of a field.
    struct Field {
        /// The words in the column of types.
        let type: String

        /// The shape that the field has, if the page describes it in a section of its own.
        var shape: String? {
            [
                "count", "point", "explanation", "condition", "amount", "share", "unknown", "ends", "wait",
                "clause", "conflict", "mending", "deadlock",
            ].first {
                $0 == type || type == $0 + " or `null`"
            }
        }

        /// Whether a value without parts is of the type.
        func allows(_ value: JSON) -> Bool {
            switch value {
            case .null: type.contains("null")
            case .bool: type.contains("true")
            case .int, .number: type.contains("number")
            case .string: !type.hasPrefix("number") && !type.hasPrefix("true")
            case .array, .object: false
            }
        }
    }

    /// Section → path → field.
    let sections: [String: [String: Field]]

    /// The page in the package that holds this file.
    static func load() throws -> ResultPage {
        let folder = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
        let page = folder.appendingPathComponent("../../../Documentation/json.md").standardized
        return ResultPage(try String(contentsOf: page, encoding: .utf8))
    }

    /// Tables that follow `<!-- json: SECTION -->`, up to the next heading.
    init(_ text: String) {
        var sections: [String: [String: Field]] = [:]
        var section: String?
        for line in text.split(separator: "\n") {
            if line.hasPrefix("<!-- json: ") {
                section = String(line.dropFirst(11).prefix { $0 != " " })
            } else if line.hasPrefix("#") {
                section = nil
            } else if let section, line.hasPrefix("| `") {
                let cells = line.split(separator: "|").map { $0.trimmingCharacters(in: .whitespaces) }
                let path = cells[0].trimmingCharacters(in: ["`"])
                sections[section, default: [:]][path] = Field(type: cells[1])
            }
        }
        self.sections = sections
    }
}

/// Values held to the page: what they have that the page does not describe, and what they have shown of it.
struct ResultPageCheck {
    /// The page.
    let page: ResultPage
    /// What each of the dossier's own names is written as in a path.
    var names: [String: String] = [:]
    /// What is wrong.
    private(set) var problems: Set<String> = []
    /// The described fields that were met, as `section: path`.
    private(set) var met: Set<String> = []

    /// A check against the page.
    init(_ page: ResultPage) { self.page = page }

    /// The described fields that no value had.
    var unmet: Set<String> {
        Set(page.sections.flatMap { section, fields in fields.keys.map { section + ": " + $0 } }).subtracting(
            met)
    }

    /// Whether a field is the exact fraction of a rounded number beside it, which the page describes once for all.
    private func isFraction(
        _ key: String, _ value: JSON, beside keys: [String], _ section: String, _ path: String
    ) -> Bool {
        guard key.hasSuffix("Exact"), keys.contains(String(key.dropLast(5))),
            page.sections[section]?[(path.isEmpty ? "" : path + ".") + key] == nil
        else { return false }
        return Self.isText(value)
    }

    private static func isText(_ value: JSON) -> Bool {
        switch value {
        case .string: true
        case .array(let items): items.allSatisfy(isText)
        case .object(let fields): fields.allSatisfy { isText($0.value) }
        default: false
        }
    }

    /// Holds a value to a section of the page.
    mutating func check(_ value: JSON, _ section: String, path: String = "") {
        let field = page.sections[section]?[path]
        if field != nil { met.insert(section + ": " + path) }
        if let shape = field?.shape, value != .null {
            if shape != "condition" { check(value, shape) }
            return
        }
        switch value {
        case .array(let items):
            for item in items { check(item, section, path: path + "[]") }
        case .object(let fields):
            for (key, value) in fields {
                if isFraction(key, value, beside: fields.map(\.key), section, path) { continue }
                check(value, section, path: (path.isEmpty ? "" : path + ".") + (names[key] ?? key))
            }
        default:
            if field?.allows(value) != true { problems.insert("\(section): \(path) is \(value.text())") }
        }
    }
}
