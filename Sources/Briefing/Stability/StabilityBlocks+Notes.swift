import Assessment
import Negotiation
import Stability

extension StabilityBlocks {
    /// What the answer rests on, and what it leaves out.
    func notes() -> [Block] {
        var paragraphs = [
            say(
                "All of this is true of the model and no more: of the steps and preferences that stand in it. It says nothing about what nobody wrote down."
            )
        ]
        if report.model.basis == .illustration {
            paragraphs.append(say("The model is invented, to show what such a model can tell."))
        }
        let known = report.makers.indices.filter { report.makers[$0].knowledge != .none }
        let bases = Sheet.Basis.allCases.compactMap { basis -> Prose? in
            let places = known.filter { report.makers[$0].basis == basis }
            guard !places.isEmpty else { return nil }
            return switch basis {
            case .declared: say("What \(parties(places)) prefer was declared by themselves.")
            case .estimate: say("What \(parties(places)) prefer is an estimate by others.")
            case .illustration:
                say("What \(parties(places)) prefer is invented, to show how the program works.")
            }
        }
        paragraphs += bases
        let unknown = report.makers.indices.filter { report.makers[$0].knowledge == .none }
        if !unknown.isEmpty {
            paragraphs.append(say("What \(parties(unknown)) prefer among the states is not known here."))
        }
        if report.possibly != nil {
            paragraphs.append(
                say(
                    "Where preferences are not known, “yes” says that a state is stable if parties leave for whatever is not surely no better and are deterred only by what surely is not (extension a of Li, Hipel, Kilgour and Fang 2004), and “possibly” that it is if they leave only for what is surely better and are deterred by whatever may be no better (extension d). These are the two ends of their four ways; they are not statements about every way in which the unknown could turn out."
                ))
        }
        for (place, maker) in report.makers.enumerated() where !maker.views.isEmpty {
            let others = maker.views.sorted { $0.key < $1.key }.map { other, view in
                say(
                    "\(phrasing.party(other)) (sheet \(code: view.sheet.rawValue), \(phrasing.basis(view.basis, of: [view.sheet])))"
                )
            }
            paragraphs.append(
                say(
                    "\(party(place)) is judged in the game as it is thought to see it, with other preferences of \(phrasing.wording.list(others)) than the model’s own. Coalitions and what follows from where things stand are told by the model’s own preferences."
                ))
        }
        if let sensitivity = report.sensitivity, !sensitivity.isComplete {
            paragraphs.append(
                say(
                    "Of \(String(sensitivity.total)) exchanges of neighbouring ranks \(String(sensitivity.tried)) were tried."
                ))
        }
        return [.note(Note(.caution, paragraphs: paragraphs))]
    }
}
