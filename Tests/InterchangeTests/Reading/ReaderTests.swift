import Interchange
import Negotiation
import Testing

/// What the reader understands, and how it says what it does not.
@Suite struct ReaderTests {
    static let small = """
        parley: 1
        title: A small case
        parties:
          - {id: north, name: North, roles: [negotiator]}
          - {id: south, name: {en: South, fr: Sud}, roles: negotiator}
          - {id: host, name: Host, roles: [host]}
        interests: [{id: safety, of: [north, south], text: Nobody is shot at., source: brief}]
        sources: [{id: brief, title: The brief}]
        issues:
          - id: line
            title: The line
            source: {of: brief, at: page 2}
            today: as-is
            options:
              - as-is
              - {id: zone, title: A zone, consent: [host], serves: [safety], seen-by: {floated: [north]}}
          - id: scope
            options: [none, {id: energy}, all-domains]
        rules:
          - {id: first, kind: physical, when: {line: zone}, require: {scope: [energy, all-domains]}, because: It must.}
        packages: [{id: draft, choose: {line: zone, scope: all-domains}, dated: 2025-03-10}]
        """
    static let sheet = """
        party: north
        basis: estimate
        weights: {line: 20, scope: [20, 40]}
        values:
          line: {as-is: 0, zone: 5/9}
          scope: {order: [all-domains, [none, energy]]}
        out-of: 100
        without-agreement: {text: War, worth: [30, 40.5]}
        red-lines: [{choose: {line: as-is}, firmness: believed, source: GC I Art. 12}]
        """

    @Test func readsASmallDossier() throws {
        let read = try reading(["dossier.yaml": Self.small, "sheets/north-team.yaml": Self.sheet])
        let dossier = read.dossier
        #expect(dossier.parties.map(\.id.rawValue) == ["north", "south", "host"])
        #expect(dossier.parties[1].name == Text(byLanguage: ["en": "South", "fr": "Sud"]))
        #expect(dossier.issues[0].sources == [.source("brief", passage: "page 2")])
        #expect(dossier.issues[0].options[1].seenBy == .floated(["north"]))
        #expect(dossier.issues[1].options.map(\.title) == ["none", "energy", "all-domains"])
        #expect(dossier.rules[0].demand == .require(.choose("scope", ["energy", "all-domains"])))
        let sheet = try #require(dossier.sheet("north-team"))
        #expect(sheet.values["line"] == .numbers(["as-is": Amount(0), "zone": Amount(Rational(5) / 9)]))
        #expect(sheet.values["scope"] == .order([["all-domains"], ["none", "energy"]]))
        #expect(sheet.outOf == ["line": 100, "scope": 100])
        #expect(sheet.withoutAgreement?.worth == Amount(from: 30, to: Rational(81) / 2))
        #expect(sheet.redLines[0].sources == [.work("GC I Art. 12")])
        let zone = ItemPath(["issues", "line", "options", "zone", "consent"])
        #expect(read.places.place(of: zone)?.description == "dossier.yaml:16:35")
        let weight = ItemPath(["sheets", "north-team", "weights", "scope"])
        #expect(read.places.place(of: weight)?.description == "sheets/north-team.yaml:3:21")
    }

    @Test func reportsEverythingAtOnce() throws {
        let wrong = """
            parley: 1
            partys: []
            parties:
              - {id: north, roles: [negotiater]}
            issues:
              - id: line
                today: zon
                options: [as-is, zone]
              - title: Without a name
                options: as-is
            packages:
              - {id: a, choose: {line: zone, lines: zone}, dated: 2025-02-30}
            """
        let lines = try refusal(["dossier.yaml": wrong])
        #expect(
            lines == [
                "dossier.yaml:2:1: error: a dossier has no key `partys`; did you mean `parties`?",
                "dossier.yaml:4:25: error: `negotiater` is none of the words that may stand here; expected one of "
                    + "`negotiator`, `mediator`, `guarantor`, `owner`, `host`, `observer`, `constituency`; "
                    + "did you mean `negotiator`?",
                "dossier.yaml:7:12: error: no option is named `zon`; did you mean `zone`?",
                "dossier.yaml:9:5: error: an issue without `id`; expected the key `id`",
                "dossier.yaml:10:14: error: the text `as-is` stands here; expected a list of options",
                "dossier.yaml:12:55: error: `2025-02-30` is not a date; expected a day, month or year that exists: "
                    + "`2025-03-10`, `2025-03` or `2025`",
            ])
    }

    @Test func worthsOverTime() throws {
        func sheet(_ overTime: String) -> [String: String] {
            [
                "dossier.yaml": Self.small,
                "sheets/north-team.yaml": "party: north\nbasis: estimate\nwithout-agreement:\n"
                    + "  over-time: {\(overTime)}\n",
            ]
        }
        let read = try reading(sheet("12mo: 65/3, 0mo: 30, 3mo: [28, 36]"))
        let scenario = try #require(read.dossier.sheets[0].withoutAgreement)
        #expect(
            scenario.overTime == [0: Amount(30), 3: Amount(from: 28, to: 36), 12: Amount(Rational(65) / 3)])
        #expect(scenario.worth == nil && scenario.now == Amount(30) && scenario.horizons == [3, 12])
        #expect(
            scenario.worth(after: 2) == Amount(30) && scenario.worth(after: 11) == Amount(from: 28, to: 36))
        for wrong in [
            "3: 30", "mo: 30", "-3mo: 30", "601mo: 30", "3mo: 30, 03mo: 31", "3 mo: 30", "\"3mo \": 30",
        ] {
            let lines = try refusal(sheet(wrong))
            #expect(
                lines.count == 1 && lines[0].contains("expected whole months, each once"),
                "\(wrong): \(lines)")
            #expect(lines[0].hasPrefix("sheets/north-team.yaml:4:"), "\(lines)")
        }
        #expect(try refusal(sheet("3mo: [30, 20]")).count == 1)
    }

    /// `today` is what is in force, wherever a package is named.
    @Test func noPackageIsNamedToday() throws {
        let lines = try refusal(["dossier.yaml": Self.small.replacing("{id: draft,", with: "{id: today,")])
        #expect(lines.count == 1 && lines[0].contains("error: `today` cannot be a name"))
    }
}
