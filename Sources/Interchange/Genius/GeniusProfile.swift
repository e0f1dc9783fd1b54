import Negotiation

/// What one party wants, from a Genius profile.
///
/// Utility is min(1, Σ weight · evaluation / greatest evaluation of the issue); a value of a whole-number issue is
/// evaluated as slope · (value − lower bound) + offset, at least 0 and at most 1 (Genius 10.4: `EvaluatorDiscrete`,
/// `EvaluatorInteger`, `AdditiveUtilitySpace`; Lin and others, Computational Intelligence 30, 2014).
struct GeniusProfile {
    var weights: [IssueID: Amount] = [:]
    var values: [IssueID: OptionValues] = [:]
    var outOf: [IssueID: Rational] = [:]
    /// max(reservation value, the least utility): below it no agreement could fall.
    var withoutAgreement = Rational.zero

    /// Reads a profile of a domain.
    static func read(
        _ document: XMLDocument, of domain: GeniusDomain, limits: ImportLimits
    ) -> (profile: GeniusProfile, errors: [ImportError], notes: [GeniusNote]) {
        var parts = GeniusParts(document, limits: limits)
        var profile = GeniusProfile()
        profile.refuseOtherForms(&parts)
        let found = profile.match(domain, &parts)
        let weights = Weighing(document.root, &parts)
        if weights.isEmpty, parts.errors.isEmpty {
            parts.fail(
                "no issue has a weight", remedy: "name a Genius utility profile of this domain",
                at: document.root.offset)
        }
        var used: Set<String> = []
        for (entry, element) in found {
            let index = element.attribute("index")?.value.trimmingSpace ?? entry.index
            used.insert(index)
            let weight = weights.weight(index, beside: element.offset)
            if weight == nil { parts.note(.noWeight(issue: entry.name), at: element.offset) }
            profile.take(entry, from: element, weight: weight ?? 0, &parts)
        }
        for (index, offset) in weights.places where !used.contains(index) {
            parts.note(.weightOfNothing(index: index), at: offset)
        }
        profile.takeReservation(of: domain, &parts)
        profile.noteTheRest(&parts)
        return (profile, parts.errors, parts.notes)
    }

    private func refuseOtherForms(_ parts: inout GeniusParts) {
        for name in ["utility_function", "ufun", "hyperRectangle", "constraint"] {
            guard let element = parts.document.root.descendants(name).first else { continue }
            parts.fail(
                "`<\(name)>`: this profile is not a weighted sum over issues",
                remedy: "only linear additive profiles can be imported", at: element.offset)
            return
        }
    }

    /// The profile's element for each issue of the domain: by index, or by name where the index leads to an issue
    /// of another name.
    private func match(
        _ domain: GeniusDomain, _ parts: inout GeniusParts
    ) -> [(GeniusDomain.Entry, XMLElement)] {
        let elements = parts.document.root.descendants("issue")
        var byIndex: [String: XMLElement] = [:]
        var byName: [String: [XMLElement]] = [:]
        for element in elements {
            if let index = element.attribute("index")?.value.trimmingSpace { byIndex[index] = element }
            if let name = element.attribute("name")?.value.trimmingSpace {
                byName[name, default: []].append(element)
            }
        }
        var result: [(GeniusDomain.Entry, XMLElement)] = []
        for entry in domain.entries {
            let there = byIndex[entry.index]
            let name = there?.attribute("name")?.value.trimmingSpace
            if let there, name == nil || name == entry.name {
                result.append((entry, there))
            } else if let named = byName[entry.name], named.count == 1 {
                parts.note(.renumbered(issue: entry.name), at: named[0].offset)
                result.append((entry, named[0]))
            } else if let there, !domain.entries.contains(where: { $0.name == name }) {
                parts.note(.renamed(issue: entry.name, profile: name ?? ""), at: there.offset)
                result.append((entry, there))
            } else {
                parts.fail(
                    "the domain's issue `\(entry.name)` (index \(entry.index)) is missing",
                    remedy: "name a profile of this domain", at: parts.document.root.offset)
            }
        }
        return result
    }

    // MARK: One issue

    private mutating func take(
        _ entry: GeniusDomain.Entry, from element: XMLElement, weight: Rational, _ parts: inout GeniusParts
    ) {
        let evaluations =
            entry.lower == nil
            ? listed(entry, in: element, &parts) : counted(entry, in: element, &parts)
        guard let evaluations else { return }
        if weight < 0 { parts.note(.negativeWeight(issue: entry.name), at: element.offset) }
        let sign: Rational = weight < 0 ? -1 : 1
        weights[entry.issue.id] = Amount(sign * weight)
        outOf[entry.issue.id] = evaluations.outOf
        values[entry.issue.id] = .numbers(
            Dictionary(
                zip(entry.issue.options.map(\.id), evaluations.values.map { Amount(sign * $0) }),
                uniquingKeysWith: { first, _ in first }))
    }

    private typealias Evaluations = (values: [Rational], outOf: Rational)

    private func listed(
        _ entry: GeniusDomain.Entry, in element: XMLElement, _ parts: inout GeniusParts
    ) -> Evaluations? {
        var byValue: [String: Rational] = [:]
        var isWhole = true
        let known = Set(entry.values)
        for item in element.children("item") {
            // Genius writes `null` where nobody has evaluated an option.
            guard let value = item.attribute("value")?.value, let given = item.attribute("evaluation"),
                given.value != "null"
            else { continue }
            guard let number = parts.number(given) else {
                isWhole = false
                continue
            }
            if !known.contains(value) {
                parts.note(.unknownOption(issue: entry.name, option: value), at: item.offset)
            }
            if byValue.updateValue(number, forKey: value) != nil {
                parts.note(.evaluatedTwice(issue: entry.name, option: value), at: item.offset)
            }
        }
        for value in entry.values where byValue[value] == nil && isWhole {
            parts.fail(
                "option `\(value)` of `\(entry.name)` has no evaluation", remedy: "give its `<item>` one",
                at: element.offset)
        }
        let evaluations = entry.values.compactMap { byValue[$0] }
        guard evaluations.count == entry.values.count, let greatest = byValue.values.max() else { return nil }
        guard greatest > 0 else {
            parts.note(.worthNothing(issue: entry.name), at: element.offset)
            return (evaluations.map { _ in 0 }, 1)
        }
        return (evaluations, greatest)
    }

    private func counted(
        _ entry: GeniusDomain.Entry, in element: XMLElement, _ parts: inout GeniusParts
    ) -> Evaluations? {
        let nothing: Evaluations = (entry.values.map { _ in 0 }, 1)
        guard let evaluator = element.children("evaluator").first else {
            parts.note(.noEvaluator(issue: entry.name), at: element.offset)
            return nothing
        }
        let form = evaluator.attribute("ftype")?.value.lowercased() ?? "linear"
        guard form == "linear", evaluator.attribute("slope") != nil, evaluator.attribute("offset") != nil
        else {
            parts.fail(
                "the evaluator of `\(entry.name)` has no `slope` and `offset`",
                remedy: "write it as linear, with both", at: evaluator.offset)
            return nil
        }
        guard let slope = parts.number("slope", of: evaluator),
            let offset = parts.number("offset", of: evaluator)
        else { return nil }
        let before = parts.errors.count
        let own = parts.bounds(of: element)?.lower
        guard parts.errors.count == before, let domain = entry.lower else { return nil }
        if let own, own != domain { parts.note(.otherBound(issue: entry.name), at: element.offset) }
        let first = Rational(domain - (own ?? domain))
        let evaluations = entry.values.indices.map { position in
            min(max(slope * (first + Rational(position)) + offset, 0), 1)
        }
        return (evaluations, 1)
    }

    // MARK: The whole

    private mutating func takeReservation(of domain: GeniusDomain, _ parts: inout GeniusParts) {
        var least = Rational.zero
        for entry in domain.entries {
            guard case .numbers(let amounts)? = values[entry.issue.id], let whole = outOf[entry.issue.id],
                let weight = weights[entry.issue.id]?.least
            else { continue }
            let worst = amounts.values.map(\.least).min() ?? 0
            least += weight * worst / whole
        }
        let named = parts.document.root.descendants("reservation").first
        let reservation = named.flatMap { parts.number("value", of: $0) } ?? 0
        withoutAgreement = max(reservation, min(least, 1))
    }

    private func noteTheRest(_ parts: inout GeniusParts) {
        let root = parts.document.root
        if let discount = root.descendants("discount_factor").first,
            let factor = discount.attribute("value").flatMap({ try? Rational(text: $0.value.trimmingSpace) }),
            factor != 0, factor != 1
        {
            parts.note(.discountIgnored(factor), at: discount.offset)
        }
        let costly = root.descendants("item").filter { item in
            guard let cost = item.attribute("cost")?.value else { return false }
            return (try? Rational(text: cost.trimmingSpace)) != .zero
        }
        if let first = costly.first { parts.note(.costsIgnored(costly.count), at: first.offset) }
        let known: Set = [
            "objective", "issue", "item", "weight", "reservation", "discount_factor", "range", "evaluator",
            "utility_space",
        ]
        var others: [String: (count: Int, offset: Int)] = [:]
        func gather(_ element: XMLElement) {
            for child in element.children {
                if !known.contains(child.name) {
                    others[child.name] = (
                        (others[child.name]?.count ?? 0) + 1, others[child.name]?.offset ?? child.offset
                    )
                }
                gather(child)
            }
        }
        gather(root)
        for (name, other) in others.sorted(by: { $0.value.offset < $1.value.offset }) {
            parts.note(.elementsIgnored(name: name, count: other.count), at: other.offset)
        }
    }
}

/// The weights of a profile: by the index of the issue, and where several objectives number their issues anew,
/// those of the issue's own objective first.
private struct Weighing {
    /// By where an issue stands, the weights of its own objective.
    private var groups: [Int: [String: Rational]] = [:]
    private var all: [String: Rational] = [:]
    var places: [(index: String, offset: Int)] = []

    var isEmpty: Bool { all.isEmpty }

    init(_ root: XMLElement, _ parts: inout GeniusParts) { gather(root, &parts) }

    private mutating func gather(_ element: XMLElement, _ parts: inout GeniusParts) {
        var own: [String: Rational] = [:]
        // A weight may also be that of an objective, which Genius reads and never uses.
        let objectives = Set(
            element.children("objective").compactMap { $0.attribute("index")?.value.trimmingSpace })
        for weight in element.children("weight") {
            guard let index = weight.attribute("index")?.value.trimmingSpace else {
                parts.fail("a weight has no `index`", remedy: "give it its issue's index", at: weight.offset)
                continue
            }
            guard let number = parts.number("value", of: weight), !objectives.contains(index) else {
                continue
            }
            if own.updateValue(number, forKey: index) != nil {
                parts.note(.weightTwice(index: index), at: weight.offset)
            } else {
                places.append((index, weight.offset))
            }
        }
        for issue in element.children("issue") { groups[issue.offset] = own }
        all.merge(own) { _, later in later }
        for child in element.children { gather(child, &parts) }
    }

    func weight(_ index: String, beside offset: Int) -> Rational? {
        groups[offset]?[index] ?? all[index]
    }
}
