public import Negotiation

extension StatePreference {
    /// Option prioritising: of two states the better is the one that makes the first statement true on which they differ.
    ///
    /// - Parameters:
    ///   - statements: most important first.
    ///   - patterns: the options taken in each state.
    ///   - options: the bit of each option.
    ///
    /// A state scores the sum of 2 to the k - j over its true statements j of k (Peng, Hipel, Kilgour and Fang 1997; Fang et al. 2003, *A
    /// decision support system for interactive decision making*, part I). Beyond 62 statements the scores are compared part by part,
    /// which is the same order. Complexity: the statements times the states, 64 states at a step where there are many.
    public static func statements(
        _ statements: [StateStatement], patterns: [UInt64], options: [ModelOptionID: Int]
    ) -> StatePreference {
        var levels = [Int32](repeating: 0, count: patterns.count)
        var start = 0
        while start < statements.count {
            let part = Array(statements[start..<min(start + 62, statements.count)])
            let scores = Self.partScores(part, patterns, options)
            levels =
                start == 0
                ? dense(scores) : dense(zip(levels, dense(scores)).map { UInt64($0) << 32 | UInt64($1) })
            start += 62
        }
        return .levels(levels)
    }

    private static func partScores(
        _ statements: [StateStatement], _ patterns: [UInt64], _ options: [ModelOptionID: Int]
    ) -> [UInt64] {
        let bits = (options.values.max() ?? -1) + 1
        let isDirect = bits > 24 || patterns.count < 1 << 12
        let truths = isDirect ? [] : statements.map { StatementBits(bits: bits, options: options).words($0) }
        return patterns.map { pattern in
            var score: UInt64 = 0
            for place in statements.indices {
                let isTrue =
                    isDirect
                    ? statements[place].holds(in: pattern, places: options)
                    : truths[place][Int(pattern >> 6)] >> (pattern & 63) & 1 == 1
                score = score << 1 | (isTrue ? 1 : 0)
            }
            return score
        }
    }

    /// Numbers by their places among the distinct ones, from 0.
    private static func dense(_ scores: [UInt64]) -> [Int32] {
        let most = scores.max() ?? 0
        if most < UInt64(4 * scores.count + 1024) {
            var rank = [Int32](repeating: 0, count: Int(most) + 1)
            for score in scores { rank[Int(score)] = 1 }
            var next: Int32 = 0
            for score in rank.indices where rank[score] == 1 {
                rank[score] = next
                next += 1
            }
            return scores.map { rank[Int($0)] }
        }
        var distinct: [UInt64] = []
        for score in scores.sorted() where distinct.last != score { distinct.append(score) }
        return scores.map { score in
            var (low, high) = (0, distinct.count)
            while low < high {
                let middle = (low + high) / 2
                if distinct[middle] < score { low = middle + 1 } else { high = middle }
            }
            return Int32(low)
        }
    }
}

/// The truth of statements for all patterns of some options, 64 patterns a word.
private struct StatementBits {
    let bits: Int
    let options: [ModelOptionID: Int]

    /// Bit k of word w is the truth for the pattern 64 w + k.
    func words(_ statement: StateStatement) -> [UInt64] {
        switch statement {
        case .option(let id): options[id].map(option) ?? constant(0)
        case .pattern(let pattern):
            (0..<bits).filter { pattern.stated >> UInt64($0) & 1 == 1 }.reduce(constant(.max)) {
                result, place in
                let isTaken = pattern.taken >> UInt64(place) & 1 == 1
                return merge(result, option(place)) { isTaken ? $0 & $1 : $0 & ~$1 }
            }
        case .not(let part): words(part).map { ~$0 }
        case .and(let parts): parts.reduce(constant(.max)) { merge($0, words($1), &) }
        case .or(let parts): parts.reduce(constant(0)) { merge($0, words($1), |) }
        case .if(let left, let right): merge(words(left), words(right)) { $0 | ~$1 }
        case .iff(let left, let right): merge(words(left), words(right)) { ~($0 ^ $1) }
        }
    }

    private var wordCount: Int { bits > 6 ? 1 << (bits - 6) : 1 }

    private func constant(_ word: UInt64) -> [UInt64] { [UInt64](repeating: word, count: wordCount) }

    private func merge(
        _ left: [UInt64], _ right: [UInt64], _ operation: (UInt64, UInt64) -> UInt64
    ) -> [UInt64] { zip(left, right).map(operation) }

    /// Within a word the six lowest options alternate in known rhythms; the others are the number of the word.
    private func option(_ place: Int) -> [UInt64] {
        let rhythms: [UInt64] = [
            0xAAAA_AAAA_AAAA_AAAA, 0xCCCC_CCCC_CCCC_CCCC, 0xF0F0_F0F0_F0F0_F0F0, 0xFF00_FF00_FF00_FF00,
            0xFFFF_0000_FFFF_0000, 0xFFFF_FFFF_0000_0000,
        ]
        if place < 6 { return constant(rhythms[place]) }
        return (0..<wordCount).map { $0 >> (place - 6) & 1 == 1 ? .max : 0 }
    }
}
