import Briefing
import Foundation

/// The program's way out: results to standard output, everything else to standard error.
enum Console {
    static func print(_ text: String) { write(text, to: .standardOutput) }

    /// Messages repeat what was typed and what stands in files: nothing in them may move a terminal's cursor or text.
    static func error(_ text: String) {
        let lines = text.split(separator: "\n", omittingEmptySubsequences: false)
        write(lines.map { visible(String($0)) }.joined(separator: "\n"), to: .standardError)
    }

    static func exit(_ status: ExitStatus) -> Never { Foundation.exit(status.rawValue) }

    private static func write(_ text: String, to handle: FileHandle) {
        let line = text.utf8.last == 0x0A || text.isEmpty ? text : text + "\n"
        // A reader that went away (`parley … | head`) is no error of ours.
        try? handle.write(contentsOf: Data(line.utf8))
    }

    /// How text is laid out here.
    static var style: TextStyle { TextStyle(width: width, isDecorated: isStyled) }

    /// Whether standard output is a terminal that may be coloured (https://no-color.org).
    static var isStyled: Bool {
        let environment = ProcessInfo.processInfo.environment
        return isatty(1) == 1 && (environment["NO_COLOR"] ?? "").isEmpty && environment["TERM"] != "dumb"
    }

    /// The columns of the terminal: as the environment or the terminal says, else 100.
    static var width: Int {
        if let columns = ProcessInfo.processInfo.environment["COLUMNS"].flatMap({ Int($0) }) {
            return min(max(columns, 40), 400)
        }
        var size = winsize()
        guard ioctl(1, UInt(TIOCGWINSZ), &size) == 0, size.ws_col > 0 else { return 100 }
        return min(max(Int(size.ws_col), 40), 400)
    }
}
