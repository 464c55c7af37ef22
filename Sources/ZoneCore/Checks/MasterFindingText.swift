import RFC1035

extension MasterFinding {
    /// What is wrong, in both languages of the program.
    public var text: Text { Text(en: message, id: indonesian) }

    private var indonesian: String {
        let message = indonesianReason
        return switch subject {
        case .entry: message
        case .owner: "pemilik tidak sah: \(message)"
        case .field(let name, let type): "\(name) pada \(type) tidak sah: \(message)"
        case .data(let type): "data pada \(type) tidak sah: \(message)"
        }
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
        case .unknownType: "tipe rekaman '\(token)' tidak dikenal; tipe tanpa mnemonik ditulis TYPEn (RFC 3597)"
        case .missingTTL: "tidak ada TTL: tambahkan pada rekaman ini, atau letakkan baris $TTL sebelumnya"
        case .badTTL: "'\(token)' bukan TTL: detik dari 0 sampai 2147483647, atau satuan seperti 1w2d3h4m5s"
        case .recordTooLong: "rekaman lebih dari 1 MiB teks; adakah tanda kutip atau kurung yang belum ditutup?"
        case .zoneTooLarge: "zona memerlukan memori lebih dari yang tersedia; pembacaan berhenti di sini"
        case .byteOrderMark: "berkas diawali byte order mark; simpan sebagai UTF-8 tanpa tanda itu"
        case .unclosedParenthesis: "kurung ini tidak pernah ditutup"
        case .nestedParenthesis: "kurung di dalam kurung"
        case .extraParenthesis: "kurung tutup tanpa kurung buka"
        case .unclosedQuote: "tanda kutip ini tidak ditutup pada barisnya"
        case .loneCarriageReturn: "carriage return (CR) yang tidak diikuti baris baru (LF)"
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
        case .unknownDirective: "direktif '\(token)' tidak dikenal; yang dikenal ialah $ORIGIN, $TTL, $INCLUDE"
        case .includesOff: "$INCLUDE dimatikan untuk masukan ini"
        case .includeDepth: "$INCLUDE bersarang lebih dari \(MasterFile.maximumIncludeDepth) tingkat"
        case .includeCount: "lebih dari \(MasterFile.maximumIncludes) berkas disertakan"
        case .includeCycle: "berkas ini sedang dibaca: berkas itu menyertakan dirinya sendiri"
        case .includeOutside: "$INCLUDE tidak boleh keluar dari folder berkas zona"
        case .includeUnreadable: "berkas tidak dapat dibaca"
        case .includeNotAFile: "bukan berkas biasa"
        case .readFailed: FileError(.read, file, .system(Int32(clamping: number))).text.id
        case .soaMinimumTTL: "TTL tidak diberikan: dipakai minimum SOA, \(number) detik; letakkan baris $TTL di awal"
        case .ttlTooLarge: "TTL \(number) melebihi 2147483647 dan dianggap 0 (RFC 2181 §8)"
        }
    }
}
