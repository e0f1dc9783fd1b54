import ArgumentParser

/// In which form a result is printed.
struct FormatOptions: ParsableArguments {
    @Flag(help: "Print JSON for programs.")
    var json = false
}
