import Interchange
import Negotiation

/// The files of one input: one, or several with a line `%%% path` before each.
private func files(of bytes: [UInt8]) -> [String: [UInt8]] {
    var files: [String: [UInt8]] = [:]
    var path = "dossier.yaml"
    for line in bytes.split(separator: 0x0A, omittingEmptySubsequences: false) {
        if line.starts(with: "%%% ".utf8) {
            path = String(decoding: line.dropFirst(4), as: UTF8.self)
        } else {
            files[path, default: []] += Array(line) + [0x0A]
        }
    }
    return files
}

/// libFuzzer's own loop, which calls `callback` with one input after another.
@_silgen_name("LLVMFuzzerRunDriver")
private func runDriver(
    _ count: UnsafeMutablePointer<CInt>,
    _ arguments: UnsafeMutablePointer<UnsafeMutablePointer<UnsafeMutablePointer<CChar>?>>,
    _ callback: @convention(c) (UnsafePointer<UInt8>, Int) -> CInt
) -> CInt

@main enum FuzzReader {
    static func main() {
        var count = CommandLine.argc
        var arguments = CommandLine.unsafeArgv
        _ = runDriver(&count, &arguments) { fuzz($0, $1) }
    }
}

/// Asks of one input what must be true of all.
private func fuzz(_ start: UnsafePointer<UInt8>, _ count: Int) -> CInt {
    let bytes = Array(UnsafeBufferPointer(start: start, count: count))
    guard let folder = try? DossierFolder(files: files(of: bytes)) else { return 0 }
    let read: ReadDossier
    do throws(UnreadableDossier) {
        read = try DossierReader().read(folder)
    } catch {
        precondition(!error.diagnostics.isEmpty, "refused without a reason")
        for diagnostic in error.diagnostics {
            precondition(!diagnostic.description.utf8.contains(0x0A), "a diagnostic of several lines")
        }
        return 0
    }
    for format in [DossierWriter.Format.yaml, .json] {
        let written = DossierWriter(format: format).files(for: read.dossier).mapValues { Array($0.utf8) }
        let again = try? DossierReader().read(files: written)
        precondition(again?.dossier == read.dossier, "what was written reads back as another dossier")
    }
    var edited = read.dossier
    edited.issues[0].title = "Edited: by the fuzzer"
    edited.packages.append(Package(id: "fuzzers-own", choose: [:]))
    // The edit checks its own result; it must come to an end, with or without one.
    _ = try? DossierEdit(to: edited, in: folder)
    return 0
}
