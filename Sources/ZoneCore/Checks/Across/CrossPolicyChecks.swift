import RFC1035

extension Check {
    /// Sender policies that include those of another of the zones.
    static let crossPolicyChecks: [Check] = [
        Check(
            "OTHER_ZONE_SPF_MISSING", .error, "RFC 7208 §5.2",
            Text(
                en: "A sender policy includes a name of another of the zones that has none.",
                id: "Kebijakan pengirim (SPF) menyertakan nama di zona lain yang tidak memilikinya."),
            explanation: Text(
                en: """
                    The zone that the included name belongs to is at hand too, and has no SPF record there. Receivers \
                    then reject the whole policy, not only that term. Correct the name, or give it a policy in the \
                    other zone.
                    """,
                id: """
                    Zona pemilik nama yang disertakan juga ada di sini, dan tidak memiliki rekaman SPF di sana. \
                    Penerima lalu menolak seluruh kebijakan, bukan hanya bagian itu. Perbaiki namanya, atau beri \
                    rekaman SPF di zona lain itu.
                    """),
            bad: """
                ; zone example.go.id
                www A 192.0.2.80
                ; zone dinkes.example
                @ TXT "v=spf1 include:_spf.example.go.id -all"
                """,
            good: """
                ; zone example.go.id
                _spf TXT "v=spf1 ip4:192.0.2.25 -all"
                ; zone dinkes.example
                @ TXT "v=spf1 include:_spf.example.go.id -all"
                """,
            .zones { run in
                run.forEachInclusion { number, row, wire, term in
                    let padded = wire + [0, 0, 0, 0, 0, 0, 0, 0]
                    let other = padded.withUnsafeBufferPointer { buffer in
                        buffer.baseAddress.flatMap { run.zone(holding: $0, wire.count) }
                    }
                    guard let other, other != number else { return }
                    var review = SPFReview(run.members[other].zone)
                    guard review.lacksPolicy(wire) else { return }
                    run.report(
                        number, row: row, at: .rdata(0),
                        Text(
                            en: "\(term): there is no SPF record in \(run.text(of: other)), so the whole policy fails",
                            id: "\(term): tidak ada rekaman SPF di \(run.text(of: other)), jadi seluruh kebijakan "
                                + "gagal"))
                }
            })
    ]
}

extension CrossZoneRun {
    /// Calls `body` with each term of a sender policy that leads to another policy.
    fileprivate func forEachInclusion(
        _ body: (_ zone: Int, _ row: Int, _ domain: [UInt8], _ term: String) -> Void
    ) {
        for number in numbers {
            let (zone, shape) = (members[number].zone, shapes[number])
            guard zone.types.contains(.txt) else { continue }
            for name in 0..<zone.nameCount
            where zone.names[name].types.contains(.txt) && shape.standing(of: name) == .authoritative {
                for row in zone.rows(of: name) where zone.records[Int(row)].type == RecordType.txt.rawValue {
                    // The shortest that includes something has more than twenty characters.
                    let rdata = zone.rdata(of: Int(row))
                    guard rdata.count > 20, rdata[1] | 0x20 == UInt8(ascii: "v") else { continue }
                    let text = zone.joinedText(of: Int(row))
                    guard SPF.isPolicy(text) else { continue }
                    let policy = SPF(text)
                    for term in policy.effectiveTerms where SPFReview.leadsToPolicy(term.kind) && !term.hasMacro {
                        guard let wire = SPFReview.wire(policy.text[term.domain]) else { continue }
                        body(number, Int(row), wire, policy.shown(term.range))
                    }
                }
            }
        }
    }
}
