import ZoneCore

/// An option, declared once as a typed key: the parser, the help, the suggestions, the man page and the
/// completions read `spec`; a command reads the value with `invocation[option]`.
struct Option<Value: Sendable>: Sendable {
    let spec: OptionSpec
    /// What a command sees when the option was not given.
    let absent: Value
}

/// The untyped part of an option.
struct OptionSpec: Sendable {
    /// Without the two hyphens. One name is read in one way in every command, so that options can stand before the
    /// command; what it is good for, and which words it takes, may differ from command to command.
    let long: String
    var short: Character? = nil
    let arity: Arity
    /// What help prints for the value: `IP`, `HOST[=IP]`.
    var placeholder = ""
    let help: Text
    /// Words a value can be, where they are known.
    var choices: [String] = []
    var completion: Completion.Kind = .none
    /// May be given several times; the values are joined.
    var repeatable = false
    /// Part of TARGET: the synopsis names these together.
    var isTarget = false
    /// Turns the words given into the value, or says why they cannot be one.
    let read: @Sendable ([String]) throws(BadValue) -> any Sendable

    enum Arity: Sendable {
        /// Takes nothing.
        case flag
        /// Takes one value.
        case value
        /// Takes a value or none; the next word is the value unless it begins with `-`.
        case optionalValue
        /// Takes every word up to the next one that begins with `-`; at least one.
        case values
    }

    /// How usage lines show it: `--letter NUMBER`, `--hosting [GB]`, `--address IP...`
    var usage: String {
        switch arity {
        case .flag: "--\(long)"
        case .value: "--\(long) \(placeholder)"
        case .optionalValue: "--\(long) [\(placeholder)]"
        case .values: "--\(long) \(placeholder)..."
        }
    }

    /// How option lists show it: with the short form in front.
    var heading: String {
        short.map { "-\($0), \(usage)" } ?? "    \(usage)"
    }
}

/// A value given by the user that an option cannot take.
struct BadValue: Error {
    let text: Text
    init(_ text: Text) { self.text = text }
    init(en: String, id: String) { text = Text(en: en, id: id) }
}

/// An option whose value may be left out.
enum Given<Value: Sendable>: Sendable {
    case absent
    case bare
    case value(Value)
}

extension Option where Value == Bool {
    static func flag(
        _ long: String, short: Character? = nil, _ help: Text, isTarget: Bool = false
    ) -> Option<Bool> {
        Option(
            spec: OptionSpec(
                long: long, short: short, arity: .flag, help: help, repeatable: true, isTarget: isTarget,
                read: { _ in true }),
            absent: false)
    }
}

extension Option {
    /// One value.
    static func value<Wrapped: Sendable>(
        _ long: String, short: Character? = nil, _ placeholder: String, _ help: Text, choices: [String] = [],
        completion: Completion.Kind = .none, isTarget: Bool = false,
        read: @escaping @Sendable (String) throws(BadValue) -> Wrapped
    ) -> Option<Wrapped?> where Value == Wrapped? {
        Option<Wrapped?>(
            spec: OptionSpec(
                long: long, short: short, arity: .value, placeholder: placeholder, help: help, choices: choices,
                completion: completion, isTarget: isTarget,
                read: { words throws(BadValue) in
                    let read: Wrapped? = try read(words.last ?? "")
                    return read
                }),
            absent: nil)
    }

    /// A value or none.
    static func optional<Wrapped: Sendable>(
        _ long: String, _ placeholder: String, _ help: Text, isTarget: Bool = false,
        read: @escaping @Sendable (String) throws(BadValue) -> Wrapped
    ) -> Option<Given<Wrapped>> where Value == Given<Wrapped> {
        Option<Given<Wrapped>>(
            spec: OptionSpec(
                long: long, arity: .optionalValue, placeholder: placeholder, help: help, isTarget: isTarget,
                read: { words throws(BadValue) in
                    guard let word = words.last else { return Given<Wrapped>.bare }
                    return Given<Wrapped>.value(try read(word))
                }),
            absent: .absent)
    }

    /// One value at a time, several times.
    static func list<Element: Sendable>(
        _ long: String, _ placeholder: String, _ help: Text, completion: Completion.Kind = .none,
        read: @escaping @Sendable ([String]) throws(BadValue) -> [Element]
    ) -> Option<[Element]> where Value == [Element] {
        Option<[Element]>(
            spec: OptionSpec(
                long: long, arity: .value, placeholder: placeholder, help: help, completion: completion,
                repeatable: true,
                read: { words throws(BadValue) in
                    let elements: [Element] = try read(words)
                    return elements
                }),
            absent: [])
    }

    /// Several values, over several words and several times.
    static func values<Element: Sendable>(
        _ long: String, _ placeholder: String, _ help: Text, isTarget: Bool = false,
        read: @escaping @Sendable ([String]) throws(BadValue) -> [Element]
    ) -> Option<[Element]> where Value == [Element] {
        Option<[Element]>(
            spec: OptionSpec(
                long: long, arity: .values, placeholder: placeholder, help: help, repeatable: true,
                isTarget: isTarget,
                read: { words throws(BadValue) in
                    let elements: [Element] = try read(words)
                    return elements
                }),
            absent: [])
    }
}
