import ZoneCore

/// What `capacity`, `account`, `review` and `dangling` take.
extension Options {
    static let failOver: Option<Int?> = .value(
        "fail-over", "PERCENT",
        Text(
            en: "Exit 1 when at least so many per cent are taken.",
            id: "Keluar dengan 1 bila pemakaian mencapai sekian persen."),
        read: Values.number(1...100))

    static let user: Option<[String]> = .values(
        "user", "USER",
        Text(
            en: "Only these accounts; by default the mailboxes asked for, else one called as the name.",
            id: "Hanya akun ini; bawaannya akun surel yang diminta, atau satu akun menurut nama."),
        read: Values.texts)

    static let slip: Option<String?> = .value(
        "slip", "FILE",
        Text(
            en: "Write the sheet to this new file, which only you may read; keep it out of the registry.",
            id: "Tulis lembar ke berkas baru ini, yang hanya dapat Anda baca; jangan di dalam registry."),
        completion: .file, read: Values.path)

    static let receiver: Option<String?> = .value(
        "to", "NAME",
        Text(en: "Who took the sheet.", id: "Siapa yang menerima lembar itu."), read: Values.field)

    static let suspensionReason: Option<String?> = .value(
        "reason", "CODE",
        Text(
            en: "Why: "
                + SuspensionReason.known.map { "\($0.code) (\($0.text.en))" }.joined(separator: ", ")
                + ", or in words.",
            id: "Alasannya: "
                + SuspensionReason.known.map { "\($0.code) (\($0.text.id))" }.joined(separator: ", ")
                + ", atau dengan kata-kata."),
        choices: SuspensionReason.known.map(\.code), read: Values.text)

    static let evidence: Option<String?> = .value(
        "evidence", "TEXT",
        Text(
            en: "What shows it: a report's number, a case.", id: "Buktinya: nomor laporan atau kasus."),
        read: Values.field)

    static let until: Option<CalendarDate?> = .value(
        "until", "DATE",
        Text(
            en: "When it is to be reviewed next, say at its contract's end; else after reviewMonths of zone.json.",
            id: "Kapan ditinjau lagi, misalnya akhir kontrak; jika tidak, setelah reviewMonths di zone.json."),
        read: Values.date)

    static let within: Option<Int?> = .value(
        "within", "DAYS",
        Text(
            en: "Also names that come due in so many days.", id: "Juga nama yang jatuh tempo dalam sekian hari."),
        read: Values.number(0...36_500))

    static let resolved: Option<String?> = .value(
        "resolved", "FILE",
        Text(
            en: "What outside hosts resolve to, as dig prints it or as HOST ADDRESS... and HOST NXDOMAIN.",
            id: "Hasil penguraian host luar, seperti keluaran dig atau HOST ALAMAT... dan HOST NXDOMAIN."),
        completion: .file, read: Values.path)
}
