public import Negotiation

extension Sequence where Element == PracticeFinding {
    /// What `parley check --practice` prints for people: one question a line,
    /// `place: practice: question. Remedy. (Source)`.
    ///
    /// - Parameters:
    ///   - phrasing: the names of the dossier.
    ///   - place: how a place is told, such as `file:line:column`; by default by its keys and names.
    public func text(_ phrasing: Phrasing, place: (ItemPath) -> String = { $0.description }) -> String {
        let word = phrasing.say("practice").text
        return map { finding in
            let question = phrasing.practice(finding).text
            let sources = phrasing.practiceSources(finding.item).text
            return visible(
                "\(place(finding.place)): \(word): \(question) \(finding.item.remedy) (\(sources))")
                + "\n"
        }.joined()
    }
}
