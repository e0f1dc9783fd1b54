import ArgumentParser

/// How commands read the most that they are to print.
enum WholeNumber {
    /// A whole number of 0 or more.
    static func read(_ text: String) throws -> Int {
        guard let number = Int(text), number >= 0 else {
            throw ValidationError("Expected a whole number of 0 or more.")
        }
        return number
    }
}
