import Assessment
import Negotiation

/// The statements of the first page: whole sentences that can be said aloud, with at most `detail` names in a list
/// and none where it is 0, and at most `changes` answers of a package.
struct FirstPage {
    let telling: Telling
    let detail: Int
    let changes: Int
    /// Whether it is told where packages part from the first; else the others are only named.
    var tellsPartings = true

    var phrasing: Phrasing { telling.phrasing }
    var dossier: Dossier { telling.dossier }
    func say(_ sentence: Sentence) -> Prose { telling.say(sentence) }
    func number(_ count: Int) -> String { telling.number(count) }
    func share(_ part: Int, of whole: Int) -> Prose { telling.share(part, of: whole) }
    var everyNegotiator: Prose { phrasing.everyNegotiator(without: telling.situation.without) }

    func statements() -> [Definition] {
        [
            standing(), changed(), leftOut(), shared(), blocking(), consents(), absent(), packages(),
            notKnown(),
        ].compactMap { $0 }
    }

    /// Names in a row; where there are more than there is room for, how many there are and the first of them;
    /// only how many where there is no room for names. Titles stand in quotation marks, names of parties do not.
    func names(
        _ all: [String], one: Sentence, many: Sentence, areTitles: Bool = false
    ) -> Prose {
        let short = all.map { areTitles ? "“\(Self.shortened($0))”" : Self.shortened($0) }
        let count = telling.counted(all.count, one: one, many: many)
        guard detail > 0 else { return count }
        guard short.count > detail else { return telling.wording.list(short) }
        return say("\(count), among them \(telling.wording.list(Array(short.prefix(detail))))")
    }

    /// Long titles are for the chapters.
    static func shortened(_ text: String) -> String {
        let words = text.split(separator: " ")
        return words.count > 12 ? words.prefix(12).joined(separator: " ") + " …" : text
    }

    private func standing() -> Definition {
        let issues = dossier.issues.count
        let parties = telling.negotiators
        var meaning = telling.counted(
            issues, one: "One issue is on the agenda", many: "\(number(issues)) issues are on the agenda"
        ).capitalised
        let room = FirstPage(telling: telling, detail: detail > 0 ? detail + 2 : 0, changes: changes)
        let who = room.names(
            parties.map(phrasing.party), one: "one party", many: "\(number(parties.count)) parties")
        switch parties.count {
        case 0: meaning += say("; nobody in this copy negotiates.")
        case 1: meaning += say("; the one negotiator in this copy is \(who).")
        default: meaning += say(", between \(who).")
        }
        let known = dossier.issues.count { $0.today != nil }
        if known == 0, issues > 0 {
            meaning += say(" What is in force today is not stated.")
        } else if known < issues {
            meaning += say(
                " What is in force today is stated on \(share(known, of: issues)).")
        }
        if detail > 0, let table = dossier.tables.first, dossier.tables.count == 1 {
            meaning += say(" They meet at one table: \(Self.shortened(phrasing.table(table.id))).")
        } else if !dossier.tables.isEmpty {
            meaning += telling.counted(
                dossier.tables.count, one: " There is one table.",
                many: " Talks are held at \(number(dossier.tables.count)) tables.")
        }
        return Definition(say("Where things stand"), meaning)
    }

    /// That something changed since the earlier copy, and what kind of knowledge; the chapter says what.
    private func changed() -> Definition? {
        guard let development = telling.situation.development else { return nil }
        let since =
            development.earlier.dated.map { say("the earlier copy of \(telling.wording.date($0))") }
            ?? say("the earlier copy")
        let term = say("What changed")
        let changes = development.changes
        guard !changes.isEmpty else { return Definition(term, say("Nothing since \(since).")) }
        let kinds = Change.Cause.allCases.compactMap { cause -> Prose? in
            let count = changes.count { $0.cause == cause }
            return count == 0 ? nil : say("\(telling.lowered(phrasing.cause(cause))) (\(number(count)))")
        }
        let all = telling.counted(
            changes.count, one: "one thing since \(since)",
            many: "\(number(changes.count)) things since \(since)"
        ).capitalised
        return Definition(
            term, detail > 0 ? say("\(all): \(telling.wording.list(kinds)).") : say("\(all)."))
    }

    /// Whoever was left out is named before anything is read from what remains.
    private func leftOut() -> Definition? {
        let without = telling.situation.without
        guard !without.isEmpty else { return nil }
        let list = names(
            phrasing.inOrder(without).map(phrasing.party), one: "one party",
            many: "\(number(without.count)) parties")
        return Definition(
            say("Who was left out"),
            say("On request: \(list). Whether a package would be acceptable there is not looked at."))
    }

    /// Those that most negotiators share come first.
    private func shared() -> Definition? {
        let negotiators = Set(dossier.negotiators.map(\.id))
        let shared = dossier.interests.enumerated().filter { $0.element.of.count > 1 }.sorted { one, two in
            let counts = [one, two].map { negotiators.intersection($0.element.of).count }
            return counts[0] == counts[1] ? one.offset < two.offset : counts[0] > counts[1]
        }.map(\.element)
        guard !shared.isEmpty else { return nil }
        let shown = shared.prefix(min(detail, 2)).map { interest in
            phrasing.quoted(Self.shortened(phrasing.text(interest.text)))
        }
        let lead = telling.counted(
            shared.count, one: "One interest is shared",
            many: "\(number(shared.count)) interests are shared"
        ).capitalised
        let meaning: Prose =
            switch (shown.isEmpty, shown.count == shared.count) {
            case (true, _): say("\(lead).")
            case (false, true): say("\(lead): \(telling.wording.list(shown)).")
            case (false, false): say("\(lead), among them \(telling.wording.list(shown)).")
            }
        return Definition(say("What is shared"), meaning)
    }

    private func blocking() -> Definition? {
        var sentences: [Prose] = []
        let pairs = telling.situation.findings.compactMap { finding -> IssueID? in
            if case .positionsExclude(let issue, _, _, _, _) = finding.reason { issue } else { nil }
        }
        let apart = dossier.issues.map(\.id).filter(Set(pairs).contains)
        if !apart.isEmpty {
            let list = names(
                apart.map(phrasing.issue), one: "one issue", many: "\(number(apart.count)) issues",
                areTitles: true)
            sentences.append(say("Stated positions leave no common answer on \(list)."))
        }
        if let feasible = telling.situation.feasible, feasible.upper.isZero {
            sentences.append(say("The rules leave no package at all."))
        } else if let obstacle = telling.space?.report.obstacle, case .nothingAcceptable = obstacle {
            sentences.append(say("On the sheets used, no package is acceptable to \(everyNegotiator)."))
        }
        let refused = telling.refusals.map(\.of)
        if !refused.isEmpty {
            let list = names(
                phrasing.inOrder(Array(Set(refused))).map(phrasing.party), one: "one party",
                many: "\(number(Set(refused).count)) parties")
            sentences.append(say("A needed consent was refused by \(list)."))
        }
        guard !sentences.isEmpty else { return nil }
        return Definition(say("What stands in the way"), sentences.joined(separator: " "))
    }

    private func consents() -> Definition? {
        let needed = telling.consenting
        guard !needed.isEmpty else { return nil }
        let list = names(
            needed.map { phrasing.party($0.party) }, one: "one party",
            many: "\(number(needed.count)) parties")
        let unasked = needed.count { $0.consents.contains { !$0.consent.isAsked } }
        var meaning = say("Some answers need the consent of others: \(list).")
        switch (unasked, needed.count) {
        case (0, _): break
        case (1, 1): meaning += say(" Not everything has been asked yet.")
        case (1, _): meaning += say(" One of them has not been asked everything yet.")
        case (let open, let all) where open == all:
            meaning += say(" None of them has been asked everything yet.")
        default:
            meaning +=
                Prose(" ") + say("\(number(unasked)) of them have not been asked everything yet.").capitalised
        }
        return Definition(say("Who else must say yes"), meaning)
    }

    private func absent() -> Definition? {
        let people = telling.constituencies
        let silent = people.filter { $0.consulted.isEmpty }
        guard !people.isEmpty else { return nil }
        guard !silent.isEmpty else {
            return Definition(
                say("Who is not in the room"), say("All constituencies were consulted on something."))
        }
        let list = names(
            silent.map { phrasing.party($0.id) }, one: "one constituency",
            many: "\(number(silent.count)) constituencies")
        let away = people.allSatisfy { party in !dossier.tables.contains { $0.parties.contains(party.id) } }
        return Definition(
            say("Who is not in the room"),
            away && people.count > 1
                ? say("No constituency sits at a table. Not consulted so far: \(list).")
                : say("Not consulted so far: \(list)."))
    }

    private func notKnown() -> Definition? {
        var sentences: [Prose] = []
        if case .failure(let error) = telling.situation.space {
            sentences.append(
                detail > 0
                    ? phrasing.problem(error)
                    : say("What all negotiators want: some sheets are missing here."))
        }
        if let space = telling.space {
            let central = space.analysis.scorings.filter(\.isCentral).map(\.party)
            if !central.isEmpty {
                let room = FirstPage(telling: telling, detail: detail > 0 ? detail + 1 : 0, changes: changes)
                let list = room.names(
                    phrasing.inOrder(central).map(phrasing.party), one: "one negotiator",
                    many: "\(number(central.count)) negotiators")
                sentences.append(
                    say(
                        "Preferences are only roughly known for \(list); central values stand in."
                    ))
            }
        }
        if let assumed = telling.space?.report.assumedWithoutAgreement, !assumed.isEmpty {
            let list = names(
                phrasing.inOrder(assumed).map(phrasing.party), one: "one negotiator",
                many: "\(number(assumed.count)) negotiators")
            sentences.append(
                say(
                    "Nobody has said what having no agreement is worth to \(list), so who would gain over it is not known."
                ))
        }
        let rival = dossier.readings.count
        if rival > 0 {
            sentences.append(
                telling.counted(
                    rival, one: "Sources tell one fact differently.",
                    many: "Sources tell \(number(rival)) facts differently."))
        }
        guard !sentences.isEmpty else { return nil }
        return Definition(say("What is not known"), sentences.joined(separator: " "))
    }
}
