/// Where a request stands. A procedure passes through some of these, in the order of its steps.
public enum RequestState: String, Hashable, Sendable, CaseIterable {
    /// The electronic form is in; the letter is not, and the agenda has no row yet.
    case submitted
    /// The letter is entered in the agenda.
    case registered
    case disposed, scheduled
    /// Being looked at by the rules.
    case verifying
    /// With the applicant, to be corrected or completed. Not a refusal.
    case returned
    case verified
    case approved, rejected
    /// Approved in itself, but there is no space at present. Not a refusal.
    case deferred
    /// The agency has the name already and gets new credentials; nothing changes in the DNS.
    case reset
    /// The records are made.
    case provisioned
    /// The rendered zone was checked.
    case published
    case replyDrafted, initialled, signed, delivered
    case archived, cancelled

    public var text: Text {
        switch self {
        case .submitted: Text(en: "submitted", id: "diajukan")
        case .registered: Text(en: "registered", id: "diagendakan")
        case .disposed: Text(en: "disposed", id: "didisposisi")
        case .scheduled: Text(en: "scheduled", id: "dijadwalkan")
        case .verifying: Text(en: "being verified", id: "diverifikasi")
        case .returned: Text(en: "returned", id: "dikembalikan")
        case .verified: Text(en: "verified", id: "terverifikasi")
        case .approved: Text(en: "approved", id: "disetujui")
        case .rejected: Text(en: "rejected", id: "ditolak")
        case .deferred: Text(en: "deferred", id: "ditunda")
        case .reset: Text(en: "reset of credentials", id: "pengaturan ulang akses")
        case .provisioned: Text(en: "provisioned", id: "dibuat")
        case .published: Text(en: "published", id: "terbit")
        case .replyDrafted: Text(en: "reply drafted", id: "balasan dikonsep")
        case .initialled: Text(en: "initialled", id: "diparaf")
        case .signed: Text(en: "signed", id: "ditandatangani")
        case .delivered: Text(en: "delivered", id: "disampaikan")
        case .archived: Text(en: "archived", id: "diarsipkan")
        case .cancelled: Text(en: "cancelled", id: "dibatalkan")
        }
    }

    /// Whether nothing more can happen to such a request.
    public var isFinal: Bool { self == .archived || self == .cancelled }
}

/// What was decided, which stays when letters and archive follow.
public enum RequestOutcome: String, Hashable, Sendable, CaseIterable {
    case approved, rejected, deferred, reset
    /// The answer is advice instead of a name.
    case advice

    public var text: Text {
        switch self {
        case .approved: Text(en: "approved", id: "disetujui")
        case .rejected: Text(en: "rejected", id: "ditolak")
        case .deferred: Text(en: "deferred", id: "ditunda")
        case .reset: Text(en: "reset of credentials", id: "pengaturan ulang akses")
        case .advice: Text(en: "technical advice", id: "saran teknis")
        }
    }
}
