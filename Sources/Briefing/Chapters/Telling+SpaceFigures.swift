import Assessment
import Negotiation

extension Telling {
    /// The pictures of the space: a plane for two negotiators, parallel axes and pairs for more, none for one.
    func figures(of space: Situation.Space) -> [Block] {
        let places = places(in: space)
        guard places.count > 1 else { return [] }
        let axes = places.map { axis($0, in: space) }
        let named = named(in: space, places)
        let table = namedTable(named, space, places)
        let frontier = space.report.frontier
        let points = (0..<frontier.count).map { point in
            places.map { frontier.utility(at: point, of: $0).doubleValue }
        }
        guard !points.isEmpty || !named.isEmpty else { return [] }
        if places.count == 2 {
            let sample = space.analysis.sample(limit: Self.cloudLimit)
            let cloud = sample.members.map { member in
                PlaneChart.Point(
                    x: member.utilities[places[0]].doubleValue, y: member.utilities[places[1]].doubleValue,
                    isAcceptable: member.isAcceptable)
            }
            let figure = Figure(plane(axes, cloud, points, named), table: table, anchor: "plane")
            return [.figure(figure), .paragraph(shown(sample, of: space))]
        }
        let title = say("The frontier, an axis for each negotiator").text
        let lines = ParallelCoordinates(
            title: title,
            description: say(
                "An axis for each negotiator on its own scale, more worth to the right. A thin line is a package on the frontier, a dashed tick having no agreement."
            ).text, axes: axes, frontier: points, named: named, words: wording.charts)
        let pairs = PairMatrix(
            title: say("The frontier, two negotiators at a time").text,
            description: say(
                "A small plane for each pair of negotiators. Points that run from top left to bottom right show a pair that has to trade. The table under the picture before names the same packages."
            ).text, axes: axes, frontier: points, named: named, words: wording.charts)
        return [
            .figure(Figure(lines.drawing(id: "axes"), table: table, anchor: "axes")),
            .figure(Figure(pairs.drawing(id: "pairs"), table: nil, anchor: "pairs")),
        ]
    }

    /// What of the cloud is drawn.
    private func shown(_ sample: PackageSample, of space: Situation.Space) -> Prose {
        let all = wording.count(space.report.feasible)
        let count = sample.members.count
        return sample.isWhole
            ? counted(
                count, one: "The one package that the rules leave is drawn.",
                many: "All \(all) packages that the rules leave are drawn.")
            : say(
                "A fixed sample of \(number(count)) of the \(all) packages that the rules leave is drawn, and everything named."
            )
    }

    /// More dots than this are a blot.
    private static let cloudLimit = 1_500

    private func axis(_ place: Int, in space: Situation.Space) -> ChartAxis {
        let worth = space.analysis.withoutAgreement[place]
        let name = phrasing.party(space.analysis.negotiators[place])
        let points =
            switch space.analysis.scorings[place].withoutAgreementBasis {
            case .stated: Prose(wording.points(worth))
            case .central: say("\(wording.points(worth)), central")
            case .assumed: say("\(wording.points(worth)), assumed")
            }
        return ChartAxis(
            name, withoutAgreement: worth.doubleValue,
            withoutAgreementLabel: say("No agreement for \(name): \(points)").text)
    }

    private func plane(
        _ axes: [ChartAxis], _ cloud: [PlaneChart.Point], _ points: [[Double]], _ named: [MarkedPackage]
    ) -> Drawing {
        var words = wording.charts
        if !situation.without.isEmpty {
            words.acceptable = say("acceptable to all negotiators included").text
        }
        return PlaneChart(
            title: say("The space of agreement of \(axes[0].name) and \(axes[1].name)").text,
            description: say(
                "Each point is a package: the further right, the more it is worth to \(axes[0].name), the higher, the more to \(axes[1].name), each on its own scale. Dashed lines mark having no agreement; the stepped line is the frontier."
            ).text,
            horizontal: axes[0], vertical: axes[1], cloud: cloud,
            frontier: points.map { .init(x: $0[0], y: $0[1], isAcceptable: true) }, named: named,
            words: words
        ).drawing(id: "plane")
    }

    /// The packages with a name on the charts: those the yardsticks point at, and whole drafted ones.
    private func named(in space: Situation.Space, _ places: [Int]) -> [MarkedPackage] {
        var result: [MarkedPackage] = []
        let references = space.report.references
        for kind in References.Kind.allCases where options.references.contains(kind) {
            let points = references.points(of: kind).prefix(Self.namedLimit)
            for (index, point) in points.enumerated() {
                let name = phrasing.yardstick(kind).text
                result.append(
                    MarkedPackage(
                        points.count > 1 ? "\(name) \(index + 1)" : name,
                        values: places.map {
                            space.report.frontier.utility(at: point, of: $0).doubleValue
                        }, role: .reference))
            }
        }
        for drafted in situation.drafted where drafted.open.isEmpty && !drafted.worths.isEmpty {
            result.append(
                MarkedPackage(
                    packageName(drafted.package),
                    values: places.map { drafted.worths[$0].utility.doubleValue },
                    role: isTabled(drafted.package) ? .tabled : .drafted))
        }
        return result
    }

    /// Whether all negotiators see a package of the dossier.
    private func isTabled(_ package: NamedPackage) -> Bool {
        switch dossier.package(PackageID(package.name))?.seenBy {
        case .table?, .public?: true
        case .floated?, .team?, nil: false
        }
    }

    /// More points of one yardstick than this crowd a picture; the annex lists them all.
    private static let namedLimit = 6

    /// The table beside the charts.
    private func namedTable(
        _ named: [MarkedPackage], _ space: Situation.Space, _ places: [Int]
    ) -> DataTable {
        let worth =
            [DataTable.Cell(say("No agreement"))]
            + places.map { place in
                DataTable.Cell(
                    phrasing.withoutAgreement(
                        space.analysis.withoutAgreement[place],
                        space.analysis.scorings[place].withoutAgreementBasis,
                        isExact: space.analysis.withoutAgreementIsExact(for: place)))
            }
        let rows = named.map { package in
            [DataTable.Cell(Prose(package.label))]
                + package.values.map { DataTable.Cell(Prose(decimal($0, places: 2, trimmed: true))) }
        }
        let names = places.map { phrasing.party(space.analysis.negotiators[$0]) }
        return DataTable(
            caption: say("What is named in the picture, in points of each party’s own scale"),
            columns: [column("Package", namesRows: true)] + names.map { figures(Prose($0)) },
            rows: [worth] + rows)
    }
}
