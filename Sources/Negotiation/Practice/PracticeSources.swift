extension PracticeItem.Source {
    static let ceasefireGuidance = Self(
        title: "Guidance on Mediation of Ceasefires",
        author: "United Nations Department of Political and Peacebuilding Affairs", year: 2022)
    static let drafters = Self(
        title: "The Ceasefire Drafter's Handbook", author: "Public International Law & Policy Group",
        year: 2013)
    static let mediation = Self(
        title: "Guidance for Effective Mediation", author: "United Nations", year: 2012)
    static let gender = Self(
        title: "Guidance on Gender and Inclusive Mediation Strategies",
        author: "United Nations Department of Political Affairs", year: 2017)
    static let sexualViolence = Self(
        title:
            "Guidance for Mediators: Addressing Conflict-Related Sexual Violence in Ceasefire and Peace Agreements",
        author: "United Nations Department of Political Affairs", year: 2012)
    static let women = Self(
        title: "Resolution 1325 (2000)", author: "United Nations Security Council", year: 2000)
    static let youth = Self(
        title: "Resolution 2250 (2015)", author: "United Nations Security Council", year: 2015)
    static let displacement = Self(
        title: "Guiding Principles on Internal Displacement", author: "United Nations (E/CN.4/1998/53/Add.2)",
        year: 1998)
    static let repatriation = Self(
        title: "Handbook: Voluntary Repatriation: International Protection",
        author: "United Nations High Commissioner for Refugees", year: 1996)
    static let anderson = Self(
        title: "Do No Harm: How Aid Can Support Peace—or War", author: "Mary B. Anderson", year: 1999)
    static let humanitarianPrinciples = Self(
        title: "Resolution 46/182, guiding principles", author: "United Nations General Assembly", year: 1991)
    static let thirdConvention = Self(
        title: "Third Geneva Convention, Articles 109 and 118", author: "Diplomatic Conference of Geneva",
        year: 1949)
    static let transitionalJustice = Self(
        title:
            "The Rule of Law and Transitional Justice in Conflict and Post-Conflict Societies (S/2004/616)",
        author: "Secretary-General of the United Nations", year: 2004)
    static let children = Self(
        title: "The Paris Principles on Children Associated with Armed Forces or Armed Groups",
        author: "United Nations Children's Fund", year: 2007)
    static let mines = Self(
        title: "Amended Protocol II to the Convention on Certain Conventional Weapons, Articles 9 and 10",
        author: "Conference of the States Parties", year: 1996)
}
