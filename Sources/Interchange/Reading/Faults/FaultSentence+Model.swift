import Negotiation

extension FaultSentence {
    /// The words for what can be wrong with the model of who could do what.
    init(model reason: Fault.Reason) {
        switch reason {
        case .tooMany(let subject, let count, let limit):
            self.init("\(count) \(Self.plural(subject))", expected: "at most \(limit)")
        case .wrongLetters(let letters, let options):
            self.init(Self.letters(letters.utf8.count, options), expected: Self.letterForm)
        case .stateOpen(let state):
            self.init(
                "the state `\(state)` does not say of every option whether it is taken",
                expected: "`Y` or `N` for each option, `taken`, or a place in `coalesced`")
        case .lettersOfAnother(let state):
            self.init("`\(state)` is made of the letters of a state", expected: "another name")
        case .sameState(let state, let other):
            self.init("`\(state)` and `\(other)` are one state", expected: "one name for each state")
        case .listedTwice(let subject, let name):
            self.init(
                "the \(subject.rawValue) \(OneLine.quoting(name)) stands here twice",
                expected: "each \(subject.rawValue) once")
        case .moveToItself(let state):
            self.init(
                "a move from \(OneLine.quoting(state.rawValue)) to itself",
                expected: "two different states: `[from, to]`")
        case .comparedWithItself(let state):
            self.init(
                "\(OneLine.quoting(state.rawValue)) is compared with itself",
                expected: "two different states")
        case .noConflictModel:
            self.init(
                "preferences among states, and the dossier has no model of them",
                expected: "a file `stability.yaml` beside the dossier's own")
        case .nameInModel(let party): self.init(name: party)
        case .preferencesInModel: self = .preferencesInModel
        default: self.init("this cannot be", expected: "something else")
        }
    }

    /// That a party has a second name.
    init(name party: PartyID) {
        self.init(
            "a second name for \(OneLine.quoting(party.rawValue))",
            expected: "no `name` here: the dossier names its parties")
    }

    /// That preferences stand where everybody sees them who sees the model.
    static let preferencesInModel = FaultSentence(
        "preferences in the model of a dossier", expected: "each party's in its own sheet, under `states`")

    /// That letters are not as many as options.
    static func letters(_ count: Int, _ options: Int) -> String {
        let letters = count == 1 ? "1 letter" : "\(count) letters"
        return "\(letters), and the model has \(options == 1 ? "1 option" : "\(options) options")"
    }

    /// What letters stand for.
    static let letterForm = "one letter for each option, in the order of the file"

    private static func plural(_ subject: Fault.Subject) -> String {
        subject == .modelOption ? "options of the model" : subject.rawValue + "s"
    }
}
