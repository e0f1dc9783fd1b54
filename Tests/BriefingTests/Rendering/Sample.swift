import Briefing

/// Text that tries to leave every place it is put in: markup, Markdown, style sheets, terminals, reading order.
let attack =
    "<script>alert(1)</script>\"'&]]> **b** [x](http://e) | a\nb \u{1B}[31m \u{202E}abc\u{0000} */}</style> \\ `c` "

/// A document with every kind of block, the same text in all places.
func document(saying text: String) -> Document {
    let prose: Prose =
        "\(text)\(strong: text)\(emphasis: text)\(code: text)\(text, to: Anchor(text))"
    let table = DataTable(
        caption: prose,
        columns: [.init(prose, namesRows: true), .init(prose, alignment: .end), .init(prose)],
        rows: [
            [
                .init(prose, symbol: .full, note: prose), .init(prose, note: prose),
                .init(prose, symbol: .cross),
            ],
            [.init(prose)],
        ])
    let chart = BarsChart(
        title: text, description: text,
        rows: [.init(text, summary: text, central: 1, withoutAgreement: 0, withoutAgreementLabel: text)])
    let blocks: [Block] = [
        .paragraph(prose), .heading(prose, anchor: Anchor("h" + text)), .bullets([prose, prose]),
        .numbered([prose]),
        .list(ItemList(items: [.init(prose, nested: [.init(prose)])])), .table(table),
        .definitions([Definition(prose, prose)]), .note(.caution, prose, prose),
    ]
    let figure = Figure(chart.drawing(id: Anchor("f" + text)), table: table, anchor: "figure")
    return Document(
        title: text, subtitle: text, audience: text, stamps: [text, text], language: text, firstPage: blocks,
        chapters: [.init(Anchor("c" + text), title: prose, blocks: [.figure(figure)])])
}

/// A small ordinary document.
let ordinary = Document(
    title: "Two lakes", audience: "Mediation team", stamps: ["Illustration: invented numbers"],
    firstPage: [.paragraph("Aid can be settled now."), .bullets(["First", "Second"])],
    chapters: [
        .init(
            "space", title: "Both gain",
            blocks: [
                .table(
                    DataTable(
                        caption: "Worth",
                        columns: [.init("Party", namesRows: true), .init("Gain", alignment: .end)],
                        rows: [
                            ["Arland", "27"], [.init("Bergland"), .init("8", symbol: .up, note: "Central.")],
                        ])),
                .note(.notKnown, "What the League wants."),
            ])
    ])
