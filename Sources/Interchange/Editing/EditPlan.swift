import Negotiation

/// One attempt at a change: what would happen to each file.
struct EditPlan {
    let folder: DossierFolder
    let read: ReadDossier
    let edited: Dossier
    let depth: Int

    /// The changes; nil where they would get in each other's way.
    func changes() -> [DossierEdit.Change]? {
        var changes: [DossierEdit.Change] = []
        let old = Form.dossier(read.dossier)
        let new = Form.dossier(edited)
        if old != new {
            guard let root = read.places.dossier?.root,
                let change = change(folder.dossier, root, from: old, to: new)
            else { return nil }
            changes.append(change)
        }
        guard addModel(to: &changes) else { return nil }
        for file in folder.sheets {
            guard let before = read.dossier.sheet(file.sheet) else { return nil }
            guard let after = edited.sheet(before.id) else {
                changes.append(.init(path: file.path, before: file.bytes, after: nil))
                continue
            }
            guard before != after else { continue }
            let old = Form.sheet(before, in: read.dossier)
            let new = Form.sheet(after, in: edited)
            guard let root = read.places.sheets[before.id]?.root,
                let change = change(file, root, from: old, to: new)
            else { return nil }
            changes.append(change)
        }
        let known = Set(folder.sheets.map(\.sheet))
        for sheet in edited.sheets where !known.contains(sheet.id) {
            let text = YAMLWriting.text(of: .sheet(sheet, in: edited))
            let path = folder.prefix + "sheets/\(sheet.id).yaml"
            changes.append(.init(path: path, before: nil, after: Array(text.utf8)))
        }
        return changes
    }

    /// Adds what happens to the file of the model; false where that would get in its own way.
    private func addModel(to changes: inout [DossierEdit.Change]) -> Bool {
        guard read.dossier.stability != edited.stability else { return true }
        guard let file = folder.stability, let before = read.dossier.stability,
            let root = read.places.stability?.root
        else {
            let text = edited.stability.map { YAMLWriting.text(of: .model($0)) }
            let path = folder.prefix + "stability.yaml"
            changes.append(.init(path: path, before: nil, after: text.map { Array($0.utf8) }))
            return true
        }
        guard let after = edited.stability else {
            changes.append(.init(path: file.path, before: file.bytes, after: nil))
            return true
        }
        let hasVersion = root.value(of: "parley") != nil
        let new = Form.model(after, hasVersion: hasVersion)
        guard depth > 0 else {
            let text = file.isJSON ? new.json.text() + "\n" : YAMLWriting.text(of: new)
            changes.append(.init(path: file.path, before: file.bytes, after: Array(text.utf8)))
            return true
        }
        let old = Form.model(before, hasVersion: hasVersion)
        guard let change = change(file, root, from: old, to: new) else { return false }
        changes.append(change)
        return true
    }

    private func change(
        _ file: DossierFolder.File, _ root: Node, from old: Form, to new: Form
    ) -> DossierEdit.Change? {
        let mark: [UInt8] = [0xEF, 0xBB, 0xBF]
        let hasMark = file.bytes.starts(with: mark)
        let source = SourceText(hasMark ? Array(file.bytes[3...]) : file.bytes)
        var plan = FilePlan(source, isJSON: file.path.hasSuffix(".json"), depth: depth)
        plan.plan(root, from: old, to: new)
        guard let after = Splice.apply(plan.splices, to: source.bytes) else { return nil }
        return .init(path: file.path, before: file.bytes, after: hasMark ? mark + after : after)
    }
}

extension DossierFolder {
    /// What stands before `dossier.yaml` in the path of the dossier's file.
    var prefix: String {
        dossier.path.lastIndex(of: "/").map { String(dossier.path[...$0]) } ?? ""
    }

    /// The folder after the changes.
    func changed(by changes: [DossierEdit.Change]) -> DossierFolder {
        var folder = self
        for change in changes {
            guard let after = change.after else {
                folder.sheets.removeAll { $0.path == change.path }
                if folder.stability?.path == change.path { folder.stability = nil }
                continue
            }
            if folder.dossier.path == change.path {
                folder.dossier.bytes = after
            } else if change.path == folder.prefix + "stability.yaml" || change.path == folder.stability?.path
            {
                folder.stability = File(path: change.path, bytes: after)
            } else if let place = folder.sheets.firstIndex(where: { $0.path == change.path }) {
                folder.sheets[place].bytes = after
            } else {
                folder.sheets.append(File(path: change.path, bytes: after))
            }
        }
        folder.sheets.sort { ($0.sheet, $0.path) < ($1.sheet, $1.path) }
        return folder
    }
}
