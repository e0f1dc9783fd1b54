import ArgumentParser
import Assessment
import Negotiation

/// Which sheets an analysis uses, and whom it leaves out.
struct AnalysisOptions: ParsableArguments {
    @Option(
        name: .customLong("sheet"),
        help: ArgumentHelp("The sheet to use for a party; may be repeated.", valueName: "party=sheet"))
    var sheets: [String] = []

    @Option(
        name: .customLong("without"),
        help: ArgumentHelp("A negotiator to leave out; may be repeated.", valueName: "party"))
    var without: [String] = []

    @Option(help: "Over which packages ideals are taken: acceptable or all.")
    var ideal: AnalysisRequest.Ideal = .acceptable

    /// The request.
    ///
    /// - Parameter drawn: how much is drawn, where something is.
    func request(_ drawn: DrawOptions? = nil) throws(Failure) -> AnalysisRequest {
        AnalysisRequest(
            sheets: try Self.chosen(sheets), without: Set(without.map { PartyID($0) }), ideal: ideal,
            draws: drawn?.draws ?? AnalysisRequest.defaultDraws, seed: drawn?.seed ?? 1)
    }

    /// The sheet chosen for each party, from texts such as `north=north-team`.
    static func chosen(_ texts: [String]) throws(Failure) -> [PartyID: SheetID] {
        var chosen: [PartyID: SheetID] = [:]
        for text in texts {
            let sides = text.split(separator: "=", omittingEmptySubsequences: false).map(String.init)
            guard sides.count == 2, sides.allSatisfy({ !$0.isEmpty }) else {
                throw .command("'--sheet \(text)': expected PARTY=SHEET, such as --sheet north=north-team.")
            }
            guard chosen.updateValue(SheetID(sides[1]), forKey: PartyID(sides[0])) == nil else {
                throw .command("'--sheet' names a sheet for '\(sides[0])' twice.")
            }
        }
        return chosen
    }
}

extension AnalysisRequest.Ideal: ExpressibleByArgument {}
