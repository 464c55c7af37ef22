import RFC1035
import ZoneCore

extension Command {
    static let log = Command(
        words: ["log"], group: .names,
        summary: Text(
            en: "What happened, by whom, with which letter",
            id: "Apa yang terjadi, oleh siapa, dengan surat mana"),
        explanation: [
            Text(
                en: "Events of the register, the oldest first: all, those about a name, or those of a request. "
                    + "JSON shows each event as it stands in the register, without telephone numbers and e-mail "
                    + "addresses "
                    + "of persons unless --with-contacts is given.",
                id: "Peristiwa dalam register, yang terlama lebih dahulu: semuanya, tentang satu nama, atau satu "
                    + "permohonan. JSON menampilkan peristiwa seperti tertulis dalam register, tanpa nomor telepon dan "
                    + "alamat surel orang kecuali dengan --with-contacts.")
        ],
        arguments: [
            Argument(
                placeholder: "NAME|YYYY/NNNN", count: .optional,
                help: Text(
                    en: "Only events about this name, or of this request.",
                    id: "Hanya peristiwa tentang nama atau permohonan ini."))
        ],
        options: [Options.withContacts.spec], formats: EventReport.formats,
        examples: [
            Example("zonectl log", Text(en: "Everything", id: "Semuanya")),
            Example("zonectl log dinkes", Text(en: "A name's history", id: "Riwayat sebuah nama")),
        ],
        run: { invocation in try writeLog(invocation, withContacts: invocation[Options.withContacts]) })

    static func writeLog(_ invocation: Invocation, withContacts: Bool) throws -> ExitStatus {
        let zone = try invocation.zoneFolder(for: .reading)
        let subject = invocation.argument(0)
        let id = subject.flatMap { RequestID($0) }
        let name = id == nil ? try subject.map { try zone.name($0) } : nil
        try invocation.readRegister(of: zone) { register in
            if let id { _ = try event(of: id, register, zone) }
            // A companion such as www. has no events of its own.
            let about = try name.map { try managedName($0, typed: subject ?? "", register).name }
            var report = EventReport(invocation, zone, offset: zone.utcOffset, withContacts: withContacts)
            report.begin()
            try register.forEachEvent(about: about) { event, line in
                if let id, event?.request?.id != id { return }
                report.add(event, line)
            }
            report.end()
        }
        return .done
    }
}
