import Dispatch

/// Ways of filling in what is not known, drawn at random: the sheets' ranges uniform, their orders sorted uniforms, all
/// entries and parties independent.
///
/// The same parties, number and seed give the same completions on any machine and on any number of cores. A verdict in a
/// completion is computed in floating point; it could be wrong only where a utility and the worth without agreement
/// differ in the last places, which happens to about one completion in 10^10.
public struct SheetCompletions: Sendable {
    /// The negotiators, in the order of every result.
    public let parties: [PartyKnowledge]
    /// The options of each issue.
    public let optionCounts: [Int]
    /// How many completions are drawn.
    public let draws: Int
    /// What makes these completions different from others.
    public let seed: UInt64

    let plans: [DrawPlan]

    /// SheetCompletions of some parties' sheets.
    ///
    /// - Parameters:
    ///   - parties: what is known of each negotiator; its tables fit `optionCounts`.
    ///   - optionCounts: the number of options of each issue.
    ///   - draws: how many completions, at least 1; time and memory grow in proportion.
    ///   - seed: any number.
    public init(_ parties: [PartyKnowledge], optionCounts: [Int], draws: Int = 100_000, seed: UInt64 = 1) {
        self.parties = parties
        self.optionCounts = optionCounts
        self.draws = max(1, draws)
        self.seed = seed
        plans = parties.map { DrawPlan($0, optionCounts: optionCounts) }
    }

    /// All unknown entries, party by party.
    public var unknowns: [Unknown] {
        parties.indices.flatMap { party in parties[party].unknownEntries.map { Unknown(party: party, $0) } }
    }

    /// Whether nobody would be worse off than without agreement, over all completions: surely if every party surely
    /// accepts, never if one never does. Parties are independent, so that what each possibly accepts all possibly do.
    ///
    /// - Parameter package: an option for each issue.
    public func acceptance(of package: [Int]) -> Acceptance {
        parties.map { $0.acceptance(of: package) }.min() ?? .surely
    }

    /// For each package, the share of completions in which nobody is worse off than without agreement and no red line is
    /// crossed.
    ///
    /// - Complexity: O(draws · packages · issues), over all cores.
    public func shares(of packages: [[Int]]) -> [SampledShare] {
        let study = CompletionStudy(self, packages)
        return packages.indices.map { study.share(of: $0) }
    }

    var blocks: Int { (draws + Draws.lanes - 1) / Draws.lanes }
}

/// For packages, in which completions nobody is worse off: one bit each.
struct CompletionStudy: Sendable {
    let completions: SheetCompletions
    let packages: [[Int]]
    let acceptances: [Acceptance]
    /// Package × word: a bit for each completion.
    private(set) var masks: [UInt64]
    /// Words a package.
    let words: Int
    /// Unknown × completion: in which part of its range the entry lies; empty unless asked for.
    private(set) var parts: [UInt8] = []

    /// Into how many equal parts an entry's range is cut to see what knowing it would change.
    static let partCount = 16

    init(_ completions: SheetCompletions, _ packages: [[Int]], keepsParts: Bool = false) {
        self.completions = completions
        self.packages = packages
        words = completions.blocks * Verdicts.words
        let single = completions.parties.map { party in packages.map { party.acceptance(of: $0) } }
        acceptances = packages.indices.map { place in single.map { $0[place] }.min() ?? .surely }
        masks = [UInt64](repeating: .max, count: words * packages.count)
        let unknowns = completions.plans.reduce(0) { $0 + $1.unknowns.count }
        if keepsParts {
            parts = [UInt8](repeating: 0, count: unknowns * completions.blocks * Draws.lanes)
        }
        let plans = completions.parties.indices.map { party in
            VerdictPlan(
                completions.parties[party], completions.plans[party],
                packages.indices.filter {
                    acceptances[$0] == .possibly && single[party][$0] == .possibly
                }.map { ($0, packages[$0]) })
        }
        masks.withUnsafeMutableBufferPointer { masks in
            parts.withUnsafeMutableBufferPointer { parts in
                Self.fill(masks, parts, completions, plans, words: words)
            }
        }
        clearBeyondEnd()
        for place in packages.indices where acceptances[place] == .never {
            for word in 0..<words { masks[place * words + word] = 0 }
        }
    }

    /// SheetCompletions of the last block beyond the number asked for do not count.
    private mutating func clearBeyondEnd() {
        for place in packages.indices {
            for word in 0..<words {
                let first = word * 64
                if first >= completions.draws {
                    masks[place * words + word] = 0
                } else if completions.draws - first < 64 {
                    masks[place * words + word] &= (1 << UInt64(completions.draws - first)) - 1
                }
            }
        }
    }

    private static func fill(
        _ masks: UnsafeMutableBufferPointer<UInt64>, _ parts: UnsafeMutableBufferPointer<UInt8>,
        _ completions: SheetCompletions, _ plans: [VerdictPlan], words: Int
    ) {
        let blocks = completions.blocks
        let chunks = min(blocks, 64)
        // Each block writes to words and bytes of its own.
        nonisolated(unsafe) let masks = masks
        nonisolated(unsafe) let parts = parts
        DispatchQueue.concurrentPerform(iterations: chunks) { chunk in
            var first = 0
            for (party, verdictPlan) in plans.enumerated() {
                defer { first += verdictPlan.plan.unknowns.count }
                if verdictPlan.packages.isEmpty && parts.isEmpty { continue }
                let draws = Draws(verdictPlan.plan, party: party, seed: completions.seed)
                let verdicts = Verdicts(verdictPlan)
                defer {
                    draws.deallocate()
                    verdicts.deallocate()
                }
                for block in (blocks * chunk / chunks)..<(blocks * (chunk + 1) / chunks) {
                    draws.fill(block: block)
                    verdicts.prepare(draws)
                    for (index, package) in verdictPlan.packages.enumerated() {
                        verdicts.keep(
                            index, draws,
                            in: masks.baseAddress! + package * words + block * Verdicts.words)
                    }
                    if parts.isEmpty { continue }
                    for (index, range) in verdictPlan.plan.unknowns.enumerated() {
                        let start = ((first + index) * blocks + block) * Draws.lanes
                        draws.parts(of: range, into: parts.baseAddress! + start)
                    }
                }
            }
        }
    }

    func share(of package: Int) -> SampledShare {
        let draws = completions.draws
        switch acceptances[package] {
        case .surely: return SampledShare(count: draws, of: draws, isExact: true)
        case .never: return SampledShare(count: 0, of: draws, isExact: true)
        case .possibly:
            var count = 0
            for word in 0..<words { count += masks[package * words + word].nonzeroBitCount }
            return SampledShare(count: count, of: draws)
        }
    }
}

extension Draws {
    /// In which part of its range an entry lies, in every lane of the block.
    fileprivate func parts(of range: DrawPlan.Range, into parts: UnsafeMutablePointer<UInt8>) {
        let row = rows + range.row * Self.lanes
        let scale = range.width > 0 ? Double(CompletionStudy.partCount) / range.width : 0
        let last = Double(CompletionStudy.partCount - 1)
        for lane in 0..<Self.lanes {
            let part = ((row[lane] - range.least) * scale).rounded(.down)
            parts[lane] = UInt8(min(max(part, 0), last))
        }
    }
}
