import ArgumentParser
import Negotiation

/// Where the program begins and every failure ends.
@main
enum Entry {
    static func main() {
        do {
            try refuseUnknownVerb()
            var command = try Parley.parseAsRoot()
            try command.run()
        } catch let failure as Failure {
            Console.error(failure.message)
            Console.exit(failure.status)
        } catch let status as ExitStatus {
            Console.exit(status)
        } catch {
            // The parser's own outcomes: help and version are answers, everything else is a wrong command.
            let text = Parley.fullMessage(for: error)
            if Parley.exitCode(for: error).isSuccess {
                Console.print(text)
            } else {
                // The parser writes `Error:`; all other messages of ours begin in lower case.
                Console.error(text.hasPrefix("Error:") ? "e" + text.dropFirst() : text)
                Console.exit(.wrongCommand)
            }
        }
    }

    /// The parser would only call a wrong verb an unexpected argument; people want to know the right one.
    private static func refuseUnknownVerb() throws(Failure) {
        let words = CommandLine.arguments.dropFirst()
        // Help on a verb that is not there would be the help on everything, as if nothing were wrong.
        guard let word = words.first == "help" ? words.dropFirst().first : words.first, !word.hasPrefix("-")
        else { return }
        let verbs = Parley.configuration.subcommands.map { $0._commandName } + ["help"]
        guard !verbs.contains(word) else { return }
        let nearest = NearestName.of(word, among: verbs).map { " Did you mean '\($0)'?" } ?? ""
        throw .command(
            "there is no verb '\(word)': expected one of \(verbs.joined(separator: ", ")).\(nearest)")
    }
}

/// How the program ends.
enum ExitStatus: Int32, Error {
    /// The dossier is wrong, or lacks what the question needs.
    case wrongDossier = 1
    /// The command is wrong.
    case wrongCommand = 2
    /// A budget ran out and the answer is partial.
    case partial = 3
}

/// An end with a message for people.
struct Failure: Error {
    let message: String
    let status: ExitStatus

    /// The command asks for something that cannot be.
    static func command(_ message: String) -> Failure {
        Failure(message: "error: " + message, status: .wrongCommand)
    }

    /// The dossier cannot answer.
    static func dossier(_ message: String) -> Failure {
        Failure(message: message, status: .wrongDossier)
    }
}
