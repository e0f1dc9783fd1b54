public import Negotiation
import Sequencing

/// A package's commitments as a graph model: each party bound by one may keep or break it, and those who are named to respond may.
///
/// What a party prefers comes from its sheet: by keeping, it forgoes what breaking would bring; what others keep is worth what the
/// sheet says; a response costs whoever broke what `SelfEnforcement` counts as its loss. Ranges are taken at their
/// middle. Commitments of parties without such a sheet count as kept; what such a party prefers as a responder is not known.
public struct PackageModel: Sendable {
    /// The model, with a state `kept` in which everything is kept.
    public var model: ConflictModel
    /// Commitments that count as kept: nobody has said what is at stake for those who do them, or they had no room.
    public var leftOut: [CommitmentID]
    /// By party: the sheet that its preferences come from.
    public var sheets: [PartyID: SheetID]
    /// By option: the commitment that it keeps or answers.
    public var commitments: [ModelOptionID: CommitmentID]

    /// How many states it has.
    var stateCount: Int
    /// Whether of some decision maker nobody has said what it prefers.
    var leavesPreferencesOpen: Bool {
        model.decisionMakers.contains { model.preferences[$0.party] == nil }
    }

    /// The most options of such a model.
    public static let optionLimit = 20
    /// For how many days a flow without a stated end counts, where the sheet does not discount.
    public static let horizonDays = Stakes.horizonDays
}

extension RoadmapReport {
    /// The graph model of the package, with at most ``PackageModel/optionLimit`` options: the weakest commitments first,
    /// then the others by date.
    ///
    /// - Returns: nil where no party is bound by anything.
    ///
    /// Complexity: linear in the commitments.
    public func packageModel(
        _ dossier: Dossier, sheets chosen: [PartyID: SheetID] = [:], limit: Int = PackageModel.optionLimit
    ) throws(AssessmentError) -> PackageModel? {
        let stakes = try Stakes(dossier, chosen)
        let builder = PackageModelBuilder(
            report: self, dossier: dossier, stakes: stakes, limit: min(limit, PackageModel.optionLimit))
        return builder.model()
    }
}

struct PackageModelBuilder {
    let report: RoadmapReport
    let dossier: Dossier
    let stakes: Stakes
    let limit: Int
    let names: [Deed: ModelOptionID]

    init(report: RoadmapReport, dossier: Dossier, stakes: Stakes, limit: Int) {
        self.report = report
        self.dossier = dossier
        self.stakes = stakes
        self.limit = limit
        names = Self.names(report)
    }

    func model() -> PackageModel? {
        let order = commitmentsInOrder
        var taken: [Commitment] = []
        var count = 0
        for commitment in order where commitment.who.contains(where: isKnown) {
            let size = commitment.who.count + responders(commitment).count
            guard count + size <= limit else { continue }
            count += size
            taken.append(commitment)
        }
        let inside = Set(taken.map(\.id))
        let leftOut = order.map(\.id).filter { !inside.contains($0) }
        guard !taken.isEmpty else { return nil }
        // Within the model commitments stand as in the roadmap.
        let kept = report.roadmap.commitments.filter { inside.contains($0.id) }
        var options: [PartyID: [ModelOption]] = [:]
        var makers: [PartyID] = []
        var owners: [ModelOptionID: CommitmentID] = [:]
        var infeasible: [Infeasibility] = []
        func add(_ option: ModelOption, of party: PartyID, _ commitment: CommitmentID) {
            if options[party] == nil { makers.append(party) }
            options[party, default: []].append(option)
            owners[option.id] = commitment
        }
        for commitment in kept {
            for party in commitment.who {
                add(
                    ModelOption(id: keep(commitment, party), title: said(commitment.name, by: party)),
                    of: party, commitment.id
                )
            }
        }
        for commitment in kept {
            for party in responders(commitment) {
                let id = answer(commitment, party)
                let what = commitment.ifNot.first { $0.isBranch && $0.who.contains(party) }?.what
                add(
                    ModelOption(id: id, title: said(what ?? commitment.name, by: party)), of: party,
                    commitment.id)
                let broken = commitment.who.map { StateStatement.not(.option(keep(commitment, $0))) }
                infeasible.append(
                    Infeasibility(
                        .onlyIf(id, broken.count == 1 ? broken[0] : .or(broken)), kind: .logic,
                        because: "There is nothing to respond to while the commitment is kept."))
            }
        }
        let decisionMakers = makers.map {
            DecisionMaker(party: $0, name: dossier.party($0)?.name, options: options[$0] ?? [])
        }
        var model = ConflictModel(
            title: dossier.title, basis: basis, decisionMakers: decisionMakers, infeasible: infeasible)
        let letters = model.options.enumerated().reduce(UInt64(0)) { bits, item in
            item.element.id.rawValue.hasPrefix("keep-") ? bits | 1 << UInt64(item.offset) : bits
        }
        let all = StatePattern(taken: letters, stated: ~0 >> UInt64(64 - model.options.count))
        model.states = [NamedState(id: "kept", title: "everything is kept", pattern: all)]
        model.statusQuo = "kept"
        model.inQuestion = ["kept"]
        var sheets: [PartyID: SheetID] = [:]
        for (party, sheet) in stakes.sheets where makers.contains(party) {
            sheets[party] = sheet.id
            model.preferences[party] = StatePreferences(.points(points(of: party, sheet, kept)))
        }
        // Whoever responds may do so in the states in which somebody has broken it.
        let states = kept.reduce(1) { count, commitment in
            count * (((1 << commitment.who.count) - 1) << responders(commitment).count + 1)
        }
        return PackageModel(
            model: model, leftOut: leftOut, sheets: sheets, commitments: owners, stateCount: states)
    }

    /// Whether somebody has said what is at stake for a party.
    private func isKnown(_ party: PartyID) -> Bool { stakes.sheets.contains { $0.party == party } }

    /// A deed with who does it: in a state, deeds of several parties stand in one row.
    private func said(_ what: Text, by party: PartyID) -> Text {
        guard let name = dossier.party(party)?.name else { return what }
        return Text(
            byLanguage: Dictionary(
                uniqueKeysWithValues: what.byLanguage.map { language, text in
                    (language, "\(name.preferring([language])): \(text)")
                }))
    }

    private var basis: Dossier.Basis? {
        stakes.sheets.contains { $0.sheet.basis == .illustration } ? .illustration : dossier.basis
    }

    /// The weakest first, then by date.
    private var commitmentsInOrder: [Commitment] {
        let weak = report.keeping.map { report.roadmap.steps[$0.step].commitment.id }
        let due = Set(report.roadmap.steps.filter { $0.responseTo == nil }.map(\.commitment.id))
        let all = report.roadmap.commitments.filter { due.contains($0.id) }
        let ranked = weak.reduce(into: [CommitmentID]()) { if !$0.contains($1) { $0.append($1) } }
        let rest = all.map(\.id).filter { !ranked.contains($0) }
        return (ranked + rest).compactMap { id in all.first { $0.id == id } }
    }

    private func responders(_ commitment: Commitment) -> [PartyID] { Self.responders(commitment) }

    private static func responders(_ commitment: Commitment) -> [PartyID] {
        commitment.ifNot.filter(\.isBranch).flatMap(\.who).reduce(into: []) {
            if !$0.contains($1), !commitment.who.contains($1) { $0.append($1) }
        }
    }

    private func keep(_ commitment: Commitment, _ party: PartyID) -> ModelOptionID {
        names[Deed(verb: "keep", commitment: commitment.id, party: party)]!
    }

    private func answer(_ commitment: Commitment, _ party: PartyID) -> ModelOptionID {
        names[Deed(verb: "answer", commitment: commitment.id, party: party)]!
    }

    /// What one party does about one commitment.
    struct Deed: Hashable {
        var verb: String
        var commitment: CommitmentID
        var party: PartyID
    }

    /// Names of options, each of its own: a commitment may be called what another one and its doer make together.
    private static func names(_ report: RoadmapReport) -> [Deed: ModelOptionID] {
        var result: [Deed: ModelOptionID] = [:]
        var used: Set<String> = []
        // Commitments of one doer have the plain names.
        let commitments = report.roadmap.commitments
        for isAlone in [true, false] {
            for commitment in commitments {
                for (verb, parties) in [("keep", commitment.who), ("answer", responders(commitment))]
                where (parties.count == 1) == isAlone {
                    for party in parties {
                        let plain = "\(verb)-\(commitment.id.rawValue)"
                        var name = isAlone ? plain : "\(plain)-\(party.rawValue)"
                        while !used.insert(name).inserted { name += "-too" }
                        result[Deed(verb: verb, commitment: commitment.id, party: party)] = ModelOptionID(
                            name)
                    }
                }
            }
        }
        return result
    }

    // MARK: Points

    private func points(of party: PartyID, _ sheet: Sheet, _ kept: [Commitment]) -> [ModelOptionID: Amount] {
        var result: [ModelOptionID: Amount] = [:]
        for commitment in kept {
            let stake = sheet.commitments[commitment.id] ?? Stake()
            let own = report.keeping.first {
                $0.party == party && report.roadmap.steps[$0.step].commitment.id == commitment.id
            }
            for doer in commitment.who {
                var value: Double
                if doer == party {
                    value = -(own.map { middle($0.model.temptation) } ?? total(stake.cost, sheet, commitment))
                    // What is lost whoever answers is lost by breaking. Several who do one thing are not answered one by one, so each
                    // counts its own breach as answered.
                    if let own {
                        value += commitment.who.count > 1 ? middle(own.model.loss) : lostAnyway(own.model)
                    }
                } else {
                    // Several who do one thing each bring a part of what it is worth.
                    value =
                        (total(stake.worth, sheet, commitment) + middle(Bounds(stake.ifBroken)))
                        / Double(commitment.who.filter { $0 != party }.count)
                }
                result[keep(commitment, doer)] = Self.amount(value)
            }
            for responder in responders(commitment) {
                var value = 0.0
                if commitment.who == [party], let own {
                    value -= middle(own.model.loss) - lostAnyway(own.model)
                }
                if !commitment.who.contains(party) { value += middle(Bounds(stake.recovers)) }
                if responder == party {
                    // Whoever suspends what it owes no longer pays for it.
                    for id in commitment.ifNot.flatMap(\.suspends) {
                        guard let owed = report.roadmap.commitments.first(where: { $0.id == id }),
                            owed.who.contains(party)
                        else { continue }
                        value += total(sheet.commitments[id]?.cost, sheet, owed)
                    }
                }
                result[answer(commitment, responder)] = Self.amount(
                    value / Double(commitment.who.contains(party) ? responders(commitment).count : 1))
            }
        }
        return result.filter { $0.value != Amount(.zero) }
    }

    /// The part of the loss that needs no answer: other future value, as of today.
    private func lostAnyway(_ model: SelfEnforcement) -> Double {
        let ends = [model.worst, model.best].map { $0.discountAtResponse * $0.loses }
        return (ends[0] + ends[1]) / 2
    }

    private func middle(_ bounds: Bounds) -> Double {
        bounds.greatest.isFinite
            ? (bounds.least + bounds.greatest) / 2 : bounds.least.isFinite ? bounds.least : 1e9
    }

    /// Once and a day, for as long as it lasts: to its sunset, discounted where the sheet says how, else for a year.
    private func total(_ flow: Flow?, _ sheet: Sheet, _ commitment: Commitment) -> Double {
        let rate = sheet.discountAYear.map { middle(Bounds($0)) / 365 } ?? 0
        let lasts = commitment.lasts.map { Double($0.minutes) / 1440 }
        let days: Double
        if rate > 0 {
            days = lasts.map { (1 - Self.power(1 / (1 + rate), $0)) / rate } ?? 1 / rate
        } else {
            days = lasts ?? PackageModel.horizonDays
        }
        return middle(Bounds(flow?.once)) + middle(Bounds(flow?.aDay)) * days
    }

    /// Repeated squaring, so that every machine rounds alike.
    private static func power(_ base: Double, _ exponent: Double) -> Double {
        var (result, square, rest) = (1.0, base, Int(exponent))
        while rest > 0 {
            if rest & 1 == 1 { result *= square }
            square *= square
            rest >>= 1
        }
        return result
    }

    /// Hundredths are finer than any of the numbers it comes from.
    private static func amount(_ value: Double) -> Amount {
        Amount(Rational(Int((max(-1e12, min(1e12, value)) * 100).rounded())) / 100)
    }
}
