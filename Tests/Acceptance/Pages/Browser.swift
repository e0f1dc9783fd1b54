import Foundation

/// A real browser, where one is installed.
enum Browser {
    static let url = Child.find("chromium", "chromium-browser", "google-chrome", "google-chrome-stable")
    /// Why tests that need it are skipped.
    static let absence = "no Chromium is installed (make test-tools)"

    /// Runs the browser without a window.
    static func run(_ arguments: [String], in folder: URL) throws -> Program.Outcome {
        guard let url else { throw CocoaError(.fileNoSuchFile) }
        let quiet = [
            "--headless", "--no-sandbox", "--disable-gpu", "--disable-dev-shm-usage", "--no-first-run",
            "--disable-extensions", "--disable-background-networking", "--hide-scrollbars",
            "--user-data-dir=\(folder.appending(path: "profile").path)",
        ]
        return try Child.run(url, quiet + arguments, in: folder, seconds: 50)
    }
}
