import ArgumentParser

/// In this module an option is one of the command line; a dossier's options are not named here.
typealias Option<Value> = ArgumentParser.Option<Value>
