import RFC1035

extension Check {
    static let rewriteChecks: [Check] = [
        Check(
            "NAPTR_FLAGS", .warning, "RFC 2915 §2; RFC 3403 §4.1",
            Text(en: "A NAPTR record has unknown flags.", id: "Rekaman NAPTR memuat flag yang tidak dikenal."),
            explanation: Text(
                en: """
                    The flag says what comes next: S an SRV lookup, A an address, U a URI, P what the protocol says; \
                    without one another NAPTR. There is one at most, and programs skip records with others.
                    """,
                id: """
                    Flag menyatakan langkah berikutnya: S kueri SRV, A alamat, U sebuah URI, P menurut protokolnya; \
                    tanpa flag berarti NAPTR lagi. Paling banyak satu, dan rekaman dengan flag lain dilewati.
                    """),
            bad: "sip NAPTR 10 10 \"x\" \"SIP+D2U\" \"\" _sip._udp\n_sip._udp SRV 0 0 5060 www",
            good: "sip NAPTR 10 10 \"s\" \"SIP+D2U\" \"\" _sip._udp\n_sip._udp SRV 0 0 5060 www",
            .record([.naptr]) { run, _, row in
                guard let rule = Rewriting(run.zone.rdata(of: row)), !rule.flags.isEmpty else { return }
                guard rule.flags.count > 1 || !"saup".utf8.contains(rule.flag) else { return }
                let shown = Shown.text(String(decoding: rule.flags, as: UTF8.self))
                run.report(
                    row: row,
                    Text(
                        en: "“\(shown)”: the flag is one of S, A, U and P, or none",
                        id: "“\(shown)”: flag salah satu dari S, A, U, dan P, atau kosong"))
            }),
        Check(
            "NAPTR_RESULT", .warning, "RFC 3403 §4.1",
            Text(
                en: "A NAPTR record has two results, or none.",
                id: "Rekaman NAPTR memberi dua hasil, atau tidak satu pun."),
            explanation: Text(
                en: """
                    A rule gives either a substitution or a replacement: with a substitution the replacement is “.”, \
                    with a replacement the substitution is "". The flag U needs a substitution. Programs skip records \
                    that are otherwise.
                    """,
                id: """
                    Aturan memberi substitusi atau pengganti: bila ada substitusi, penggantinya “.”; bila ada \
                    pengganti, substitusinya "". Flag U memerlukan substitusi. Program melewati rekaman yang tidak \
                    demikian.
                    """),
            bad: "sip NAPTR 10 10 \"u\" \"E2U+sip\" \"!^.*$!sip:info@example.go.id!\" www",
            good: "sip NAPTR 10 10 \"u\" \"E2U+sip\" \"!^.*$!sip:info@example.go.id!\" .",
            .record([.naptr]) { run, _, row in
                guard let rule = Rewriting(run.zone.rdata(of: row)) else { return }
                let hasReplacement = rule.replacement.count > 1
                let message: Text
                if rule.hasRegexp && hasReplacement {
                    message = Text(
                        en: "a substitution and a replacement exclude each other: write \"\" or “.” for one of them",
                        id: "substitusi dan pengganti tidak boleh bersamaan: tulis \"\" atau “.” untuk salah satunya")
                } else if !rule.hasRegexp && !hasReplacement {
                    message = Text(
                        en: "neither a substitution nor a replacement, so the rule leads nowhere",
                        id: "tanpa substitusi dan tanpa pengganti, jadi aturan ini tidak menuju ke mana pun")
                } else if rule.flag == UInt8(ascii: "u") && !rule.hasRegexp {
                    message = Text(
                        en: "the flag U asks for a substitution that makes a URI, and there is none",
                        id: "flag U meminta substitusi yang menghasilkan URI, tetapi tidak ada")
                } else {
                    return
                }
                run.report(row: row, message)
            }),
        Check(
            "NAPTR_TARGET_MISSING", .error, ofAbsence: true, "RFC 3403 §4.1",
            Text(
                en: "A NAPTR record leads to a name of the zone that has not what it asks for.",
                id: "Rekaman NAPTR menuju nama dalam zona yang tidak memiliki yang diminta."),
            explanation: Text(
                en: """
                    With the flag S the replacement needs SRV records, with A an address. Add them, or correct the \
                    name.
                    """,
                id: """
                    Dengan flag S pengganti memerlukan rekaman SRV, dengan A memerlukan alamat. Tambahkan, atau \
                    perbaiki namanya.
                    """),
            bad: "sip NAPTR 10 10 \"s\" \"SIP+D2U\" \"\" _sip._udp",
            good: "sip NAPTR 10 10 \"s\" \"SIP+D2U\" \"\" _sip._udp\n_sip._udp SRV 0 0 5060 www",
            .record([.naptr]) { run, _, row in
                let rdata = run.zone.rdata(of: row)
                guard let rule = Rewriting(rdata), rule.replacement.count > 1, rule.flags.count < 2 else { return }
                let offset = rule.replacement.lowerBound
                let lead = run.lead(of: row, nameAt: offset)
                let isMissing: Bool
                switch (rule.flag, lead) {
                case (_, .missing), (UInt8(ascii: "a"), .noAddress): isMissing = true
                case (UInt8(ascii: "s"), .noAddress), (UInt8(ascii: "s"), .address):
                    let types = run.nameTarget(of: row, nameAt: offset).map { run.zone.names[$0].types }
                    isMissing = types.map { !$0.contains(.srv) } ?? false
                default: isMissing = false
                }
                guard isMissing, !run.isReportedFault(of: row, nameAt: offset), run.hasRoom() else { return }
                let target = run.target(of: row, nameAt: offset)
                let wanted = rule.flag == UInt8(ascii: "s") ? "SRV" : rule.flag == UInt8(ascii: "a") ? "A/AAAA" : ""
                run.report(
                    row: row, at: run.zone.targetPart(of: row),
                    wanted.isEmpty
                        ? Text(
                            en: "\(target) is in this zone and does not exist",
                            id: "\(target) berada di zona ini dan tidak ada")
                        : Text(
                            en: "\(target) is in this zone and has no \(wanted) record, which the flag asks for",
                            id: "\(target) berada di zona ini dan tidak memiliki rekaman \(wanted) yang diminta flag"))
            }),
    ]
}

/// The parts of a NAPTR record's RDATA (RFC 3403 §4.1).
private struct Rewriting {
    let flags: Slice<UnsafeBufferPointer<UInt8>>
    let hasRegexp: Bool
    let replacement: Range<Int>

    /// The only flag, in lower case; 0 for none.
    var flag: UInt8 { flags.first.map(ASCII.lowercased) ?? 0 }

    init?(_ rdata: UnsafeBufferPointer<UInt8>) {
        let services = rdata.endOfStrings(1, at: 4)
        let regexp = rdata.endOfStrings(1, at: services)
        let name = rdata.endOfStrings(1, at: regexp)
        guard name < rdata.count else { return nil }
        flags = rdata[5..<services]
        hasRegexp = name - regexp > 1
        replacement = name..<rdata.count
    }
}
