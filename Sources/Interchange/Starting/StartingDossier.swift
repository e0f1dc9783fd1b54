import Negotiation

/// What somebody asks of a new dossier.
public struct StartingRequest: Hashable, Sendable {
    /// The name of the process.
    public var title: String
    /// The names of the negotiators.
    public var parties: [String]
    /// Issues of the library, by name.
    public var issues: [String]
    /// Issues from a pasted table.
    public var table: StartingTable?

    /// A request.
    public init(title: String, parties: [String], issues: [String] = [], table: StartingTable? = nil) {
        self.title = title
        self.parties = parties
        self.issues = issues
        self.table = table
    }
}

/// Why no dossier was started.
public struct StartingFailure: Error, Hashable, Sendable, CustomStringConvertible {
    /// One reason.
    public enum Reason: Hashable, Sendable {
        /// Nobody takes part.
        case noParty
        /// There is nothing to settle.
        case noIssue
        /// The library has no such issue; the nearest name, where one is near.
        case unknownIssue(String, nearest: String?)
        /// An issue of the library is asked for twice.
        case issueTwice(String)
        /// A party of this name is given twice.
        case partyTwice(String)
        /// A title or name is empty, too long, or holds characters that cannot be seen.
        case unreadable(String)
    }

    /// All reasons.
    public var reasons: [Reason]

    /// A failure for these reasons.
    public init(reasons: [Reason]) { self.reasons = reasons }

    /// One line for each reason, with what may be done.
    public var description: String {
        reasons.map { OneLine.of(Self.sentence($0)) }.joined(separator: "\n")
    }

    private static func sentence(_ reason: Reason) -> String {
        switch reason {
        case .noParty: "there is no party: name at least one"
        case .noIssue: "there is no issue: choose some from the library, or paste a table"
        case .unknownIssue(let name, let nearest?):
            "there is no issue `\(name)` in the library; did you mean `\(nearest)`?"
        case .unknownIssue(let name, nil):
            "there is no issue `\(name)` in the library; list it to see all"
        case .issueTwice(let name): "the issue `\(name)` is asked for twice: name it once"
        case .partyTwice(let name): "the party `\(name)` is named twice: name it once"
        case .unreadable(let name):
            "\(OneLine.quoting(name)) cannot be a name: write a short one in plain characters"
        }
    }
}

/// Starts dossiers: text files that people go on writing, with comments that say what goes where.
public enum StartingDossier {
    /// The files of a new dossier, text by path: `dossier.yaml`, and for each party a sheet to fill in and rename
    /// (`sheets/NAME.yaml.example`, which the reader passes over).
    ///
    /// The dossier reads without errors. The same request gives the same texts.
    ///
    /// Complexity: linear in the texts.
    public static func files(_ request: StartingRequest) throws(StartingFailure) -> [String: String] {
        let plan = try StartingPlan(request)
        var files = ["dossier.yaml": StartingText.dossier(plan)]
        for party in plan.parties {
            files["sheets/\(party.id).yaml.example"] = StartingText.sheet(of: party, plan)
        }
        return files
    }
}

/// A request with every name made and every template found.
struct StartingPlan {
    /// An issue as it will stand in the file.
    struct PlannedIssue {
        var id: String
        var title: String
        var text: String?
        var today: String
        var options: [IssueTemplate.Choice]
        /// Comment lines: interests to listen for.
        var interests: [String] = []
        var group: IssueTemplate.Group?
    }

    var title: String
    var parties: [(id: String, name: String)] = []
    var issues: [PlannedIssue] = []
    var rules: [RuleTemplate] = []
    var minimums: [MinimumTemplate] = []

    init(_ request: StartingRequest) throws(StartingFailure) {
        var reasons: [StartingFailure.Reason] = []
        title = request.title.trimmingSpace
        for name in [title] + request.parties where !Self.isReadable(name) {
            reasons.append(.unreadable(name))
        }
        var names: Set<String> = []
        for name in request.parties.map(\.trimmingSpace) where !names.insert(name.lowercased()).inserted {
            reasons.append(.partyTwice(name))
        }
        if request.parties.isEmpty { reasons.append(.noParty) }
        if request.issues.isEmpty, request.table?.issues.isEmpty ?? true { reasons.append(.noIssue) }
        var chosen: [IssueTemplate] = []
        for name in request.issues {
            guard let template = StartingLibrary.issue(name) else {
                let nearest = NearestName.of(name, among: StartingLibrary.issues.map(\.id))
                reasons.append(.unknownIssue(name, nearest: nearest))
                continue
            }
            if chosen.contains(where: { $0.id == name }) { reasons.append(.issueTwice(name)) }
            chosen.append(template)
        }
        guard reasons.isEmpty else { throw StartingFailure(reasons: reasons) }

        var partyNames = NameMaker()
        parties = request.parties.map(\.trimmingSpace).enumerated().map { position, name in
            (partyNames.name(for: name, fallback: "party-\(position + 1)"), name)
        }
        issues = chosen.map { template in
            PlannedIssue(
                id: template.id, title: template.title, text: template.text, today: IssueTemplate.today.id,
                options: [IssueTemplate.today] + template.options, interests: template.interests,
                group: template.group)
        }
        let ids = Set(chosen.map(\.id))
        rules = StartingLibrary.rules.filter { ids.contains($0.when.issue) && ids.contains($0.require.issue) }
        minimums = StartingLibrary.minimums.filter { !ids.isDisjoint(with: $0.concerns) }
        for index in minimums.indices {
            let kept = minimums[index].concerns.filter(ids.contains)
            let minimum = minimums[index]
            minimums[index] = MinimumTemplate(
                id: minimum.id, kind: minimum.kind, text: minimum.text, concerns: kept,
                sources: minimum.sources)
        }
        // A minimum's name is never an issue's.
        var issueNames = NameMaker(avoiding: ids.union(minimums.map(\.id)))
        for entry in request.table?.issues ?? [] { add(entry, &issueNames) }
    }

    private mutating func add(_ entry: StartingTable.Entry, _ names: inout NameMaker) {
        let id = names.name(for: entry.title, fallback: "issue-\(issues.count + 1)")
        var optionNames = NameMaker()
        var today: String?
        var options: [IssueTemplate.Choice] = []
        for (position, title) in entry.options.enumerated() {
            let name = optionNames.name(for: title, fallback: "option-\(position + 1)")
            if title == entry.today { today = name }
            options.append(IssueTemplate.Choice(id: name, title: title, consent: nil))
        }
        if today == nil {
            let name = optionNames.name(for: IssueTemplate.today.title, fallback: IssueTemplate.today.id)
            options.insert(.init(id: name, title: IssueTemplate.today.title, consent: nil), at: 0)
            today = name
        }
        issues.append(
            PlannedIssue(
                id: id, title: entry.title, text: entry.text, today: today ?? IssueTemplate.today.id,
                options: options))
    }

    private static func isReadable(_ name: String) -> Bool {
        let name = name.trimmingSpace
        return !name.isEmpty && name.count <= ImportLimits().titleLength
            && TextHygiene.firstRefused(in: name, isTitle: true) == nil
    }
}
