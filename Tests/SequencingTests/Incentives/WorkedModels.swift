import Foundation
import TestSupport
import Testing

/// The worked inputs and results of `roadmap/models_worked.json`, computed independently.
struct WorkedModels: Decodable, Sendable {
    struct Snapback: Decodable, Sendable {
        struct Input: Decodable, Sendable {
            var D, b, tau, R_, q, G, pG, C, r, T: Double
        }
        struct Output: Decodable, Sendable {
            var temptation, loss, margin, q_min: Double
            var self_enforcing: Bool
        }
        var inp: Input
        var out: Output
    }
    struct Gradual: Decodable, Sendable {
        struct Output: Decodable, Sendable {
            var rho: Double
            var feasible: Bool
            var first_step: Double?
            var path: [Double]?
            var gain_from_cheating_if_all_at_once: Double?
            var steps_to_90pct: Int?
        }
        var a, k, delta, C: Double
        var out: Output
    }
    struct Tranched: Decodable, Sendable {
        var S, t, sigma, W, delta: Double
        var lag: Int
        var N_min: Int?
    }
    struct Shift: Decodable, Sendable {
        struct Steps: Decodable, Sendable {
            var count: Int
            var path: [Double]

            init(from decoder: any Decoder) throws {
                var items = try decoder.unkeyedContainer()
                count = try items.decode(Int.self)
                path = try items.decode([Double].self)
            }
        }
        var p, d, delta, max_next_p: Double
        var steps_to_1: Steps
    }
    struct Guarantee: Decodable, Sendable {
        var p_war, cost, share, exploited, q_min: Double
    }

    var M1_snapback: [Snapback]
    var M2_gradualism: [Gradual]
    var M2b_equal_steps: [Tranched]
    var M3_powell: [Shift]
    var M4_guarantee: [Guarantee]

    /// The file; nil where it is not beside the checkout.
    static let shared: WorkedModels? = {
        guard let folder = ReferenceCases.folder,
            let data = FileManager.default.contents(atPath: folder + "/roadmap/models_worked.json")
        else { return nil }
        do { return try JSONDecoder().decode(WorkedModels.self, from: data) } catch {
            Issue.record("models_worked.json: \(error)")
            return nil
        }
    }()
}

/// Whether two numbers agree to so many parts of the greater, or of 1.
func agree(_ left: Double, _ right: Double, within share: Double = 1e-12) -> Bool {
    left == right || abs(left - right) <= share * max(1, abs(left), abs(right))
}
