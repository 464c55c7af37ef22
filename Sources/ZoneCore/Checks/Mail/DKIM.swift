import RFC1035

/// A key that mail is signed with (RFC 6376 §3.6.1).
enum DKIM {
    /// Shorter RSA keys verify nothing (RFC 8301 §3.2).
    static let minimumBits = 1024
    /// RSA keys should have these (RFC 8301 §3.2).
    static let wantedBits = 2048
    static let edwardsOctets = 32

    /// Whether a text is meant for a key: those at the same name that are not do not count.
    static func isKey(_ text: [UInt8]) -> Bool { text.contains(UInt8(ascii: "=")) }

    static func problems(of text: [UInt8], isWildcard: Bool) -> [TextProblem] {
        let list = TagList(text)
        if let fault = list.fault { return [syntax(fault)] }
        if let version = list["v"] {
            guard version.text == "DKIM1", list.tags.first?.name == "v" else {
                return [
                    syntax(
                        Text(
                            en: "\(version.shown): v=DKIM1 is the version, and stands first",
                            id: "\(version.shown): versinya v=DKIM1, dan letaknya paling depan"))
                ]
            }
        }
        guard let key = list["p"] else {
            return [
                syntax(
                    Text(
                        en: """
                            no p= tag, so there is no key; did an unquoted semicolon cut it off? Put the text in \
                            quotes
                            """,
                        id: """
                            tidak ada tag p=, jadi tidak ada kunci; terpotong titik koma tanpa tanda kutip? Apit \
                            teksnya
                            """))
            ]
        }
        var problems = list.tags.compactMap(valueProblem)
        if key.value.isEmpty {
            // At a wildcard it says that no mail is signed in this name.
            if !isWildcard { problems.append(TextProblem(.dkimRevoked, revoked)) }
            return problems
        }
        if let flags = list["t"], flags.lower.split(separator: ":").contains("y") {
            problems.append(TextProblem(.dkimTesting, testing))
        }
        switch list["k"]?.lower ?? "rsa" {
        case "rsa": if let problem = problem(ofRSA: key.value) { problems.append(problem) }
        case "ed25519": if let problem = problem(ofEdwards: key.value) { problems.append(problem) }
        default: break
        }
        return problems
    }

    private static func syntax(_ reason: Text) -> TextProblem {
        TextProblem(
            .dkimSyntax,
            Text(
                en: "\(reason.en): no signature verifies with this record",
                id: "\(reason.id): tidak ada tanda tangan yang terverifikasi dengan rekaman ini"))
    }

    // MARK: Tags

    private static func valueProblem(_ tag: TagList.Tag) -> TextProblem? {
        let known: [String]
        switch tag.name {
        case "k": known = ["rsa", "ed25519"]
        case "h": known = ["sha1", "sha256"]
        case "s": known = ["*", "email"]
        case "t": known = ["y", "s"]
        default: return nil
        }
        let values = tag.name == "k" ? [tag.lower] : tag.lower.split(separator: ":").map { $0.filter { $0 != " " } }
        guard !values.contains(where: known.contains) else { return nil }
        // Flags that are not known are passed over.
        if tag.name == "t" && values.isEmpty { return nil }
        let list = known.joined(separator: ", ")
        return TextProblem(
            .dkimValue,
            Text(
                en: "\(tag.shown) is not known; the values are \(list)",
                id: "\(tag.shown) tidak dikenal; nilainya ialah \(list)"))
    }

    private static let revoked = Text(
        en: "an empty p= revokes the key: mail signed with it fails; remove the record when no such mail is on its way",
        id: """
            p= kosong mencabut kunci: surel yang ditandatangani dengannya gagal; hapus rekaman bila surelnya sudah \
            tiba semua
            """)

    private static let testing = Text(
        en: "t=y says that signing is being tested, so a bad signature counts as none; remove it when all is well",
        id: "t=y berarti masih uji coba, jadi tanda tangan salah dianggap tidak ada; hapus bila semua sudah baik")

    // MARK: Keys

    private static func problem(ofEdwards text: [UInt8]) -> TextProblem? {
        guard let octets = decoded(text) else { return syntax(badBase64) }
        guard octets.count != edwardsOctets else { return nil }
        return syntax(
            Text(
                en: "an ed25519 key has \(edwardsOctets) octets, bare, and this has \(octets.count)",
                id: "kunci ed25519 terdiri atas \(edwardsOctets) oktet tanpa bungkus, ini \(octets.count)"))
    }

    private static func problem(ofRSA text: [UInt8]) -> TextProblem? {
        guard let octets = decoded(text) else { return syntax(badBase64) }
        guard let bits = DER.bits(ofRSAKey: octets) else {
            return syntax(
                Text(
                    en: "p= is not a whole RSA key; copy it again, all of it, without its BEGIN and END lines",
                    id: "p= bukan kunci RSA yang utuh; salin lagi seluruhnya, tanpa baris BEGIN dan END"))
        }
        if bits < minimumBits {
            return TextProblem(
                .dkimWeakKey,
                Text(
                    en: """
                        an RSA key of \(bits) bits; receivers accept none below \(minimumBits): make one of \
                        \(wantedBits)
                        """,
                    id: """
                        kunci RSA \(bits) bit; penerima menolak yang di bawah \(minimumBits): buat yang \(wantedBits)
                        """))
        }
        guard bits < wantedBits else { return nil }
        return TextProblem(
            .dkimShortKey,
            Text(
                en: "an RSA key of \(bits) bits; \(wantedBits) are asked for today",
                id: "kunci RSA \(bits) bit; sekarang disarankan \(wantedBits)"))
    }

    private static let badBase64 = Text(
        en: "p= is not base64: whole groups of four digits, the last filled up with =",
        id: "p= bukan base64: kelompok empat digit, yang terakhir digenapi dengan =")

    /// Base64 with blanks anywhere; `nil` for anything else.
    private static func decoded(_ text: [UInt8]) -> [UInt8]? { Base64.octets(text.filter { !TagList.isBlank($0) }) }
}

/// As much of DER (X.690) as it takes to measure a key.
struct DER {
    private var rest: ArraySlice<UInt8>

    /// The bits of the modulus of an RSA key, in a SubjectPublicKeyInfo (RFC 5280 §4.1.2.7) or bare (RFC 8017 §A.1.1).
    static func bits(ofRSAKey octets: [UInt8]) -> Int? {
        var outer = DER(rest: octets[...])
        guard let key = outer.next(0x30), outer.rest.isEmpty else { return nil }
        var inner = DER(rest: key)
        if inner.rest.first == 0x02 { return inner.bitsOfModulus() }
        guard let algorithm = inner.next(0x30), let bits = inner.next(0x03), bits.first == 0 else { return nil }
        var identifier = DER(rest: algorithm)
        guard identifier.next(0x06)?.elementsEqual([0x2A, 0x86, 0x48, 0x86, 0xF7, 0x0D, 0x01, 0x01, 0x01]) == true
        else { return nil }
        var wrapped = DER(rest: bits.dropFirst())
        guard let bare = wrapped.next(0x30), wrapped.rest.isEmpty else { return nil }
        inner = DER(rest: bare)
        return inner.bitsOfModulus()
    }

    private mutating func bitsOfModulus() -> Int? {
        guard let modulus = next(0x02), next(0x02) != nil, rest.isEmpty else { return nil }
        let bits = RSAKey.bits(modulus)
        return bits > 0 ? bits : nil
    }

    /// The contents of the next element, which must have this tag.
    private mutating func next(_ tag: UInt8) -> ArraySlice<UInt8>? {
        guard rest.popFirst() == tag, let first = rest.popFirst() else { return nil }
        var length = Int(first)
        if first >= 0x80 {
            guard 1...3 ~= first & 0x7F else { return nil }
            length = 0
            for _ in 0..<(first & 0x7F) {
                guard let octet = rest.popFirst() else { return nil }
                length = length << 8 | Int(octet)
            }
        }
        guard length <= rest.count else { return nil }
        defer { rest = rest.dropFirst(length) }
        return rest.prefix(length)
    }
}
