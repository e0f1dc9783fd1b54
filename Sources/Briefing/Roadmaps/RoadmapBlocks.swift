import Assessment
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

    // MARK: Numbers

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

    /// Rounded to so many parts of one; numbers that no table of points holds in powers of ten.
    static func decimal(_ value: Double, scale: Double) -> String {
        guard abs(value) * scale < 9e15 else { return value.description.replacing("-", with: "−") }
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
