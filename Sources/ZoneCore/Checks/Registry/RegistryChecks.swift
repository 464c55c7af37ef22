extension Check {
    /// What is found about a zone of the registry beside its records. Each is looked for where the files are read.
    static let registryChecks: [Check] =
        settingsChecks + procedureChecks + officeChecks + [
            fileUnreadable, staticMissing, registerMissing, registerNotice, registerDamaged, renderedOutdated,
            renderedMissing, renderedElsewhere, renderedChanged, requestVanished, staticAndManaged, staticBesideManaged,
            nameWithoutRequest,
            claimableTarget, internalTarget, addressNotAllowed,
        ]

    static let fileUnreadable = Check(
        "FILE_UNREADABLE", .error, "zonectl",
        Text(en: "A file cannot be read.", id: "Sebuah berkas tidak dapat dibaca."),
        explanation: Text(
            en: """
                The system does not let the check read it; the message says why. What is in it is not judged, and the \
                exit code is 4. Run the check as the user whom the files belong to, or give that user the right to \
                read.
                """,
            id: """
                Sistem tidak mengizinkan berkas ini dibaca; pesannya menyebut sebabnya. Isinya tidak dinilai, dan kode \
                keluar 4. Jalankan pemeriksaan sebagai pemilik berkas, atau beri pengguna itu hak membaca.
                """),
        bad: "---------- root zone.json", good: "-rw-r----- zonectl zone.json", .elsewhere)

    static let staticMissing = Check(
        "STATIC_MISSING", .error, "zonectl",
        Text(en: "The static records are missing.", id: "Rekaman statis tidak ada."),
        explanation: Text(
            en: """
                static.zone holds the SOA, the NS records and the office's own hosts; without it nothing can be \
                rendered. Restore it from a backup, or write it anew after the rendered file.
                """,
            id: """
                static.zone memuat SOA, NS, dan host milik kantor; tanpanya tidak ada yang dapat dirender. Pulihkan \
                dari cadangan, atau tulis lagi menurut berkas hasil render.
                """),
        bad: "zones/example.go.id/: zone.json register.jsonl HEAD",
        good: "zones/example.go.id/: zone.json static.zone register.jsonl HEAD", .elsewhere)

    static let registerMissing = Check(
        "REGISTER_MISSING", .error, "zonectl",
        Text(en: "The register is missing.", id: "Register tidak ada."),
        explanation: Text(
            en: """
                register.jsonl is the only record of who was given which name. Restore it and HEAD from a backup. For \
                a zone that never had one, run zonectl init.
                """,
            id: """
                register.jsonl satu-satunya catatan siapa yang diberi nama apa. Pulihkan berkas itu dan HEAD dari \
                cadangan. Untuk zona yang belum pernah memilikinya, jalankan zonectl init.
                """),
        bad: "zones/example.go.id/: zone.json static.zone",
        good: "zones/example.go.id/: zone.json static.zone register.jsonl HEAD", .elsewhere)

    static let registerNotice = Check(
        "REGISTER_NOTICE", .notice, "zonectl",
        Text(en: "The register was left in the middle of a write.", id: "Register ditinggalkan di tengah penulisan."),
        explanation: Text(
            en: """
                A command was interrupted, by a crash or a full disk, before it was acknowledged. Nothing that was \
                acknowledged is lost; the next command that writes puts it right.
                """,
            id: """
                Sebuah perintah terputus, karena mesin mati atau disk penuh, sebelum dinyatakan selesai. Yang sudah \
                dinyatakan selesai tidak hilang; perintah berikutnya yang menulis akan membereskannya.
                """),
        bad: "register.jsonl: …\n{\"actor\":\"sysad",
        good: "register.jsonl: …\n{\"actor\":\"sysadmin\", … }", .elsewhere)

    static let registerDamaged = Check(
        "REGISTER_DAMAGED", .error, "zonectl",
        Text(en: "The register was changed or damaged.", id: "Register diubah atau rusak."),
        explanation: Text(
            en: """
                Each line of the register carries the digest of the line before it, and one of them does not fit. \
                Somebody edited the file, or the disk lost part of it. Restore it from a backup; zonectl audit verify \
                shows how far it is whole.
                """,
            id: """
                Setiap baris register memuat digest baris sebelumnya, dan ada yang tidak cocok. Seseorang menyunting \
                berkas ini, atau disk kehilangan sebagian isinya. Pulihkan dari cadangan; zonectl audit verify \
                menunjukkan bagian yang masih utuh.
                """),
        bad: "{\"prev\":\"91c0…\", … }   a line that was edited",
        good: "{\"prev\":\"91c0…\", … }   as zonectl wrote it",
        .elsewhere)

    static let renderedOutdated = Check(
        "RENDERED_OUTDATED", .warning, "zonectl",
        Text(en: "The rendered file is not up to date.", id: "Berkas hasil render belum mutakhir."),
        explanation: Text(
            en: "Settings, static records or names have changed since it was written. Run zonectl render and "
                + "reload the server.",
            id: "Pengaturan, rekaman statis, atau nama sudah berubah sejak ditulis. Jalankan zonectl render, "
                + "lalu muat ulang server."
        ),
        bad: "zonectl add dinkes …", good: "zonectl add dinkes …\nzonectl render", .elsewhere)

    static let renderedMissing = Check(
        "RENDERED_MISSING", .warning, "zonectl",
        Text(en: "The rendered file is gone.", id: "Berkas hasil render hilang."),
        explanation: Text(
            en: """
                The register knows that the zone was rendered into its folder, and the file is not there any more: a \
                server that is started now has no zone. Run zonectl render; it writes the file again. A file that went \
                to another folder, with --output, is not missed here.
                """,
            id: """
                Menurut register, zona ini sudah dirender ke foldernya, tetapi berkasnya tidak ada lagi: server yang \
                dijalankan sekarang tidak memiliki zona. Jalankan zonectl render; berkas ditulis kembali. Berkas yang \
                ditulis ke folder lain dengan --output tidak dicari di sini.
                """),
        bad: "zonectl render\nrm zones/example.go.id/db.example.go.id", good: "zonectl render", .elsewhere)

    static let renderedElsewhere = Check(
        "RENDERED_ELSEWHERE", .notice, "zonectl",
        Text(
            en: "The file in the registry is older than one rendered into another folder.",
            id: "Berkas di registry lebih lama daripada yang dirender ke folder lain."),
        explanation: Text(
            en: """
                With render --output the newest file went to another folder. If no server reads the one in the \
                registry, remove it; else render without --output too.
                """,
            id: """
                Dengan render --output, berkas terbaru ditulis ke folder lain. Bila berkas di registry tidak dibaca \
                server, hapus; bila dibaca, render juga tanpa --output.
                """),
        bad: "zonectl render\nzonectl add dinkes …\nzonectl render --output /var/lib/bind",
        good: "zonectl render --output /var/lib/bind", .elsewhere)

    static let renderedChanged = Check(
        "RENDERED_CHANGED", .warning, "zonectl",
        Text(en: "The rendered file was changed by hand.", id: "Berkas hasil render diubah dengan tangan."),
        explanation: Text(
            en: """
                It is not what was rendered last, and the next render overwrites what was changed. Put records of the \
                office into static.zone, and agencies' names into the register with zonectl add or change.
                """,
            id: """
                Isinya bukan hasil render terakhir, dan render berikutnya akan menimpa perubahannya. Letakkan rekaman \
                milik kantor di static.zone, dan nama perangkat daerah di register dengan zonectl add atau change.
                """),
        bad: "db.example.go.id edited", good: "static.zone edited\nzonectl render", .elsewhere)

    static let requestVanished = Check(
        "REQUEST_VANISHED", .error, "zonectl",
        Text(
            en: "The records of an agency's name are gone from the rendered file.",
            id: "Rekaman nama perangkat daerah hilang dari berkas hasil render."),
        explanation: Text(
            en: """
                The name is active in the register and was rendered, but somebody has taken it out of the file, so it \
                does not answer. Render again; if the name is to go, use zonectl remove or suspend.
                """,
            id: """
                Nama ini aktif di register dan sudah dirender, tetapi dihapus dari berkasnya, sehingga tidak menjawab. \
                Render lagi; bila nama itu memang harus hilang, gunakan zonectl remove.
                """),
        bad: "db.example.go.id without dinkes, which request 2026/0001 was given",
        good: "zonectl remove dinkes --letter 440/9/2026 --opd \"Dinas Kesehatan\"\nzonectl render", .elsewhere)

    static let staticAndManaged = Check(
        "STATIC_AND_MANAGED", .error, "RFC 2181 §5",
        Text(
            en: "A static record shares an agency's name, or takes it away.",
            id: "Rekaman statis memakai nama milik perangkat daerah, atau mengambilnya."),
        explanation: Text(
            en: """
                Servers would answer with both, or with the static record alone, and nobody could say whose the name \
                is; nothing is rendered until one of the two is gone.
                """,
            id: """
                Server akan menjawab dengan keduanya, atau hanya dengan rekaman statis, dan tidak jelas nama itu milik \
                siapa; tidak ada yang dirender sampai salah satunya dihapus.
                """),
        bad: "static.zone:   dinkes A 192.0.2.66\nregister.jsonl: dinkes A 192.0.2.10 (request 2026/0001)",
        good: "register.jsonl: dinkes A 192.0.2.10 (request 2026/0001)", .elsewhere)

    static let staticBesideManaged = Check(
        "STATIC_BESIDE_MANAGED", .notice, "RFC 2181 §5",
        Text(
            en: "A static record of another type stands at an agency's name.",
            id: "Rekaman statis bertipe lain berada pada nama milik perangkat daerah."),
        explanation: Text(
            en: """
                It may be meant, as for a TXT record that proves ownership. When the name is removed, the static \
                record stays: keep it in mind, or leave such records to the agency's request.
                """,
            id: """
                Mungkin disengaja, misalnya TXT untuk membuktikan kepemilikan. Saat nama dihapus, rekaman statis tetap \
                ada: ingatlah itu, atau serahkan rekaman seperti ini pada permohonannya.
                """),
        bad: "static.zone:   dinkes TXT \"verification=1\"\nregister.jsonl: dinkes A 192.0.2.10 (request 2026/0001)",
        good: "register.jsonl: dinkes A 192.0.2.10 (request 2026/0001)", .elsewhere)

    static let nameWithoutRequest = Check(
        "NAME_WITHOUT_REQUEST", .notice, opinion: true, "zonectl",
        Text(en: "No request is behind a name in the static records.", id: "Nama di rekaman statis tanpa permohonan."),
        explanation: Text(
            en: """
                static.zone is for the office's own hosts. A name there that is none of the usual ones, and that no \
                NS, MX or SRV record points to, was perhaps given to an agency before the register began: nobody knows \
                by whom or for how long. Find out, and move it into the register with zonectl add; a label in \
                reservedLabels counts as the office's own.
                """,
            id: """
                static.zone untuk host milik kantor. Nama di situ yang bukan nama lazim, dan tidak ditunjuk NS, MX, \
                atau SRV, mungkin diberikan kepada perangkat daerah sebelum register dimulai: tidak diketahui oleh \
                siapa dan sampai kapan. Telusuri, lalu pindahkan ke register dengan zonectl add; label dalam \
                reservedLabels dianggap milik kantor.
                """),
        bad: "static.zone:   dinkes A 192.0.2.10", good: "register.jsonl: dinkes A 192.0.2.10 (request 2026/0001)",
        .elsewhere)

    static let claimableTarget = Check(
        "CLAIMABLE_TARGET", .notice, "RFC 1034 §3.6.2",
        Text(
            en: "An agency's name leads to a host that anybody could claim.",
            id: "Nama perangkat daerah menuju host yang dapat diambil siapa saja."),
        explanation: Text(
            en: """
                At hosting services whoever asks first gets a host name. When the agency leaves and the alias stays, a \
                stranger takes the host over and answers in the government's name. Ask the agency whether it still \
                uses it; the request says whom to ask.
                """,
            id: """
                Di layanan hosting, nama host didapat siapa yang meminta lebih dulu. Bila perangkat daerah pergi dan \
                aliasnya tertinggal, orang asing dapat mengambil host itu dan menjawab atas nama pemerintah. Tanyakan \
                apakah masih dipakai; permohonannya menyebut siapa yang dihubungi.
                """),
        bad: "ppid CNAME ppid-example.github.io.", good: "ppid A 192.0.2.10", .elsewhere)

    static let internalTarget = Check(
        "INTERNAL_TARGET", .warning, "RFC 6762 §3, RFC 8375",
        Text(
            en: "An agency's name leads to a host of an internal network.",
            id: "Nama perangkat daerah menuju host di jaringan internal."),
        explanation: Text(
            en: """
                Names such as srv1.local or server.lan are known inside one network only. From outside the agency's \
                name leads nowhere. Ask for the public host or address, and give it with zonectl change.
                """,
            id: """
                Nama seperti srv1.local atau server.lan hanya dikenal di dalam satu jaringan. Dari luar, nama \
                perangkat daerah ini tidak menuju ke mana pun. Mintalah host atau alamat publiknya, lalu ubah dengan \
                zonectl change.
                """),
        bad: "simpeg CNAME srv1.kantor.local.", good: "simpeg CNAME simpeg.example.net.", .elsewhere)

    static let addressNotAllowed = Check(
        "ADDRESS_NOT_ALLOWED", .warning, "zonectl: allowedNetworks",
        Text(
            en: "An agency's name has an address outside the networks that the settings allow.",
            id: "Alamat nama perangkat daerah di luar jaringan yang diizinkan pengaturan."),
        explanation: Text(
            en: """
                allowedNetworks was narrowed after the name was given, or the name was given under other settings. \
                Today it would be refused. Move the name with zonectl change, or add the network to the settings.
                """,
            id: """
                allowedNetworks dipersempit setelah nama diberikan, atau nama diberikan dengan pengaturan lain. Hari \
                ini nama itu akan ditolak. Pindahkan dengan zonectl change, atau tambahkan jaringannya ke pengaturan.
                """),
        bad: "allowedNetworks: [\"192.0.2.0/24\"]\ndinkes A 203.0.113.10",
        good: "allowedNetworks: [\"192.0.2.0/24\"]\ndinkes A 192.0.2.10", .elsewhere)
}
