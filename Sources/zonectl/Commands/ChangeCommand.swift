import ZoneCore

extension Command {
    static let change = Command(
        words: ["change"], group: .names,
        summary: Text(en: "Change where a name leads", id: "Ubah tujuan sebuah nama"),
        explanation: [
            Text(
                en: "Only the agency that holds a name may have it changed. What the options do not mention "
                    + "stays as it is; a new target replaces the old one, and --no-mail, --no-www and --no-ttl "
                    + "take parts away.",
                id: "Hanya OPD pemegang yang boleh meminta perubahan. Yang tidak disebut dalam opsi tetap "
                    + "seperti semula; tujuan baru menggantikan yang lama, dan --no-mail, --no-www, --no-ttl "
                    + "menghapus bagiannya."),
            batchExplanation,
        ],
        usage: ["NAME --opd TEXT --letter NUMBER TARGET...", "--batch FILE [--keep-going]"],
        arguments: [managedName],
        options: Options.request + batchOptions + Options.target + Options.withdrawals,
        formats: [.text, .json],
        examples: [
            Example(
                "zonectl change dinkes --opd \"Dinas Kesehatan\" --letter 440/2/2026 --address 192.0.2.11",
                Text(en: "A new server", id: "Server baru")),
            Example(
                "zonectl change dinkes --opd \"Dinas Kesehatan\" --letter 440/3/2026 --no-www --ttl 300",
                Text(en: "Without www, and a short TTL", id: "Tanpa www, dan TTL pendek")),
        ],
        run: { invocation in try NameOrderRun.run(.change, invocation) })
}
