import Foundation

/// The published and independently computed answers, which stand beside the checkout and not in it.
public enum ReferenceCases {
    /// The folder, where it is there: `PARLEY_REFERENCE`, or `../shared/reference` from the package.
    public static let folder: String? = {
        let package = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
            .deletingLastPathComponent()
        let named = ProcessInfo.processInfo.environment["PARLEY_REFERENCE"]
        let path = named ?? package.appending(path: "../shared/reference").standardized.path()
        return FileManager.default.fileExists(atPath: path) ? path : nil
    }()

    /// Why a test is skipped.
    public static let absence = "the reference cases are not beside the checkout (set PARLEY_REFERENCE)"

    /// One row of `bargaining/expected.csv`: the columns by name.
    public struct Row: Sendable, CustomStringConvertible {
        /// The columns by name.
        public let columns: [String: String]
        /// The domain file and the profiles, in order.
        public let files: [String]

        /// A column; fails the test where there is none.
        public subscript(_ name: String) -> String { columns[name] ?? "no column \(name)" }
        /// The numbers of a column, separated by spaces.
        public func numbers(_ name: String) -> [Double] {
            self[name].split(separator: " ").compactMap { Double($0) }
        }
        /// The points of a column, separated by semicolons.
        public func points(_ name: String) -> [[Double]] {
            self[name].split(separator: ";").map { $0.split(separator: " ").compactMap { Double($0) } }
        }
        /// The domain and the number of its parties.
        public var description: String { "\(self["domain"]) (\(self["parties"]))" }
    }

    /// Every row of `bargaining/expected.csv`; none where the folder is not there.
    public static let bargaining: [Row] = {
        guard let folder,
            let text = try? String(contentsOfFile: folder + "/bargaining/expected.csv", encoding: .utf8)
        else { return [] }
        let lines = text.split(whereSeparator: \.isNewline).map {
            $0.split(separator: ",", omittingEmptySubsequences: false).map(String.init)
        }
        return lines.dropFirst().map { cells in
            let columns = Dictionary(zip(lines[0], cells), uniquingKeysWith: { first, _ in first })
            let home = "\(folder)/bargaining/domains/\(columns["domain"] ?? "")"
            let profiles = (columns["profiles"] ?? "").split(separator: "|").map(String.init)
            let all = (try? FileManager.default.contentsOfDirectory(atPath: home))?.sorted() ?? []
            let domain = all.first { name in
                let head = (try? String(contentsOfFile: "\(home)/\(name)", encoding: .utf8)) ?? ""
                return head.contains("<negotiation_template")
            }
            return Row(columns: columns, files: ([domain ?? "no domain"] + profiles).map { "\(home)/\($0)" })
        }
    }()
}
