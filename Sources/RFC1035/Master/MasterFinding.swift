/// Something about a master file that its reader has to say: where, what, and the line itself.
public struct MasterFinding: Sendable {
    public enum Severity: Sendable { case error, warning }

    public let severity: Severity
    /// Stable, `UPPER_SNAKE`.
    public let code: String
    public let file: String
    /// From 1.
    public let line: Int
    /// In octets, from 1.
    public let column: Int
    /// "invalid ⟨field⟩ in ⟨type⟩: …", or what else is wrong.
    public let message: String
    /// The owner of the record, absolute, where it is known.
    public let owner: String?
    /// The line's text around the place, as it stands in the file; control characters included.
    public let excerpt: [UInt8]
    /// Where in `excerpt` the caret goes, and over how many octets.
    public let caret: Range<Int>

    /// The same finding in other words.
    public func saying(_ message: String) -> MasterFinding {
        MasterFinding(
            severity: severity, code: code, file: file, line: line, column: column, message: message, owner: owner,
            excerpt: excerpt, caret: caret)
    }
}

/// What became of reading a master file.
public struct MasterReport: Sendable {
    public var findings: [MasterFinding] = []
    public internal(set) var errorCount = 0
    /// Whether reading stopped because there were too many errors.
    public internal(set) var isTruncated = false
    /// The `$TTL` in force at the end, if there was one.
    public internal(set) var defaultTTL: UInt32?

    public var isValid: Bool { errorCount == 0 }
}

/// How a master file is to be read.
public struct MasterOptions: Sendable {
    /// Completes relative names until a `$ORIGIN`.
    public var origin: Name
    /// Reading stops after this many errors.
    public var maximumErrors = 1000
    /// Folder that `$INCLUDE` may not leave; `nil` switches `$INCLUDE` off. Relative file names start here.
    public var includeRoot: String?
    /// The records' class.
    public var recordClass = RecordClass.internet
    /// Used until a `$TTL` line; `nil` as a master file has it, by the rules of RFC 2308 §4.
    public var defaultTTL: UInt32?

    public init(origin: Name, includeRoot: String? = nil) {
        self.origin = origin
        self.includeRoot = includeRoot
    }
}
