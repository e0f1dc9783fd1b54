import Foundation

/// The folder that a dossier is written into, and what stands in it already.
///
/// A copy for one viewer must be all that its folder holds: a sheet that an earlier copy left there would be handed
/// over with it. And no copy may come near its own source, whose files it would replace by a part of them.
struct TargetFolder {
    /// The path, with a stroke at its end.
    let path: String
    /// The files of a dossier in it, by path within the folder, in order.
    private(set) var files: [String] = []
    /// Something in it that is no part of a dossier, if there is such a thing.
    private(set) var stranger: String?

    /// Looks at the folder, which need not be there.
    init(_ path: String) throws(WritingError) {
        self.path = path.hasSuffix("/") ? path : path + "/"
        guard Self.isFolder(self.path) else { return }
        for name in try names(in: "") {
            if name == "sheets", Self.isFolder(self.path + name, following: false) {
                for sheet in try names(in: "sheets/") { add("sheets/" + sheet, isPart: Self.isSheet(sheet)) }
            } else {
                add(name, isPart: (DossierFolder.dossierNames + DossierFolder.stabilityNames).contains(name))
            }
        }
    }

    /// Whether a dossier's own file is in it.
    var holdsDossier: Bool { files.contains(where: DossierFolder.dossierNames.contains) }

    /// Refuses the folder of the dossier at `source`, every folder in it and every folder around it, by whatever links
    /// they are reached.
    func refuse(near source: String) throws(WritingError) {
        var folder = source
        if case .success(let mode) = FileReading.mode(of: source), !FileReading.isFolder(mode) {
            folder = source.lastIndex(of: "/").map { String(source[...$0]) } ?? "."
        }
        let (here, there) = (Self.resolved(path), Self.resolved(folder))
        guard !here.starts(with: there), !there.starts(with: here) else {
            throw .nearSource(path)
        }
    }

    /// Refuses a folder that is to be replaced and holds more or other things than a dossier.
    func refuseStrangers() throws(WritingError) {
        if let stranger { throw .holdsMore(folder: path, name: stranger) }
        if let file = files.first, !holdsDossier { throw .holdsMore(folder: path, name: file) }
    }

    /// Removes the files of a dossier that `kept` does not name.
    func removeFiles(but kept: some Collection<String>) throws(WritingError) {
        for file in files where !kept.contains(file) { try FileWriting.remove(path + file) }
        // An empty folder tells that there were sheets. It is removed only if nothing is in it.
        if !kept.contains(where: { $0.hasPrefix("sheets/") }) { rmdir(path + "sheets") }
    }

    private mutating func add(_ name: String, isPart: Bool) {
        if isPart, Self.isFile(path + name) { files.append(name) } else { stranger = stranger ?? name }
    }

    private func names(in folder: String) throws(WritingError) -> [String] {
        do {
            return try FileManager.default.contentsOfDirectory(atPath: path + folder).sorted()
        } catch {
            throw .failed(path: path + folder, reason: "the folder may not be read by you")
        }
    }

    private static func isSheet(_ name: String) -> Bool {
        !name.hasPrefix(".") && DossierFolder.endings.contains { name.hasSuffix($0) }
    }

    private static func isFolder(_ path: String, following: Bool = true) -> Bool {
        var status = stat()
        return (following ? stat(path, &status) : lstat(path, &status)) == 0
            && FileReading.isFolder(status.st_mode)
    }

    private static func isFile(_ path: String) -> Bool {
        var status = stat()
        return lstat(path, &status) == 0 && status.st_mode & S_IFMT == S_IFREG
    }

    /// The names on the way to `path` from the root, links followed as far as the path leads to something.
    private static func resolved(_ path: String) -> [String] {
        var there = path.hasPrefix("/") ? path : FileManager.default.currentDirectoryPath + "/" + path
        var rest: [String] = []
        while true {
            if let found = realpath(there, nil) {
                defer { free(found) }
                let base = String(cString: found).split(separator: "/").map(String.init)
                return rest.reversed().reduce(into: base) { names, name in
                    if name == ".." { _ = names.popLast() } else if name != "." { names.append(name) }
                }
            }
            while there.count > 1, there.hasSuffix("/") { there.removeLast() }
            guard let slash = there.lastIndex(of: "/"), there != "/" else { return rest.reversed() }
            rest.append(String(there[there.index(after: slash)...]))
            there = String(there[...slash])
        }
    }
}
