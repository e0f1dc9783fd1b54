extension Document {
    /// The document as one page that needs nothing else: no script, no outside asset, no web font.
    ///
    /// The markup is well-formed as XML too. Its policy forbids everything but the style inside it. On paper (A4)
    /// each page carries the audience, the stamps, the title and its number; the first page stands alone.
    ///
    /// - Complexity: O(n) in the size of the document.
    public func html(_ options: RenderingOptions = RenderingOptions()) -> String {
        var writer = HTMLWriter(furniture: furniture, numbering: Numbering(options))
        return writer.page(self, isNumbered: options.lineNumbers)
    }

    /// Whom the document is for, such as `For: Mediation team`.
    package var audienceLine: String { furniture.audience + ": " + audience }
}

extension HTMLWriter {
    fileprivate mutating func page(_ document: Document, isNumbered: Bool) -> String {
        let language = Anchor(document.language.lowercased()).text
        let direction = document.isRightToLeft ? "rtl" : "ltr"
        let running = ([document.audienceLine] + document.stamps).joined(separator: " · ")
        var html = """
            <!DOCTYPE html>
            <html lang="\(language)" dir="\(direction)">
            <head>
            <meta charset="utf-8"/>
            <meta http-equiv="Content-Security-Policy" content="\(Self.policy)"/>
            <meta name="viewport" content="width=device-width, initial-scale=1"/>
            <meta name="color-scheme" content="light dark"/>
            <meta name="referrer" content="no-referrer"/>
            <title>\(markupEscaped(document.title + " – " + document.audienceLine))</title>
            <style>
            \(Stylesheet.screen)\(Stylesheet.charts)\(Stylesheet.paper(for: document))</style>
            </head>
            <body\(isNumbered ? " class=\"numbered\"" : "")>
            <a class="skip" href="#text">\(markupEscaped(document.furniture.skip))</a>
            <p class="running">\(markupEscaped(running))</p>
            <div class="first-page">
            \(head(document, isNumbered: isNumbered))
            <section id="first-page" aria-label="\(markupEscaped(document.furniture.firstPage))">

            """
        html += blocks(document.firstPage)
        html += "</section>\n</div>\n"
        html += contents(document)
        html += "<main id=\"text\">\n"
        for (index, chapter) in document.chapters.enumerated() {
            let id = chapter.anchor.text
            html += "<section class=\"chapter\" id=\"\(id)\" aria-labelledby=\"\(id)-title\">\n"
            let title =
                "<h2 id=\"\(id)-title\"><span class=\"count\">\(index + 1)</span> "
                + prose(chapter.title) + "</h2>\n"
            html += blocks(chapter.blocks, under: title) + "</section>\n"
        }
        return html + "</main>\n</body>\n</html>\n"
    }

    private static var policy: String {
        "default-src 'none'; style-src 'unsafe-inline'; base-uri 'none'; form-action 'none'"
    }

    private func head(_ document: Document, isNumbered: Bool) -> String {
        var head = "<header>\n<h1>" + markupEscaped(document.title) + "</h1>\n"
        if !document.subtitle.isEmpty {
            head += "<p class=\"subtitle\">" + markupEscaped(document.subtitle) + "</p>\n"
        }
        head += "<p class=\"audience\">" + markupEscaped(document.audienceLine) + "</p>\n"
        for stamp in document.stamps { head += "<p class=\"stamp\">" + markupEscaped(stamp) + "</p>\n" }
        if isNumbered { head += "<p class=\"aside\">" + markupEscaped(furniture.numbering) + "</p>\n" }
        return head + "</header>"
    }

    private func contents(_ document: Document) -> String {
        guard !document.chapters.isEmpty else { return "" }
        var list = "<nav aria-labelledby=\"contents\">\n<h2 id=\"contents\">"
        list += markupEscaped(document.furniture.contents) + "</h2>\n<ol>\n"
        for chapter in document.chapters {
            list +=
                "<li><a href=\"#\(chapter.anchor.text)\">" + markupEscaped(chapter.title.text) + "</a></li>\n"
        }
        return list + "</ol>\n</nav>\n"
    }
}
