public import Assessment
import Negotiation

extension Situation {
    /// The briefing: what a mediation team, a delegation, the table or the public reads of this situation.
    ///
    /// A function of the situation and the options alone, so that two dossiers that look alike to a viewer give
    /// that viewer the same document.
    ///
    /// Complexity: linear in the dossier, plus the points of the frontier that charts and tables show.
    public func briefing(_ options: BriefingOptions = BriefingOptions()) -> Document {
        let telling = Telling(self, options)
        let process = dossier.title.map(telling.phrasing.text)
        let audience = telling.phrasing.viewer(viewer)
        return Document(
            title: process.map { telling.say("\($0): briefing").text } ?? telling.say("Briefing").text,
            subtitle: telling.subtitle.text, audience: audience.text, stamps: telling.stamps.map(\.text),
            language: options.wording.language, firstPage: telling.firstPage(),
            chapters: telling.chapters(), furniture: options.wording.furniture)
    }
}

extension Telling {
    /// The chapters that have something to say, in reading order.
    fileprivate func chapters() -> [Document.Chapter] {
        let told: [Document.Chapter?] = [
            processChapter(), positionsChapter(), developmentChapter(), consentChapter(),
            commitmentsChapter(), absentChapter(), interestsChapter(), mutualChapter(),
            minimumsChapter(), rulesChapter(), spaceChapter(), overTimeChapter(), candidatesChapter(),
            improvementsChapter(), ladderChapter(), stabilityChapter(),
            roadmapChapter(), notKnownChapter(), questionsChapter(),
            sourcesChapter(), findingsChapter(), annexChapter(),
        ]
        return told.compactMap { $0 }
    }
}
