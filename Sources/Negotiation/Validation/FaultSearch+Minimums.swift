/// No minimum may come after another party's performance or verification, be a response, or be suspended by one:
/// an obligation that waits for somebody else is no minimum.
extension FaultSearch {
    /// Looks at every commitment that carries out a minimum, in the dossier and then in each reading of clauses.
    ///
    /// Complexity: linear in the commitments and the ties between them, for each reading.
    mutating func carriedOut() {
        let placed = dossier.placedCommitments
        let read = dossier.timetable.readings.flatMap(\.commitments)
        guard (placed.map(\.commitment) + read).contains(where: { !$0.fulfils.isEmpty }) else { return }
        let roots = EventRoots(dossier.timetable.events)
        let own = MinimumTies(placed.map(\.commitment), in: known, roots)
        var told: Set<Fault.Reason> = []
        for item in placed {
            for reason in own.faults(of: item.commitment) {
                told.insert(reason)
                report(reason, at: item.place)
            }
        }
        let carrying = placed.map(\.commitment).filter { !$0.fulfils.isEmpty }
        for reading in dossier.timetable.readings
        where !carrying.isEmpty || reading.commitments.contains(where: { !$0.fulfils.isEmpty }) {
            let place = ItemPath(["timetable", "readings"])[reading.id]
            let world = known.reading(reading.commitments)
            let kept = placed.map(\.commitment).filter { world.read[$0.id] == nil }
            let ties = MinimumTies(kept + reading.commitments, in: world, roots)
            for commitment in reading.commitments {
                for reason in ties.faults(of: commitment) {
                    report(reason, at: place["commitments"][commitment.id])
                }
            }
            for commitment in carrying where world.read[commitment.id] == nil {
                for reason in ties.faults(of: commitment) where told.insert(reason).inserted {
                    report(reason, at: place)
                }
            }
        }
    }
}
