import RFC1035

extension Check {
    /// A delegation with a DS record above a signed zone, whose keys the key with this tag has signed.
    private static func signedBelow(with tag: String) -> String {
        let signature = "@ RRSIG DNSKEY 13 4 3600 20261231000000 20261101000000 \(tag) @ AAAA"
        return """
            ; zone example.go.id
            www2 NS ns1.example.net.
            www2 NS ns2.example.net.
            www2 DS 39559 13 2 D2D3366F98426D178C49499A09FA7289ECB6931E51B66115736642B05F81D7EE
            ; zone www2.example.go.id

            """ + SignedExample.changing(SignedExample.whole, "@ RRSIG DNSKEY", to: signature)
    }

    /// DS records beside the keys of the zone below.
    static let childKeyChecks: [Check] = [
        Check(
            "DS_MATCHES_NO_KEY", .error, "RFC 4035 §5",
            Text(
                en: "No DS record of a delegation is of a key of the zone below.",
                id: "Tidak ada DS pada delegasi yang cocok dengan kunci zona di bawahnya."),
            explanation: Text(
                en: """
                    Resolvers that verify refuse every name of the zone below, since none of its keys is the one that \
                    is vouched for. Take the DS records from the keys that the zone has, with dnssec-dsfromkey. \
                    Whether signatures are right is not computed here.
                    """,
                id: """
                    Resolver yang memverifikasi menolak semua nama di zona bawah, karena tidak satu pun kuncinya \
                    dijamin. Buat DS dari kunci yang ada di zona itu, dengan dnssec-dsfromkey. Kebenaran tanda tangan \
                    tidak dihitung di sini.
                    """),
            bad: delegated("@ DNSKEY 257 3 13 \(SignedExample.key)", ds: "1 13 2 \(SignedExample.digest)"),
            good: delegated(
                "@ DNSKEY 257 3 13 \(SignedExample.key)",
                ds: "39559 13 2 9EE37F30599C8EFF9E66F9C4853E41AFCD5469C45C1D9314953B39778027F584"),
            .zones { run in
                run.forEachChild { run, child, parent, cut in
                    let (above, below) = (run.members[parent].zone, run.members[child].zone)
                    // A zone without keys may be signed by its server on the way out.
                    guard let cut, let apex = below.apex, above.names[cut].types.contains(.ds),
                        below.names[apex].types.contains(.dnskey)
                    else { return }
                    let (keys, rows) = (below.keys(at: apex), above.rows(of: cut, type: .ds))
                    guard let first = rows.first,
                        rows.allSatisfy({ row in
                            keys.allSatisfy { above.isDigest(row, ofKey: $0, in: below, owner: apex) == false }
                        })
                    else { return }
                    let tags = keys.filter(\.isEntryPoint).map { "\($0.tag)" }.joined(separator: ", ")
                    run.report(
                        parent, row: first,
                        Text(
                            en: "no DS record here is of a key in \(run.text(of: child)) (key tags there: \(tags))",
                            id: "tidak ada DS di sini yang cocok dengan kunci di \(run.text(of: child)) (key tag "
                                + "di sana: \(tags))"
                        ))
                }
            }),
        Check(
            "DS_KEY_NOT_SIGNING", .error, ofAbsence: true, "RFC 4035 §5.2",
            Text(
                en: "The key that a DS record is of has not signed the keys of the zone below.",
                id: "Kunci yang dirujuk DS tidak menandatangani kunci-kunci zona di bawahnya."),
            explanation: Text(
                en: """
                    Resolvers begin at the DS record: the key that it is of must have signed the DNSKEY records, and \
                    through them it vouches for everything else. Without that signature every name of the zone below \
                    fails to verify. Sign that zone again with this key. It shows from key tags; signatures are not \
                    computed here.
                    """,
                id: """
                    Resolver mulai dari DS: kunci yang dirujuknya harus menandatangani rekaman DNSKEY, dan melalui itu \
                    menjamin semua yang lain. Tanpa tanda tangan itu, semua nama di zona bawah gagal diverifikasi. \
                    Tanda tangani lagi zona itu dengan kunci ini. Hal ini terlihat dari key tag; tanda tangan tidak \
                    dihitung di sini.
                    """),
            bad: signedBelow(with: "12345"), good: signedBelow(with: "39559"),
            .zones { run in
                run.forEachChild { run, child, parent, cut in
                    let (above, below) = (run.members[parent].zone, run.members[child].zone)
                    guard let cut, let apex = below.apex, above.names[cut].types.contains(.ds) else { return }
                    let signers = below.keySigners(at: apex)
                    // That there is no signature at all is said of the zone itself.
                    guard !signers.isEmpty else { return }
                    let rows = above.rows(of: cut, type: .ds)
                    let named = below.keys(at: apex).filter { key in
                        rows.contains { above.isDigest($0, ofKey: key, in: below, owner: apex) != false }
                    }
                    guard let first = named.first,
                        !named.contains(where: { signers.contains(UInt32($0.algorithm) << 16 | UInt32($0.tag)) })
                    else { return }
                    run.report(
                        child, row: first.row,
                        Text(
                            en: "the DS record in \(run.text(of: parent)) is of this key (tag \(first.tag)), which "
                                + "has not signed the DNSKEY records: nothing here verifies",
                            id: "DS di \(run.text(of: parent)) merujuk kunci ini (tag \(first.tag)), yang tidak "
                                + "menandatangani rekaman DNSKEY: tidak ada yang lolos verifikasi"))
                }
            }),
        Check(
            "DS_BUT_NO_KEY", .notice, "RFC 4035 §5",
            Text(
                en: "A delegation has a DS record, and the zone below has no keys in its file.",
                id: "Delegasi memiliki DS, tetapi zona di bawahnya tanpa kunci dalam berkasnya."),
            explanation: Text(
                en: """
                    A DS record says that the zone below is signed. Where the server signs it on the way out, its file \
                    has no DNSKEY record and all is well. Where nothing signs it, resolvers that verify reject the \
                    whole zone: remove the DS record, or sign the zone.
                    """,
                id: """
                    DS menyatakan bahwa zona di bawahnya bertanda tangan. Bila servernya yang menandatangani, \
                    berkasnya memang tanpa DNSKEY. Bila tidak ada yang menandatangani, resolver yang memverifikasi \
                    menolak seluruh zona: hapus DS-nya, atau tanda tangani zonanya.
                    """),
            bad: delegated("www A 192.0.2.81", ds: "39559 13 2 \(SignedExample.digest)"),
            good: delegated("www A 192.0.2.81"),
            .zones { run in
                run.forEachChild { run, child, parent, cut in
                    let (above, below) = (run.members[parent].zone, run.members[child].zone)
                    guard let cut, let apex = below.apex, !below.names[apex].types.contains(.dnskey),
                        let row = above.firstRow(of: .ds, at: cut)
                    else { return }
                    run.report(
                        parent, row: row,
                        Text(
                            en: "\(run.text(of: child)) has no DNSKEY record; if its server does not sign it, "
                                + "it does not resolve",
                            id: "\(run.text(of: child)) tanpa rekaman DNSKEY; bila servernya tidak "
                                + "menandatanganinya, zona itu tidak dapat diresolusi"))
                }
            }),
        Check(
            "CHILD_WITHOUT_DS", .notice, "RFC 4035 §2.4",
            Text(
                en: "A signed zone has no DS record in the zone above it.",
                id: "Zona bertanda tangan tanpa DS di zona atasnya."),
            explanation: Text(
                en: """
                    Without a DS record nobody verifies the signatures, and the work of signing is in vain. Add the DS \
                    record once the zone is signed on all its servers.
                    """,
                id: """
                    Tanpa DS tidak ada yang memverifikasi tanda tangannya, dan penandatanganan sia-sia. Tambahkan DS \
                    setelah zona bertanda tangan di semua servernya.
                    """),
            bad: "; zone example.go.id\nwww2 NS ns1.example.net.\nwww2 NS ns2.example.net.\n"
                + "; zone www2.example.go.id\n" + SignedExample.whole,
            good: signedBelow(with: "39559"),
            .zones { run in
                run.forEachChild { run, child, parent, cut in
                    let (above, below) = (run.members[parent].zone, run.members[child].zone)
                    guard let cut, !above.names[cut].types.contains(.ds), let row = above.firstRow(of: .ns, at: cut),
                        SignedZone(below, run.shapes[child], now: run.policy.now) != nil
                    else { return }
                    run.report(
                        parent, row: row,
                        Text(
                            en: "\(run.text(of: child)) is signed, but without a DS record here nobody verifies it",
                            id: "\(run.text(of: child)) bertanda tangan, tetapi tanpa DS di sini tidak diverifikasi"))
                }
            }),
    ]
}

extension Zone {
    /// Algorithm and key tag of each signature over the DNSKEY records at a name.
    fileprivate func keySigners(at name: Int) -> Set<UInt32> {
        guard names[name].types.contains(.rrsig) else { return [] }
        return Set(
            rows(of: name, type: .rrsig).map { rdata(of: $0) }
                .filter { $0.uint16(at: 0) == RecordType.dnskey.rawValue }
                .map { UInt32($0.uint8(at: 2)) << 16 | UInt32($0.uint16(at: 16)) })
    }
}
