/// One difference between two copies of a dossier.
public struct Change: Hashable, Sendable {
    /// What kind of knowledge changed: the cause that a reader looks for.
    public enum Cause: String, Hashable, Sendable, CaseIterable {
        /// The process as a whole: its name, what is told of it, up to which day.
        case process
        /// Who takes part, and at which table.
        case participation
        /// What is on the agenda, and which answers are on offer.
        case agenda
        /// What somebody said it wants.
        case positions
        /// Why somebody wants something.
        case interests
        /// What holds in every package and what cannot go together.
        case rules
        /// The stages of the process.
        case stages
        /// What somebody drafted.
        case packages
        /// The events that commitments are counted from, and how clauses are read.
        case timetable
        /// What the sheets say.
        case sheets
        /// Who could do what.
        case stability
        /// Where statements come from.
        case sources
    }

    /// What happened to the item.
    public enum Kind: Hashable, Sendable {
        /// It is new.
        case added
        /// It is gone.
        case removed
        /// These keys of it say something else; an item without keys has none.
        case changed(keys: [String])
    }

    /// What kind of knowledge changed.
    public var cause: Cause
    /// What the item is; nil for the dossier itself, for its timetable as a whole, and for a position.
    public var subject: Fault.Subject?
    /// What happened to it.
    public var kind: Kind
    /// Where it stands, in the newer copy unless it was removed.
    public var place: ItemPath

    /// A difference.
    public init(cause: Cause, subject: Fault.Subject?, kind: Kind, place: ItemPath) {
        self.cause = cause
        self.subject = subject
        self.kind = kind
        self.place = place
    }
}
