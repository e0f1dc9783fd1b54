import Negotiation

extension StartingLibrary {
    /// Rules that follow from what the options say, not from anybody's politics.
    static let rules: [RuleTemplate] = [
        RuleTemplate(
            id: "form-needs-scope", kind: .logic,
            when: ("ceasefire-form", ["parallel", "renewable", "until-settlement"]),
            require: ("ceasefire-scope", ["sites", "long-range", "areas", "all-domains"]),
            because: "A ceasefire has a form only if something ceases."),
        RuleTemplate(
            id: "separation-needs-ceasefire", kind: .physical,
            when: ("line", ["distance", "zone", "withdrawal"]),
            require: ("ceasefire-scope", ["areas", "all-domains"]),
            because: "Forces cannot leave a place under fire."),
        RuleTemplate(
            id: "clearance-needs-ceasefire", kind: .physical,
            when: ("mines", ["priority-clearance", "full-clearance"]),
            require: ("ceasefire-scope", ["areas", "all-domains"]),
            because: "Mines cannot be cleared under fire."),
        RuleTemplate(
            id: "presence-needs-ceasefire", kind: .physical, when: ("security-arrangement", ["presence"]),
            require: ("ceasefire-scope", ["areas", "all-domains"]),
            because: "An international presence deploys after the fighting has stopped where it goes."),
        RuleTemplate(
            id: "findings-need-eyes", kind: .institutional, when: ("attribution", ["third-party-public"]),
            require: ("monitoring", ["third-party-remote", "third-party-presence"]),
            because: "A third party can publish only what it can find out."),
        RuleTemplate(
            id: "ceilings-need-verification", kind: .institutional, when: ("forces", ["ceilings"]),
            require: ("monitoring", ["joint-teams", "third-party-remote", "third-party-presence"]),
            because: "Nobody can tell whether a ceiling is kept without somebody who counts."),
        RuleTemplate(
            id: "steps-need-verification", kind: .institutional, when: ("sanctions", ["phased"]),
            require: ("monitoring", ["joint-teams", "third-party-remote", "third-party-presence"]),
            because: "A step that follows a verified act needs somebody who verifies."),
        RuleTemplate(
            id: "sequence-needs-verification", kind: .institutional,
            when: ("implementation", ["verified-sequence"]),
            require: ("monitoring", ["joint-teams", "third-party-remote", "third-party-presence"]),
            because: "A step that follows a verified act needs somebody who verifies."),
    ]

    /// Obligations that hold whatever is agreed. A team checks which treaties bind its parties.
    static let minimums: [MinimumTemplate] = [
        minimum(
            "care-of-wounded", "The wounded and sick are collected and cared for, whoever they are.",
            ["aid-access", "ceasefire-scope"], ["GC I Art. 12", "GC IV Art. 16"]),
        minimum(
            "distinction", "Civilians and civilian objects are not attacked.",
            ["ceasefire-scope", "prohibited-acts"],
            ["AP I Art. 48", "AP I Art. 51(2)", "AP I Art. 52(1)"]),
        minimum(
            "humane-treatment", "Detained people are treated humanely.", ["detainees"],
            ["GC III Art. 13", "GC IV Art. 27"]),
        minimum(
            "visits", "The International Committee of the Red Cross visits detained people.", ["detainees"],
            ["GC III Art. 126", "GC IV Art. 143"]),
        minimum(
            "release",
            "Seriously wounded and sick prisoners of war are returned; all are, once hostilities have ended.",
            ["detainees"], ["GC III Art. 109", "GC III Art. 118"]),
        minimum(
            "fate-of-missing",
            "Families may know the fate of their relatives; missing people are searched for.",
            ["missing"], ["AP I Art. 32", "AP I Art. 33"]),
        minimum(
            "relief-passage", "Impartial relief for civilians passes rapidly and unimpeded.",
            ["aid-access", "sanctions"],
            ["GC IV Art. 23", "AP I Art. 70"]),
        minimum(
            "no-starvation", "Nobody is starved; what civilians need to survive is not attacked.",
            ["aid-access", "essential-services"], ["AP I Art. 54"]),
        minimum(
            "mine-records", "Mines are recorded, and cleared, marked or fenced after active hostilities.",
            ["mines"],
            ["CCW Amended Protocol II Art. 9", "CCW Amended Protocol II Art. 10"]),
        minimum(
            "no-forced-transfer",
            "Nobody is forcibly transferred, or returned to where they would be persecuted.",
            ["displacement", "territory-status"], ["GC IV Art. 49", "Refugee Convention Art. 33"]),
        minimum(
            "own-country", "Nobody is arbitrarily kept from entering their own country.", ["displacement"],
            ["ICCPR Art. 12(4)"], .humanRights),
        minimum(
            "grave-breaches", "People alleged to have committed grave breaches are searched for and tried.",
            ["accountability"], ["GC IV Art. 146"]),
        minimum(
            "no-amnesty",
            "No amnesty for genocide, crimes against humanity or war crimes is endorsed (United Nations).",
            ["accountability"], ["S/2004/616 para. 10"], .mandate),
        minimum(
            "remedy", "Whoever's rights were violated has an effective remedy.",
            ["reparations", "property", "accountability"],
            ["ICCPR Art. 2(3)"], .humanRights),
        minimum(
            "children", "Children do not take a direct part in hostilities and are not recruited.",
            ["armed-groups"],
            ["AP I Art. 77(2)"]),
        minimum(
            "minorities", "Minorities may enjoy their culture, religion and language.",
            ["local-government", "territory-status"], ["ICCPR Art. 27"], .humanRights),
        minimum(
            "public-affairs", "Every citizen may take part in public affairs and vote.",
            ["power-sharing", "ratification"], ["ICCPR Art. 25"], .humanRights),
        minimum(
            "women", "Women take part in decisions about peace at all levels (United Nations).",
            ["public-dialogue", "implementation", "ratification"], ["S/RES/1325 (2000) para. 1"], .mandate),
    ]

    private static func minimum(
        _ id: String, _ text: String, _ concerns: [String], _ sources: [String],
        _ kind: Minimum.Kind = .humanitarianLaw
    ) -> MinimumTemplate {
        MinimumTemplate(id: id, kind: kind, text: text, concerns: concerns, sources: sources)
    }
}
