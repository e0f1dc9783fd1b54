import Negotiation

/// Who does what when, how clauses are read, and what sheets say of it.
extension RandomDossier {
    /// Adds a timetable to most dossiers, after everything else, so that the rest is what it was without. Commitments may
    /// then wait for any other, also in rings; those that carry out a minimum wait for nobody else.
    mutating func addTimes(to dossier: inout Dossier) {
        guard !random.once(in: 3) else { return }
        if random.once(in: 2) { open(&dossier) }
        for place in dossier.packages.indices where random.once(in: 2) {
            let id = CommitmentID("joint-\(place)")
            dossier.packages[place].commitments = [
                Commitment(id: id, who: [random.pick(parties)], what: text(), seenBy: visibility())
            ]
        }
        var events = (0..<count(0, 3)).map { EventID("event-\($0)") }.map {
            Event(id: $0, title: maybe { $0.title() }, sources: citations(), seenBy: visibility())
        }
        for place in events.indices {
            if place == 0 || random.once(in: 2) {
                events[place].on = place == 0 ? maybe { $0.moment() } : moment()
            } else {
                events[place].after = Prerequisite(
                    .event(events[random.pick(Array(0..<place))].id), least: span(0, 3), greatest: span(3, 9))
            }
        }
        // Pace first, since what comes first may be one tranche.
        change(&dossier) { $1 = $0.paced($1) }
        var all = dossier.commitments
        let known = events.isEmpty ? [Timetable.signature.id] : events.map(\.id)
        change(&dossier) { $1 = $0.tied($1, among: all, known) }
        all = dossier.commitments
        if !all.isEmpty, random.once(in: 2) {
            // Nothing waits for it, so that no minimum comes to wait for somebody through it.
            events.isEmpty ? events.append(Timetable.signature) : ()
            let event = Event(
                id: "late", title: maybe { $0.title() },
                after: Prerequisite(milestone(all, []), least: span(0, 3), greatest: span(3, 9)),
                seenBy: visibility())
            events.append(event)
            change(&dossier) { maker, commitment in
                guard commitment.deadline == nil, maker.random.once(in: 3) else { return }
                commitment.deadline = .within(maker.span(0, 9), of: .event(event.id))
            }
        }
        dossier.timetable = Timetable(
            events: events, reaction: maybe { $0.count(0, 3) == 0 ? .strict : .after($0.span(1, 9)) })
        dossier.timetable.readings = (0..<count(0, 2)).map { clauseReading($0, all, known) }
        for place in dossier.sheets.indices {
            addStakes(to: &dossier.sheets[place], among: dossier.timetable, all)
        }
    }

    /// Shows most parties, and most of what stands around commitments, to everybody: what is hidden among much that is seen
    /// has most to be betrayed by.
    private mutating func open(_ dossier: inout Dossier) {
        for place in dossier.parties.indices where !random.once(in: 4) {
            dossier.parties[place].seenBy = .public
        }
        for issue in dossier.issues.indices where !random.once(in: 4) {
            dossier.issues[issue].seenBy = .public
            for option in dossier.issues[issue].options.indices where !random.once(in: 4) {
                dossier.issues[issue].options[option].seenBy = .public
                for place in dossier.issues[issue].options[option].commitments.indices
                where !random.once(in: 4) {
                    dossier.issues[issue].options[option].commitments[place].seenBy = .public
                }
            }
        }
    }

    private mutating func change(
        _ dossier: inout Dossier, _ change: (inout RandomDossier, inout Commitment) -> Void
    ) {
        for issue in dossier.issues.indices {
            for option in dossier.issues[issue].options.indices {
                for place in dossier.issues[issue].options[option].commitments.indices {
                    change(&self, &dossier.issues[issue].options[option].commitments[place])
                }
            }
        }
        for package in dossier.packages.indices {
            for place in dossier.packages[package].commitments.indices {
                change(&self, &dossier.packages[package].commitments[place])
            }
        }
    }

    // MARK: Commitments

    private mutating func paced(_ commitment: Commitment) -> Commitment {
        var result = commitment
        if random.once(in: 3) { result.who = [random.pick(parties)] + random.some(parties) }
        result.who = result.who.reduce(into: []) { if !$0.contains($1) { $0.append($1) } }
        if random.once(in: 3) {
            result.tranches = Tranches(count(2, 3), least: random.once(in: 2) ? .zero : span(0, 3))
            result.tranches?.greatest = maybe { $0.span(3, 9) }
        }
        result.takes = maybe { $0.doingTime() }
        result.verification = maybe { TimeRange(from: $0.span(0, 3), to: $0.span(3, 9)) }
        result.lasts = random.once(in: 4) ? span(1, 120) : nil
        result.article = maybe {
            Article($0.random.pick(["9", "34(iii)", "yes", "V"]), isChecked: $0.random.once(in: 2))
        }
        result.topics = random.some(TopicCode.Scheme.allCases).shuffled(using: &random).flatMap { scheme in
            (0..<count(1, 2)).map { TopicCode(scheme, $0 == 0 ? "Cease Fire" : "no: \(scheme.rawValue)") }
        }
        return result
    }

    private mutating func tied(
        _ commitment: Commitment, among all: [Commitment], _ events: [EventID]
    ) -> Commitment {
        var result = commitment
        let others = all.filter { $0.id != commitment.id }
        if random.once(in: 2) { result.deadline = deadline(others, events) }
        guard commitment.fulfils.isEmpty else {
            // Its own doers may do something else first, if that waits for nobody else either.
            let own = others.filter { Set($0.who) == Set(commitment.who) && !$0.fulfils.isEmpty }
            if random.once(in: 2) {
                result.after = [[Prerequisite(.event(random.pick(events)), least: span(0, 3))]]
            }
            if let first = own.first, random.once(in: 2) {
                result.after.append([Prerequisite(.commitment(first.id, .begun))])
            }
            return result
        }
        let free = others.filter(\.fulfils.isEmpty)
        for _ in 0..<count(0, 2) {
            result.after.append((0..<count(1, 3)).map { _ in prerequisite(others, events) })
        }
        if random.once(in: 2) { result.ifNot += (0..<count(1, 2)).map { _ in response(free) } }
        result.togetherWith = random.some(free.map(\.id), atMost: 1)
        if let count = commitment.tranches?.count, random.once(in: 2) {
            result.tranches?.inStepWith = free.first { $0.tranches?.count == count }?.id
        }
        return result
    }

    private mutating func response(_ others: [Commitment]) -> Response {
        Response(
            who: random.some(parties), what: text(), kind: maybe { $0.random.pick(Response.Kind.allCases) },
            within: maybe { $0.span(0, 9) }, suspends: random.some(others.map(\.id), atMost: 2),
            begins: others.isEmpty ? nil : maybe { $0.random.pick(others).id })
    }

    private mutating func milestone(_ others: [Commitment], _ events: [EventID]) -> Milestone {
        guard let other = others.randomElement(using: &random), events.isEmpty || !random.once(in: 4) else {
            return .event(random.pick(events))
        }
        let tranche = other.tranches.flatMap { tranches in maybe { $0.count(1, tranches.count) } }
        return .commitment(other.id, random.pick(Milestone.Progress.allCases), tranche: tranche)
    }

    private mutating func prerequisite(_ others: [Commitment], _ events: [EventID]) -> Prerequisite {
        Prerequisite(
            milestone(others, events), least: random.once(in: 2) ? .zero : span(0, 3),
            greatest: maybe { $0.span(3, 9) })
    }

    private mutating func deadline(_ others: [Commitment], _ events: [EventID]) -> Deadline {
        switch count(0, 2) {
        case 0: .within(span(0, 60), of: nil)
        case 1: .within(span(0, 60), of: milestone(others, events))
        default: .on(moment())
        }
    }

    private mutating func doingTime() -> DoingTime {
        switch count(0, 3) {
        case 0: DoingTime(from: span(0, 3), to: nil)
        case 1: DoingTime(from: span(0, 3), to: span(3, 9))
        case 2: DoingTime(from: span(0, 3), to: span(3, 9), decidedBy: .nature)
        default: DoingTime(from: span(0, 3), to: span(3, 9), decidedBy: .party(random.pick(parties)))
        }
    }

    /// A span; one of at most three units is never longer than one of at least three times the same or a greater unit.
    private mutating func span(_ least: Int, _ most: Int) -> TimeSpan {
        let units: [TimeSpan.Unit] = most <= 3 ? [.minutes, .hours, .days] : [.days, .weeks, .months]
        return TimeSpan(count(least, most), random.pick(units))
    }

    private mutating func moment() -> Moment {
        random.pick(
            ["2025-01-31", "2024-02-29T23:59", "2025-12-31T00:00", "1999-06-01"].compactMap { Moment($0) })
    }

    // MARK: Readings and stakes

    /// A reading of what exists and of something new; what carries out a minimum is read as it stands.
    private mutating func clauseReading(
        _ number: Int, _ all: [Commitment], _ events: [EventID]
    ) -> ClauseReading {
        let free = all.filter(\.fulfils.isEmpty)
        let read = free.isEmpty ? [] : random.some(free, atMost: 2)
        let new = Commitment(
            id: CommitmentID("new-\(number)"), who: [random.pick(parties)], what: text(),
            verifiedBy: random.some(parties))
        return ClauseReading(
            id: ClauseReadingID("clause-\(number)"), title: title(), clause: maybe { $0.text() },
            heldBy: random.some(parties, atMost: 1),
            commitments: (read + [new]).map { commitment in
                var result = random.once(in: 2) ? commitment : tied(commitment, among: all, events)
                result.what = text()
                // Seen with the reading, so that some viewers see one.
                result.seenBy = .public
                return result
            }, sources: citations(), seenBy: random.once(in: 2) ? .public : visibility())
    }

    private mutating func addStakes(to sheet: inout Sheet, among timetable: Timetable, _ all: [Commitment]) {
        sheet.discountAYear = random.once(in: 3) ? share() : nil
        if random.once(in: 3) {
            let part = share().least == .zero ? Rational.one : share().greatest
            sheet.incentives = IncentiveTerms(
                guarantee: random.once(in: 2)
                    ? .init(winning: share().least, costOfFighting: share().greatest, share: part) : nil)
        }
        let ids = all.map(\.id) + timetable.readings.flatMap(\.commitments).map(\.id)
        for id in random.some(ids) { sheet.commitments[id] = stake() }
    }

    private mutating func stake() -> Stake {
        Stake(
            cost: flow(), recoverable: maybe { $0.share() }, worth: maybe { $0.flow() },
            ifBroken: maybe { $0.points() }, recovers: maybe { $0.points() },
            breaking: maybe { maker in
                Breaking(
                    gain: maker.maybe { $0.points() }, aDay: maker.maybe { $0.points() },
                    snapback: maker.maybe { $0.share() }, relief: maker.maybe { $0.points() },
                    guarantor: maker.maybe { $0.share() }, guarantorCosts: maker.maybe { $0.points() },
                    loses: maker.maybe { $0.points() })
            })
    }

    private mutating func flow() -> Flow {
        random.once(in: 2) ? Flow(once: points()) : Flow(once: maybe { $0.points() }, aDay: points())
    }

    private mutating func points() -> Amount {
        let least = Rational(count(0, 90)) / Rational(count(1, 7))
        return random.once(in: 3) ? Amount(from: least, to: least + 5) : Amount(least)
    }

    private mutating func share() -> Amount {
        let ends = [count(0, 8), count(0, 8)].sorted().map { Rational($0) / 8 }
        return random.once(in: 2) ? Amount(ends[0]) : Amount(from: ends[0], to: ends[1])
    }
}

extension Dossier {
    /// Leaves to the team what begins only if another commitment is not kept and would be seen without that one.
    fileprivate mutating func hide(_ id: CommitmentID) {
        for issue in issues.indices {
            for option in issues[issue].options.indices {
                for place in issues[issue].options[option].commitments.indices
                where issues[issue].options[option].commitments[place].id == id {
                    issues[issue].options[option].commitments[place].seenBy = .team
                }
            }
        }
        for package in packages.indices {
            for place in packages[package].commitments.indices
            where packages[package].commitments[place].id == id {
                packages[package].commitments[place].seenBy = .team
            }
        }
    }

    /// Leaves to the team, one after the other, all that would be seen without its cause.
    public mutating func hideWhatIsSeenWithoutItsCause() {
        while true {
            let seen = faults().compactMap { fault -> CommitmentID? in
                if case .seenWithoutItsCause(let id) = fault.reason { id } else { nil }
            }
            guard !seen.isEmpty else { return }
            for id in seen { hide(id) }
        }
    }
}
