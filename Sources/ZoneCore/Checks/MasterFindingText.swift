import RFC1035

extension MasterFinding {
    /// What is wrong, in both languages of the program.
    public var text: Text { Text(en: message, id: indonesian) }

    private var indonesian: String {
        let message = indonesianReason
        let generated = iteration.map { "$GENERATE untuk \($0): " } ?? ""
        let text =
            switch subject {
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
        case .missingTTL:
            "TTL tidak diberikan, jadi named menolak zona (Knot dan NSD memakai \(number) detik); letakkan $TTL di awal"
        case .badTTL: "'\(token)' bukan TTL: detik dari 0 sampai 2147483647, atau satuan seperti 1w2d3h4m5s"
        case .recordTooLong: "rekaman lebih dari 1 MiB teks; adakah tanda kutip atau kurung yang belum ditutup?"
        case .zoneTooLarge: "zona memerlukan memori lebih dari yang tersedia; pembacaan berhenti di sini"
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
            "carriage return tanpa baris baru mengakhiri baris di sini; Knot menolak berkas ini: simpan dengan "
                + "baris baru"
        case .missing: "tidak ada"
        case .extra: "'\(token)' tidak semestinya ada setelah akhir rekaman"
        case .quoted: "tidak boleh diapit tanda kutip"
        case .unquoted: "harus diapit tanda kutip"
        case .notANumber: "'\(token)' bukan bilangan desimal"
        case .outOfRange: "'\(token)' di luar rentang"
        case .emptyLabel: "'\(token)' memuat label kosong (dua titik berurutan, atau titik di awal)"
        case .labelTooLong: "ada label yang lebih panjang dari 63 oktet"
        case .nameTooLong: "nama lebih panjang dari 255 oktet"
        case .bitStringLabel:
            "label deretan bit \\[…] (RFC 2673) yang sudah usang; untuk label dalam kurung siku, hapus garis "
                + "miring terbaliknya"
        case .badEscape: "garis miring terbalik harus diikuti tiga digit desimal sampai 255, atau satu karakter lain"
        case .badIPv4: "'\(token)' bukan alamat IPv4 seperti 192.0.2.1"
        case .leadingZero: "'\(token)' memuat nol di depan, yang oleh sebagian program dibaca sebagai oktal"
        case .badIPv6: "'\(token)' bukan alamat IPv6 seperti 2001:db8::1"
        case .stringTooLong: "character-string lebih panjang dari 255 oktet; bagi menjadi beberapa string berkutip"
        case .rdataTooLong: "data lebih panjang dari 65535 oktet"
        case .badHexadecimal: "'\(token)' bukan heksadesimal"
        case .oddHexadecimal: "jumlah digit heksadesimal ganjil"
        case .digestLength:
            "panjang digest tidak sesuai dengan tipenya; digit heksadesimal: SHA-1 40, SHA-256 64, SHA-384 96, "
                + "SHA-512 128"
        case .badAlgorithm: "'\(token)' bukan nomor algoritma 0…255 ataupun mnemonik seperti ECDSAP256SHA256"
        case .badDigestType: "'\(token)' bukan nomor digest type 0…255 ataupun mnemonik seperti SHA-256"
        case .badTag: "'\(token)' bukan tag: 1 sampai 255 huruf dan angka, misalnya issue"
        case .zoneDigestTooShort: "digest zona sedikitnya 24 digit heksadesimal"
        case .oddHexadecimalOfCDS: "jumlah digit heksadesimal ganjil; rekaman yang meminta penghapusan ialah 0 0 0 00"
        case .badBase64OfCDNSKEY: "bukan base64; rekaman yang meminta penghapusan ialah 0 3 0 AA=="
        case .badSalt: "'\(token)' bukan salt: '-' bila tanpa salt, atau digit heksadesimal genap, paling banyak 510"
        case .badNextHash: "'\(token)' bukan hash dalam base32hex (angka dan huruf A sampai V) tanpa padding"
        case .nextHashLength: "panjang hash tidak sesuai dengan algoritmanya: 32 karakter untuk SHA-1"
        case .badType: "'\(token)' bukan tipe rekaman: mnemonik seperti MX, atau TYPEn (RFC 3597)"
        case .metaTypeListed: "'\(token)' tipe untuk kueri dan pesan; tidak ada rekaman bertipe itu, jadi hapus"
        case .typeOutOfBitmap: "'\(token)' tidak muat: hanya tipe 1 sampai 127 (RFC 2535)"
        case .badTime: "'\(token)' bukan waktu: YYYYMMDDHHMMSS UTC sejak 1970, atau (kecuali SIG) detik sejak 1970"
        case .badCertificateType: "'\(token)' bukan nomor 0…65535 ataupun mnemonik seperti PKIX"
        case .badKeyFlags: "'\(token)' bukan nomor 0…65535 ataupun mnemonik seperti NOAUTH|ZONE"
        case .badKeyProtocol: "'\(token)' bukan nomor protokol 0…255 ataupun mnemonik seperti DNSSEC"
        case .keyNotWanted: "flags menyatakan tidak ada kunci (NOKEY), tetapi di sini ada"
        case .notZero: "'\(token)' bukan 0, satu-satunya nilai yang ada"
        case .badX25: "'\(token)' bukan alamat X.25: empat digit desimal atau lebih"
        case .badEUI48: "'\(token)' bukan alamat EUI-48 seperti 00-00-5e-00-53-2a"
        case .badEUI64: "'\(token)' bukan alamat EUI-64 seperti 00-00-5e-ef-10-00-00-2a"
        case .badLocator64:
            "'\(token)' bukan 64 bit seperti 2001:0db8:1140:1000: empat kelompok, tanpa yang dihilangkan"
        case .metaType: "'\(token)' tipe untuk kueri dan pesan; zona tidak memuat rekaman bertipe itu"
        case .replacedType: "'\(token)' usang sejak RFC 973 dan ditolak server; gunakan MX"
        case .typeZero: "tipe 0 dicadangkan; tidak ada rekaman bertipe itu"
        case .genericOnly:
            "tipe ini tidak memiliki bentuk teks sendiri; tulis oktetnya sebagai \\# PANJANG HEX… (RFC 3597)"
        case .genericLength: "data generik ditulis \\# PANJANG HEX…, dan panjangnya harus cocok"
        case .genericMismatch: "data generik ini tidak sah untuk tipe tersebut"
        case .badBase64: "'\(token)' bukan base64: kelompok empat digit, yang terakhir digenapi dengan ="
        case .badServiceKey:
            "'\(token)' bukan parameter seperti alpn=h2,h3; yang dikenal ialah mandatory, alpn, no-default-alpn, "
                + "port, ipv4hint, ech, ipv6hint, dohpath, ohttp dan keyNNNNN"
        case .badServiceQuote:
            "'\(token)': tanda kutip mengapit seluruh nilai, dengan spasi sesudahnya, seperti alpn=\"h2,h3\""
        case .badServiceValue: "nilai '\(token)' tidak memuat oktet yang diminta kuncinya"
        case .serviceWithValue: "'\(token)' harus ditulis tanpa nilai"
        case .serviceWithoutValue: "'\(token)' memerlukan nilai setelah tanda sama dengan, tanpa spasi"
        case .repeatedServiceKey: "'\(token)' mengulang parameter; setiap parameter hanya boleh satu kali"
        case .missingListItem: "ada isi yang kurang pada daftar '\(token)': setiap koma didahului dan diikuti satu isi"
        case .badMandatory: "'\(token)' harus memuat kunci lain, masing-masing satu kali, dan bukan mandatory sendiri"
        case .missingMandatory: "'\(token)' memuat kunci yang tidak ada pada rekaman ini"
        case .badALPN: "'\(token)' bukan daftar protokol sepanjang 1 sampai 255 oktet yang dipisahkan koma"
        case .missingALPN: "'\(token)' memerlukan alpn di sampingnya"
        case .badQueryPath: "'\(token)' bukan templat path dengan variabel dns, misalnya dohpath=/dns-query{?dns}"
        case .badLatitude:
            "'\(token)' bukan bagian lintang: derajat sampai 90, menit dan detik di bawah 60, lalu N atau S"
        case .badLongitude:
            "'\(token)' bukan bagian bujur: derajat sampai 180, menit dan detik di bawah 60, lalu E atau W"
        case .badAltitude: "'\(token)' bukan ketinggian seperti -12.50m, dari -100000.00m sampai 42849672.95m"
        case .badPrecision: "'\(token)' bukan ukuran atau presisi seperti 10m atau 0.50m, sampai 90000000.00m"
        case .badAddressPrefix:
            "'\(token)' bukan prefiks alamat seperti 1:192.0.2.0/24, !1:192.0.2.64/28 atau 2:2001:db8::/32"
        case .badPrefixLength: "panjang prefiks '\(token)' bukan bilangan sampai 32 untuk IPv4, 128 untuk IPv6"
        case .badProtocol: "'\(token)' bukan nomor protokol 0…255 ataupun nama seperti tcp"
        case .badService: "'\(token)' bukan port 0…65535 ataupun layanan pada protokol ini seperti smtp"
        case .badNSAP: "'\(token)' bukan 0x dan pasangan digit heksadesimal, misalnya 0x47.0005.80"
        case .badATMAddress:
            "'\(token)' bukan + dan angka ataupun pasangan digit heksadesimal, paling banyak dengan titik tunggal "
                + "di antaranya"
        case .badGatewayKind:
            "tipe gateway ini tidak memiliki bentuk teks; yang dikenal ialah 0 (tidak ada), 1 (IPv4), 2 (IPv6) "
                + "dan 3 (nama)"
        case .noGateway: "'\(token)' padahal tipe gateway 0, tanpa gateway; tulis sebuah titik"
        case .badHostTag: "'\(token)' bukan host identity tag: 1 sampai 255 oktet heksadesimal, tanpa spasi"
        case .badScheme: "'\(token)' bukan nomor skema 0…255 ataupun NOTIFY"
        case .keyMissing: "tidak ada kunci publik setelah '\(token)', jadi named menolak zona ini"
        case .beyondPole: "'\(token)' derajat dan lebih melampaui ujung skala; named menolak zona ini"
        case .precisionRounded: "dari '\(token)' hanya digit pertama yang dipakai dan sisanya menjadi nol (RFC 1876 §2)"
        case .prefixBitsSet: "'\(token)' memuat bit di bagian milik prefiks; bit itu dianggap nol (RFC 2874 §3.1)"
        case .notGeographic: "'\(token)' bukan bilangan derajat atau meter (RFC 1712 §3)"
        case .badRewrite:
            "'\(token)' bukan substitusi seperti !^.*$!sip:info@example.com! (RFC 3402 §3.2); "
                + "named menolak zona ini"
        case .quotedTag:
            "BIND tidak membaca tag yang diapit tanda kutip, jadi named menolak zona ini; tulis tanpa tanda kutip"
        case .signerTooLong:
            "'\(token)' berisi lebih banyak label daripada jumlah label pemilik pada kolom sebelum TTL asli, jadi named "
                + "menolak zona ini; tanda tangani lagi zonanya"
        case .genericNotForBIND:
            "BIND tidak membaca oktet ini, jadi named menolak zona ini; bentuk teks tipenya menunjukkan sebabnya"
        case .gostMnemonic: "BIND tidak membaca '\(token)' di sini, jadi named menolak zona ini; tulis 12"
        case .typeUnknownToBIND:
            "BIND belum mengenal '\(token)', jadi named menolak berkas ini; tulis TYPE\(number), dan data rekamannya "
                + "sebagai \\# PANJANG HEX… (RFC 3597)"
        case .newlineInQuotes:
            #"baris berakhir di dalam tanda kutip ini, dan named menolak berkasnya; tulis baris baru sebagai \010"#
        case .numberTooLong:
            "BIND membaca \(number) digit di sini, jadi named menolak '\(token)'; hilangkan nol di depannya"
        case .directiveCutOff:
            "berkas berakhir di tengah direktif ini, dan named menolaknya; akhiri baris ini dengan baris baru"
        case .generateCutOff:
            "berkas berakhir di tengah baris ini, dan BIND tidak membaca $GENERATE begitu; akhiri dengan baris baru"
        case .generateWithoutTTL:
            "$GENERATE memerlukan TTL, di sini atau di baris sebelumnya; letakkan $TTL di awal"
        case .keyUnknownToBIND:
            "BIND belum mengenal '\(token)', jadi named menolak berkas ini; tulis key\(number) (RFC 9460 §2.1)"
        case .cutOff:
            "teks berakhir pada '\(token)': titik koma memulai komentar di sini; apit seluruh teks dengan tanda kutip"
        case .unknownDirective:
            "direktif '\(token)' tidak dikenal; yang dikenal ialah $ORIGIN, $TTL, $INCLUDE, $GENERATE"
        case .extraOperand: "'\(token)' tidak semestinya ada setelah akhir direktif"
        case .relativeOrigin:
            "'\(token)' relatif, yang ditolak Knot dan NSD; tulis nama lengkap dengan titik di akhir"
        case .includesOff: "$INCLUDE dimatikan untuk masukan ini"
        case .includeDepth: "$INCLUDE bersarang lebih dari \(MasterFile.maximumIncludeDepth) tingkat"
        case .includeCount: "lebih dari \(MasterFile.maximumIncludes) berkas disertakan"
        case .includeCycle: "berkas ini sedang dibaca: berkas itu menyertakan dirinya sendiri"
        case .includeOutside: "$INCLUDE tidak boleh keluar dari folder yang ditetapkan baginya, atau melalui tautan"
        case .includeUnreadable:
            number == 0
                ? "'\(token)' tidak dapat dibaca" : FileError(.read, token, .system(Int32(clamping: number))).text.id
        case .includeNotAFile: "bukan berkas biasa"
        case .generateRange:
            "'\(token)' bukan rentang: AWAL-AKHIR atau AWAL-AKHIR/LANGKAH, dari 0 sampai 2147483647, AKHIR tidak "
                + "di bawah AWAL"
        case .generateRangeRest: "yang mengikuti rentang pada '\(token)' diabaikan, seperti pada BIND"
        case .generateModifier:
            "setelah $ dalam kurawal: OFFSET, OFFSET,WIDTH, atau OFFSET,WIDTH,BASE: WIDTH sampai 127, BASE d, o, "
                + "x, X, n, atau N"
        case .generateValue: "nilai bersama offset-nya melampaui 32 bit"
        case .generateCount:
            "terlalu banyak rekaman: seluruh baris $GENERATE sebuah berkas boleh membuat \(number), dan baris ini "
                + "melampauinya"
        case .generateSize: "teks yang dibuat $GENERATE terlalu panjang"
        case .readFailed: FileError(.read, file, .system(Int32(clamping: number))).text.id
        case .soaMinimumTTL: "TTL tidak diberikan: dipakai minimum SOA, \(number) detik; letakkan baris $TTL di awal"
        case .lastTTL:
            "TTL tidak diberikan: dipakai TTL terakhir, \(number) detik, mulai dari sini; letakkan $TTL di awal"
        case .includedTTL:
            "$TTL berkas yang disertakan, \(number) detik, tetap berlaku di sini, kecuali pada Knot: letakkan "
                + "$TTL sebelum ini"
        case .inheritedOwner: "baris ini melanjutkan pemilik dari sebelum baris $ORIGIN; tulis pemiliknya"
        case .moreWarnings: "\(number) peringatan lain tidak ditampilkan"
        case .ttlTooLarge: "TTL \(number) melebihi 2147483647 dan dianggap 0 (RFC 2181 §8)"
        case .unusualDigestLength:
            "digest tidak berisi \(number) digit heksadesimal sebagaimana diminta tipenya, jadi tidak akan cocok"
        case .noTypesInNSEC: "tanpa tipe, padahal setiap nama ber-NSEC memiliki NSEC dan RRSIG; named menolak zona ini"
        case .numberedMetaType: "'\(token)' tipe untuk kueri dan pesan, bukan rekaman; named menolak zona seperti ini"
        case .numberedReplacedType: "'\(token)' usang sejak RFC 973, dan named menolak zona seperti ini; gunakan MX"
        }
    }
}
