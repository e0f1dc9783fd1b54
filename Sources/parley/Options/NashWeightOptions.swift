import ArgumentParser
import Negotiation

/// Weights for a Nash yardstick of its own.
struct NashWeightOptions: ParsableArguments {
    @Option(
        name: .customLong("nash-weight"),
        help: ArgumentHelp(
            "Show a weighted Nash yardstick too: the power to which this party's gain counts, such as 2, 0.5 or 1/3; may be repeated, 1 for parties not named.",
            valueName: "party=number"))
    var texts: [String] = []

    /// The weights by party.
    func weights() throws(Failure) -> [PartyID: Rational] {
        var result: [PartyID: Rational] = [:]
        for text in texts {
            let sides = text.split(separator: "=", omittingEmptySubsequences: false).map(String.init)
            guard sides.count == 2, sides.allSatisfy({ !$0.isEmpty }),
                let weight = try? Rational(text: sides[1]), weight > .zero
            else {
                throw .command(
                    "'--nash-weight \(text)': expected PARTY=NUMBER with a number above 0, such as --nash-weight north=2, north=0.5 or north=1/3."
                )
            }
            guard result.updateValue(weight, forKey: PartyID(sides[0])) == nil else {
                throw .command("'--nash-weight' names a weight for '\(sides[0])' twice.")
            }
        }
        return result
    }
}
