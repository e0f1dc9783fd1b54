import Foundation
import Interchange
import Testing

/// The reference page says what the reader does.
@Suite struct FormatPageTests {
    /// The page, found from this file's own place in the package.
    private static let page: [Substring] = {
        let root = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
            .deletingLastPathComponent().deletingLastPathComponent()
        let url = root.appendingPathComponent("Documentation/dossier-format.md")
        let text = (try? String(contentsOf: url, encoding: .utf8)) ?? ""
        return text.split(separator: "\n", omittingEmptySubsequences: false)
    }()

    /// Everything that the examples speak of and do not hold themselves.
    private static let base = [
        "parley": "1",
        "parties": "[{id: north, roles: [negotiator]}, {id: south}, {id: host}, {id: displaced}]",
        "issues": "[{id: line, options: [as-it-stands, zone]}, "
            + "{id: scope, options: [none, energy, all-domains]}]",
        "interests": "[{id: safety, of: north, text: Safety}]",
        "sources": "[{id: camp-notes, title: Notes}, {id: radio, title: Radio}]",
    ]
    /// The model of the page's first example, of which the examples of preferences speak.
    private static var model: String {
        let lines = page.split(separator: "<!-- example: stability -->").dropFirst().first ?? []
        return lines.drop { $0 != "```yaml" }.dropFirst().prefix { $0 != "```" }.joined(separator: "\n")
    }

    /// An option with the commitments of which the example of stakes speaks.
    private static let committed =
        "[{id: line, options: [{id: zone, commitments: [{id: posts, who: north, what: Sets up posts}, "
        + "{id: withdrawal, who: south, what: Leaves}]}]}]"

    private static let sheet = "party: north\nbasis: estimate\n"

    /// The keys of each table that follows a mark, by the mark's shape.
    private static func tables() -> [String: [String]] {
        var tables: [String: [String]] = [:]
        var shape: String?
        for line in page {
            if line.hasPrefix("<!-- shape: "), line.hasSuffix(" -->") {
                shape = String(line.dropFirst(12).dropLast(4))
                tables[String(line.dropFirst(12).dropLast(4))] = []
            } else if line.hasPrefix("#") || line.hasPrefix("```") {
                shape = nil
            } else if let shape, line.hasPrefix("| `") {
                tables[shape]?.append(String(line.dropFirst(3).prefix { $0 != "`" }))
            }
        }
        return tables
    }

    @Test func theTablesNameTheKeysOfTheReader() {
        let tables = Self.tables()
        #expect(Set(tables.keys) == Set(Shape.all.map(\.name)))
        for shape in Shape.all {
            #expect(Set(tables[shape.name] ?? []) == Set(shape.keys), "\(shape.name)")
        }
    }

    @Test func theTablesSayWhatIsRequired() {
        let required = Self.page.filter { $0.hasPrefix("| `") && $0.hasSuffix("| required |") }.count
        #expect(required == Shape.all.map(\.required.count).reduce(0, +))
    }

    @Test func everyExampleReads() throws {
        var kind: String?
        var block: [Substring]?
        var count = 0
        for line in Self.page {
            if line.hasPrefix("<!-- example: ") {
                kind = String(line.dropFirst(14).dropLast(4))
            } else if line == "```yaml" {
                #expect(kind != nil, "an example without a mark")
                block = []
            } else if line == "```", let lines = block {
                try check(lines.joined(separator: "\n"), kind: kind)
                count += 1
                block = nil
                kind = nil
            } else {
                block?.append(line)
            }
        }
        #expect(count >= 15)
    }

    private func check(_ example: String, kind: String?) throws {
        if kind == "alone" {
            _ = try ConflictModelReader().read(Array(example.utf8), path: "alone.yaml")
            return
        }
        var keys = Self.base
        var files = ["sheets/north-team.yaml": Self.sheet]
        var own = ""
        switch kind {
        case "dossier":
            keys = [:]
            files = [:]
            own = example
        case "sheet with commitments":
            files["sheets/example.yaml"] = example
            keys["issues"] = Self.committed
        case "sheet": files["sheets/example.yaml"] = example
        case "stability": files["stability.yaml"] = example
        case "states":
            files["stability.yaml"] = Self.model
            files["sheets/example.yaml"] = example
        default: own = example
        }
        for line in own.split(separator: "\n") where !line.hasPrefix(" ") {
            keys[String(line.prefix { $0 != ":" })] = nil
        }
        let rest = keys.sorted { $0.key < $1.key }.map { "\($0.key): \($0.value)\n" }.joined()
        files["dossier.yaml"] = rest + own
        #expect(throws: Never.self, "\(example)") { try reading(files) }
    }
}
