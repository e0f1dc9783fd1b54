import Negotiation

/// The events that are counted from, how clauses are read, and what commitments are to a party.
extension Form {
    static func timetable(_ timetable: Timetable) -> Form? {
        guard !timetable.isEmpty else { return nil }
        var keys = FormBuilder()
        keys.add("reaction", timetable.reaction.map { .word($0.description) })
        keys.add("events", list: timetable.events.map { event($0) }, isOpen: true)
        keys.add("readings", list: timetable.readings.map { clauseReading($0) }, isOpen: true)
        return keys.mapping(isOpen: true)
    }

    private static func event(_ event: Event) -> Form {
        var keys = FormBuilder()
        keys.add("id", name(event.id))
        keys.add("title", text: event.title)
        keys.add("on", event.on.map { moment($0) })
        keys.add("after", event.after.map { prerequisite($0) })
        keys.add(sources: event.sources, seenBy: event.seenBy)
        return keys.mapping()
    }

    private static func clauseReading(_ reading: ClauseReading) -> Form {
        var keys = FormBuilder()
        keys.add("id", name(reading.id))
        keys.add("title", text: reading.title)
        keys.add("clause", text: reading.clause)
        keys.add("held-by", names: reading.heldBy)
        keys.add("commitments", .list(reading.commitments.map { commitment($0) }, isOpen: true))
        keys.add(sources: reading.sources, seenBy: reading.seenBy)
        return keys.mapping()
    }

    // MARK: In sheets

    static func stake(_ stake: Stake) -> Form {
        var keys = FormBuilder()
        keys.add("cost", stake.cost.map { flow($0) })
        keys.add("recoverable", stake.recoverable.map { amount($0) })
        keys.add("worth", stake.worth.map { flow($0) })
        keys.add("if-broken", stake.ifBroken.map { amount($0) })
        keys.add("recovers", stake.recovers.map { amount($0) })
        keys.add("breaking", stake.breaking.map { breaking($0) })
        return keys.mapping()
    }

    private static func flow(_ flow: Flow) -> Form {
        if let once = flow.once, flow.aDay == nil { return amount(once) }
        var keys = FormBuilder()
        keys.add("once", flow.once.map { amount($0) })
        keys.add("a-day", flow.aDay.map { amount($0) })
        return keys.mapping()
    }

    private static func breaking(_ breaking: Breaking) -> Form {
        var keys = FormBuilder()
        keys.add("gain", breaking.gain.map { amount($0) })
        keys.add("a-day", breaking.aDay.map { amount($0) })
        keys.add("snapback", breaking.snapback.map { amount($0) })
        keys.add("relief", breaking.relief.map { amount($0) })
        keys.add("guarantor", breaking.guarantor.map { amount($0) })
        keys.add("guarantor-costs", breaking.guarantorCosts.map { amount($0) })
        keys.add("loses", breaking.loses.map { amount($0) })
        return keys.mapping()
    }
}
