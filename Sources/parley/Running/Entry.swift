import ArgumentParser

/// Where the program begins and every failure ends.
@main
enum Entry {
    static func main() {
        do {
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
                Console.error(text)
                Console.exit(.wrongCommand)
            }
        }
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
