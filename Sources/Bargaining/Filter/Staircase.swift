extension Undominated {
    /// Three dimensions: sweeps rows in descending order of the first coordinate over the undominated
    /// staircase of the other two (Kung, Luccio and Preparata, J. ACM 22, 1975).
    ///
    /// - Parameter tails: second and third coordinates of different rows in descending lexicographic order.
    static func markStaircase(_ tails: [Int64], _ dominated: inout [Bool]) {
        // Steps in strictly descending order of y, therefore strictly ascending order of z.
        var ys: [Int64] = []
        var zs: [Int64] = []
        for index in dominated.indices {
            let y = tails[2 * index]
            let z = tails[2 * index + 1]
            // The first step whose y is less than this one's.
            var low = 0
            var high = ys.count
            while low < high {
                let middle = (low + high) / 2
                if ys[middle] >= y { low = middle + 1 } else { high = middle }
            }
            if low > 0 && zs[low - 1] >= z {
                dominated[index] = true
                continue
            }
            // The new step covers those with y and z no greater: an equal y before, and lower ones after.
            let from = low > 0 && ys[low - 1] == y ? low - 1 : low
            var to = low
            while to < zs.count && zs[to] <= z { to += 1 }
            if from < to {
                ys[from] = y
                zs[from] = z
                ys.removeSubrange(from + 1..<to)
                zs.removeSubrange(from + 1..<to)
            } else {
                ys.insert(y, at: from)
                zs.insert(z, at: from)
            }
        }
    }
}
