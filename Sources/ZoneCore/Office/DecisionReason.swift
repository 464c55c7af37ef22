/// Why a request is not simply granted, and what follows from it. The same codes stand in messages, in the register
/// and, in words, in letters.
public struct DecisionReason: Hashable, Sendable {
    /// What a reason does to a request.
    public enum Effect: String, Hashable, Sendable {
        /// Back to the applicant, who corrects or completes it.
        case returned
        case rejected
        /// Waits for space.
        case deferred
        /// New credentials instead of a new name.
        case reset
        /// Advice instead of a name.
        case advice
    }

    /// What has to be there before somebody may give the reason.
    public enum Ground: Hashable, Sendable {
        /// The rules found it.
        case rules
        /// The rules found something of that effect, or a note says what it is.
        case rulesOrNote
        /// A note says it.
        case note
        /// Nothing: that is for people to judge, or is checked where it is carried out.
        case judgement
    }

    public let code: String
    public let effect: Effect
    public let ground: Ground
    /// The reason in words, as a letter says it.
    public let text: Text

    public static let all: [DecisionReason] = [
        .init(
            "DUPLICATE", .rejected,
            en: "the name is in use already", id: "nama subdomain sudah digunakan"),
        .init(
            "RESET", .reset, .judgement, en: "the agency has the name already and cannot get in",
            id: "nama subdomain sudah dimiliki pemohon dan tidak dapat diakses"),
        .init(
            "NOT_GOVERNMENT_PURPOSE", .rejected, .judgement, en: "the use does not serve the government",
            id: "peruntukan di luar kepentingan pemerintahan"),
        .init(
            "INCOMPLETE", .returned, .rulesOrNote, en: "the request is not complete",
            id: "berkas permohonan belum lengkap"),
        .init(
            "NO_RECOMMENDATION", .returned, en: "there is no proof of the recommendation to build the application",
            id: "bukti rekomendasi pembangunan aplikasi belum dilampirkan"),
        .init(
            "NO_CAPACITY", .deferred, .rulesOrNote, en: "there is not enough storage space at present",
            id: "ruang penyimpanan saat ini tidak mencukupi"),
        .init(
            "INVALID_LABEL", .returned, en: "the name does not follow the rules of names",
            id: "penulisan nama subdomain tidak sesuai kaidah"),
        .init(
            "NON_ASCII", .returned, en: "the name has characters that names cannot have",
            id: "nama subdomain memuat karakter yang tidak diperbolehkan"),
        .init(
            "TYPED_URL", .returned, en: "an address of a page was written instead of a name",
            id: "yang ditulis alamat halaman, bukan nama subdomain"),
        .init(
            "OUT_OF_ZONE", .returned, en: "the name is in another zone", id: "nama berada di luar zona yang dikelola"),
        .init(
            "RESERVED", .returned, en: "the name is reserved for the zone's own services",
            id: "nama dicadangkan untuk pengelola zona"),
        .init(
            "QUARANTINED", .returned, en: "the name was given up and is still in quarantine",
            id: "nama masih dalam masa karantina setelah dilepas"),
        .init(
            "TARGET_INVALID", .returned, en: "the target cannot work", id: "alamat tujuan tidak sah"),
        .init(
            "TARGET_NOT_ALLOWED", .returned, .rulesOrNote, en: "the target is not allowed by the office's rules",
            id: "alamat tujuan di luar jaringan yang diizinkan"),
        .init(
            "KIND_NOT_OFFERED", .returned, en: "the procedure has no such kind of request",
            id: "jenis permohonan tidak ada dalam prosedur"),
        .init("DKIM_SYNTAX", .returned, en: "a DKIM key cannot be read", id: "kunci DKIM tidak terbaca"),
        .init("MAILBOX_INVALID", .returned, en: "a mailbox's name is not valid", id: "nama akun surel tidak sah"),
        .init(
            "MAILBOX_FOREIGN", .returned, en: "a mailbox is at another domain",
            id: "akun surel berada di domain lain"),
        .init(
            "NOT_OWNER", .rejected, en: "another agency holds the name", id: "nama dipegang perangkat daerah lain"),
        .init("NAME_NOT_FOUND", .rejected, en: "nobody holds the name", id: "nama belum dimiliki siapa pun"),
        .init(
            "TECHNICAL_ADVICE", .advice, .note, en: "other advice is given instead of a name",
            id: "diberikan saran teknis sebagai pengganti pembuatan nama"),
        .init(
            "OTHER", .rejected, .note, en: "for the reason that is noted",
            id: "sebagaimana dicatat dalam keterangan"),
    ]

    /// Columns that a code takes at most.
    public static let longestCode = all.reduce(0) { max($0, $1.code.utf8.count) }

    private init(_ code: String, _ effect: Effect, _ ground: Ground = .rules, en: String, id: String) {
        self.code = code
        self.effect = effect
        self.ground = ground
        text = Text(en: en, id: id)
    }

    /// A reason by its code, in any letter case.
    public static func named(_ code: String) -> DecisionReason? {
        let wanted = code.uppercased()
        return all.first { $0.code == wanted }
    }

    /// What a code of the rules does. Those that stand in the way of records and are not in the list are mistakes in
    /// what was asked: they go back.
    static func effect(of code: String) -> Effect { named(code)?.effect ?? .returned }
}
