/// The events that are counted from, and how clauses are read.
extension FaultSearch {
    mutating func timetable() {
        let place = ItemPath(["timetable"])
        for (position, event) in dossier.timetable.events.enumerated() {
            check(event, isFirst: position == 0, at: place["events"][event.id])
        }
        eventRing()
        let own = known
        for reading in dossier.timetable.readings {
            let place = place["readings"][reading.id]
            for id in reading.heldBy { party(id, at: place["held-by"]) }
            if reading.commitments.isEmpty { report(.nothing(.commitment), at: place["commitments"]) }
            known = own.reading(reading.commitments)
            for commitment in reading.commitments {
                check(commitment, at: place["commitments"][commitment.id])
            }
            cited(reading.sources, at: place)
            seen(by: reading.seenBy, at: place)
        }
        known = own
    }

    private mutating func check(_ event: Event, isFirst: Bool, at place: ItemPath) {
        switch (event.on, event.after) {
        case (_?, _?): report(.eventTime(event.id, .twice), at: place)
        case (nil, _?) where isFirst: report(.eventTime(event.id, .firstFollows), at: place["after"])
        case (nil, nil) where !isFirst: report(.eventTime(event.id, .untold), at: place)
        default: break
        }
        if let after = event.after {
            check(after, at: place["after"])
            if after.greatest == nil { report(.eventTime(event.id, .openEnded), at: place["after"]) }
        }
        cited(event.sources, at: place)
        seen(by: event.seenBy, at: place)
    }

    /// Events that follow each other in a ring have no time at all.
    private mutating func eventRing() {
        let follows = Dictionary(
            dossier.timetable.events.map { ($0.id, $0.after?.of.event) },
            uniquingKeysWith: { first, _ in first })
        var done: Set<EventID> = []
        for start in dossier.timetable.events.map(\.id) where !done.contains(start) {
            var path: [EventID] = []
            var onPath: Set<EventID> = []
            var next: EventID? = start
            while let id = next, !done.contains(id), onPath.insert(id).inserted {
                path.append(id)
                next = follows[id] ?? nil
            }
            if let id = next, onPath.contains(id), let first = path.firstIndex(of: id) {
                report(
                    .eventsFollow(Array(path[first...])), at: ItemPath(["timetable", "events"])[id]["after"])
            }
            done.formUnion(path)
        }
    }
}
