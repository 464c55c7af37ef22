/// The files that requests go by beside the settings: the procedure, and the days on which the office does not work.
extension RegistryCheck {
    /// The procedure, where the zone follows one.
    static func checkProcedure(
        _ folder: Directory, _ settings: ZoneSettings?, _ result: inout CheckResult
    ) throws {
        let file = folder.shown(Procedure.fileName)
        guard let entry = try Procedure.entry(in: folder) else {
            guard let id = settings?.procedure else { return }
            let name = ZoneSettings.fileName
            result.findings.append(
                Finding(
                    .procedureGone, file: file,
                    Text(
                        en: "the procedure is missing, and \(name) says \(id); copy it from zonectl procedure list, "
                            + "or write procedure: null",
                        id: "prosedur tidak ada, padahal \(name) menyebut \(id); salin dari zonectl procedure list, "
                            + "atau tulis procedure: null")))
            return
        }
        result.files += 1
        for fault in entry.faults {
            result.findings.append(
                Finding(
                    fault.code, .error, file: entry.path, line: fault.line, column: fault.column,
                    fault.reason(in: entry.path).text))
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
    static let officeChecks: [Check] = [procedureGone, holidaysMissing, holidays, holidayTwice]

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
