import Foundation
import Interchange
import Negotiation
import TestSupport
import Testing

/// Folders on disk: what is in the place of a file, writing, and editing.
@Suite struct FolderTests {
    /// Runs `body` with the path of a new folder, which is removed afterwards.
    private func withFolder(_ body: (String) throws -> Void) throws {
        let path = FileManager.default.temporaryDirectory.path + "/parley-\(UUID().uuidString)"
        try FileManager.default.createDirectory(atPath: path + "/sheets", withIntermediateDirectories: true)
        defer { try? FileManager.default.removeItem(atPath: path) }
        try body(path)
    }

    private func message(_ path: String) throws -> String {
        try #require(throws: UnreadableDossier.self) { try DossierReader().read(at: path) }.description
    }

    @Test func readsTheFolderOrItsFile() throws {
        try withFolder { path in
            try ReaderTests.small.write(toFile: path + "/dossier.yaml", atomically: true, encoding: .utf8)
            try ReaderTests.sheet.write(toFile: path + "/sheets/n.yaml", atomically: true, encoding: .utf8)
            try "notes".write(toFile: path + "/sheets/README.md", atomically: true, encoding: .utf8)
            let read = try DossierReader().read(at: path)
            #expect(read.files == [path + "/dossier.yaml", path + "/sheets/n.yaml"])
            #expect(try DossierReader().read(at: path + "/").dossier == read.dossier)
            #expect(try DossierReader().read(at: path + "/dossier.yaml").dossier == read.dossier)
        }
    }

    @Test func refusesWhatIsNoFile() throws {
        try withFolder { path in
            let file = path + "/dossier.yaml"
            #expect(try message(path + "/nowhere").contains("no such file"))
            #expect(try message(path).contains("holds no dossier"))
            try FileManager.default.createDirectory(atPath: file, withIntermediateDirectories: false)
            #expect(try message(path).contains("this is a folder"))
            try FileManager.default.removeItem(atPath: file)
            try FileManager.default.createSymbolicLink(atPath: file, withDestinationPath: "/dev/zero")
            #expect(try message(path).contains("this is a link"))
            try FileManager.default.removeItem(atPath: file)
            #expect(mkfifo(file, 0o600) == 0)
            #expect(try message(path).contains("pipe or device"))
            #expect(try message("/dev/zero").contains("pipe or device"))
            try FileManager.default.removeItem(atPath: file)
            #expect(FileManager.default.createFile(atPath: file, contents: Data()))
            #expect(truncate(file, 100 << 20) == 0)
            #expect(try message(path).contains("104857600 bytes"))
        }
    }

    @Test func writesWholeFilesAndReplacesOnlyWhenTold() throws {
        try withFolder { path in
            let dossier = RandomDossier.make(seed: 3)
            try DossierWriter().write(dossier, to: path + "/new")
            var read = try DossierReader().read(at: path + "/new").dossier
            var sorted = dossier
            sorted.sheets.sort { $0.id < $1.id }
            #expect(read == sorted)
            #expect(throws: WritingError.self) { try DossierWriter().write(dossier, to: path + "/new") }
            #expect(throws: WritingError.self) {
                try DossierWriter(format: .json).write(dossier, to: path + "/new")
            }
            try DossierWriter().write(dossier, to: path + "/new", replacing: true)
            read.title = "Edited"
            try DossierEdit(to: read, at: path + "/new").apply()
            #expect(try DossierReader().read(at: path + "/new").dossier == read)
            let left = try FileManager.default.contentsOfDirectory(atPath: path + "/new")
            #expect(left.allSatisfy { !$0.hasSuffix(".new") })
        }
    }

    @Test func refusesToEditWhatChangedMeanwhile() throws {
        try withFolder { path in
            let dossier = RandomDossier.make(seed: 4)
            try DossierWriter().write(dossier, to: path + "/new")
            var read = try DossierReader().read(at: path + "/new").dossier
            read.title = "Edited"
            let edit = try DossierEdit(to: read, at: path + "/new")
            try "parley: 1".write(toFile: path + "/new/dossier.yaml", atomically: true, encoding: .utf8)
            #expect(throws: EditError.self) { try edit.apply() }
        }
    }
}
