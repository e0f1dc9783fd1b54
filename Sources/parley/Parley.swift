import ArgumentParser

/// The program: one subcommand a verb.
struct Parley: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "parley",
        abstract: "The mediator's workbench: one dossier from the first brief to an agreement.",
        discussion: """
            Exit status: 0 done; 1 the dossier is wrong, or lacks what the question needs; 2 the command is \
            wrong; 3 a budget ran out and the answer is partial.
            """,
        version: "Parley 0.1.0, not yet released; reads and writes version 1 of its file format",
        subcommands: [
            New.self, Check.self, Packages.self, Explain.self, Compare.self, Improve.self, Ask.self,
            StabilityCommand.self, RoadmapCommand.self,
            Brief.self, Import.self, Export.self,
        ])
}
