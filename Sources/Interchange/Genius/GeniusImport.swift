import Foundation
import Negotiation

/// Reads negotiation domains in Genius XML, the format of the public ANAC competitions: one file for the domain,
/// one for what each party wants.
///
/// Every number is carried over as the exact decimal that stands in the file, and the cap of utilities at 1 with
/// it. Discount factors are not (see ``GeniusNote``).
public enum GeniusImport {
    /// One file.
    public struct File: Hashable, Sendable {
        /// Its name or path, for messages; party names are made of its last part.
        public var name: String
        /// Its bytes.
        public var bytes: [UInt8]

        /// One file.
        public init(name: String, bytes: [UInt8]) {
            self.name = name
            self.bytes = bytes
        }
    }

    /// What was imported.
    public struct Result: Hashable, Sendable {
        /// The domain as a dossier with one negotiator and one sheet for each profile, in their order.
        public var dossier: Dossier
        /// What was read in a particular way or not carried over.
        public var notes: [GeniusNote]
    }

    /// Reads a domain and its profiles.
    ///
    /// - Throws: ``ImportFailure`` with every error of the files that can be told at once.
    ///
    /// Complexity: linear in the bytes, and issues × options of the domain for each profile.
    public static func read(
        domain: File, profiles: [File], limits: ImportLimits = ImportLimits()
    ) throws(ImportFailure) -> Result {
        guard !profiles.isEmpty else {
            throw ImportFailure([
                ImportError(
                    file: domain.name, what: "there is no profile",
                    remedy: "name a utility profile for each party after the domain")
            ])
        }
        guard profiles.count <= limits.files else {
            throw ImportFailure([
                ImportError(
                    file: domain.name, what: "more than \(limits.files) profiles", remedy: "import fewer")
            ])
        }
        let document = try parse(domain, limits)
        var (space, errors, notes) = GeniusDomain.read(document, limits: limits)
        guard errors.isEmpty else { throw ImportFailure(errors) }
        var dossier = dossier(of: space, file: domain.name)
        var names = NameMaker()
        for file in profiles {
            do throws(ImportFailure) {
                let (profile, faults, remarks) = GeniusProfile.read(
                    try parse(file, limits), of: space, limits: limits)
                errors += faults
                notes += remarks
                add(profile, from: file, names: &names, to: &dossier)
            } catch {
                errors += error.errors
            }
        }
        guard errors.isEmpty else { throw ImportFailure(errors) }
        return Result(dossier: dossier, notes: notes)
    }

    /// Reads a domain and its profiles from files.
    public static func read(
        domainAt domain: String, profilesAt profiles: [String], limits: ImportLimits = ImportLimits()
    ) throws(ImportFailure) -> Result {
        let domainFile = try load(domain, limits)
        var files: [File] = []
        for path in profiles { files.append(try load(path, limits)) }
        return try read(domain: domainFile, profiles: files, limits: limits)
    }

    private static func load(_ path: String, _ limits: ImportLimits) throws(ImportFailure) -> File {
        File(name: path, bytes: try ImportFile.bytes(at: path, limits: limits))
    }

    private static func parse(_ file: File, _ limits: ImportLimits) throws(ImportFailure) -> XMLDocument {
        do {
            return try XMLReader.read(file.bytes, file: file.name, limits: limits)
        } catch {
            throw ImportFailure([error])
        }
    }

    private static func dossier(of domain: GeniusDomain, file: String) -> Dossier {
        let source = Source(
            id: "genius-domain", title: Text("Genius XML domain \(lastPart(file))"),
            text:
                "A domain of the kind used in automated negotiation competitions. It describes no real party."
        )
        let issues = domain.entries.map { entry in
            var issue = entry.issue
            issue.sources = [.source(source.id, passage: nil)]
            return issue
        }
        return Dossier(title: Text(domain.title), issues: issues, sources: [source])
    }

    private static func add(
        _ profile: GeniusProfile, from file: File, names: inout NameMaker, to dossier: inout Dossier
    ) {
        let part = lastPart(file.name)
        let stem = part.lowercased().hasSuffix(".xml") ? String(part.dropLast(4)) : part
        let name = names.name(for: stem, fallback: "party-\(dossier.parties.count + 1)")
        dossier.parties.append(
            Party(
                id: PartyID(name), name: Text(stem), roles: [.negotiator],
                sources: [.source("genius-domain", passage: nil)]))
        dossier.sheets.append(
            Sheet(
                id: SheetID(name), party: PartyID(name), basis: .illustration,
                by: Text("Genius XML profile \(part)"), weights: .numbers(profile.weights),
                values: profile.values, outOf: profile.outOf, atMost: 1,
                withoutAgreement: WithoutAgreement(worth: Amount(profile.withoutAgreement)),
                sources: [.work("Genius XML profile \(part)")]))
    }

    /// The file's name without its folders, as people may read it.
    static func lastPart(_ path: String) -> String {
        let part = path.split(separator: "/").last.map(String.init) ?? path
        return TextHygiene.firstRefused(in: part, isTitle: true) == nil ? part : "file"
    }
}
