/// A JSON value from which something of the register is read: a ``JSONValue``, or one that still stands in its line.
public protocol JSONNode {
    /// The member of that name, when this is an object that has it.
    subscript(_ key: StaticString) -> Self? { get }
    /// `nil` when this is no string; likewise the others.
    var string: String? { get }
    var bool: Bool? { get }
    /// A whole number that fits.
    var integer: Int? { get }
    var array: [Self]? { get }
    /// The members of other names than `known`; `nil` when this is no object.
    func members(besides known: [StaticString]) -> [String: JSONValue]?
}

extension JSONNode {
    /// The texts of an array of strings.
    var strings: [String]? {
        guard let values = array else { return nil }
        let texts = values.compactMap(\.string)
        return texts.count == values.count ? texts : nil
    }
}

/// What is read back from its JSON.
protocol JSONReadable {
    /// `nil` when something is missing or of another kind. The node is not to be kept.
    init?(json: some JSONNode)
}

extension JSONValue: JSONNode {
    /// The member of that name, when this is an object that has it.
    public subscript(_ key: StaticString) -> JSONValue? { self[key.description] }

    /// The members of other names than `known`; `nil` when this is no object.
    public func members(besides known: [StaticString]) -> [String: JSONValue]? {
        object?.filter { member in !known.contains { JSONValue.equal(member.key, $0) } }
    }

    private static func equal(_ text: String, _ name: StaticString) -> Bool {
        text.utf8.count == name.utf8CodeUnitCount && text == name.description
    }
}
