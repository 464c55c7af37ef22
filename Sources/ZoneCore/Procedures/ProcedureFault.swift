/// Something in a procedure's file that keeps it from being followed.
public struct ProcedureFault: Hashable, Sendable {
    /// `PROCEDURE_SYNTAX`, `PROCEDURE_UNKNOWN_KEY`, `PROCEDURE_DUPLICATE_KEY`, `PROCEDURE_MISSING`, `PROCEDURE_TYPE`,
    /// `PROCEDURE_VALUE`, `PROCEDURE_UNKNOWN_STEP`, `PROCEDURE_UNREACHABLE`, `PROCEDURE_ENDLESS`,
    /// `PROCEDURE_CONTRADICTION`.
    public let code: String
    /// From 1.
    public let line: Int
    /// From 1, in octets.
    public let column: Int
    /// What it is about, such as `fields.target.from` or `PBG-06.decision.no`; empty for the file.
    public let key: String
    public let text: Text

    /// The reason as commands print it: `CODE file:line:column: key: text`.
    public func reason(in file: String) -> Reason {
        Reason(
            code, "\(file):\(line):\(column)",
            key.isEmpty ? text : Text(en: "\(key): \(text.en)", id: "\(key): \(text.id)"))
    }
}
