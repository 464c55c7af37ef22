extension Check {
    static let unusedWaiver = "UNUSED_WAIVER"
    static let badWaiver = "BAD_WAIVER"
    static let refusedWaiver = "REFUSED_WAIVER"

    /// What is found about waivers themselves.
    static let waiverChecks: [Check] = [
        Check(
            unusedWaiver, .notice, "zonectl waivers",
            Text(en: "A waiver waives nothing.", id: "Pengecualian tidak mengecualikan apa pun."),
            explanation: Text(
                en: """
                    The comment allows what its record does not do any more. Once forgotten, it would hide the same \
                    fault when it comes back; take it out. A waiver is about the record whose line it stands on, or, \
                    alone on its line, about the record on the next line.
                    """,
                id: """
                    Komentar ini mengizinkan yang sudah tidak ada pada rekamannya. Bila dibiarkan, kesalahan yang sama \
                    akan tersembunyi kelak; hapus saja. Pengecualian berlaku bagi rekaman pada baris itu, atau, bila \
                    sendirian pada barisnya, bagi rekaman pada baris berikutnya.
                    """),
            bad: "portal CNAME www ; zonectl: allow CNAME_TARGET_MISSING",
            good: "portal CNAME wwww ; zonectl: allow CNAME_TARGET_MISSING", .elsewhere),
        Check(
            badWaiver, .warning, "zonectl waivers",
            Text(en: "A waiver cannot be understood.", id: "Pengecualian tidak dapat dipahami."),
            explanation: Text(
                en: """
                    A waiver is written: ; zonectl: allow CODE [CODE…] (reason), directly behind a semicolon. The \
                    codes are those of `zonectl explain --list`; a reason stands in parentheses or behind --. What is \
                    not understood waives nothing.
                    """,
                id: """
                    Pengecualian ditulis: ; zonectl: allow KODE [KODE…] (alasan), langsung setelah titik koma. \
                    Kodenya ada pada `zonectl explain --list`; alasan ditulis dalam kurung atau setelah --. Yang tidak \
                    dipahami tidak mengecualikan apa pun.
                    """),
            bad: "portal CNAME www ; zonectl: allow CNAME_TARGT_MISSING",
            good: "portal CNAME wwww ; zonectl: allow CNAME_TARGET_MISSING", .elsewhere),
        Check(
            refusedWaiver, .warning, "zonectl waivers",
            Text(
                en: "What stops a server from loading the zone cannot be waived.",
                id: "Yang membuat server menolak zona tidak dapat dikecualikan."),
            explanation: Text(
                en: """
                    A server that refuses the zone does not read comments: the finding stays, and such a zone is not \
                    rendered. Correct the record and take the waiver out.
                    """,
                id: """
                    Server yang menolak zona tidak membaca komentar: temuannya tetap ada, dan zona seperti itu tidak \
                    dirender. Perbaiki rekamannya dan hapus pengecualian ini.
                    """),
            bad: "dinkes NS ns1.dinkes ; zonectl: allow MISSING_GLUE",
            good: """
                dinkes NS ns1.dinkes
                dinkes NS ns2.dinkes
                ns1.dinkes A 192.0.2.54
                ns2.dinkes A 198.51.100.54
                """, .elsewhere),
    ]
}
