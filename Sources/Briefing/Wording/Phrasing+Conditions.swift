public import Assessment
public import Negotiation

extension Phrasing {
    /// A condition in words, to stand after *has* or *needs*: `“Line: demilitarised zone”, and “Guarantee: none”`.
    public func condition(_ condition: Condition) -> Prose { words(condition, inside: false) }

    private func words(_ condition: Condition, inside: Bool) -> Prose {
        switch condition {
        case .choose(let issue, let options):
            return choice(options, of: issue)
        case .not(.choose(let issue, let options)):
            return say("not \(choice(options, of: issue))")
        case .not(let part):
            return say("not (\(words(part, inside: false)))")
        case .all(let parts):
            guard !parts.isEmpty else { return say("always") }
            return grouped(parts, separator: say(", and "), inside: inside)
        case .any(let parts):
            guard !parts.isEmpty else { return say("never") }
            return grouped(parts, separator: say(", or "), inside: inside)
        }
    }

    private func grouped(_ parts: [Condition], separator: Prose, inside: Bool) -> Prose {
        guard parts.count > 1 else { return words(parts[0], inside: inside) }
        let joined = parts.map { words($0, inside: true) }.joined(separator: separator)
        return inside ? say("(\(joined))") : joined
    }

    /// One issue settled by one of these options, inside a sentence: `“Line: demilitarised zone”`, or
    /// `“demilitarised zone” or “freeze” on “Line”`.
    func choice(_ options: [OptionID], of issue: IssueID) -> Prose {
        switch options.count {
        case 0: say("\(issueInSentence(issue)): none of its options")
        case 1: say("“\(heading([options[0]], of: issue))”")
        default: say("\(self.options(options, of: issue, .or)) on \(issueInSentence(issue))")
        }
    }

    /// The same standing alone, as in a table: `Line: demilitarised zone`.
    func heading(_ options: [OptionID], of issue: IssueID) -> Prose {
        options.count == 1
            ? say("\(self.issue(issue)): \(option(options[0], of: issue))")
            : say("\(self.issue(issue)): \(self.options(options, of: issue, .or))")
    }

    /// What a rule demands, without its reason.
    public func demand(_ rule: Rule) -> Prose {
        switch (rule.when, rule.demand) {
        case (let when?, .require(let what)):
            say("Where a package has \(condition(when)), it needs \(condition(what)).")
        case (let when?, .forbid(let what)):
            say("Where a package has \(condition(when)), it cannot have \(condition(what)).")
        case (nil, .require(let what)): say("Every package needs \(condition(what)).")
        case (nil, .forbid(let what)): say("No package can have \(condition(what)).")
        }
    }

    /// A rule in full: what it demands, why, and where that is known from.
    public func rule(_ rule: Rule) -> Prose {
        var result = demand(rule)
        if let because = rule.because { result += say(" Because: \(text(because))") }
        if !rule.sources.isEmpty { result += say(" Source: \(citations(rule.sources)).") }
        return result
    }

    /// What makes a package infeasible, in full.
    public func prohibition(_ prohibition: Prohibition) -> Prose {
        switch prohibition {
        case .rule(let id):
            return dossier.rules.first { $0.id == id }.map { rule in
                say("Rule \(code: rule.id.rawValue): \(self.rule(rule))")
            } ?? say("Rule \(code: id.rawValue).")
        case .breach(let issue, let option):
            let broken = dossier.issue(issue)?.option(option)?.breaches ?? []
            let names = wording.list(broken.map { quoted(minimum($0)) })
            return say("\(choice([option], of: issue)) would breach a minimum: \(names).")
        }
    }

    /// The same for a page, whose reader knows no names of rules.
    func prohibitionInWords(_ prohibition: Prohibition) -> Prose {
        guard case .rule(let id) = prohibition, let rule = dossier.rules.first(where: { $0.id == id }) else {
            return self.prohibition(prohibition)
        }
        return self.rule(rule)
    }

    /// A red line in words.
    public func redLine(_ line: RedLine) -> Prose {
        var result = say("\(condition(line.choose)) (\(firmness(line.firmness)))")
        if let because = line.because { result += say(": \(text(because))") }
        return result
    }

    /// Where something is known from.
    public func citations(_ citations: [Citation]) -> Prose {
        citations.map(citation).joined(separator: say("; "))
    }

    private func citation(_ citation: Citation) -> Prose {
        switch citation {
        case .work(let name): return Prose(name)
        case .source(let id, let passage):
            let title = dossier.sources.first { $0.id == id }.map { text($0.title) } ?? id.rawValue
            return passage.map { say("\(title), \($0)") } ?? Prose(title)
        }
    }
}
