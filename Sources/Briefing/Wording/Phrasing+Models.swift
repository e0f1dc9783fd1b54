import BigInt
import Negotiation
import Stability

extension Phrasing {
    /// Why a graph model cannot be analysed.
    func modelProblem(_ error: ModelError) -> Prose {
        switch error {
        case .tooManyOptions(let count):
            say(
                "The model has \(String(count)) options, and at most \(String(ConflictModel.optionLimit)) are read."
            )
        case .tooLarge(let error): excess(error.excess)
        case .noState: say("No state of the model is feasible.")
        case .noDecisionMaker: say("The model has no decision maker.")
        case .openState(let id):
            say(
                "The state \(code: id.rawValue) leaves options open, and the model lists no moves that would tell what it is."
            )
        case .contradiction(let first, let second):
            say(
                "One ranking puts \(code: first.rawValue) above \(code: second.rawValue), and others put it as low or lower."
            )
        case .statementsWithoutOptions:
            say(
                "Statements stand for preferences, and the states of the model have no options of which they could be true."
            )
        case .unknownState(let id): say("There is no state named \(code: id.rawValue).")
        }
    }

    private func excess(_ excess: ModelTooLarge.Excess) -> Prose {
        func grouped(_ number: Int) -> String { wording.grouped(BigInt(number)) }
        return switch excess {
        case .states(let count, let limit):
            say(
                "The model has more than \(grouped(count)) states, and at most \(grouped(limit)) are analysed where there are more than 24 options."
            )
        case .moves(let count, let limit):
            say(
                "The model has more than \(grouped(count)) moves that have to be listed, and at most \(grouped(limit)) are analysed."
            )
        case .decisionMakers(let count, let limit):
            say(
                "The model has \(grouped(count)) decision makers, and at most \(grouped(limit)) are analysed."
            )
        case .pairwiseStates(let count, let limit):
            say(
                "The model has \(grouped(count)) states, and where preferences are not wholly known at most \(grouped(limit)) are analysed."
            )
        }
    }

    /// What can be done about it.
    func modelRemedy(_ error: ModelError) -> Prose {
        switch error {
        case .tooManyOptions: say("Leave options out, or make two models.")
        case .tooLarge(let error):
            switch error.excess {
            case .pairwiseStates:
                say(
                    "State what every decision maker prefers among all states, or forbid states that cannot be."
                )
            default: say("Forbid states that cannot be with \(code: "infeasible"), or leave options out.")
            }
        case .noState: say("Look at \(code: "infeasible"): together the entries forbid every state.")
        case .noDecisionMaker: say("Add one under \(code: "decision-makers").")
        case .openState: say("Name it under \(code: "coalesced") instead, or state every option.")
        case .contradiction: say("Take one of the two out of a ranking.")
        case .statementsWithoutOptions: say("Give a ranking of the states instead.")
        case .unknownState: say("Run \(code: "parley check").")
        }
    }
}
