import Negotiation

extension Telling {
    /// What answers on offer would commit whom to: who, what, by when, verified by whom, and what if not.
    func commitmentsChapter() -> Document.Chapter? {
        let groups = dossier.issues.flatMap { issue in
            issue.options.flatMap { option in
                alike(option.commitments).map { (issue: issue.id, option: option.id, commitments: $0) }
            }
        }
        guard !groups.isEmpty else { return nil }
        var last: Prose?
        let rows = groups.map { group -> [DataTable.Cell] in
            let answer = phrasing.heading([group.option], of: group.issue)
            defer { last = answer }
            let commitment = group.commitments[0]
            return [
                answer == last ? "" : DataTable.Cell(answer),
                DataTable.Cell(phrasing.parties(group.commitments.map(\.who))), what(commitment),
                DataTable.Cell(when(commitment)), DataTable.Cell(phrasing.parties(commitment.verifiedBy)),
                DataTable.Cell(Prose(commitment.ifNot.map(phrasing.text) ?? "")),
            ]
        }
        let answers = Set(groups.map { [$0.issue.rawValue, $0.option.rawValue] }).count
        let title = counted(
            answers, one: "One answer on offer comes with commitments",
            many: "\(number(answers)) answers on offer come with commitments")
        return Document.Chapter(
            "commitments", title: title.capitalised,
            blocks: [
                table(
                    say("Who would do what, if it were agreed"),
                    [
                        column("Answer", namesRows: true), column("Who"), column("Does what"),
                        column("By when"), column("Verified by"), column("If not"),
                    ], rows, isDense: true)
            ].compactMap { $0 })
    }

    /// Commitments that differ only in who gives them stand together.
    private func alike(_ commitments: [Commitment]) -> [[Commitment]] {
        func same(_ one: Commitment, _ other: Commitment) -> Bool {
            var other = other
            (other.id, other.who, other.sources, other.seenBy) = (one.id, one.who, one.sources, one.seenBy)
            return one == other
        }
        return commitments.reduce(into: []) { groups, commitment in
            if let place = groups.firstIndex(where: { same($0[0], commitment) }) {
                groups[place].append(commitment)
            } else {
                groups.append([commitment])
            }
        }
    }

    private func what(_ commitment: Commitment) -> DataTable.Cell {
        let what = phrasing.text(commitment.what)
        let minimums = commitment.fulfils.map { phrasing.quoted(phrasing.minimum($0)) }
        return DataTable.Cell(
            commitment.where.map { say("\(what) (\(phrasing.text($0)))") } ?? Prose(what),
            note: minimums.isEmpty
                ? nil : say("Carries out a minimum, so it waits for nothing: \(wording.list(minimums))."))
    }

    private func when(_ commitment: Commitment) -> Prose {
        let by = commitment.by.map { Prose(phrasing.text($0)) }
        guard !commitment.after.isEmpty else { return by ?? Prose(runs: []) }
        let all = dossier.issues.flatMap(\.options).flatMap(\.commitments)
        let before = commitment.after.compactMap { id in all.first { $0.id == id } }
        let deeds = before.map { phrasing.text($0.what) }.reduce(into: [String]()) { deeds, deed in
            if !deeds.contains(deed) { deeds.append(deed) }
        }
        let told = deeds.map { deed -> Prose in
            let who = before.filter { phrasing.text($0.what) == deed }.map(\.who)
            return say("\(phrasing.quoted(deed)) (\(phrasing.parties(who)))")
        }
        let after = say("after \(wording.list(told))")
        return by.map { say("\($0); \(after)") } ?? after
    }
}
