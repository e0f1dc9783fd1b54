import Assessment
import Foundation
import Interchange
import Negotiation
import Sequencing
import TestSupport
import Testing

/// The roadmaps of the examples say what their pages promise.
@Suite struct RoadmapExamplesTests {
    static let agreements = [
        "bangsamoro-2014", "colombia-2016", "dayton-1a", "good-friday-1998", "jcpoa", "korea-1953", "minsk-2",
    ]

    static func agreement(_ name: String) throws -> Dossier {
        try ExamplesTests.dossier("agreements/\(name)")
    }

    // MARK: Every example

    @Test func everyAgreementIsTested() throws {
        let folder = ExamplesTests.folder.appending(path: "agreements")
        let folders = try FileManager.default.contentsOfDirectory(atPath: folder.path).filter {
            $0 != "README.md"
        }
        #expect(folders.sorted() == Self.agreements)
        let page = try String(contentsOf: folder.appending(path: "README.md"), encoding: .utf8)
        for name in folders { #expect(page.contains("parley roadmap Examples/agreements/\(name)")) }
    }

    @Test(arguments: ExamplesTests.names + agreements.map { "agreements/\($0)" })
    func checkFindsNoError(_ name: String) throws {
        let folder = ExamplesTests.folder.appending(path: name)
        for viewer in ["team", "public"] {
            let run = try Program.run(["check", ".", "--as", viewer], in: folder)
            run.expectCivil("\(name)")
            #expect(run.status == 0 && run.errors.isEmpty, "\(name): \(run.errors)")
        }
        let withheld = try ExamplesTests.dossier(name).findings().filter {
            if case .shownWithout = $0.reason { true } else { false }
        }
        #expect(withheld.isEmpty)
    }

    /// The commands on the pages do what the program does.
    @Test(arguments: ["", "agreements", "two-states", "ukraine"])
    func commandsOnThePagesRun(_ name: String) throws {
        let page = try String(
            contentsOf: ExamplesTests.folder.appending(path: "\(name)/README.md"), encoding: .utf8)
        let commands = page.matches(of: /parley (roadmap Examples\/[^`\n]*)/).map { String($0.output.1) }
        #expect(commands.count >= 3)
        for command in commands {
            let words = command.trimmingCharacters(in: .whitespaces).components(separatedBy: " ")
            let run = try Program.run(words, in: Package.folder, seconds: 240)
            run.expectCivil(command)
            #expect(run.status == 0 && run.errors.isEmpty, "\(command): \(run.errors)")
            #expect(run.output.contains("The timetable of “"), "\(command)")
        }
    }

    // MARK: Agreements

    @Test(arguments: agreements) func everybodyMayReadIt(_ name: String) throws {
        let dossier = try Self.agreement(name)
        #expect(dossier.seen(by: .public) == dossier)
        #expect(dossier.basis == nil && dossier.sheets.isEmpty && dossier.packages.count == 1)
        for commitment in dossier.commitments + dossier.timetable.readings.flatMap(\.commitments) {
            #expect(commitment.article != nil, "\(commitment.id)")
        }
        #expect(dossier.sources.allSatisfy { $0.at != nil })
    }

    @Test(arguments: agreements) func isConsistent(_ name: String) throws {
        let report = try Self.agreement(name).roadmap()
        #expect(report.isConsistent && report.deadlocks.isEmpty && report.isExact)
        #expect(report.controllability == .controllable)
        #expect(report.exposures.isEmpty && report.keeping.isEmpty)
    }

    /// Dates that anybody can look up: held without the reference cases.
    @Test(
        arguments: [
            ("minsk-2", "cf", "2015-02-15T00:00", "2015-02-15T00:00"),
            ("minsk-2", "hw-end", "2015-02-15T00:00", "2015-03-03T00:00"),
            ("minsk-2", "resol", "2015-02-12T00:00", "2015-03-14T00:00"),
            ("minsk-2", "const", "2015-02-16T00:00", "2015-12-31T00:00"),
            ("jcpoa", "endorse", "2015-07-14T00:00", "2015-08-13T00:00"),
            ("jcpoa", "adopt", "2015-07-14T00:00", "2015-11-11T00:00"),
            ("jcpoa", "impl-us", "2015-07-14T00:00", nil),
            ("korea-1953", "cease", "1953-07-27T22:00", "1953-07-27T22:00"),
            ("korea-1953", "dmz-out", "1953-07-27T22:00", "1953-07-30T22:00"),
            ("dayton-1a", "foreign", "1995-12-14T00:00", "1996-01-13T00:00"),
            ("dayton-1a", "civ-disarm", "1995-12-20T00:00", "1996-01-19T00:00"),
            ("dayton-1a", "phase2-out", "1995-12-20T00:00", "1996-02-03T00:00"),
            ("dayton-1a", "phase2-in", "1996-03-20T00:00", nil),
            ("dayton-1a", "phase3", "1995-12-20T00:00", "1996-04-18T00:00"),
            ("good-friday-1998", "decom", "1998-05-22T00:00", "2000-05-22T00:00"),
            ("colombia-2016", "move", "2016-12-06T00:00", "2016-12-31T00:00"),
            ("colombia-2016", "zones-end", "2016-12-06T00:00", "2017-05-30T00:00"),
            ("bangsamoro-2014", "exit", "2014-01-25T00:00", nil),
        ] as [(String, CommitmentID, String, String?)])
    func knownDates(_ name: String, _ id: CommitmentID, _ earliest: String, _ latest: String?) throws {
        let report = try Self.agreement(name).roadmap()
        let times = try #require(report.times(of: id))
        #expect(report.roadmap.moment(times.doneEarliest)?.description == earliest)
        #expect(times.doneLatest.flatMap(report.roadmap.moment)?.description == latest)
    }

    @Test func snapbackOfTheJcpoaTakesSixtyFiveDays() throws {
        let dossier = try Self.agreement("jcpoa")
        #expect(dossier.timetable.reaction == .instantaneous)
        let report = try dossier.roadmap()
        #expect(report.roadmap.gates.count == 1 && report.roadmap.answers.count == 1)
        let measures = try #require(dossier.commitments.first { $0.id == "ir-nuc" })
        let response = try #require(measures.ifNot.first)
        #expect(response.kind == .snapback && response.within == TimeSpan(65, .days))
        #expect(Set(response.suspends) == ["impl-eu", "impl-us", "impl-un"])
        let relief = try ["impl-eu", "impl-us", "impl-un"].map { try #require(report.times(of: $0)) }
        let told = try #require(report.times(of: "iaea-verify"))
        #expect(relief.allSatisfy { $0.doneEarliest == told.doneEarliest && $0.isCritical })
    }

    // MARK: Readings

    /// Each by itself can be met; which two cannot, and because of which clauses.
    @Test func readingsOfMinsk() throws {
        let dossier = try Self.agreement("minsk-2")
        let report = try dossier.roadmap()
        let names = dossier.timetable.readings.map(\.id)
        #expect(names == ["border-after-vote", "border-before-vote", "point-9-as-written"])
        #expect(dossier.timetable.readings.map(\.heldBy) == [["russia"], ["ukraine"], []])
        #expect(report.readings.count == 4)
        #expect(report.readings.allSatisfy { $0.conflicts.isEmpty && $0.deadlocks.isEmpty })
        let clashes = report.betweenReadings.filter { !$0.conflicts.isEmpty }
        // No conflict is told twice.
        #expect(clashes.allSatisfy { Set($0.conflicts.map { Set($0.clauses) }).count == $0.conflicts.count })
        #expect(clashes.map { [$0.first, $0.second] } == [[1, 2], [2, 3]])
        for clash in clashes {
            let clauses = clash.conflicts.flatMap(\.clauses)
            #expect(
                Set(clauses.compactMap(\.commitment)).isSubset(of: ["elect", "border-start", "border-end"]))
            #expect(clauses.contains(.notBefore("elect", Prerequisite(.commitment("border-end", .done)))))
            #expect(clash.conflicts.first?.excess == 1440)
        }
        // Each reading says as much as the other about the same clauses, and cites the same source.
        let (one, other) = (dossier.timetable.readings[0], dossier.timetable.readings[1])
        #expect(one.clause == other.clause && one.sources == other.sources)
    }

    /// Nothing in the times is against it, and yet nobody can go first.
    @Test func readingsOfGoodFridayMakeARing() throws {
        let report = try Self.agreement("good-friday-1998").roadmap()
        #expect(report.readings.count == 3)
        #expect(report.readings.allSatisfy { $0.conflicts.isEmpty && $0.deadlocks.isEmpty })
        let both = try #require(report.betweenReadings.first)
        #expect(report.betweenReadings.count == 1 && both.conflicts.isEmpty)
        #expect(both.deadlocks.map { Set($0.waits.map(\.commitment)) } == [["decom", "exec"]])
        let together = both.deadlocks.flatMap(\.remedies).first { $0.way == .together }
        #expect(together?.isConsistent == true)
    }

    // MARK: Ukraine

    @Test func draftBCannotBeBegun() throws {
        let report = try ExamplesTests.dossier("ukraine").roadmap(
            RoadmapRequest(package: "draft-comprehensive-b"))
        #expect(!report.isConsistent && report.times == nil && report.mending == .impossible)
        let ring: Set<CommitmentID> = ["heavy-weapons-russia", "heavy-weapons-ukraine"]
        #expect(report.conflicts.map { Set($0.clauses.compactMap(\.commitment)) } == [ring])
        #expect(report.deadlocks.map { Set($0.waits.map(\.commitment)) } == [ring])
        let remedies = report.deadlocks.flatMap(\.remedies)
        #expect(remedies.contains { $0.way == .together && $0.isConsistent })
        #expect(remedies.contains { $0.way == .tranches && $0.isConsistent })
        // Whoever went first, it would be the same.
        let first = remedies.filter { if case .first = $0.way { true } else { false } }
        #expect(first.count == 2 && Set(first.map(\.isConsistent)).count == 1)
    }

    @Test(arguments: ["draft-interim", "draft-comprehensive-a"])
    func stepsAtTheSameMomentMendIt(_ package: String) throws {
        let report = try ExamplesTests.dossier("ukraine").roadmap(RoadmapRequest(package: package))
        #expect(report.isConsistent && report.deadlocks.isEmpty && report.isExact)
        #expect(report.controllability == .controllable)
        let times = try #require(report.times)
        func steps(_ id: CommitmentID) -> [StepTimes?] {
            report.roadmap.steps.indices.filter { report.roadmap.steps[$0].commitment.id == id }.map {
                times[$0]
            }
        }
        let (one, other) = (steps("pull-back-russia"), steps("pull-back-ukraine"))
        #expect(one.count == 3 && one == other)
        #expect(one.last??.doneLatest == 90 * 1440)
        // Six verified steps back have two outcomes each, and the ceasefire; draft A's guarantee two more.
        #expect(report.roadmap.gates.count == (package == "draft-interim" ? 7 : 9))
        let people: Set<CommitmentID> = [
            "passage-russia", "passage-ukraine", "return-russia", "return-ukraine",
        ]
        for id in people { #expect(report.times(of: id)?.begunEarliest == 0) }
    }

    /// Who has less time has it on both sides.
    @Test(arguments: ["pull-back-russia", "pull-back-ukraine"])
    func fewerDaysNeedLuck(_ id: CommitmentID) throws {
        let dossier = try ExamplesTests.dossier("ukraine")
        let days = { (count: Int) in
            try dossier.roadmap(
                RoadmapRequest(
                    package: "draft-interim",
                    changes: [CommitmentChange(id, .deadline(.within(TimeSpan(count, .days), of: nil)))]))
        }
        let short = try days(45)
        #expect(short.isConsistent && short.controllability != .controllable && short.failure != nil)
        #expect(try days(90).controllability == .controllable)
    }

    /// A commitment of one conflict party is that of the other with the names exchanged.
    @Test func neitherSideGoesFirstMoreThanTheOther() throws {
        let dossier = try ExamplesTests.dossier("ukraine")
        let all = Dictionary(uniqueKeysWithValues: dossier.commitments.map { ($0.id, $0) })
        var pairs = 0
        for commitment in all.values where commitment.id.rawValue.hasSuffix("-russia") {
            let twin = try #require(all[commitment.id.exchanged])
            var turned = commitment.exchanged
            // What a breach takes back differs, as what is on the table differs.
            #expect(turned.ifNot.count == twin.ifNot.count)
            for place in turned.ifNot.indices {
                let taken = turned.ifNot[place].suspends.filter { all[$0]?.who.contains("ukraine") == true }
                #expect(
                    taken == twin.ifNot[place].suspends.filter { all[$0]?.who.contains("ukraine") == true })
                #expect(turned.ifNot[place].suspends.count >= 1 || twin.ifNot[place].suspends.isEmpty)
                turned.ifNot[place].suspends = twin.ifNot[place].suspends
            }
            #expect(turned == twin)
            pairs += 1
        }
        #expect(pairs == 7)
        // What both do together is named by neither.
        let both: Set<PartyID> = ["russia", "ukraine"]
        for commitment in all.values where !both.isDisjoint(with: commitment.who) {
            let suffix = commitment.id.rawValue.split(separator: "-").last
            #expect(Set(commitment.who) == both || suffix == "russia" || suffix == "ukraine")
        }
    }

    @Test func noStakeDescribesARealParty() throws {
        for name in ["ukraine"] + Self.agreements.map({ "agreements/\($0)" }) {
            for sheet in try ExamplesTests.dossier(name).sheets {
                #expect(sheet.commitments.isEmpty && sheet.discountAYear == nil, "\(sheet.id)")
            }
        }
        // Every number is an illustration of the authors.
        let timed = try ExamplesTests.dossier("ukraine").commitments
        #expect(timed.allSatisfy { $0.sources.contains(.source("authors", passage: nil)) || $0.takes == nil })
    }

    // MARK: Norrast and Velune

    @Test func keepingAndBreaking() throws {
        let report = try ExamplesTests.dossier("two-states").roadmap(RoadmapRequest(package: "norrast-paper"))
        #expect(report.isConsistent && report.controllability == .controllable)
        var verdicts: [String: SelfEnforcement.Verdict] = [:]
        for keeping in report.keeping {
            let step = report.roadmap.steps[keeping.step].commitment.id
            verdicts["\(step) \(keeping.party)"] = keeping.model.verdict
        }
        #expect(
            verdicts == [
                "thin-velune velune": .never, "share-dues norrast": .never,
                "leave-strip-norrast norrast": .possible, "thin-norrast norrast": .sure,
                "leave-strip-velune velune": .sure,
            ])
        let phased = try #require(
            report.keeping.first { report.roadmap.steps[$0.step].commitment.id == "thin-velune" })
        let tranches = try #require(phased.tranches)
        #expect(tranches.leastCount == 3 && !tranches.isKept(inAllOf: 2) && tranches.isKept(inAllOf: 3))
        // Nothing follows, so nothing that follows could be made likelier.
        let dues = try #require(report.keeping.first { $0.model.loss.greatest == 0 })
        #expect(dues.model.leastSnapback(.inSomeCase) == nil)

        #expect(report.exposures.map(\.party) == ["norrast", "velune"])
        let names = report.exposures.map { exposure in
            exposure.exposure.worst.event.map {
                report.roadmap.steps[exposure.steps[$0.entry]].commitment.id
            }
        }
        #expect(names == ["leave-strip-velune", "thin-velune"])
    }

    /// Who sees which stakes follows the sheets.
    @Test func stakesStayWithTheirSheets() throws {
        let dossier = try ExamplesTests.dossier("two-states")
        func parties(_ viewer: Viewer) throws -> [PartyID] {
            try dossier.seen(by: viewer).roadmap(RoadmapRequest(package: "norrast-paper")).exposures.map(
                \.party)
        }
        #expect(try parties(.team) == ["norrast", "velune"])
        #expect(try parties(.party("velune")) == ["velune"])
        #expect(try parties(.party("norrast")).isEmpty && parties(.table).isEmpty)
    }

    /// Stakes are beside what packages are worth, and never in it.
    @Test func figuresOfThePageStay() throws {
        let dossier = try ExamplesTests.dossier("two-states")
        var plain = dossier
        for place in plain.sheets.indices {
            plain.sheets[place].commitments = [:]
            plain.sheets[place].discountAYear = nil
        }
        let reports = try [dossier, plain].map { try Analysis($0.seen(by: .team)).packages() }
        #expect(reports.allSatisfy { $0.frontier.count == 64 })
        #expect(reports[0].feasible == reports[1].feasible)
        #expect(reports[0].acceptable == reports[1].acceptable)
        #expect(reports[0].negotiators.map(\.greatest) == reports[1].negotiators.map(\.greatest))
    }
}

extension RoadmapReport {
    /// The times of a commitment that is one step.
    fileprivate func times(of id: CommitmentID) -> StepTimes? {
        guard let place = roadmap.steps.firstIndex(where: { $0.commitment.id == id }) else { return nil }
        return times?[place]
    }
}

extension CommitmentID {
    fileprivate var exchanged: CommitmentID {
        let words = rawValue.split(separator: "-").map { word -> Substring in
            word == "russia" ? "ukraine" : word == "ukraine" ? "russia" : word
        }
        return CommitmentID(words.joined(separator: "-"))
    }
}

extension PartyID {
    fileprivate var exchanged: PartyID {
        switch rawValue {
        case "russia": "ukraine"
        case "ukraine": "russia"
        case "russia-parliament": "ukraine-parliament"
        case "ukraine-parliament": "russia-parliament"
        default: self
        }
    }
}

extension Commitment {
    /// The same with the names of both conflict parties exchanged.
    fileprivate var exchanged: Commitment {
        var result = self
        result.id = id.exchanged
        result.who = who.map(\.exchanged)
        result.after = after.map { group in
            group.map { Prerequisite($0.of.exchanged, least: $0.least, greatest: $0.greatest) }
        }
        // Waits for both stand in one order on both sides.
        if result.after.count > 1 { result.after = Set(result.after) == Set(after) ? after : result.after }
        result.togetherWith = togetherWith.map(\.exchanged)
        for place in ifNot.indices {
            result.ifNot[place].who = ifNot[place].who.map(\.exchanged)
            result.ifNot[place].suspends = ifNot[place].suspends.map(\.exchanged)
        }
        return result
    }
}

extension Milestone {
    fileprivate var exchanged: Milestone {
        guard case .commitment(let id, let progress, let tranche) = self else { return self }
        return .commitment(id.exchanged, progress, tranche: tranche)
    }
}
