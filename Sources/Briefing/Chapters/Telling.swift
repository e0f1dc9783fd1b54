import Assessment
import Negotiation

/// A situation on its way to being told: what all chapters share. Chapters are extensions, one a file.
struct Telling {
    let situation: Situation
    let options: BriefingOptions
    let phrasing: Phrasing

    init(_ situation: Situation, _ options: BriefingOptions) {
        self.situation = situation
        self.options = options
        phrasing = Phrasing(
            situation.dossier, wording: options.wording, languages: options.languages,
            firstParty: options.firstParty)
    }

    var dossier: Dossier { situation.dossier }
    var wording: Wording { options.wording }

    func say(_ sentence: Sentence) -> Prose { phrasing.say(sentence) }

    /// A number of things, as a word up to twenty.
    func number(_ count: Int) -> String { wording.number(count) }

    /// A part of a whole, both in words or both in digits.
    func share(_ part: Int, of whole: Int) -> Prose { wording.share(part, of: whole) }

    /// `one` where there is one thing, else `many`.
    func counted(_ count: Int, one: Sentence, many: Sentence) -> Prose {
        phrasing.counted(count, one: one, many: many)
    }

    /// Whether this is a copy for others than the team in which no issue can be seen.
    var showsNothing: Bool { situation.viewer != .team && dossier.issues.isEmpty }

    /// The space of agreement, where there is one to show.
    var space: Situation.Space? {
        if case .success(let space) = situation.space { space } else { nil }
    }

    /// The negotiators of this copy, in its neutral order.
    var negotiators: [PartyID] { phrasing.inOrder(dossier.negotiators.map(\.id)) }

    /// All parties of this copy, in its neutral order.
    var parties: [Party] { phrasing.inOrder(dossier.parties.map(\.id)).compactMap(dossier.party) }

    /// The places of the analysed negotiators, in the neutral order of this copy.
    func places(in space: Situation.Space) -> [Int] {
        let negotiators = space.analysis.negotiators
        return phrasing.inOrder(negotiators).compactMap(negotiators.firstIndex)
    }

    /// What stands under the title: the day, and the order in which parties are listed.
    var subtitle: Prose {
        let order =
            options.firstParty.flatMap(dossier.party).map {
                say(
                    "Parties are listed with \(phrasing.text($0.name)) first, the others in alphabetical order."
                )
            } ?? say("Parties are listed in alphabetical order.")
        return dossier.dated.map { say("As of \(wording.date($0)). \(order)") } ?? order
    }

    /// What must stand on every page: what is invented, whose numbers these are, and that central ones were used.
    var stamps: [Prose] {
        var result: [Prose] = []
        if !situation.without.isEmpty {
            result.append(say("Left out on request: \(phrasing.parties(situation.without))"))
        }
        if let illustration { result.append(illustration) }
        if dossier.sheets.contains(where: { $0.basis == .estimate }) {
            result.append(say("Contains estimates by others than the party concerned"))
        }
        if let space, space.analysis.scorings.contains(where: \.isCentral) {
            result.append(say("Central values stand in where sheets give orders, words or ranges"))
        }
        return result
    }

    /// What is invented here: the dossier, in whole or in part, or what its sheets say.
    private var illustration: Prose? {
        // In an invented dossier a party declares what somebody invented.
        let isInvented = dossier.basis == .illustration
        let invented = dossier.sheets.filter { isInvented || $0.basis == .illustration }
        return switch (dossier.basis, invented.isEmpty, invented.allSatisfy(\.isInWords)) {
        case (nil, true, _): nil
        case (nil, false, true): say("Illustration: invented orders and words, describing no real party")
        case (nil, false, false): say("Illustration: invented numbers, describing no real party")
        case (.illustration, true, _): say("Illustration: invented in whole or in part")
        case (.illustration, false, true):
            say("Illustration: invented in whole or in part; its orders describe no real party")
        case (.illustration, false, false):
            say("Illustration: invented in whole or in part; its numbers describe no real party")
        }
    }

    /// A table without the columns in which nothing stands; nil where it would have no row.
    func table(
        _ caption: Prose, _ columns: [DataTable.Column], _ rows: [[DataTable.Cell]], isDense: Bool = false
    ) -> Block? {
        guard !rows.isEmpty else { return nil }
        let kept = columns.indices.filter { column in
            columns[column].namesRows || rows.contains { !$0[column].words.isEmpty }
        }
        return .table(
            DataTable(
                caption: caption, columns: kept.map { columns[$0] },
                rows: rows.map { row in kept.map { row[$0] } }, isDense: isDense))
    }

    /// A column of words.
    func column(_ header: Sentence, namesRows: Bool = false) -> DataTable.Column {
        DataTable.Column(say(header), namesRows: namesRows)
    }

    /// A column of figures.
    func figures(_ header: Prose) -> DataTable.Column { DataTable.Column(header, alignment: .end) }

    /// A figure that says `nothing known` where there is none.
    var unknown: DataTable.Cell { DataTable.Cell("–") }
}
