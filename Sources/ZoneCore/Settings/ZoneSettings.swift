import RFC1035

/// The settings of one zone, `zone.json`: the office's policy as data.
public struct ZoneSettings: Hashable, Sendable {
    /// Which labels are hosts' names.
    public enum HostnameSyntax: String, Hashable, Sendable, CaseIterable {
        /// A letter first (RFC 1035 §2.3.1).
        case rfc1035
        /// A digit may stand first (RFC 1123 §2.1).
        case rfc1123
    }

    /// How the SOA serial goes on.
    public enum SerialPolicy: String, Hashable, Sendable, CaseIterable {
        /// YYYYMMDDnn (RFC 1912 §2.2).
        case date
        /// Seconds since 1970.
        case unixtime
        case increment
    }

    /// What to do with addresses of RFC 5737, RFC 3849 and RFC 9637, which exist in examples only.
    public enum DocumentationAddresses: String, Hashable, Sendable, CaseIterable {
        case warn, allow, refuse
    }

    /// The office's shared hosting.
    public struct Hosting: Hashable, Sendable {
        public var addresses: [IPAddress] = []
        /// An alias for the hosted names; instead of addresses.
        public var host: Name?
        public var capacityGB = 10
        /// Per cent of the space from which `capacity show` warns.
        public var warnPercent = 80
        /// What `--hosting` without a number takes.
        public var defaultGB = 1

        public init() {}
    }

    /// What `--mail` makes.
    public struct Mail: Hashable, Sendable {
        /// The mail host; without one the name itself receives its mail.
        public var host: Name?
        public var preference: UInt16 = 10
        public var spf = "v=spf1 mx -all"
        public var dmarc = "v=DMARC1; p=quarantine"

        public init() {}
    }

    public var zone: Name
    public var procedure: String?
    public var hostnameSyntax = HostnameSyntax.rfc1035
    public var allowPunycode = false
    /// Labels an applicant may ask for below the zone: 1 or 2.
    public var labelDepth = 1
    public var minimumLabelLength = 1
    /// Beside those of `ReservedLabels`.
    public var reservedLabels: [String] = []
    /// Whether `--override REASON` gives out a reserved label.
    public var allowReservedOverride = true
    public var ttl: UInt32 = 3600
    public var serial = SerialPolicy.date
    /// Where targets may stand; empty: any public address.
    public var allowedNetworks: [Network] = []
    public var documentationAddresses = DocumentationAddresses.warn
    public var hosting = Hosting()
    /// The web server that answers for redirected names.
    public var redirector: [IPAddress] = []
    public var mail = Mail()
    /// Days before a removed name is given out again.
    public var quarantineDays = 90
    public var reviewMonths = 12
    /// The file of days on which the office does not work; `nil`: `Holidays.fileName`, where there is one.
    public var holidays: String?
    public var letters = Letters()
    /// Severities of checks that differ from those declared, by code; `nil` where a check is off.
    public var checks: [String: Finding.Severity?] = [:]
    /// The office's distance from UTC.
    public var utcOffset = UTCOffset("+07:00") ?? .utc

    public init(zone: Name) { self.zone = zone }
}

/// Something wrong in a `zone.json`.
public struct SettingsFinding: Hashable, Sendable {
    public enum Severity: String, Hashable, Sendable {
        case error, warning
    }

    /// `SETTINGS_SYNTAX`, `SETTINGS_UNKNOWN_KEY`, `SETTINGS_DUPLICATE_KEY`, `SETTINGS_TYPE`, `SETTINGS_VALUE`,
    /// `SETTINGS_MISSING`, `SETTINGS_CONTRADICTION`.
    public let code: String
    public let severity: Severity
    /// From 1; `nil` when the finding is about something that is not there.
    public let line: Int?
    public let column: Int?
    /// The setting, e.g. `hosting.capacityGB`; empty for the file.
    public let key: String
    public let text: Text

    /// `hosting.capacityGB: -1 is not …`, as it is said beside the place in the file.
    public var message: Text { key.isEmpty ? text : Text(en: "\(key): \(text.en)", id: "\(key): \(text.id)") }
}
