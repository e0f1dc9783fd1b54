import Interchange
import Negotiation
import Testing

struct GeniusImportTests {
    private func file(_ name: String, _ text: String) -> GeniusImport.File {
        .init(name: name, bytes: Array(text.utf8))
    }

    private let domain = """
        <negotiation_template><utility_space number_of_issues="3">
        <objective index="0" name="Island" type="objective">
          <issue index="1" name="Fishing rights" type="discrete">
            <item index="1" value="Shared"/><item index="2" value="Divided &amp; marked" description="By buoys"/>
          </issue>
          <objective index="9" name="Money">
            <issue index="2" name="Years" type="integer" lowerbound="-1" upperbound="3"/>
            <issue index="3" name="Зона" vtype="discrete"><item value="так"/><item value="ні"/></issue>
          </objective>
        </objective></utility_space></negotiation_template>
        """

    private func profile(
        evaluator: String = "<evaluator ftype=\"linear\" slope=\"0.25\" offset=\"0.3\"/>", more: String = ""
    ) -> String {
        """
        <utility_space><objective index="0" name="Island">
          <weight index="1" value="3.5E-1"/>
          <issue index="1" name="Fishing rights" type="discrete">
            <item index="1" value="Shared" evaluation="2"/>
            <item index="2" value="Divided &amp; marked" evaluation="3"/>
          </issue>
          <objective index="9" name="Money">
            <weight index="2" value=".5"/><weight index="3" value="0.2"/>
            <issue index="2" name="Years" type="integer" lowerbound="-1" upperbound="3">\(evaluator)</issue>
            <issue index="3" name="Зона"><item value="так" evaluation="0"/><item value="ні" evaluation="0"/></issue>
          </objective>
        </objective>\(more)</utility_space>
        """
    }

    private func errors(_ domain: String, _ profile: String) -> [ImportError] {
        do {
            _ = try GeniusImport.read(domain: file("d.xml", domain), profiles: [file("p.xml", profile)])
            return []
        } catch {
            return error.errors
        }
    }

    @Test func readsEveryKindOfIssueExactly() throws {
        let files = [file("a/North.xml", profile()), file("b/North.xml", profile())]
        let result = try GeniusImport.read(domain: file("d.xml", domain), profiles: files)
        let dossier = result.dossier
        #expect(dossier.faults().isEmpty)
        #expect(dossier.title == "Island")
        #expect(dossier.parties.map(\.id) == ["north", "north-2"])
        #expect(dossier.issues.map(\.id) == ["fishing-rights", "years", "zona"])
        #expect(dossier.issues[0].options.map(\.id) == ["shared", "divided-marked"])
        #expect(dossier.issues[0].options[1].title == "Divided & marked")
        #expect(dossier.issues[0].options[1].text == "By buoys")
        #expect(dossier.issues[1].options.map(\.id) == ["minus-1", "0", "1", "2", "3"])
        let sheet = dossier.sheets[0]
        #expect(sheet.basis == .illustration && sheet.atMost == 1)
        #expect(sheet.outOf == ["fishing-rights": 3, "years": 1, "zona": 1])
        let scoring = sheet.central(over: dossier.issues)
        #expect(scoring.points["fishing-rights"]?["shared"] == Rational(7, over: 30))
        // slope · (v − lower) + offset, at most 1: 0.3, 0.55, 0.8, 1, 1 of a weight of 0.5
        #expect(scoring.points["years"]?["minus-1"] == Rational(3, over: 20))
        #expect(scoring.points["years"]?["1"] == Rational(2, over: 5))
        #expect(scoring.points["years"]?["3"] == Rational(1, over: 2))
        // No reservation: the least utility, 7/30 + 3/20.
        #expect(scoring.withoutAgreement == Rational(23, over: 60))
        #expect(result.notes.contains { $0.kind == .worthNothing(issue: "Зона") })
    }

    @Test func reservationCountsAboveTheLeastUtility() throws {
        let more = "<reservation value=\"0.75\"/><discount_factor value=\"0.9\"/>"
        let result = try GeniusImport.read(
            domain: file("d.xml", domain), profiles: [file("p.xml", profile(more: more))])
        #expect(result.dossier.sheets[0].withoutAgreement?.worth == Amount(Rational(3, over: 4)))
        #expect(result.notes.contains { $0.kind == .discountIgnored(Rational(9, over: 10)) })
    }

    @Test func weightsThatAreOddAreSaid() throws {
        let domain =
            "<d><issue index=\"1\" name=\"A\"><item value=\"x\"/><item value=\"y\"/></issue>"
            + "<issue index=\"2\" name=\"B\"><item value=\"x\"/></issue></d>"
        let profile =
            "<u><issue index=\"1\" name=\"A\"><item value=\"x\" evaluation=\"-1\"/>"
            + "<item value=\"y\" evaluation=\"4\"/><item value=\"z\" evaluation=\"8\"/></issue>"
            + "<issue index=\"2\" name=\"B\"><item value=\"x\" evaluation=\"1\" cost=\"5\"/></issue>"
            + "<weight index=\"1\" value=\"-1\"/><weight index=\"7\" value=\"1\"/></u>"
        let result = try GeniusImport.read(domain: file("d", domain), profiles: [file("p", profile)])
        let kinds = result.notes.map(\.kind)
        #expect(kinds.contains(.negativeWeight(issue: "A")))
        #expect(kinds.contains(.unknownOption(issue: "A", option: "z")))
        #expect(kinds.contains(.noWeight(issue: "B")))
        #expect(kinds.contains(.weightOfNothing(index: "7")))
        #expect(kinds.contains(.costsIgnored(1)))
        let scoring = result.dossier.sheets[0].central(over: result.dossier.issues)
        #expect(scoring.points["a"]?["x"] == Rational(1, over: 8))
        #expect(scoring.points["a"]?["y"] == Rational(-1, over: 2))
        #expect(scoring.withoutAgreement == 0)
    }

    @Test func matchesByNameWhereTheIndexLeadsElsewhere() throws {
        let domain =
            "<d><issue index=\"1\" name=\"A\"><item value=\"x\"/></issue>"
            + "<issue index=\"2\" name=\"B\"><item value=\"y\"/></issue></d>"
        let profile =
            "<u><weight index=\"1\" value=\"0.75\"/><weight index=\"2\" value=\"0.25\"/>"
            + "<issue index=\"2\" name=\"A\"><item value=\"x\" evaluation=\"1\"/></issue>"
            + "<issue index=\"1\" name=\"B\"><item value=\"y\" evaluation=\"1\"/></issue></u>"
        let result = try GeniusImport.read(domain: file("d", domain), profiles: [file("p", profile)])
        #expect(
            result.dossier.sheets[0].weights
                == .numbers(["a": Amount(Rational(1, over: 4)), "b": Amount(Rational(3, over: 4))]))
    }

    @Test(arguments: [
        ("type=\"real\" lowerbound=\"0\" upperbound=\"1\"", "continuous"),
        ("type=\"integer\"", "bounds"),
        ("type=\"integer\" lowerbound=\"4\" upperbound=\"2\"", "above"),
        ("type=\"integer\" lowerbound=\"0\" upperbound=\"9007199254740992\"", "500 options"),
        ("type=\"integer\" lowerbound=\"0.5\" upperbound=\"2\"", "whole number"),
        ("type=\"integer\" lowerbound=\"-9223372036854775808\" upperbound=\"2\"", "whole number"),
        ("type=\"colour\"", "unknown type"),
        ("type=\"discrete\"", "no values"),
    ])
    func refusesIssues(attributes: String, word: String) {
        let text = "<d>\n <issue index=\"1\" name=\"Price\" \(attributes)/>\n</d>"
        let found = errors(text, "<u/>")
        #expect(found.count == 1)
        #expect(found.first?.what.contains(word) ?? false)
        #expect(found.first?.line == 2)
    }

    @Test func refusesProfilesWithPlaceAndRemedy() {
        let bad = profile().replacing("evaluation=\"2\"", with: "evaluation=\"1e400\"")
            .replacing("slope=\"0.25\"", with: "parameter1=\"0.25\"")
        let found = errors(domain, bad)
        #expect(found.map(\.line) == [4, 9])
        #expect(found.first?.column == 36)
        #expect(found.allSatisfy { !$0.remedy.isEmpty })
        #expect(errors(domain, domain).contains { $0.what.contains("no evaluation") })
        #expect(errors(domain, "<u><utility_function/></u>").first?.what.contains("weighted sum") ?? false)
        #expect(
            errors(domain, profile().replacing("evaluation=\"3\"", with: "evaluation=\"NaN\"")).count == 1)
        #expect(errors(domain, profile(more: "<reservation value=\"Infinity\"/>")).count == 1)
    }

    @Test func refusesDangerousFilesWithoutHarm() {
        let bomb = "<!DOCTYPE d [<!ENTITY a \"aaaa\"><!ENTITY b \"&a;&a;&a;\">]><d>&b;</d>"
        #expect(errors(bomb, "<u/>").first?.what.contains("declared") ?? false)
        let external = "<d><issue name=\"&xxe;\"/></d>"
        #expect(errors(external, "<u/>").first?.what.contains("names no character") ?? false)
        let deep = String(repeating: "<a>", count: 100_000)
        #expect(errors(deep, "<u/>").first?.what.contains("deep") ?? false)
        for text in [
            "", "{}", "<d", "<d>", "<d a=1/>", "<d a='1' a='2'/>", "</d>", "<d/><d/>", "<d>&", "<d a='",
            "<!--",
        ] {
            #expect(errors(text, "<u/>").count == 1, "\(text)")
        }
        #expect(errors("<d><issue name=\"a&#x202E;b\"><item value=\"x\"/></issue></d>", "<u/>").count == 1)
    }

    /// A note costs the same wherever on its line it stands.
    @Test func readsManyNotesOnOneLineInTime() throws {
        let domain = "<a><issue index=\"1\" name=\"x\"><item value=\"y\"/></issue></a>"
        let strange = String(repeating: "<item value=\"z\" evaluation=\"1\"/>", count: 40_000)
        let profile =
            "<a><weight index=\"1\" value=\"1\"/><issue index=\"1\" name=\"x\">"
            + "<item value=\"y\" evaluation=\"1\"/>\(strange)</issue></a>"
        let clock = ContinuousClock()
        let time = try clock.measure {
            let result = try GeniusImport.read(
                domain: file("d.xml", domain), profiles: [file("p.xml", profile)])
            #expect(result.notes.count >= 40_000)
        }
        #expect(time < .seconds(20))
    }

    @Test func readsEncodingsThatTheFileNames() throws {
        let latin =
            Array("<?xml version=\"1.0\" encoding=\"ISO-8859-1\"?><d><issue name=\"Caf".utf8) + [0xE9]
            + Array("\"><item value=\"x\"/></issue></d>".utf8)
        let profile =
            "<u><weight index=\"1\" value=\"1\"/><issue index=\"1\"><item value=\"x\" evaluation=\"1\"/></issue></u>"
        let result = try GeniusImport.read(
            domain: .init(name: "d", bytes: latin), profiles: [file("p", profile)])
        #expect(result.dossier.issues[0].title == "Café")
        #expect(result.dossier.issues[0].id == "cafe")
        for bytes: [UInt8] in [
            [0xFF, 0xFE, 0x3C, 0], [0x3C, 0x64, 0xFF, 0x2F, 0x3E], Array("<d\u{7}/>".utf8),
        ] {
            #expect(throws: ImportFailure.self) {
                try GeniusImport.read(domain: .init(name: "d", bytes: bytes), profiles: [file("p", "<u/>")])
            }
        }
        var limits = ImportLimits()
        limits.fileBytes = 10
        #expect(throws: ImportFailure.self) {
            try GeniusImport.read(domain: file("d", domain), profiles: [file("p", "<u/>")], limits: limits)
        }
        #expect(throws: ImportFailure.self) {
            try GeniusImport.read(domainAt: "/nowhere/d.xml", profilesAt: ["/nowhere"])
        }
    }
}
