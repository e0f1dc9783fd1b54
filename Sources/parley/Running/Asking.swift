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
            let phrasing = Phrasing(view)
            let sentence = "error: \(phrasing.problem(error).text) \(phrasing.remedy(error).text)"
            switch error {
            case .unknown, .notAPackage, .sheetOfAnotherParty:
                throw Failure(message: sentence, status: .wrongCommand)
            case .negotiatorsWithoutSheet, .sheetUndecided, .nobodyNegotiates, .partialPackage, .unfit:
                throw Failure(message: sentence, status: .wrongDossier)
            }
        }
    }
}

extension Dossier {
    /// The analysis, or nil where no negotiator has a sheet: rules, consents and minimums then still answer.
    func desk(_ request: AnalysisRequest) throws(AssessmentError) -> Analysis? {
        sheets.isEmpty ? nil : try Analysis(self, request)
    }
}
