import Assessment
import Briefing
import Negotiation

/// Roadmaps of invented parties, to be drawn.
enum RoadmapChartSamples {
    private static let deeds = [
        "Pulls heavy weapons back behind the line of contact",
        "Opens the crossing at the mill",
        "Hands over maps of mines and of everything that was laid along the river in the last two years",
        "Releases detained persons",
        "Restores the water supply of the valley",
        "Lifts the closure of the harbour",
        "Publishes the amnesty",
        "Lets observers into the depots, the barracks and the training grounds without notice",
        "Repairs the bridge",
        "Pays compensation into the common fund",
        "Registers displaced families",
        "Ends drone flights over the zone",
    ]

    static let parties = [
        Party(id: "north", name: "Northland", roles: [.negotiator]),
        Party(id: "south", name: "Southern Communes", roles: [.negotiator]),
        Party(id: "mission", name: "Monitoring Mission", roles: [.guarantor]),
        Party(id: "council", name: "Council of Owners", roles: [.owner]),
    ]

    /// A dossier with so many commitments: chains, gates, tranches, ranges, responses, deadlines, a joint lane.
    static func dossier(_ count: Int, dated: Bool = false, sunset: Bool = false, long: Bool = false)
        -> Dossier
    {
        let who: [[PartyID]] = [["north"], ["south"], ["north", "south"], ["council"], ["south"], ["north"]]
        var commitments = (0..<count).map { number -> Commitment in
            let name = deeds[number % deeds.count] + (number < deeds.count ? "" : " (\(number))")
            var commitment = Commitment(
                id: CommitmentID("c\(number)"), who: who[number % who.count], what: Text(name))
            commitment.takes = times(number)
            if number > 2 {
                let earlier = CommitmentID("c\(number - 3 + number % 2)")
                commitment.after = [[Prerequisite(.commitment(earlier, number % 4 == 0 ? .verified : .done))]]
            }
            if number % 3 == 1 { commitment.deadline = .within(TimeSpan(60 + 12 * number, .days), of: nil) }
            if number % 4 == 1 {
                commitment.verifiedBy = ["mission"]
                commitment.verification = TimeRange(from: TimeSpan(2, .days), to: TimeSpan(9, .days))
                commitment.ifNot = [
                    Response(
                        who: ["council"], what: "Measures return", kind: .snapback,
                        within: TimeSpan(10, .days))
                ]
            }
            if number % 9 == 5 { commitment.tranches = Tranches(4, least: TimeSpan(6, .days)) }
            return commitment
        }
        if count > 5 {
            commitments[5].ifNot = [Response(within: TimeSpan(5, .days), begins: "stop")]
            commitments.append(
                Commitment(
                    id: "stop", who: ["north"], what: "Suspends the next delivery",
                    takes: DoingTime(from: TimeSpan(10, .days), to: TimeSpan(10, .days))))
        }
        if sunset { commitments[min(3, count - 1)].lasts = TimeSpan(120, .months) }
        if long, count > 2 {
            commitments[2].takes = DoingTime(from: TimeSpan(3_000, .days), to: TimeSpan(3_650, .days))
        }
        var events = [Event(id: "signature", title: "Signature", on: dated ? Moment("2031-02-10") : nil)]
        events.append(
            Event(
                id: "force", title: "Entry into force",
                after: Prerequisite(
                    .event("signature"), least: TimeSpan(20, .days), greatest: TimeSpan(35, .days))))
        events.append(
            Event(
                id: "winter", title: "First report of the mission",
                after: Prerequisite(.event("force"), least: TimeSpan(14, .days))))
        return Dossier(
            title: "Example", parties: parties,
            packages: [Package(id: "whole", choose: [:], commitments: commitments)], sheets: sheets(count),
            timetable: Timetable(events: events))
    }

    private static func times(_ number: Int) -> DoingTime? {
        switch number % 5 {
        case 0: nil
        case 1: DoingTime(from: TimeSpan(5, .days), to: TimeSpan(20, .days), decidedBy: .nature)
        case 2: DoingTime(from: TimeSpan(10, .days), to: TimeSpan(10, .days))
        case 3: DoingTime(from: TimeSpan(1, .days), to: TimeSpan(15, .days), decidedBy: .party("council"))
        default: DoingTime(from: TimeSpan(14, .days), to: nil)
        }
    }

    private static func sheets(_ count: Int) -> [Sheet] {
        func stakes(_ own: Int) -> [CommitmentID: Stake] {
            var result: [CommitmentID: Stake] = [:]
            for number in 0..<min(count, 9) {
                let id = CommitmentID("c\(number)")
                let amount = Amount(from: Rational(2 + number), to: Rational(4 + 2 * number))
                result[id] =
                    number % 2 == own
                    ? Stake(cost: Flow(once: amount, aDay: Amount(Rational(1, over: 20))))
                    : Stake(
                        worth: Flow(once: Amount(Rational(3)), aDay: Amount(Rational(1, over: 25))),
                        ifBroken: amount)
            }
            return result
        }
        return [
            Sheet(id: "north-team", party: "north", basis: .estimate, commitments: stakes(0)),
            Sheet(id: "south-team", party: "south", basis: .illustration, commitments: stakes(1)),
            Sheet(
                id: "council-own", party: "council", basis: .declared,
                commitments: [
                    "c3": Stake(cost: Flow(once: Amount(Rational(6)))),
                    "c1": Stake(worth: Flow(once: Amount(Rational(2)))),
                ]),
        ]
    }

    /// Six steps within a day.
    static func hours() -> Dossier {
        let commitments = (0..<6).map { number -> Commitment in
            var commitment = Commitment(
                id: CommitmentID("h\(number)"), who: [number % 2 == 0 ? "north" : "south"],
                what: Text(deeds[number]),
                takes: DoingTime(from: TimeSpan(number, .hours), to: TimeSpan(number + 2, .hours)))
            if number > 0 {
                commitment.after = [[Prerequisite(.commitment(CommitmentID("h\(number - 1)"), .done))]]
            }
            return commitment
        }
        return Dossier(
            parties: parties, packages: [Package(id: "whole", choose: [:], commitments: commitments)],
            timetable: Timetable(reaction: .instantaneous))
    }

    /// A chain that leaves no time.
    static func tight() -> Dossier {
        var commitments = (0..<4).map { number -> Commitment in
            var commitment = Commitment(
                id: CommitmentID("t\(number)"), who: [number % 2 == 0 ? "north" : "south"],
                what: Text(deeds[number]),
                takes: DoingTime(
                    from: TimeSpan(10, .days), to: TimeSpan(10 + 5 * number, .days), decidedBy: .nature))
            if number > 0 {
                commitment.after = [[Prerequisite(.commitment(CommitmentID("t\(number - 1)"), .done))]]
            }
            return commitment
        }
        commitments[3].deadline = .within(TimeSpan(70, .days), of: nil)
        return Dossier(
            parties: parties, packages: [Package(id: "whole", choose: [:], commitments: commitments)],
            timetable: Timetable(reaction: .instantaneous))
    }
}
