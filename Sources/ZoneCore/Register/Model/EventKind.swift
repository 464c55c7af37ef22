/// What an event is. Each kind of this version has a row in `EventKind.all`; one that a newer version wrote is kept,
/// shown by its code and verified like any other.
public struct EventKind: Hashable, Sendable, CustomStringConvertible {
    /// As it stands in the register.
    public let code: String

    public init(code: String) {
        self.code = code
    }

    public static let created = EventKind(code: "created")
    public static let requested = EventKind(code: "requested")
    /// A form that was handed in again.
    public static let resubmitted = EventKind(code: "resubmitted")
    /// Papers came in for a request.
    public static let attached = EventKind(code: "attached")
    /// A step of a procedure was taken.
    public static let stepped = EventKind(code: "stepped")
    public static let cancelled = EventKind(code: "cancelled")
    /// A letter or report was written.
    public static let lettered = EventKind(code: "lettered")
    public static let added = EventKind(code: "added")
    public static let changed = EventKind(code: "changed")
    public static let removed = EventKind(code: "removed")
    /// Accounts of an agency: a sheet was written, a sheet was voided, a sheet was handed over.
    public static let accountIssued = EventKind(code: "accountIssued")
    public static let accountReset = EventKind(code: "accountReset")
    public static let accountHandedOver = EventKind(code: "accountHandedOver")
    /// The shared hosting got more space.
    public static let capacityAdded = EventKind(code: "capacityAdded")
    /// Hosting without a name was given up.
    public static let capacityReleased = EventKind(code: "capacityReleased")
    /// A name was reviewed and goes on.
    public static let renewed = EventKind(code: "renewed")
    public static let suspended = EventKind(code: "suspended")
    public static let resumed = EventKind(code: "resumed")
    /// The office took a name away.
    public static let retired = EventKind(code: "retired")
    public static let rendered = EventKind(code: "rendered")

    /// The kinds this version writes, with their words for `log`.
    public static let all: [(kind: EventKind, text: Text)] = [
        (.created, Text(en: "register begun", id: "register dimulai")),
        (.requested, Text(en: "requested", id: "dimohonkan")),
        (.resubmitted, Text(en: "handed in again", id: "diajukan ulang")),
        (.attached, Text(en: "papers added", id: "berkas ditambahkan")),
        (.stepped, Text(en: "step taken", id: "langkah dikerjakan")),
        (.cancelled, Text(en: "cancelled", id: "dibatalkan")),
        (.lettered, Text(en: "document written", id: "dokumen dibuat")),
        (.added, Text(en: "added", id: "ditambahkan")),
        (.changed, Text(en: "changed", id: "diubah")),
        (.removed, Text(en: "removed", id: "dihapus")),
        (.accountIssued, Text(en: "account issued", id: "akun diterbitkan")),
        (.accountReset, Text(en: "account reset", id: "akun diatur ulang")),
        (.accountHandedOver, Text(en: "account handed over", id: "akun diserahkan")),
        (.capacityAdded, Text(en: "space added", id: "ruang penyimpanan ditambah")),
        (.capacityReleased, Text(en: "space given up", id: "ruang penyimpanan dilepas")),
        (.renewed, Text(en: "renewed", id: "diperpanjang")),
        (.suspended, Text(en: "suspended", id: "ditangguhkan")),
        (.resumed, Text(en: "resumed", id: "diaktifkan kembali")),
        (.retired, Text(en: "retired", id: "dilepas")),
        (.rendered, Text(en: "zone file written", id: "berkas zona ditulis")),
    ]

    /// The kind in words; its code when a newer version wrote it.
    public var text: Text { EventKind.all.first { $0.kind == self }?.text ?? Text(verbatim: code) }

    /// Whether it holds the whole form of a request.
    var isForm: Bool { self == .requested || self == .resubmitted }

    public var description: String { code }
}
