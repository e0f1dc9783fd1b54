extension Dossier {
    /// What a careful reader would ask about who does what and when.
    ///
    /// What is left open in the times is asked only where somebody has begun to give times: commitments in words alone
    /// are whole as they are.
    ///
    /// Complexity: linear in the commitments and what they name.
    func commitmentFindings() -> [Finding] {
        let placed = placedCommitments
        let result = ringFindings(placed) + alternativeFindings(placed) + breakingFindings()
        let all = placed.map(\.commitment) + timetable.readings.flatMap(\.commitments)
        guard !timetable.isEmpty || all.contains(where: \.isTimed) else { return result }
        return result + timeFindings(placed)
    }

    /// Answers between which none can be the first. Each ring that is found is one; another that shares a commitment with
    /// it may be found once this one is broken.
    private func ringFindings(_ placed: [PlacedCommitment]) -> [Finding] {
        let places = Dictionary(placed.enumerated().map { ($1.commitment.id, $0) }) { first, _ in first }
        let events = Dictionary(timetable.events.map { ($0.id, $0) }) { first, _ in first }
        let waits = placed.indices.map { place in
            // A group is a must only where nothing else in it would do.
            placed[place].commitment.after.filter { $0.count == 1 }.compactMap { group -> Int? in
                var milestone = group[0].of
                var met: Set<EventID> = []
                while let event = milestone.event, met.insert(event).inserted,
                    let before = events[event]?.after
                {
                    milestone = before.of
                }
                guard let other = milestone.commitment.flatMap({ places[$0] }), other != place,
                    !placed[place].excludes(placed[other])
                else { return nil }
                return other
            }
        }
        return Self.rings(waits).map { ring in
            Finding(
                .commitmentsWait(ring.map { placed[$0].commitment.id }), at: placed[ring[0]].place["after"])
        }
    }

    /// Rings among things that wait for others, by place, each beginning with the first of the file.
    private static func rings(_ waits: [[Int]]) -> [[Int]] {
        var waiting = waits.map(\.count)
        var followers = [[Int]](repeating: [], count: waits.count)
        for (place, others) in waits.enumerated() { for other in others { followers[other].append(place) } }
        // Whatever waits for nothing can go, and then what waited for that alone. The rest waits for a ring or is in one.
        var free = waiting.indices.filter { waiting[$0] == 0 }
        while let place = free.popLast() {
            for other in followers[place] {
                waiting[other] -= 1
                if waiting[other] == 0 { free.append(other) }
            }
        }
        var met = [Bool](repeating: false, count: waits.count)
        var result: [[Int]] = []
        for start in waits.indices where waiting[start] > 0 && !met[start] {
            var path: [Int] = []
            var place = start
            while !met[place] {
                met[place] = true
                path.append(place)
                place = waits[place].first { waiting[$0] > 0 } ?? place
            }
            guard let first = path.firstIndex(of: place) else { continue }
            let ring = Array(path[first...])
            let least = ring.indices.min { ring[$0] < ring[$1] } ?? 0
            result.append(Array(ring[least...] + ring[..<least]))
        }
        return result
    }

    /// Commitments that wait for what no package has together with them.
    private func alternativeFindings(_ placed: [PlacedCommitment]) -> [Finding] {
        let known = Dictionary(placed.map { ($0.commitment.id, $0) }) { first, _ in first }
        return placed.flatMap { item in
            item.commitment.after.compactMap { group -> Finding? in
                let others = group.map { $0.of.commitment.flatMap { known[$0] } }
                guard let first = others.first??.commitment.id,
                    others.allSatisfy({ $0.map(item.excludes) ?? false })
                else { return nil }
                return Finding(.waitsForAnotherAnswer(item.commitment.id, first), at: item.place["after"])
            }
        }
    }

    /// What a sheet says of breaking a commitment that its party gives in no reading.
    private func breakingFindings() -> [Finding] {
        guard sheets.contains(where: { !$0.commitments.isEmpty }) else { return [] }
        var givers: [CommitmentID: Set<PartyID>] = [:]
        for commitment in commitments + timetable.readings.flatMap(\.commitments) {
            givers[commitment.id, default: []].formUnion(commitment.who)
        }
        return sheets.compactMap { sheet in
            let others = sheet.commitments.filter { id, stake in
                stake.breaking != nil && givers[id]?.contains(sheet.party) == false
            }.keys.sorted()
            guard let first = others.first else { return nil }
            return Finding(
                .breakingUnbound(sheet.id, others),
                at: ItemPath(["sheets"])[sheet.id]["commitments"][first]["breaking"])
        }
    }

    // MARK: What is left open in the times

    private func timeFindings(_ placed: [PlacedCommitment]) -> [Finding] {
        let dated = Set(timetable.events.filter { $0.on != nil }.map(\.id))
        let origin = timetable.origin.id
        var result: [Finding] = []
        func add(_ items: [PlacedCommitment]) {
            func list(
                _ key: String, _ isMeant: (Commitment) -> Bool, _ reason: ([CommitmentID]) -> Finding.Reason
            ) {
                let meant = items.filter { isMeant($0.commitment) }
                guard let first = meant.first else { return }
                result.append(Finding(reason(meant.map(\.commitment.id)), at: first.place[key]))
            }
            list("verification", { !$0.verifiedBy.isEmpty && $0.verification == nil }) {
                .verificationUntimed($0)
            }
            list("verification", { $0.verifiedBy.isEmpty && $0.verification != nil }) { .verifierUnknown($0) }
            list("if-not", { $0.ifNot.contains { !$0.isBranch } }) { .responseInWords($0) }
            list("id", { $0.countsMonths(dated: dated, origin: origin) }) { .monthsUndated($0, events: []) }
        }
        // One question for each issue, package and reading, however many commitments it is about.
        let groups = Dictionary(grouping: placed) {
            $0.option?.issue.rawValue ?? $0.package?.id.rawValue ?? ""
        }
        for issue in issues { add((groups[issue.id.rawValue] ?? []).filter { $0.option != nil }) }
        for package in packages { add((groups[package.id.rawValue] ?? []).filter { $0.package != nil }) }
        for reading in timetable.readings {
            let list = ItemPath(["timetable", "readings"])[reading.id]["commitments"]
            add(
                reading.commitments.map {
                    PlacedCommitment(commitment: $0, place: list[$0.id], option: nil, package: nil)
                })
        }
        let events = timetable.events.filter { event in
            event.after.map { Self.countsMonths($0, dated: dated) } ?? false
        }
        if let first = events.first {
            result.append(
                Finding(
                    .monthsUndated([], events: events.map(\.id)),
                    at: ItemPath(["timetable", "events"])[first.id]["after"]))
        }
        return result
    }

    fileprivate static func countsMonths(_ prerequisite: Prerequisite, dated: Set<EventID>) -> Bool {
        guard prerequisite.least.isOfCalendar || prerequisite.greatest?.isOfCalendar == true else {
            return false
        }
        return prerequisite.of.event.map { !dated.contains($0) } ?? true
    }
}

extension Commitment {
    /// Whether something in it is for the timetable, and not for people alone.
    fileprivate var isTimed: Bool {
        deadline != nil || takes != nil || verification != nil || tranches != nil || lasts != nil
            || ifNot.contains { $0.isBranch }
            || after.joined().contains { $0 != Prerequisite(.commitment($0.of.commitment ?? id, .done)) }
    }

    /// Whether a month in it is counted from something without a fixed date.
    fileprivate func countsMonths(dated: Set<EventID>, origin: EventID) -> Bool {
        if case .within(let span, let milestone) = deadline, span.isOfCalendar {
            guard let event = (milestone ?? .event(origin)).event, dated.contains(event) else { return true }
        }
        let spans: [TimeSpan?] =
            [takes?.least, takes?.greatest, verification?.least, verification?.greatest, lasts]
            + [tranches?.least, tranches?.greatest] + ifNot.map(\.within)
        return spans.contains { $0?.isOfCalendar == true }
            || after.joined().contains { Dossier.countsMonths($0, dated: dated) }
    }
}
