/// The commitments that may be named at one place of a dossier: its own, and in a reading of clauses those of the
/// reading before them.
struct KnownCommitments {
    /// Those of the dossier.
    let own: [CommitmentID: Commitment]
    /// Those of the reading.
    private(set) var read: [CommitmentID: Commitment] = [:]

    /// The commitments of the dossier; of several with one name the first.
    init(of dossier: Dossier) {
        own = Dictionary(dossier.commitments.map { ($0.id, $0) }) { first, _ in first }
    }

    /// The same with a reading's commitments in their place.
    func reading(_ commitments: [Commitment]) -> KnownCommitments {
        var result = self
        result.read = Dictionary(commitments.map { ($0.id, $0) }) { first, _ in first }
        return result
    }

    /// The commitment of that name.
    subscript(_ id: CommitmentID) -> Commitment? { read[id] ?? own[id] }

    /// How many there are, those that are replaced counted twice.
    var count: Int { own.count + read.count }

    /// Their names, in no order.
    var names: [String] { own.keys.map(\.rawValue) + read.keys.map(\.rawValue) }
}

/// A commitment with its place in a dossier, and what it belongs to: an option, or a package as a whole.
struct PlacedCommitment {
    let commitment: Commitment
    let place: ItemPath
    let option: (issue: IssueID, id: OptionID)?
    let package: Package?

    /// Whether no package holds both: they belong to two answers to one question, or to two packages.
    func excludes(_ other: PlacedCommitment) -> Bool {
        switch (option, package, other.option, other.package) {
        case (let one?, _, let two?, _): one.issue == two.issue && one.id != two.id
        case (_, let one?, _, let two?): one.id != two.id
        case (let option?, _, _, let package?), (_, let package?, let option?, _):
            package.choose[option.issue].map { $0 != option.id } ?? false
        default: false
        }
    }
}

extension Dossier {
    /// The commitments of all options and packages with their places, in the order of the file.
    var placedCommitments: [PlacedCommitment] {
        var result: [PlacedCommitment] = []
        for issue in issues {
            for option in issue.options {
                let list = ItemPath(["issues"])[issue.id]["options"][option.id]["commitments"]
                result += option.commitments.map {
                    PlacedCommitment(
                        commitment: $0, place: list[$0.id], option: (issue.id, option.id), package: nil)
                }
            }
        }
        for package in packages {
            let list = ItemPath(["packages"])[package.id]["commitments"]
            result += package.commitments.map {
                PlacedCommitment(commitment: $0, place: list[$0.id], option: nil, package: package)
            }
        }
        return result
    }
}
