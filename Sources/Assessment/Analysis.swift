import Bargaining
public import Negotiation

/// The front desk: a viewed dossier and a request, made ready for questions.
///
/// Every answer is in the dossier's words and is a function of what the viewer may see; pass the result of
/// ``Negotiation/Dossier/seen(by:)``.
public struct Analysis: Sendable {
    /// The dossier as its viewer sees it.
    public let dossier: Dossier
    /// What was asked for.
    public let request: AnalysisRequest
    /// The issues under analysis: those with at least one option.
    public let issues: [Issue]
    /// The central numbers used for each negotiator, in the order of the dossier.
    public let scorings: [Scoring]

    let model: OutcomeModel
    package let space: OutcomeSpace

    /// Chooses sheets and prepares the engine.
    ///
    /// - Parameters:
    ///   - dossier: a dossier without faults, as its viewer sees it.
    ///   - request: sheets, parties left out, budget.
    /// - Throws: ``AssessmentError`` where a negotiator has no sheet, or a name leads nowhere.
    public init(_ dossier: Dossier, _ request: AnalysisRequest = AnalysisRequest()) throws(AssessmentError) {
        let model = OutcomeModel(dossier)
        let sheets = try SheetChoice(dossier: dossier, request: request).sheets()
        self.dossier = dossier
        self.request = request
        self.model = model
        issues = model.issues
        scorings = sheets.map { $0.central(over: model.issues) }
        do {
            space = try OutcomeSpace(model.problem(scorings), budget: request.budget)
        } catch {
            throw .unfit(error)
        }
    }

    /// The parties analysed, in the order of every list of utilities.
    public var negotiators: [PartyID] { scorings.map(\.party) }

    /// The worth without agreement used for each negotiator.
    public var withoutAgreement: [Rational] { space.withoutAgreement }
}
