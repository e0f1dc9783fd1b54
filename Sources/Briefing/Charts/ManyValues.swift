/// The values of a chart of many parties, with what cannot be drawn sorted out.
struct ManyValues {
    let scales: [AxisScale]
    let frontier: [[Double]]
    let named: [(package: MarkedPackage, index: Int)]
    private let all: Int
    private let leftOut: Int

    /// - Parameter limit: How many frontier points are drawn at most.
    init(axes: [ChartAxis], frontier: [[Double]], named: [MarkedPackage], limit: Int) {
        func hasPlace(_ values: [Double]) -> Bool {
            values.count == axes.count && values.allSatisfy(AxisScale.isDrawable)
        }
        let usable = frontier.filter(hasPlace)
        let packages = named.enumerated().filter { hasPlace($0.element.values) }
        self.named = packages.map { ($0.element, $0.offset) }
        self.frontier = sampledIndices(of: usable.count, limit: limit).map { usable[$0] }
        all = usable.count
        leftOut = frontier.count - usable.count + named.count - packages.count
        scales = axes.indices.map { axis in
            // Without room, the ends that are written at an axis are the least and the greatest of what is drawn.
            AxisScale(
                usable.map { $0[axis] } + packages.map { $0.element.values[axis] }
                    + [axes[axis].withoutAgreement ?? .nan], room: 0)
        }
    }

    /// What a reader must know of what is drawn and what is not.
    func caption(_ words: ChartWords) -> String {
        var statements: [String] = []
        if frontier.count < all { statements.append(words.sample(drawn: frontier.count, all: all)) }
        if leftOut > 0 { statements.append(words.leftOut(leftOut)) }
        return statements.joined(separator: " ")
    }

    /// The values at the ends of an axis, in words.
    func range(of axis: Int) -> (least: String, greatest: String) { scales[axis].ends }
}
