public import Assessment
import BigInt
import Negotiation

extension Phrasing {
    /// Why a question cannot be answered, as one sentence.
    public func problem(_ error: AssessmentError) -> Prose {
        switch error {
        case .unknown(let subject, let name, _):
            say("There is no \(self.subject(subject)) named \(code: name).")
        case .unknownOption(let name, let issue, _):
            say("The issue \(code: issue.rawValue) has no option named \(code: name).")
        case .negotiatorsWithoutSheet(let missing):
            say("This copy has no sheet of \(parties(missing)).")
        case .sheetUndecided(let party, let sheets):
            say(
                "For \(self.party(party)) there are several sheets here (\(codes(sheets.map(\.rawValue)))) and no default."
            )
        case .sheetOfAnotherParty(let sheet, let party):
            say("The sheet \(code: sheet.rawValue) is about \(self.party(party)).")
        case .nothingToLeaveOut(let party):
            say("\(self.party(party)) is no negotiator, so there is nothing to leave out.")
        case .nothingToWeigh(let party):
            say("\(self.party(party)) is no negotiator, so it has no gain to give a weight to.")
        case .weightOfOneLeftOut(let party):
            say("\(self.party(party)) is left out with \(code: "--without"), so its gain has no weight.")
        case .weightNotPositive(let party):
            say("The weight for \(self.party(party)) is not above 0.")
        case .weightsTooFine:
            say(
                "In whole numbers, the proportions of these weights take numbers above \(wording.grouped(BigInt(AnalysisRequest.greatestProportion)))."
            )
        case .nobodyNegotiates:
            dossier.negotiators.isEmpty
                ? say("Nobody in this copy negotiates.") : say("No negotiator is left to ask about.")
        case .partialPackage(let name, let open):
            say("The package \(code: name) leaves open: \(issuesInSentence(open)).")
        case .notAPackage(let text):
            say("“\(code: text)” names neither a package nor choices.")
        case .todayUnknown(let issues):
            say(
                "What is in force today is not stated on \(issuesInSentence(issues)), and would have to stand there."
            )
        case .noStages: say("This copy has no stages to climb through.")
        case .unfit: say("The numbers of the dossier do not fit together.")
        case .noConflictModel: say("This copy has no graph model of who could do what.")
        case .conflictModel(let error): modelProblem(error)
        case .stateCannotBe(let id):
            say("The state \(code: id.rawValue) cannot be in the model that is asked about.")
        case .sheetWithoutStates(let id): say("The sheet \(code: id.rawValue) says nothing of states.")
        case .notProposed(let id):
            say("The option \(code: id.rawValue) is there already: it is not only proposed.")
        case .coalitionOfOne: say("A coalition has at least two members.")
        case .noCommitments(nil): say("This copy has no commitments to carry out.")
        case .noCommitments(let name?):
            say("The package \(code: name) holds no commitments to carry out.")
        case .commitmentElsewhere(let id):
            say("The commitment \(code: id.rawValue) is not part of what is asked about.")
        case .withoutResponse(let id):
            say("The commitment \(code: id.rawValue) has no response whose time could be another.")
        case .noStakes(nil):
            say("No sheet in this copy says what the commitments cost or are worth to those who do them.")
        case .noStakes(let name?):
            say(
                "No sheet in this copy says what the commitments of \(code: name) cost or are worth to those who do them."
            )
        case .packageUndecided(let ids):
            say(
                "Several packages of this copy have commitments: \(ids.map { say("\(code: $0.rawValue)") }.joined(separator: say(", ")))."
            )
        case .answersUndecided(let id):
            say(
                "Several options of \(issueInSentence(id)) carry commitments, and no package chooses among them."
            )
        }
    }

    /// What can be typed or done about it, as one sentence.
    ///
    /// - Parameters:
    ///   - error: what stands in the way.
    ///   - viewer: who reads it, where that is known: the team sees everything, so nothing can be shown to it.
    public func remedy(_ error: AssessmentError, for viewer: Viewer? = nil) -> Prose {
        switch error {
        case .unknown(.package, _, let nearest): packageRemedy(nearest)
        case .unknown(_, _, let nearest?), .unknownOption(_, _, let nearest?):
            say("Did you mean \(code: nearest)?")
        case .unknown(.issue, _, nil):
            oneOf(dossier.issues.map(\.id.rawValue))
        case .unknown(.party, _, nil): oneOf(dossier.parties.map(\.id.rawValue))
        case .unknown(.sheet, _, nil): oneOf(dossier.sheets.map(\.id.rawValue))
        case .unknown(.stage, _, nil): oneOf(dossier.stages.map(\.id.rawValue))
        case .unknown(.state, _, nil): say("Use the name of a state of the model, or its letters.")
        case .unknown(.modelOption, _, nil): say("Use the name of an option of the model.")
        case .unknown(.decisionMaker, _, nil): say("Use the name of a decision maker of the model.")
        case .unknown(_, _, nil): oneOf([])
        case .unknownOption(_, let issue, nil):
            oneOf(dossier.issue(issue)?.options.map(\.id.rawValue) ?? [])
        case .negotiatorsWithoutSheet(let missing) where viewer == .team:
            say(
                "Add one in \(code: "sheets/") (an order of the options is enough; a file that ends in \(code: ".example") is not read), or leave a party out with \(code: "--without \(missing.first?.rawValue ?? "PARTY")")."
            )
        case .negotiatorsWithoutSheet(let missing):
            say(
                "Add one in \(code: "sheets/") (an order of the options is enough; a file that ends in \(code: ".example") is not read), let this viewer see one with \(code: "seen-by"), or leave a party out with \(code: "--without \(missing.first?.rawValue ?? "PARTY")")."
            )
        case .sheetUndecided(let party, let sheets):
            say(
                "Choose one with \(code: "--sheet \(party.rawValue)=\(sheets.first?.rawValue ?? "SHEET")"), or name a default in the dossier."
            )
        case .nothingToLeaveOut where dossier.negotiators.isEmpty:
            say("Nobody in this copy negotiates: ask without \(code: "--without").")
        case .nothingToLeaveOut: oneOf(dossier.negotiators.map(\.id.rawValue))
        case .nothingToWeigh where dossier.negotiators.isEmpty:
            say("Nobody in this copy negotiates: ask without \(code: "--nash-weight").")
        case .nothingToWeigh: oneOf(dossier.negotiators.map(\.id.rawValue))
        case .weightOfOneLeftOut(let party):
            say(
                "Drop \(code: "--without \(party.rawValue)") or \(code: "--nash-weight \(party.rawValue)=…")."
            )
        case .weightNotPositive: say("Write a number above 0, such as 2, 0.5 or 1/3.")
        case .weightsTooFine: say("Write simpler ones, such as 1/3 for 0.333.")
        case .sheetOfAnotherParty: say("Choose a sheet of the party itself.")
        case .nobodyNegotiates:
            switch (dossier.negotiators.isEmpty, viewer) {
            case (false, _): say("Leave fewer out with \(code: "--without").")
            case (true, .team?):
                say("Write \(code: "roles: [negotiator]") at each party whose yes to the whole is needed.")
            case (true, _):
                say(
                    "Write \(code: "roles: [negotiator]") at each party whose yes to the whole is needed, or let this viewer see one with \(code: "seen-by")."
                )
            }
        case .partialPackage: say("Settle the open issues too, as in \(code: "draft-a,line=zone").")
        case .notAPackage:
            say("Name a package, \(code: "today"), or choices such as \(code: "line=zone,aid=corridors").")
        case .todayUnknown:
            say("State \(code: "today") on them, or let the first stage settle them.")
        case .noStages: say("Add \(code: "stages") with what each settles.")
        case .unfit: say("Run \(code: "parley check").")
        case .noConflictModel:
            say(
                "Write one in \(code: "stability.yaml") beside \(code: "dossier.yaml"); the format page shows how."
            )
        case .conflictModel(let error): modelRemedy(error)
        case .stateCannotBe:
            say(
                "Look at \(code: "infeasible"), and at what was added with \(code: "--with") and taken away with \(code: "--without")."
            )
        case .sheetWithoutStates:
            say("Choose a sheet with \(code: "states"), or leave out \(code: "--sheet").")
        case .notProposed: say("Leave out \(code: "--with"), or mark the option \(code: "proposed: true").")
        case .coalitionOfOne: say("Name two or more, as in \(code: "--coalition north,south").")
        case .noCommitments:
            say("Write what each side would do under \(code: "commitments") of options or of the package.")
        case .commitmentElsewhere:
            say("Choose a package that holds it with \(code: "--package"), or another commitment.")
        case .withoutResponse:
            say(
                "Try \(code: "deadline"), \(code: "takes") or \(code: "verification"), or write a response under \(code: "if-not")."
            )
        case .noStakes:
            say(
                "Write costs and worths under \(code: "commitments") in a sheet of a party that does something."
            )
        case .packageUndecided: say("Choose one, as in \(code: "--package draft-a").")
        case .answersUndecided:
            say(
                "Write a package that chooses one, or name the choices: \(code: "--package issue=option,issue=option")."
            )
        }
    }

    /// Why the sheets, though all are here, point at no package.
    func silence(_ silence: Situation.Space.Silence) -> Prose {
        switch silence {
        case .oneNegotiator:
            say("No package can be named: with one negotiator there is nobody to agree with.")
        case .everythingTied:
            say(
                "No package can be named: the sheets do not tell packages apart yet, because on each of them every package is worth the same."
            )
        }
    }

    /// What a copy says that shows no issue: what is absent must not be taken for an answer.
    public func nothingShown() -> Prose {
        say(
            "This copy shows no issue, so nothing can be read from it: neither what is on the agenda nor that nothing is."
        )
    }

    /// The names that may stand, as many as can be taken in.
    private func oneOf(_ names: [String]) -> Prose {
        let most = 12
        guard !names.isEmpty else { return say("Use a name that stands in the dossier.") }
        let shown = names.prefix(most).map { Prose(runs: [Prose.Run($0, style: .code)]) }
        return names.count > most
            ? say("Use a name that stands in the dossier, such as \(wording.list(shown, .or)).")
            : say("Use one of these names: \(wording.list(shown, .or)).")
    }

    private func packageRemedy(_ nearest: String?) -> Prose {
        let typed = say(
            "\(code: "today") and choices such as \(code: "issue=option,issue=option") may stand as well.")
        if let nearest { return say("Did you mean \(code: nearest)?") + say(" ") + typed }
        let names = dossier.packages.map(\.id.rawValue)
        guard !names.isEmpty else {
            return say(
                "The dossier has no packages of its own: write \(code: "today"), or choices such as \(code: "issue=option,issue=option")."
            )
        }
        return oneOf(names) + say(" ") + typed
    }

    /// What stands in the way of a package that is acceptable to all, and what would open one, as sentences.
    func obstacle(_ obstacle: Obstacle, negotiators: [PartyID]) -> [Prose] {
        switch obstacle {
        case .nothingFeasible(nil):
            return [
                say("The rules leave no package; which of them conflict was not found within the budget.")
            ]
        case .nothingFeasible(let conflict?):
            return [lead(of: conflict)] + conflict.prohibitions.map(prohibition)
        case .nothingAcceptable(let openings):
            return lines(openings) + lowerings(openings, negotiators)
                + (openings.isExact
                    ? [] : [say("The search was not completed: there may be other openings.")])
        }
    }

    /// What the prohibitions of a conflict have in common, to stand before them.
    func lead(of conflict: Obstacle.Conflict) -> Prose {
        conflict.isMinimal
            ? say("These exclude everything together, and without any one of them something is left:")
            : say(
                "These exclude everything together; whether each of them is needed for that was not found within the budget:"
            )
    }

    private func lines(_ openings: Obstacle.Openings) -> [Prose] {
        openings.lines.map { set in
            let lines = set.map { say("\(party($0.party)): \(withoutStop(redLine($0.redLine)))") }
            return set.count == 1
                ? say("A package acceptable to all would open if this red line did not hold: \(lines[0]).")
                : say(
                    "A package acceptable to all would open if these red lines did not hold together: \(lines.joined(separator: say("; ")))."
                )
        }
    }

    private func lowerings(_ openings: Obstacle.Openings, _ negotiators: [PartyID]) -> [Prose] {
        guard !openings.lowerings.isEmpty else {
            return openings.lines.isEmpty
                ? [
                    say(
                        "Neither lower expectations of no agreement nor up to three red lines would open one."
                    )
                ]
                : [say("While these red lines hold, nothing else would open one.")]
        }
        // Any of the least totals stands for all in words; the annex lists every one.
        let places = openings.leastTotal.isEmpty ? [0] : Array(openings.leastTotal.prefix(2))
        return places.map { place in
            let names = zip(negotiators, openings.lowerings[place].by).filter { $0.1 > 0 }.map(\.0)
            return say(
                "With all red lines kept, one would open if having no agreement were worth less to \(parties(names)) than the sheet says (by how much stands with the figures)."
            )
        }.reduce(into: []) { if !$0.contains($1) { $0.append($1) } }
    }
}
