import Assessment
import Foundation
import Interchange
import Negotiation
import Sequencing
import TestSupport
import Testing

/// Files of temporal networks, read and refused.
@Suite struct NetworkReaderTests {
    static let text = """
        {
          "id": "snapback", "kind": "CSTNU", "source": "invented",
          "net": {
            "nodes": ["Z", "W", "V?", "R", "S"],
            "obs": {"V?": "kept"},
            "nodeLabel": {"R": "kept", "S": "!kept"},
            "ordinary": [["Z", "W", 10], ["W", "Z", -2]],
            "labelled": [["V?", "R", 5, "kept"], ["V?", "S", 3, "!kept"]],
            "contingent": [["W", 1, 4, "V?"]],
            "scale": 1
          }
        }
        """

    static func read(_ text: String, _ path: String = "n.json") throws -> ReadNetwork {
        try NetworkReader().read(Array(text.utf8), path: path)
    }

    private func refusal(_ part: String, _ other: String) throws -> String {
        try #require(Self.text.contains(part))
        let error = try #require(throws: UnreadableDossier.self) {
            try Self.read(Self.text.replacing(part, with: other))
        }
        return error.description
    }

    @Test func readsEverything() throws {
        let read = try Self.read(Self.text)
        let network = read.network
        #expect(read.id == "snapback" && read.kind == .conditionalUncertain && read.scale == 1)
        #expect(read.propositions == ["kept"])
        #expect(network.points == ["Z", "W", "V?", "R", "S"] && network.origin == 0)
        #expect(network.observations == [2])
        #expect(network.labels == [.always, .always, .always, Label(0, is: true), Label(0, is: false)])
        #expect(
            network.constraints == [
                .init(from: 0, to: 1, atMost: 10), .init(from: 1, to: 0, atMost: -2),
                .init(from: 2, to: 3, atMost: 5, label: Label(0, is: true)),
                .init(from: 2, to: 4, atMost: 3, label: Label(0, is: false)),
            ])
        #expect(network.contingentLinks == [.init(start: 1, end: 2, least: 1, greatest: 4)])
    }

    @Test func readsABareNetworkAndFillsInWhatIsLeftOut() throws {
        let bare = try Self.read(
            #"{"nodes": ["z", "b"], "ordinary": [["z", "b", 5.0], ["b", "z", 1e1]], "obs": null}"#)
        #expect(bare.network.origin == nil && bare.kind == nil && bare.id == nil && bare.scale == nil)
        #expect(bare.network.constraints.map(\.atMost) == [5, 10])
        #expect(try Self.read(#"{"net": {"nodes": ["a"]}}"#).network.constraints.isEmpty)
        #expect(try Self.read(#"{"nodes": ["\ud83d\ude00"], "ordinary": []}"#).network.points == ["😀"])
    }

    @Test func labelsNameWhatTheirObservationsNeed() throws {
        // r is observed only if q holds, q only if p does: the order in which they are named makes no difference.
        for names in [#""C": "r", "B": "q", "A": "p""#, #""A": "p", "B": "q", "C": "r""#] {
            let read = try Self.read(
                #"{"nodes": ["Z", "A", "B", "C", "D"], "ordinary": [["A", "Z", 0]], "obs": {\#(names)}, "#
                    + #""nodeLabel": {"B": "p", "C": "q"}, "labelled": [["Z", "D", 5, "r"], ["D", "Z", -10, "r"]]}"#
            )
            #expect(read.network.labels.map(\.literals.count) == [0, 0, 1, 2, 0])
            #expect(read.network.constraints.map(\.label.literals.count) == [0, 3, 3])
            #expect(read.report().isConsistent == false)
        }
        // What excludes an outcome on which it depends never binds.
        let never = try Self.read(
            #"{"nodes": ["Z", "A", "B"], "obs": {"A": "p", "B": "q"}, "nodeLabel": {"B": "p"}, "#
                + #""ordinary": [], "labelled": [["Z", "Z", -1, "!p q"]]}"#)
        #expect(never.network.constraints.isEmpty)
    }

    @Test func aDurationStandsInOneScenarioWhole() throws {
        let read = try Self.read(
            #"{"nodes": ["Z", "P", "A", "C"], "ordinary": [], "obs": {"P": "p"}, "nodeLabel": {"A": "p"}, "#
                + #""contingent": [["A", 1, 2, "C"]]}"#)
        #expect(read.network.labels[3] == Label(0, is: true))
        func refused(_ net: String) -> String {
            do {
                _ = try Self.read(net)
                return ""
            } catch {
                return "\(error)"
            }
        }
        #expect(
            refused(
                #"{"nodes": ["Z", "P", "A", "C"], "ordinary": [], "obs": {"P": "p"}, "nodeLabel": {"C": "p"}, "contingent": [["A", 1, 2, "C"]]}"#
            ).contains("in some only of the scenarios"))
        #expect(
            refused(#"{"nodes": ["Z", "A"], "ordinary": [], "contingent": [["A", 0, 0, "Z"]]}"#).contains(
                "the origin `Z` ends an uncontrolled duration"))
    }

    @Test func saysWhatIsWrong() throws {
        #expect(
            try refusal("[[\"Z\", \"W\", 10]", "[[\"ZZ\", \"W\", 10]")
                == "n.json:7:19: error: no point is named `ZZ`; did you mean `Z`?")
        #expect(
            try refusal("\"R\", \"S\"]", "\"R\", \"S\", \"W\"]").contains(
                ": error: a second point is named `W`"))
        #expect(
            try refusal("10]", "2.5]")
                == "n.json:7:29: error: `2.5` is a fraction; expected a whole number: count in a smaller unit"
        )
        #expect(try refusal("10]", "1099511627777]").contains("is too large for the most time"))
        #expect(try refusal("10]", "1e300]").contains("is too large"))
        #expect(try refusal("10]", "\"10\"]").contains("the text `10` stands where the most time"))
        #expect(try refusal("10]", "null]").contains("nothing stands where the most time"))
        #expect(try refusal("10]", "1e999]").contains("stands where the most time"))
        #expect(
            try refusal("[\"W\", 1, 4", "[\"W\", -1, 4").contains(
                "the shortest time -1 is below 0; expected 0 or more"))
        #expect(
            try refusal("[\"W\", 1, 4", "[\"W\", 5, 4").contains(
                "the longest time 4 is below the shortest, 5; expected 5 or more"))
        #expect(
            try refusal("\"V?\"]]", "\"V?\"], [\"Z\", 1, 2, \"V?\"]]")
                .contains("the point `V?` ends two uncontrolled durations"))
        #expect(
            try refusal("\"V?\"]]", "\"V?\"], [\"V?\", 1, 2, \"W\"]]").contains("follow each other in a ring")
        )
        #expect(try refusal("[[\"W\", 1, 4, \"V?\"]]", "[[\"W\", 1, 4, \"W\"]]").contains("in a ring"))
        #expect(
            try refusal("5, \"kept\"]", "5, \"kept !kept\"]")
                .contains("the label `kept !kept` contradicts itself; expected `kept` or `!kept`, not both"))
        #expect(
            try refusal("5, \"kept\"]", "5, \"kep\"]").contains(
                "no point observes `kep`; did you mean `kept`?"))
        #expect(try refusal("\"R\": \"kept\"", "\"RR\": \"kept\"").contains("7: error") == false)
        #expect(
            try refusal("\"R\": \"kept\"", "\"RR\": \"kept\"").contains(
                "no point is named `RR`; did you mean `R`?"))
        #expect(try refusal("\"R\": \"kept\"", "\"V?\": \"kept\"").contains("only after its own observation"))
        #expect(
            try refusal("\"R\": \"kept\"", "\"Z\": \"kept\"").contains(
                "the origin `Z` stands in some scenarios only"))
        #expect(
            try refusal("{\"V?\": \"kept\"}", "{\"V?\": \"kept\", \"W\": \"kept\"}").contains(
                "a second point observes `kept`"))
        #expect(try refusal("{\"V?\": \"kept\"}", "{\"V?\": \"!kept\"}").contains("cannot be a proposition"))
        #expect(try refusal("CSTNU", "CSTN").contains("has no uncontrolled durations; expected `CSTNU`"))
        #expect(try refusal("CSTNU", "STNU").contains("has no observations; expected `CSTNU`"))
        #expect(
            try refusal("CSTNU", "CSTNX").contains(
                "expected one of `STN`, `STNU`, `CSTN`, `CSTNU`; did you mean `CSTN`?"))
        #expect(try refusal("\"nodes\"", "\"points\"").contains("a network without `nodes`"))
        #expect(
            try refusal("[\"Z\", \"W\", 10]", "[\"Z\", \"W\"]").contains(
                "a list of 2; expected `[X, Y, most time from X to Y]`"))
        #expect(try refusal("\"scale\": 1", "\"scale\": 0").contains("the scale 0 is below 1"))
        #expect(try refusal("[\"W\", 1, 4, \"V?\"]", "7").contains("expected `[A, shortest, longest, C]`"))
    }

    @Test func refusesWhatIsNoNetwork() throws {
        for text in [
            "", "hello", "[]", "{", "{\"net\": 3}", "{\"nodes\": 3}", "{\"nodes\": []}", "\u{0}",
            "{\"nodes\": [[\"a\"]]}", "{\"nodes\": {\"a\": 1}}", "nodes: [a\n",
        ] {
            let error = #expect(throws: UnreadableDossier.self) { try Self.read(text) }
            #expect(error?.description.hasPrefix("n.json:") == true, "\(text)")
        }
    }

    @Test func refusesWhatIsTooLarge() throws {
        let many = (0...64).map { "\"p\($0)\"" }.joined(separator: ", ")
        let observed = (0...64).map { "\"p\($0)\": \"q\($0)\"" }.joined(separator: ", ")
        #expect(throws: UnreadableDossier.self) {
            try Self.read("{\"nodes\": [\(many)], \"ordinary\": [], \"obs\": {\(observed)}}")
        }
        let points = (0...NetworkReader.pointLimit).map { "\"\($0)\"" }.joined(separator: ",")
        let error = #expect(throws: UnreadableDossier.self) {
            _ = try Self.read("{\"nodes\": [\(points)]}").kind
        }
        #expect(error?.description.contains("expected at most 20000") == true)
        var small = ReadingLimits()
        small.fileBytes = 10
        let path = FileManager.default.temporaryDirectory.path + "/parley-\(UUID().uuidString).json"
        try Self.text.write(toFile: path, atomically: true, encoding: .utf8)
        defer { try? FileManager.default.removeItem(atPath: path) }
        #expect(throws: UnreadableDossier.self) { try NetworkReader(limits: small).read(at: path) }
        #expect(try NetworkReader().read(at: path) == Self.read(Self.text))
        // Numbers that fit by themselves and not together.
        let chain = (0..<20_000).map { "\"\($0)\"" }.joined(separator: ",")
        let some = (0..<12).map { "\"\($0)\": \"q\($0)\"" }.joined(separator: ",")
        let label = (0..<12).map { "q\($0)" }.joined(separator: " ")
        let far =
            "{\"nodes\": [\(chain)], \"ordinary\": [[\"0\", \"1\", -1099511627776]], \"labelled\": [[\"20\", \"21\", 9, \"\(label)\"]], \"obs\": {\(some)}}"
        let isRefused = (try? Self.read(far)) == nil
        #expect(isRefused)
    }

    @Test func tellsANetworkFromOtherFiles() throws {
        let folder = FileManager.default.temporaryDirectory.path + "/parley-\(UUID().uuidString)"
        try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
        defer { try? FileManager.default.removeItem(atPath: folder) }
        func standsAlone(_ name: String, _ text: String) throws -> Bool {
            try text.write(toFile: folder + "/" + name, atomically: true, encoding: .utf8)
            return NetworkReader.standsAlone(at: folder + "/" + name)
        }
        #expect(try standsAlone("a.json", Self.text))
        #expect(try standsAlone("b.json", "\n{\"nodes\": [\"a\"], \"ordinary\": []}"))
        // What is badly written is still meant to be one.
        #expect(try standsAlone("c.json", "{\"net\": {\"nodes\": ["))
        #expect(try !standsAlone("dossier.json", Self.text))
        #expect(try !standsAlone("d.json", "{\"title\": \"a \\\"net\\\"\", \"dms\": []}"))
        #expect(try !standsAlone("e.json", "{\"dms\": [], \"options\": [\"net\"], \"states\": []}"))
        #expect(try !standsAlone("f.yaml", "nodes: [a]\nordinary: []\n"))
        #expect(!NetworkReader.standsAlone(at: folder))
        #expect(!NetworkReader.standsAlone(at: folder + "/nowhere.json"))
    }

    /// Whatever the bytes, the reader says what is wrong, or the network can be reported on.
    @Test func isNotUpsetByBrokenFiles() throws {
        var random = SplitMix64(seed: 23)
        let bytes = Array(Self.text.utf8)
        var readable = 0
        for _ in 0..<3000 {
            var broken = bytes
            for _ in 0..<Int.random(in: 1...4, using: &random) {
                let place = Int.random(in: 0..<broken.count, using: &random)
                switch Int.random(in: 0..<4, using: &random) {
                case 0: broken[place] = UInt8.random(in: 0...255, using: &random)
                case 1: broken[place] = broken.randomElement(using: &random)!
                case 2: broken.remove(at: place)
                default:
                    // Digits and names in other places make other networks, not only broken files.
                    broken[place] = random.pick(Array("0123456789ZWVRS-?!".utf8))
                }
            }
            do throws(UnreadableDossier) {
                let read = try NetworkReader().read(broken, path: "n.json")
                _ = read.report(budget: 2_000).json().text()
                readable += 1
            } catch {
                #expect(!error.diagnostics.isEmpty)
            }
        }
        #expect(readable > 100)
    }
}
