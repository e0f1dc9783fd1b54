import BigInt
import Negotiation

extension Frontier {
    /// What is known when the budget ended before any point was found, or when none was asked for.
    ///
    /// - Parameters:
    ///   - scales: what utilities are multiplied by to be whole, one a party.
    ///   - allPackages: no frontier has more packages.
    static func unfinished(scales: [BigInt], upTo allPackages: BigInt) -> Frontier {
        Frontier(
            core: NoFrontier(units: scales.map { Rational(1, over: $0) }), exact: false,
            countsAreExact: false, allPackages: allPackages)
    }
}

/// A frontier of which no point is known.
private struct NoFrontier: FrontierList {
    let units: [Rational]
    var dimension: Int { units.count }
    var count: Int { 0 }
    var total: BigInt { 0 }
    func utility(at point: Int, of party: Int) -> Rational { .zero }
    func gain(at point: Int, of party: Int) -> Rational { .zero }
    func greatestUtility(of party: Int) -> Rational { .zero }
    func packageCount(at point: Int) -> BigInt { 0 }
    func trace(of point: Int) -> PackageTrace { PackageTrace(order: [], steps: []) }
    func nash(exponents: [Int]) -> [NashSet] { [] }
    func leximin(factors: [Rational], parties: [Int]) -> [Int] { [] }
    func greatestSum(factors: [Rational]) -> [Int] { [] }
    func beaten(by rows: [[Rational]]) -> [Bool] { [] }
    func beats(_ rows: [[Rational]]) -> [Bool] { rows.map { _ in false } }
}
