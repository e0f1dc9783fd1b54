import Assessment
import Bargaining
import BigInt
import Briefing
import Negotiation
import Testing

@Suite struct WordingTests {
    private let wording = Wording.english

    @Test func countsOfPackages() {
        #expect(wording.count(PackageCount(5_832)).text == "5,832")
        #expect(wording.count(PackageCount(lower: 3, upper: 1_000)).text == "between 3 and 1,000")
        let large = BigInt(123) * BigInt(10).power(18)
        #expect(wording.count(PackageCount(large)).text == "1.2 × 10²⁰ (exactly 123000000000000000000)")
        #expect(wording.brief(PackageCount(1_200_000)).text == "1.2 million")
        #expect(wording.brief(PackageCount(1_234_567)).text == "about 1.2 million")
        #expect(wording.brief(PackageCount(3_000_000_000)).text == "3 billion")
    }

    @Test func numbersAndDates() throws {
        #expect(wording.number(0) == "no")
        #expect(wording.number(14) == "fourteen")
        #expect(wording.number(21) == "21")
        #expect(wording.share(15, of: 20).text == "fifteen of twenty")
        #expect(wording.share(15, of: 22).text == "15 of 22")
        #expect(wording.points(Rational(10, over: 3)) == "3.33")
        #expect(wording.exactPoints(Rational(10, over: 3)) == "3.33 (10/3)")
        #expect(wording.exactPoints(Rational(-5, over: 2)) == "−2.5")
        #expect(wording.date(try #require(CalendarDate("2025-03-10"))).text == "10 March 2025")
        #expect(wording.date(try #require(CalendarDate("2025-03"))).text == "March 2025")
        #expect(wording.date(try #require(CalendarDate("2025"))).text == "2025")
    }

    @Test func lists() {
        #expect(wording.list(["A"]).text == "A")
        #expect(wording.list(["A", "B"]).text == "A and B")
        #expect(wording.list(["A", "B", "C"], .or).text == "A, B or C")
        #expect(wording.list([String]()).isEmpty)
    }

    @Test func aTranslationIsOneMoreValue() {
        var french = Wording.english
        french.language = "fr"
        french.templates["There is no {0} named {1}."] = "Il n’y a pas de {0} du nom de {1}."
        french.templates["issue"] = "question"
        let phrasing = Phrasing(Dossier(), wording: french)
        let error = AssessmentError.unknown(.issue, name: "lin", nearest: "line")
        #expect(phrasing.problem(error).text == "Il n’y a pas de question du nom de lin.")
    }

    @Test func templatesMayReorderAndNamesMayHoldBraces() {
        var other = Wording.english
        other.templates["{0} before {1}"] = "{1} after {0}"
        #expect(other("\("{1}") before \("x")").text == "x after {1}")
    }

    @Test func conditionsInWords() {
        let dossier = Dossier(issues: [
            Negotiation.Issue(
                id: "line", title: "Line",
                options: [
                    Option(id: "zone", title: "demilitarised zone"), Option(id: "freeze", title: "freeze"),
                ]),
            Negotiation.Issue(
                id: "guarantee", title: "Guarantee", options: [Option(id: "none", title: "none")]),
        ])
        let phrasing = Phrasing(dossier)
        let zone = Condition.choose("line", ["zone"])
        let none = Condition.choose("guarantee", ["none"])
        #expect(
            phrasing.condition(.all([zone, none])).text
                == "“Line: demilitarised zone”, and “Guarantee: none”")
        #expect(
            phrasing.condition(.choose("line", ["zone", "freeze"])).text
                == "“demilitarised zone” or “freeze” on “Line”")
        let rule = Rule(
            id: "r", kind: .logic, when: .choose("line", ["zone", "freeze"]), demand: .forbid(none))
        #expect(
            phrasing.demand(rule).text
                == "Where a package has “demilitarised zone” or “freeze” on “Line”, it cannot have “Guarantee: none”."
        )
        #expect(phrasing.condition(.not(zone)).text == "not “Line: demilitarised zone”")
        #expect(
            phrasing.condition(.all([none, .any([zone, .not(.all([zone, none]))])])).text
                == "“Guarantee: none”, and (“Line: demilitarised zone”, or not (“Line: demilitarised zone”, and “Guarantee: none”))"
        )
        #expect(phrasing.condition(.all([])).text == "always")
        #expect(phrasing.condition(.any([])).text == "never")
    }
}
