/// A run of bytes and what shall stand in its place.
struct Splice {
    /// The run; empty where something is put in.
    var range: Range<Int>
    /// What shall stand there.
    var text: String

    /// The bytes with every splice made; nil where two splices touch the same bytes.
    static func apply(_ splices: [Splice], to bytes: [UInt8]) -> [UInt8]? {
        var result: [UInt8] = []
        var done = 0
        // Of several insertions at one place the first that was asked for comes first.
        let sorted = splices.enumerated().sorted {
            ($0.element.range.lowerBound, $0.offset) < ($1.element.range.lowerBound, $1.offset)
        }
        for (_, splice) in sorted {
            guard splice.range.lowerBound >= done, splice.range.upperBound <= bytes.count else { return nil }
            result += bytes[done..<splice.range.lowerBound]
            result += Array(splice.text.utf8)
            done = splice.range.upperBound
        }
        return result + bytes[done...]
    }
}
