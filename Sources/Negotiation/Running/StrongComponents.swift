/// The strongly connected components of a graph: nodes that lead to each other.
///
/// Tarjan, *Depth-first search and linear graph algorithms*, SIAM Journal on Computing 1 (1972), without recursion, since paths
/// may be long.
package struct StrongComponents {
    /// By node: the number of its component.
    package let component: [Int]
    /// Components that no edge leaves.
    package let closed: [[Int]]

    /// The components of a graph that is given by the nodes to which each node leads.
    ///
    /// Complexity: linear in nodes and edges.
    package init(_ edges: [[Int]]) {
        let count = edges.count
        var index = [Int](repeating: -1, count: count)
        var low = [Int](repeating: 0, count: count)
        var component = [Int](repeating: -1, count: count)
        var stack: [Int] = []
        var counter = 0
        var members: [[Int]] = []
        for root in 0..<count where index[root] < 0 {
            var calls: [(node: Int, edge: Int)] = [(root, 0)]
            while let (node, edge) = calls.last {
                if edge == 0 {
                    index[node] = counter
                    low[node] = counter
                    counter += 1
                    stack.append(node)
                }
                if edge < edges[node].count {
                    calls[calls.count - 1].edge += 1
                    let next = edges[node][edge]
                    if index[next] < 0 {
                        calls.append((next, 0))
                    } else if component[next] < 0 {
                        low[node] = min(low[node], index[next])
                    }
                    continue
                }
                calls.removeLast()
                if let (parent, _) = calls.last { low[parent] = min(low[parent], low[node]) }
                guard low[node] == index[node] else { continue }
                var group: [Int] = []
                while let member = stack.popLast() {
                    component[member] = members.count
                    group.append(member)
                    if member == node { break }
                }
                members.append(group)
            }
        }
        self.component = component
        closed = members.enumerated().filter { number, group in
            group.allSatisfy { edges[$0].allSatisfy { component[$0] == number } }
        }.map(\.element)
    }
}
