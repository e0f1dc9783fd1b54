import Assessment
import BigInt
import Negotiation
import Sequencing

/// What a roadmap says, as the terminal and the briefing tell it.
struct RoadmapBlocks {
    let report: RoadmapReport
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
        return say("“\(phrasing.text(commitment.what))” (\(phrasing.parties(commitment.who)))")
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
        report.package.map { say("“\(phrasing.package($0))”") } ?? say("the agreement")
    }

    // MARK: Times

    /// A length of time in whole days, or in hours and minutes where it is shorter than that.
    func span(_ minutes: Int) -> Prose {
        if minutes % 1440 == 0 || minutes >= 14 * 1440 {
            // Rounded up: what is said to be enough must be.
            return phrasing.span(TimeSpan((minutes + 1439) / 1440, .days))
        }
        if minutes % 60 == 0 || minutes >= 1440 {
            return phrasing.span(TimeSpan((minutes + 59) / 60, .hours))
        }
        return phrasing.span(TimeSpan(minutes, .minutes))
    }

    /// A time in a row of a table: a date, else so many days from the start.
    func time(_ minutes: Int) -> Prose {
        if let moment = roadmap.moment(minutes), (1...9_999).contains(moment.date.year) {
            let date = moment.date.description
            return Prose(minutes % 1440 == 0 ? date : "\(date) \(moment.description.suffix(5))")
        }
        if minutes % 1440 == 0 { return say("day \(String(minutes / 1440))") }
        return minutes < 14 * 1440
            ? say("hour \(String((minutes + 59) / 60))") : say("day \(String((minutes + 1439) / 1440))")
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
