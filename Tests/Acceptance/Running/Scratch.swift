import Foundation

/// Folders that are gone when a test is over.
enum Scratch {
    /// Calls `body` with a new, empty folder.
    static func with<Result>(_ body: (URL) throws -> Result) throws -> Result {
        let folder = FileManager.default.temporaryDirectory.appending(path: "parley-\(UUID().uuidString)")
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        defer { try? FileManager.default.removeItem(at: folder) }
        return try body(folder)
    }
}

extension URL {
    /// Writes files below this folder: contents by path.
    func write(_ files: [String: String]) throws {
        for (path, text) in files { try write(Data(text.utf8), to: path) }
    }

    /// Writes one file below this folder.
    func write(_ bytes: Data, to path: String) throws {
        let file = appending(path: path)
        try FileManager.default.createDirectory(
            at: file.deletingLastPathComponent(), withIntermediateDirectories: true)
        try bytes.write(to: file)
    }

    /// Every file below this folder: contents by path.
    func files() throws -> [String: Data] {
        guard let paths = FileManager.default.enumerator(atPath: path) else { return [:] }
        var found: [String: Data] = [:]
        for case let path as String in paths {
            var isFolder: ObjCBool = false
            let file = appending(path: path)
            _ = FileManager.default.fileExists(atPath: file.path, isDirectory: &isFolder)
            if !isFolder.boolValue { found[path] = try Data(contentsOf: file) }
        }
        return found
    }
}
