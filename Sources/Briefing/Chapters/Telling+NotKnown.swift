import Assessment
import Bargaining
import Negotiation

extension Telling {
    /// What is not known: how the packages that were compared fare over all that the sheets leave open.
    func notKnownChapter() -> Document.Chapter? {
        let sentences = phrasing.withoutNumbers(situation.withoutNumbers, limit: 4)
        guard let space, let testing = space.testing else {
            return sentences.isEmpty
                ? nil
                : Document.Chapter(
                    "not-known", title: say("What can be said without a single number"),
                    blocks: [.bullets(sentences)])
        }
        var blocks: [Block] = []
        if !sentences.isEmpty {
            blocks += [.heading(say("Without a single number")), .bullets(sentences)]
        }
        if testing.candidates.isEmpty {
            blocks.append(
                .paragraph(
                    say(
                        "Of the packages compared, each leaves somebody worse off than without agreement, or crosses a red line, in every way of filling in what the sheets leave open."
                    )))
        }
        if let assumed = phrasing.assumedWorths(space.report.assumedWithoutAgreement) {
            blocks.append(.note(.assumption, assumed))
        }
        guard testing.candidates.isEmpty || testing.candidates.contains(where: \.outlook.isJudged) else {
            return Document.Chapter("not-known", title: notKnownTitle(testing), blocks: blocks)
        }
        if let table = notKnownTable(testing, in: space) { blocks.append(table) }
        blocks += testing.candidates.prefix(Self.ruledOutNamed).compactMap { candidate in
            phrasing.ruledOut(by: space.analysis.turns(of: candidate)).map {
                .paragraph(say("\(strong: name(of: candidate, in: space)). \($0)"))
            }
        }
        let testingBlocks = WorthTestingBlocks(
            testing: testing, negotiators: space.analysis.negotiators, phrasing: phrasing)
        blocks.append(.note(.caution, testingBlocks.method()))
        return Document.Chapter("not-known", title: notKnownTitle(testing), blocks: blocks)
    }

    private func notKnownTitle(_ testing: WorthTesting) -> Prose {
        guard testing.candidates.isEmpty || testing.candidates.contains(where: \.outlook.isJudged) else {
            return say("What having no agreement is worth is not known, so nothing can be held against it")
        }
        guard let leading = testing.candidates.first else {
            return say("No package compared leaves nobody worse off, however the gaps are filled in")
        }
        guard leading.outlook.acceptance == .possibly else {
            return say("Whatever is not known, one package at least leaves nobody worse off")
        }
        return say(
            "The leading package leaves nobody worse off in \(phrasing.hundredths(leading.outlook.share.value)) of 100 ways of filling in what we do not know"
        )
    }

    private func notKnownTable(_ testing: WorthTesting, in space: Situation.Space) -> Block? {
        let order = places(in: space)
        let shown = testing.candidates.filter { !origins($0).isEmpty }.prefix(Self.comparedShown)
        let rows = shown.map { candidate -> [DataTable.Cell] in
            [
                DataTable.Cell(Prose(name(of: candidate, in: space))),
                DataTable.Cell(phrasing.shortShare(candidate.outlook)),
            ]
                + order.map { place in
                    DataTable.Cell(phrasing.acceptance(candidate.outlook.acceptances[place]))
                }
                + [
                    DataTable.Cell(
                        origins(candidate).map(phrasing.origin).joined(separator: say("; ")))
                ]
        }
        return table(
            say("In how many ways nobody is worse off than without agreement, and whether each accepts"),
            [column("Package", namesRows: true), column("Nobody worse off")]
                + order.map { DataTable.Column(Prose(phrasing.party(space.analysis.negotiators[$0]))) }
                + [column("Looked at, because")], rows)
    }

    /// Why a candidate is looked at; yardsticks that compare points between parties only where they were asked for.
    private func origins(_ candidate: WorthTesting.Candidate) -> [WorthTesting.Origin] {
        candidate.origins.filter { origin in
            if case .reference(let kind) = origin { options.references.contains(kind) } else { true }
        }
    }

    /// The name that the candidate has among the packages worth testing; else what it changes from today.
    private func name(of candidate: WorthTesting.Candidate, in space: Situation.Space) -> String {
        let same = space.candidates.first { $0.explanation.package.choose == candidate.package.choose }
        if let same { return packageName(same.explanation.package) }
        if candidate.package.title != nil { return packageName(candidate.package) }
        let changed = dossier.issues.compactMap { issue -> Prose? in
            guard let option = candidate.package.choose[issue.id], option != issue.today else { return nil }
            return Prose(phrasing.option(option, of: issue.id))
        }
        return changed.isEmpty ? say("As today").text : changed.joined(separator: say("; ")).text
    }

    /// What to ask next, for the team alone: a sheet of open questions for each caucus.
    func questionsChapter() -> Document.Chapter? {
        guard situation.viewer == .team, let inquiry = space?.inquiry else { return nil }
        let told = InquiryBlocks(inquiry: inquiry, phrasing: phrasing)
        var blocks = inquiry.silence.map { [Block.paragraph(phrasing.silence($0))] } ?? []
        blocks += told.table(limit: Self.unknownsShown)
        for party in phrasing.inOrder(inquiry.sheets.map(\.party)) {
            guard let sheet = inquiry.sheets.first(where: { $0.party == party }) else { continue }
            blocks.append(.heading(say("For a caucus with \(phrasing.party(party))")))
            blocks += told.questions(sheet)
        }
        guard !blocks.isEmpty else { return nil }
        return Document.Chapter("questions", title: questionsTitle(inquiry), blocks: blocks)
    }

    private func questionsTitle(_ inquiry: Inquiry) -> Prose {
        if inquiry.silence == .worthsAssumed {
            return say("Ask first what having no agreement would mean")
        }
        guard inquiry.silence == nil, let first = inquiry.values.first else {
            return say("Nothing need be asked for these figures")
        }
        let level = inquiry.values.filter { $0.rank == first.rank }.count
        return level == 1
            ? say("Most worth asking: \(phrasing.unknown(first.unknown))")
            : say("\(number(level)) things are most worth asking, and cannot be told apart").capitalised
    }

    private static let comparedShown = 8
    private static let ruledOutNamed = 3
    private static let unknownsShown = 8
}
