import RFC1035

extension Check {
    /// Who may issue certificates: CAA.
    static let certificationAuthorityChecks: [Check] = [
        Check(
            "CAA_FLAGS", .warning, "RFC 8659 §4.1",
            Text(en: "A CAA record has unknown flags.", id: "Rekaman CAA memuat flag yang tidak dikenal."),
            explanation: Text(
                en: "There is one flag, critical, and its value is 128. A 1, which many write for it, means nothing.",
                id: """
                    Hanya ada satu flag, critical, dan nilainya 128. Angka 1 yang sering ditulis tidak berarti \
                    apa-apa.
                    """),
            bad: "@ CAA 1 issue \"ca.example.net\"", good: "@ CAA 128 issue \"ca.example.net\"",
            .record([.caa]) { run, _, row in
                let rdata = run.zone.rdata(of: row)
                guard let flags = rdata.first, flags & 0x7F != 0 else { return }
                run.report(
                    row: row,
                    Text(
                        en: "the flags are \(flags), but only 0 and 128 (critical) have a meaning",
                        id: "flag-nya \(flags), padahal hanya 0 dan 128 (critical) yang bermakna"))
            }),
        Check(
            "CAA_UNKNOWN_TAG", .notice, "RFC 8659 §7.2",
            Text(en: "A CAA record has an unknown tag.", id: "Rekaman CAA memuat tag yang tidak dikenal."),
            explanation: Text(
                en: """
                    Authorities pass over tags that they do not know: a misspelt “issue” forbids nothing. Known are \
                    issue, issuewild, issuemail, issuevmc, iodef, contactemail and contactphone.
                    """,
                id: """
                    Otoritas sertifikat melewati tag yang tidak dikenal: “issue” yang salah ketik tidak melarang apa \
                    pun. Yang dikenal: issue, issuewild, issuemail, issuevmc, iodef, contactemail, dan contactphone.
                    """),
            bad: "@ CAA 0 isssue \"ca.example.net\"", good: "@ CAA 0 issue \"ca.example.net\"",
            .record([.caa], showing: .unusualIssuer) { run, _, row in
                guard let property = Authorization(run.zone.rdata(of: row)), !property.isCritical,
                    !Authorization.knownTags.contains(property.tag)
                else { return }
                run.report(
                    row: row,
                    Text(
                        en: """
                            no authority knows the tag \(property.tag); there are issue, issuewild, issuemail, iodef \
                            and others
                            """,
                        id: """
                            tag \(property.tag) tidak dikenal otoritas; yang ada: issue, issuewild, issuemail, iodef, \
                            dan lainnya
                            """))
            }),
        Check(
            "CAA_UNKNOWN_CRITICAL", .warning, "RFC 8659 §4.1",
            Text(
                en: "A CAA record demands what nobody knows.", id: "Rekaman CAA menuntut hal yang tidak dikenal."),
            explanation: Text(
                en: """
                    With the critical flag an authority that does not know the tag must not issue: no certificates at \
                    all.
                    """,
                id: """
                    Dengan flag critical, otoritas yang tidak mengenal tag ini tidak boleh menerbitkan: tidak ada \
                    sertifikat sama sekali.
                    """),
            bad: "@ CAA 128 isssue \"ca.example.net\"", good: "@ CAA 128 issue \"ca.example.net\"",
            .record([.caa], showing: .unusualIssuer) { run, _, row in
                guard let property = Authorization(run.zone.rdata(of: row)), property.isCritical,
                    !Authorization.knownTags.contains(property.tag)
                else { return }
                run.report(
                    row: row,
                    Text(
                        en: "the tag \(property.tag) is unknown and critical, so no authority may issue a certificate",
                        id: """
                            tag \(property.tag) tidak dikenal dan critical, jadi otoritas mana pun tidak boleh \
                            menerbitkan sertifikat
                            """))
            }),
        Check(
            "CAA_VALUE", .error, "RFC 8659 §4.2",
            Text(en: "A CAA record has a bad value.", id: "Nilai rekaman CAA salah."),
            explanation: Text(
                en: """
                    issue names the authority by its domain, "ca.example.net", perhaps with parameters "; name=value", \
                    or nobody with ";". A record whose value cannot be read lets nobody issue. iodef is a mailto:, \
                    http: or https: URL.
                    """,
                id: """
                    issue menyebut otoritas dengan domainnya, "ca.example.net", boleh dengan parameter "; nama=nilai", \
                    atau tidak siapa pun dengan ";". Rekaman yang nilainya tidak terbaca tidak \
                    mengizinkan siapa pun. iodef berupa URL mailto:, http:, atau https:.
                    """),
            bad: "@ CAA 0 issue \"https://ca.example.net/\"", good: "@ CAA 0 issue \"ca.example.net; account=42\"",
            .record([.caa], showing: .unusualIssuer) { run, _, row in
                guard let property = Authorization(run.zone.rdata(of: row)), !property.isValid else { return }
                let shown = Shown.text(String(decoding: property.value, as: UTF8.self))
                run.report(
                    row: row,
                    property.tag == "iodef"
                        ? Text(
                            en: """
                                “\(shown)” is no address for reports; write \"mailto:user@domain\" or \
                                \"https://host/path\"
                                """,
                            id: """
                                “\(shown)” bukan alamat laporan; tulis \"mailto:pengguna@domain\" atau \
                                \"https://host/path\"
                                """)
                        : Text(
                            en: """
                                “\(shown)” is no issuer, so this record lets nobody issue; write its domain, such \
                                as \"ca.example.net\", or \";\"
                                """,
                            id: """
                                “\(shown)” bukan penerbit, jadi rekaman ini tidak mengizinkan siapa pun; tulis \
                                domainnya, misalnya \"ca.example.net\", atau \";\"
                                """))
            }),
        Check(
            "CAA_MISSING", .notice, opinion: true, ofAbsence: true, "RFC 8659 §3",
            Text(
                en: "The zone does not say who may issue certificates.",
                id: "Zona tidak menyatakan siapa yang boleh menerbitkan sertifikat."),
            explanation: Text(
                en: """
                    Without a CAA record at the zone's name any authority may issue certificates for its hosts, unless \
                    a name above it says otherwise. Name the one that you use: whoever tricks another gets none there.
                    """,
                id: """
                    Tanpa rekaman CAA pada nama zona, otoritas mana pun boleh menerbitkan sertifikat untuk host di \
                    dalamnya, kecuali nama di atasnya membatasi. Sebutkan otoritas yang dipakai: yang menipu otoritas \
                    lain tidak mendapat sertifikat di sana.
                    """),
            bad: "www AAAA 2001:db8::80", good: "@ CAA 0 issue \"ca.example.net\"",
            .record([.soa]) { run, name, row in
                guard run.apexSOA(name, row) != nil, !run.isInternal,
                    !run.zone.types.isDisjoint(with: TypeSet([.a, .aaaa, .cname])),
                    !run.zone.rows(of: name, type: .caa).contains(where: {
                        Authorization.restricts(run.zone.rdata(of: $0))
                    })
                else { return }
                run.report(
                    row: row,
                    Text(
                        en: "no CAA record with issue or issuewild stands here, so any authority may issue "
                            + "certificates; name yours",
                        id: "tidak ada CAA dengan issue atau issuewild di sini, jadi otoritas mana pun boleh "
                            + "menerbitkan sertifikat; sebutkan milik Anda"))
            }),
        Check(
            "CAA_CONTRADICTION", .warning, "RFC 8659 §4.2",
            Text(en: "CAA records contradict each other.", id: "Rekaman CAA saling bertentangan."),
            explanation: Text(
                en: """
                    Each record lets one more authority issue, so \";\", nobody, has no effect beside one that names \
                    an authority.
                    """,
                id: """
                    Tiap rekaman menambah satu otoritas, jadi \";\" (tidak siapa pun) tidak berpengaruh di samping \
                    yang menyebut otoritas.
                    """),
            bad: "@ CAA 0 issue \";\"\n@ CAA 0 issue \"ca.example.net\"",
            good: "@ CAA 0 issuewild \";\"\n@ CAA 0 issue \"ca.example.net\"",
            .set([.caa]) { run, name in
                guard run.zone.count(of: .caa, at: name) > 1, run.shape.standing(of: name) == .authoritative
                else { return }
                let rows = run.zone.rows(of: name, type: .caa)
                // The first record of each tag that names an issuer.
                var naming: [String: Int] = [:]
                var nobody: [(row: Int, tag: String)] = []
                for row in rows {
                    guard let property = Authorization(run.zone.rdata(of: row)) else { continue }
                    if property.namesNobody { nobody.append((row, property.tag)) }
                    if naming[property.tag] == nil, property.namesSomebody { naming[property.tag] = row }
                }
                for (row, tag) in nobody {
                    guard let other = naming[tag], run.hasRoom() else { continue }
                    let place = run.place(of: other, from: row)
                    run.report(
                        row: row,
                        Text(
                            en: """
                                “nobody may issue” has no effect: an issuer is named \(place.en); keep one or the \
                                other
                                """,
                            id: "“tidak siapa pun” tidak berpengaruh: penerbit disebut \(place.id); pilih salah satu"))
                }
            }),
    ]
}

/// A CAA record (RFC 8659 §4.1).
struct Authorization {
    static let knownTags: Set = [
        "issue", "issuewild", "issuemail", "issuevmc", "iodef", "contactemail", "contactphone",
    ]

    var isCritical: Bool
    /// In lower case: tags are compared without regard to it.
    var tag: String
    var value: [UInt8]

    /// Whether it is like most, of which there is nothing to say: `0 issue` or `0 issuewild`, and the value a domain.
    static func isUsual(_ rdata: UnsafeBufferPointer<UInt8>) -> Bool {
        guard let octets = rdata.baseAddress, rdata.count > 7, octets[0] == 0,
            Octets.areEqual(octets + 2, ("issue" as StaticString).utf8Start, 5)
        else { return false }
        let start = 2 + Int(octets[1])
        guard start == 7 || start == 11, start < rdata.count,
            start == 7 || Octets.areEqual(octets + 7, ("wild" as StaticString).utf8Start, 4)
        else { return false }
        var last = UInt8(ascii: ".")
        for at in start..<rdata.count {
            let octet = octets[at]
            // Within a label hyphens too.
            guard
                ASCII.isAlphanumeric(octet) || octet == UInt8(ascii: "-") && last != UInt8(ascii: ".")
                    || octet == UInt8(ascii: ".") && ASCII.isAlphanumeric(last)
            else { return false }
            last = octet
        }
        return ASCII.isAlphanumeric(last)
    }

    init?(_ rdata: UnsafeBufferPointer<UInt8>) {
        guard rdata.count > 2, rdata.count >= 2 + Int(rdata[1]) else { return nil }
        isCritical = rdata[0] & 0x80 != 0
        tag = String(decoding: rdata[2..<(2 + Int(rdata[1]))].map(ASCII.lowercased), as: UTF8.self)
        value = Array(rdata[(2 + Int(rdata[1]))...])
    }

    /// Whether a record's tag is one that says who may issue.
    static func restricts(_ rdata: UnsafeBufferPointer<UInt8>) -> Bool {
        Authorization(rdata).map { $0.tag == "issue" || $0.tag == "issuewild" } ?? false
    }

    private var namesIssuers: Bool { tag.hasPrefix("issue") && Self.knownTags.contains(tag) }

    /// The issuer's domain; empty for nobody.
    private var issuer: [UInt8] {
        value.prefix { $0 != UInt8(ascii: ";") }.filter { !TagList.isBlank($0) }
    }

    var namesNobody: Bool { namesIssuers && isValid && issuer.isEmpty }
    var namesSomebody: Bool { namesIssuers && isValid && !issuer.isEmpty }

    /// Whether the value is one of its tag's; those of unknown tags may be anything.
    var isValid: Bool {
        if tag == "iodef" {
            let text = String(decoding: value, as: UTF8.self)
            let isPlainURL =
                text.lowercased().hasPrefix("http://") && value.count > 7 && value.allSatisfy { 0x21...0x7E ~= $0 }
            return ReportURI.isMailbox(text) || ReportURI.isSecureURL(text) || isPlainURL
        }
        guard namesIssuers else { return true }
        let parts = value.split(separator: UInt8(ascii: ";"), omittingEmptySubsequences: false).map { part in
            let text = part.drop { TagList.isBlank($0) }
            return text.lastIndex { !TagList.isBlank($0) }.map { text[...$0] } ?? []
        }
        guard let domain = parts.first, domain.isEmpty || isDomain(domain) else { return false }
        // A mere blank or nothing at all names nobody as well (RFC 8659 §4.2).
        return parts.dropFirst().allSatisfy { $0.isEmpty || isParameter($0) }
    }

    private func isDomain(_ text: ArraySlice<UInt8>) -> Bool {
        text.split(separator: UInt8(ascii: "."), omittingEmptySubsequences: false).allSatisfy { label in
            guard let first = label.first, let last = label.last else { return false }
            return ASCII.isAlphanumeric(first) && ASCII.isAlphanumeric(last)
                && label.allSatisfy { ASCII.isAlphanumeric($0) || $0 == UInt8(ascii: "-") }
        }
    }

    private func isParameter(_ text: ArraySlice<UInt8>) -> Bool {
        guard let equals = text.firstIndex(of: UInt8(ascii: "=")) else { return false }
        let name = text[..<equals].filter { !TagList.isBlank($0) }
        let value = text[(equals + 1)...].drop { TagList.isBlank($0) }
        return !name.isEmpty && name.allSatisfy { ASCII.isAlphanumeric($0) || $0 == UInt8(ascii: "-") }
            && value.allSatisfy { 0x21...0x7E ~= $0 }
    }
}
