import Assessment
import Negotiation

extension Telling {
    /// The first page: no score, short enough to be read aloud in two minutes.
    ///
    /// Names are left out, longest lists first, until at most ``wordLimit`` words remain.
    func firstPage() -> [Block] {
        var page: [Definition] = []
        for detail in [4, 3, 2, 1, 0] {
            page = FirstPage(telling: self, detail: detail).statements()
            let words = page.reduce(0) { $0 + Self.words($1.term) + Self.words($1.meaning) }
            if words <= Self.wordLimit { break }
        }
        return [.definitions(page)]
    }

    /// What can be read aloud in two minutes.
    static let wordLimit = 250

    private static func words(_ prose: Prose) -> Int {
        prose.text.split(whereSeparator: \.isWhitespace).count
    }
}

/// The statements of the first page, with at most `detail` names in a list and none where it is 0.
private struct FirstPage {
    let telling: Telling
    let detail: Int

    private var phrasing: Phrasing { telling.phrasing }
    private var dossier: Dossier { telling.dossier }
    private func say(_ sentence: Sentence) -> Prose { telling.say(sentence) }
    private func number(_ count: Int) -> String { telling.number(count) }

    func statements() -> [Definition] {
        [
            standing(), shared(), blocking(), consents(), absent(), packages(), notKnown(),
        ].compactMap { $0 }
    }

    /// Names in a row, the rest as a number; only the number where there is no room for names.
    private func names(_ all: [String], one: Sentence, many: Sentence) -> Prose {
        let short = all.map { Self.shortened($0) }
        guard detail > 0 else { return telling.counted(all.count, one: one, many: many) }
        guard short.count > detail else { return telling.wording.list(short) }
        let shown = short.prefix(detail).map { Prose($0) }
        let rest = short.count - detail
        return telling.wording.list(shown + [say("\(number(rest)) more")])
    }

    /// Long titles are for the chapters.
    private static func shortened(_ text: String) -> String {
        let words = text.split(separator: " ")
        return words.count > 12 ? words.prefix(12).joined(separator: " ") + " …" : text
    }

    private func standing() -> Definition {
        let issues = dossier.issues.count
        let parties = telling.negotiators
        var meaning = telling.counted(
            issues, one: "One issue is on the agenda", many: "\(number(issues)) issues are on the agenda"
        ).capitalised
        let who = names(
            parties.map(phrasing.party), one: "one negotiator", many: "\(number(parties.count)) negotiators")
        switch parties.count {
        case 0: meaning += say("; nobody in this copy negotiates.")
        case 1: meaning += say("; the one negotiator in this copy is \(who).")
        default: meaning += say("; the negotiators are \(who).")
        }
        let known = dossier.issues.count { $0.today != nil }
        if known < issues {
            meaning += say(
                " What is in force today is stated on \(number(known)) of \(number(issues)).")
        }
        if detail > 0, let table = dossier.tables.first, dossier.tables.count == 1 {
            meaning += say(" There is one table: \(Self.shortened(phrasing.table(table.id))).")
        } else if !dossier.tables.isEmpty {
            meaning += telling.counted(
                dossier.tables.count, one: " There is one table.",
                many: " There are \(number(dossier.tables.count)) tables.")
        }
        return Definition(say("Where things stand"), meaning)
    }

    private func shared() -> Definition? {
        let shared = dossier.interests.filter { $0.of.count > 1 }
        guard !shared.isEmpty else { return nil }
        let quoted = shared.map { "“\(Self.shortened(phrasing.text($0.text)))”" }
        let few = FirstPage(telling: telling, detail: min(detail, 2))
        let list = few.names(quoted, one: "one interest", many: "\(number(shared.count)) interests")
        return Definition(say("What is shared"), say("Several parties have in common: \(list)."))
    }

    private func blocking() -> Definition? {
        var sentences: [Prose] = []
        let pairs = telling.situation.findings.compactMap { finding -> IssueID? in
            if case .positionsExclude(let issue, _, _, _, _) = finding.reason { issue } else { nil }
        }
        let apart = dossier.issues.map(\.id).filter(Set(pairs).contains)
        if !apart.isEmpty {
            let list = names(
                apart.map(phrasing.issue), one: "one issue", many: "\(number(apart.count)) issues")
            sentences.append(say("Stated positions have no answer in common on \(list)."))
        }
        if let feasible = telling.situation.feasible, feasible.upper.isZero {
            sentences.append(say("The rules leave no package at all."))
        } else if let obstacle = telling.space?.report.obstacle, case .nothingAcceptable = obstacle {
            sentences.append(say("On the sheets used, no package is acceptable to every negotiator."))
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
            needed.map { phrasing.party($0.party) }, one: "one other party",
            many: "\(number(needed.count)) other parties")
        let unasked = needed.count { $0.consents.contains { !$0.consent.isAsked } }
        var meaning = say("Some answers need the consent of \(list).")
        if unasked > 0 {
            meaning +=
                unasked == needed.count
                ? say(" With none of them has everything been asked yet.")
                : say(" With \(number(unasked)) of them not everything has been asked yet.")
        }
        return Definition(say("Who else must say yes"), meaning)
    }

    private func absent() -> Definition? {
        let absent = telling.constituencies.filter { $0.consulted.isEmpty }
        guard !telling.constituencies.isEmpty else { return nil }
        guard !absent.isEmpty else {
            return Definition(
                say("Who is not in the room"), say("All constituencies were consulted on something."))
        }
        let list = names(
            absent.map { phrasing.text($0.name) }, one: "one constituency",
            many: "\(number(absent.count)) constituencies")
        return Definition(say("Who is not in the room"), say("Nobody has consulted \(list)."))
    }

    private func packages() -> Definition {
        let term = say("Packages worth testing")
        guard let candidates = telling.space?.candidates, let first = candidates.first else {
            return Definition(term, say("None is named yet; see what is not known."))
        }
        let count = candidates.count
        let titles = candidates.map { telling.packageName($0.explanation.package) }
        let list = names(titles, one: "one package", many: "\(number(count)) packages")
        var meaning = say("To be tested in conversation, not taken as an answer: \(list).")
        let changes = first.explanation.choices.filter { !$0.isToday }.compactMap { choice in
            choice.option.map {
                "“\(Self.shortened(phrasing.option($0, of: choice.issue)))”"
            }
        }
        if detail > 0, !changes.isEmpty {
            let list = names(changes, one: "one change", many: "\(number(changes.count)) changes")
            meaning += say(
                " \(Self.shortened(titles[0])) is worth testing because \(telling.shortReason(first)); against today it brings \(list)."
            )
        }
        return Definition(term, meaning)
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
                let list = names(
                    phrasing.inOrder(central).map(phrasing.party), one: "one negotiator",
                    many: "\(number(central.count)) negotiators")
                sentences.append(say("Exactly what \(list) would prefer: central values were assumed."))
            }
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
