import Negotiation

/// An issue that many peace processes have, with options to start from. None is scored, and none is recommended.
public struct IssueTemplate: Hashable, Sendable, Identifiable {
    /// What issues are about.
    public enum Group: String, Hashable, Sendable, CaseIterable {
        /// Stopping the fighting.
        case ceasefire
        /// Watching that it is kept, and settling differences about it.
        case monitoring
        /// Lines, zones and forces.
        case separation
        /// People in the power of the other side, people missing, people in need.
        case people
        /// Lasting security.
        case security
        /// Who governs, where and how.
        case governance
        /// Return, property, justice.
        case justice
        /// Sanctions, recovery, trade.
        case economy
        /// How the parties go on talking and bind themselves.
        case process
    }

    /// One answer.
    public struct Choice: Hashable, Sendable {
        /// The stable name within the issue.
        public let id: String
        /// The title that people read.
        public let title: String
        /// Whose yes it typically needs beyond the negotiators', in words; a team says who that is.
        public let consent: String?

        static func option(_ id: String, _ title: String, consent: String? = nil) -> Choice {
            Choice(id: id, title: title, consent: consent)
        }
    }

    /// The stable name.
    public let id: String
    /// What it is about.
    public let group: Group
    /// The title that people read.
    public let title: String
    /// The question in a sentence.
    public let text: String
    /// Why people usually care: where to look for interests.
    public let interests: [String]
    /// The answers, besides ``today``.
    public let options: [Choice]

    /// The option that every issue starts with: a team replaces its title by what is in force.
    public static let today = Choice(id: "as-things-stand", title: "As things stand", consent: nil)

    init(
        _ id: String, _ group: Group, _ title: String, _ text: String, interests: [String],
        _ options: [Choice]
    ) {
        self.id = id
        self.group = group
        self.title = title
        self.text = text
        self.interests = interests
        self.options = options
    }
}

/// A rule that holds in most processes, offered where a dossier has all the issues that it speaks of.
struct RuleTemplate {
    let id: String
    let kind: Rule.Kind
    /// The issue and options where it applies.
    let when: (issue: String, options: [String])
    /// What it then requires.
    let require: (issue: String, options: [String])
    let because: String
}

/// An obligation of published law that bears on common issues.
struct MinimumTemplate {
    let id: String
    let kind: Minimum.Kind
    let text: String
    let concerns: [String]
    let sources: [String]
}

/// Common issues, options, rules and minimums, written for Parley after the categories of published agreements and
/// drafting guides: PA-X (University of Edinburgh), the Peace Accords Matrix (Kroc Institute, University of Notre Dame),
/// *The Ceasefire Drafter's Handbook* (Public International Law & Policy Group, 2013) and *Guidance on Mediation of
/// Ceasefires* (United Nations, 2022).
public enum StartingLibrary {
    /// Every issue, by group.
    public static let issues: [IssueTemplate] =
        (ceasefireIssues + peopleIssues + orderIssues + processIssues).sorted {
            (IssueTemplate.Group.allCases.firstIndex(of: $0.group) ?? 0)
                < (IssueTemplate.Group.allCases.firstIndex(of: $1.group) ?? 0)
        }

    /// The issue of that name.
    public static func issue(_ id: String) -> IssueTemplate? { issues.first { $0.id == id } }
}
