import Foundation
import Negotiation

/// Reads a model of who could do what from a file that stands alone, without a dossier: in Parley's own format, or in
/// the JSON in which published graph models are passed on (`dms`, `options`, `states`, `ranking`).
///
/// A model is read whole or not at all; whatever is wrong is reported at once, as by ``DossierReader``.
public struct ConflictModelReader: Sendable {
    /// What may be read.
    public var limits: ReadingLimits

    /// A reader.
    public init(limits: ReadingLimits = ReadingLimits()) { self.limits = limits }

    /// Whether `path` leads to a file other than a dossier's own, so that only a model that stands alone can be meant.
    public static func standsAlone(at path: String) -> Bool {
        let name = path.split(separator: "/").last.map(String.init) ?? path
        guard case .success(let mode) = FileReading.mode(of: path), !FileReading.isFolder(mode) else {
            return false
        }
        return !DossierFolder.dossierNames.contains(name)
    }

    /// Reads the model in the file at `path`.
    ///
    /// Complexity: linear in the size of the file.
    public func read(at path: String) throws(UnreadableDossier) -> ConflictModel {
        let bytes: [UInt8]
        switch FileReading.contents(of: path, limit: limits.fileBytes) {
        case .success(let found): bytes = found
        case .failure(let refusal):
            throw UnreadableDossier([refusal.diagnostic(at: path, limits: limits)])
        }
        return try read(bytes, path: path)
    }

    /// Reads a model from memory.
    ///
    /// - Parameters:
    ///   - bytes: What the file holds.
    ///   - path: Its path, as messages name it; an ending of `.json` says that it is JSON.
    public func read(_ bytes: [UInt8], path: String) throws(UnreadableDossier) -> ConflictModel {
        let file = DossierFolder.File(path: path, bytes: bytes)
        try StructureCheck.check([file], limits: limits)
        let parsed = YAMLTree.parse([file], limits: limits)[0]
        var parsing = Parsing(limits: limits)
        guard let root = parsing.tree(parsed, of: file) else {
            throw UnreadableDossier(parsing.sorted(first: [path]))
        }
        let isForeign = Self.isForeign(root)
        let model: ConflictModel?
        if isForeign {
            model = parsing.foreignModel(root)
        } else {
            model = parsing.model(root, isAlone: true)
        }
        if let model, parsed.failures.isEmpty {
            let places = SourceMap(stability: .init(path: path, root: root))
            // The places of the other format have other keys; it has been checked where it was read.
            if !isForeign { parsing.check(model.faults(), places) }
        }
        guard let model, parsing.diagnostics.isEmpty else {
            throw UnreadableDossier(parsing.sorted(first: [path]))
        }
        return model
    }

    /// Whether the keys are those of the other format; none of them is one of ours.
    private static func isForeign(_ root: Node) -> Bool {
        let keys = ["dms", "ranking", "infeasible_patterns", "status_quo"]
        return root.value(of: "decision-makers") == nil && keys.contains { root.value(of: $0) != nil }
    }
}
