/// The style of a page: system letters, neutral colours that read the same in grey, light and dark.
enum Stylesheet {
    /// On a screen, from a telephone up.
    static let screen = """
        :root { --paper: #fff; --ink: #1a1c1e; --quiet: #565d63; --rule: #c3c8cc; --wash: #f3f4f5; --link: #1f4e79; --shade: #0004;
          color-scheme: light dark; }
        @media screen and (prefers-color-scheme: dark) {
          :root { --paper: #16181a; --ink: #e6e7e8; --quiet: #a6adb3; --rule: #454b50; --wash: #212427;
            --link: #9cc3ea; --shade: #fff5; } }
        * { box-sizing: border-box; }
        html { background: var(--paper); color: var(--ink); -webkit-text-size-adjust: 100%; }
        body { margin: 0 auto; padding: 0 1rem 4rem; max-width: 46rem; overflow-wrap: break-word; line-height: 1.5;
          font: 1.0625rem/1.5 system-ui, -apple-system, "Segoe UI", Roboto, "Noto Sans", "Liberation Sans",
            sans-serif; }
        h1, h2, h3 { line-height: 1.25; text-wrap: balance; }
        h1 { font-size: 1.9rem; margin: 1.5rem 0 .25rem; }
        h2 { font-size: 1.4rem; margin: 0 0 1rem; }
        h3 { font-size: 1.1rem; margin: 2rem 0 .5rem; }
        p, ul, ol, dl { margin: 0 0 .9rem; }
        ul, ol { padding-inline-start: 1.5rem; }
        li { margin-bottom: .3rem; }
        li > ul { margin: .3rem 0 0; }
        a { color: var(--link); text-underline-offset: .15em; }
        code { font: .92em ui-monospace, "DejaVu Sans Mono", "Liberation Mono", monospace; }
        dt { font-weight: 600; }
        dd { margin: 0 0 .6rem 1.5rem; }
        .skip { position: absolute; left: -100vw; }
        .skip:focus { left: 0; top: 0; z-index: 2; padding: .5rem; background: var(--paper); }
        .running { position: sticky; top: 0; z-index: 1; margin: 0 -1rem; padding: .35rem 1rem; background: var(--paper);
          border-bottom: 1px solid var(--rule); color: var(--quiet); font-size: .82rem; }
        .subtitle { font-size: 1.15rem; color: var(--quiet); margin: 0 0 .75rem; }
        .audience { font-weight: 600; margin: 0 0 .4rem; }
        .stamp { display: inline-block; margin: 0 .5rem .75rem 0; padding: .1rem .5rem; border: 2px solid var(--ink);
          font-weight: 600; }
        .aside { color: var(--quiet); font-size: .88rem; font-weight: 400; }
        header { border-bottom: 1px solid var(--rule); margin-bottom: 1.25rem; }
        nav { margin: 2.5rem 0; padding: 1rem 1.25rem; background: var(--wash); }
        nav h2 { font-size: 1.05rem; margin: 0 0 .5rem; }
        nav ol { margin: 0; padding-inline-start: 2.1rem; }
        .chapter { margin-top: 3.25rem; padding-top: 1rem; border-top: 1px solid var(--rule); }
        .chapter, #first-page { position: relative; scroll-margin-top: 2.5rem; }
        h3, figure, [data-n], .table-notes li { scroll-margin-top: 3rem; }
        .count { color: var(--quiet); font-weight: 400; margin-inline-end: .35rem; }
        .note { margin: 0 0 1rem; padding: .6rem .9rem; background: var(--wash); border-inline-start: 4px solid var(--quiet); }
        .note.illustration { border-inline-start-style: double; }
        .note.notKnown { border-inline-start-style: dotted; }
        .note.caution { border-inline-start: 6px solid var(--ink); }
        .note p { margin: 0 0 .4rem; }
        .note p:last-child { margin: 0; }
        .note .kind { font-weight: 600; }
        .table-box { overflow-x: auto; margin: 0 0 1.25rem; }
        table { border-collapse: collapse; min-width: 60%; font-size: .94rem; font-variant-numeric: tabular-nums;
          line-height: 1.4; }
        caption { text-align: start; font-weight: 600; padding: 0 0 .4rem; }
        caption > span { position: sticky; inset-inline-start: 0; display: block; width: fit-content;
          max-width: min(44rem, 100vw - 2rem); }
        th, td { text-align: start; vertical-align: top; padding: .35rem .9rem .35rem 0; border-bottom: 1px solid var(--rule);
          min-width: 3.5rem; overflow-wrap: normal; }
        thead th { vertical-align: bottom; border-bottom: 2px solid var(--quiet); }
        tbody th { font-weight: 600; min-width: 7rem; }
        .grouped tbody tr:not(:last-child) th { border-bottom: 0; }
        .words { min-width: 12rem; }
        body:not(.numbered) tbody th { position: sticky; inset-inline-start: 0; background: var(--paper); }
        .end { text-align: end; }
        td.end { white-space: nowrap; }
        .date { white-space: nowrap; }
        .center { text-align: center; }
        .symbol { display: inline-block; min-width: 1.1em; text-align: center; }
        sup { line-height: 0; font-size: .75em; }
        .dense { font-size: .86rem; line-height: 1.3; }
        .dense th, .dense td { padding-block: .15rem; }
        .table-notes { list-style: none; padding: 0; margin: .4rem 0 0; font-size: .88rem; color: var(--quiet); }
        figure { margin: 1.5rem 0; }
        figcaption { margin-bottom: .6rem; }
        figcaption .aside { display: block; }
        .chart-box { overflow-x: auto; margin-bottom: 1rem; }
        .sideways { display: none; color: var(--quiet); font-size: .82rem; margin: 0 0 .3rem; }
        @media screen { .table-box, .chart-box {
          background: linear-gradient(to right, var(--paper) 40%, transparent) 0 0 / 3rem 100% no-repeat local,
            linear-gradient(to left, var(--paper) 40%, transparent) 100% 0 / 3rem 100% no-repeat local,
            linear-gradient(to right, var(--shade), transparent) 0 0 / .9rem 100% no-repeat scroll,
            linear-gradient(to left, var(--shade), transparent) 100% 0 / .9rem 100% no-repeat scroll; } }
        @media screen and (min-width: 50rem) {
          .table-box { width: min-content; min-width: 100%; max-width: calc(50vw + 21rem); }
          .numbered .table-box { max-width: calc(50vw + 18.9rem); }
          .stacked tbody th { min-width: 10rem; } }
        .numbered #first-page, .numbered .chapter { padding-inline-start: 2.1rem; }
        [data-n]::before { content: attr(data-n); position: absolute; inset-inline-start: 0; width: 1.6rem; text-align: end;
          color: var(--quiet); font-size: .72rem; font-weight: 400; line-height: 1.5rem; font-variant-numeric: tabular-nums; }
        @media (max-width: 30rem) { body { padding: 0 .75rem 3rem; } table { font-size: .88rem; }
          tbody th { min-width: 5.5rem; } td.end { white-space: normal; }
          th, td { padding-inline-end: .6rem; } .running { margin: 0 -.75rem; padding: .35rem .75rem; } }
        @media screen and (max-width: 36rem) {
          .sideways { display: block; }
          .stacked, .stacked :is(caption, tbody, tr, th, td) { display: block; width: auto; }
          .stacked thead { display: none; }
          .stacked :is(th, td) { position: static; border: 0; padding: 0 0 .2rem; min-width: 0; }
          .stacked .end { text-align: start; }
          .stacked tr { padding: .5rem 0; border-top: 1px solid var(--rule); }
          .stacked :is(th, td):empty:not([data-n]) { display: none; }
          .stacked td[data-label]::before { content: attr(data-label) ": "; color: var(--quiet);
            position: static; font-size: inherit; } }

        """

    /// What charts look like on a page; a chart outside a page is drawn in its own black.
    static let charts = """
        .chart { display: block; width: 100%; height: auto; max-width: calc(var(--units) * 1.35px); color: var(--ink);
          font-family: system-ui, -apple-system, "Segoe UI", Roboto, "Noto Sans", "Liberation Sans", sans-serif; }
        .chart.wide { min-width: calc(var(--units) * .9px); }
        .chart .halo { stroke: var(--paper); }
        .chart .label { paint-order: stroke; stroke: var(--paper); stroke-width: 4px; stroke-linejoin: round; }
        .chart .blank { fill: var(--paper); }
        .chart .quiet { color: var(--quiet); }

        """

    /// On A4 paper: margins with what must be on every page, and breaks where they do no harm.
    static func paper(for document: Document) -> String {
        let stamps = document.stamps.joined(separator: " · ")
        return """
            @page { size: A4; margin: 19mm 17mm 18mm 19mm;
              @top-left { content: \(styleString(document.audienceLine)); \(marginText) font-weight: bold; white-space: nowrap; }
              @top-right { content: \(styleString(stamps)); \(marginText) font-weight: bold; text-align: right; }
              @bottom-left { content: \(styleString(document.title)); \(marginText) }
              @bottom-right { content: counter(page) " / " counter(pages); \(marginText) } }
            @media print {
              html { font-size: 9.5pt; }
              body { max-width: none; padding: 0; font-size: 1rem; line-height: 1.36; }
              .running, .skip { display: none; }
              .first-page { break-after: page; font-size: 11.5pt; line-height: 1.45; }
              nav { background: none; padding: 0; margin: 0; }
              nav li { margin-bottom: .1rem; }
              a { color: inherit; text-decoration: none; }
              h1 { margin-top: 0; }
              h2 { font-size: 13pt; margin-bottom: 2.5mm; }
              h3 { font-size: 10.5pt; margin: 4mm 0 1.5mm; }
              h1, h2, h3, figcaption, caption, .kind, dt { break-after: avoid; }
              h1, h2, h3, .keep, .plate, .note, .short, tr, li, dt { break-inside: avoid; }
              thead, tbody tr:first-child:not(:last-child) { break-after: avoid; }
              tbody tr:last-child:not(:first-child) { break-before: avoid; }
              .grouped tbody:not(.long) { break-inside: avoid; }
              :is(p, .keep):has(+ .table-box), :is(p, .keep):has(+ figure) { break-after: avoid; }
              p { orphans: 3; widows: 3; }
              p, ul, ol, dl { margin-bottom: 2mm; }
              li { margin-bottom: .7mm; }
              dd { margin: 0 0 1.2mm 5mm; }
              .note { padding: 1.5mm 3mm; margin-bottom: 2.5mm; }
              .table-box, .chart-box { overflow: visible; }
              .table-box { margin-bottom: 3.5mm; }
              table { font-size: 8.5pt; line-height: 1.28; width: 100%; }
              th, td { padding: .7mm 3mm .7mm 0; min-width: 0; }
              tbody th { min-width: 17mm; }
              .figures { width: auto; min-width: 50%; }
              .dense { font-size: 8pt; line-height: 1.2; }
              .dense th, .dense td { padding-block: .35mm; }
              .table-notes { font-size: 8pt; break-before: avoid; }
              .words { min-width: 0; }
              tbody th { position: static !important; }
              thead { display: table-header-group; }
              figure { margin: 3mm 0; }
              .plate .chart { min-width: 0; max-width: min(100%, calc(var(--units) * .25mm)); max-height: 118mm; }
              .chapter { margin-top: 6mm; padding-top: 3mm; }
              * { print-color-adjust: exact; -webkit-print-color-adjust: exact; } }

            """
    }

    private static let marginText = "font: 8pt \"Liberation Sans\", Arial, sans-serif; color: #1a1c1e;"
}
