import Negotiation
import Sequencing

/// Small random plans in which times of a few units meet each other.
struct RandomPlan {
    var unit = TimeSpan.Unit.minutes
    var commitments = 2...6
    var mayWaitForLater = true
    var hasGates = true
    var hasUncertain = true
    var hasAny = false

    func plan(_ random: inout SplitMix64) -> Roadmap.Plan {
        let count = commitments.lowerBound + random.below(commitments.count)
        let names = (0..<count).map { CommitmentID("C\($0)") }
        var events = [Timetable.signature]
        if random.below(3) == 0 {
            let least = random.below(3)
            events.append(
                Event(
                    id: "report",
                    after: Prerequisite(
                        random.below(2) == 0
                            ? .event("signature")
                            : .commitment(names[random.below(count)], progress(&random)),
                        least: span(least),
                        greatest: hasUncertain ? span(least + random.below(3)) : nil)))
        }
        var begun: Set<CommitmentID> = []
        var all: [Commitment] = []
        for place in 0..<count {
            var one = Commitment(id: names[place], who: ["north"], what: "something")
            if random.below(5) < 2 { one.takes = takes(&random) }
            if random.below(3) == 0 {
                let least = random.below(2)
                one.verifiedBy = ["mission"]
                one.verification = TimeRange(
                    from: span(least), to: span(least + (hasUncertain ? random.below(4) : 0)))
            }
            for other in 0..<count where other != place {
                guard other < place || (mayWaitForLater && random.below(10) == 0), random.below(5) < 2 else {
                    continue
                }
                one.after.append([prerequisite(.commitment(names[other], progress(&random)), &random)])
                if hasAny, random.below(3) == 0 {
                    let third = random.below(count)
                    if third != place, third != other {
                        one.after[one.after.count - 1].append(
                            prerequisite(.commitment(names[third], progress(&random)), &random))
                    }
                }
            }
            if events.count > 1, random.below(4) == 0 {
                one.after.append([prerequisite(.event("report"), &random)])
            }
            if random.below(2) == 0 {
                let other = random.below(count)
                one.deadline = .within(
                    span(random.below(9)),
                    of: random.below(3) > 0 || other == place
                        ? nil : .commitment(names[other], progress(&random)))
            }
            if place > 0, random.below(8) == 0 { one.togetherWith = [names[random.below(place)]] }
            if random.below(8) == 0 {
                let partner = all.first { $0.tranches != nil }?.id
                let least = random.below(2)
                one.tranches = Tranches(
                    2, least: span(least),
                    greatest: random.below(2) == 0 ? nil : span(least + random.below(3)),
                    inStepWith: random.below(2) == 0 ? partner : nil)
            }
            if hasGates, random.below(4) == 0 {
                var response = Response(who: ["south"], what: "snapback", within: span(random.below(5)))
                let consequence = names[random.below(count)]
                if random.below(2) == 0, consequence != names[place], !begun.contains(consequence),
                    begun.isEmpty
                {
                    response = Response(begins: consequence)
                    begun.insert(consequence)
                }
                one.ifNot = [response]
            }
            all.append(one)
        }
        let reaction = random.below(4)
        return Roadmap.Plan(
            commitments: all,
            timetable: Timetable(
                events: events, reaction: reaction == 3 ? .strict : .after(span(reaction))))
    }

    func span(_ count: Int) -> TimeSpan { TimeSpan(count, unit) }

    private func progress(_ random: inout SplitMix64) -> Milestone.Progress {
        Milestone.Progress.allCases[random.below(3)]
    }

    private func prerequisite(_ of: Milestone, _ random: inout SplitMix64) -> Prerequisite {
        let least = random.below(3)
        return Prerequisite(
            of, least: span(least), greatest: random.below(2) == 0 ? nil : span(least + random.below(4)))
    }

    private func takes(_ random: inout SplitMix64) -> DoingTime {
        let least = random.below(3)
        let greatest = span(least + random.below(4))
        guard hasUncertain, random.below(2) == 0 else {
            return DoingTime(from: span(least), to: random.below(4) == 0 ? nil : greatest)
        }
        return DoingTime(
            from: span(least), to: greatest, decidedBy: random.below(2) == 0 ? .nature : .party("parliament"))
    }

    /// A roadmap with few enough gates that every outcome can be looked at.
    func roadmap(_ random: inout SplitMix64, gates limit: Int = 4) -> Roadmap {
        while true {
            let roadmap = Roadmap(plan(&random))
            if roadmap.network.observations.count <= limit { return roadmap }
        }
    }
}
