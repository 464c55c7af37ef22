/// The files that requests go by beside the settings: the procedure, and the days on which the office does not work.
extension RegistryCheck {
    /// The procedure, where the zone follows one; `nil` when it cannot be used.
    static func checkProcedure(
        _ folder: Directory, _ settings: ZoneSettings?, _ result: inout CheckResult
    ) throws -> Procedure? {
        let file = folder.shown(Procedure.fileName)
        guard let entry = try Procedure.entry(in: folder) else {
            guard let id = settings?.procedure else { return nil }
            let name = ZoneSettings.fileName
            result.findings.append(
                Finding(
                    .procedureGone, file: file,
                    Text(
                        en: "the procedure is missing, and \(name) says \(id); copy it from zonectl procedure list, "
                            + "or write procedure: null",
                        id: "prosedur tidak ada, padahal \(name) menyebut \(id); salin dari zonectl procedure list, "
                            + "atau tulis procedure: null")))
            return nil
        }
        result.files += 1
        for fault in entry.faults {
            result.findings.append(
                Finding(
                    fault.code, .error, file: entry.path, line: fault.line, column: fault.column,
                    fault.reason(in: entry.path).text))
        }
        return entry.procedure
    }

    /// Open requests at steps that the procedure has not.
    static func checkSteps(
        _ procedure: Procedure, _ folder: Directory, _ options: Register.Options, _ result: inout CheckResult
    ) throws {
        var lost: [String: [RequestID]] = [:]
        try Register.read(in: folder, options: options) { register in
            try register.forEachRequest { request, _ in
                for step in procedure.lostSteps(request) { lost[step, default: []].append(request.id) }
            }
        }
        for (step, requests) in lost.sorted(by: { $0.key < $1.key }) {
            let shown = requests.sorted().prefix(3).map(\.description).joined(separator: ", ")
            let list = requests.count > 3 ? "\(shown) … (\(requests.count))" : shown
            result.findings.append(
                Finding(
                    .stepGone, file: folder.shown(Procedure.fileName),
                    Text(
                        en: "no step \(Shown.text(step)), which requests are at: \(list); put it back, or cancel them",
                        id: "tidak ada langkah \(Shown.text(step)), padahal ada permohonan di situ: \(list); "
                            + "kembalikan langkah itu, atau batalkan permohonannya")))
        }
    }

    /// - Parameter registry: its folder may have a list for all zones.
    static func checkHolidays(
        _ folder: Directory, _ registry: Directory?, _ settings: ZoneSettings?, _ result: inout CheckResult
    ) throws {
        guard let found = try Holidays.file(named: settings?.holidays, in: [folder, registry].compactMap { $0 }) else {
            guard let name = settings?.holidays else { return }
            result.findings.append(
                Finding(.holidaysMissing, file: folder.shown(name), Holidays.missing(name)))
            return
        }
        result.files += 1
        result.fileOrder.append(found.path)
        for fault in Holidays.read(found.octets).faults {
            result.findings.append(
                Finding(
                    fault.isError ? .holidays : .holidayTwice, file: found.path, line: fault.line, column: 1, fault.text
                ))
        }
    }
}

extension Holidays {
    /// The list that counts for a zone: that of its folder, else the registry's; `nil` when neither has one.
    /// - Parameter name: what the settings call it.
    public static func file(
        named name: String?, in folders: [Directory]
    ) throws(FileError) -> (path: String, octets: [UInt8])? {
        let name = name ?? fileName
        for folder in folders {
            if let octets = try folder.contents(of: name, limit: maximumBytes) { return (folder.shown(name), octets) }
        }
        return nil
    }

    /// Said of a list that the settings name.
    public static func missing(_ name: String) -> Text {
        let settings = ZoneSettings.fileName
        return Text(
            en: "there is no file \(name), which \(settings) names as holidays",
            id: "berkas \(name), yang disebut \(settings) sebagai holidays, tidak ada")
    }
}

extension Check {
    static let officeChecks: [Check] = [procedureGone, stepGone, holidaysMissing, holidays, holidayTwice]

    static let stepGone = Check(
        "STEP_GONE", .warning, "procedure.json",
        Text(
            en: "Open requests are at a step that the procedure does not have.",
            id: "Ada permohonan terbuka pada langkah yang tidak ada dalam prosedur."),
        explanation: Text(
            en: "The step was taken out of procedure.json, or got another id, while requests were at it. Nobody can "
                + "take it, so they stay where they are. Put the step back with its id until the last of them is "
                + "past it, or take the requests back with zonectl request cancel.",
            id: "Langkah itu dihapus dari procedure.json, atau id-nya diganti, selagi ada permohonan di situ. Tidak "
                + "ada yang dapat mengerjakannya, sehingga permohonannya berhenti. Kembalikan langkah itu dengan "
                + "id-nya sampai semua permohonan melewatinya, atau batalkan dengan zonectl request cancel."),
        bad: "{ id: \"KTR-22\", … }   while 2026/0001 is at KTR-02", good: "{ id: \"KTR-02\", … }", .elsewhere)

    static let procedureGone = Check(
        "PROCEDURE_GONE", .error, "zone.json: procedure",
        Text(en: "The procedure that the zone follows is missing.", id: "Prosedur yang dipakai zona tidak ada."),
        explanation: Text(
            en: "Without procedure.json no request can be taken in and no step taken. Restore it from a backup, or "
                + "copy it from the procedures that come with zonectl; where the zone follows none, say so in zone.json.",
            id: "Tanpa procedure.json permohonan tidak dapat dicatat dan langkah tidak dapat dikerjakan. Pulihkan dari "
                + "cadangan, atau salin dari prosedur bawaan zonectl; bila zona tidak memakai prosedur, nyatakan di "
                + "zone.json."),
        bad: "zone.json: procedure: \"PBG\"\nzones/example.go.id/: zone.json static.zone",
        good: "zone.json: procedure: \"PBG\"\nzones/example.go.id/: zone.json static.zone procedure.json", .elsewhere)

    static let holidaysMissing = Check(
        "HOLIDAYS_MISSING", .error, "zone.json: holidays",
        Text(en: "The list of holidays is missing.", id: "Daftar hari libur tidak ada."),
        explanation: Text(
            en: "zone.json names a file that is neither in the zone's folder nor in the registry's. Deadlines would "
                + "count holidays as working days, so nothing that has deadlines works. Write the file, or leave "
                + "holidays out of zone.json.",
            id: "zone.json menyebut berkas yang tidak ada di folder zona maupun registry. Tenggat akan menghitung hari "
                + "libur sebagai hari kerja, jadi perintah yang memerlukan tenggat tidak berjalan. Buat berkasnya, "
                + "atau hapus holidays dari zone.json."),
        bad: "zone.json: holidays: \"libur-2026.txt\"", good: "zones/example.go.id/: zone.json libur-2026.txt",
        .elsewhere)

    static let holidays = Check(
        "HOLIDAYS", .error, "holidays.txt",
        Text(en: "A line of the list of holidays is no date.", id: "Baris daftar hari libur bukan tanggal."),
        explanation: Text(
            en: "Each line is a date as YYYY-MM-DD with the name of the day behind it; what follows # is a comment.",
            id: "Tiap baris berisi tanggal YYYY-MM-DD diikuti nama harinya; teks setelah # adalah komentar."),
        bad: "25-12-2026 Natal", good: "2026-12-25 Natal", .elsewhere)

    static let holidayTwice = Check(
        "HOLIDAY_TWICE", .notice, "holidays.txt",
        Text(en: "A day stands twice in the list of holidays.", id: "Sebuah tanggal tercantum dua kali."),
        explanation: Text(
            en: "It does no harm; perhaps one of the two is the wrong date.",
            id: "Tidak berbahaya; mungkin salah satunya keliru tanggal."),
        bad: "2026-12-25 Natal\n2026-12-25 Cuti bersama", good: "2026-12-25 Natal\n2026-12-24 Cuti bersama", .elsewhere)
}
