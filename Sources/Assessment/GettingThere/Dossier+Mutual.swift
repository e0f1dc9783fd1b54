import Bargaining
public import Negotiation

extension Dossier {
    /// Where the negotiators want the same, and where one can give what costs it least.
    ///
    /// - Parameter request: sheets, parties left out, budget.
    /// - Throws: where a name leads nowhere or a party's sheet is undecided; not where sheets are missing.
    /// - Complexity: quadratic in the issues and in the negotiators.
    public func mutualInterests(
        _ request: AnalysisRequest = AnalysisRequest()
    ) throws(AssessmentError) -> MutualInterests {
        let (sheets, missing) = try SheetChoice(dossier: self, request: request).choose()
        let search = MutualSearch(dossier: self, sheets: sheets, budget: request.budget)
        let trades = search.trades()
        return MutualInterests(
            negotiators: sheets.map(\.party), withoutSheet: missing, without: request.leftOut(of: self),
            agreements: search.agreements(), trades: trades.list, tradesAreAll: trades.areAll,
            shared: sharedInterests,
            dovetailing: dovetailingOptions)
    }
}

/// The work on sheets side by side.
struct MutualSearch {
    let dossier: Dossier
    let sheets: [Sheet]
    let budget: Budget
    let issues: [Issue]
    /// Sheet × issue.
    let preferences: [[Preference]]
    /// What each sheet's weights sum to.
    let sums: [Amount]
    /// Each sheet's red lines, with what it calls impossible.
    let redLines: [[RedLine]]

    init(dossier: Dossier, sheets: [Sheet], budget: Budget) {
        self.dossier = dossier
        self.sheets = sheets
        self.budget = budget
        let issues = dossier.issues.filter { !$0.options.isEmpty }
        self.issues = issues
        sums = sheets.map(\.sumOfWeights)
        redLines = sheets.map { $0.central(over: issues).redLines }
        preferences = sheets.map { sheet in
            issues.map { Preference(sheet, on: $0, counts: sheet.mayCount($0.id)) }
        }
    }

    func agreements() -> [MutualInterests.Agreement] {
        guard sheets.count > 1 else { return [] }
        return issues.indices.compactMap { place in
            let own = preferences.map { $0[place] }
            let options = own[0].options
            guard options.count > 1 else { return nil }
            let caring = own.indices.filter { !own[$0].isIndifferent }
            guard !caring.isEmpty else { return nil }
            let firsts = options.filter { option in own.allSatisfy { $0.firsts.contains(option) } }
            let isOpposed = options.contains { one in
                options.contains { other in
                    one != other && own.contains { $0.mayPrefer(one, over: other) }
                        && own.contains { $0.mayPrefer(other, over: one) }
                }
            }
            if isOpposed {
                return firsts.isEmpty
                    ? nil
                    : MutualInterests.Agreement(issue: issues[place].id, kind: .sameFirst, firsts: firsts)
            }
            return MutualInterests.Agreement(
                issue: issues[place].id,
                kind: caring.count == 1 ? .countsFor(sheets[caring[0]].party) : .sameOrder, firsts: firsts)
        }
    }
}

extension Sheet {
    /// Whether an issue may count for something.
    fileprivate func mayCount(_ issue: IssueID) -> Bool {
        switch weights {
        case .numbers(let amounts, _): (amounts[issue]?.greatest ?? 0) > 0
        case .order(let groups, _): groups.contains { $0.contains(issue) }
        case .levels(let levels, _): (levels[issue] ?? .indifferent) < .indifferent
        }
    }
}
