/// A text prepared for looking up English words by their beginnings.
struct EnglishWords {
    private var text: String

    /// Prepares texts: lower case, words separated by single spaces.
    ///
    /// Complexity: linear in the texts.
    init(_ texts: some Sequence<String>) {
        var scalars: [Unicode.Scalar] = [" "]
        for text in texts {
            for scalar in text.lowercased().unicodeScalars {
                if scalar.properties.isAlphabetic || scalar.properties.numericType != nil {
                    scalars.append(scalar)
                } else if scalar != "'", scalar != "’", scalars.last != " " {
                    scalars.append(" ")
                }
            }
            if scalars.last != " " { scalars.append(" ") }
        }
        text = String(String.UnicodeScalarView(scalars))
    }

    /// The first of the terms that stands in the text; a term matches words that begin with it, several words in
    /// sequence. Terms of fewer than four letters match whole words only, so that `aid` is not found in *aide*.
    func first(of terms: [String]) -> String? {
        terms.first { term in
            text.contains(" " + term + (term.count < 4 ? " " : ""))
        }
    }
}

extension Text {
    /// The words of the text that are in English or in no stated language.
    var english: [String] {
        byLanguage.filter { $0.key.isEmpty || $0.key == "en" || $0.key.hasPrefix("en-") }
            .sorted { $0.key < $1.key }.map(\.value)
    }
}

extension Optional where Wrapped == Text {
    /// The words of the text that are in English or in no stated language.
    var english: [String] { self?.english ?? [] }
}

extension Option {
    /// Everything in the option that people read, with its commitments.
    var english: [String] {
        title.english + text.english + commitments.flatMap(\.english)
    }
}

extension Commitment {
    /// Everything in the commitment that people read.
    var english: [String] {
        title.english + what.english + `where`.english + by.english + ifNot.flatMap { $0.what.english }
    }
}

extension Issue {
    /// Title and text, without the options.
    var ownEnglish: [String] { title.english + text.english }
}
