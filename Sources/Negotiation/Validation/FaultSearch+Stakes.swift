/// What sheets say of commitments: they must be there, costs and worths are not negative, shares lie between 0 and 1.
extension FaultSearch {
    mutating func stakes(of sheet: Sheet) {
        let place = ItemPath(["sheets"])[sheet.id]
        share(sheet.discountAYear, at: place["discount-a-year"])
        if let terms = sheet.incentives { check(terms, at: place["incentives"]) }
        guard !sheet.commitments.isEmpty else { return }
        // A stake may be one in what a single reading of clauses knows.
        let own = known
        known = own.reading(dossier.timetable.readings.flatMap(\.commitments))
        for (id, stake) in sheet.commitments.sorted(by: { $0.key < $1.key }) {
            commitment(id, at: place["commitments"])
            check(stake, at: place["commitments"][id])
        }
        known = own
    }

    private mutating func check(_ terms: IncentiveTerms, at place: ItemPath) {
        if let power = terms.power {
            for (number, key) in [
                (power.winning, "winning"), (power.destroyed, "destroyed"), (power.patience, "patience"),
                (power.to, "to"),
            ] { share(Amount(number), at: place["power"][key]) }
            if power.patience == .zero {
                report(.notPositive(power.patience), at: place["power"]["patience"])
            }
        }
        if let guarantee = terms.guarantee {
            for (number, key) in [
                (guarantee.winning, "winning"), (guarantee.costOfFighting, "cost-of-fighting"),
                (guarantee.share, "share"), (guarantee.ifExploited, "if-exploited"),
            ] { share(Amount(number), at: place["guarantee"][key]) }
        }
        if let exchange = terms.exchange {
            share(Amount(exchange.patience), at: place["exchange"]["patience"])
            for (number, key) in [
                (exchange.brings, "brings"), (exchange.costs, "costs"), (exchange.level, "level"),
                (exchange.patience, "patience"),
            ] where number <= .zero { report(.notPositive(number), at: place["exchange"][key]) }
        }
    }

    private mutating func check(_ stake: Stake, at place: ItemPath) {
        for (flow, key) in [(stake.cost, "cost"), (stake.worth, "worth")] {
            notNegative(flow?.once, at: place[key])
            notNegative(flow?.aDay, at: place[key])
        }
        share(stake.recoverable, at: place["recoverable"])
        notNegative(stake.ifBroken, at: place["if-broken"])
        notNegative(stake.recovers, at: place["recovers"])
        guard let breaking = stake.breaking else { return }
        let place = place["breaking"]
        notNegative(breaking.gain, at: place["gain"])
        notNegative(breaking.aDay, at: place["a-day"])
        share(breaking.snapback, at: place["snapback"])
        notNegative(breaking.relief, at: place["relief"])
        share(breaking.guarantor, at: place["guarantor"])
        notNegative(breaking.guarantorCosts, at: place["guarantor-costs"])
        notNegative(breaking.loses, at: place["loses"])
    }

    private mutating func notNegative(_ amount: Amount?, at place: ItemPath) {
        if let amount, amount.least < 0 { report(.negative(amount.least), at: place) }
    }

    private mutating func share(_ amount: Amount?, at place: ItemPath) {
        if let amount, amount.least < 0 || amount.greatest > 1 { report(.notAShare(amount), at: place) }
    }
}
