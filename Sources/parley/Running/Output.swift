import Foundation

/// Writing a result to a file that a person named.
enum Output {
    /// Writes `text` whole or not at all, and refuses to replace a file unless told to.
    static func write(_ text: String, to path: String, replacing: Bool) throws(Failure) {
        let url = URL(fileURLWithPath: path)
        var isFolder: ObjCBool = false
        if FileManager.default.fileExists(atPath: path, isDirectory: &isFolder) {
            if isFolder.boolValue { throw .command("'\(path)' is a folder; name a file in it.") }
            if !replacing {
                throw .command("'\(path)' is there already; add --force to replace it, or name another file.")
            }
        }
        let folder = url.deletingLastPathComponent().path
        if !FileManager.default.fileExists(atPath: folder) {
            throw .command("cannot write '\(path)': there is no folder '\(folder)'; make it first.")
        }
        do {
            try Data(text.utf8).write(to: url, options: .atomic)
        } catch {
            throw .command("cannot write '\(path)': \(reason(error))")
        }
    }

    /// What the system says, in words.
    static func reason(_ error: any Error) -> String {
        let system = error as NSError
        if let inner = system.userInfo[NSUnderlyingErrorKey] as? NSError, inner.domain == NSPOSIXErrorDomain {
            return String(cString: strerror(Int32(inner.code))) + "."
        }
        return system.localizedDescription
    }
}
