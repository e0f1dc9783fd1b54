import Dispatch

/// What knowing one unknown entry would be worth.
public struct InformationValue: Hashable, Sendable {
    /// The entry.
    public let unknown: Unknown
    /// The expected value of partial perfect information: by how much, on average, the share of completions in which nobody
    /// is worse off would rise if the entry were known before one of the packages is chosen; 0 to 1, never below 0.
    public let value: Double
    /// Its 95 % interval.
    public let interval: ClosedRange<Double>
}

extension SheetCompletions {
    /// What knowing each unknown entry would be worth, greatest first:
    /// EVPPI(x) = E_x[max_p P(nobody worse off with p | x)] − max_p P(nobody worse off with p).
    ///
    /// The conditional shares come from the same completions, by equal parts of the entry's range (Strong, Oakley and
    /// Brennan, Medical Decision Making 34, 2014, on estimates from one sample). The package that would be chosen in each part is found on
    /// one half of the completions and judged on the other, and the other way round, so that chance differences between
    /// packages do not pass for information. The interval is that of the mean of independent differences.
    ///
    /// - Parameter packages: the packages among which one would choose.
    /// - Complexity: O(unknowns · draws · packages / 64) beyond the drawing.
    public func informationValues(among packages: [[Int]]) -> [InformationValue] {
        let study = CompletionStudy(self, packages, keepsParts: true)
        let unknowns = self.unknowns
        let open = packages.indices.filter { study.acceptances[$0] != .never }
        guard !unknowns.isEmpty, !open.isEmpty,
            !open.contains(where: { study.acceptances[$0] == .surely })
        else {
            // Where a package is surely acceptable, or none can be, nothing that is learnt changes the choice for better.
            return unknowns.map { InformationValue(unknown: $0, value: 0, interval: 0...0) }
        }
        var estimates = [Estimate](repeating: Estimate(), count: unknowns.count)
        let best = [0, 1].map { half in
            open.max { (study.count(of: $0, half: half), $1) < (study.count(of: $1, half: half), $0) }!
        }
        estimates.withUnsafeMutableBufferPointer { estimates in
            nonisolated(unsafe) let estimates = estimates
            DispatchQueue.concurrentPerform(iterations: unknowns.count) { place in
                estimates[place] = study.estimate(of: place, among: open, best: best)
            }
        }
        return unknowns.indices.map { estimates[$0].value(of: unknowns[$0]) }.enumerated().sorted {
            ($1.element.value, $0.offset) < ($0.element.value, $1.offset)
        }.map(\.element)
    }
}

/// Sums from which the mean of differences and its interval come.
private struct Estimate {
    var draws = 0
    var gained = 0
    var lost = 0

    func value(of unknown: Unknown) -> InformationValue {
        let n = Double(max(draws, 1))
        let mean = Double(gained - lost) / n
        let variance = max(0, Double(gained + lost) / n - mean * mean)
        let half = 1.959963984540054 * (variance / n).squareRoot()
        return InformationValue(
            unknown: unknown, value: max(0, mean),
            interval: max(0, mean - half)...max(0, mean + half))
    }
}

extension CompletionStudy {
    /// The words of a half: even blocks are one half, odd ones the other.
    private func words(of half: Int) -> StrideTo<Int> {
        stride(from: half * Verdicts.words, to: words, by: 2 * Verdicts.words)
    }

    /// In how many completions of a half nobody is worse off with a package.
    fileprivate func count(of package: Int, half: Int) -> Int {
        var count = 0
        for start in words(of: half) {
            for word in start..<min(start + Verdicts.words, words) {
                count += masks[package * words + word].nonzeroBitCount
            }
        }
        return count
    }

    /// The completions in which an unknown lies in each part of its range: part × word, a bit each.
    private func partMasks(of unknown: Int) -> [UInt64] {
        var result = [UInt64](repeating: 0, count: Self.partCount * words)
        let start = unknown * words * 64
        for word in 0..<words {
            for lane in 0..<64 where word * 64 + lane < completions.draws {
                let part = Int(parts[start + word * 64 + lane])
                result[part * words + word] |= 1 << UInt64(lane)
            }
        }
        return result
    }

    fileprivate func estimate(of unknown: Int, among open: [Int], best: [Int]) -> Estimate {
        var result = Estimate()
        let partMasks = partMasks(of: unknown)
        masks.withUnsafeBufferPointer { masks in
            partMasks.withUnsafeBufferPointer { partMasks in
                for part in 0..<Self.partCount {
                    let partMask = partMasks.baseAddress! + part * words
                    // The package that is chosen in this part, by each half.
                    var most = [-1, -1]
                    var chosen = [0, 0]
                    for package in open {
                        let mask = masks.baseAddress! + package * words
                        for half in 0...1 {
                            var count = 0
                            for start in words(of: half) {
                                for word in start..<min(start + Verdicts.words, words) {
                                    count += (mask[word] & partMask[word]).nonzeroBitCount
                                }
                            }
                            // Level packages leave the choice where it was.
                            if count > most[half] || count == most[half] && package == best[half] {
                                most[half] = count
                                chosen[half] = package
                            }
                        }
                    }
                    for half in 0...1 {
                        let mine = masks.baseAddress! + chosen[1 - half] * words
                        let plain = masks.baseAddress! + best[1 - half] * words
                        for start in words(of: half) {
                            for word in start..<min(start + Verdicts.words, words) {
                                result.draws += partMask[word].nonzeroBitCount
                                result.gained += (partMask[word] & mine[word] & ~plain[word]).nonzeroBitCount
                                result.lost += (partMask[word] & ~mine[word] & plain[word]).nonzeroBitCount
                            }
                        }
                    }
                }
            }
        }
        return result
    }
}
