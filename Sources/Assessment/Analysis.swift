public import Bargaining
public import Negotiation

/// The front desk: a viewed dossier and a request, made ready for questions.
///
/// Every answer is in the dossier's words and is a function of what the viewer may see; pass the result of
/// `seen(by:)`.
public struct Analysis: Sendable {
    /// The dossier as its viewer sees it.
    public let dossier: Dossier
    /// What was asked for.
    public let request: AnalysisRequest
    /// The issues under analysis: those with at least one option.
    public let issues: [Issue]
    /// The central numbers used for each negotiator, in the order of the dossier.
    public let scorings: [Scoring]

    /// All that the sheet of each negotiator allows, in the order of ``scorings``.
    public let knowledge: [PartyKnowledge]

    /// The negotiators that were not left out on request and yet have no sheet here; nothing is asked of all
    /// negotiators together where there are any.
    let missing: [PartyID]
    let model: OutcomeModel
    package let space: OutcomeSpace

    /// Chooses sheets and prepares the engine.
    ///
    /// - Parameters:
    ///   - dossier: a dossier without faults, as its viewer sees it.
    ///   - request: sheets, parties left out, budget.
    /// - Throws: ``AssessmentError`` where a negotiator has no sheet, or a name leads nowhere.
    public init(_ dossier: Dossier, _ request: AnalysisRequest = AnalysisRequest()) throws(AssessmentError) {
        let (sheets, missing) = try SheetChoice(dossier: dossier, request: request).choose()
        guard missing.isEmpty else { throw .negotiatorsWithoutSheet(missing) }
        guard !sheets.isEmpty else { throw .nobodyNegotiates }
        try self.init(dossier, request, sheets: sheets, missing: [])
    }

    private init(
        _ dossier: Dossier, _ request: AnalysisRequest, sheets: [Sheet], missing: [PartyID]
    ) throws(AssessmentError) {
        let model = OutcomeModel(dossier)
        self.dossier = dossier
        self.request = request
        self.missing = missing
        self.model = model
        issues = model.issues
        let scorings = sheets.map { $0.central(over: model.issues) }
        self.scorings = scorings
        knowledge = zip(sheets, scorings).map { model.knowledge(of: $0, $1) }
        do {
            space = try OutcomeSpace(model.problem(scorings), budget: request.budget)
        } catch {
            throw .unfit(error)
        }
    }

    /// An analysis for questions about one package at a time: of the negotiators that have a sheet here. What a
    /// package is worth to one of them rests on no other sheet.
    ///
    /// - Parameters:
    ///   - dossier: a dossier without faults, as its viewer sees it.
    ///   - request: sheets, parties left out, budget.
    /// - Returns: `nil` where no negotiator has a sheet here; rules, consents and minimums then still answer.
    /// - Throws: ``AssessmentError`` where a name leads nowhere or a party's sheet is undecided.
    public static func ofKnownSheets(
        _ dossier: Dossier, _ request: AnalysisRequest = AnalysisRequest()
    ) throws(AssessmentError) -> Analysis? {
        let (sheets, missing) = try SheetChoice(dossier: dossier, request: request).choose()
        guard !sheets.isEmpty else { return nil }
        return try Analysis(dossier, request, sheets: sheets, missing: missing)
    }

    /// The parties analysed, in the order of every list of utilities.
    public var negotiators: [PartyID] { scorings.map(\.party) }

    /// The worth without agreement used for each negotiator.
    public var withoutAgreement: [Rational] { space.withoutAgreement }

    /// Whether the worth without agreement of the negotiator in that place is exact: stated, or assumed and found
    /// within the budget. The engine tells it of all assumed ones together.
    public func withoutAgreementIsExact(for negotiator: Int) -> Bool {
        space.withoutAgreementIsExact[negotiator]
    }
}
