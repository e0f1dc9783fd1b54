import Negotiation
import Sequencing
import Testing

/// Everything that a roadmap says of a small plan is held to trying it out.
@Suite("Roadmaps of random plans")
struct RandomRoadmapTests {
    @Test("There are conflicts exactly where some outcome has no times, and each is real", arguments: 0..<4)
    func conflicts(part: Int) {
        var random = SplitMix64(seed: UInt64(700 + part))
        var counts = [0, 0]
        var conditional = 0
        for round in 0..<400 {
            let roadmap = RandomPlan().roadmap(&random)
            let isConsistent = PlainScenario.all(roadmap).allSatisfy(\.isConsistent)
            let found = roadmap.conflicts(limit: 5)
            counts[isConsistent ? 1 : 0] += 1
            #expect(found.isEmpty == isConsistent, "part \(part), round \(round): \(roadmap.network)")
            #expect(Set(found.map { Set($0.clauses) }).count == found.count, "part \(part), round \(round)")
            #expect(roadmap.conflicts().count == min(1, found.count))
            for conflict in found {
                if conflict.scenario != .always { conditional += 1 }
                let scenario = PlainScenario(roadmap, conflict.scenario)
                let alone = scenario.keeping(Set(conflict.clauses))
                #expect(alone.distances == nil, "part \(part), round \(round): \(conflict)")
                #expect(
                    !conflict.clauses.contains(.order)
                        && Set(conflict.clauses).count == conflict.clauses.count)
                let rings = Rings(alone).lengths
                #expect(
                    rings.contains(-conflict.excess) && conflict.excess > 0,
                    "part \(part), round \(round): \(conflict), rings \(rings)")
            }
        }
        #expect(counts[0] > 60 && counts[1] > 60 && conditional > 10, "\(counts), \(conditional)")
    }

    @Test("Execution is refused with a smallest reason, least moves and bearable durations", arguments: 0..<4)
    func execution(part: Int) {
        var random = SplitMix64(seed: UInt64(800 + part))
        var counts = (sound: 0, broken: 0, late: 0, moves: 0, hopeless: 0, bearable: 0, answered: 0)
        for round in 0..<500 {
            let roadmap = RandomPlan(mayWaitForLater: false).roadmap(&random)
            let (verdict, reason) = roadmap.execution()
            #expect(verdict == roadmap.network.controllability(roadmap.reactionTime))
            if verdict == .controllable {
                counts.sound += 1
                #expect(reason == nil)
                #expect(
                    PlainScenario.all(roadmap).allSatisfy { $0.isControllable },
                    "part \(part), round \(round)")
                continue
            }
            guard let reason else {
                #expect(verdict == .undecided)
                continue
            }
            guard let label = reason.scenario else {
                counts.late += 1
                #expect(
                    PlainScenario.all(roadmap).allSatisfy { $0.isControllable },
                    "part \(part), round \(round)")
                #expect(!reason.clauses.isEmpty || !reason.durations.isEmpty)
                continue
            }
            counts.broken += 1
            let note = "part \(part), round \(round): \(reason), \(roadmap.network)"
            let whole = PlainScenario(roadmap, label)
            #expect(!whole.isControllable, "\(note)")
            #expect(!whole.keeping(Set(reason.clauses)).isControllable, "\(note)")
            for clause in reason.clauses {
                #expect(
                    whole.keeping(Set(reason.clauses).subtracting([clause])).isControllable,
                    "without \(clause): \(note)")
                if case .response = clause { counts.answered += 1 }
            }
            let movable = Set(whole.bindings.filter(\.isMovable).map(\.clause))
            #expect(Set(reason.limits.map(\.clause)) == movable.intersection(reason.clauses), "\(note)")
            // A move must do in every scenario, not only in the one that shows the need of it.
            let scenarios = PlainScenario.all(roadmap)
            for limit in reason.limits {
                func isEnough(_ minutes: Int) -> Bool {
                    scenarios.allSatisfy { $0.moving(limit.clause, minutes).isControllable }
                }
                if let minutes = limit.minutes {
                    counts.moves += 1
                    #expect(minutes > 0 && isEnough(minutes) && !isEnough(minutes - 1), "\(note)")
                } else {
                    counts.hopeless += 1
                    #expect(!isEnough(1_000_000), "\(note)")
                }
            }
            check(reason, whole, scenarios, note, &counts.bearable)
        }
        #expect(counts.sound > 30 && counts.broken > 100 && counts.moves > 30, "\(counts)")
        #expect(counts.hopeless > 10 && counts.bearable > 10 && counts.answered > 10, "\(counts)")
    }

    private func check(
        _ reason: RoadmapBreak, _ whole: PlainScenario, _ scenarios: [PlainScenario], _ note: String,
        _ count: inout Int
    ) {
        var left = whole.links.filter { reason.clauses.contains($0.clause) }
        #expect(left.count == reason.durations.count, "\(note)")
        for duration in reason.durations {
            guard let at = left.firstIndex(where: { $0.clause == duration.clause }) else { continue }
            let link = left.remove(at: at)
            func isControllable(upTo greatest: Int) -> Bool {
                scenarios.allSatisfy { scenario in
                    var shorter = scenario
                    if let place = scenario.links.firstIndex(where: { $0.end == link.end }) {
                        shorter.links[place].greatest = greatest
                    }
                    return shorter.isControllable
                }
            }
            #expect(duration.greatest == link.greatest, "\(note)")
            if let bearable = duration.bearable {
                count += 1
                #expect((link.least..<link.greatest).contains(bearable), "\(note)")
                #expect(isControllable(upTo: bearable) && !isControllable(upTo: bearable + 1), "\(note)")
            } else {
                #expect(!isControllable(upTo: link.least), "\(note)")
            }
        }
    }

    @Test("Times are all shortest distances; what a step may wait is what trying says", arguments: 0..<4)
    func times(part: Int) {
        var random = SplitMix64(seed: UInt64(900 + part))
        var counts = (impossible: 0, slow: 0, limited: 0, critical: 0, free: 0)
        for round in 0..<120 {
            let roadmap = RandomPlan(unit: .hours, mayWaitForLater: false).roadmap(&random)
            let note = "part \(part), round \(round): \(roadmap.network)"
            let kept = PlainScenario.kept(roadmap)
            guard let distances = kept.distances else {
                counts.impossible += 1
                #expect(roadmap.times() == nil, "\(note)")
                continue
            }
            guard let times = roadmap.times() else {
                Issue.record("no times, \(note)")
                continue
            }
            let prompt = kept.prompt(roadmap)
            let early = prompt.distances ?? distances
            var slow = prompt
            for place in slow.links.indices { slow.links[place].least = slow.links[place].greatest }
            let slowDistances = slow.distances
            let isSound = kept.isControllable
            let latestTimes = kept.latestTimes
            for (step, time) in zip(roadmap.steps, times) {
                #expect((time != nil) == kept.isThere[step.begun], "\(note)")
                guard let time else { continue }
                #expect(time.begunEarliest == -early[step.begun][0], "\(note)")
                #expect(time.doneEarliest == -early[step.done][0], "\(note)")
                #expect(time.verifiedEarliest == -early[step.verified][0], "\(note)")
                if let slowDistances {
                    counts.slow += 1
                    #expect(time.begunSlow == -slowDistances[step.begun][0], "\(note)")
                    #expect(time.doneSlow == -slowDistances[step.done][0], "\(note)")
                    #expect(time.verifiedSlow == -slowDistances[step.verified][0], "\(note)")
                }
                #expect(time.isCritical == (time.slack == 0), "\(note)")
                guard isSound else {
                    #expect(time.slack == nil && time.begunLatest == nil && time.doneLatest == nil, "\(note)")
                    continue
                }
                let earliest = time.begunEarliest
                func holds(_ late: Int) -> Bool {
                    kept.delaying(step, roadmap, earliest: earliest, by: late).isControllable
                }
                // What is latest in any course is held to games elsewhere; nothing is later than if all else is kind.
                for (point, latest) in [(step.begun, time.begunLatest), (step.done, time.doneLatest)] {
                    #expect(latest == latestTimes?[point], "\(step.commitment.id), \(note)")
                    let kindest = distances[0][point]
                    #expect(latest ?? PlainScenario.far <= kindest, "\(note)")
                }
                if let slack = time.slack {
                    counts.limited += 1
                    if slack == 0 { counts.critical += 1 }
                    #expect(
                        (slack == 0 || holds(slack)) && !holds(slack + 1),
                        "\(step.commitment.id): \(slack), \(note)")
                } else {
                    counts.free += 1
                    #expect(holds(1_000_000), "\(step.commitment.id), \(note)")
                }
            }
        }
        #expect(counts.limited > 20 && counts.free > 20 && counts.critical > 5, "\(counts)")
        #expect(counts.impossible > 5 && counts.slow > 50, "\(counts)")
    }
}

extension PlainScenario {
    /// With everything that waits for news so much later as it takes to react.
    func prompt(_ roadmap: Roadmap) -> PlainScenario {
        let news = Set(links.map(\.end) + roadmap.network.observations)
        var result = self
        for (place, binding) in bindings.enumerated() where news.contains(binding.to) && !binding.isMovable {
            switch binding.clause {
            case .notBefore, .tranches, .inStep:
                result.bindings[place].atMost = min(binding.atMost, -reaction)
            default: break
            }
        }
        return result
    }

    /// With a step so much later than what it waits for, and than it could begin at the earliest. What is done together at one
    /// moment waits together.
    func delaying(_ step: Roadmap.Step, _ roadmap: Roadmap, earliest: Int, by late: Int) -> PlainScenario {
        let ends = Set(links.map(\.end))
        func isNews(_ point: Int) -> Bool { ends.contains(point) }
        var same: Set<Int> = [step.begun]
        var hasChanged = step.begun == step.done
        let instants = Set(roadmap.steps.filter { $0.begun == $0.done }.map(\.done))
        while hasChanged {
            hasChanged = false
            for binding in bindings {
                guard case .together = binding.clause, same.contains(binding.from) else { continue }
                if instants.contains(binding.to), same.insert(binding.to).inserted { hasChanged = true }
            }
        }
        var result = self
        for place in bindings.indices where same.contains(bindings[place].from) && !bindings[place].isMovable
        {
            let isNews = isNews(bindings[place].to)
            switch bindings[place].clause {
            case .notBefore, .tranches, .inStep, .order:
                if isStrict, isNews, bindings[place].atMost >= 0 { result.bindings[place].moments = 1 }
                result.bindings[place].atMost =
                    min(bindings[place].atMost, isNews ? -reaction : 0) - late
            default: break
            }
        }
        result.bindings.append(.init(from: step.begun, to: 0, atMost: -earliest - late, clause: .order))
        return result
    }
}

/// All rings without repeated points, by trying every way.
struct Rings {
    private(set) var lengths: Set<Int> = []
    private var leaving: [[(to: Int, length: Int)]]
    private var left = 200_000

    init(_ scenario: PlainScenario) {
        leaving = Array(repeating: [], count: scenario.points)
        for arc in scenario.arcs { leaving[arc.from].append((arc.to, arc.length)) }
        for start in 0..<scenario.points { walk(start, from: start, 0, [start]) }
    }

    private mutating func walk(_ point: Int, from start: Int, _ length: Int, _ met: Set<Int>) {
        left -= 1
        guard left > 0 else { return }
        for arc in leaving[point] {
            if arc.to == start { lengths.insert(length + arc.length) }
            if arc.to > start, !met.contains(arc.to) {
                walk(arc.to, from: start, length + arc.length, met.union([arc.to]))
            }
        }
    }
}
