import Foundation
import Negotiation
import Sequencing

/// Medians of what a roadmap asks of temporal networks: `roadmap-bench [row…]`.
@main
enum Main {
    static func main() {
        var arguments = Array(CommandLine.arguments.dropFirst())
        var record = Record()
        if let place = arguments.firstIndex(of: "--networks"), place + 1 < arguments.count {
            record.path = arguments[place + 1]
            arguments.removeSubrange(place...place + 1)
        }
        let wanted = Set(arguments)
        func row(_ name: String, _ work: () -> Void) {
            if wanted.isEmpty || wanted.contains(name) { work() }
        }
        row("dynamic-200") {
            dynamic(points: 200, links: 10, rounds: 201, &record);
            dynamic(points: 200, links: 40, rounds: 201, &record)
        }
        row("dynamic-400") { dynamic(points: 400, links: 40, rounds: 101, &record) }
        row("deadline-10000") { deadlines(&record) }
        row("gates") { gates() }
        record.write()
    }

    /// The networks that were asked, with the answers, one a line, for peers.
    struct Record {
        var path: String?
        var lines: [String] = []

        mutating func add(_ row: String, _ network: TemporalNetwork, _ answer: String) {
            guard path != nil else { return }
            let ordinary =
                network.constraints.map { "[\($0.from),\($0.to),\($0.atMost)]" }
                + network.points.indices.dropFirst().map { "[\($0),0,0]" }
            let links = network.contingentLinks.map { "[\($0.start),\($0.least),\($0.greatest),\($0.end)]" }
            lines.append(
                "{\"row\":\"\(row)\",\"points\":\(network.points.count),\"ordinary\":[\(ordinary.joined(separator: ","))],\"contingent\":[\(links.joined(separator: ","))],\"answer\":\(answer)}"
            )
        }

        func write() {
            guard let path else { return }
            let data = Data(lines.joined(separator: "\n").utf8)
            _ = FileManager.default.createFile(atPath: path, contents: data)
        }
    }

    static func median(_ times: [Double]) -> Double { times.sorted()[times.count / 2] }

    static func seconds(_ work: () -> Void) -> Double {
        let clock = ContinuousClock()
        let time = clock.measure(work)
        return Double(time.components.seconds) + Double(time.components.attoseconds) / 1e18
    }

    static func digits(_ seconds: Double) -> String {
        let micro = (seconds * 1e6).rounded()
        return micro >= 1e6 ? "\((micro / 1e4).rounded() / 100) s" : "\(micro / 1000) ms"
    }

    /// Both answers, since a network that fails is often told sooner.
    static func dynamic(points: Int, links: Int, rounds: Int, _ record: inout Record) {
        for tightness in [0.0, 0.7, 1.0] {
            var times: [Double] = []
            var yes = 0
            for seed in 0..<rounds {
                let network = Generator.uncertain(
                    points: points, links: links, seed: UInt64(seed), tightness: tightness)
                var answer = false
                times.append(seconds { answer = network.isDynamicallyControllable(.instantaneous) })
                if answer { yes += 1 }
                if seed % 20 == 0 {
                    record.add("dynamic, \(points) points, \(links) durations", network, "\(answer)")
                }
            }
            print(
                "dynamic controllability, \(points) points, \(links) durations, tightness \(tightness): median \(digits(median(times))), slowest \(digits(times.max()!)); \(yes) of \(rounds) controllable"
            )
        }
    }

    static func deadlines(_ record: inout Record) {
        let network = Generator.simple(points: 10_000, constraints: 40_000, seed: 7)
        var made: SimpleTimes?
        let first = seconds { made = try? SimpleTimes(network, origin: 0) }
        guard var times = made else {
            print("the generated network is not consistent")
            return
        }
        record.add("all times, 10,000 points, 40,000 constraints", network, sums(times, network))
        var random = SplitMix64(seed: 9)
        var costs: [Double] = []
        var refused = 0
        for _ in 0..<2_001 {
            let place = random.below(999)
            let limit = network.constraints[place].atMost + random.below(800) - 400
            costs.append(
                seconds {
                    do { try times.change(place, atMost: limit) } catch { refused += 1 }
                    // All earliest and latest times are there to be read.
                })
        }
        print(
            "10,000 points, 40,000 constraints, one deadline changed: median \(digits(median(costs))), slowest \(digits(costs.max()!)), \(refused) of 2001 refused; from nothing \(digits(first))"
        )
    }

    /// The sums of all earliest and latest times, to be compared.
    static func sums(_ times: SimpleTimes, _ network: TemporalNetwork) -> String {
        let earliest = network.points.indices.reduce(0) { $0 + times.earliest($1) }
        let latest = network.points.indices.reduce(0) { $0 + (times.latest($1) ?? 0) }
        return "[\(earliest), \(latest)]"
    }

    static func gates() {
        for (name, commitments) in [
            ("10 gates in sequence", sequence(gates: 10)), ("6 gates in parallel", parallel(gates: 6)),
        ] {
            var costs: [Double] = []
            var answer = ""
            for _ in 0..<11 {
                let roadmap = Roadmap(Roadmap.Plan(commitments: commitments))
                costs.append(seconds { answer = "\(roadmap.execution().verdict)".prefix(40) + "" })
            }
            let roadmap = Roadmap(Roadmap.Plan(commitments: commitments))
            var whole = 0.0
            whole = seconds { _ = roadmap.times() }
            print(
                "\(commitments.count) commitments, \(name): median \(digits(median(costs))), \(answer); all times \(digits(whole))"
            )
        }
    }

    /// Sixty commitments in a row, every sixth verified with a response.
    static func sequence(gates: Int) -> [Commitment] {
        (0..<60).map { place in
            let isGate = place % (60 / gates) == 60 / gates - 1
            let before =
                place == 0
                ? []
                : [
                    [
                        Prerequisite(
                            .commitment(
                                CommitmentID("c\(place - 1)"),
                                (place - 1) % (60 / gates) == 60 / gates - 1 ? .verified : .done))
                    ]
                ]
            return Commitment(
                id: CommitmentID("c\(place)"), who: [place % 2 == 0 ? "north" : "south"], what: "c",
                after: before,
                deadline: .within(TimeSpan(60 + place * 20, .days), of: nil),
                takes: DoingTime(
                    from: TimeSpan(2, .days), to: TimeSpan(8, .days),
                    decidedBy: place % 3 == 0 ? .nature : .doer),
                verifiedBy: isGate ? ["un"] : [],
                verification: isGate ? TimeRange(from: TimeSpan(2, .days), to: TimeSpan(9, .days)) : nil,
                ifNot: isGate ? [Response(who: ["north"], what: "r", within: TimeSpan(15, .days))] : [])
        }
    }

    /// Tracks side by side, each with a gate in it, and a last commitment that waits for all.
    static func parallel(gates: Int) -> [Commitment] {
        let length = 59 / gates
        var result: [Commitment] = []
        for track in 0..<gates {
            for step in 0..<length {
                let isGate = step == 1
                let before =
                    step == 0
                    ? []
                    : [
                        [
                            Prerequisite(
                                .commitment(
                                    CommitmentID("c\(track)-\(step - 1)"), step == 2 ? .verified : .done))
                        ]
                    ]
                result.append(
                    Commitment(
                        id: CommitmentID("c\(track)-\(step)"), who: [track % 2 == 0 ? "north" : "south"],
                        what: "c", after: before,
                        deadline: .within(TimeSpan(60 + step * 20, .days), of: nil),
                        takes: DoingTime(
                            from: TimeSpan(2, .days), to: TimeSpan(8, .days),
                            decidedBy: step % 3 == 0 ? .nature : .doer),
                        verifiedBy: isGate ? ["un"] : [],
                        verification: isGate
                            ? TimeRange(from: TimeSpan(2, .days), to: TimeSpan(9, .days)) : nil,
                        ifNot: isGate
                            ? [Response(who: ["north"], what: "r", within: TimeSpan(15, .days))] : []))
            }
        }
        while result.count < 59 {
            result.append(
                Commitment(
                    id: CommitmentID("x\(result.count)"), who: ["north"], what: "x",
                    deadline: .within(TimeSpan(30, .days), of: nil)))
        }
        result.append(
            Commitment(
                id: "review", who: ["north", "south"], what: "review",
                after: (0..<gates).map {
                    [Prerequisite(.commitment(CommitmentID("c\($0)-1"), .done), least: TimeSpan(30, .days))]
                },
                deadline: .within(TimeSpan(400, .days), of: nil)))
        return result
    }
}
