/// Where in a dossier something stands, in the words of the file format: the keys and identifiers that lead
/// to it (`issues`, `line`, `options`, `zone`), whatever file or line holds it.
///
/// Items of a list that have an identifier are named by it, others by their position from 0; a sheet is
/// `sheets`, its name, then its keys.
public struct ItemPath: Hashable, Sendable, CustomStringConvertible {
    /// The keys and identifiers, outermost first.
    public var components: [String]

    /// A path.
    public init(_ components: [String] = []) { self.components = components }

    /// The path of something inside this.
    public subscript(_ inner: String...) -> ItemPath { ItemPath(components + inner) }
    /// The path of an item of this list that has no identifier.
    public subscript(_ position: Int) -> ItemPath { ItemPath(components + [String(position)]) }
    /// The path of a named thing inside this.
    public subscript<Subject>(_ id: Identifier<Subject>) -> ItemPath {
        ItemPath(components + [id.rawValue])
    }

    /// The path of what holds this; nil for the dossier itself.
    public var outer: ItemPath? { components.isEmpty ? nil : ItemPath(components.dropLast()) }

    /// The path as one text, `issues/line/options/zone`.
    public var description: String { components.joined(separator: "/") }
}
