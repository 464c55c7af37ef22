/// A document of the office, by the word that `letter` knows it by.
public enum LetterKind: String, Hashable, Sendable, CaseIterable {
    case receipt = "tanda-terima"
    case disposition = "disposisi"
    case form = "formulir"
    case schedule = "jadwal"
    case verificationReport = "laporan-verifikasi"
    case analysisReport = "laporan-analisis"
    /// Sends the request back to be completed.
    case returned = "pengembalian"
    case approval = "persetujuan"
    case rejection = "penolakan"
    case reply = "surat-balasan"
    case technicalAdvice = "saran-teknis"
    case accountMail = "email-akun"
    case accountSheet = "lembar-akun"
    /// Minutes of the making of the name.
    case minutes = "berita-acara"
    case handoverMinutes = "berita-acara-serah-terima"
    case resetMinutes = "berita-acara-reset"
    case draftReport = "konsep-laporan"
    case report = "laporan"
    case reviewNotice = "peninjauan"
    case suspensionNotice = "penangguhan"

    /// Whether it tells of what was found or done, as against a letter or a sheet.
    public var isReport: Bool {
        [.verificationReport, .analysisReport, .draftReport, .report].contains(self)
    }

    public var text: Text {
        switch self {
        case .receipt: Text(en: "receipt", id: "tanda terima")
        case .disposition: Text(en: "disposition sheet", id: "lembar disposisi")
        case .form: Text(en: "request form", id: "formulir pengajuan")
        case .schedule: Text(en: "schedule", id: "jadwal")
        case .verificationReport: Text(en: "verification report", id: "laporan hasil verifikasi")
        case .analysisReport: Text(en: "analysis report", id: "laporan analisis")
        case .returned: Text(en: "letter of return", id: "surat pengembalian")
        case .approval: Text(en: "letter of approval", id: "surat persetujuan")
        case .rejection: Text(en: "letter of rejection", id: "surat penolakan")
        case .reply: Text(en: "reply", id: "surat balasan")
        case .technicalAdvice: Text(en: "technical advice", id: "surat saran teknis")
        case .accountMail: Text(en: "e-mail about the account", id: "surel pemberitahuan akun")
        case .accountSheet: Text(en: "account sheet", id: "lembar data akun")
        case .minutes: Text(en: "minutes of creation", id: "berita acara pembuatan")
        case .handoverMinutes: Text(en: "minutes of hand-over", id: "berita acara serah terima")
        case .resetMinutes: Text(en: "minutes of reset", id: "berita acara pengaturan ulang")
        case .draftReport: Text(en: "draft report", id: "konsep laporan")
        case .report: Text(en: "report", id: "laporan pelaksanaan")
        case .reviewNotice: Text(en: "notice of review", id: "surat peninjauan")
        case .suspensionNotice: Text(en: "notice of suspension", id: "surat penangguhan")
        }
    }
}
