// What is said about sender policies.

extension SPFReview {
    func versionText(_ text: [UInt8], _ strings: Int) -> Text {
        let shown = TagList.beginning(of: text)
        if let first = text.first, first | 0x20 != UInt8(ascii: "v") {
            return Text(
                en: "blanks or quotes in front of v=spf1 are part of the text, so nobody reads the policy; remove them",
                id: "spasi atau tanda kutip di depan v=spf1 ikut menjadi isi, jadi kebijakan tidak terbaca; hapus")
        }
        if strings > 1 {
            return Text(
                en: """
                    \(strings) strings are joined without blanks to “\(shown)”; put the whole policy in one pair of \
                    quotes: "v=spf1 …"
                    """,
                id: """
                    \(strings) string digabung tanpa spasi menjadi “\(shown)”; apit seluruh kebijakan dengan satu \
                    pasang tanda kutip: "v=spf1 …"
                    """)
        }
        return Text(
            en: "“\(shown)” is no SPF record: it begins with v=spf1 and a blank, so nobody reads it",
            id: "“\(shown)” bukan rekaman SPF: awalnya harus v=spf1 lalu spasi, jadi tidak ada yang membacanya")
    }

    static func text(of fault: SPF.Fault, _ term: String, _ strings: Int) -> Text {
        let joined =
            strings > 1
            ? Text(
                en: " (the strings of a TXT record are joined without blanks)",
                id: " (string dalam satu rekaman TXT digabung tanpa spasi)")
            : Text(verbatim: "")
        let reason = reason(fault)
        return Text(
            en: "\(term): \(reason.en); receivers reject the whole policy\(joined.en)",
            id: "\(term): \(reason.id); penerima menolak seluruh kebijakan\(joined.id)")
    }

    private static func reason(_ fault: SPF.Fault) -> Text {
        switch fault {
        case .unknownMechanism:
            Text(
                en: "no such mechanism; there are all, include, a, mx, ip4, ip6, exists, and name=value",
                id: "mekanisme tidak dikenal; yang ada: all, include, a, mx, ip4, ip6, exists, dan nama=nilai")
        case .missingDomain:
            Text(en: "a value is missing, written behind a colon", id: "nilainya tidak ada, ditulis setelah titik dua")
        case .unwantedValue: Text(en: "takes no value", id: "tidak memakai nilai")
        case .badDomain: Text(en: "the domain is not written properly", id: "penulisan domainnya salah")
        case .addressAsDomain:
            Text(en: "an address where a name must stand; use ip4:", id: "alamat di tempat nama; pakai ip4:")
        case .relativeDomain:
            Text(
                en: "a name of one label; write it in full, SPF knows no zone to complete it with",
                id: "nama satu label; tulis lengkap, SPF tidak melengkapinya dengan nama zona")
        case .badIPv4:
            Text(
                en: "not an IPv4 address or network such as 192.0.2.0/24",
                id: "bukan alamat atau jaringan IPv4 seperti 192.0.2.0/24")
        case .badIPv6:
            Text(
                en: "not an IPv6 address or network such as 2001:db8::/32",
                id: "bukan alamat atau jaringan IPv6 seperti 2001:db8::/32")
        case .badPrefixLength:
            Text(
                en: """
                    the prefix length is a number up to 32 for IPv4, up to 128 for IPv6, and that behind two slashes \
                    with a or mx
                    """,
                id: """
                    panjang awalan ialah bilangan sampai 32 untuk IPv4, sampai 128 untuk IPv6, pada a dan mx setelah \
                    dua garis miring
                    """)
        case .badMacro:
            Text(
                en: "a macro is written %{i}, and a percent sign %%", id: "makro ditulis %{i}, dan tanda persen %%")
        case .notASCII:
            Text(en: "not plain ASCII between blanks", id: "bukan ASCII biasa di antara spasi")
        case .loneSign:
            Text(
                en: "a sign that stands alone; write it without a blank, as in -all",
                id: "tanda yang berdiri sendiri; tulis tanpa spasi, misalnya -all")
        case .repeated: Text(en: "stands twice", id: "tertulis dua kali")
        }
    }

    static func ptrText(_ term: String) -> Text {
        Text(
            en: "\(term): slow, unreliable, and not to be used any more; list addresses or use a or mx",
            id: "\(term): lambat, tidak andal, dan tidak dipakai lagi; tulis alamatnya atau pakai a atau mx")
    }

    static let allowsAllText = Text(
        en: "“all” without a minus lets anyone send mail in this name; end with -all or ~all",
        id: "“all” tanpa minus mengizinkan siapa pun mengirim surel atas nama ini; akhiri dengan -all atau ~all")

    static func everyAddressText(_ term: String) -> Text {
        Text(
            en: "\(term): a prefix length of 0 takes in every address, so anyone may send mail in this name; remove it",
            id: "\(term): panjang awalan 0 mencakup semua alamat, jadi siapa pun boleh mengirim; hapus bagian ini")
    }

    static func exchangeText(_ term: String) -> Text {
        Text(
            en: """
                \(term): more than \(exchangeLimit) MX records stand there, and receivers then reject the policy: \
                use ip4 and ip6
                """,
            id: """
                \(term): ada lebih dari \(exchangeLimit) rekaman MX di sana, dan penerima menolak kebijakan ini: \
                pakai ip4 dan ip6
                """)
    }

    static let openText = Text(
        en: "says nothing about other senders; end with -all or ~all",
        id: "tidak menyatakan apa pun tentang pengirim lain; akhiri dengan -all atau ~all")

    static let loopText = Text(
        en: "includes lead back to this policy, so it always fails",
        id: "include berputar kembali ke kebijakan ini, jadi selalu gagal")

    static func lookupText(_ count: Int) -> Text {
        Text(
            en: """
                needs \(count) DNS lookups at least; receivers stop at \(lookupLimit) and reject the policy: use ip4 \
                and ip6
                """,
            id: """
                memerlukan sedikitnya \(count) kueri DNS; penerima berhenti pada \(lookupLimit) dan menolak kebijakan \
                ini: pakai ip4 dan ip6
                """)
    }

    static func voidText(_ count: Int) -> Text {
        Text(
            en: """
                \(count) of its lookups find nothing in this zone; receivers may stop after \(voidLimit): remove those \
                terms
                """,
            id: """
                \(count) kuerinya tidak menemukan apa pun di zona ini; penerima boleh berhenti setelah \(voidLimit): \
                hapus bagian itu
                """)
    }
}
