import Foundation

/// A child process that never outlives its time.
enum Child {
    /// Runs a program to its end.
    ///
    /// What it prints goes to files and not to pipes, so that no amount of it blocks.
    static func run(
        _ program: URL, _ arguments: [String], in folder: URL, input: String = "", seconds: Double,
        environment: [String: String] = [:]
    ) throws -> Program.Outcome {
        try Scratch.with { scratch in
            let names = ["input", "output", "errors"].map { scratch.appending(path: $0) }
            for (file, text) in zip(names, [input, "", ""]) { try Data(text.utf8).write(to: file) }
            let process = Process()
            process.executableURL = program
            process.arguments = arguments
            process.currentDirectoryURL = folder
            process.environment = [
                "PATH": "/usr/local/bin:/usr/bin:/bin", "HOME": scratch.path, "LANG": "C.UTF-8",
            ].merging(environment) { $1 }
            let handles = [
                try FileHandle(forReadingFrom: names[0]), try FileHandle(forWritingTo: names[1]),
                try FileHandle(forWritingTo: names[2]),
            ]
            // A process that has ended keeps them open. Beyond a thousand or so open files Foundation reads past the
            // end of the list of them when it starts the next process, and crashes.
            defer { for handle in handles { try? handle.close() } }
            process.standardInput = handles[0]
            process.standardOutput = handles[1]
            process.standardError = handles[2]
            let ended = DispatchSemaphore(value: 0)
            process.terminationHandler = { _ in ended.signal() }
            try process.run()
            var isOverdue = false
            if ended.wait(timeout: .now() + seconds) == .timedOut {
                isOverdue = true
                kill(process.processIdentifier, SIGKILL)
                ended.wait()
            }
            let signalled = process.terminationReason == .uncaughtSignal
            return Program.Outcome(
                status: signalled ? 128 + process.terminationStatus : process.terminationStatus,
                output: String(decoding: try Data(contentsOf: names[1]), as: UTF8.self),
                errors: String(decoding: try Data(contentsOf: names[2]), as: UTF8.self),
                isOverdue: isOverdue)
        }
    }

    /// Where a program of the system is, if it is there.
    static func find(_ names: String...) -> URL? {
        let folders = ["/usr/local/bin", "/usr/bin", "/bin"]
        return names.flatMap { name in folders.map { "\($0)/\(name)" } }
            .first { FileManager.default.isExecutableFile(atPath: $0) }.map { URL(filePath: $0) }
    }
}
