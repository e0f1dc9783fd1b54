import Foundation

/// Reads files of which nothing is known: how large, of what kind, or whether they are files at all.
enum FileReading {
    /// Why a file was not read.
    enum Refusal: Error {
        /// There is none.
        case missing
        /// It may not be read.
        case notPermitted
        /// It is a folder, link, pipe or device.
        case notAFile(String)
        /// It has too many bytes.
        case tooLarge(Int)
        /// The system says why.
        case failed(String)

        /// The refusal as one of the things that are wrong.
        func diagnostic(at path: String, limits: ReadingLimits) -> Diagnostic {
            let place = SourcePlace(file: path)
            return switch self {
            case .missing: Diagnostic(at: place, "there is no such file or folder")
            case .notPermitted: Diagnostic(at: place, "the file may not be read by you")
            case .notAFile(let kind): Diagnostic(at: place, "this is \(kind)", expected: "a file")
            case .tooLarge(let bytes):
                Diagnostic(
                    at: place, "the file has \(bytes) bytes", expected: "at most \(limits.fileBytes)")
            case .failed(let reason): Diagnostic(at: place, "the file cannot be read: \(reason)")
            }
        }
    }

    /// The bytes of the file at `path`, whose size is known to be within `limit` before any is read.
    ///
    /// The file is opened without following a link and without waiting for a pipe, then asked what it is, so
    /// that nobody can put something else in its place between the two.
    static func contents(of path: String, limit: Int) -> Result<[UInt8], Refusal> {
        let descriptor = open(path, O_RDONLY | O_NOFOLLOW | O_NONBLOCK | O_CLOEXEC)
        guard descriptor >= 0 else { return .failure(refusal(errno)) }
        defer { close(descriptor) }
        var status = stat()
        guard fstat(descriptor, &status) == 0 else { return .failure(refusal(errno)) }
        guard status.st_mode & S_IFMT == S_IFREG else { return .failure(.notAFile(kind(status.st_mode))) }
        let size = Int(status.st_size)
        guard size <= limit else { return .failure(.tooLarge(size)) }
        var bytes = [UInt8](repeating: 0, count: size)
        var filled = 0
        while filled < size {
            let count = bytes.withUnsafeMutableBytes {
                Foundation.read(descriptor, $0.baseAddress! + filled, size - filled)
            }
            if count < 0, errno == EINTR { continue }
            guard count >= 0 else { return .failure(refusal(errno)) }
            if count == 0 { break }
            filled += count
        }
        bytes.removeLast(size - filled)
        return .success(bytes)
    }

    /// What `path` leads to, links followed; nil where it leads nowhere.
    static func mode(of path: String) -> Result<mode_t, Refusal> {
        var status = stat()
        guard stat(path, &status) == 0 else { return .failure(refusal(errno)) }
        return .success(status.st_mode)
    }

    static func isFolder(_ mode: mode_t) -> Bool { mode & S_IFMT == S_IFDIR }

    private static func refusal(_ error: Int32) -> Refusal {
        switch error {
        case ENOENT, ENOTDIR: .missing
        case EACCES, EPERM: .notPermitted
        case ELOOP: .notAFile("a link")
        case ENXIO: .notAFile("a pipe or device")
        default: .failed(String(cString: strerror(error)))
        }
    }

    private static func kind(_ mode: mode_t) -> String {
        switch mode & S_IFMT {
        case S_IFDIR: "a folder"
        case S_IFLNK: "a link"
        default: "a pipe or device"
        }
    }
}

extension DossierFolder.Listing {
    /// What is in the folder at `path`, or in the folder of the dossier's file at `path`.
    init(at path: String) throws(UnreadableDossier) {
        func fail(_ refusal: FileReading.Refusal, at path: String) -> UnreadableDossier {
            UnreadableDossier([refusal.diagnostic(at: path, limits: ReadingLimits())])
        }
        self.path = path
        let mode: mode_t
        switch FileReading.mode(of: path) {
        case .success(let found): mode = found
        case .failure(let refusal): throw fail(refusal, at: path)
        }
        if FileReading.isFolder(mode) {
            prefix = path.hasSuffix("/") ? path : path + "/"
            chosen = nil
        } else {
            let slash = path.lastIndex(of: "/")
            prefix = slash.map { String(path[...$0]) } ?? ""
            chosen = slash.map { String(path[path.index(after: $0)...]) } ?? path
        }
        do {
            names = try FileManager.default.contentsOfDirectory(atPath: prefix.isEmpty ? "." : prefix)
        } catch {
            throw fail(.notPermitted, at: path)
        }
        let folder = prefix + "sheets"
        switch FileReading.mode(of: folder) {
        case .failure(.missing): sheets = []
        case .failure(let refusal): throw fail(refusal, at: folder)
        case .success(let mode) where !FileReading.isFolder(mode):
            throw UnreadableDossier([
                Diagnostic(at: SourcePlace(file: folder), "this is a file", expected: "a folder of sheets")
            ])
        case .success:
            do {
                sheets = try FileManager.default.contentsOfDirectory(atPath: folder)
            } catch {
                throw fail(.notPermitted, at: folder)
            }
        }
    }
}
