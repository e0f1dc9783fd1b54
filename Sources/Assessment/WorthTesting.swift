public import Bargaining
public import Negotiation

/// Packages worth testing, best first, over all that the sheets leave open.
public struct WorthTesting: Sendable {
    /// Where a candidate comes from.
    public enum Origin: Hashable, Sendable {
        /// It stands in the dossier.
        case drafted(PackageID)
        /// A yardstick points at it on central values.
        case reference(References.Kind)
        /// It is on the frontier where every unknown number is taken at one end, or at the centre.
        case frontier(Assumed)
    }

    /// How unknown numbers are taken to find candidates.
    public enum Assumed: String, Hashable, Sendable, CaseIterable {
        /// Every worth at its least, no agreement at its greatest.
        case lowest
        /// Central values.
        case central
        /// Every worth at its greatest, no agreement at its least.
        case highest
    }

    /// How one unknown entry bears on a candidate.
    public struct Turn: Hashable, Sendable {
        /// The entry.
        public var unknown: UnknownEntry
        /// The share of completions in which this entry alone turns whether somebody is worse off.
        public var share: SampledShare
        /// Whether a greater value speaks for the package.
        public var greaterIsBetter: Bool
    }

    /// One package.
    public struct Candidate: Sendable {
        /// The package; it settles every issue.
        public var package: NamedPackage
        /// Where it comes from, at least one.
        public var origins: [Origin]
        /// What is not known of it.
        public var outlook: PackageOutlook
        /// What would rule it out or in: the entries that turn its verdict most often; at most three.
        public var turns: [Turn]
    }

    /// The candidates: by the share of completions in which nobody is worse off, then by the least gain of anybody in the
    /// worst case, then in the order in which they were found.
    public var candidates: [Candidate]
    /// How many completions were drawn.
    public var draws: Int
    /// From which seed.
    public var seed: UInt64
    /// Whether each frontier that candidates come from is complete, or where frontiers were not asked for, each yardstick.
    public var isExact: Bool

    /// The most candidates that are compared.
    public static var most: Int { 50 }
}

extension Analysis {
    /// The packages worth testing.
    ///
    /// Candidates are the complete packages of the dossier that keep the rules; a package at each point of the yardsticks, four
    /// a yardstick at most; and packages from three frontiers, evenly spaced along each: that for lowest gains, the central
    /// one, and that for highest; ``WorthTesting/most`` in all. Of packages level at a point, the one that changes least from
    /// today stands for them. Packages that some negotiator never accepts are left out. Where frontiers are not asked for, the
    /// points of the yardsticks stand in their place.
    ///
    /// Complexity: two more frontiers, and O(draws · candidates · issues).
    public func worthTesting(_ report: PackagesReport) -> WorthTesting {
        var pool = CandidatePool()
        for package in dossier.packages where isWholeAndFeasible(package.choose) {
            pool.add(package.choose, .drafted(package.id), name: package.id.rawValue, title: package.title)
        }
        for kind in References.Kind.allCases {
            for point in report.references.points(of: kind).prefix(Self.tiesOfYardstick) {
                if let choose = nearestToday(report.frontier[point].packages) {
                    pool.add(choose, .reference(kind))
                }
            }
        }
        var lists = request.listsFrontier ? [AssumedList(.central, report.frontier)] : []
        if isAnythingUnknown { lists = [list(.lowest)] + lists + [list(.highest)] }
        for (place, list) in lists.enumerated() where list.frontier.count > 0 {
            let quota = (WorthTesting.most - pool.packages.count) / (lists.count - place)
            for point in Self.spread(quota, over: list.frontier.count) {
                if let choose = nearestToday(list.frontier[point].packages) {
                    pool.add(choose, .frontier(list.assumed))
                }
            }
        }
        return WorthTesting(
            candidates: ranked(pool), draws: request.draws, seed: request.seed,
            isExact: lists.allSatisfy(\.isExact)
                && (request.listsFrontier || References.Kind.allCases.allSatisfy(report.isExact)))
    }

    private func ranked(_ pool: CandidatePool) -> [WorthTesting.Candidate] {
        let outlooks = outlooks(of: pool.packages.map(\.choose))
        let found = zip(pool.packages, zip(pool.origins, outlooks)).map { package, found in
            WorthTesting.Candidate(package: package, origins: found.0, outlook: found.1, turns: [])
        }.filter { $0.outlook.acceptance != .never && $0.outlook.share.count > 0 }
        return found.enumerated().sorted { left, right in
            let (one, other) = (left.element.outlook, right.element.outlook)
            if one.share.count != other.share.count { return one.share.count > other.share.count }
            if let mine = one.worstGain, let yours = other.worstGain, mine != yours { return mine > yours }
            return left.offset < right.offset
        }.map(\.element)
    }

    /// The same candidate with what would rule it out.
    ///
    /// Complexity: O(draws · unknowns · issues).
    public func turns(of candidate: WorthTesting.Candidate) -> [WorthTesting.Turn] {
        guard candidate.outlook.acceptance == .possibly else { return [] }
        return completions.turnings(of: indices(candidate.package.choose)).prefix(Self.turnsNamed).map {
            WorthTesting.Turn(
                unknown: entry($0.unknown), share: $0.share, greaterIsBetter: $0.greaterIsBetter)
        }
    }

    /// The package level at a point that changes least from today, among the first of the list.
    func nearestToday(_ packages: PackageChoices) -> [IssueID: OptionID]? {
        let today = dossier.today
        return packages.prefix(Self.tiesLookedAt).min { left, right in
            left.count { today[$0.key] != $0.value } < right.count { today[$0.key] != $0.value }
        }
    }

    private func isWholeAndFeasible(_ choose: [IssueID: OptionID]) -> Bool {
        issues.allSatisfy { choose[$0.id] != nil }
            && dossier.explanation(of: NamedPackage(name: "", choose: choose)).isFeasible == true
    }

    /// The frontier where every unknown number is taken at one end; where frontiers are not asked for, the points of the
    /// yardsticks that are proven there, which are on it.
    private func list(_ assumed: WorthTesting.Assumed) -> AssumedList {
        let parties = zip(knowledge, scorings).map { known, scoring in
            model.party(known, at: assumed, central: scoring)
        }
        let problem = BargainingProblem(
            optionCounts: issues.map(\.options.count), prohibitions: model.formulas, parties: parties)
        // The parts fit as those of the central problem do; without a space there is no candidate from it.
        let space = (try? OutcomeSpace(problem, budget: request.budget)) ?? space
        func report(_ frontier: Frontier) -> FrontierReport {
            FrontierReport(
                negotiators: negotiators, isAskedFor: request.listsFrontier, frontier: frontier, model: model)
        }
        if request.listsFrontier { return AssumedList(assumed, report(space.frontier())) }
        let found = space.references()
        let proven = found.all.filter(\.exact).flatMap(\.points)
        return AssumedList(
            assumed, report(space.unlistedFrontier().including(proven)), isExact: found.exact)
    }

    /// So many places, evenly spaced from the first to the last.
    static func spread(_ wanted: Int, over count: Int) -> [Int] {
        if wanted <= 0 { return [] }
        if wanted >= count { return Array(0..<count) }
        if wanted == 1 { return [count / 2] }
        return (0..<wanted).map { $0 * (count - 1) / (wanted - 1) }
    }

    private static var tiesOfYardstick: Int { 4 }
    private static var tiesLookedAt: Int { 200 }
    private static var turnsNamed: Int { 3 }
}

/// Packages from which candidates come, where unknown numbers are taken in one way.
private struct AssumedList {
    let assumed: WorthTesting.Assumed
    let frontier: FrontierReport
    /// Whether no package that belongs here is missing.
    let isExact: Bool

    init(_ assumed: WorthTesting.Assumed, _ frontier: FrontierReport, isExact: Bool? = nil) {
        self.assumed = assumed
        self.frontier = frontier
        self.isExact = isExact ?? frontier.isExact
    }
}

extension ReferenceSet {
    /// What was found for each yardstick; for Nash, one a set of negotiators that can gain together.
    var all: [Bargaining.Reference] {
        nash.sets.map(\.reference) + [egalitarian, kalaiSmorodinsky.reference, utilitarian]
    }
}

/// Candidates in the order in which they are found, the same package once.
private struct CandidatePool {
    var packages: [NamedPackage] = []
    var origins: [[WorthTesting.Origin]] = []

    mutating func add(
        _ choose: [IssueID: OptionID], _ origin: WorthTesting.Origin, name: String? = nil, title: Text? = nil
    ) {
        if let known = packages.firstIndex(where: { $0.choose == choose }) {
            if !origins[known].contains(origin) { origins[known].append(origin) }
            return
        }
        guard packages.count < WorthTesting.most else { return }
        packages.append(
            NamedPackage(
                name: name ?? Analysis.candidateName + String(packages.count + 1), title: title,
                choose: choose))
        origins.append([origin])
    }
}

extension OutcomeModel {
    /// A party with every unknown number taken at one end: what it gains is then at its least or greatest, option by option.
    fileprivate func party(
        _ known: PartyKnowledge, at assumed: WorthTesting.Assumed, central: Scoring
    ) -> PartyModel {
        func end(_ amount: Amount, _ assumed: WorthTesting.Assumed) -> Rational {
            switch assumed {
            case .lowest: amount.least
            case .central: amount.central
            case .highest: amount.greatest
            }
        }
        var result = party(central)
        result.values = issues.indices.map { issue in
            var unit = [Rational](repeating: .zero, count: issues.count)
            unit[issue] = 1
            let weight = Amount(from: known.weights.least(of: unit), to: known.weights.greatest(of: unit))
            return issues[issue].options.indices.map { option in
                let share = end(known.values[issue].share(of: option), assumed)
                let isLow = (assumed == .lowest) == (share >= 0)
                return share * (isLow ? weight.least : weight.greatest)
            }
        }
        result.interactions = known.interactions.map {
            Bargaining.Interaction(when: $0.when, add: end($0.add, assumed))
        }
        result.withoutAgreement = known.withoutAgreement.map {
            end($0, assumed == .lowest ? .highest : assumed == .highest ? .lowest : .central)
        }
        return result
    }
}
