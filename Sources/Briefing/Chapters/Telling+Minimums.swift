import Negotiation

extension Telling {
    /// What holds in every package, by where it comes from, and the stated answers that would breach it.
    func minimumsChapter() -> Document.Chapter? {
        let minimums = dossier.minimums
        guard !minimums.isEmpty else { return nil }
        let breaching = dossier.issues.flatMap { issue in
            issue.options.filter { !$0.breaches.isEmpty }.map { (issue, $0) }
        }
        let count = minimums.count
        let hold = counted(
            count, one: "One minimum holds in every package",
            many: "\(number(count)) minimums hold in every package"
        ).capitalised
        let title: Prose =
            switch breaching.count {
            case 0: hold
            case 1: say("\(hold); one listed answer would breach it and is in none")
            default:
                say("\(hold); \(number(breaching.count)) listed answers would breach one and are in none")
            }
        var blocks: [Block] = [
            .paragraph(
                say(
                    "A minimum is an obligation. It is not on offer, carries no weight, is traded for nothing and waits for nothing."
                ))
        ]
        for kind in Minimum.Kind.allCases {
            let own = minimums.filter { $0.kind == kind }
            guard !own.isEmpty else { continue }
            blocks.append(.heading(phrasing.minimumKind(kind)))
            blocks.append(.bullets(own.map(minimum)))
        }
        if !breaching.isEmpty {
            blocks.append(.heading(say("Listed so that nobody overlooks it, and in no package")))
            blocks.append(
                .bullets(
                    breaching.map { issue, option in
                        phrasing.prohibition(.breach(issue.id, option.id))
                    }))
        }
        return Document.Chapter("minimums", title: title, blocks: blocks)
    }

    private func minimum(_ minimum: Minimum) -> Prose {
        var result = Prose(phrasing.text(minimum.text))
        if !minimum.concerns.isEmpty {
            result += say(" Bears on \(phrasing.issuesInSentence(minimum.concerns)).")
        }
        if !minimum.sources.isEmpty { result += say(" Source: \(phrasing.citations(minimum.sources)).") }
        return result
    }
}
