public import Negotiation

extension Sequence where Element == Finding {
    /// What `parley check` prints for people: one finding a line, `place: finding: sentence. Remedy.`
    ///
    /// - Parameters:
    ///   - phrasing: the names of the dossier.
    ///   - place: how a place is told, such as `file:line:column`; by default by its keys and names.
    public func text(_ phrasing: Phrasing, place: (ItemPath) -> String = { $0.description }) -> String {
        let word = phrasing.say("finding").text
        return map { finding in
            let sentence = phrasing.finding(finding.reason).text
            let remedy = phrasing.remedy(finding.reason).text
            return visible("\(place(finding.place)): \(word): \(sentence) \(remedy)") + "\n"
        }.joined()
    }
}
