import Foundation

/// The program under test, as people start it: another process.
enum Program {
    /// How a run ended.
    struct Outcome: Equatable {
        /// The exit status; 128 plus the signal's number where a signal ended it, as shells count.
        var status: Int32
        /// What it printed.
        var output: String
        /// What it printed to standard error.
        var errors: String
        /// Whether it was ended because it took too long.
        var isOverdue = false

        /// The result as JSON.
        var json: Value {
            get throws { try Value(json: output) }
        }
    }

    /// The program: beside the tests, where the same build put it.
    static let url: URL = {
        let beside = (Bundle.main.executableURL ?? URL(filePath: CommandLine.arguments[0]))
            .deletingLastPathComponent().appending(path: "parley")
        if FileManager.default.isExecutableFile(atPath: beside.path) { return beside }
        return Package.folder.appending(path: ".build/release/parley")
    }()

    /// Runs `parley` with these arguments.
    ///
    /// - Parameters:
    ///   - folder: the working directory.
    ///   - input: what stands on standard input.
    ///   - seconds: after this time the process is killed.
    static func run(
        _ arguments: [String], in folder: URL, input: String = "", seconds: Double = 60,
        environment: [String: String] = [:]
    ) throws -> Outcome {
        try Child.run(
            url, arguments, in: folder, input: input, seconds: seconds,
            environment: ["NO_COLOR": "1", "COLUMNS": "100"].merging(environment) { $1 })
    }
}

/// The package under test.
enum Package {
    static let folder = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
        .deletingLastPathComponent().deletingLastPathComponent()
}
