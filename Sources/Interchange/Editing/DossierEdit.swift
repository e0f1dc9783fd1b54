import Negotiation

/// A change to a dossier's files that a program makes: the smallest run of lines, and people's comments stay.
///
/// Whoever makes the change changes a `Dossier` in memory; the edit finds out what that means for the files.
/// It then reads the result: unless that is equal to the dossier that was asked for, nothing is written.
///
/// ```swift
/// let read = try DossierReader().read(at: path)
/// var dossier = read.dossier
/// dossier.packages.append(draft)
/// try DossierEdit(to: dossier, at: path).apply()
/// ```
public struct DossierEdit: Sendable {
    /// What happens to one file.
    public struct Change: Sendable {
        /// The file's path, as messages name it.
        public var path: String
        /// What it holds now; nil for a new file.
        public var before: [UInt8]?
        /// What it shall hold; nil for a file that goes.
        public var after: [UInt8]?
    }

    /// What happens to the files, the dossier's own first.
    public let changes: [Change]

    /// Plans the change that makes the dossier at `path` into `edited`.
    ///
    /// Sheets are read in the order of their names; `edited` may have them in any.
    ///
    /// - Throws: ``EditError``.
    public init(to edited: Dossier, at path: String) throws(EditError) {
        do {
            try self.init(to: edited, in: DossierFolder(at: path))
        } catch let error as EditError {
            throw error
        } catch let error as UnreadableDossier {
            throw .unreadable(error)
        } catch {
            throw .cannotBeMade
        }
    }

    /// Plans the change that makes the dossier in `folder` into `edited`.
    ///
    /// Complexity: that of reading the files twice, more where a first plan does not hold.
    public init(to edited: Dossier, in folder: DossierFolder) throws(EditError) {
        var edited = edited
        edited.sheets.sort { $0.id < $1.id }
        let read: ReadDossier
        do {
            read = try DossierReader().read(folder)
        } catch {
            throw .unreadable(error)
        }
        guard read.dossier.sheets != edited.sheets || read.dossier != edited else {
            changes = []
            return
        }
        // Where files say something in an unusual way a deep plan may not hold: then a coarser one may.
        // At no depth at all the model is written anew; the other files are as at the first.
        for depth in [64, 3, 2, 1, 0] {
            let plan = EditPlan(folder: folder, read: read, edited: edited, depth: depth)
            guard let changes = plan.changes() else { continue }
            let result = folder.changed(by: changes)
            if let again = try? DossierReader().read(result), again.dossier == edited {
                self.changes = changes
                return
            }
        }
        // Say what is wrong with the dossier that was asked for, if it is that.
        let faults = edited.faults()
        throw faults.isEmpty ? .cannotBeMade : .wrong(faults)
    }

    /// Writes the changes: each file whole or not at all.
    ///
    /// - Throws: ``EditError/changedMeanwhile(path:)`` before anything is written if somebody has changed a file
    ///   since it was read; ``EditError/failed(_:)`` if the system refuses.
    public func apply() throws(EditError) {
        for change in changes {
            guard let before = change.before else {
                if FileWriting.exists(change.path) { throw .changedMeanwhile(path: change.path) }
                continue
            }
            let now = try? FileReading.contents(of: change.path, limit: ReadingLimits().fileBytes).get()
            guard now == before else { throw .changedMeanwhile(path: change.path) }
        }
        do {
            // What others refer to comes first and goes last.
            for change in changes.reversed() {
                guard let after = change.after else { continue }
                let folder = change.path.lastIndex(of: "/").map { String(change.path[..<$0]) }
                if change.before == nil, let folder { try FileWriting.makeFolder(folder) }
                try FileWriting.write(after, to: change.path, replacing: change.before != nil)
            }
            for change in changes where change.after == nil { try FileWriting.remove(change.path) }
        } catch {
            throw .failed(error)
        }
    }
}

/// Why a dossier was not edited. Its files are as they were.
public enum EditError: Error, Hashable, Sendable, CustomStringConvertible {
    /// The dossier as it is cannot be read.
    case unreadable(UnreadableDossier)
    /// The dossier that was asked for is not right.
    case wrong([Fault])
    /// No change to the files was found that makes them say what was asked for.
    case cannotBeMade
    /// Somebody has changed the file since it was read.
    case changedMeanwhile(path: String)
    /// A file could not be written.
    case failed(WritingError)

    /// The error in words.
    public var description: String {
        switch self {
        case .unreadable(let error): "the dossier cannot be read:\n\(error)"
        case .wrong(let faults):
            "the change would make the dossier wrong:\n"
                + faults.map { OneLine.of("\($0.place): \(FaultSentence($0.reason).problem)") }
                .joined(separator: "\n")
        case .cannotBeMade: "the change cannot be made without rewriting the file: make it by hand"
        case .changedMeanwhile(let path): OneLine.of("\(path): changed meanwhile; nothing was written")
        case .failed(let error): error.description
        }
    }
}
