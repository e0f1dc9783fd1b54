public import Assessment
import Foundation
public import Sequencing

/// A temporal network from a file, with what the file says of it.
public struct ReadNetwork: Hashable, Sendable {
    /// Its name, where the file gives one.
    public var id: String?
    /// What it is called; nil: by what it is made of.
    public var kind: NetworkKind?
    /// By observation: the name of what is observed.
    public var propositions: [String]
    /// By what the file's whole numbers were multiplied, where it says so.
    public var scale: Int?
    /// The network.
    public var network: TemporalNetwork

    /// What can be said of the network, in the file's names; see `TemporalNetwork`.
    ///
    /// - Parameter budget: how many bounds are followed until an answer counts as undecided.
    public func report(budget: Int = 200_000) -> NetworkReport {
        network.report(as: kind, propositions: propositions, budget: budget)
    }
}

/// Reads a temporal network from a JSON file: `nodes`, and `ordinary`, `labelled`, `contingent`, `obs` and `nodeLabel` where
/// there is something to say, at the top or under `net`, beside `id` and `kind`.
///
/// `ordinary: [X, Y, w]` means that Y is at most w after X; `labelled: [X, Y, w, "p !q"]` the same where p holds and q does
/// not; `contingent: [A, x, y, C]` that nature lets C follow A after x to y; `obs` gives what is observed at a point, and
/// `nodeLabel` in which scenarios a point is executed. A point named `Z` is the origin. Other keys are passed over.
///
/// A network is read whole or not at all; whatever is wrong is reported at once, as by ``DossierReader``.
public struct NetworkReader: Sendable {
    /// What may be read.
    public var limits: ReadingLimits

    /// The most points of a network.
    public static let pointLimit = 20_000
    /// The most constraints and uncontrolled durations of a network.
    public static let constraintLimit = 200_000
    /// The largest number, on either side of 0.
    public static let weightLimit = 1 << 40

    /// A reader.
    public init(limits: ReadingLimits = ReadingLimits()) { self.limits = limits }

    /// Whether `path` leads to a file other than a dossier's own that says it is a network, rightly written or not.
    public static func standsAlone(at path: String) -> Bool {
        let name = path.split(separator: "/").last.map(String.init) ?? path
        guard case .success(let mode) = FileReading.mode(of: path), !FileReading.isFolder(mode),
            !DossierFolder.dossierNames.contains(name),
            case .success(let bytes) = FileReading.contents(of: path, limit: ReadingLimits().fileBytes),
            Self.mayBeNetwork(bytes)
        else { return false }
        let file = DossierFolder.File(path: path, bytes: bytes)
        guard let root = YAMLTree.parse([file], limits: ReadingLimits())[0].root else { return true }
        return net(of: root) != nil
    }

    /// Whether the bytes are those of an object that somewhere has the keys of a network.
    private static func mayBeNetwork(_ bytes: [UInt8]) -> Bool {
        guard bytes.first(where: { ![0x20, 0x09, 0x0A, 0x0D, 0xEF, 0xBB, 0xBF].contains($0) }) == 0x7B else {
            return false
        }
        let data = Data(bytes)
        func has(_ key: String) -> Bool { data.range(of: Data("\"\(key)\"".utf8)) != nil }
        return has("net") || (has("nodes") && has("ordinary"))
    }

    private static func net(of root: Node) -> Node? {
        if let net = root.value(of: "net") { return net }
        return root.value(of: "nodes") != nil && root.value(of: "ordinary") != nil ? root : nil
    }

    /// Reads the network in the file at `path`.
    ///
    /// Complexity: linear in the size of the file.
    public func read(at path: String) throws(UnreadableDossier) -> ReadNetwork {
        switch FileReading.contents(of: path, limit: limits.fileBytes) {
        case .success(let bytes): return try read(bytes, path: path)
        case .failure(let refusal):
            throw UnreadableDossier([refusal.diagnostic(at: path, limits: limits)])
        }
    }

    /// Reads a network from memory.
    ///
    /// - Parameters:
    ///   - bytes: What the file holds.
    ///   - path: Its path, as messages name it.
    public func read(_ bytes: [UInt8], path: String) throws(UnreadableDossier) -> ReadNetwork {
        let file = DossierFolder.File(path: path, bytes: bytes)
        try StructureCheck.check([file], limits: limits)
        let parsed = YAMLTree.parse([file], limits: limits)[0]
        var parsing = Parsing(limits: limits)
        parsing.file = path
        for failure in parsed.failures {
            parsing.report(failure.mark, failure.problem, expected: failure.expected)
        }
        var network: ReadNetwork?
        if let root = parsed.root {
            network = NetworkParsing.network(root, net: root.value(of: "net") ?? root, &parsing)
        } else if parsed.failures.isEmpty {
            parsing.report(.init(line: 1, column: 1), "the file is empty", expected: "a network")
        }
        guard let network, parsing.diagnostics.isEmpty else {
            throw UnreadableDossier(parsing.sorted(first: [path]))
        }
        return network
    }
}
