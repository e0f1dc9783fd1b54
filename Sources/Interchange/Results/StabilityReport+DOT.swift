public import Assessment
import Negotiation
import Stability

extension StabilityReport {
    /// The graph in the language of Graphviz, to be drawn by `dot`: states as nodes, a move as an edge with who makes it. Equilibria of SEQ have a
    /// double border, where things stand a heavy one; moves that are better for who makes them are drawn, others are grey and dashed.
    ///
    /// Complexity: linear in the moves.
    public func dot() -> String {
        var lines = ["digraph stability {", "  node [shape=box];"]
        let equilibria = verdicts.equilibria(.seq)
        for place in 0..<states.graph.count {
            var attributes = ["label=\(Self.quoted(caption(of: place)))"]
            if equilibria.contains(place) { attributes.append("peripheries=2") }
            if fate?.state == place { attributes.append("penwidth=3") }
            lines.append("  s\(place) [\(attributes.joined(separator: ", "))];")
        }
        for place in 0..<states.graph.count {
            for maker in makers.indices {
                let successors = states.graph.successors(of: place, by: maker)
                for next in successors {
                    let isBetter = game.preferences[maker].surelyPrefers(next, to: place)
                    let name = Self.quoted(makers[maker].name?.preferring() ?? makers[maker].party.rawValue)
                    let style = isBetter ? "" : ", style=dashed, color=gray60, fontcolor=gray40"
                    lines.append("  s\(place) -> s\(next) [label=\(name)\(style)];")
                }
            }
        }
        lines.append("}")
        return lines.joined(separator: "\n") + "\n"
    }

    private func caption(of place: Int) -> String {
        let label = states.label(of: place).rawValue
        guard let title = states.title(of: place)?.preferring() else { return label }
        return label + "\n" + title
    }

    /// A string of the language: quotation marks and backslashes escaped, line breaks as `\n`.
    private static func quoted(_ text: String) -> String {
        var result = "\""
        for scalar in text.unicodeScalars {
            switch scalar {
            case "\"": result += "\\\""
            case "\\": result += "\\\\"
            case "\n": result += "\\n"
            case let scalar where scalar.value < 32 || scalar.value == 127: result += " "
            default: result.unicodeScalars.append(scalar)
            }
        }
        return result + "\""
    }
}
