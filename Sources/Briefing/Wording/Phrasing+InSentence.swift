import Negotiation

/// Titles and names as they stand inside a sentence.
///
/// A title is written to stand alone: `Sanctions of the European Union`, `Aid (how, not whether)`. Inside a sentence
/// its first letter is small where the word is known to be common and may not be a name, and a remark in brackets
/// at its end is left out.
extension Phrasing {
    /// An issue's title inside a sentence.
    func issueInSentence(_ id: IssueID) -> String {
        let whole = issue(id)
        let short = Self.withoutRemark(whole)
        let others = dossier.issues.filter { $0.id != id }.map { Self.withoutRemark(text($0.title)) }
        return inSentence(others.contains(short) ? whole : short)
    }

    /// Titles of issues in a row, inside a sentence.
    func issuesInSentence(_ ids: [IssueID]) -> Prose { wording.list(ids.map(issueInSentence)) }

    /// An option's title inside a sentence.
    func optionInSentence(_ id: OptionID, of issue: IssueID) -> String { inSentence(option(id, of: issue)) }

    /// A party's name inside a sentence: an article at its beginning is small.
    func partyInSentence(_ id: PartyID) -> String {
        let name = party(id)
        let articles = ["A ", "An ", "The "]
        return isEnglish && articles.contains(where: name.hasPrefix) ? Self.lowered(name) : name
    }

    /// Names of parties in a row, inside a sentence, in the neutral order.
    func partiesInSentence(_ ids: [PartyID]) -> Prose { wording.list(inOrder(ids).map(partyInSentence)) }

    /// A text of the dossier without the stop at its end, to be quoted inside a sentence.
    func quoted(_ text: String) -> Prose {
        let body = text.hasSuffix(".") && !text.hasSuffix("..") ? String(text.dropLast()) : text
        return say("“\(body)”")
    }

    private func inSentence(_ title: String) -> String {
        guard isEnglish, let word = title.split(whereSeparator: { !$0.isLetter }).first,
            title.hasPrefix(word), word != "I", word.dropFirst().allSatisfy(\.isLowercase),
            common.begin(title), !isName(word)
        else { return title }
        return Self.lowered(title)
    }

    /// Small first letters belong to English titles; other languages have their own rules.
    private var isEnglish: Bool { Self.isEnglish(wording, languages) }

    static func isEnglish(_ wording: Wording, _ languages: [String]) -> Bool {
        wording.language.hasPrefix("en") && (languages.first?.hasPrefix("en") ?? true)
    }

    /// Whether a word that begins a title is a name or made from one: a party is called so, or some title has it
    /// with a capital further inside.
    private func isName(_ word: Substring) -> Bool {
        guard word.count > 1 else { return false }
        let stem = word.prefix(5)
        let names = dossier.parties.flatMap { text($0.name).split(whereSeparator: { !$0.isLetter }) }
        if word.count > 3, names.contains(where: { $0.hasPrefix(stem) }) { return true }
        let titles = dossier.issues.flatMap { issue in
            [text(issue.title)] + issue.options.map { text($0.title) }
        }
        return titles.contains { title in
            title.split(whereSeparator: { !$0.isLetter }).dropFirst().contains(word)
        }
    }

    private static func withoutRemark(_ title: String) -> String {
        guard title.hasSuffix(")"), let open = title.lastIndex(of: "("), open > title.startIndex else {
            return title
        }
        var body = title[..<open]
        while body.last == " " { body.removeLast() }
        return body.isEmpty ? title : String(body)
    }

    private static func lowered(_ title: String) -> String {
        title.prefix(1).lowercased() + title.dropFirst()
    }
}
