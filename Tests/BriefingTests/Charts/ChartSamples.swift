import Briefing

/// A fixed sequence of numbers between 0 and 1.
struct FixedNumbers {
    private var state: UInt64
    init(seed: UInt64) { state = seed }
    mutating func next() -> Double {
        state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
        return Double(state >> 40) / Double(1 << 24)
    }
}

/// A plane with a cloud, a falling frontier and named packages, some of them on one spot.
func plane(points: Int, named: Int, seed: UInt64 = 1, scale: Double = 100) -> PlaneChart {
    var numbers = FixedNumbers(seed: seed)
    let cloud = (0..<points).map { _ in
        PlaneChart.Point(
            x: numbers.next() * scale, y: numbers.next() * scale, isAcceptable: numbers.next() > 0.7)
    }
    let frontier = (0..<min(points, 20)).map { index in
        PlaneChart.Point(
            x: Double(index) * scale / 20, y: scale * (1 - Double(index * index) / 400), isAcceptable: true)
    }
    let packages = (0..<named).map { index in
        let place = numbers.next()
        return MarkedPackage(
            "Package with a name \(index)",
            values: index % 3 == 2 ? [scale / 2, scale / 2] : [place * scale, numbers.next() * scale],
            role: index % 2 == 0 ? .reference : .tabled)
    }
    return PlaneChart(
        title: "A finding", description: "What is to be seen.",
        horizontal: ChartAxis(
            "Arland", withoutAgreement: 0.4 * scale, withoutAgreementLabel: "Arland without agreement: 40"),
        vertical: ChartAxis(
            "Bergland", withoutAgreement: 0.3 * scale, withoutAgreementLabel: "Bergland without agreement: 30"
        ),
        cloud: cloud, frontier: frontier, named: packages)
}

/// Axes, a frontier and named packages of any number of parties.
func many(
    parties: Int, points: Int, named: Int, seed: UInt64 = 1
) -> (axes: [ChartAxis], frontier: [[Double]], named: [MarkedPackage]) {
    var numbers = FixedNumbers(seed: seed)
    let axes = (0..<parties).map {
        ChartAxis("Party of the high plateau \($0)", withoutAgreement: 20 + Double($0))
    }
    let frontier = (0..<points).map { _ in (0..<parties).map { _ in numbers.next() * 100 } }
    let packages = (0..<named).map { index in
        MarkedPackage(
            "Draft number \(index)", values: (0..<parties).map { _ in numbers.next() * 100 },
            role: index % 2 == 0 ? .reference : .tabled)
    }
    return (axes, frontier, packages)
}
