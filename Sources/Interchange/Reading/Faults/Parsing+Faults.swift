import Negotiation

extension Parsing {
    /// Reports what the dossier says of things that are not there, or that cannot be.
    ///
    /// Where some names could not be read, nothing is said about references to their kind, and nothing twice
    /// about a place where something was already reported.
    mutating func check(_ dossier: Dossier, _ places: SourceMap) { check(dossier.faults(), places) }

    /// Reports what is wrong with what was read whole.
    mutating func check(_ faults: [Fault], _ places: SourceMap) {
        let reported = Set(diagnostics.map(\.place))
        var duplicates: [ItemPath: Int] = [:]
        for fault in faults where isCertain(fault.reason, allRead: reported.isEmpty) {
            guard diagnostics.count < limits.diagnostics else {
                unlisted += 1
                continue
            }
            let place: SourcePlace?
            switch fault.reason {
            case .unknown(_, let name, _): place = places.place(of: name, within: fault.place)
            case .minimumConditioned(let minimum):
                place = places.place(of: minimum.rawValue, within: fault.place)
            case .repeated(_, let name), .listedTwice(_, let name), .wrongLetters(let name, _):
                place = places.place(of: name, within: fault.place)
            case .moveToItself(let id), .comparedWithItself(let id):
                place = places.place(of: id.rawValue, within: fault.place)
            case .tiedToItself(let id, _), .stepsDiffer(_, let id), .noSuchTranche(_, let id, _):
                place = places.place(of: id.rawValue, within: fault.place)
            case .duplicate:
                duplicates[fault.place, default: 0] += 1
                place = places.place(ofDuplicate: duplicates[fault.place] ?? 1, of: fault.place)
            default: place = places.place(of: fault.place)
            }
            guard let place, !reported.contains(place) else { continue }
            let sentence = FaultSentence(fault.reason)
            diagnostics.append(
                Diagnostic(
                    at: place, sentence.problem, expected: sentence.expected, nearest: sentence.nearest))
        }
    }

    private func isCertain(_ reason: Fault.Reason, allRead: Bool) -> Bool {
        switch reason {
        // A name without more may also be that of an event.
        case .unknown(.commitment, let name, _):
            !name.isEmpty && doubtful.isDisjoint(with: [.commitment, .event])
        case .unknown(let subject, let name, _): !name.isEmpty && !doubtful.contains(subject)
        case .duplicate(_, let name), .repeated(_, let name), .listedTwice(_, let name): !name.isEmpty
        case .moveToItself(let id), .comparedWithItself(let id): !id.rawValue.isEmpty
        case .wrongLetters(let name, _): !name.isEmpty && !doubtful.contains(.modelOption)
        case .noConflictModel: !doubtful.contains(.conflictModel)
        // Letters that could not be read have been met where they stand.
        case .stateOpen: allRead
        case .malformedName(let name): !name.isEmpty
        case .tiedToItself(let id, _): !id.rawValue.isEmpty
        case .sharedName(let id): !id.rawValue.isEmpty
        // Something else may stand there that could not be read.
        case .minimumWaits, .noSuchTranche, .stepsDiffer, .eventTime, .openEnded, .emptyResponse,
            .seenWithoutItsCause:
            allRead
        // An empty list, or a list that could not be read, has already been met where it stands.
        case .nothing: allRead
        // Numbers and levels have been met at their own place, which is nearer than their key's.
        case .negative, .notPositive, .notAWeight, .notAShare: false
        default: true
        }
    }
}
