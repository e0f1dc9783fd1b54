import Foundation

/// Turns a file's bytes into UTF-8, by what the file says of itself.
enum XMLEncoding {
    /// The bytes in UTF-8, without byte-order mark: as they are, or from Latin-1 or Windows-1252 where the XML
    /// declaration says so. Other encodings, and bytes or characters that no text has, are refused.
    ///
    /// Complexity: linear in the bytes.
    static func utf8(_ bytes: [UInt8], file: String) throws(ImportError) -> [UInt8] {
        let isWide = bytes.starts(with: [0xFE, 0xFF]) || bytes.starts(with: [0xFF, 0xFE])
        if isWide || bytes.prefix(4).contains(0) {
            throw ImportError(file: file, what: "the file is not in UTF-8", remedy: "save it as UTF-8")
        }
        var body = bytes[...]
        if bytes.starts(with: [0xEF, 0xBB, 0xBF]) { body = bytes[3...] }
        switch declared(in: body)?.lowercased() {
        case nil, "utf-8", "utf8", "us-ascii", "ascii": break
        case "iso-8859-1", "latin1":
            body = Array(body.flatMap { Array(String(Unicode.Scalar($0)).utf8) })[...]
        case "windows-1252", "cp1252":
            guard let text = String(bytes: body, encoding: .windowsCP1252) else {
                throw ImportError(
                    file: file, what: "the file is not in Windows-1252, as it says",
                    remedy: "save it as UTF-8")
            }
            body = Array(text.utf8)[...]
        case let other?:
            throw ImportError(
                file: file, what: "the encoding `\(String(other.prefix(40)))` is not read",
                remedy: "save the file as UTF-8")
        }
        return try TextCheck.validated(Array(body), file: file)
    }

    /// The encoding that the XML declaration names.
    private static func declared(in bytes: ArraySlice<UInt8>) -> String? {
        let head = String(decoding: bytes.prefix(200), as: UTF8.self).drop { $0.isWhitespace }
        guard head.hasPrefix("<?xml"), let end = head.firstRange(of: "?>") else { return nil }
        let match = head[..<end.lowerBound].firstMatch(of: /encoding\s*=\s*["']([A-Za-z0-9._-]+)["']/)
        return match.map { String($0.1) }
    }
}

/// What may be in a text that is imported.
enum TextCheck {
    /// The same bytes, if they are UTF-8 without control characters other than tabs and line ends.
    ///
    /// Complexity: linear in the bytes.
    static func validated(_ bytes: [UInt8], file: String) throws(ImportError) -> [UInt8] {
        var line = 1
        var column = 1
        var decoder = Unicode.UTF8()
        var rest = bytes.makeIterator()
        decoding: while true {
            switch decoder.decode(&rest) {
            case .scalarValue("\n"):
                line += 1
                column = 1
            case .scalarValue(let scalar):
                let isAllowed =
                    scalar == "\t" || scalar == "\r" || scalar.properties.generalCategory != .control
                guard isAllowed else {
                    throw ImportError(
                        file: file, line: line, column: column, what: "a control character",
                        remedy: "remove it")
                }
                column += 1
            case .emptyInput: break decoding
            case .error:
                throw ImportError(
                    file: file, line: line, column: column, what: "the bytes here are not UTF-8",
                    remedy: "save the file as UTF-8")
            }
        }
        return bytes
    }
}
