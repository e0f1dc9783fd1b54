public import Assessment
import Negotiation

extension FrontierReport {
    /// The frontier as a table (RFC 4180): a line a point, with the exact utility of each negotiator, how many packages
    /// have these utilities, and the options of the first of them.
    ///
    /// - Parameter limit: the most points; the count of all stands in the first result of `--json`.
    public func csv(limit: Int) -> String {
        let header = negotiators.map { "utility:" + $0.rawValue } + ["packages"] + issues.map(\.rawValue)
        var lines = [header]
        for place in 0..<min(count, max(limit, 0)) {
            let point = self[place]
            let choose = point.packages.first { _ in true } ?? [:]
            lines.append(
                point.utilities.map(\.description) + [point.count.description]
                    + issues.map { choose[$0]?.rawValue ?? "" })
        }
        return lines.map { $0.map(Self.field).joined(separator: ",") + "\r\n" }.joined()
    }

    /// Identifiers and numbers need no quotes; anything else would.
    private static func field(_ text: String) -> String {
        text.contains { ",\"\r\n".contains($0) }
            ? "\"" + text.replacing("\"", with: "\"\"") + "\"" : text
    }
}
