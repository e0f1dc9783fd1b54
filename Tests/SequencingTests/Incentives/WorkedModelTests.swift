import Sequencing
import TestSupport
import Testing

@Suite(
    "Incentives in worked cases",
    .enabled(if: WorkedModels.shared != nil, "\(ReferenceCases.absence)")
)
struct WorkedModelTests {
    let models: WorkedModels

    init() throws { models = try #require(WorkedModels.shared) }

    @Test("Self-enforcement of one commitment")
    func snapback() throws {
        #expect(!models.M1_snapback.isEmpty)
        for (input, output) in models.M1_snapback.map({ ($0.inp, $0.out) }) {
            let model = try #require(
                SelfEnforcement(
                    gain: Bounds(input.D), gainADay: Bounds(input.b), responseAfter: Bounds(input.tau),
                    snapback: Bounds(input.q), relief: Bounds(input.R_), reliefLasts: Bounds(input.T),
                    guarantor: Bounds(input.pG), guarantorCosts: Bounds(input.G), loses: Bounds(input.C),
                    discountADay: Bounds(input.r)))
            let only = model.worst
            #expect(only == model.best)
            #expect(agree(only.temptation, output.temptation))
            #expect(agree(only.loss, output.loss))
            #expect(agree(only.margin, output.margin))
            #expect(model.verdict == (output.self_enforcing ? .sure : .never))
            #expect(agree(try #require(model.leastSnapback(.inAllCases)), output.q_min))
            #expect(model.leastSnapback(.inAllCases) == model.leastSnapback(.inSomeCase))
        }
    }

    @Test("Gradualism")
    func gradualism() throws {
        #expect(!models.M2_gradualism.isEmpty)
        for row in models.M2_gradualism {
            let model = try #require(
                Gradualism(brings: row.a, costs: row.k, patience: row.delta, level: row.C))
            #expect(agree(model.ratio, row.out.rho))
            #expect(model.isPossible == row.out.feasible)
            #expect(model.rounds(toShare: 0.9) == row.out.steps_to_90pct)
            guard let path = row.out.path, let gain = row.out.gain_from_cheating_if_all_at_once else {
                #expect(model.firstStep == nil && model.path(rounds: 5) == nil)
                #expect(model.incentiveGap(inRound: 1) == nil)
                continue
            }
            #expect(agree(try #require(model.firstStep), try #require(row.out.first_step)))
            #expect(agree(model.gainFromBreachAtOnce, gain))
            let levels = try #require(model.path(rounds: path.count - 1))
            #expect(levels.count == path.count)
            for (mine, theirs) in zip(levels, path) { #expect(abs(mine - theirs) <= 5.1e-7) }
            for round in 1...100 { #expect(abs(try #require(model.incentiveGap(inRound: round))) < 1e-9) }
        }
    }

    @Test("Equal tranches")
    func tranches() throws {
        #expect(!models.M2b_equal_steps.isEmpty)
        for row in models.M2b_equal_steps {
            let model = try #require(
                EqualTranches(
                    stake: row.S, temptation: row.t, recoverable: row.sigma, continuation: row.W,
                    patience: row.delta, lag: row.lag))
            #expect(model.leastCount == row.N_min)
        }
    }

    @Test("Shifts of power")
    func shifts() throws {
        #expect(!models.M3_powell.isEmpty)
        for row in models.M3_powell {
            let model = try #require(PowerShift(power: row.p, destroyed: row.d, patience: row.delta))
            #expect(abs(model.greatestNext - row.max_next_p) <= 5.1e-5)
            let path = model.path(to: 1)
            #expect(path.rounds == row.steps_to_1.count)
            #expect(path.powers.count == row.steps_to_1.path.count)
            for (mine, theirs) in zip(path.powers, row.steps_to_1.path) {
                #expect(abs(mine - theirs) <= 5.1e-5)
            }
        }
    }

    @Test("Guarantees")
    func guarantees() throws {
        #expect(!models.M4_guarantee.isEmpty)
        for row in models.M4_guarantee {
            let model = try #require(
                GuaranteeThreshold(
                    winning: row.p_war, costOfFighting: row.cost, share: row.share, ifExploited: row.exploited
                ))
            #expect(abs(try #require(model.leastProbability) - row.q_min) <= 5.1e-5)
            #expect(model.isReachable)
        }
    }
}
