/// A file that is read whole, within the limits.
enum ImportFile {
    /// The bytes of the file at `path`.
    static func bytes(at path: String, limits: ImportLimits) throws(ImportFailure) -> [UInt8] {
        let (what, remedy): (String, String)
        switch FileReading.contents(of: path, limit: limits.fileBytes) {
        case .success(let bytes): return bytes
        case .failure(.missing): (what, remedy) = ("there is no such file", "check the path")
        case .failure(.notPermitted): (what, remedy) = ("the file may not be read by you", "ask its owner")
        case .failure(.notAFile(let kind)): (what, remedy) = ("this is \(kind)", "name a file")
        case .failure(.tooLarge(let count)):
            (what, remedy) = ("the file has \(count) bytes", "import at most \(limits.fileBytes)")
        case .failure(.failed(let reason)): (what, remedy) = ("the file cannot be read", reason)
        }
        throw ImportFailure([ImportError(file: path, what: what, remedy: remedy)])
    }
}
