import Foundation

/// Puts files in their place whole or not at all.
enum FileWriting {
    /// Whether anything is at `path`, even a link that leads nowhere.
    static func exists(_ path: String) -> Bool {
        var status = stat()
        return lstat(path, &status) == 0
    }

    /// Makes the folder and those around it, if they are not there.
    static func makeFolder(_ path: String) throws(WritingError) {
        do {
            try FileManager.default.createDirectory(atPath: path, withIntermediateDirectories: true)
        } catch {
            let isBlocked = exists(path.hasSuffix("/") ? String(path.dropLast()) : path)
            throw .failed(
                path: path,
                reason: isBlocked
                    ? "something that is no folder has this name; name another"
                    : "the folder cannot be made; name one inside a folder of yours")
        }
    }

    /// Writes `bytes` beside `path`, sees them safely on the disk, and moves them there in one step.
    static func write(_ bytes: [UInt8], to path: String, replacing: Bool) throws(WritingError) {
        let beside = path + ".\(getpid())-\(UInt32.random(in: 0 ... .max)).new"
        let descriptor = open(beside, O_WRONLY | O_CREAT | O_EXCL | O_NOFOLLOW | O_CLOEXEC, 0o644)
        guard descriptor >= 0 else { throw failure(path) }
        do throws(WritingError) {
            defer { close(descriptor) }
            try fill(descriptor, with: bytes, path)
            keepMode(of: path, on: descriptor)
            guard fsync(descriptor) == 0 else { throw failure(path) }
        } catch {
            unlink(beside)
            throw error
        }
        // A new name is given by a link, which fails where something is; an old one by a move.
        if replacing {
            guard rename(beside, path) == 0 else {
                let error = failure(path)
                unlink(beside)
                throw error
            }
        } else {
            guard link(beside, path) != 0 else {
                unlink(beside)
                return
            }
            var error = errno == EEXIST ? WritingError.exists(path) : failure(path)
            // Memory sticks and some network folders have no links: there, look and then move.
            if [EPERM, ENOTSUP, ENOSYS, EMLINK].contains(errno), !exists(path) {
                if rename(beside, path) == 0 { return }
                error = failure(path)
            }
            unlink(beside)
            throw error
        }
    }

    /// Removes the file.
    static func remove(_ path: String) throws(WritingError) {
        guard unlink(path) == 0 else { throw failure(path) }
    }

    private static func fill(_ descriptor: Int32, with bytes: [UInt8], _ path: String) throws(WritingError) {
        var written = 0
        while written < bytes.count {
            let count = bytes.withUnsafeBytes {
                Foundation.write(descriptor, $0.baseAddress! + written, bytes.count - written)
            }
            if count < 0, errno == EINTR { continue }
            guard count > 0 else { throw failure(path) }
            written += count
        }
    }

    /// A replaced file keeps its permissions.
    private static func keepMode(of path: String, on descriptor: Int32) {
        var status = stat()
        if lstat(path, &status) == 0, status.st_mode & S_IFMT == S_IFREG {
            fchmod(descriptor, status.st_mode & 0o7777)
        }
    }

    private static func failure(_ path: String) -> WritingError {
        .failed(path: path, reason: String(cString: strerror(errno)))
    }
}
