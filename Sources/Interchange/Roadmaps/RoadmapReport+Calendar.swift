public import Assessment
public import Negotiation
import Sequencing

/// Why a roadmap has no calendar.
public enum CalendarError: Error, Hashable, Sendable, CustomStringConvertible {
    /// The event from which all is counted has no date.
    case undated(EventID)
    /// No times keep all clauses.
    case noTimes
    /// Something lies after the last year that a date can have.
    case beyondCalendar(CommitmentID)

    /// What is wrong, and what may be done about it.
    public var description: String {
        switch self {
        case .undated(let event):
            "a calendar needs dates, and the event `\(event.rawValue)`, from which all is counted, has none: "
                + "give `--start 2026-01-05`, or a date to the first event of the timetable (`on: 2026-01-05`)"
        case .noTimes:
            "there are no dates to put into a calendar, because the clauses cannot all hold: "
                + "look at the conflicts first, without `--ics`"
        case .beyondCalendar(let id):
            "the commitment `\(id.rawValue)` ends after the year 9999: give an earlier start or shorter times"
        }
    }
}

extension RoadmapReport {
    /// The roadmap for calendar programs: iCalendar (RFC 5545), in the place's own days.
    ///
    /// A commitment or tranche is a day or several, from when it can begin to when it is done if everything takes its longest;
    /// its deadline, if that does not move, the time of its verification and the end of what is in force for a time only are
    /// entries of their own. Times that are not the moment at which a day begins have their hours, in the place's own time. What is done only if something else is not kept is left out.
    /// Entries keep their identifiers from one roadmap of a package to the next, so that a calendar program replaces them. The
    /// same report gives the same bytes: entries are stamped with the dossier's date, or that of the start.
    ///
    /// - Parameter dossier: the dossier of which this is a report, as its reader may see it; it says what parties are called.
    public func calendar(_ dossier: Dossier) throws(CalendarError) -> String {
        guard roadmap.start != nil else {
            throw .undated(roadmap.events.first?.event.id ?? Timetable.signature.id)
        }
        guard let times, times.contains(where: { $0 != nil }) else { throw .noTimes }
        var writer = CalendarWriter(self, dossier)
        for (place, times) in times.enumerated() {
            if let times { try writer.add(place, times) }
        }
        return writer.finished
    }
}

/// One calendar in the making.
private struct CalendarWriter {
    let roadmap: Roadmap
    let names: RoadmapNames
    let dues: RoadmapDues
    let words: CommitmentText
    let domain: String
    let stamp: String
    var lines = CalendarText()

    init(_ report: RoadmapReport, _ dossier: Dossier) {
        roadmap = report.roadmap
        names = RoadmapNames(report)
        dues = RoadmapDues(report)
        let languages = dossier.languages
        let parties = Dictionary(
            dossier.parties.map { ($0.id, $0.name.preferring(languages)) },
            uniquingKeysWith: { first, _ in first })
        words = CommitmentText(languages: languages) { parties[$0] ?? $0.rawValue }
        domain = (report.package?.name ?? "all") + ".parley"
        let dated = dossier.dated ?? report.roadmap.moment(0)?.date
        stamp = dated.map { Self.day($0) + "T000000Z" } ?? ""
        lines.add("BEGIN", "VCALENDAR")
        lines.add("VERSION", "2.0")
        lines.add("PRODID", "-//Parley//Roadmap//EN")
        lines.add("CALSCALE", "GREGORIAN")
        if let title = dossier.title { lines.add("X-WR-CALNAME", text: words.text(title)) }
    }

    var finished: String {
        var lines = lines
        lines.add("END", "VCALENDAR")
        return lines.text
    }

    /// `20260105`; the first day of what is a month or year alone.
    private static func day(_ date: CalendarDate) -> String {
        func padded(_ number: Int, _ width: Int) -> String {
            String(repeating: "0", count: max(0, width - String(number).count)) + String(number)
        }
        return padded(date.year, 4) + padded(date.month ?? 1, 2) + padded(date.day ?? 1, 2)
    }

    // MARK: Entries

    mutating func add(_ place: Int, _ times: StepTimes) throws(CalendarError) {
        let step = roadmap.steps[place]
        let id = step.commitment.id
        let tranche = step.tranche.map { " (\($0)/\(step.commitment.tranches?.count ?? $0))" } ?? ""
        let what = words.text(step.commitment.name) + tranche
        let who = step.commitment.who.map(words.name).joined(separator: ", ")
        let due = dues.dueMoment(place, names)
        let about = description(place, due)
        let last = max(times.begunEarliest, times.doneSlow)
        try begin(id, "step", step, from: times.begunEarliest, to: last)
        lines.add("SUMMARY", text: "\(who): \(what)")
        end(about, where: step.commitment.where)
        if let due {
            let minutes = due.minutes - (names.moment(0)?.minutes ?? 0)
            try begin(id, "deadline", step, from: minutes, to: minutes)
            lines.add("SUMMARY", text: "\(CalendarLabels.deadline): \(who): \(what)")
            lines.add("TRANSP", "TRANSPARENT")
            end(about, where: nil)
        }
        if step.verified != step.done {
            try begin(id, "verification", step, from: times.doneEarliest, to: times.verifiedSlow)
            let by = step.commitment.verifiedBy.map(words.name).joined(separator: ", ")
            let verifier = by.isEmpty ? "" : by + ": "
            lines.add("SUMMARY", text: "\(CalendarLabels.verification): \(verifier)\(what)")
            lines.add("TRANSP", "TRANSPARENT")
            end(about, where: nil)
        }
        let sunsets = [times.doneEarliest, last].compactMap {
            RoadmapDues.sunset(step.commitment, doneAt: $0, names)
        }
        if let first = sunsets.min(), let last = sunsets.max() {
            try begin(id, "end", step, from: first, to: last)
            lines.add("SUMMARY", text: "\(CalendarLabels.end): \(who): \(what)")
            lines.add("TRANSP", "TRANSPARENT")
            end(about, where: nil)
        }
    }

    /// Days in full where both ends are the beginning of one: the last day is included, and the end that the format wants is
    /// the day after it. Else from minute to minute in the place's own time, which the format calls floating (§3.3.5, form 1).
    private mutating func begin(
        _ id: CommitmentID, _ part: String, _ step: Roadmap.Step, from first: Int, to last: Int
    ) throws(CalendarError) {
        guard let from = names.moment(first), let to = names.moment(last),
            let dayAfter = names.moment(last + 1440)?.date
        else { throw .beyondCalendar(id) }
        let tranche = step.tranche.map { ".\($0)" } ?? ""
        lines.add("BEGIN", "VEVENT")
        lines.add("UID", text: "\(id.rawValue)\(tranche).\(part)@\(domain)")
        lines.add("DTSTAMP", stamp)
        if from.minute == 0, to.minute == 0 {
            lines.add("DTSTART;VALUE=DATE", Self.day(from.date))
            lines.add("DTEND;VALUE=DATE", Self.day(dayAfter))
            return
        }
        lines.add("DTSTART", Self.minute(from))
        // What takes no time has a beginning alone: an end must be later.
        if last > first { lines.add("DTEND", Self.minute(to)) }
    }

    /// `20260105T220000`.
    private static func minute(_ moment: Moment) -> String {
        let clock = moment.description.suffix(5).replacing(":", with: "")
        return "\(day(moment.date))T\(clock)00"
    }

    /// What a deadline is counted from, as people call it.
    private func name(_ milestone: Milestone) -> String {
        switch milestone {
        case .event(let id):
            let event = roadmap.events.first { $0.event.id == id }?.event
            return event?.title.map(words.text) ?? id.rawValue
        case .commitment(let id, let progress, let tranche):
            let number = tranche.map { " (\($0))" } ?? ""
            let what = names.commitment(id).map { words.text($0.name) } ?? id.rawValue
            return what + number + (progress == .done ? "" : ", \(progress.rawValue)")
        }
    }

    private mutating func end(_ about: String, where place: Text?) {
        if let place { lines.add("LOCATION", text: words.text(place)) }
        if !about.isEmpty { lines.add("DESCRIPTION", text: about) }
        lines.add("CLASS", "PRIVATE")
        lines.add("END", "VEVENT")
    }

    private func description(_ place: Int, _ due: Moment?) -> String {
        let commitment = roadmap.steps[place].commitment
        var parts: [(String, String)] = []
        if let article = commitment.article {
            parts.append(
                (
                    CalendarLabels.article,
                    article.number + (article.isChecked ? "" : " (\(CalendarLabels.notChecked))")
                ))
        }
        parts.append((CalendarLabels.verifier, words.names(commitment.verifiedBy)))
        if let due {
            parts.append((CalendarLabels.deadline, names.time(due).replacing("T", with: " ")))
        } else if let (after, within) = dues.counted(place) {
            parts.append((CalendarLabels.deadline, CalendarLabels.atTheLatest(within, after: name(after))))
        }
        parts.append((CalendarLabels.inWords, words.text(commitment.by)))
        parts.append((CalendarLabels.ifNot, words.ifNot(commitment.ifNot)))
        return parts.filter { !$0.1.isEmpty }.map { "\($0.0): \($0.1)" }.joined(separator: "\n")
    }
}

/// The words that stand before parts of an entry, and say how a deadline is counted.
private enum CalendarLabels {
    static let article = "Article"
    static let notChecked = "not checked against the text"
    static let verifier = "Verified by"
    static let deadline = "Deadline"
    static let inWords = "In words"
    static let ifNot = "If not"
    static let verification = "Verification"
    static let end = "Ends"

    static func atTheLatest(_ span: TimeSpan, after what: String) -> String {
        "at the latest \(span) after: \(what)"
    }
}
