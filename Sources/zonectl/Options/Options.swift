import ZoneCore

/// Every option of the program, one value each.
enum Options {
    // MARK: Global

    static let registry: Option<String?> = .value(
        "registry", short: "C", "DIR",
        Text(
            en: "Folder that holds the zones of the office; else $ZONECTL_REGISTRY, else ./zones.",
            id: "Folder berisi semua zona kantor; jika tidak, $ZONECTL_REGISTRY, lalu ./zones."),
        completion: .directory, read: Values.path)

    static let zone: Option<String?> = .value(
        "zone", short: "z", "ZONE",
        Text(
            en: "The zone. May be left out when the registry holds one.",
            id: "Zona yang dimaksud. Boleh dihilangkan bila registry hanya berisi satu zona."),
        completion: .zone, read: Values.text)

    static let actor: Option<String?> = .value(
        "as", "ROLE[:NAME]",
        Text(
            en: "Who acts. It is recorded in the register, not authenticated.",
            id: "Siapa yang bertindak. Dicatat dalam register, tidak diperiksa kebenarannya."),
        read: Values.actor)

    static let now: Option<Instant?> = .value(
        "now", "RFC3339",
        Text(
            en: "The clock, for replays and tests; also $ZONECTL_NOW.",
            id: "Jam yang dipakai, untuk ulangan dan pengujian; juga $ZONECTL_NOW."),
        read: Values.instant)

    static let language: Option<Language?> = .value(
        "lang", "id|en",
        Text(
            en: "Language of messages; else that of LC_ALL, LC_MESSAGES or LANG.",
            id: "Bahasa pesan; jika tidak, menurut LC_ALL, LC_MESSAGES, atau LANG."),
        choices: Language.allCases.map(\.rawValue),
        read: Values.choice(Language.allCases.map { ($0.rawValue, $0) }))

    static let format: Option<OutputFormat?> = .value(
        "format", "FORMAT",
        Text(
            en: "Form of the output; each command lists those it has.",
            id: "Bentuk keluaran; tiap perintah menyebutkan pilihannya."),
        choices: OutputFormat.all.map(\.name), read: Values.choice(OutputFormat.all.map { ($0.name, $0) }))

    static let color: Option<Console.ColorChoice?> = .value(
        "color", "WHEN",
        Text(
            en: "Colour: auto (on a terminal, unless NO_COLOR is set), always or never.",
            id: "Warna: auto (pada terminal, kecuali NO_COLOR terisi), always (selalu), atau never (tidak)."),
        choices: Console.ColorChoice.allCases.map(\.rawValue),
        read: Values.choice(Console.ColorChoice.allCases.map { ($0.rawValue, $0) }))

    static let quiet: Option<Bool> = .flag(
        "quiet", short: "q",
        Text(
            en: "Say only results and errors.", id: "Hanya tampilkan hasil dan kesalahan."))

    static let verbose: Option<Bool> = .flag(
        "verbose", short: "v",
        Text(
            en: "Say what is used, read, locked, decided and written.",
            id: "Tampilkan apa yang dipakai, dibaca, dikunci, diputuskan, dan ditulis."))

    static let help: Option<Bool> = .flag(
        "help", short: "h", Text(en: "Show help for the command.", id: "Tampilkan bantuan untuk perintah."))

    static let version: Option<Bool> = .flag(
        "version", Text(en: "Show the version.", id: "Tampilkan versi."))

    static let global: [OptionSpec] = [
        registry.spec, zone.spec, actor.spec, now.spec, language.spec, format.spec, color.spec, quiet.spec,
        verbose.spec, help.spec, version.spec,
    ]

    // MARK: Zones

    static let nameServers: Option<[String]> = .values(
        "ns", "HOST[=ADDR]",
        Text(
            en: "Name servers of the zone, the primary first. One inside the zone needs its address; for "
                + "several addresses the host is given again.",
            id: "Server nama zona, yang utama lebih dahulu. Server di dalam zona memerlukan alamatnya; untuk "
                + "beberapa alamat, host disebut lagi."),
        read: Values.texts)

    static let mailbox: Option<String?> = .value(
        "mbox", "MAIL",
        Text(
            en: "Mailbox of the person responsible, for the SOA; hostmaster@ZONE by default.",
            id: "Surel penanggung jawab, untuk SOA; bawaan hostmaster@ZONA."),
        read: Values.text)

    static let procedure: Option<String?> = .value(
        "procedure", "NAME",
        Text(
            en: "Procedure that requests follow, one of zonectl procedure list; it is copied to the zone's folder.",
            id: "Prosedur bagi permohonan, salah satu dari zonectl procedure list; disalin ke folder zona."),
        read: Values.text)

    static let withoutLoops: Option<Bool> = .flag(
        "without-loops",
        Text(
            en: "Leave out the steps that only what was sent back passes.",
            id: "Tanpa langkah yang hanya dilalui berkas yang dikembalikan."))

    static let officeOnly: Option<Bool> = .flag(
        "office",
        Text(en: "Leave out the applicant's own steps.", id: "Tanpa langkah milik pemohon."))

    static let year: Option<Int?> = .value(
        "year", "YYYY",
        Text(
            en: "The year of the agenda numbers; else this year, and for a register all years.",
            id: "Tahun nomor agenda; jika tidak, tahun ini, dan untuk register semua tahun."),
        read: Values.number(1000...9999))

    static let export: Option<String?> = .value(
        "export", "DIR",
        Text(
            en: "Write the archive of a year to this folder: all registers, every document, and an index.",
            id: "Tulis arsip setahun ke folder ini: semua register, setiap dokumen, dan daftar isinya."),
        completion: .directory, read: Values.path)

    static let outputPath: Option<String?> = .value(
        "output", "PATH",
        Text(
            en: "Where to write: the folder for zone files instead of the registry's, the file for a document.",
            id: "Tempat menulis: folder untuk berkas zona selain folder registry, berkas untuk dokumen."),
        completion: .file, read: Values.path)

    static let html: Option<Bool> = .flag(
        "html",
        Text(
            en: "As web pages; a document as one that prints on A4.",
            id: "Sebagai halaman web; dokumen menjadi halaman siap cetak ukuran A4."))

    static let check: Option<Bool> = .flag(
        "check",
        Text(
            en: "Write nothing; exit 5 when something would be written.",
            id: "Jangan menulis; keluar dengan 5 bila ada yang akan ditulis."))

    static let origin: Option<String?> = .value(
        "origin", "NAME",
        Text(
            en: "Origin of the file: the zone's name.", id: "Asal (origin) berkas: nama zonanya."),
        read: Values.text)

    static let includeRoot: Option<String?> = .value(
        "include-root", "DIR",
        Text(
            en: "Folder where $INCLUDE finds files and which it may not leave; else the folder of FILE.",
            id: "Folder tempat $INCLUDE mencari berkas dan yang tidak boleh ditinggalkannya; jika tidak, folder FILE."),
        completion: .directory, read: Values.path)

    /// What commands that read master files take.
    static let reading: [OptionSpec] = [origin.spec, includeRoot.spec, maximumErrors.spec]

    static let maximumErrors: Option<Int?> = .value(
        "max-errors", "N",
        Text(
            en: "Stop reading a file after this many errors (1000 by default).",
            id: "Berhenti membaca berkas setelah kesalahan sebanyak ini (bawaan 1000)."),
        read: Values.number(1...1_000_000))

    static let serialPolicy: Option<ZoneSettings.SerialPolicy?> = .value(
        "policy", "POLICY",
        Text(
            en: "How the serial goes on: date, unixtime or increment; else as the zone's settings say.",
            id: "Cara nomor seri berlanjut: date, unixtime, atau increment; jika tidak, menurut pengaturan zona."),
        choices: ZoneSettings.SerialPolicy.allCases.map(\.rawValue),
        read: Values.choice(ZoneSettings.SerialPolicy.allCases.map { ($0.rawValue, $0) }))

    // MARK: Requests

    static let opd: Option<String?> = .value(
        "opd", "TEXT",
        Text(en: "The agency (OPD) that asks or holds.", id: "OPD yang meminta atau memegang nama."),
        read: Values.field)

    static let letter: Option<String?> = .value(
        "letter", "NUMBER",
        Text(en: "Number of its letter.", id: "Nomor suratnya."), read: Values.field)

    static let letterDate: Option<CalendarDate?> = .value(
        "letter-date", "DATE",
        Text(en: "Date of the letter, YYYY-MM-DD.", id: "Tanggal surat, YYYY-MM-DD."), read: Values.date)

    static let overrideReason: Option<String?> = .value(
        "override", "REASON",
        Text(
            en: "Give out a reserved label, where the zone's settings allow it; the reason is recorded.",
            id: "Berikan label yang dicadangkan bila pengaturan zona mengizinkan; alasannya dicatat."),
        read: Values.field)

    static let request: [OptionSpec] = [opd.spec, letter.spec, letterDate.spec]

    // MARK: TARGET

    static let addresses: Option<[String]> = .values(
        "address", "IP",
        Text(
            en: "Own server: its IPv4 and IPv6 addresses.",
            id: "Server sendiri: alamat IPv4 dan IPv6-nya."),
        isTarget: true, read: Values.anyTexts)

    static let canonicalName: Option<String?> = .value(
        "cname", "HOST",
        Text(en: "Own server, by its name (CNAME).", id: "Server sendiri, menurut namanya (CNAME)."),
        isTarget: true, read: Values.any)

    static let url: Option<String?> = .value(
        "url", "URL",
        Text(
            en: "HTTP redirect: the redirector's address and a line in the redirect map.",
            id: "Pengalihan HTTP: alamat pengalih dan satu baris di peta pengalihan."),
        isTarget: true, read: Values.any)

    static let hosting: Option<Given<Int>> = .optional(
        "hosting", "GB",
        Text(
            en: "The office's shared hosting, with this much space; else hosting.defaultGB of zone.json.",
            id: "Hosting bersama milik kantor, dengan ruang sebesar ini; jika tidak, hosting.defaultGB di zone.json."),
        isTarget: true, read: Values.number(1...1_000_000))

    static let delegate: Option<[String]> = .values(
        "delegate", "HOST[=IP]",
        Text(
            en: "Own name servers: NS records, with glue for a host inside the name.",
            id: "Server nama sendiri: rekaman NS, dengan glue untuk host di dalam nama itu."),
        isTarget: true, read: Values.anyTexts)

    static let signers: Option<[String]> = .values(
        "ds", "RDATA",
        Text(
            en: "DS records of a signed delegation: key tag, algorithm, digest type, digest.",
            id: "Rekaman DS bagi delegasi bertanda tangan: key tag, algoritma, jenis digest, digest."),
        isTarget: true, read: Values.delegationSigners)

    static let mail: Option<Given<String>> = .optional(
        "mail", "HOST",
        Text(
            en: "Mail at the name: MX to this host, or to the one in the zone's settings; `.` says that the name "
                + "takes and sends none (RFC 7505).",
            id: "Surel pada nama itu: MX ke host ini, atau ke host menurut pengaturan zona; `.` menyatakan nama itu "
                + "tidak menerima dan mengirim surel (RFC 7505)."),
        isTarget: true, read: Values.any)

    static let www: Option<Bool> = .flag(
        "www", Text(en: "Also www in front of the name.", id: "Juga www di depan nama itu."), isTarget: true)

    static let ttl: Option<UInt32?> = .value(
        "ttl", "N",
        Text(
            en: "TTL of the records; else the zone's. Seconds or units as in 1h.",
            id: "TTL rekaman; jika tidak, TTL zona. Detik atau satuan seperti 1h."),
        isTarget: true, read: Values.ttl)

    static let noMail: Option<Bool> = .flag(
        "no-mail", Text(en: "Give up mail at the name.", id: "Lepas surel pada nama itu."), isTarget: true)

    static let noWWW: Option<Bool> = .flag(
        "no-www", Text(en: "Give up www in front of the name.", id: "Lepas www di depan nama itu."),
        isTarget: true)

    static let noTTL: Option<Bool> = .flag(
        "no-ttl", Text(en: "Back to the zone's TTL.", id: "Kembali ke TTL zona."), isTarget: true)

    /// What only `change` takes: parts of a target that go.
    static let withdrawals: [OptionSpec] = [noMail.spec, noWWW.spec, noTTL.spec]

    static let target: [OptionSpec] = [
        addresses.spec, canonicalName.spec, url.spec, hosting.spec, delegate.spec, signers.spec, mail.spec,
        www.spec, ttl.spec,
    ]

    // MARK: Batches and filters

    static let batch: Option<String?> = .value(
        "batch", "FILE",
        Text(
            en: "Requests from a file, one JSON object a line; - is standard input.",
            id: "Permohonan dari berkas, satu objek JSON tiap baris; - berarti masukan standar."),
        completion: .file, read: Values.path)

    static let keepGoing: Option<Bool> = .flag(
        "keep-going",
        Text(
            en: "With --batch: do those that can be done. Otherwise all or none.",
            id: "Dengan --batch: kerjakan yang dapat dikerjakan. Tanpa ini: semua atau tidak sama sekali."))

    static let dryRun: Option<Bool> = .flag(
        "dry-run",
        Text(en: "Decide and show, record nothing.", id: "Putuskan dan tampilkan, tanpa mencatat apa pun."))

    static let status: Option<NameStatus?> = .value(
        "status", "STATUS",
        Text(en: "Only names in this state.", id: "Hanya nama dengan keadaan ini."),
        choices: NameStatus.allCases.map(\.rawValue),
        read: Values.choice(NameStatus.allCases.map { ($0.rawValue, $0) }))
}
