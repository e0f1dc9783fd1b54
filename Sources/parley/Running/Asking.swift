import Assessment
import Briefing
import Negotiation

/// Where an engine's refusal becomes the program's message and status.
enum Asking {
    /// The answer; the words of a refusal are a function of what the viewer sees.
    static func answer<Answer>(
        of view: Dossier, _ question: () throws(AssessmentError) -> Answer
    ) throws(Failure) -> Answer {
        do throws(AssessmentError) {
            return try question()
        } catch {
            throw failure(error, of: view)
        }
    }

    /// The message and status of a refusal.
    static func failure(_ error: AssessmentError, of view: Dossier) -> Failure {
        let phrasing = Phrasing(view)
        let sentence = "error: \(phrasing.problem(error).text) \(phrasing.remedy(error).text)"
        return Failure(message: sentence, status: error.isOfTheCommand ? .wrongCommand : .wrongDossier)
    }
}

extension AssessmentError {
    /// Whether the command asked for something that is not there, rather than the dossier lacking it.
    var isOfTheCommand: Bool {
        switch self {
        case .unknown, .unknownOption, .notAPackage, .sheetOfAnotherParty, .nothingToLeaveOut,
            .nothingToWeigh, .weightOfOneLeftOut, .weightNotPositive, .weightsTooFine, .coalitionOfOne,
            .stateCannotBe, .notProposed, .sheetWithoutStates, .packageUndecided, .commitmentElsewhere,
            .withoutResponse:
            true
        case .negotiatorsWithoutSheet, .sheetUndecided, .nobodyNegotiates, .partialPackage, .unfit,
            .todayUnknown, .noStages, .noConflictModel, .conflictModel, .noCommitments, .noStakes,
            .answersUndecided:
            false
        }
    }
}
