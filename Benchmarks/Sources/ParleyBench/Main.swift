import Bargaining
import Foundation
import Interchange
import Negotiation

/// Measures one row at a time; `Benchmarks/compare` calls it and its peers in turn.
@main struct Main {
    static func main() throws {
        let arguments = Array(CommandLine.arguments.dropFirst())
        switch arguments.first {
        case "list":
            for work in Work.all { print("\(work.name)\t\(work.title)\t\(work.hasPeer ? "peer" : "alone")") }
        case "data" where arguments.count == 3:
            let numbers = try find(arguments[1]).numbers()
            try write(numbers.values, to: arguments[2])
            print("{\"dimension\": \(numbers.dimension), \"options\": \(numbers.options)}")
        case "run" where arguments.count >= 3:
            try run(
                find(arguments[1]), times: Int(arguments[2]) ?? 1,
                points: arguments.count > 3 ? arguments[3] : nil)
        case "seed" where arguments.count == 3:
            var row = try find(arguments[1])
            row.seed = UInt64(arguments[2]) ?? 1
            try run(row, times: 1, points: nil)
        case "dossier" where arguments.count == 3:
            guard let worths = try find(arguments[1]).worths else { throw CocoaError(.featureUnsupported) }
            let folder = URL(fileURLWithPath: arguments[2])
            try FileManager.default.createDirectory(
                at: folder.appending(path: "sheets"), withIntermediateDirectories: true)
            for (name, bytes) in Alone.dossier(worths) {
                try Data(bytes).write(to: folder.appending(path: name))
            }
        case "rules" where arguments.count == 3:
            try rules(from: UInt64(arguments[1]) ?? 1, to: UInt64(arguments[2]) ?? 20)
        default:
            FileHandle.standardError.write(
                Data(
                    "parley-bench list | data ROW FILE | run ROW TIMES [POINTS] | seed ROW SEED | dossier ROW FOLDER | rules FROM TO\n"
                        .utf8))
            exit(2)
        }
    }

    private static func find(_ name: String) throws -> Work {
        guard let work = Work.all.first(where: { $0.name == name }) else {
            throw CocoaError(.featureUnsupported)
        }
        return work
    }

    private static func write(_ numbers: [Int64], to path: String) throws {
        try numbers.withUnsafeBytes { try Data($0).write(to: URL(fileURLWithPath: path)) }
    }

    /// Seconds that all cores together have worked so far.
    private static var work: Double {
        var time = timespec()
        clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &time)
        return Double(time.tv_sec) + Double(time.tv_nsec) * 1e-9
    }

    private static func seconds(_ body: () throws -> Void) rethrows -> Double {
        let time = try ContinuousClock().measure(body)
        return Double(time.components.seconds) + Double(time.components.attoseconds) * 1e-18
    }

    /// Prints the seconds of each run, the number of points and the peak of memory; writes the points.
    private static func run(_ row: Work, times: Int, points path: String?) throws {
        var times = [Double](repeating: 0, count: times)
        var work = times
        var points: [Int64] = []
        var count = 0
        if !row.hasPeer {
            try alone(row, times.count)
            return
        }
        if let worths = row.worths {
            let problem = worths.problem
            var last: Frontier?
            for index in times.indices {
                last = nil
                let start = Self.work
                times[index] = try seconds {
                    let frontier = try OutcomeSpace(problem).frontier()
                    if row.withYardsticks { touch(frontier) }
                    last = frontier
                }
                work[index] = Self.work - start
            }
            count = last?.count ?? 0
            let peak = peakOfMemory
            if path != nil, let last {
                for point in 0..<last.count {
                    points += last.utilities(at: point).map { Int64($0.numerator) }
                }
            }
            report(times, work, count, peak)
        } else {
            let numbers = row.numbers()
            var last = Selection()
            for index in times.indices {
                let start = Self.work
                times[index] = seconds {
                    last = Undominated.select(numbers.values, dimension: numbers.dimension)
                }
                work[index] = Self.work - start
            }
            count = last.count
            if path != nil {
                for group in 0..<count {
                    let start = Int(last.group(group).first!) * numbers.dimension
                    points += numbers.values[start..<start + numbers.dimension]
                }
            }
            report(times, work, count, peakOfMemory)
        }
        if let path { try write(points, to: path) }
    }

    /// Work that no peer does: prints the seconds of each run, what was found, and each part of the median run.
    private static func alone(_ row: Work, _ times: Int) throws {
        var runs: [(seconds: Double, work: Double, answer: Alone.Answer)] = []
        let body = try work(row)
        for _ in 0..<times {
            let start = work
            var answer = Alone.Answer()
            let seconds = try seconds { answer = try body() }
            runs.append((seconds, work - start, answer))
        }
        runs.sort { $0.seconds < $1.seconds }
        let answer = runs[runs.count / 2].answer
        let parts = answer.parts.sorted { $0.key < $1.key }.map { "\"\($0.key)\": \($0.value)" }
        print(
            "{\"seconds\": \(runs.map(\.seconds)), \"work\": \(runs.map(\.work)), \"points\": \(answer.count), "
                + "\"gap\": \(answer.gap), \"parts\": {\(parts.joined(separator: ", "))}, "
                + "\"megabytes\": \(peakOfMemory)}")
    }

    private static func work(_ row: Work) throws -> () throws -> Alone.Answer {
        switch row.kind {
        case .yardsticks:
            let problem = row.worths!.problem
            return { try Alone.yardsticks(problem) }
        case .completions(let ordered):
            let (completions, packages) = Alone.knowledge(ordered: ordered, seed: row.seed)
            return { Alone.Answer(count: completions.shares(of: packages).count) }
        case .reading(let parties, let issues, let options):
            let files = Alone.dossier(parties: parties, issues: issues, options: options, seed: row.seed)
            return {
                let read = try DossierReader().read(files: files)
                return Alone.Answer(count: read.dossier.findings().count)
            }
        default: preconditionFailure("peers do this, too")
        }
    }

    private static func touch(_ frontier: Frontier) {
        let found =
            frontier.nash().count + frontier.egalitarian().count + frontier.utilitarian().count
            + frontier.kalaiSmorodinsky().points.count
        precondition(found >= 4, "each yardstick points somewhere")
    }

    /// Six parties and ten issues without and with six rules and six interactions, seed by seed.
    private static func rules(from first: UInt64, to last: UInt64) throws {
        for seed in first...last {
            let worths = Worths(parties: 6, issues: 10, options: 10, opposed: false, seed: seed)
            var counts: [Int] = []
            var times: [Double] = []
            for problem in [worths.problem, worths.problem(conditions: 6, seed: seed &+ 1_000)] {
                times.append(
                    try seconds {
                        // More than the default, which ends a few of these in part.
                        let frontier = try OutcomeSpace(problem, budget: Budget(vectors: 1 << 24)).frontier()
                        counts.append(frontier.exact ? frontier.count : -frontier.count)
                    })
            }
            print("\(seed)\t\(counts[0])\t\(times[0])\t\(counts[1])\t\(times[1])")
            fflush(nil)
        }
    }

    private static func report(_ times: [Double], _ work: [Double], _ count: Int, _ megabytes: Int) {
        func list(_ numbers: [Double]) -> String { numbers.map { "\($0)" }.joined(separator: ", ") }
        print(
            "{\"seconds\": [\(list(times))], \"work\": [\(list(work))], \"points\": \(count), "
                + "\"megabytes\": \(megabytes)}")
    }

    private static var peakOfMemory: Int {
        // Linux tells it as text; elsewhere it stays unknown.
        let status = (try? String(contentsOfFile: "/proc/self/status", encoding: .utf8)) ?? ""
        let line = status.split(separator: "\n").first { $0.hasPrefix("VmHWM:") }
        return line.flatMap { Int($0.filter(\.isNumber)) }.map { $0 / 1_024 } ?? 0
    }
}
