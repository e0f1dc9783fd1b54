public import Assessment
import Negotiation
import Sequencing

extension RoadmapReport {
    /// The commitments as a matrix to follow their implementation by, in the manner of the Peace Accords Matrix of the Kroc
    /// Institute: a line a commitment or tranche, responses to what is not kept last, and an empty column for how far it has
    /// come.
    ///
    /// Commitments, parties and sources go by their identifiers. Times are dates where the start has one, with the hour where
    /// they are not the moment at which a day begins, else days from the start; the header says which. `slack days` and days from the start are rounded down to hundredths.
    ///
    /// - Parameter languages: the languages in which texts are preferred.
    public func csv(languages: [String] = []) -> String {
        let names = RoadmapNames(self)
        let dues = RoadmapDues(self)
        let words = CommitmentText(languages: languages)
        let isDated = roadmap.start != nil
        func time(_ minutes: Int?) -> String {
            guard let minutes else { return "" }
            return isDated ? names.time(minutes) : Self.days(minutes)
        }
        let unit = isDated ? "" : " (days)"
        var table = CSVTable(rows: [
            [
                "topic", "commitment", "who", "what", "where", "article", "article checked", "after",
                "verifier",
                "earliest start" + unit, "earliest finish" + unit, "latest finish" + unit, "deadline" + unit,
                "deadline counted from", "lasts", "earliest end" + unit, "slack days", "critical", "if not",
                "status", "source",
            ]
        ])
        var responses: Set<CommitmentID> = []
        for (place, step) in roadmap.steps.enumerated() {
            let commitment = step.commitment
            var after = words.after(step)
            if let failed = step.responseTo {
                // The same response to several failures is one line.
                guard responses.insert(commitment.id).inserted else { continue }
                let failures = roadmap.steps.filter {
                    $0.responseTo != nil && $0.commitment.id == commitment.id
                }.compactMap(\.responseTo)
                let all = (failures.isEmpty ? [failed] : failures).map {
                    "not " + names.name(roadmap.steps[$0])
                }
                after = ([all.joined(separator: " or ")] + [after]).filter { !$0.isEmpty }.joined(
                    separator: "; ")
            }
            let times = times?[place]
            let deadline =
                isDated ? dues.dueMoment(place, names).map(names.time) ?? "" : time(dues.due(place))
            let end = times.flatMap { RoadmapDues.sunset(commitment, doneAt: $0.doneEarliest, names) }
            table.rows.append([
                commitment.topics.filter { $0.scheme == .pam }.map(\.code).joined(separator: "; "),
                names.name(step), words.names(commitment.who), words.text(commitment.what),
                words.text(commitment.where), commitment.article?.number ?? "",
                commitment.article.map { $0.isChecked ? "yes" : "no" } ?? "", after,
                words.names(commitment.verifiedBy), time(times?.begunEarliest), time(times?.doneEarliest),
                time(times?.doneLatest), deadline, dues.counted(place).map(words.counted) ?? "",
                commitment.lasts?.description ?? "", time(end), times?.slack.map(Self.days) ?? "",
                times.map { $0.isCritical ? "yes" : "no" } ?? "", words.ifNot(commitment.ifNot), "",
                words.sources(commitment.sources),
            ])
        }
        return table.text()
    }

    /// Minutes as days, rounded down to hundredths.
    private static func days(_ minutes: Int) -> String {
        let hundredths = minutes * 100 / 1440
        let (whole, rest) = hundredths.quotientAndRemainder(dividingBy: 100)
        guard rest != 0 else { return "\(whole)" }
        return "\(whole)." + (rest < 10 ? "0\(rest)" : rest % 10 == 0 ? "\(rest / 10)" : "\(rest)")
    }
}
