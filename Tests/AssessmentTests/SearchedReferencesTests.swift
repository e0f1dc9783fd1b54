import Assessment
import Bargaining
import BigInt
import Negotiation
import TestSupport
import Testing

/// Reports whose yardsticks come from the search, held to reports on the whole frontier.
@Suite struct SearchedReferencesTests {
    /// What a yardstick points at: utilities, counts and packages, whatever the place.
    private struct Told: Equatable {
        var points: [[Rational]]
        var counts: [BigInt]
        var packages: [[[IssueID: OptionID]]]

        init(_ report: PackagesReport, _ places: [Int]) {
            points = places.map { report.frontier[$0].utilities }
            counts = places.map { report.frontier[$0].count }
            packages = places.map { Array(report.frontier[$0].packages) }
        }
    }

    private static func dossier(_ seed: Int) -> (Dossier, AnalysisRequest) {
        var size = RandomDossier.Size()
        size.nastyTexts = false
        size.sheets = 8
        var dossier = RandomDossier.make(seed: UInt64(seed), size: size)
        dossier.defaultSheets = [:]
        // One sheet a party, so that none has to be chosen.
        var seen: Set<PartyID> = []
        dossier.sheets = dossier.sheets.filter { seen.insert($0.party).inserted }
        let without = Set(dossier.negotiators.map(\.id)).subtracting(dossier.sheets.map(\.party))
        let first = dossier.negotiators.first { !without.contains($0.id) }
        var request = AnalysisRequest(
            without: without, ideal: seed.isMultiple(of: 2) ? .all : .acceptable, draws: 100)
        if let first { request.nashWeights = [first.id: Rational(BigInt(1 + seed % 4), over: 2)] }
        return (dossier, request)
    }

    /// A frontier that ends early, or was not asked for, leaves the yardsticks as they are.
    @Test(arguments: 0..<6) func yardsticksNeedNoFrontier(batch: Int) throws {
        var (compared, partial) = (0, 0)
        for seed in batch * 1_000..<batch * 1_000 + 150 {
            let (dossier, request) = Self.dossier(seed)
            guard let whole = try? Analysis(dossier, request).packages() else { continue }
            #expect(whole.isExact, "seed \(seed)")
            compared += 1
            var hurried = request
            hurried.budget = Budget(vectors: 1 + seed % 4)
            var unlisted = request
            unlisted.listsFrontier = false
            for request in [hurried, unlisted] {
                let report = try Analysis(dossier, request).packages()
                if !report.frontier.isExact { partial += 1 }
                #expect(report.frontier.isAskedFor == request.listsFrontier)
                #expect((report.obstacle == nil) == (whole.obstacle == nil), "seed \(seed)")
                check(report, whole, "seed \(seed)")
                if !request.listsFrontier { #expect(report.isExact, "seed \(seed)") }
            }
        }
        #expect(compared > 30 && partial > 30)
    }

    private func check(_ report: PackagesReport, _ whole: PackagesReport, _ mark: String) {
        for kind in References.Kind.allCases {
            #expect(report.isExact(kind), "\(mark): \(kind)")
            #expect(
                Told(report, report.references.points(of: kind))
                    == Told(whole, whole.references.points(of: kind)), "\(mark): \(kind)")
        }
        let (found, wanted) = (report.references, whole.references)
        #expect(found.nash.map(\.gaining) == wanted.nash.map(\.gaining), "\(mark)")
        #expect(found.leftOut == wanted.leftOut || whole.frontier.count == 0, "\(mark)")
        #expect(found.ideals == wanted.ideals || whole.frontier.count == 0, "\(mark)")
        #expect(found.weighted?.weights == wanted.weighted?.weights, "\(mark)")
        #expect(found.weighted?.sets.map(\.gaining) == wanted.weighted?.sets.map(\.gaining), "\(mark)")
        #expect(
            Told(report, found.weighted?.points ?? []) == Told(whole, wanted.weighted?.points ?? []),
            "\(mark)")
        #expect(found.weighted?.standing.isExact == wanted.weighted?.standing.isExact, "\(mark)")
    }

    /// Where the search ends early, too, what it found is at most the best, and its bound at least.
    @Test(arguments: 0..<6) func gapsHoldTheBest(batch: Int) throws {
        var unproven = 0
        for seed in batch * 1_000..<batch * 1_000 + 150 {
            let (dossier, request) = Self.dossier(seed)
            guard let whole = try? Analysis(dossier, request).packages(), whole.frontier.count > 0 else {
                continue
            }
            var hurried = request
            hurried.listsFrontier = seed.isMultiple(of: 3)
            hurried.budget = Budget(
                vectors: 1 + seed % 3, searchStates: 1 + seed % 5, searchSteps: 1 + seed % 20)
            let report = try Analysis(dossier, hurried).packages()
            #expect(report.obstacle == nil, "seed \(seed)")
            let attained = (0..<report.frontier.count).map { report.frontier[$0].count }.reduce(0, +)
            let bounds = report.acceptable.lower...report.acceptable.upper
            #expect(bounds.contains(whole.acceptable.lower) && attained <= bounds.lowerBound, "seed \(seed)")
            for kind in References.Kind.allCases {
                let mark = "seed \(seed), \(kind)"
                if report.isExact(kind) {
                    #expect(
                        Told(report, report.references.points(of: kind))
                            == Told(whole, whole.references.points(of: kind)), "\(mark)")
                    continue
                }
                unproven += 1
                #expect(!report.isExact, "\(mark)")
                let best = measure(kind, whole, whole.references.points(of: kind).first)
                let standing = report.references.standing(of: kind)
                guard let best else { continue }
                if let found = standing.found { #expect(found <= best, "\(mark)") }
                if let bound = standing.bound { #expect(bound >= best, "\(mark)") }
                if let gap = standing.gap { #expect(gap >= .zero && gap <= .one, "\(mark)") }
                // What is said of the points is so.
                if kind == .egalitarian || kind == .utilitarian {
                    let point = report.references.points(of: kind).first
                    #expect(standing.found == measure(kind, report, point), "\(mark)")
                }
            }
        }
        #expect(unproven > 10)
    }

    private func measure(_ kind: References.Kind, _ report: PackagesReport, _ point: Int?) -> Rational? {
        guard let point else { return nil }
        let found = report.frontier[point]
        switch kind {
        // The mean is not a fraction; the engine's tests hold it.
        case .nash: return nil
        case .egalitarian: return found.gains.min()
        case .utilitarian: return found.utilities.reduce(.zero, +)
        case .kalaiSmorodinsky:
            let counted = report.negotiators.indices.filter {
                !report.references.leftOut.contains(report.negotiators[$0].scoring.party)
            }
            return counted.map { place in
                found.gains[place]
                    / (report.references.ideals[place] - report.negotiators[place].withoutAgreement)
            }.min()
        }
    }

    /// The same report on any number of cores.
    @Test func reportsDoNotDependOnCores() throws {
        for seed in 0..<60 {
            let (dossier, request) = Self.dossier(seed)
            let told = [1, 2, 4].map { cores -> String? in
                var request = request
                request.listsFrontier = seed.isMultiple(of: 2)
                request.budget = Budget(vectors: 2, searchSteps: 10 + 40 * (seed % 5), cores: cores)
                guard let report = try? Analysis(dossier, request).packages() else { return nil }
                let points = (0..<report.frontier.count).map { place in
                    let packages = report.frontier[place].packages.map { choose in
                        choose.sorted { $0.key < $1.key }.map { "\($0.key)=\($0.value)" }
                    }
                    return "\(report.frontier[place].utilities) \(packages)"
                }
                return "\(points) \(report.references.nash) \(report.references.points(of: .egalitarian))"
                    + References.Kind.allCases.map { "\(report.references.standing(of: $0))" }.joined()
            }
            #expect(told[1] == told[0] && told[2] == told[0], "seed \(seed)")
        }
    }

    /// North counts twice: 70² · 70 at the middle, 100² · 40 where it has its line.
    @Test func weightsAreThoseAskedFor() throws {
        let request = AnalysisRequest(nashWeights: ["north": 2])
        let report = try Analysis(SmallDossiers.two, request).packages()
        let weighted = try #require(report.references.weighted)
        #expect(weighted.weights == [2, 1])
        #expect(weighted.points == [0] && weighted.standing.isExact)
        #expect(report.references.points(of: .nash) == [1])
        #expect(try Analysis(SmallDossiers.two).packages().references.weighted == nil)
    }

    @Test func weightsThatMeanNothingAreRefused() throws {
        var dossier = SmallDossiers.two
        dossier.parties.append(Party(id: "host", name: "Host", roles: [.host]))
        func refusal(_ weights: [PartyID: Rational], without: Set<PartyID> = []) -> AssessmentError? {
            do throws(AssessmentError) {
                _ = try Analysis(dossier, AnalysisRequest(without: without, nashWeights: weights))
                return nil
            } catch {
                return error
            }
        }
        #expect(refusal(["noth": 2]) == .unknown(.party, name: "noth", nearest: "north"))
        #expect(refusal(["host": 2]) == .nothingToWeigh("host"))
        #expect(refusal(["south": 2], without: ["south"]) == .weightOfOneLeftOut("south"))
        #expect(refusal(["south": 0]) == .weightNotPositive("south"))
        #expect(refusal(["south": -1]) == .weightNotPositive("south"))
        #expect(refusal(["south": Rational(1_001, over: 1)]) == .weightsTooFine)
        #expect(refusal(["south": Rational(1, over: 1_001)]) == .weightsTooFine)
        #expect(refusal(["south": 1_000]) == nil)
        #expect(refusal(["north": 1_001, "south": 1_001]) == nil)
    }
}
