import RFC1035

/// Lembar data akun: user name and password of one account, on a single sheet that is handed over against a signature.
/// The password goes through here to paper and is kept nowhere.
public struct AccountSheet: Sendable {
    /// Lines of the letterhead.
    public var letterhead: [String]
    public var sheet: String
    public var user: String
    public var password: String
    public var opd: String
    /// The name the account is at; empty for hosting without one.
    public var name: String
    /// The agenda number of the request.
    public var request: String
    public var issued: Instant
    public var offset: UTCOffset
    /// Who hands it over; empty: dots.
    public var technician: ZoneSettings.Signatory

    public init(
        settings: ZoneSettings, procedure: Procedure?, sheet: String, user: String, password: String, opd: String,
        name: Name?, request: RequestID?, issued: Instant
    ) {
        letterhead = settings.letters.letterhead
        if letterhead.isEmpty {
            letterhead = procedure.map { [$0.government, $0.office] } ?? ["Pengelola zona \(settings.zone.undotted)"]
        }
        self.sheet = sheet
        self.user = user
        self.password = password
        self.opd = opd
        self.name = name?.undotted ?? ""
        self.request = request?.description ?? ""
        self.issued = issued
        offset = settings.utcOffset
        technician = settings.letters.signatories[Role.technician.rawValue] ?? .init()
        if technician.title.isEmpty { technician.title = procedure?.title(of: .technician) ?? "Petugas" }
    }

    public var document: LetterDocument {
        var fields: [LetterDocument.Field] = [.init("Nomor lembar", "\(strong: sheet)")]
        if !name.isEmpty { fields.append(.init("Nama subdomain", "\(name)")) }
        fields.append(.init("Perangkat daerah", "\(opd)"))
        fields.append(.init("Nama pengguna", "\(strong: user)"))
        fields.append(.init("Kata sandi", "\(strong: password)"))
        fields.append(.init("Diterbitkan", "\(IndonesianText.moment(issued, at: offset))"))
        if !request.isEmpty { fields.append(.init("Agenda", "\(request)")) }
        return LetterDocument(
            title: "Lembar Data Akun \(sheet)",
            blocks: [
                .letterhead(letterhead),
                .heading(["LEMBAR DATA AKUN", "RAHASIA", "hanya satu lembar; tidak ada salinan"]), .fields(fields),
                .numbered([
                    "Kata sandi diganti pada saat pertama kali masuk; setelah itu lembar ini dimusnahkan.",
                    "Lembar ini tidak difoto, disalin, atau dikirim melalui surel dan pesan.",
                    "Bila lembar ini hilang, mintalah pengaturan ulang; lembar ini lalu tidak berlaku lagi.",
                ]),
                .signatures([
                    .init(
                        above: ["Yang menyerahkan,", technician.title], name: technician.name,
                        below: technician.number.isEmpty ? [] : ["NIP \(technician.number)"]),
                    .init(above: ["Yang menerima,", "tanggal ……………………"]),
                ]),
            ])
    }

    /// Sheets as text, each on a page of its own.
    public static func text(_ sheets: [AccountSheet]) -> String {
        sheets.map { LetterTextWriter.text($0.document) }.joined(separator: "\u{0C}")
    }
}
