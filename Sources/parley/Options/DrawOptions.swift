import ArgumentParser
import Assessment

/// How many ways of filling in what is not known are drawn, and from which seed.
struct DrawOptions: ParsableArguments {
    @Option(
        help: "How many ways of filling in what the sheets leave open are drawn.",
        transform: Self.drawNumber)
    var draws = 100_000

    @Option(help: "The seed of the draws; the same seed gives the same answer.")
    var seed: UInt64 = 1

    /// More draws than this tell no more than the sheets deserve, and take memory in proportion.
    private static let mostDraws = 10_000_000

    private static func drawNumber(_ text: String) throws -> Int {
        guard let number = Int(text), (100...mostDraws).contains(number) else {
            throw ValidationError("Expected a whole number from 100 to 10000000.")
        }
        return number
    }
}
