// What the reader of master files finds in names and data; see ReadingChecks.swift.

extension Check {
    static let readingFieldChecks: [Check] = [
        Check(
            "BAD_NAME", .error, refusedBy: .mostServers, "RFC 1035 §3.1; RFC 2181 §11",
            Text(en: "A domain name cannot be one.", id: "Sebuah nama domain tidak mungkin ada."),
            explanation: Text(
                en: """
                    A name has labels of 1 to 63 octets between dots and 255 octets in all. Two dots in a row make an \
                    empty label; mostly one of them is a typing error.
                    """,
                id: """
                    Nama terdiri atas label 1 sampai 63 oktet di antara titik, seluruhnya 255 oktet. Dua titik \
                    berurutan membuat label kosong; biasanya salah satunya salah ketik.
                    """),
            bad: "portal..dinkes A 192.0.2.10", good: "portal.dinkes A 192.0.2.10", .elsewhere),
        Check(
            "BAD_ESCAPE", .error, refusedBy: .mostServers, "RFC 1035 §5.1",
            Text(
                en: "A backslash is followed by what it cannot be.",
                id: "Garis miring terbalik diikuti yang tidak sah."),
            explanation: Text(
                en: """
                    A backslash takes three decimal digits up to 255, or one other character. A backslash itself is \
                    \\\\.
                    """,
                id: """
                    Setelah garis miring terbalik: tiga digit desimal sampai 255, atau satu karakter lain. Dirinya: \
                    \\\\.
                    """),
            bad: #"portal TXT "C:\999""#, good: #"portal TXT "C:\\999""#, .elsewhere),
        Check(
            "STRING_TOO_LONG", .error, refusedBy: .mostServers, "RFC 1035 §3.3",
            Text(en: "A text is longer than 255 octets.", id: "Sebuah teks lebih dari 255 oktet."),
            explanation: Text(
                en: """
                    One character-string takes 255 octets. A longer text, such as a DKIM key, is several quoted \
                    strings in one record; who reads it puts them together without blanks.
                    """,
                id: """
                    Satu character-string memuat 255 oktet. Teks yang lebih panjang, misalnya kunci DKIM, ditulis \
                    sebagai beberapa teks berkutip dalam satu rekaman; pembacanya menggabungkan tanpa spasi.
                    """),
            bad: "portal TXT \"\(String(repeating: "abcdefgh", count: 32))\"",
            good: "portal TXT" + String(repeating: " \"\(String(repeating: "abcdefgh", count: 16))\"", count: 2),
            .elsewhere),
        Check(
            "BAD_FIELD", .error, refusedBy: .mostServers, "RFC 1035 §5.1; the type's RFC",
            Text(en: "A field of a record's data is wrong.", id: "Sebuah bidang pada data rekaman keliru."),
            explanation: Text(
                en: """
                    The data of each type has its fields in their order; docs/types.md lists them. The message names \
                    the field and says what it takes. The record is not read, so names that depend on it are not \
                    judged.
                    """,
                id: """
                    Data tiap tipe memiliki bidang dengan urutannya; docs/types.md mendaftarnya. Pesan menyebut \
                    bidangnya dan apa yang diterimanya. Rekaman tidak dibaca, jadi nama yang bergantung padanya tidak \
                    dinilai.
                    """),
            bad: "portal A 192.0.2.256", good: "portal A 192.0.2.25", .elsewhere),
        Check(
            "ODD_FIELD", .warning, "the type's RFC",
            Text(
                en: "A field is not read alike by all, or not as it was meant.",
                id: "Sebuah bidang tidak dibaca sama oleh semua server, atau tidak seperti dimaksud."),
            explanation: Text(
                en: """
                    Servers load the record, but round the value, or it can never match. Where named refuses it, this \
                    is an error; the message says so and what would be read by all.
                    """,
                id: """
                    Server memuat rekaman ini, tetapi membulatkan nilainya, atau nilainya tidak akan pernah cocok. \
                    Bila named menolaknya, ini menjadi error; pesan menyebutkannya, dan apa yang dibaca oleh semua.
                    """),
            bad: "portal LOC 7 23 0 S 109 21 0 E 40m 15m", good: "portal LOC 7 23 0 S 109 21 0 E 40m 10m", .elsewhere),
        Check(
            "UNKNOWN_TO_BIND", .error, refusedBy: .oneServer, "RFC 3597 §5; named",
            Text(
                en: "A word is too new for BIND, which refuses the file.",
                id: "Sebuah kata terlalu baru bagi BIND, yang menolak berkasnya."),
            explanation: Text(
                en: """
                    This program knows the type or parameter by name, named does not yet. Written by number it means \
                    the same to all. What `render` and `import` write has numbers already: in static.zone this is a \
                    warning.
                    """,
                id: """
                    Program ini mengenal tipe atau parameter itu menurut nama, named belum. Ditulis dengan nomor, \
                    artinya sama bagi semua. Hasil `render` dan `import` sudah memakai nomor: di static.zone ini hanya \
                    warning.
                    """),
            bad: "portal CLA \"x\"", good: "portal TYPE263 \\# 2 0178", .elsewhere),
        Check(
            "META_TYPE", .error, refusedBy: .mostServers, "RFC 6895 §3.1",
            Text(en: "A record has a type that only messages have.", id: "Rekaman bertipe yang hanya ada pada pesan."),
            explanation: Text(
                en: "ANY, AXFR, OPT, TSIG and the like belong to queries and messages; no zone holds records of them.",
                id: """
                    ANY, AXFR, OPT, TSIG dan sejenisnya milik kueri dan pesan; zona tidak memuat rekaman bertipe itu.
                    """),
            bad: "portal ANY 192.0.2.10", good: "portal A 192.0.2.10", .elsewhere),
        Check(
            "TEXT_CUT_OFF", .warning, "RFC 1035 §5.1",
            Text(
                en: "A semicolon without quotes cuts a text off.",
                id: "Titik koma tanpa tanda kutip memotong teks."),
            explanation: Text(
                en: """
                    Outside quotes a semicolon begins a comment, so servers keep only what stands in front of it: of \
                    a mail policy its first tag, of a CAA record the authority without the account. Nothing \
                    complains, and the policy does not work. Put the whole text in quotes.
                    """,
                id: """
                    Di luar tanda kutip, titik koma memulai komentar, sehingga server hanya menyimpan yang di \
                    depannya: dari kebijakan surel hanya tag pertamanya, dari rekaman CAA hanya otoritasnya tanpa \
                    akun. Tidak ada yang mengeluh, tetapi kebijakan itu tidak berfungsi. Tulis seluruh teks dalam \
                    tanda kutip.
                    """),
            bad: "_dmarc TXT v=DMARC1; p=reject", good: "_dmarc TXT \"v=DMARC1; p=reject\"", .elsewhere),
        Check(
            "OBSOLETE_TYPE", .error, refusedBy: .mostServers, "RFC 973",
            Text(en: "MD and MF were replaced by MX.", id: "MD dan MF telah diganti MX."),
            explanation: Text(
                en: "Servers refuse the two since 1986. Write MX with a preference.",
                id: "Server menolak keduanya sejak 1986. Tulis MX dengan preferensi."),
            bad: "surat MD mail", good: "surat MX 10 mail\nsurat TXT \"v=spf1 mx -all\"", .elsewhere),
    ]
}
