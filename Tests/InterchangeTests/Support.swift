import Interchange
import Testing

/// Reads a dossier given as texts by path.
func reading(_ files: [String: String]) throws -> ReadDossier {
    try DossierReader().read(files: files.mapValues { Array($0.utf8) })
}

/// The lines with which the reader refuses the files; fails the test if it reads them.
func refusal(_ files: [String: String], limits: ReadingLimits = ReadingLimits()) throws -> [String] {
    try refusal(files.mapValues { Array($0.utf8) }, limits: limits)
}

/// The lines with which the reader refuses the files; fails the test if it reads them.
func refusal(_ files: [String: [UInt8]], limits: ReadingLimits = ReadingLimits()) throws -> [String] {
    let error = try #require(throws: UnreadableDossier.self) {
        try DossierReader(limits: limits).read(files: files)
    }
    return error.diagnostics.map(\.description)
}
