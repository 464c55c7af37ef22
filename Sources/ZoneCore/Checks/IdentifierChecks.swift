import RFC1035

extension Check {
    /// Records that DHCP servers leave.
    static let identifierChecks: [Check] = [
        Check(
            "DHCID_LENGTH", .warning, "RFC 4701 §3.1, §3.3",
            Text(
                en: "A DHCID record has not the length that it should have.",
                id: "Panjang rekaman DHCID tidak sebagaimana mestinya."),
            explanation: Text(
                en: """
                    A DHCID record holds two octets for the kind of client, one for the digest and the digest, 32 \
                    octets with SHA-256. A shorter one was cut off in copying: the DHCP server no longer knows its \
                    client's name as its own and stops updating it. Remove it; the DHCP server writes it anew.
                    """,
                id: """
                    Rekaman DHCID berisi dua oktet jenis klien, satu oktet jenis digest, dan digestnya, 32 oktet \
                    untuk SHA-256. Yang lebih pendek terpotong saat disalin: server DHCP tidak lagi mengenali nama \
                    kliennya dan berhenti memperbaruinya. Hapus; server DHCP akan menulisnya lagi.
                    """),
            bad: "klien A 192.0.2.90\nklien DHCID AAI=",
            good: "klien A 192.0.2.90\nklien DHCID AAIB\(String(repeating: "5A", count: 20))WVk=",
            .record([RecordType(rawValue: 49)]) { run, _, row in
                let rdata = run.zone.rdata(of: row)
                // Of digests other than SHA-256 the length is not known.
                guard rdata.count < 4 || rdata[2] == 1 && rdata.count != 35 else { return }
                run.report(
                    row: row, at: .rdata(0),
                    Text(
                        en: "\(Text.counted(rdata.count, "octet")) of data; with a SHA-256 digest there are 35",
                        id: "\(rdata.count) oktet data; dengan digest SHA-256 seharusnya 35"))
            }),
    ]
}
