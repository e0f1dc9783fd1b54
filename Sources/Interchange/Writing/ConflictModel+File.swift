public import Negotiation

extension ConflictModel {
    /// The file of a model that stands alone, with names and preferences in it: what ``ConflictModelReader`` reads.
    public func fileText() -> String { YAMLWriting.text(of: Form.model(self)) }
}
