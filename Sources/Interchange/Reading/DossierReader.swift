import Negotiation

/// Reads dossiers: a folder with `dossier.yaml` (or `.yml`, `.json`), perhaps `stability.yaml`, and `sheets/`.
///
/// A dossier is read whole or not at all. Whatever is wrong is reported at once, each with file, line and
/// column; no input crashes the reader, hangs it or exhausts memory (see ``ReadingLimits``).
public struct DossierReader: Sendable {
    /// What may be read.
    public var limits: ReadingLimits

    /// A reader.
    public init(limits: ReadingLimits = ReadingLimits()) { self.limits = limits }

    /// Reads the dossier at `path`: its folder, or the dossier's file in it.
    ///
    /// Complexity: linear in the size of the files.
    public func read(at path: String) throws(UnreadableDossier) -> ReadDossier {
        let folder = try DossierFolder(at: path, limits: limits)
        return try read(folder)
    }

    /// Reads a dossier from memory: the contents of its files by path within the folder, such as
    /// `dossier.yaml` and `sheets/team.yaml`.
    public func read(files: [String: [UInt8]]) throws(UnreadableDossier) -> ReadDossier {
        let folder = try DossierFolder(files: files, limits: limits)
        return try read(folder)
    }

    /// Reads the files of a folder.
    public func read(_ folder: DossierFolder) throws(UnreadableDossier) -> ReadDossier {
        var parsing = Parsing(limits: limits)
        var places = SourceMap()
        let model = folder.stability.map { [$0] } ?? []
        let files = [folder.dossier] + model + folder.sheets
        try StructureCheck.check(files, limits: limits)
        let parsed = YAMLTree.parse(files, limits: limits)
        let root = parsing.tree(parsed[0], of: folder.dossier)
        places.dossier = root.map { .init(path: folder.dossier.path, root: $0) }
        if let root, parsing.isSheet(root) {
            parsing.report(
                root, "this is a sheet", expected: "a dossier: name the folder that holds `dossier.yaml`")
            throw UnreadableDossier(parsing.diagnostics)
        }
        if let root, parsing.isModel(root) {
            parsing.report(
                root, "this is a model of who could do what",
                expected:
                    "a dossier: name the folder that holds `dossier.yaml`; `parley stability` reads a model")
            throw UnreadableDossier(parsing.diagnostics)
        }
        var dossier = root.flatMap { parsing.dossier($0) }
        parsing.issues = dossier?.issues.map(\.id) ?? []
        if let file = model.first {
            let root = parsing.tree(parsed[1], of: file)
            places.stability = root.map { .init(path: file.path, root: $0) }
            dossier?.stability = parsing.modelOfDossier(root)
        }
        for (file, tree) in zip(folder.sheets, parsed.dropFirst(1 + model.count)) {
            guard let root = parsing.tree(tree, of: file), let id = parsing.sheetName(of: file) else {
                parsing.doubtful.insert(.sheet)
                continue
            }
            places.sheets[id] = .init(path: file.path, root: root)
            if let sheet = parsing.sheet(root, id: id) {
                dossier?.sheets.append(sheet)
            } else {
                parsing.doubtful.insert(.sheet)
            }
        }
        // Where a tree stands for less than its file says, what seems to be missing may only be left out.
        let isWhole = parsed.allSatisfy { $0.root == nil || $0.failures.isEmpty }
        if let dossier, isWhole { parsing.check(dossier, places) }
        guard let dossier, parsing.diagnostics.isEmpty else {
            throw UnreadableDossier(parsing.sorted(first: [folder.dossier.path] + model.map(\.path)))
        }
        return ReadDossier(
            dossier: dossier, places: places, files: files.map(\.path))
    }
}

extension Parsing {
    /// What a file says; nil, with a report, where it could not be parsed.
    mutating func tree(_ parsed: YAMLTree.Parsed, of file: DossierFolder.File) -> Node? {
        self.file = file.path
        for failure in parsed.failures { report(failure.mark, failure.problem, expected: failure.expected) }
        if parsed.root == nil, parsed.failures.isEmpty {
            report(.init(line: 1, column: 1), "the file is empty", expected: "a dossier, a sheet or a model")
        }
        return parsed.root
    }

    /// Whether somebody named a sheet where a dossier belongs. Every one of its keys would be wrong.
    func isSheet(_ root: Node) -> Bool {
        guard case .mapping(let entries) = root.content else { return false }
        let keys = Set(entries.map(\.key))
        return keys.isSuperset(of: Shape.sheet.required) && keys.isDisjoint(with: Shape.dossier.required)
    }

    /// Whether somebody named a model where a dossier belongs.
    func isModel(_ root: Node) -> Bool {
        guard case .mapping(let entries) = root.content else { return false }
        let keys = Set(entries.map(\.key))
        return keys.isSuperset(of: Shape.model.required) && keys.isDisjoint(with: ["parties", "issues"])
    }

    /// The name of a sheet: its file's, without the ending.
    mutating func sheetName(of file: DossierFolder.File) -> SheetID? {
        self.file = file.path
        guard IdentifierGrammar.accepts(file.sheet.rawValue) else {
            report(
                .init(line: 1, column: 1),
                "\(OneLine.quoting(file.sheet.rawValue)), the file's name without its ending, cannot be a sheet's name",
                expected: Self.nameForm)
            return nil
        }
        return file.sheet
    }

    /// What is wrong, in the order of the files, those that others refer to first; each thing once.
    func sorted(first: [String]) -> [Diagnostic] {
        var seen: Set<Diagnostic> = []
        var sorted = diagnostics.filter { seen.insert($0).inserted }
        sorted.sort { left, right in
            let leftRank = first.firstIndex(of: left.place.file) ?? first.count
            let rightRank = first.firstIndex(of: right.place.file) ?? first.count
            return leftRank == rightRank ? left.place < right.place : leftRank < rightRank
        }
        guard unlisted > 0, let last = sorted.last?.place else { return sorted }
        return sorted + [Diagnostic(at: last, "\(unlisted) more errors, which are not listed")]
    }
}
