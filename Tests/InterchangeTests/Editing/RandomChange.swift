import Negotiation
import TestSupport

/// One small change to a right dossier that leaves it right.
enum RandomChange {
    static func make(in dossier: inout Dossier, _ random: inout SplitMix64) {
        let issue = Int.random(in: 0..<dossier.issues.count, using: &random)
        let option = Int.random(in: 0..<dossier.issues[issue].options.count, using: &random)
        let text = random.pick(["Changed", "changed: yes", "two\nlines", "# no comment", "\"x\"", "мир"])
        switch Int.random(in: 0..<20, using: &random) {
        case 0: dossier.issues[issue].title = Text(text.filter { $0 != "\n" })
        case 1: dossier.issues[issue].options[option].text = Text(text)
        case 2: dossier.issues[issue].options.append(Option(id: "brand-new", title: Text("New one")))
        case 3: dossier.issues[issue].today = dossier.issues[issue].options[option].id
        case 4:
            let choose = [dossier.issues[issue].id: dossier.issues[issue].options[option].id]
            dossier.packages.append(Package(id: "brand-new", title: "A: new one", choose: choose))
        case 5: dossier.positions = Array(dossier.positions.dropFirst())
        case 6: dossier.rules = Array(dossier.rules.dropLast())
        case 7: dossier.parties[0].seenBy = .table
        case 8: dossier.title = dossier.title == nil ? Text("Now with a title") : nil
        case 9: dossier.issues[issue].options[option].consents.append(Consent(of: dossier.parties[0].id))
        case 10 where !dossier.sheets.isEmpty:
            let sheet = Int.random(in: 0..<dossier.sheets.count, using: &random)
            dossier.sheets[sheet].values[dossier.issues[issue].id] = .numbers([
                dossier.issues[issue].options[option].id: Amount(Rational(17) / 30)
            ])
        case 11 where !dossier.sheets.isEmpty: dossier.sheets[0].text = Text(text)
        case 12 where dossier.stability != nil: dossier.stability?.title = Text(text.filter { $0 != "\n" })
        case 13 where dossier.stability?.states.isEmpty == false:
            let state = dossier.stability?.states[0].id
            dossier.stability?.statusQuo = state
        case 14 where dossier.stability != nil:
            dossier.stability?.decisionMakers[0].options[0].text = Text(text)
        case 15:
            let commitment = Commitment(
                id: "brand-new", who: [dossier.parties[0].id], what: Text(text),
                takes: DoingTime(from: .zero, to: nil))
            dossier.issues[issue].options[option].commitments.append(commitment)
        case 16 where !dossier.issues[issue].options[option].commitments.isEmpty:
            let moment = Moment("2025-01-31T09:05")
            dossier.issues[issue].options[option].commitments[0].deadline = moment.map { .on($0) }
            dossier.issues[issue].options[option].commitments[0].lasts = TimeSpan(18, .months)
        case 17: dossier.timetable.reaction = .after(TimeSpan(90, .minutes))
        case 18 where !dossier.timetable.events.isEmpty:
            dossier.timetable.events.append(
                Event(id: "brand-new", title: Text("New one"), on: Moment("2025-05-01")))
        case 19 where !dossier.sheets.isEmpty && !dossier.commitments.isEmpty:
            dossier.sheets[0].commitments[dossier.commitments[0].id] = Stake(
                worth: Flow(aDay: Amount(Rational(1) / 3)))
        default: dossier.readings.append(Reading(id: "brand-new", about: Text(text), says: []))
        }
    }
}
