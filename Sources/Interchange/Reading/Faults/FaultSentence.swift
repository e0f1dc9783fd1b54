import Negotiation

/// The words for what can be wrong with a dossier whose files are well formed.
struct FaultSentence {
    /// What is wrong.
    let problem: String
    /// What may stand there instead.
    var expected: String?
    /// The nearest right name.
    var nearest: String?

    init(_ reason: Fault.Reason) {
        switch reason {
        case .unknown(let subject, let name, let near):
            problem = "no \(subject.rawValue) is named \(OneLine.quoting(name))"
            expected = near == nil ? Self.remedy(for: subject) : nil
            nearest = near
        case .duplicate(let subject, let name):
            problem = "a second \(subject.rawValue) is named `\(name)`"
            expected = "a name that no other \(subject.rawValue) has"
        case .malformedName(let name):
            problem = "\(OneLine.quoting(name)) cannot be a name"
            expected = Parsing.nameForm + ", and no word of the format"
        case .minimumConditioned(let minimum):
            problem =
                "`\(minimum)` is a minimum: it holds in every package, so it is no issue, condition, "
                + "weight or trade"
            expected = "the issue of its modalities, under a name of its own"
        case .nothing(let subject):
            problem = "no \(subject.rawValue)"
            expected = "at least one"
        case .repeated(let subject, let name):
            problem = "the \(subject.rawValue) `\(name)` stands twice in one order"
            expected = "each \(subject.rawValue) once; ties in inner brackets"
        case .notPositive(let number):
            problem = "`\(number)` is not above 0"
            expected = "a number above 0"
        case .negative(let number):
            problem = "`\(number)` is below 0"
            expected = "0 or more"
        case .notAWeight(let level):
            problem = "the level `\(level.rawValue)` cannot be said of an issue's weight"
            expected = Parsing.listing(Level.allCases.filter { $0 <= .indifferent }.map(\.rawValue))
        case .sheetOfAnotherParty(let sheet, let party):
            problem = "the sheet `\(sheet)` is about `\(party)`"
            expected = "a sheet about this party"
        default:
            let sentence = FaultSentence(commitment: reason) ?? FaultSentence(model: reason)
            problem = sentence.problem
            expected = sentence.expected
        }
    }

    init(_ problem: String, expected: String) {
        self.problem = problem
        self.expected = expected
    }

    private static func remedy(for subject: Fault.Subject) -> String {
        switch subject {
        case .sheet: "the name of a file in `sheets`, without its ending"
        case .source: "the name of one of `sources`, or a work that can be looked up, such as `GC I Art. 12`"
        case .option: "one of the issue's options"
        case .modelOption: "one of the options of the model's decision makers"
        case .decisionMaker: "one of the model's `decision-makers`"
        case .state: "the `id` of a state, or its letters: `Y` or `N` for each option of the model"
        case .issue, .interest, .event: "an \(subject.rawValue) that the dossier has"
        default: "a \(subject.rawValue) that the dossier has"
        }
    }
}
