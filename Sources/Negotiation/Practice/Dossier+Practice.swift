extension Dossier {
    /// Goes through the published checklists: every question to which the dossier holds no answer that could be
    /// found, in the order of the checklists.
    ///
    /// Words are looked for in English only. A word that is found does not mean that the matter is settled well,
    /// and one that is missing does not mean that it is forgotten: these are questions to a team, not a mark.
    ///
    /// Complexity: linear in the texts for each question.
    public func practiceFindings() -> [PracticeFinding] {
        var search = PracticeSearch(self)
        search.run()
        return search.findings
    }
}

/// One walk through the checklists.
struct PracticeSearch {
    let dossier: Dossier
    var findings: [PracticeFinding] = []
    /// All that people read in issues, options and commitments.
    private let agenda: EnglishWords
    /// The same with the names and texts of parties.
    private let people: EnglishWords

    init(_ dossier: Dossier) {
        self.dossier = dossier
        let texts =
            dossier.issues.flatMap { $0.ownEnglish + $0.options.flatMap(\.english) }
            + dossier.packages.flatMap(\.commitments).flatMap(\.english)
        agenda = EnglishWords(texts)
        people = EnglishWords(
            texts
                + dossier.parties.flatMap {
                    $0.name.english + $0.text.english + $0.consulted.flatMap { $0.how.english }
                })
    }

    mutating func run() {
        if let place = ceasefire {
            for item in PracticeItem.ceasefire { ask(item, at: place) }
        }
        for item in PracticeItem.inclusion { ask(item, at: ItemPath(["parties"])) }
        for item in PracticeItem.doNoHarm { ask(item, at: ItemPath(["issues"])) }
    }

    /// The issue that speaks of a ceasefire, if one does: in its own words, else in those of its options.
    private var ceasefire: ItemPath? {
        let words = ["ceasefire", "cease fire", "truce", "cessation of hostilities", "armistice"]
        let found =
            dossier.issues.first { EnglishWords($0.ownEnglish).first(of: words) != nil }
            ?? dossier.issues.first { EnglishWords($0.options.flatMap(\.english)).first(of: words) != nil }
        return found.map { ItemPath(["issues"])[$0.id] }
    }

    private mutating func ask(_ item: PracticeItem, at place: ItemPath) {
        switch item.search {
        case .words(let words):
            if agenda.first(of: words) == nil { report(item, .noneOf(words), at: place) }
        case .peopleNamed(let words):
            if people.first(of: words) == nil { report(item, .noneOf(words), at: place) }
        case .wordsWhere(let occasion, let words):
            if agenda.first(of: occasion) != nil, agenda.first(of: words) == nil {
                report(item, .noneOf(words), at: place)
            }
        case .structure(let structure): look(at: structure, item)
        }
    }

    mutating func report(_ item: PracticeItem, _ evidence: PracticeFinding.Evidence, at place: ItemPath) {
        findings.append(PracticeFinding(item, evidence, at: place))
    }
}
