import Bargaining
import Negotiation

extension Analysis {
    /// Ladders from today through the dossier's stages.
    ///
    /// - Parameter kept: a package, whole or partial, whose choices the last rung must have; nil: any.
    /// - Throws: where the dossier has no stages, or today's answer is not known on an issue that the first stage does
    ///   not settle.
    public func ladders(keeping kept: NamedPackage? = nil) throws(AssessmentError) -> LadderReport {
        let plan = dossier.stagePlan
        guard let first = plan.first else { throw .noStages }
        let unknown = issues.filter { $0.today == nil && !first.settles.contains($0.id) }.map(\.id)
        guard unknown.isEmpty else { throw .todayUnknown(unknown) }
        let place = Dictionary(
            issues.enumerated().map { ($1.id, $0) }, uniquingKeysWith: { first, _ in first })
        let today = issues.map { issue in
            issue.today.flatMap { today in issue.options.firstIndex { $0.id == today } }
        }
        let steps = LadderSteps(
            today: today, settled: plan.map { $0.settles.compactMap { place[$0] } },
            kept: model.indices(kept?.choose ?? [:]))
        let ladders = space.ladders(steps)
        let settled = Set(plan.flatMap(\.settles))
        return LadderReport(
            negotiators: negotiators, without: request.leftOut(of: dossier), kept: kept, stages: plan,
            unsettled: issues.map(\.id).filter { !settled.contains($0) },
            today: steps.ground.map { space.account(of: $0).parties.map(\.utility) },
            withoutAgreement: withoutAgreement, isCentral: scorings.contains(where: \.isCentral),
            packages: ladders.packages,
            obstacle: ladders.obstacle.map {
                LadderReport.Obstacle(stage: plan[$0.step].stage, cause: $0.cause)
            },
            opened: opened(ladders, steps, plan), ladders: ladders, model: model)
    }

    /// The ladder that is told rung by rung.
    private func opened(_ ladders: Ladders, _ steps: LadderSteps, _ plan: [PlannedStage]) -> Ladder? {
        guard ladders.count > 0 else { return nil }
        let point = nashPoint(among: ladders)
        let nearest = ladders.packages(at: point).prefix(Self.levelLimit).min { left, right in
            changes(left, steps) < changes(right, steps)
        }
        return nearest.map { ladder(to: $0, steps, plan) }
    }

    private func changes(_ package: [Int], _ steps: LadderSteps) -> Int {
        package.indices.count { package[$0] != steps.today[$0] }
    }

    /// The first point at which most negotiators gain, and among these the product of their gains is greatest.
    private func nashPoint(among ladders: Ladders) -> Int {
        var best = (point: 0, gaining: -1, product: Rational.zero)
        for point in 0..<min(ladders.count, Self.pointLimit) {
            let gains = zip(ladders.utilities(at: point), withoutAgreement).map { $0 - $1 }.filter { $0 > 0 }
            let product = gains.reduce(Rational.one) { $0 * $1 }
            if gains.count > best.gaining || gains.count == best.gaining && product > best.product {
                best = (point, gains.count, product)
            }
        }
        return best.point
    }

    /// How many of the packages level at one point are looked at.
    private static var levelLimit: Int { 200 }
    /// How many points are looked at for the one to open.
    private static var pointLimit: Int { 20_000 }

    /// A ladder to a package, opened up.
    private func ladder(to package: [Int], _ steps: LadderSteps, _ plan: [PlannedStage]) -> Ladder {
        let packages = steps.rungs(to: package)
        let worths = packages.map { space.account(of: $0).parties.map(\.utility) }
        var bound: Set<RuleID> = []
        let rungs = packages.indices.map { rung -> Ladder.Rung in
            let choose = model.choices(packages[rung])
            let binding = bindingRules(packages[rung], steps).filter { bound.insert($0).inserted }
            let settled = plan[rung].settles.compactMap { id -> Ladder.Choice? in
                guard let option = choose[id] else { return nil }
                return Ladder.Choice(issue: id, option: option, isToday: dossier.issue(id)?.today == option)
            }
            return Ladder.Rung(
                stage: plan[rung].stage, settled: settled, choose: choose, utilities: worths[rung],
                consents: missingConsents(settled), binding: binding)
        }
        let ground = steps.ground.map { space.account(of: $0).parties.map(\.utility) }
        let stops = negotiators.indices.map { party -> Ladder.Stop in
            let climb = (ground.map { [$0[party]] } ?? []) + worths.map { $0[party] }
            let shift = climb.count - worths.count
            let last = climb[climb.count - 1]
            // Rungs never sink, so what holds at one holds at all above it.
            let noWorse = climb.firstIndex { $0 >= withoutAgreement[party] } ?? climb.count - 1
            let nothingMore = climb.firstIndex { $0 == last } ?? climb.count - 1
            return Ladder.Stop(
                party: negotiators[party], noWorseFrom: noWorse - shift, nothingMoreFrom: nothingMore - shift)
        }
        return Ladder(rungs: rungs, stops: stops)
    }

    private func missingConsents(_ settled: [Ladder.Choice]) -> [Explanation.NeededConsent] {
        let needed = settled.filter { !$0.isToday }.flatMap { choice in
            (dossier.issue(choice.issue)?.option(choice.option)?.consents ?? []).filter { $0.answer != .yes }
                .map { (issue: choice.issue, option: choice.option, consent: $0) }
        }
        return dossier.parties.map(\.id).compactMap { party in
            let own = needed.filter { $0.consent.of == party }
            return own.isEmpty ? nil : Explanation.NeededConsent(party: party, options: own)
        }
    }

    /// The rules that a rung would break with one of its changes taken back alone.
    private func bindingRules(_ rung: [Int], _ steps: LadderSteps) -> [RuleID] {
        var binding: Set<Int> = []
        for issue in rung.indices {
            guard let today = steps.today[issue], today != rung[issue] else { continue }
            var less = rung
            less[issue] = today
            binding.formUnion(space.account(of: less).prohibitions)
        }
        return binding.sorted().compactMap { place in
            if case .rule(let id) = model.prohibitions[place] { id } else { nil }
        }
    }
}
