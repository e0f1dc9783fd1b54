import Negotiation

/// Writes dossiers as files that read back equal.
///
/// The files are made for people: short items stand on one line, quotes only where they are needed, numbers
/// exactly as they are. The same dossier always gives the same bytes.
public struct DossierWriter: Sendable {
    /// In which format.
    public enum Format: Sendable {
        /// YAML, for people.
        case yaml
        /// The same keys as JSON, for programs.
        case json

        var ending: String {
            switch self {
            case .yaml: ".yaml"
            case .json: ".json"
            }
        }
    }

    /// In which format.
    public var format: Format

    /// A writer.
    public init(format: Format = .yaml) { self.format = format }

    /// The files of the dossier by path within its folder: `dossier.yaml`, `sheets/….yaml`, and `stability.yaml` where it
    /// has a model.
    ///
    /// Complexity: linear in the size of the dossier, but for sorting names.
    public func files(for dossier: Dossier) -> [String: String] {
        var files = ["dossier" + format.ending: text(of: .dossier(dossier))]
        if let model = dossier.stability { files["stability" + format.ending] = text(of: .model(model)) }
        for sheet in dossier.sheets {
            files["sheets/\(sheet.id)" + format.ending] = text(of: .sheet(sheet, in: dossier))
        }
        return files
    }

    /// Writes the dossier into the folder at `path`, which is made if it is not there.
    ///
    /// Each file is written beside its place and then moved there, so that none is ever half written. Nothing
    /// is written unless the files read back equal.
    ///
    /// - Parameters:
    ///   - dossier: What is written.
    ///   - path: The folder.
    ///   - replacing: Whether a dossier that is there may be replaced, all of it: no file of it is left. A folder that
    ///     holds anything else is refused.
    ///   - source: Where the dossier was read from, if it was. That folder, those in it and those around it are refused.
    /// - Throws: ``WritingError``.
    public func write(
        _ dossier: Dossier, to path: String, replacing: Bool = false, from source: String? = nil
    ) throws(WritingError) {
        let files = files(for: dossier)
        try Self.prove(files, give: dossier)
        let target = try TargetFolder(path)
        if let source { try target.refuse(near: source) }
        if replacing {
            try target.refuseStrangers()
        } else {
            try Self.refuseDossier(in: target, files)
        }
        try FileWriting.makeFolder(target.path)
        if !dossier.sheets.isEmpty { try FileWriting.makeFolder(target.path + "sheets") }
        for (name, text) in files.sorted(by: { $0.key < $1.key }) {
            try FileWriting.write(Array(text.utf8), to: target.path + name, replacing: replacing)
        }
        // Only now: until the new files are safe, the old ones are all there is.
        if replacing { try target.removeFiles(but: files.keys) }
    }

    private func text(of form: Form) -> String {
        switch format {
        case .yaml: YAMLWriting.text(of: form)
        case .json: form.json.text() + "\n"
        }
    }

    /// Refuses to write where a dossier of any format stands already, or a sheet that would seem to be a part of this
    /// one.
    private static func refuseDossier(
        in target: TargetFolder, _ files: [String: String]
    ) throws(WritingError) {
        let names =
            target.files + DossierFolder.dossierNames + DossierFolder.stabilityNames + files.keys.sorted()
        for name in names where FileWriting.exists(target.path + name) {
            throw .exists(target.path + name)
        }
    }

    /// Reads the files and compares. The order of sheets is that of their names.
    private static func prove(_ files: [String: String], give dossier: Dossier) throws(WritingError) {
        var sorted = dossier
        sorted.sheets.sort { $0.id < $1.id }
        let read: Dossier
        do {
            read = try DossierReader().read(files: files.mapValues { Array($0.utf8) }).dossier
        } catch {
            throw .notADossier(error)
        }
        guard read == sorted else { throw .notEqual }
    }
}

/// Why a dossier was not written.
public enum WritingError: Error, Hashable, Sendable, CustomStringConvertible {
    /// Something is there already.
    case exists(String)
    /// The folder to be replaced holds something that is no part of a dossier.
    case holdsMore(folder: String, name: String)
    /// The folder is that of the dossier itself, or in it, or around it.
    case nearSource(String)
    /// The dossier is not a right one: the reader would refuse its files.
    case notADossier(UnreadableDossier)
    /// The dossier says something that the format cannot: reading the files would give another.
    case notEqual
    /// The system refused.
    case failed(path: String, reason: String)

    /// The error in words.
    public var description: String {
        switch self {
        case .exists(let path): OneLine.of("\(path): there is something already; it is not replaced")
        case .holdsMore(let folder, let name):
            OneLine.of(
                "\(folder): only a folder that holds a dossier and nothing else is replaced, and this one holds '\(name)'"
            )
        case .nearSource(let path):
            OneLine.of("\(path): this is the folder of the dossier itself, or one in it or around it")
        case .notADossier(let error): "the dossier is not right:\n\(error)"
        case .notEqual: "the dossier holds something that its files cannot say"
        case .failed(let path, let reason): OneLine.of("\(path): cannot be written: \(reason)")
        }
    }
}
