import Assessment
import Negotiation
import Sequencing

/// How a roadmap's parts are named in results: by the dossier's identifiers.
struct RoadmapNames {
    let roadmap: Roadmap
    /// The commitments of the roadmap, and of readings of it, by name; the first of a name counts.
    private let commitments: [CommitmentID: Commitment]
    private let gates: [Int]

    init(_ report: RoadmapReport) {
        roadmap = report.roadmap
        gates = roadmap.gates
        let read = report.readings.compactMap(\.reading).flatMap(\.commitments)
        commitments = Dictionary(
            (roadmap.commitments + read).map { ($0.id, $0) }, uniquingKeysWith: { first, _ in first })
    }

    func commitment(_ id: CommitmentID) -> Commitment? { commitments[id] }

    /// `commitment`, or `commitment/2` for its second tranche.
    func name(_ step: Roadmap.Step) -> String {
        step.commitment.id.rawValue + (step.tranche.map { "/\($0)" } ?? "")
    }

    /// The outcomes of a label: `commitment` where it was kept, `!commitment` where it was not.
    func outcomes(_ label: Label) -> [String] {
        label.literals.map { proposition, holds in
            let step = gates.indices.contains(proposition) ? gates[proposition] : -1
            let name = roadmap.steps.indices.contains(step) ? name(roadmap.steps[step]) : "\(proposition)"
            return (holds ? "" : "!") + name
        }
    }

    /// The date and time of so many minutes after the start; nil without a dated start, and beyond the calendar.
    func moment(_ minutes: Int) -> Moment? {
        guard let start = roadmap.start, (0...Self.lastMinute).contains(start.minutes + minutes) else {
            return nil
        }
        return roadmap.moment(minutes)
    }

    /// A time as a date, with the hour where it is not the moment at which that day begins; nothing beyond the calendar.
    func time(_ minutes: Int) -> String { moment(minutes).map(time) ?? "" }

    /// The same of a moment, which may be a day as a whole.
    func time(_ moment: Moment) -> String {
        moment.minute == nil || moment.minute == 0 ? moment.date.description : moment.description
    }

    private static let lastMinute = Moment("9999-12-31T23:59")?.minutes ?? 0
}
