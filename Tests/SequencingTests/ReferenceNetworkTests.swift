import Foundation
import Sequencing
import TestSupport
import Testing

/// Published networks and such with the answers of an independent game.
@Suite("Reference networks")
struct ReferenceNetworkTests {
    @Test(
        "All published networks have their known answers",
        .enabled(if: ReferenceCases.folder != nil, "\(ReferenceCases.absence)"))
    func published() throws {
        let folder = URL(filePath: try #require(ReferenceCases.folder)).appending(path: "roadmap/networks")
        let files = try FileManager.default.contentsOfDirectory(at: folder, includingPropertiesForKeys: nil)
        var count = 0
        for file in files.sorted(by: { $0.path < $1.path }) where file.pathExtension == "json" {
            guard !file.lastPathComponent.hasPrefix("random") else { continue }
            let one = try JSONDecoder().decode(NetworkFile.self, from: Data(contentsOf: file))
            // The file says itself that its uncontrolled durations are missing.
            count += 1
            let network = try one.net.network()
            if let known = one.known.consistent { #expect(network.isConsistent == known, "\(one.id)") }
            if let known = one.known.dc {
                #expect((network.controllability(.instantaneous) == .controllable) == known, "\(one.id)")
            }
            if let known = one.known.weak, network.isUncertain {
                #expect(network.isWeaklyControllable() == known, "\(one.id)")
            }
        }
        #expect(count == 35)
    }

    @Test(
        "All random networks with uncontrolled durations have the answers of the game",
        .enabled(if: ReferenceCases.folder != nil, "\(ReferenceCases.absence)"))
    func uncertain() throws {
        let file = URL(filePath: try #require(ReferenceCases.folder)).appending(
            path: "roadmap/networks/random_stnu_200.json")
        let all = try JSONDecoder().decode([String: NetworkFile.Played].self, from: Data(contentsOf: file))
        #expect(all.count == 200)
        for (name, one) in all {
            let network = try one.net.network()
            #expect(network.isDynamicallyControllable(.instantaneous) == one.game, "\(name)")
            if let known = one.weak { #expect(network.isWeaklyControllable() == known, "\(name)") }
            if let known = one.strong { #expect(network.isStronglyControllable == known, "\(name)") }
        }
    }

    @Test(
        "All random conditional networks have the answers of the game",
        .enabled(if: ReferenceCases.folder != nil, "\(ReferenceCases.absence)"))
    func conditional() throws {
        let file = URL(filePath: try #require(ReferenceCases.folder)).appending(
            path: "roadmap/networks/random_cstn_75.json")
        let all = try JSONDecoder().decode([String: NetworkFile.Played].self, from: Data(contentsOf: file))
        #expect(all.count == 75)
        for (name, one) in all {
            let found = try one.net.network().controllability(.instantaneous)
            #expect((found == .controllable) == one.game && found != .undecided, "\(name)")
        }
    }
}

/// A file of the reference folder, read in the plainest way.
struct NetworkFile: Decodable {
    enum Item: Decodable {
        case text(String)
        case number(Int)

        init(from decoder: any Decoder) throws {
            let container = try decoder.singleValueContainer()
            if let number = try? container.decode(Int.self) {
                self = .number(number)
            } else {
                self = .text(try container.decode(String.self))
            }
        }

        var text: String { if case .text(let text) = self { text } else { "" } }
        var number: Int { if case .number(let number) = self { number } else { 0 } }
    }

    struct Net: Decodable {
        var nodes: [String]
        var obs: [String: String]?
        var nodeLabel: [String: String]?
        var ordinary: [[Item]]
        var labelled: [[Item]]?
        var contingent: [[Item]]?

        func network() throws -> TemporalNetwork {
            let observed = (obs ?? [:]).sorted { $0.key < $1.key }
            let names = observed.map(\.value)
            func label(_ text: String) -> Label {
                text.split(separator: " ").reduce(.always) { result, literal in
                    let isFalse = literal.hasPrefix("!")
                    let place = names.firstIndex(of: String(literal.drop { $0 == "!" }))!
                    return result.and(Label(place, is: !isFalse))!
                }
            }
            func place(_ item: Item) throws -> Int { try #require(nodes.firstIndex(of: item.text)) }
            return TemporalNetwork(
                points: nodes,
                constraints: try ordinary.map {
                    .init(from: try place($0[0]), to: try place($0[1]), atMost: $0[2].number)
                }
                    + (labelled ?? []).map {
                        .init(
                            from: try place($0[0]), to: try place($0[1]), atMost: $0[2].number,
                            label: label($0[3].text))
                    },
                contingentLinks: try (contingent ?? []).map {
                    .init(
                        start: try place($0[0]), end: try place($0[3]), least: $0[1].number,
                        greatest: $0[2].number)
                },
                observations: observed.map { nodes.firstIndex(of: $0.key)! },
                labels: nodes.map { label(nodeLabel?[$0] ?? "") },
                origin: nodes.firstIndex(of: "Z"))
        }
    }

    struct Known: Decodable {
        var dc: Bool?
        var weak: Bool?
        var consistent: Bool?
    }

    struct Played: Decodable {
        var net: Net
        var game: Bool
        var weak: Bool?
        var strong: Bool?
    }

    var id: String
    var kind: String
    var net: Net
    var known: Known
}
