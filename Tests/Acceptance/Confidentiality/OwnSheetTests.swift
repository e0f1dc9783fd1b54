import Testing

/// A party that sees its own sheet alone can open up and compare packages.
@Suite struct OwnSheetTests {
    private static let files = [
        "dossier.yaml": """
        parley: 1
        parties:
          - {id: north, name: North, roles: [negotiator], seen-by: public}
          - {id: south, name: South, roles: [negotiator], seen-by: public}
        issues:
          - id: line
            seen-by: public
            options: [{id: zone, seen-by: public}, {id: stays, seen-by: public}]
        """,
        "sheets/north.yaml": """
        party: north
        basis: declared
        weights: {line: 10}
        values: {line: {zone: 90, stays: 10}}
        without-agreement: {worth: 2}
        """,
        "sheets/south.yaml": """
        party: south
        basis: declared
        weights: {line: 10}
        values: {line: {zone: 20, stays: 80}}
        without-agreement: {worth: 3}
        """,
    ]

    @Test(arguments: [[], ["--json"]]) func othersAreNamedAndLeftOut(form: [String]) throws {
        for words in [["explain", ".", "line=zone"], ["compare", ".", "line=zone", "line=stays"]] {
            let runs = try [Self.files, Self.files.filter { $0.key != "sheets/south.yaml" }].map { files in
                try Scratch.with { folder in
                    try folder.write(files)
                    return try Program.run(words + ["--as", "north"] + form, in: folder)
                }
            }
            runs[0].expectCivil("\(words)")
            #expect(runs[0].status == 0 && runs[0] == runs[1], "\(words): \(runs)")
            #expect(runs[0].output.contains("9"), "\(words): \(runs[0].output)")
            let named =
                form.isEmpty ? "No sheet that this viewer may see: South." : #""withoutSheet": ["south"]"#
            #expect(runs[0].output.contains(named), "\(words): \(runs[0].output)")
        }
    }

    /// What is asked of all together still needs every sheet.
    @Test func packagesNeedEverySheet() throws {
        try Scratch.with { folder in
            try folder.write(Self.files)
            let words = ["packages", ".", "--as", "north"]
            try Program.run(words, in: folder).expectRefusal(1, saying: ["South", "--without south"])
            #expect(try Program.run(words + ["--without", "south"], in: folder).status == 0)
        }
    }
}
