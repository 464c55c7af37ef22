/// Something in a form's file that keeps it from being a form at all. What is merely missing is none: an incomplete
/// form is kept and sent back.
public struct RequestFormFault: Hashable, Sendable {
    /// `FORM_SYNTAX`, `FORM_UNKNOWN_KEY`, `FORM_DUPLICATE_KEY`, `FORM_TYPE`, `FORM_VALUE`, `SEVERAL_AGENCIES`.
    public let code: String
    /// From 1.
    public let line: Int
    /// From 1, in octets.
    public let column: Int
    /// Such as `adminPIC.email`; empty for the form.
    public let key: String
    public let text: Text

    /// The reason as commands print it: `CODE file:line:column: key: text`.
    /// - Parameter other: the line of the file, where the text was only a part of it.
    public func reason(in file: String, line other: Int? = nil) -> Reason {
        Reason(
            code, "\(file):\(other ?? line):\(column)",
            key.isEmpty ? text : Text(en: "\(key): \(text.en)", id: "\(key): \(text.id)"))
    }
}
