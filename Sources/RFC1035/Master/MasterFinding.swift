/// Something about a master file that its reader has to say: where, what, and the line itself.
public struct MasterFinding: Sendable {
    public enum Severity: Sendable { case error, warning }

    /// What the reason is a reason against.
    public enum Subject: Hashable, Sendable {
        /// The record, line or file as such.
        case entry
        case owner
        /// A field of the RDATA, by the name the RFC gives it.
        case field(String, of: RecordType)
        /// What a directive is given, e.g. the name of `$ORIGIN`.
        case operand(String, of: String)
        /// The RDATA of a record, where no field of it can be named.
        case data(of: RecordType)
    }

    public let reason: FaultReason
    public let subject: Subject
    /// The text at the place, fit to print: what is not printable ASCII is `\DDD`. Long text is cut off.
    public let token: String
    /// The number that the reason is about, where there is one; see ``FaultReason``.
    public let number: UInt64
    /// The value of the iteration, where the record comes out of a `$GENERATE`; the excerpt is its text then.
    public let iteration: Int?
    public let file: String
    /// From 1.
    public let line: Int
    /// In octets, from 1.
    public let column: Int
    /// The owner of the record, absolute, where it is known.
    public let owner: String?
    /// The line's text around the place, as it stands in the file; control characters included.
    public let excerpt: [UInt8]
    /// Where in `excerpt` the caret goes, and over how many octets.
    public let caret: Range<Int>

    public init(
        _ reason: FaultReason, in subject: Subject = .entry, token: String = "", number: UInt64 = 0,
        iteration: Int? = nil, file: String, line: Int, column: Int, owner: String? = nil, excerpt: [UInt8] = [],
        caret: Range<Int> = 0..<0
    ) {
        self.reason = reason
        self.subject = subject
        self.token = token
        self.number = number
        self.iteration = iteration
        self.file = file
        self.line = line
        self.column = column
        self.owner = owner
        self.excerpt = excerpt
        self.caret = caret
    }

    public var severity: Severity { reason.severity }
    /// Whether the zone is read, but not by BIND.
    public var isRefusedByBIND: Bool { reason.consequence == .refusedByBIND || isOfWording }
    /// Whether BIND reads what is printed of the record, though not what stands in the file.
    public var isOfWording: Bool { reason.consequence == .refusedAsWritten }

    /// Whether both say the same about the same place.
    func isLike(_ other: MasterFinding) -> Bool {
        line == other.line && column == other.column && reason == other.reason && file == other.file
    }

    /// Stable, `UPPER_SNAKE`.
    public var code: String { reason.code }

    /// "invalid ⟨field⟩ in ⟨type⟩: …", or what else is wrong, in English.
    public var message: String {
        let message = reason.message(token, number)
        let generated = iteration.map { "$GENERATE for \($0): " } ?? ""
        let text = switch subject {
        case .entry: message
        case .owner: "invalid owner: \(message)"
        case .field(let name, let type): "invalid \(name) in \(type): \(message)"
        case .operand(let name, let directive): "invalid \(name) in \(directive): \(message)"
        case .data(let type): "invalid data in \(type): \(message)"
        }
        return generated + text
    }
}

/// What became of reading a master file.
public struct MasterReport: Sendable {
    public var findings: [MasterFinding] = []
    /// Comments addressed to the program, in the order they were read.
    public internal(set) var annotations: [MasterAnnotation] = []
    public internal(set) var errorCount = 0
    /// Why reading stopped before the end, if it did.
    public internal(set) var stop: Stop?

    public enum Stop: Sendable {
        /// As many errors as were asked for.
        case errors
        /// As much text about errors as one reading gives, 1 MiB.
        case messages
        /// The zone takes more memory than there is for it; the last finding says so.
        case memory
    }

    public var isValid: Bool { errorCount == 0 }
}

/// How a master file is to be read.
public struct MasterOptions: Sendable {
    /// Completes relative names until a `$ORIGIN`.
    public var origin: Name
    /// Reading stops after this many errors.
    public var maximumErrors = 1000
    /// Warnings of one kind beyond this many are counted only.
    public var maximumWarnings = 100
    /// Folder that `$INCLUDE` may not leave; `nil` switches `$INCLUDE` off. Relative file names start here.
    public var includeRoot: String?
    /// How many records the `$GENERATE` lines of a file and all that it includes may make.
    public var maximumGenerated = Self.untrustedGenerated
    /// The text of all of them, in octets.
    var maximumGeneratedOctets: Int { maximumGenerated * 256 }
    /// For files of others.
    public static let untrustedGenerated = 65_536
    /// For files that the office keeps itself.
    public static let trustedGenerated = 16_000_000
    /// The records' class.
    public var recordClass = RecordClass.internet
    /// Used until a `$TTL` line; `nil` as a master file has it, by the rules of RFC 2308 §4.
    public var defaultTTL: UInt32?

    /// In how many parts to read a file; by default, what its size and the processors suggest. It changes nothing but
    /// time.
    var parts: Int?
    /// Octets that are read to guess in what state a part begins.
    var sampleLength = 1 << 18

    public init(origin: Name, includeRoot: String? = nil) {
        self.origin = origin
        self.includeRoot = includeRoot
    }
}
