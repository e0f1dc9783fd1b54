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
            throw .command("cannot write '\(path)': \(reason(error, in: folder))")
        }
    }

    /// Makes a folder and those around it, if they are not there.
    static func makeFolder(_ path: String) throws(Failure) {
        do {
            try FileManager.default.createDirectory(atPath: path, withIntermediateDirectories: true)
        } catch {
            // The nearest thing on the way that is there is what stands in the way.
            var there = URL(fileURLWithPath: path)
            while !FileManager.default.fileExists(atPath: there.path), there.path != "/" {
                there.deleteLastPathComponent()
            }
            var isFolder: ObjCBool = false
            _ = FileManager.default.fileExists(atPath: there.path, isDirectory: &isFolder)
            guard isFolder.boolValue else {
                let isItself = there.path == URL(fileURLWithPath: path).path
                throw .command(
                    "cannot make '\(path)': \(isItself ? "this" : "'\(there.path)'") is a file; name another folder."
                )
            }
            throw .command("cannot make '\(path)': \(reason(error, in: there.path))")
        }
    }

    /// Why nothing was made in a folder, in plain words: what the system says, where that tells more.
    private static func reason(_ error: any Error, in folder: String) -> String {
        let system = error as NSError
        let inner = system.userInfo[NSUnderlyingErrorKey] as? NSError ?? system
        if inner.domain == NSPOSIXErrorDomain,
            [ENOSPC, EDQUOT, ENAMETOOLONG, EROFS].contains(Int32(inner.code))
        {
            return String(cString: strerror(Int32(inner.code))) + "."
        }
        return "nothing can be made in the folder '\(folder)'; name another."
    }

    /// A path as it can be typed into a shell.
    static func typed(_ path: String) -> String {
        let isPlain = path.allSatisfy { $0.isLetter || $0.isNumber || "/._-+,:@%".contains($0) }
        return isPlain && !path.isEmpty ? path : "'" + path.replacing("'", with: "'\\''") + "'"
    }
}
