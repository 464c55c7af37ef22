import ZoneCore

extension Command {
    static let remove = Command(
        words: ["remove"], group: .names,
        summary: Text(en: "Give up a name and all its records", id: "Lepas sebuah nama beserta semua rekamannya"),
        explanation: [
            Text(
                en: "All records of the name go, those of www and mail in front of it too. The name stays in "
                    + "the register and rests in quarantine as long as the zone's settings say. Take the name away "
                    + "first and the server after, or somebody else may answer for it.",
                id: "Semua rekaman nama itu dihapus, termasuk www dan surel di depannya. Nama tetap ada di "
                    + "register dan dikarantina selama ditentukan pengaturan zona. Hapus nama dahulu, baru "
                    + "servernya, agar tidak ada pihak lain yang menjawab untuknya."),
            Text(
                en: "Other names that point to it are told (DANGLING); one that is still the name server of a "
                    + "delegation is refused (IN_USE), since no server would load the zone without it.",
                id: "Nama lain yang menunjuk ke sana disebutkan (DANGLING); nama yang masih menjadi server nama "
                    + "suatu delegasi ditolak (IN_USE), karena tanpanya zona tidak dapat dimuat."),
            Text(
                en: "A batch has one JSON object a line with the members name, opd, letter and letterDate.",
                id: "Berkas batch memuat satu objek JSON tiap baris dengan anggota name, opd, letter, dan "
                    + "letterDate."),
        ],
        usage: ["NAME|YYYY/NNNN --opd TEXT --letter NUMBER", "--batch FILE [--keep-going]"],
        arguments: [managedName],
        options: Options.request + batchOptions,
        formats: [.text, .json],
        examples: [
            Example(
                "zonectl remove dinkes --opd \"Dinas Kesehatan\" --letter 440/9/2026",
                Text(en: "On the holder's letter", id: "Atas surat pemegangnya"))
        ],
        run: { invocation in try NameOrderRun.run(.remove, invocation) })
}
