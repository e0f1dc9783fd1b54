/// A way in which a state can be stable for a decision maker: what it asks before it leaves.
///
/// - **Nash** (Nash 1951): it has nothing better to go to.
/// - **GMR**, general metarationality (Howard 1971): after each improvement the others can put it into a state that is no better.
/// - **SMR**, symmetric metarationality (Howard 1971): and it cannot escape from there to something better.
/// - **SEQ**, sequential stability (Fraser and Hipel 1979, 1984): as GMR, but the others act only by improvements of their own.
/// - **SSEQ**, symmetric sequential stability (Rêgo and Vieira 2017): as SMR, but the others act only by improvements of their own.
///
/// Definitions for any number of decision makers as in Fang, Hipel and Kilgour 1993, *Interactive Decision Making*, ch. 3, with
/// sequences of the others' moves of any length in which nobody moves twice in a row. A state that is no better counts as a
/// sanction, and may be the first state itself.
public enum Concept: String, Hashable, Sendable, CaseIterable {
    /// Nothing better to go to.
    case nash = "Nash"
    /// The others can answer every improvement.
    case gmr = "GMR"
    /// The others can answer every improvement, and the answer stands.
    case smr = "SMR"
    /// The others can answer every improvement by improving themselves.
    case seq = "SEQ"
    /// The others can answer every improvement by improving themselves, and the answer stands.
    case sseq = "SSEQ"

    /// Whether the others act only by improvements of their own.
    public var isCredible: Bool { self == .seq || self == .sseq }
    /// Whether the decision maker may move once more after the others.
    public var isSymmetric: Bool { self == .smr || self == .sseq }
}

/// How what is not known of preferences is taken.
///
/// Li, Hipel, Kilgour and Fang 2004, *Preference uncertainty in the graph model for conflict resolution*, IEEE Trans. SMC-A 34(4),
/// name four ways; these are the two ends. Neither is a statement about every way of filling in what is unknown: with both, a
/// sanction of SEQ or SSEQ may go by moves that are only possibly improvements.
public enum Certainty: String, Hashable, Sendable, CaseIterable {
    /// Extension a: a decision maker may leave for a state that is not surely no better, and is deterred only by one that surely is not.
    case surely
    /// Extension d: a decision maker leaves only for a state that is surely better, and is deterred by any that is not.
    case possibly
}
