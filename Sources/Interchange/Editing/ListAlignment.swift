/// How one list becomes another: which items stay, perhaps changed, which go, which come.
enum ListAlignment {
    /// What happens to one item.
    enum Step {
        /// The item at the first place of the old list becomes that at the second of the new.
        case keep(Int, Int)
        /// The item at this place of the old list goes.
        case remove(Int)
        /// The item at this place of the new list comes, after what stands before it.
        case insert(Int)

        /// Whether the item stays.
        var keeps: Bool {
            if case .keep = self { true } else { false }
        }
    }

    /// Steps in the order of the new list. Items with a name are the same if their names are; those without
    /// are if they are equal, and where as many went as came between two that stay, each becomes the other.
    ///
    /// Complexity: that of Myers' difference (Algorithmica 1, 1986), linear in what has not changed.
    static func steps(from old: [Form], to new: [Form]) -> [Step] {
        let before = old.map(\.identity)
        let after = new.map(\.identity)
        var removed: Set<Int> = []
        var inserted: Set<Int> = []
        for change in after.difference(from: before) {
            switch change {
            case .remove(let place, _, _): removed.insert(place)
            case .insert(let place, _, _): inserted.insert(place)
            }
        }
        var steps: [Step] = []
        var place = 0
        var target = 0
        while place < old.count || target < new.count {
            if removed.contains(place), inserted.contains(target) {
                steps.append(.keep(place, target))
                place += 1
                target += 1
            } else if removed.contains(place) {
                steps.append(.remove(place))
                place += 1
            } else if inserted.contains(target) {
                steps.append(.insert(target))
                target += 1
            } else {
                steps.append(.keep(place, target))
                place += 1
                target += 1
            }
        }
        return steps
    }
}

extension Form {
    /// What makes an item of a list the same item after a change: its name, else all of it.
    fileprivate var identity: String {
        switch self {
        case .mapping(let entries, _):
            if let id = entries.first(where: { $0.key == "id" })?.value {
                return "id " + YAMLWriting.inFlow(id)
            }
        case .text(let text): return "id " + YAMLScalar.line(text, inFlow: true)
        default: break
        }
        return YAMLWriting.inFlow(self)
    }
}

extension Form: Equatable {
    static func == (left: Form, right: Form) -> Bool {
        switch (left, right) {
        case (.text(let left), .text(let right)), (.word(let left), .word(let right)): left == right
        case (.number(let left), .number(let right)): left == right
        case (.list(let left, _), .list(let right, _)): left == right
        case (.mapping(let left, _), .mapping(let right, _)):
            left.count == right.count
                && zip(left, right).allSatisfy { $0.key == $1.key && $0.value == $1.value }
        default: false
        }
    }
}
