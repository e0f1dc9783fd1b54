extension [Block] {
    /// The blocks as text for a terminal, an empty line between neighbours.
    func text(_ style: TextStyle, furniture: Furniture) -> String {
        map { $0.text(style, furniture: furniture) }.filter { !$0.isEmpty }.joined(separator: "\n")
    }
}
