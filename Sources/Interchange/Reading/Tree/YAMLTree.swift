internal import Yams

/// Reads YAML, and JSON as a part of it, into nodes.
enum YAMLTree {
    /// What stops a file from being read as YAML.
    struct Failure: Error {
        /// Where.
        var mark: Node.Mark
        /// What, in plain words.
        var problem: String
        /// What may stand there instead.
        var expected: String?
    }

    /// What a file says, and what is wrong with its form.
    struct Parsed: Sendable {
        /// The tree; nil where the file holds no document or cannot be read.
        var root: Node?
        /// What is wrong. Where there is a tree as well, it stands for less than the file says.
        var failures: [Failure] = []
    }

    /// The tree of each file, or why there is none.
    ///
    /// The parser goes down one call for each level, at most 1000 of them: it runs on threads of its own, whose
    /// stacks are known to be large enough, whatever thread asks.
    static func parse(_ files: [DossierFolder.File], limits: ReadingLimits) -> [Parsed] {
        OwnThread.map(files) { file in
            do throws(Failure) {
                let text = try ByteCheck.text(of: file.bytes, limits: limits)
                let pairs = file.isJSON ? SurrogatePairs(json: text) : SurrogatePairs(unchanged: text)
                return try compose(pairs, limits: limits)
            } catch {
                return Parsed(failures: [error])
            }
        }
    }

    /// The resolver is the one without rules: the format decides by place, never by look, whether `no` is a
    /// text and `2025-03` a date. (Resolving tags would also cost a regular expression a node.)
    private static func compose(_ pairs: SurrogatePairs, limits: ReadingLimits) throws(Failure) -> Parsed {
        var keys = DoubledKeys(pairs.text)
        while true {
            do {
                // Nodes know their anchors only as long as the parser lives.
                let parser = try Yams.Parser(yaml: keys.text, resolver: .basic, encoding: .utf8)
                let root = try parser.singleRoot()
                return try withExtendedLifetime(parser) {
                    guard let root else { return Parsed() }
                    var conversion = YAMLConversion(keys, pairs)
                    let node = try conversion.convert(root, levels: limits.nesting)
                    return Parsed(root: node, failures: conversion.failures)
                }
            } catch let failure as Failure {
                throw failure
            } catch YamlError.duplicatedKeysInMapping(let names, let context)
                where keys.hide(names.first ?? "", at: YAMLProblems.converted(context.mark))
            {
                continue
            } catch let error as YamlError {
                var failure = YAMLProblems.explain(error)
                failure.mark = pairs.original(failure.mark)
                throw failure
            } catch {
                throw Failure(mark: .init(line: 1, column: 1), problem: "the file cannot be read as YAML")
            }
        }
    }
}
