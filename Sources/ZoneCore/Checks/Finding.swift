import RFC1035

/// One thing a check found.
public struct Finding: Sendable {
    public enum Severity: Int, Sendable, Comparable, CaseIterable {
        /// Legal and often a mistake.
        case notice
        /// It works, but not as anyone would want.
        case warning
        /// A server would refuse the zone, or an answer is wrong or missing.
        case error

        /// What a check can be set to: one of the words, or `off`, which is an inner `nil`. `nil` for anything else.
        public static func chosen(by word: String) -> Severity?? {
            if word == "off" { return .some(nil) }
            return allCases.first { $0.word == word }.map { .some($0) }
        }

        public static func < (left: Severity, right: Severity) -> Bool { left.rawValue < right.rawValue }

        public var word: String {
            switch self {
            case .notice: "notice"
            case .warning: "warning"
            case .error: "error"
            }
        }
    }

    public var code: String
    public var severity: Severity
    public var file: String
    /// From 1; 0 when it is about the file as a whole.
    public var line: Int
    /// In octets, from 1; 0 when it is about the file as a whole.
    public var column: Int
    /// Absolute, lower case; `nil` when it is about no name.
    public var owner: String?
    public var message: Text
    /// RFC and section, or the server option it mirrors.
    public var reference: String
    /// The line around the place as it stands in the file, and where in it the caret goes.
    public var excerpt: [UInt8] = []
    public var caret: Range<Int> = 0..<0
    /// Whether two servers at least refuse the zone for it.
    var isRefusedByMost = false
    /// Whether servers do not read the file as it stands, but what is rendered of it.
    var isMendedByRendering = false
    /// Whether a server refuses the zone for it, where that is known; else its check's declaration says it.
    var refusal: Bool?
    /// What of the record it is about; its column comes from that.
    var part: Part?
    /// Stands for further findings of its check that are not shown; comes after those of its file that are.
    var isRest = false
    /// How many findings it stands for.
    public internal(set) var count = 1

    /// How many findings that are not shown it stands for; `nil` for a finding.
    public var more: Int? { isRest ? count : nil }

    /// A part of a record, as it is written.
    public enum Part: Hashable, Sendable {
        case owner
        case ttl
        case type
        /// A field of the data, the first is 0.
        case rdata(Int)
    }

    /// Whether a server refuses the zone for it: it cannot be waived.
    public var stopsLoading: Bool { refusal ?? Check.named(code)?.stopsLoading ?? false }

    public init(
        _ code: String, _ severity: Severity, file: String, line: Int = 0, column: Int = 0, owner: String? = nil,
        _ message: Text, reference: String = ""
    ) {
        self.code = code
        self.severity = severity
        self.file = file
        self.line = line
        self.column = column
        self.owner = owner
        self.message = message
        self.reference = reference
    }

    /// What breaks a rule that no run over a zone looks for.
    init(
        _ check: Check, file: String, line: Int = 0, column: Int = 0, owner: String? = nil, _ message: Text
    ) {
        self.init(
            check.code, check.severity, file: file, line: line, column: column, owner: owner, message,
            reference: check.reference)
    }

    /// What the reader of master files found. What it reads and BIND does not is an error too: the office's zones are
    /// loaded by BIND.
    public init(_ finding: MasterFinding) {
        self.init(
            finding.code, finding.severity == .error || finding.isRefusedByBIND ? .error : .warning,
            file: finding.file, line: finding.line, column: finding.column, owner: finding.owner, finding.text,
            reference: Check.named(finding.code)?.reference ?? "RFC 1035 §5.1")
        isRefusedByMost = finding.severity == .error
        isMendedByRendering = finding.isOfWording
        refusal = finding.severity == .error || finding.isRefusedByBIND
        excerpt = finding.excerpt
        caret = finding.caret
    }
}

extension [Finding] {
    /// For a file that no server reads but only what is rendered of it.
    mutating func easeWhatRenderingMends() {
        for index in indices where self[index].isMendedByRendering {
            self[index].severity = .warning
            self[index].refusal = false
        }
    }

    /// Puts findings in the order of their places: files as they were read, then lines and columns.
    mutating func sortByPlace(files: [String]) {
        var numbers: [String: Int] = [:]
        for file in files where numbers[file] == nil { numbers[file] = numbers.count }
        sort {
            let (a, b) = (numbers[$0.file] ?? -1, numbers[$1.file] ?? -1)
            guard a == b, $0.isRest == $1.isRest else { return a != b ? a < b : $1.isRest }
            return ($0.line, $0.column, $0.code) < ($1.line, $1.column, $1.code)
        }
    }
}
