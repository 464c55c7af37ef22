extension Check {
    /// What is found in a zone.json.
    static let settingsChecks: [Check] = [
        settingsMissing, settingsDoNotFit,
        Check(
            "SETTINGS_SYNTAX", .error, "JSON5",
            Text(en: "The settings cannot be read.", id: "Pengaturan tidak dapat dibaca."),
            explanation: Text(
                en: "A comma, a quote or a bracket is missing at the place that is named, or somewhat before it.",
                id: "Ada koma, tanda kutip, atau kurung yang kurang di tempat yang disebut, atau sedikit sebelumnya."),
            bad: "{ zone: \"example.go.id\" ttl: 3600 }", good: "{ zone: \"example.go.id\", ttl: 3600 }", .elsewhere),
        Check(
            "SETTINGS_UNKNOWN_KEY", .error, "zone.json",
            Text(en: "The settings have a key that there is not.", id: "Pengaturan memuat kunci yang tidak ada."),
            explanation: Text(
                en: "A misspelt setting would have no effect, and nobody would notice. The message names the "
                    + "likeliest one.",
                id: "Pengaturan yang salah eja tidak berpengaruh tanpa disadari. Pesannya menyebut yang paling "
                    + "mungkin."),
            bad: "{ zone: \"example.go.id\", quarantineDay: 90 }",
            good: "{ zone: \"example.go.id\", quarantineDays: 90 }",
            .elsewhere),
        Check(
            "SETTINGS_DUPLICATE_KEY", .error, "zone.json",
            Text(en: "A setting is given twice.", id: "Sebuah pengaturan ditulis dua kali."),
            explanation: Text(
                en: "Which of the two is meant cannot be told. Remove one.",
                id: "Tidak dapat diketahui mana yang dimaksud. Hapus salah satu."),
            bad: "{ zone: \"example.go.id\", ttl: 300, ttl: 3600 }", good: "{ zone: \"example.go.id\", ttl: 3600 }",
            .elsewhere),
        Check(
            "SETTINGS_TYPE", .error, "zone.json",
            Text(en: "A setting is of the wrong kind.", id: "Jenis nilai pengaturan salah."),
            explanation: Text(
                en: "Numbers stand without quotes, texts in quotes, lists in [ ], groups in { }.",
                id: "Angka tanpa tanda kutip, teks dalam tanda kutip, daftar dalam [ ], kelompok dalam { }."),
            bad: "{ zone: \"example.go.id\", ttl: \"3600\" }",
            good: "{ zone: \"example.go.id\", ttl: 3600 }", .elsewhere),
        Check(
            "SETTINGS_VALUE", .error, "zone.json",
            Text(en: "A setting has a value that it cannot have.", id: "Nilai pengaturan tidak mungkin."),
            explanation: Text(
                en: """
                    The message says which values there are. A host that the zone does not have is a warning only: \
                    names that need it are refused until it is there.
                    """,
                id: """
                    Pesannya menyebut nilai yang mungkin. Host yang tidak ada di zona hanya warning: nama yang \
                    memerlukannya ditolak sampai host itu ada.
                    """),
            bad: "{ zone: \"example.go.id\", serial: \"daily\" }",
            good: "{ zone: \"example.go.id\", serial: \"date\" }",
            .elsewhere),
        Check(
            "SETTINGS_CONTRADICTION", .error, "zone.json",
            Text(en: "Two settings cannot both be meant.", id: "Dua pengaturan saling bertentangan."),
            explanation: Text(
                en: "The zone named in the file is not the folder's, or hosting has both addresses and a host. "
                    + "Remove one.",
                id: "Zona di dalam berkas bukan zona foldernya, atau hosting memiliki addresses dan host. Hapus "
                    + "salah satu."),
            bad: "hosting: { addresses: [\"192.0.2.10\"], host: \"hosting.example.net\" }",
            good: "hosting: { addresses: [\"192.0.2.10\"] }", .elsewhere),
    ]

    static let settingsMissing = Check(
        "SETTINGS_MISSING", .error, "zone.json",
        Text(
            en: "The settings, or one that must be there, are missing.",
            id: "Pengaturan, atau salah satu yang wajib, tidak ada."),
        explanation: Text(
            en: "A zone's folder needs a zone.json that names the zone. Restore it from a backup, or copy "
                + "another zone's.",
            id: "Folder zona memerlukan zone.json yang menyebut zonanya. Pulihkan dari cadangan, atau salin "
                + "milik zona lain."),
        bad: "{ ttl: 3600 }", good: "{ zone: \"example.go.id\", ttl: 3600 }", .elsewhere)

    static let settingsDoNotFit = Check(
        "SETTINGS_DO_NOT_FIT", .warning, "zone.json",
        Text(
            en: "A setting does not go with another, or with the zone.",
            id: "Pengaturan tidak cocok dengan yang lain, atau dengan zonanya."),
        explanation: Text(
            en: """
                Each value is possible, but together they do what nobody wants: a TTL longer than the SOA's expire or \
                than the quarantine of removed names, hosting that is refused by default, a kind of serial that the \
                zone's serial has overtaken. Change one of the two.
                """,
            id: """
                Masing-masing nilai mungkin, tetapi bersama-sama tidak sesuai keinginan: TTL lebih lama daripada \
                expire pada SOA atau daripada karantina nama, hosting yang selalu ditolak, jenis nomor seri yang sudah \
                terlampaui. Ubah salah satunya.
                """),
        bad: "{ zone: \"example.go.id\", ttl: 604800, quarantineDays: 1 }",
        good: "{ zone: \"example.go.id\", ttl: 3600, quarantineDays: 90 }", .elsewhere)
}
