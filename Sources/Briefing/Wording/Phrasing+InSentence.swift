import Negotiation

/// Titles and texts as they stand inside a sentence: exactly as somebody typed them, in quotation marks, so that a
/// title of several words reads as one thing and nobody has to guess which of its words are names.
extension Phrasing {
    /// An issue's title inside a sentence.
    func issueInSentence(_ id: IssueID) -> Prose { say("“\(issue(id))”") }

    /// Titles of issues in a row, inside a sentence.
    func issuesInSentence(_ ids: [IssueID]) -> Prose { wording.list(ids.map(issueInSentence)) }

    /// A text of the dossier without the stop at its end, to be quoted inside a sentence.
    func quoted(_ text: String) -> Prose {
        let body = text.hasSuffix(".") && !text.hasSuffix("..") ? String(text.dropLast()) : text
        return say("“\(body)”")
    }
}
