import Negotiation

extension Telling {
    /// What answers on offer would commit whom to: who, what, by when, verified by whom, and what if not.
    func commitmentsChapter() -> Document.Chapter? {
        let answers = dossier.issues.flatMap { issue in
            issue.options.filter { !$0.commitments.isEmpty }.map { option in
                (name: phrasing.heading([option.id], of: issue.id), commitments: option.commitments)
            }
        }
        let packages = dossier.packages.filter { !$0.commitments.isEmpty }.map { package in
            (
                name: say("package “\(phrasing.package(package.id))”").capitalised,
                commitments: package.commitments
            )
        }
        guard !answers.isEmpty || !packages.isEmpty else { return nil }
        let rows = (answers + packages).flatMap { holder in
            alike(holder.commitments).enumerated().map { place, group -> [DataTable.Cell] in
                let who = group.flatMap(\.who).reduce(into: [PartyID]()) {
                    if !$0.contains($1) { $0.append($1) }
                }
                return [
                    place > 0 ? "" : DataTable.Cell(holder.name), DataTable.Cell(phrasing.parties(who)),
                    what(group[0]), DataTable.Cell(when(group[0])),
                    DataTable.Cell(phrasing.parties(group[0].verifiedBy)), DataTable.Cell(ifNot(group[0])),
                ]
            }
        }
        let title =
            answers.isEmpty
            ? counted(
                packages.count, one: "One drafted package comes with commitments",
                many: "\(number(packages.count)) drafted packages come with commitments")
            : counted(
                answers.count, one: "One answer on offer comes with commitments",
                many: "\(number(answers.count)) answers on offer come with commitments")
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
                ? nil : say("Carries out a minimum, so it waits for nobody else: \(wording.list(minimums))."))
    }

    /// By when in the words of the dossier, else by its deadline; then after what, and how long it takes.
    private func when(_ commitment: Commitment) -> Prose {
        let by = commitment.by.map { Prose(phrasing.text($0)) } ?? commitment.deadline.map(phrasing.deadline)
        let takes = commitment.takes.map { takes in
            say("takes \(phrasing.doingTime(takes, commitment.decider(in: dossier)))")
        }
        let parts = [by, phrasing.after(commitment.after), takes].compactMap { $0 }
        return parts.joined(separator: say("; "))
    }

    private func ifNot(_ commitment: Commitment) -> Prose {
        commitment.ifNot.map(phrasing.response).joined(separator: say("; "))
    }
}
