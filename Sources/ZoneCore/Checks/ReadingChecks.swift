// What the reader of master files finds, code by code; the reader itself knows no languages. A test sees to it that no
// reason of the reader lacks its code here.

extension Check {
    /// Lines, directives and files as such.
    static let readingChecks: [Check] = [
        Check(
            "SYNTAX", .error, refusedBy: .mostServers, "RFC 1035 §5.1",
            Text(
                en: "A record is not written as records are.",
                id: "Sebuah rekaman tidak ditulis sebagaimana mestinya."),
            explanation: Text(
                en: """
                    A record is: owner [TTL] [class] type data, on one line or within parentheses. Here something is \
                    missing, stands twice, or is left over. The record is not read; reading goes on with the next one. \
                    Look at the place of the caret first: often a blank, a quote or a semicolon is missing just before \
                    it.
                    """,
                id: """
                    Bentuk rekaman: pemilik [TTL] [kelas] tipe data, pada satu baris atau di dalam kurung. Di sini ada \
                    yang kurang, tertulis dua kali, atau berlebih. Rekaman ini tidak dibaca; pembacaan berlanjut ke \
                    rekaman berikutnya. Periksa tempat tanda panah: sering ada spasi, kutip, atau titik koma yang \
                    kurang sebelum itu.
                    """),
            bad: "portal A 192.0.2.10 192.0.2.11", good: "portal A 192.0.2.10\nportal A 192.0.2.11", .elsewhere),
        Check(
            "NO_OWNER", .error, refusedBy: .mostServers, "RFC 1035 §5.1",
            Text(en: "The first record has no owner.", id: "Rekaman pertama tidak memiliki pemilik."),
            explanation: Text(
                en: """
                    A line that begins with a blank continues the owner of the record before it, and here there is \
                    none before it. Write the owner at the start of the line; @ is the zone itself.
                    """,
                id: """
                    Baris yang diawali spasi melanjutkan pemilik rekaman sebelumnya, padahal di sini belum ada. Tulis \
                    pemilik di awal baris; @ berarti zona itu sendiri.
                    """),
            bad: """
                $ORIGIN example.go.id.
                $TTL 3600
                  SOA ns1 hostmaster 2026112001 10800 3600 1209600 3600
                """,
            good: """
                $ORIGIN example.go.id.
                $TTL 3600
                @ SOA ns1 hostmaster 2026112001 10800 3600 1209600 3600
                  NS ns1
                  NS ns2
                ns1 A 192.0.2.53
                ns2 A 198.51.100.53
                """, .elsewhere),
        Check(
            "CLASS_MISMATCH", .error, refusedBy: .mostServers, "RFC 1035 §5.2",
            Text(en: "A record has another class than the zone.", id: "Kelas rekaman berbeda dari kelas zona."),
            explanation: Text(
                en: "All records of a zone have one class, on the internet IN. Write IN, or nothing.",
                id: "Semua rekaman satu zona memiliki satu kelas, di internet IN. Tulis IN, atau kosongkan."),
            bad: "portal CH A 192.0.2.10", good: "portal IN A 192.0.2.10", .elsewhere),
        Check(
            "UNKNOWN_TYPE", .error, refusedBy: .mostServers, "RFC 3597 §5",
            Text(en: "There is no record type of this name.", id: "Tidak ada tipe rekaman dengan nama ini."),
            explanation: Text(
                en: """
                    Mostly a misspelt type, or an owner that was forgotten, so that data stands where the type should. \
                    A type that is newer than this program can be written by number: TYPE65280 \\# 2 ABCD.
                    """,
                id: """
                    Biasanya tipe salah ketik, atau pemilik lupa ditulis sehingga data berada di tempat tipe. Tipe \
                    yang lebih baru dari program ini dapat ditulis dengan nomor: TYPE65280 \\# 2 ABCD.
                    """),
            bad: "portal AA 192.0.2.10", good: "portal A 192.0.2.10", .elsewhere),
        Check(
            "NO_TTL", .warning, "RFC 2308 §4; RFC 1035 §5.1",
            Text(en: "Records take a TTL that nobody wrote.", id: "Rekaman memakai TTL yang tidak ditulis siapa pun."),
            explanation: Text(
                en: """
                    Without a TTL and without a $TTL line, servers take the minimum of the SOA, the last TTL they saw, \
                    or refuse the zone; where named refuses it, this is an error. Put a $TTL line at the top of the \
                    file.
                    """,
                id: """
                    Tanpa TTL dan tanpa baris $TTL, server memakai minimum SOA, TTL terakhir yang dibaca, atau menolak \
                    zona; bila named menolaknya, ini menjadi error. Letakkan baris $TTL di awal berkas.
                    """),
            bad: ZoneExample.served("$ORIGIN example.go.id.\n\(ZoneExample.soa)"),
            good: ZoneExample.served("$ORIGIN example.go.id.\n$TTL 3600\n\(ZoneExample.soa)"), .elsewhere),
        Check(
            "BAD_TTL", .error, refusedBy: .mostServers, "RFC 2181 §8",
            Text(en: "What stands for the TTL is none.", id: "Yang tertulis sebagai TTL bukan TTL."),
            explanation: Text(
                en: "A TTL is a number of seconds from 0 to 2147483647, or has units as in 1w2d3h4m5s.",
                id: "TTL adalah jumlah detik dari 0 sampai 2147483647, atau dengan satuan seperti 1w2d3h4m5s."),
            bad: "portal 1hour A 192.0.2.10", good: "portal 1h A 192.0.2.10", .elsewhere),
        Check(
            "TTL_TOO_LARGE", .warning, "RFC 2181 §8",
            Text(en: "A TTL is too large and counts as 0.", id: "TTL terlalu besar dan dianggap 0."),
            explanation: Text(
                en: """
                    A TTL above 2147483647 seconds is taken for 0: every question comes to your servers, the contrary \
                    of what was meant. Write a day (86400) or less.
                    """,
                id: """
                    TTL di atas 2147483647 detik dianggap 0: setiap pertanyaan sampai ke server Anda, kebalikan dari \
                    yang dimaksud. Tulis satu hari (86400) atau kurang.
                    """),
            bad: "portal 2147483648 A 192.0.2.10", good: "portal 86400 A 192.0.2.10", .elsewhere),
        Check(
            "INHERITED_OWNER", .warning, "named-checkzone",
            Text(
                en: "A record after $ORIGIN continues an owner from before it.",
                id: "Rekaman setelah $ORIGIN melanjutkan pemilik dari sebelumnya."),
            explanation: Text(
                en: """
                    The line begins with a blank, so it belongs to the last owner, which stands under the origin \
                    before. Who reads it takes it for the new origin's. Write the owner.
                    """,
                id: """
                    Baris diawali spasi sehingga menjadi milik pemilik terakhir, yang berada di bawah origin \
                    sebelumnya. Pembaca mengira baris itu milik origin yang baru. Tulis pemiliknya.
                    """),
            bad: "portal A 192.0.2.10\n$ORIGIN dinkes.example.go.id.\n  TXT \"Dinas Kesehatan\"",
            good: "portal A 192.0.2.10\n$ORIGIN dinkes.example.go.id.\n@ TXT \"Dinas Kesehatan\"", .elsewhere),
        Check(
            "RELATIVE_ORIGIN", .error, refusedBy: .mostServers, "RFC 1035 §5.1",
            Text(en: "The name of an $ORIGIN is relative.", id: "Nama pada $ORIGIN relatif."),
            explanation: Text(
                en:
                    "Knot and NSD refuse an $ORIGIN without a final dot, and BIND appends the origin before. "
                        + "Write it whole.",
                id:
                    "Knot dan NSD menolak $ORIGIN tanpa titik akhir, dan BIND menambahkan origin sebelumnya. "
                        + "Tulis lengkap."
            ),
            bad: "$ORIGIN dinkes\nportal A 192.0.2.10", good: "$ORIGIN dinkes.example.go.id.\nportal A 192.0.2.10",
            .elsewhere),
        Check(
            "UNKNOWN_DIRECTIVE", .error, refusedBy: .mostServers, "RFC 1035 §5.1",
            Text(en: "A line begins with $ and is no directive.", id: "Baris diawali $ tetapi bukan direktif."),
            explanation: Text(
                en: "There are $ORIGIN, $TTL, $INCLUDE and $GENERATE. An owner that begins with $ is written \\$.",
                id: "Yang ada ialah $ORIGIN, $TTL, $INCLUDE, dan $GENERATE. Pemilik yang diawali $ ditulis \\$."),
            bad: "$TLL 300", good: "$TTL 300", .elsewhere),
        Check(
            "INCLUDE", .error, refusedBy: .mostServers, "RFC 1035 §5.1",
            Text(en: "An included file is not read.", id: "Berkas yang disertakan tidak dibaca."),
            explanation: Text(
                en: """
                    $INCLUDE reads regular files below the folder of the zone file only (or the one given by \
                    --include-root), through no links, and none into itself. Its records are missing from what is \
                    checked.
                    """,
                id: """
                    $INCLUDE hanya membaca berkas biasa di bawah folder berkas zona (atau yang diberikan dengan \
                    --include-root), tidak melalui tautan, dan tidak dirinya sendiri. Rekamannya tidak ikut diperiksa.
                    """),
            bad: "$INCLUDE ../hosts.zone", good: "$INCLUDE hosts.zone", .elsewhere),
        Check(
            "GENERATE", .error, refusedBy: .oneServer, "named $GENERATE",
            Text(en: "A $GENERATE line is wrong.", id: "Baris $GENERATE keliru."),
            explanation: Text(
                en: """
                    BIND's form is: $GENERATE start-stop[/step] owner [TTL] [class] type data, where $ stands for the \
                    number and ${offset,width,base} for a changed one. Where only what follows the range is wrong it \
                    is a warning.
                    """,
                id: """
                    Bentuk BIND: $GENERATE awal-akhir[/langkah] pemilik [TTL] [kelas] tipe data; $ berarti bilangannya \
                    dan ${offset,lebar,basis} bilangan yang diubah. Bila hanya yang mengikuti rentang keliru, ini \
                    warning.
                    """),
            bad: "$GENERATE 9-1 host$ A 192.0.2.$", good: "$GENERATE 1-9 host$ A 192.0.2.$", .elsewhere),
        Check(
            "PARENTHESES", .error, refusedBy: .mostServers, "RFC 1035 §5.1",
            Text(en: "Parentheses do not match.", id: "Kurung tidak berpasangan."),
            explanation: Text(
                en: """
                    Parentheses let one record go on over several lines. They open and close once, are not nested, and \
                    stand behind the owner. A closing one behind a semicolon is part of the comment.
                    """,
                id: """
                    Kurung membuat satu rekaman berlanjut pada beberapa baris. Kurung dibuka dan ditutup satu kali, \
                    tidak bersarang, dan berada setelah pemilik. Kurung tutup setelah titik koma adalah bagian \
                    komentar.
                    """),
            bad: "portal TXT ( \"satu\" ; dua )", good: "portal TXT ( \"satu\" ) ; dua", .elsewhere),
        Check(
            "QUOTES", .error, refusedBy: .mostServers, "RFC 1035 §5.1",
            Text(en: "A quote is not closed on its line.", id: "Tanda kutip tidak ditutup pada barisnya."),
            explanation: Text(
                en: """
                    A quoted string ends on the line it begins on; a quote inside it is written \\". A long text is \
                    several quoted strings, on several lines within parentheses if you like.
                    """,
                id: """
                    Teks berkutip berakhir pada baris yang sama; tanda kutip di dalamnya ditulis \\". Teks panjang \
                    dibagi menjadi beberapa teks berkutip, boleh pada beberapa baris di dalam kurung.
                    """),
            bad: "portal TXT \"v=spf1 -all", good: "portal TXT \"v=spf1 -all\"", .elsewhere),
        Check(
            "BYTE_ORDER_MARK", .error, refusedBy: .mostServers, "RFC 1035 §5.1",
            Text(en: "The file begins with a byte order mark.", id: "Berkas diawali byte order mark."),
            explanation: Text(
                en: """
                    Some editors write three invisible octets at the start (UTF-8 with BOM); to a name server they are \
                    part of the first owner. Save the file as UTF-8 without BOM.
                    """,
                id: """
                    Sebagian penyunting menulis tiga oktet tak terlihat di awal (UTF-8 dengan BOM); bagi server nama \
                    itu bagian dari pemilik pertama. Simpan berkas sebagai UTF-8 tanpa BOM.
                    """), .elsewhere),
        Check(
            "NUL", .error, refusedBy: .mostServers, "RFC 1035 §5.1",
            Text(en: "The file holds a NUL octet.", id: "Berkas memuat oktet NUL."),
            explanation: Text(
                en: "A zone file is text. Is this one a binary file, UTF-16, or the rest of a crash? Restore it.",
                id: "Berkas zona adalah teks. Apakah ini berkas biner, UTF-16, atau sisa sistem yang macet? Pulihkan."),
            .elsewhere),
        Check(
            "LINE_ENDING", .warning, "RFC 1035 §5.1",
            Text(
                en: "A carriage return without newline ends a line.",
                id: "Carriage return tanpa baris baru mengakhiri baris."),
            explanation: Text(
                en: "BIND and NSD end the line there, Knot refuses the file. Save it with newlines (LF).",
                id: "BIND dan NSD mengakhiri baris di sana, Knot menolak berkas. Simpan dengan baris baru (LF)."),
            .elsewhere),
        Check(
            "TOO_LARGE", .error, refusedBy: .mostServers, "RFC 1035 §5.1",
            Text(en: "A record or the zone is too large.", id: "Sebuah rekaman atau zona terlalu besar."),
            explanation: Text(
                en: """
                    A record may take 1 MiB of text, the zone as much memory as there is. A record that long mostly \
                    has an open parenthesis or quote.
                    """,
                id: """
                    Satu rekaman boleh memakan 1 MiB teks, zona sebanyak memori yang ada. Rekaman sepanjang itu \
                    biasanya memiliki kurung atau kutip yang belum ditutup.
                    """), .elsewhere),
        Check(
            "READ_FAILED", .error, refusedBy: .mostServers, "read(2)",
            Text(en: "The file could not be read to its end.", id: "Berkas tidak dapat dibaca sampai akhir."),
            explanation: Text(
                en: "The system refused to go on; the message says why. What follows in the file is not judged.",
                id: "Sistem menolak melanjutkan; pesannya menyebutkan sebabnya. Isi berkas selebihnya tidak dinilai."),
            .elsewhere),
        Check(
            "MORE_WARNINGS", .warning, "zonectl",
            Text(
                en: "There are more warnings about how the file is written.",
                id: "Masih ada peringatan lain tentang penulisan berkas."),
            explanation: Text(
                en: "A hundred of each kind are shown; the others are only counted.",
                id: "Seratus dari tiap jenis ditampilkan; selebihnya hanya dihitung."), .elsewhere),
        Check(
            "TOO_MANY_ERRORS", .error, refusedBy: .mostServers, "zonectl --max-errors",
            Text(en: "Reading stopped at too many errors.", id: "Pembacaan berhenti karena terlalu banyak kesalahan."),
            explanation: Text(
                en: """
                    After 1000 errors (--max-errors) what follows would say little: perhaps the file is no zone file \
                    at all. The zone as a whole was not judged.
                    """,
                id: """
                    Setelah 1000 kesalahan (--max-errors) selebihnya tidak banyak berarti: mungkin berkas ini bukan \
                    berkas zona. Zona sebagai keseluruhan tidak dinilai.
                    """), .elsewhere),
    ]
}
