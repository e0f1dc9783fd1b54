import Foundation
import Negotiation

/// The files of a dossier, in memory, not yet understood.
public struct DossierFolder: Sendable {
    /// One file.
    public struct File: Sendable {
        /// The path, as messages name it.
        public var path: String
        /// What it holds.
        public var bytes: [UInt8]

        /// The name of the sheet that the file holds: its own name without the ending.
        public var sheet: SheetID { Self.stem(of: path) }

        /// Whether the name says that the file is JSON.
        var isJSON: Bool { path.hasSuffix(".json") }

        static func stem(of path: String) -> SheetID {
            let name = path.split(separator: "/").last ?? path[...]
            return SheetID(String(name[..<(name.lastIndex(of: ".") ?? name.endIndex)]))
        }
    }

    /// The dossier's own file.
    public var dossier: File
    /// The sheets' files, in the order of the sheets' names.
    public var sheets: [File]
    /// The file of the model of who could do what, where there is one.
    public var stability: File?

    /// The endings that a file of a dossier may have.
    static let endings = [".yaml", ".yml", ".json"]
    static let dossierNames = endings.map { "dossier" + $0 }
    static let stabilityNames = endings.map { "stability" + $0 }

    /// The files of a dossier that is in memory: contents by path within the folder.
    ///
    /// Paths other than `dossier.*`, `stability.*` and `sheets/*.*` with one of the three endings are passed over, as on disk.
    public init(files: [String: [UInt8]], limits: ReadingLimits = ReadingLimits()) throws(UnreadableDossier) {
        let listing = Listing(
            path: ".", prefix: "", names: files.keys.filter { !$0.contains("/") },
            sheets: files.keys.filter { $0.hasPrefix("sheets/") }.map { String($0.dropFirst(7)) })
        try self.init(listing, limits: limits) { name in
            let bytes = files[name] ?? []
            return bytes.count > limits.fileBytes ? .failure(.tooLarge(bytes.count)) : .success(bytes)
        }
    }

    /// The files of the dossier at `path`: a folder, or the dossier's file in it.
    public init(at path: String, limits: ReadingLimits = ReadingLimits()) throws(UnreadableDossier) {
        let listing = try Listing(at: path)
        try self.init(listing, limits: limits) { name in
            FileReading.contents(of: listing.prefix + name, limit: limits.fileBytes)
        }
    }

    /// The names in a folder that matter.
    struct Listing {
        /// The path that was given, for messages about the folder as a whole.
        var path: String
        /// What to put before a name to have its path.
        var prefix: String
        /// The names in the folder.
        var names: [String]
        /// The names in its `sheets`.
        var sheets: [String]
        /// The dossier's file, where the path named it.
        var chosen: String?
    }

    private init(
        _ listing: Listing, limits: ReadingLimits,
        contents: (String) -> Result<[UInt8], FileReading.Refusal>
    ) throws(UnreadableDossier) {
        var problems: [Diagnostic] = []
        var total = 0
        func read(_ name: String) -> File {
            let path = listing.prefix + name
            switch contents(name) {
            case .success(let bytes):
                total += bytes.count
                if total > limits.dossierBytes, total - bytes.count <= limits.dossierBytes {
                    problems.append(
                        Diagnostic(
                            at: SourcePlace(file: path), "with this file the dossier has \(total) bytes",
                            expected: "at most \(limits.dossierBytes) in all"))
                }
                return File(path: path, bytes: total > limits.dossierBytes ? [] : bytes)
            case .failure(let refusal):
                problems.append(refusal.diagnostic(at: path, limits: limits))
                return File(path: path, bytes: [])
            }
        }
        dossier = read(try listing.dossierName())
        stability = try listing.only(Self.stabilityNames).map(read)
        let names = listing.sheets.filter { name in
            !name.hasPrefix(".") && !name.contains("/") && Self.endings.contains { name.hasSuffix($0) }
        }
        if names.count > limits.sheets {
            let place = SourcePlace(file: listing.prefix + "sheets")
            throw UnreadableDossier([
                Diagnostic(at: place, "\(names.count) sheets", expected: "at most \(limits.sheets)")
            ])
        }
        sheets = names.map { (name: $0, stem: File.stem(of: $0)) }
            .sorted { ($0.stem, $0.name) < ($1.stem, $1.name) }
            .map { read("sheets/" + $0.name) }
        guard problems.isEmpty else { throw UnreadableDossier(problems) }
    }
}

extension DossierFolder.Listing {
    /// The one file that is the dossier's own.
    func dossierName() throws(UnreadableDossier) -> String {
        if let chosen { return chosen }
        guard let name = try only(DossierFolder.dossierNames) else {
            throw UnreadableDossier([
                Diagnostic(
                    at: SourcePlace(file: path), "the folder holds no dossier",
                    expected: "a file `dossier.yaml` in it")
            ])
        }
        return name
    }

    /// The one file that has one of these names; nil where none has.
    func only(_ wanted: [String]) throws(UnreadableDossier) -> String? {
        let found = wanted.filter(names.contains)
        guard found.count <= 1 else {
            throw UnreadableDossier([
                Diagnostic(
                    at: SourcePlace(file: path), "the folder holds \(Parsing.listing(found))",
                    expected: "one of them only")
            ])
        }
        return found.first
    }
}
