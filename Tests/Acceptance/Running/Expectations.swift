import Foundation
import Testing

extension Program.Outcome {
    /// Checks what holds of every run, whatever was asked: it ended by itself, in time, with a status of the four, and
    /// spoke to people and not to programmers.
    func expectCivil(_ what: String = "", at place: SourceLocation = #_sourceLocation) {
        #expect(!isOverdue, "took too long: \(what)", sourceLocation: place)
        #expect((0...3).contains(status), "status \(status): \(what)", sourceLocation: place)
        let trace = [
            "Fatal error", "Stack dump", "Program crashed", "Sources/", ".swift:", "NSError", "Optional(",
        ]
        for sign in trace {
            #expect(!errors.contains(sign), "\(what): \(errors.prefix(500))", sourceLocation: place)
        }
        let isSilent = errors.trimmingCharacters(in: .whitespacesAndNewlines).isEmpty
        if status == 1 || status == 2 {
            #expect(!isSilent, "failed without a word: \(what)", sourceLocation: place)
        }
    }

    /// Checks that the run was refused with this status, saying every one of these words.
    func expectRefusal(
        _ status: Int32, saying words: [String] = [], at place: SourceLocation = #_sourceLocation
    ) {
        expectCivil(at: place)
        #expect(self.status == status, "\(errors.prefix(500))", sourceLocation: place)
        #expect(output.isEmpty, "printed a result as well", sourceLocation: place)
        for word in words {
            #expect(errors.contains(word), "no “\(word)” in: \(errors.prefix(500))", sourceLocation: place)
        }
    }

    /// Checks that every line of standard error is `file:line:column: error: …`, and that there are as many as said.
    func expectDiagnostics(_ count: Int? = nil, at place: SourceLocation = #_sourceLocation) {
        expectRefusal(1, at: place)
        let lines = errors.split(separator: "\n", omittingEmptySubsequences: false).dropLast()
        for line in lines {
            let isDiagnostic = line.wholeMatch(of: /[^:]+:[1-9][0-9]*:[1-9][0-9]*: error: .+/) != nil
            #expect(isDiagnostic, "\(line.prefix(300))", sourceLocation: place)
        }
        #expect(errors.hasSuffix("\n"), sourceLocation: place)
        if let count { #expect(lines.count == count, "\(errors.prefix(500))", sourceLocation: place) }
    }
}
