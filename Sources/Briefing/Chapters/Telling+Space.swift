import Assessment
import Bargaining
import BigInt
import Negotiation

extension Telling {
    /// The space of agreement where sheets allow it; else what is missing, or what would open one.
    func spaceChapter() -> Document.Chapter? {
        guard !showsNothing else { return nil }
        return switch situation.space {
        case .failure(let error): missingSpace(error)
        case .success(let space): told(space)
        }
    }

    private func missingSpace(_ error: AssessmentError) -> Document.Chapter {
        var blocks: [Block] = [
            .paragraph(
                say(
                    "Which packages all negotiators could live with can be computed where there is a sheet of each: numbers, ranges, words, or only an order of the options. Everything else in this briefing stands without."
                ))
        ]
        if situation.viewer == .team { blocks.append(.paragraph(phrasing.remedy(error, for: .team))) }
        let title: Prose =
            if error == .nobodyNegotiates {
                dossier.negotiators.isEmpty
                    ? say("No party negotiates yet, so no space of agreement can be shown")
                    : say("Every negotiator was left out, so no space of agreement can be shown")
            } else {
                say("No space of agreement can be shown: \(begun(phrasing.problem(error)))")
            }
        return Document.Chapter("space", title: phrasing.withoutStop(title), blocks: blocks)
    }

    /// A sentence after a colon; what begins with a name keeps it.
    private func begun(_ prose: Prose) -> Prose {
        guard var first = prose.runs.first, first.text.hasPrefix("T") || first.text.hasPrefix("N") else {
            return prose
        }
        first.text = first.text.prefix(1).lowercased() + first.text.dropFirst()
        return Prose(runs: [first] + prose.runs.dropFirst())
    }

    private func told(_ space: Situation.Space) -> Document.Chapter {
        let report = space.report
        var blocks: [Block] = []
        if let basis = basisNote(space) { blocks.append(basis) }
        if let obstacle = report.obstacle {
            blocks += told(obstacle, of: space)
        } else if let silence = space.silence {
            blocks.append(.paragraph(phrasing.silence(silence)))
        } else {
            blocks.append(.paragraph(frontierSentence(report.frontier)))
        }
        if let table = acceptableTable(space) { blocks.append(table) }
        blocks += figures(of: space)
        if report.obstacle == nil, space.silence == nil, report.frontier.count > 0 {
            blocks.append(yardsticks(space))
        }
        return Document.Chapter("space", title: spaceTitle(report), blocks: blocks)
    }

    private func spaceTitle(_ report: PackagesReport) -> Prose {
        let central = report.negotiators.contains { $0.scoring.isCentral }
        let lead = central ? say("On central values") : say("On the sheets used")
        let names = phrasing.parties(report.negotiators.map(\.scoring.party))
        switch report.obstacle {
        case .nothingFeasible?:
            return say("There is no space of agreement, because the rules leave no package")
        case .nothingAcceptable?:
            return report.negotiators.count == 1
                ? say("\(lead), no package is acceptable to \(names)")
                : say("\(lead), no package is acceptable to all of \(names)")
        case nil: break
        }
        let acceptable = report.acceptable
        if acceptable.upper.isZero || report.frontier.count == 0 {
            return say("\(lead), the search for acceptable packages was not finished")
        }
        let whom: Prose =
            switch report.negotiators.count {
            case 1: names
            case 2: say("both \(names)")
            default: say("all of \(names)")
            }
        return acceptable.exact && acceptable.lower == 1
            ? say("\(lead), one package is acceptable to \(whom)")
            : say("\(lead), \(wording.brief(acceptable)) packages are acceptable to \(whom)")
    }

    private func frontierSentence(_ frontier: FrontierReport) -> Prose {
        let packages = wording.count(frontier.packages)
        let points = counted(
            frontier.count, one: "One point forms the frontier",
            many: "\(number(frontier.count)) points form the frontier"
        ).capitalised
        let isOneEach = frontier.packages.exact && frontier.packages.lower == BigInt(frontier.count)
        var result =
            isOneEach
            ? say("\(points), one package each.") : say("\(points), reached by \(packages) packages.")
        result += Prose(" ") + phrasing.meaningOfFrontier(without: situation.without)
        if !frontier.isExact { result += say(" The budget ran out: there may be more.") }
        return result
    }

    private func told(_ obstacle: Obstacle, of space: Situation.Space) -> [Block] {
        let sentences = phrasing.obstacle(obstacle, negotiators: space.analysis.negotiators)
        let lead = say(
            "That nothing is acceptable to all on these sheets is worth testing first: are they right?")
        if case .nothingFeasible = obstacle {
            return [.paragraph(sentences[0])]
                + (sentences.count > 1 ? [.bullets(Array(sentences.dropFirst()))] : [])
        }
        return [.paragraph(lead), .bullets(sentences)]
    }

    /// Whose word the sheets are, before anything is read from them.
    private func basisNote(_ space: Situation.Space) -> Block? {
        let used = space.analysis.scorings
        var sentences: [Prose] = []
        for basis in Sheet.Basis.allCases {
            let own = used.filter { $0.basis == basis }
            guard !own.isEmpty else { continue }
            let words = phrasing.basis(basis, of: own.map(\.sheet))
            sentences.append(say("\(phrasing.parties(own.map(\.party))) (\(words))."))
        }
        let central = used.filter(\.isCentral).map(\.party)
        if !central.isEmpty {
            sentences.append(
                say(
                    "Central values stand in for what the sheets of \(phrasing.parties(central)) leave open; the annex names every one."
                ))
        }
        let kind: Note.Kind = used.contains { $0.basis == .illustration } ? .illustration : .assumption
        return .note(kind, sentences.joined(separator: Prose(" ")))
    }

    private func acceptableTable(_ space: Situation.Space) -> Block? {
        let report = space.report
        let rows = places(in: space).map { place -> [DataTable.Cell] in
            let negotiator = report.negotiators[place]
            return [
                "\(phrasing.party(negotiator.scoring.party))", count(negotiator.acceptable),
                count(report.feasible),
            ]
        }
        return table(
            say("How many packages each negotiator would accept alone"),
            [
                column("Negotiator", namesRows: true), figures(say("Acceptable")),
                figures(say("Of the packages the rules leave")),
            ], rows)
    }

    private func yardsticks(_ space: Situation.Space) -> Block {
        let kinds = References.Kind.allCases.filter(options.references.contains)
        return .definitions(
            kinds.map { kind in
                var meaning = phrasing.yardstickMeaning(kind).capitalised
                let left = space.report.references.leftOut
                if kind == .kalaiSmorodinsky, !left.isEmpty {
                    meaning += say(" Left out, because it has nothing to gain: \(phrasing.parties(left)).")
                }
                meaning += known(kind, space.report)
                meaning += say(" (\(phrasing.yardstickPaper(kind)).)")
                return Definition(say("\(phrasing.yardstick(kind)) yardstick"), meaning)
            })
    }

    /// How well a yardstick's points are known, where that is not told by the frontier.
    private func known(_ kind: References.Kind, _ report: PackagesReport) -> Prose {
        if !report.isExact(kind) {
            return say(" Not proven: \(phrasing.unproven(kind, in: report))")
        }
        return report.frontier.isExact
            ? Prose(runs: [])
            : say(" Exact, with all its ties, although the frontier is known in part.")
    }
}
