import RFC1035
import ZoneCore

extension Command {
    static let add = Command(
        words: ["add"], group: .names,
        summary: Text(
            en: "Record an approved request and make its records",
            id: "Catat permohonan yang disetujui dan buat rekamannya"),
        explanation: [
            Text(
                en: "For a request that was approved on paper: request, approval and records go into the "
                    + "register in one step, which is on disk when the command ends with 0. The name servers answer "
                    + "so after zonectl render.",
                id: "Untuk permohonan yang disetujui di atas kertas: permohonan, persetujuan, dan rekaman masuk "
                    + "register dalam satu langkah, yang sudah tersimpan di cakram bila perintah berakhir dengan 0. "
                    + "Server nama menjawab demikian setelah zonectl render."),
            Text(
                en: "A name that exists is refused, whatever its type and however it exists: managed, static, "
                    + "reserved, below a delegation, covered by a wildcard, asked for, or in quarantine. The message "
                    + "names the holder and free alternatives. A refusal changes nothing.",
                id: "Nama yang sudah ada ditolak, apa pun jenis rekamannya dan bagaimana pun adanya: dikelola, "
                    + "statis, dicadangkan, di bawah delegasi, tercakup wildcard, sedang dimohonkan, atau "
                    + "dikarantina. Pesan menyebut pemegangnya dan nama lain yang masih bebas. Penolakan tidak "
                    + "mengubah apa pun."),
            Text(
                en: "TARGET is one of --address, --cname, --url, --hosting and --delegate, and beside it "
                    + "--mail, --www and --ttl. An option of several values takes every word up to the next that "
                    + "begins with a hyphen, so put NAME before it or after --.",
                id: "TARGET ialah salah satu dari --address, --cname, --url, --hosting, dan --delegate, dan di "
                    + "sampingnya --mail, --www, dan --ttl. Opsi dengan beberapa nilai mengambil semua kata sampai "
                    + "kata berikut yang diawali tanda hubung; maka letakkan NAME sebelumnya atau setelah --."),
            batchExplanation,
        ],
        usage: [
            "NAME --opd TEXT --letter NUMBER TARGET...", "YYYY/NNNN", "--batch FILE [--keep-going]",
        ],
        arguments: [
            Argument(
                placeholder: "NAME|YYYY/NNNN", count: .optional,
                help: Text(
                    en: "The label asked for, or the name in full; or a request that the procedure approved.",
                    id: "Label yang diminta, atau nama lengkap; atau permohonan yang disetujui menurut prosedur."))
        ],
        options: Options.request + [Options.overrideReason.spec] + batchOptions + Options.target,
        formats: [.text, .json],
        examples: [
            Example(
                "zonectl add dinkes --opd \"Dinas Kesehatan\" --letter 440/1/2026 "
                    + "--address 192.0.2.10 2001:db8::10 --www",
                Text(en: "An own server, and www in front", id: "Server sendiri, dan www di depannya")),
            Example(
                "zonectl add ppid --opd Diskominfo --letter 555/7/2026 --url https://www.example.net/ppid",
                Text(en: "A redirect", id: "Sebuah pengalihan")),
            Example(
                "zonectl add jdih --opd \"Bagian Hukum\" --letter 180/3/2026 --hosting 2 --mail",
                Text(en: "Shared hosting with mail", id: "Hosting bersama dengan surel")),
            Example(
                "zonectl add dindik --opd \"Dinas Pendidikan\" --letter 421/9/2026 --delegate "
                    + "ns1.dindik.purbalinggakab.go.id=192.0.2.60 ns.example.net",
                Text(en: "Own name servers, one with glue", id: "Server nama sendiri, satu dengan glue")),
            Example(
                "zonectl add --batch requests.jsonl --keep-going",
                Text(en: "Many at once", id: "Banyak sekaligus")),
        ],
        run: { invocation in
            if let id = invocation.argument(0).flatMap({ RequestID($0) }) {
                return try provision(id, invocation)
            }
            return try NameOrderRun.run(.add, invocation)
        })

    static let batchOptions = [Options.batch.spec, Options.keepGoing.spec, Options.dryRun.spec]

    static let managedName = Argument(
        placeholder: "NAME|YYYY/NNNN", count: .optional,
        help: Text(
            en: "The managed name, or a request it came from.", id: "Nama yang dikelola, atau permohonan asalnya."))

    static let batchExplanation = Text(
        en: "A batch has one JSON object a line, with members named as the options: name, opd, letter, "
            + "letterDate, address, cname, url, hosting, delegate, ds, mail, www, ttl. All lines are done, or none; "
            + "with --keep-going those that can be. Above 1000 lines nothing is said of similar names.",
        id: "Berkas batch memuat satu objek JSON tiap baris, anggotanya bernama seperti opsi: name, opd, "
            + "letter, letterDate, address, cname, url, hosting, delegate, ds, mail, www, ttl. Semua baris "
            + "dikerjakan, atau tidak sama sekali; dengan --keep-going yang dapat dikerjakan saja. Di atas 1000 "
            + "baris, nama yang mirip tidak diberitahukan.")

    /// A request of the procedure: it must be there, be about a name without records, and be approved.
    private static func provision(_ id: RequestID, _ invocation: Invocation) throws -> ExitStatus {
        let zone = try invocation.zoneFolder(for: .reading)
        let inOneStep = try invocation.readRegister(of: zone) { register in
            guard let event = try register.event(of: id) else { throw Failure.notTakenIn(id) }
            return event.request?.procedure == nil ? event : nil
        }
        if let event = inOneStep {
            throw Failure.state([
                Reason(
                    "ALREADY_DONE", id.description,
                    Text(
                        en: "was carried out on \(event.time): \(event.kind.text.en)",
                        id: "sudah dikerjakan pada \(event.time): \(event.kind.text.id)"))
            ])
        }
        let own = (Options.request + [Options.overrideReason.spec] + batchOptions).filter { invocation.isGiven($0) }
        guard own.isEmpty else {
            let names = own.map { "--\($0.long)" }.joined(separator: ", ")
            throw Failure.usage(
                Text(
                    en: "the request says all but the target; leave out \(names)",
                    id: "permohonan sudah memuat semuanya selain tujuan; hilangkan \(names)"))
        }
        let target = NameOrder.givenTarget(invocation)
        let counter = try RequestCounter(invocation, for: .writing)
        let outcome = try counter.act(on: id.description) { desk, record in
            try desk.provision(record, target: target)
        }
        let name = outcome.proposals.last?.name.name.undotted ?? "-"
        let status = RequestReport(counter).tell(
            outcome,
            outcome.proposals.isEmpty
                ? Text(en: "Request \(id) carried out.", id: "Permohonan \(id) dikerjakan.")
                : Text(en: "Request \(id) carried out: \(name)", id: "Permohonan \(id) dikerjakan: \(name)"),
            invocation.console, format: invocation.format)
        invocation.noteZone(outcome.proposals)
        return status
    }
}
