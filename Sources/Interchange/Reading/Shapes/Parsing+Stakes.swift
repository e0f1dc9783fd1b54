import Negotiation

/// What commitments cost a party and are worth to it.
extension Parsing {
    mutating func stakes(_ node: Node) -> [CommitmentID: Stake] {
        var stakes: [CommitmentID: Stake] = [:]
        for entry in entries(node, of: "`commitment: {cost: number, worth: number, …}`") {
            let id: CommitmentID = reference(key: entry)
            stakes[id] = stake(entry.value)
        }
        return stakes
    }

    private mutating func stake(_ node: Node) -> Stake? {
        guard let fields = fields(node, .stake) else { return nil }
        if case .mapping(let entries) = node.content, entries.isEmpty {
            report(node, "a stake that says nothing", expected: "one of \(Self.listing(Shape.stake.keys))")
        }
        return Stake(
            cost: fields["cost"].flatMap { flow($0) }, recoverable: fields["recoverable"].map { share($0) },
            worth: fields["worth"].flatMap { flow($0) },
            ifBroken: fields["if-broken"].map { notNegative($0) },
            recovers: fields["recovers"].map { notNegative($0) },
            breaking: fields["breaking"].flatMap { breaking($0) })
    }

    /// Points once, or `{once, a-day}`.
    private mutating func flow(_ node: Node) -> Flow? {
        guard case .mapping(let entries) = node.content else { return Flow(once: notNegative(node)) }
        guard let fields = fields(node, .flow) else { return nil }
        if entries.isEmpty { report(node, "points that say nothing", expected: "`once` or `a-day`") }
        return Flow(
            once: fields["once"].map { notNegative($0) }, aDay: fields["a-day"].map { notNegative($0) })
    }

    private mutating func breaking(_ node: Node) -> Breaking? {
        guard let fields = fields(node, .breaking) else { return nil }
        return Breaking(
            gain: fields["gain"].map { notNegative($0) }, aDay: fields["a-day"].map { notNegative($0) },
            snapback: fields["snapback"].map { share($0) }, relief: fields["relief"].map { notNegative($0) },
            guarantor: fields["guarantor"].map { share($0) },
            guarantorCosts: fields["guarantor-costs"].map { notNegative($0) },
            loses: fields["loses"].map { notNegative($0) })
    }

    /// Shifting power, a guarantee, an exchange in steps.
    mutating func incentives(_ node: Node) -> IncentiveTerms? {
        guard let fields = fields(node, .incentives) else { return nil }
        return IncentiveTerms(
            power: fields["power"].flatMap { power($0) },
            guarantee: fields["guarantee"].flatMap { guarantee($0) },
            exchange: fields["exchange"].flatMap { exchange($0) })
    }

    private mutating func power(_ node: Node) -> IncentiveTerms.Power? {
        guard let fields = fields(node, .power), let winning = fields["winning"],
            let destroyed = fields["destroyed"], let patience = fields["patience"]
        else { return nil }
        return .init(
            winning: number(winning), destroyed: number(destroyed), patience: number(patience),
            to: fields["to"].map { number($0) } ?? .one)
    }

    private mutating func guarantee(_ node: Node) -> IncentiveTerms.Guarantee? {
        guard let fields = fields(node, .guarantee), let winning = fields["winning"],
            let cost = fields["cost-of-fighting"], let share = fields["share"]
        else { return nil }
        return .init(
            winning: number(winning), costOfFighting: number(cost), share: number(share),
            ifExploited: fields["if-exploited"].map { number($0) } ?? .zero)
    }

    private mutating func exchange(_ node: Node) -> IncentiveTerms.Exchange? {
        guard let fields = fields(node, .exchange), let brings = fields["brings"],
            let costs = fields["costs"],
            let patience = fields["patience"], let level = fields["level"]
        else { return nil }
        return .init(
            brings: number(brings), costs: number(costs), patience: number(patience), level: number(level))
    }

    private mutating func notNegative(_ node: Node) -> Amount {
        let amount = amount(node)
        if amount.least < .zero { report(node, "`\(amount.least)` is below 0", expected: "0 or more") }
        return amount
    }

    /// A share or probability, or a range of them.
    mutating func share(_ node: Node) -> Amount {
        let amount = amount(node)
        if amount.least < .zero || amount.greatest > .one {
            let sentence = FaultSentence(.notAShare(amount))
            report(node, sentence.problem, expected: sentence.expected)
        }
        return amount
    }
}
