import RFC1035

extension MasterFinding {
    /// What is wrong, in both languages of the program.
    public var text: Text { Text(en: message, id: indonesian) }

    private var indonesian: String {
        let message = indonesianReason
        let generated = iteration.map { "$GENERATE untuk \($0): " } ?? ""
        let text = switch subject {
        case .entry: message
        case .owner: "pemilik tidak sah: \(message)"
        case .field(let name, let type): "\(name) pada \(type) tidak sah: \(message)"
        case .operand(let name, let directive): "\(name) pada \(directive) tidak sah: \(message)"
        case .data(let type): "data pada \(type) tidak sah: \(message)"
        }
        return generated + text
    }

    /// The reason in Indonesian. Without a default: a new reason does not compile until it has its words.
    private var indonesianReason: String {
        switch reason {
        case .needsMore: "berkas berakhir sebelum waktunya"
        case .noOwner: "baris diawali spasi, jadi melanjutkan pemilik sebelumnya, padahal belum ada pemilik"
        case .missingType: "tipe rekaman tidak ada; bentuk rekaman: pemilik [TTL] [kelas] tipe data"
        case .missingRdata: "rekaman tidak memuat data"
        case .secondTTL: "TTL kedua '\(token)'; satu rekaman hanya memiliki satu TTL"
        case .secondClass: "kelas kedua '\(token)'; satu rekaman hanya memiliki satu kelas"
        case .wrongClass: "kelas '\(token)' di zona yang kelasnya lain"
        case .unknownType:
            if let near = RecordTypeRow.nearest(to: token) {
                "tipe rekaman '\(token)' tidak dikenal; apakah maksudnya \(near)?"
            } else {
                "tipe rekaman '\(token)' tidak dikenal; tipe tanpa mnemonik ditulis TYPEn (RFC 3597)"
            }
        case .reservedType: "tipe 0 dicadangkan dan bukan tipe rekaman (RFC 6895 §3.1)"
        case .missingTTL:
            "TTL tidak diberikan: dipakai \(number) detik seperti Knot dan NSD; BIND menolak zona: letakkan $TTL di awal"
        case .badTTL: "'\(token)' bukan TTL: detik dari 0 sampai 2147483647, atau satuan seperti 1w2d3h4m5s"
        case .recordTooLong: "rekaman lebih dari 1 MiB teks; adakah tanda kutip atau kurung yang belum ditutup?"
        case .zoneTooLarge: "zona lebih besar dari 4 GiB"
        case .byteOrderMark: "berkas diawali byte order mark; simpan sebagai UTF-8 tanpa tanda itu"
        case .unclosedParenthesis: "kurung ini tidak pernah ditutup"
        case .nestedParenthesis: "kurung di dalam kurung"
        case .extraParenthesis: "kurung tutup tanpa kurung buka"
        case .parenthesisFirst: "kurung di depan pemilik; tulis pemilik dahulu, baru kurungnya"
        case .directiveParenthesis: "kurung pada direktif yang harus berada pada satu baris"
        case .unclosedQuote: "tanda kutip ini tidak ditutup pada barisnya"
        case .missingBlank: "spasi tidak ada di antara tipe dan tanda kutip ini"
        case .nul: "oktet NUL di luar tanda kutip; apakah berkas ini teks, atau UTF-16?"
        case .loneCarriageReturn:
            "carriage return tanpa baris baru mengakhiri baris di sini; Knot menolak berkas ini: simpan dengan baris baru"
        case .missing: "tidak ada"
        case .extra: "'\(token)' tidak semestinya ada setelah akhir rekaman"
        case .quoted: "tidak boleh diapit tanda kutip"
        case .notANumber: "'\(token)' bukan bilangan desimal"
        case .outOfRange: "'\(token)' di luar rentang"
        case .emptyLabel: "'\(token)' memuat label kosong (dua titik berurutan, atau titik di awal)"
        case .labelTooLong: "ada label yang lebih panjang dari 63 oktet"
        case .nameTooLong: "nama lebih panjang dari 255 oktet"
        case .badEscape: "garis miring terbalik harus diikuti tiga digit desimal sampai 255, atau satu karakter lain"
        case .badIPv4: "'\(token)' bukan alamat IPv4 seperti 192.0.2.1"
        case .leadingZero: "'\(token)' memuat nol di depan, yang oleh sebagian program dibaca sebagai oktal"
        case .badIPv6: "'\(token)' bukan alamat IPv6 seperti 2001:db8::1"
        case .stringTooLong: "character-string lebih panjang dari 255 oktet; bagi menjadi beberapa string berkutip"
        case .rdataTooLong: "data lebih panjang dari 65535 oktet"
        case .badHexadecimal: "'\(token)' bukan heksadesimal"
        case .oddHexadecimal: "jumlah digit heksadesimal ganjil"
        case .digestLength: "panjang digest tidak sesuai dengan digest type-nya"
        case .badAlgorithm: "'\(token)' bukan nomor algoritma 0…255 ataupun mnemonik seperti ECDSAP256SHA256"
        case .badDigestType: "'\(token)' bukan nomor digest type 0…255 ataupun mnemonik seperti SHA-256"
        case .badTag: "'\(token)' bukan tag: 1 sampai 255 huruf dan angka, misalnya issue"
        case .genericLength: "data generik ditulis \\# PANJANG HEX…, dan panjangnya harus cocok"
        case .genericMismatch: "data generik ini tidak sah untuk tipe tersebut"
        case .unknownDirective: "direktif '\(token)' tidak dikenal; yang dikenal ialah $ORIGIN, $TTL, $INCLUDE, $GENERATE"
        case .extraOperand: "'\(token)' tidak semestinya ada setelah akhir direktif"
        case .relativeOrigin:
            "'\(token)' relatif, yang ditolak Knot dan NSD; tulis nama lengkap dengan titik di akhir"
        case .includesOff: "$INCLUDE dimatikan untuk masukan ini"
        case .includeDepth: "$INCLUDE bersarang lebih dari \(MasterFile.maximumIncludeDepth) tingkat"
        case .includeCount: "lebih dari \(MasterFile.maximumIncludes) berkas disertakan"
        case .includeCycle: "berkas ini sedang dibaca: berkas itu menyertakan dirinya sendiri"
        case .includeOutside: "$INCLUDE tidak boleh keluar dari folder yang ditetapkan baginya, atau melalui tautan"
        case .includeUnreadable:
            number == 0 ? "'\(token)' tidak dapat dibaca" : FileError(.read, token, .system(Int32(clamping: number))).text.id
        case .includeNotAFile: "bukan berkas biasa"
        case .generateRange:
            "'\(token)' bukan rentang: AWAL-AKHIR atau AWAL-AKHIR/LANGKAH, dari 0 sampai 2147483647, AKHIR tidak di bawah AWAL"
        case .generateRangeRest: "yang mengikuti rentang pada '\(token)' diabaikan, seperti pada BIND"
        case .generateModifier:
            "setelah $ dalam kurawal: OFFSET, OFFSET,WIDTH, atau OFFSET,WIDTH,BASE: WIDTH sampai 127, BASE d, o, x, X, n, atau N"
        case .generateValue: "nilai bersama offset-nya melampaui 32 bit"
        case .generateCount:
            "terlalu banyak rekaman: seluruh baris $GENERATE sebuah berkas boleh membuat \(number), dan baris ini melampauinya"
        case .generateSize: "teks yang dibuat $GENERATE terlalu panjang"
        case .readFailed: FileError(.read, file, .system(Int32(clamping: number))).text.id
        case .soaMinimumTTL: "TTL tidak diberikan: dipakai minimum SOA, \(number) detik; letakkan baris $TTL di awal"
        case .lastTTL: "TTL tidak diberikan: dipakai TTL terakhir, \(number) detik, mulai dari sini; letakkan $TTL di awal"
        case .includedTTL:
            "$TTL berkas yang disertakan, \(number) detik, tetap berlaku di sini, kecuali pada Knot: letakkan $TTL sebelum ini"
        case .inheritedOwner: "baris ini melanjutkan pemilik dari sebelum baris $ORIGIN; tulis pemiliknya"
        case .moreWarnings: "\(number) peringatan lain tidak ditampilkan"
        case .ttlTooLarge: "TTL \(number) melebihi 2147483647 dan dianggap 0 (RFC 2181 §8)"
        }
    }
}
