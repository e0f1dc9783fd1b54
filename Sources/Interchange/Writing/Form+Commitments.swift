import Negotiation

/// Who does what, by when, after what, verified by whom, and what follows if not.
extension Form {
    static func commitment(_ commitment: Commitment) -> Form {
        var keys = FormBuilder()
        keys.add("id", name(commitment.id))
        keys.add("who", oneOrMore(names: commitment.who))
        keys.add("title", text: commitment.title)
        keys.add("what", text: commitment.what)
        keys.add("where", text: commitment.where)
        keys.add("by", text: commitment.by)
        keys.add("after", list: commitment.after.map { group($0) })
        keys.add("deadline", commitment.deadline.map { deadline($0) })
        keys.add("takes", commitment.takes.map { doingTime($0) })
        keys.add("verified-by", names: commitment.verifiedBy)
        keys.add("verification", commitment.verification.map { range($0.least, $0.greatest) })
        keys.add("if-not", responses(commitment.ifNot))
        keys.add("together-with", names: commitment.togetherWith)
        keys.add("tranches", commitment.tranches.map { tranches($0) })
        keys.add("lasts", commitment.lasts.map { span($0) })
        keys.add("fulfils", names: commitment.fulfils)
        keys.add("article", commitment.article.map { article($0) })
        keys.add("topics", topics(commitment.topics))
        keys.add(sources: commitment.sources, seenBy: commitment.seenBy)
        return keys.mapping()
    }

    static func oneOrMore<Subject>(names: [Identifier<Subject>]) -> Form {
        names.count == 1 ? name(names[0]) : .list(names.map { name($0) })
    }

    // MARK: Times

    static func span(_ span: TimeSpan) -> Form { .word(span.description) }

    /// A day stands as it is; with its minute it has a colon, which brackets do not bear without quotes.
    static func moment(_ moment: Moment) -> Form {
        moment.minute == nil ? .word(moment.description) : .text(moment.description)
    }

    private static func range(_ least: TimeSpan, _ greatest: TimeSpan) -> Form {
        least == greatest ? span(least) : .list([span(least), span(greatest)])
    }

    private static func deadline(_ deadline: Deadline) -> Form {
        switch deadline {
        case .within(let time, nil): span(time)
        case .within(let time, let milestone?):
            .mapping([("within", span(time)), ("of", self.milestone(milestone))])
        case .on(let moment): self.moment(moment)
        }
    }

    private static func doingTime(_ takes: DoingTime) -> Form {
        if takes.decidedBy == .doer, let greatest = takes.greatest { return range(takes.least, greatest) }
        var keys = FormBuilder()
        keys.add("at-least", span(takes.least))
        keys.add("at-most", takes.greatest.map { span($0) })
        switch takes.decidedBy {
        case .doer: break
        case .nature: keys.add("decided-by", .word("nature"))
        case .party(let id): keys.add("decided-by", name(id))
        }
        return keys.mapping()
    }

    private static func tranches(_ tranches: Tranches) -> Form {
        let count = Form.number(Rational(tranches.count))
        guard tranches != Tranches(tranches.count) else { return count }
        var keys = FormBuilder()
        keys.add("count", count)
        keys.add("at-least", tranches.least == .zero ? nil : span(tranches.least))
        keys.add("at-most", tranches.greatest.map { span($0) })
        keys.add("in-step-with", tranches.inStepWith.map { name($0) })
        return keys.mapping()
    }

    // MARK: What comes first

    private static func group(_ group: [Prerequisite]) -> Form {
        group.count == 1 ? prerequisite(group[0]) : .mapping([("any", .list(group.map { prerequisite($0) }))])
    }

    static func prerequisite(_ prerequisite: Prerequisite) -> Form {
        let milestone = milestone(prerequisite.of)
        guard prerequisite != Prerequisite(prerequisite.of) else { return milestone }
        var keys = FormBuilder()
        if case .mapping(let entries, _) = milestone {
            for entry in entries { keys.add(entry.key, entry.value) }
        } else {
            keys.add(Milestone.Progress.done.rawValue, milestone)
        }
        keys.add("at-least", prerequisite.least == .zero ? nil : span(prerequisite.least))
        keys.add("at-most", prerequisite.greatest.map { span($0) })
        return keys.mapping()
    }

    /// What is done is its name alone; an event always says that it is one, whatever else has its name.
    private static func milestone(_ milestone: Milestone) -> Form {
        switch milestone {
        case .event(let id): return .mapping([("event", name(id))])
        case .commitment(let id, .done, nil): return name(id)
        case .commitment(let id, let progress, let tranche):
            var keys = FormBuilder()
            keys.add(progress.rawValue, name(id))
            keys.add("tranche", tranche.map { .number(Rational($0)) })
            return keys.mapping()
        }
    }

    // MARK: What follows, and where it stands

    private static func responses(_ responses: [Response]) -> Form? {
        switch responses.count {
        case 0: nil
        case 1: response(responses[0])
        default: .list(responses.map { response($0) })
        }
    }

    private static func response(_ response: Response) -> Form {
        if let what = response.what, response == Response(what: what),
            !what.byLanguage.keys.contains(where: Shape.response.keys.contains)
        {
            return text(what)
        }
        var keys = FormBuilder()
        keys.add("who", response.who.isEmpty ? nil : oneOrMore(names: response.who))
        keys.add("what", text: response.what)
        keys.add("kind", response.kind.map { .word($0.rawValue) })
        keys.add("within", response.within.map { span($0) })
        keys.add("suspends", names: response.suspends)
        keys.add("begins", response.begins.map { name($0) })
        return keys.mapping()
    }

    private static func article(_ article: Article) -> Form {
        article.isChecked
            ? .mapping([("at", .text(article.number)), ("checked", .word("yes"))]) : .text(article.number)
    }

    private static func topics(_ topics: [TopicCode]) -> Form? {
        var keys = FormBuilder()
        for scheme in topics.map(\.scheme) where !keys.entries.contains(where: { $0.key == scheme.rawValue })
        {
            let codes = topics.filter { $0.scheme == scheme }.map { Form.text($0.code) }
            keys.add(scheme.rawValue, codes.count == 1 ? codes[0] : .list(codes))
        }
        return keys.entries.isEmpty ? nil : keys.mapping()
    }
}

extension Form {
    /// Shifting power, a guarantee, an exchange in steps.
    static func incentives(_ terms: IncentiveTerms) -> Form {
        var keys = FormBuilder()
        if let power = terms.power {
            var inner = FormBuilder()
            inner.add("winning", .number(power.winning))
            inner.add("destroyed", .number(power.destroyed))
            inner.add("patience", .number(power.patience))
            if power.to != .one { inner.add("to", .number(power.to)) }
            keys.add("power", inner.mapping())
        }
        if let guarantee = terms.guarantee {
            var inner = FormBuilder()
            inner.add("winning", .number(guarantee.winning))
            inner.add("cost-of-fighting", .number(guarantee.costOfFighting))
            inner.add("share", .number(guarantee.share))
            if guarantee.ifExploited != .zero { inner.add("if-exploited", .number(guarantee.ifExploited)) }
            keys.add("guarantee", inner.mapping())
        }
        if let exchange = terms.exchange {
            var inner = FormBuilder()
            inner.add("brings", .number(exchange.brings))
            inner.add("costs", .number(exchange.costs))
            inner.add("patience", .number(exchange.patience))
            inner.add("level", .number(exchange.level))
            keys.add("exchange", inner.mapping())
        }
        return keys.mapping()
    }
}
