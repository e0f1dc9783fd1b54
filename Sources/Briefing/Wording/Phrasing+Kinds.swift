public import Negotiation

extension Phrasing {
    /// What a party does in the process.
    public func role(_ role: Party.Role) -> Prose {
        switch role {
        case .negotiator: say("negotiator")
        case .mediator: say("mediator")
        case .guarantor: say("guarantor")
        case .owner: say("owner of a measure")
        case .host: say("host")
        case .observer: say("observer")
        case .constituency: say("constituency")
        }
    }

    /// What a constituency can do to an agreement, after its name.
    public func power(_ power: Party.Power) -> Prose {
        switch power {
        case .ratify: say("can ratify or refuse to")
        case .block: say("can block by lawful means")
        case .spoil: say("can make it fail")
        case .implement: say("can carry it out or leave it undone")
        }
    }

    /// What was answered to the asking for a consent.
    public func answer(_ consent: Consent) -> Prose {
        switch consent.answer {
        case .yes?: say("yes")
        case .no?: say("no")
        case .conditional?: say("yes, under conditions")
        case .pending?: say("asked, no answer yet")
        case nil: consent.isAsked ? say("asked, no answer yet") : say("not asked yet")
        }
    }

    /// How wanted something is.
    public func level(_ level: Level) -> Prose {
        switch level {
        case .essential: say("essential")
        case .important: say("important")
        case .useful: say("useful")
        case .indifferent: say("indifferent")
        case .unwelcome: say("unwelcome")
        case .impossible: say("impossible")
        }
    }

    /// Who says what a sheet says.
    ///
    /// - Parameters:
    ///   - basis: who, in kind.
    ///   - sheets: which sheets say it: what is invented depends on what they hold.
    public func basis(_ basis: Sheet.Basis, of sheets: [SheetID]) -> Prose {
        switch basis {
        case .declared: say("declared by the party itself")
        case .estimate: say("estimate by others")
        case .illustration:
            sheets.allSatisfy { dossier.sheet($0)?.isInWords ?? false }
                ? say("illustration: invented orders and words") : say("illustration: invented numbers")
        }
    }

    /// Where the obligation of a minimum comes from, as a heading.
    public func minimumKind(_ kind: Minimum.Kind) -> Prose {
        switch kind {
        case .humanitarianLaw: say("International humanitarian law")
        case .humanRights: say("Human rights law")
        case .mandate: say("The mandate")
        }
    }

    /// Why a rule holds.
    public func ruleKind(_ kind: Rule.Kind?) -> Prose {
        switch kind {
        case .logic?: say("logic: it would contradict itself")
        case .physical?: say("physical: the world does not allow it")
        case .legal?: say("legal: law does not allow it")
        case .institutional?: say("institutional: no institution can do it so")
        case nil: say("kind not stated")
        }
    }

    /// The same in a word, for a table.
    func shortRuleKind(_ kind: Rule.Kind?) -> Prose {
        switch kind {
        case .logic?: say("logic")
        case .physical?: say("physical")
        case .legal?: say("legal")
        case .institutional?: say("institutional")
        case nil: say("not stated")
        }
    }

    /// How a red line is known.
    public func firmness(_ firmness: RedLine.Firmness) -> Prose {
        switch firmness {
        case .stated: say("stated by the party")
        case .believed: say("believed by others")
        case .legal: say("its law binds it")
        }
    }

    /// Who may see an item.
    public func visibility(_ visibility: Visibility) -> Prose {
        switch visibility {
        case .team: say("mediation team only")
        case .floated(let ids): say("floated to \(parties(ids))")
        case .table: say("tabled: all negotiators")
        case .public: say("public")
        }
    }

    /// For whom a copy is made.
    public func viewer(_ viewer: Viewer) -> Prose {
        switch viewer {
        case .team: say("Mediation team")
        case .party(let id): Prose(party(id))
        case .table: say("The table (all negotiators)")
        case .public: say("The public")
        }
    }

    /// To whom something was said.
    func audience(_ audience: Position.Audience) -> Prose {
        switch audience {
        case .public: say("in public")
        case .table: say("to all negotiators")
        case .team: say("to the mediation team")
        case .parties(let ids): say("to \(parties(ids))")
        }
    }

    /// What can be referred to, as a noun.
    func subject(_ subject: Fault.Subject) -> Prose {
        switch subject {
        case .party: say("party")
        case .issue: say("issue")
        case .option: say("option")
        case .interest: say("interest")
        case .minimum: say("minimum")
        case .rule: say("rule")
        case .stage: say("stage")
        case .table: say("table")
        case .package: say("package")
        case .source: say("source")
        case .reading: say("reading")
        case .commitment: say("commitment")
        case .sheet: say("sheet")
        case .conflictModel: say("model")
        case .decisionMaker: say("party that can act")
        case .modelOption: say("step open to a party")
        case .state: say("state")
        case .event: say("event")
        case .clauseReading: say("reading of clauses")
        }
    }

    /// The same for several.
    func subjects(_ subject: Fault.Subject) -> Prose {
        switch subject {
        case .party: say("parties")
        case .issue: say("issues")
        case .option: say("options")
        case .interest: say("interests")
        case .minimum: say("minimums")
        case .rule: say("rules")
        case .stage: say("stages")
        case .table: say("tables")
        case .package: say("packages")
        case .source: say("sources")
        case .reading: say("readings")
        case .commitment: say("commitments")
        case .sheet: say("sheets")
        case .conflictModel: say("models")
        case .decisionMaker: say("parties that can act")
        case .modelOption: say("steps open to a party")
        case .state: say("states")
        case .event: say("events")
        case .clauseReading: say("readings of clauses")
        }
    }
}
