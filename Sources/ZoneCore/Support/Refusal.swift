/// One reason why a rule refuses what was asked. Printed as `CODE subject: text`; the exit code is 1 unless
/// the kind says otherwise.
public struct Reason: Hashable, Sendable {
    /// Stable, `UPPER_SNAKE`: `DUPLICATE`, `RESERVED`, `INVALID_LABEL` …
    public let code: String
    /// What it is about: the name, address or option as the user gave it.
    public let subject: String
    public let text: Text

    public init(_ code: String, _ subject: String, _ text: Text) {
        self.code = code
        self.subject = subject
        self.text = text
    }
}

/// What the program ends with when it does not do what was asked. Nothing has been written then.
public enum Failure: Error, Sendable {
    /// A rule says no: exit 1. One line a reason.
    case refused([Reason])
    /// A value the user gave cannot be used: exit 2.
    case usage(Text)
    /// Wrong order, state or role: exit 3.
    case state([Reason])
    /// Input or output: unreadable file, lock, damaged register, full disk: exit 4.
    case io(Text)
}
