import Negotiation

/// The English words of a dossier that are no names: those that it writes with a small first letter somewhere.
///
/// A title's first letter may only become small inside a sentence where the word is known to be common; a name
/// with a small first letter (`sinai`, `palestinian`) would be wrong, and read as a slight. A word that is never
/// seen small keeps its capital.
struct CommonWords: Sendable {
    private var words: Set<String> = []

    /// No word but those of the grammar.
    init() {}

    /// The words of a dossier's texts, in the languages wanted.
    ///
    /// - Complexity: O(n) in the bytes of the texts.
    init(of dossier: Dossier, languages: [String]) {
        var texts: [Text?] = [dossier.title, dossier.text]
        for party in dossier.parties { texts += [party.name, party.text] }
        for issue in dossier.issues {
            texts += [issue.title, issue.text]
            for option in issue.options { texts += [option.title, option.text] }
        }
        texts += dossier.interests.map(\.text)
        texts += dossier.positions.map(\.text)
        texts += dossier.minimums.map(\.text)
        texts += dossier.rules.map(\.because)
        texts += dossier.tables.map(\.title)
        texts += dossier.stages.map(\.title)
        texts += dossier.packages.map(\.title)
        for text in texts.compactMap({ $0 }) { add(text.preferring(languages)) }
    }

    /// Whether the word that begins a title is a common one.
    ///
    /// A title with a capital on its next word too (`Security Council`) is a name, unless it begins with a word of
    /// the grammar (`All Greek forces`).
    func begin(_ title: String) -> Bool {
        let first = title.split(maxSplits: 2) { !$0.isLetter }.prefix(2)
        guard let small = first.first?.lowercased() else { return false }
        if Self.grammar.contains(small) { return true }
        if first.count > 1, first[1].first?.isUppercase ?? false { return false }
        return Self.trade.contains(small) || words.contains(small)
    }

    /// Adds the runs of small ASCII letters that stand between other signs than letters.
    private mutating func add(_ text: String) {
        var word: [UInt8] = []
        var isName = false
        func isSmall(_ byte: UInt8) -> Bool { (0x61...0x7a).contains(byte) }
        func isOtherLetter(_ byte: UInt8) -> Bool { (0x41...0x5a).contains(byte) || byte >= 0x80 }
        for byte in Array(text.utf8) + [0x20] {
            if isSmall(byte) {
                word.append(byte)
            } else if isOtherLetter(byte) {
                isName = true
            } else {
                if !isName, word.count > 1 { words.insert(String(decoding: word, as: UTF8.self)) }
                word.removeAll(keepingCapacity: true)
                isName = false
            }
        }
    }

    /// Words that begin titles and are never names.
    private static let grammar: Set<String> = [
        "a", "after", "all", "an", "and", "any", "as", "at", "before", "both", "by", "during",
        "each", "every", "for", "from", "how", "if", "in", "it", "its", "more", "no", "nobody",
        "none", "not", "nothing", "of", "on", "one", "only", "or", "other", "some", "that", "the",
        "their", "these", "they", "this", "those", "three", "to", "two", "under", "until", "what",
        "when", "where", "whether", "which", "who", "whose", "with", "within", "without",
    ]

    /// Words with which titles of issues and answers often begin, and which are no names.
    private static let trade: Set<String> = [
        "access", "accounts", "agreed", "agreement", "aid", "amnesty", "arms", "army",
        "arrangement", "assets", "assurances", "bases", "borders", "boundary", "building",
        "cantonment", "ceasefire", "ceilings", "channels", "checkpoints", "citizenship", "civilian",
        "civilians", "claims", "collaboration", "combined", "common", "compensation", "consent",
        "constitution", "control", "cooperation", "corridors", "courts", "customs", "debt",
        "demilitarised", "demilitarized", "deployment", "detainees", "diplomatic", "disarmament",
        "displaced", "disputes", "dues", "economic", "elections", "energy", "exchange", "exchanges",
        "existing", "federal", "final", "fishing", "force", "forces", "form", "free", "freedom",
        "full", "funds", "governance", "government", "grazing", "guarantee", "guarantees", "guns",
        "half", "heavy", "humanitarian", "identity", "immobilised", "independent", "inspection",
        "inspections", "interim", "international", "joint", "justice", "land", "language", "law",
        "left", "legal", "lifted", "limited", "limits", "line", "lines", "local", "long", "markets",
        "measures", "military", "mines", "minority", "mixed", "monitoring", "monitors", "mutual",
        "national", "neutral", "notice", "obligations", "observers", "oil", "open", "parallel",
        "parliament", "payment", "peacekeepers", "permanent", "phased", "police", "ports", "power",
        "prisoners", "projects", "property", "protection", "public", "ratification", "recognition",
        "reconciliation", "reconstruction", "recovery", "referendum", "refugees", "regional",
        "relations", "release", "released", "relief", "removed", "reparations", "representation",
        "return", "returned", "rights", "roads", "routes", "safe", "safety", "sanctions",
        "schedule", "schools", "security", "separation", "settlement", "shared", "shipping", "size",
        "sovereignty", "staged", "stages", "standing", "status", "step", "steps", "suspended",
        "taxes", "temporary", "territory", "timing", "trade", "transferred", "transit",
        "transition", "treaty", "troops", "truce", "trust", "truth", "use", "verification",
        "waivers", "water", "weapons", "withdrawal", "wounded", "written", "zone", "zones",
    ]
}
