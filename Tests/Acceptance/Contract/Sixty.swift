/// Sixty issues and three negotiators: a frontier that nobody can list.
enum Sixty {
    static let files: [String: String] = {
        var state: UInt64 = 60
        func number(_ most: UInt64) -> UInt64 {
            state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
            return (state >> 33) % (most + 1)
        }
        let issues = (1...60).map { "issue-\($0)" }
        let options = ["a", "b", "c", "d"]
        var files = [
            "dossier.yaml": """
            parley: 1
            title: Sixty questions
            basis: illustration
            parties:
              - {id: north, roles: [negotiator]}
              - {id: south, roles: [negotiator]}
              - {id: east, roles: [negotiator]}
            issues:
            \(issues.map { "  - {id: \($0), options: [a, b, c, d]}" }.joined(separator: "\n"))
            rules:
            \((0..<8).map { "  - {id: rule-\($0), kind: physical, forbid: {issue-\(7 * $0 + 1): a, issue-\(7 * $0 + 3): b}}" }
                .joined(separator: "\n"))
            """
        ]
        for party in ["north", "south", "east"] {
            var weights: [String] = []
            var values: [String] = []
            var middle: UInt64 = 0
            for issue in issues {
                let weight = 1 + number(99)
                let row = options.map { _ in number(100) }
                weights.append("\(issue): \(weight)")
                values.append(
                    "  \(issue): {" + zip(options, row).map { "\($0): \($1)" }.joined(separator: ", ") + "}")
                middle += weight * row.reduce(0, +) / 400
            }
            files["sheets/\(party).yaml"] = """
                party: \(party)
                basis: illustration
                weights: {\(weights.joined(separator: ", "))}
                values:
                \(values.joined(separator: "\n"))
                out-of: 100
                without-agreement: {worth: \(middle + middle / 8)}
                """
        }
        return files
    }()
}
