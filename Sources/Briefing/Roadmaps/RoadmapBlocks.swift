import Assessment
import BigInt
import Negotiation
import Sequencing

/// What a roadmap says, as the terminal and the briefing tell it.
struct RoadmapBlocks {
    var report: RoadmapReport
    let phrasing: Phrasing
    /// How many rows of a list are shown at most.
    var limit = 60

    var roadmap: Roadmap { report.roadmap }

    func say(_ sentence: Sentence) -> Prose { phrasing.say(sentence) }

    // MARK: Names

    /// The commitment of that name as the roadmap has it: a reading may read it otherwise.
    func commitment(_ id: CommitmentID) -> Commitment? {
        roadmap.steps.first { $0.commitment.id == id }?.commitment ?? phrasing.commitment(id)
    }

    /// What is done, and by whom: `“Pull back” (A)`.
    func deed(_ id: CommitmentID) -> Prose {
        guard let commitment = commitment(id) else { return say("\(code: id.rawValue)") }
        return say("“\(phrasing.text(commitment.name))” (\(phrasing.parties(commitment.who)))")
    }

    /// The same of a step, with its tranche.
    func deed(ofStep place: Int) -> Prose {
        let step = roadmap.steps[place]
        guard let tranche = step.tranche else { return deed(step.commitment.id) }
        return say("tranche \(String(tranche)) of \(deed(step.commitment.id))")
    }

    /// The clause of the agreement that a commitment stands in, in brackets; nothing where nobody has said.
    func article(_ id: CommitmentID) -> Prose {
        guard let article = commitment(id)?.article else { return Prose("") }
        return article.isChecked ? Prose(" [\(article.number)]") : say(" [\(article.number), not checked]")
    }

    /// What the package is called in a sentence.
    var subject: Prose {
        report.package.map { say("“\($0.title.map(phrasing.text) ?? $0.name)”") }
            ?? say("everything that is on offer here")
    }

    // MARK: Times

    /// A length of time, exactly: `19 days and 12 hours`. What may wait must not be rounded up, what must move not down.
    func span(_ minutes: Int) -> Prose {
        let parts = [
            (minutes / 1440, TimeSpan.Unit.days), (minutes % 1440 / 60, .hours), (minutes % 60, .minutes),
        ].filter { $0.0 > 0 }
        guard !parts.isEmpty else { return phrasing.span(.zero) }
        return phrasing.wording.list(parts.map { phrasing.span(TimeSpan($0.0, $0.1)) })
    }

    /// A time in a row of a table: a date, else so many days from the start; the last minute of a day is the day.
    func time(_ minutes: Int) -> Prose {
        let isEnd = minutes % 1440 == 1439
        if let moment = roadmap.moment(minutes), (1...9_999).contains(moment.date.year) {
            let date = moment.date.description
            let isWhole = moment.minute == 0 || moment.minute == 1439
            return Prose(isWhole ? date : "\(date) \(moment.description.suffix(5))")
        }
        let day = say("day \(String(minutes / 1440))")
        guard minutes % 1440 != 0, !isEnd else { return day }
        let (hour, minute) = (minutes % 1440 / 60, minutes % 60)
        let clock = minute == 0 ? "\(hour) h" : "\(hour) h \(minute) min"
        return say("\(day) + \(clock)")
    }

    func window(_ earliest: Int, _ slow: Int) -> Prose {
        earliest == slow ? time(earliest) : say("\(time(earliest)) to \(time(slow))")
    }

    /// A number of points, with as many digits as tell something.
    func points(_ value: Double) -> Prose {
        guard value.isFinite, abs(value) < 1e15 else { return say("without bound") }
        let scale: Double = abs(value) >= 100 ? 10 : abs(value) >= 1 ? 100 : 10_000
        return Prose(Self.decimal(value, scale: scale))
    }

    func points(_ bounds: Bounds) -> Prose {
        let (least, greatest) = (points(bounds.least), points(bounds.greatest))
        return least == greatest ? least : say("\(least) to \(greatest)")
    }

    /// The same, no smaller than the number: what must be reached.
    func atLeast(_ value: Double) -> Prose {
        guard value.isFinite, abs(value) < 1e13 else { return points(value) }
        return Prose(Self.decimal((value * 100 - 1e-9).rounded(.up) / 100, scale: 100))
    }

    /// The same, no greater than the number: what must not be passed.
    func atMost(_ value: Double) -> Prose {
        guard value.isFinite, abs(value) < 1e13 else { return points(value) }
        return Prose(Self.decimal((value * 10 + 1e-9).rounded(.down) / 10, scale: 10))
    }

    static func decimal(_ value: Double, scale: Double) -> String {
        let whole = Int((abs(value) * scale).rounded())
        let unit = Int(scale)
        var digits = String(whole % unit)
        digits = String(repeating: "0", count: String(unit).count - 1 - digits.count) + digits
        while digits.hasSuffix("0") { digits.removeLast() }
        let text = digits.isEmpty ? String(whole / unit) : "\(whole / unit).\(digits)"
        return value < 0 && whole > 0 ? "−" + text : text
    }

    // MARK: Scenarios

    /// A scenario in words: what was kept and what not. Nothing where everything was kept.
    func scenario(_ label: Label) -> Prose? {
        let failed = label.literals.filter { !$0.value }.map { roadmap.gates[$0.proposition] }
        guard !failed.isEmpty else { return nil }
        return say("if \(phrasing.wording.list(failed.map(deed(ofStep:)))) is not kept or not verified")
    }
}
