import RFC1035

extension Check {
    /// CDS and CDNSKEY: what a zone asks its parent to have as DS records (RFC 7344, RFC 8078).
    static let childSignerChecks: [Check] = [
        Check(
            "CDS_NOT_AT_APEX", .warning, "RFC 7344 §4.1",
            Text(
                en: "A CDS or CDNSKEY record stands below the apex.",
                id: "Rekaman CDS atau CDNSKEY berada di bawah puncak zona."),
            explanation: Text(
                en: """
                    Parents look for CDS and CDNSKEY records at the apex of the child zone, and below it nobody reads \
                    them, names that begin with _dsboot excepted (RFC 9615). For a delegation the record is DS.
                    """,
                id: """
                    Zona induk mencari rekaman CDS dan CDNSKEY di puncak zona anak; di bawahnya tidak ada yang \
                    membacanya, kecuali nama yang diawali _dsboot (RFC 9615). Untuk delegasi, rekamannya ialah DS.
                    """),
            bad: "www CDS 39559 13 2 \(SignedExample.digest)",
            good: SignedExample.delegation("39559 13 2 \(SignedExample.digest)"),
            .record([.cds, .cdnskey]) { run, name, row in
                let owner = run.zone.owner(of: name)
                guard name != run.zone.apex, !owner.starts(with: [7] + Array("_dsboot".utf8)) else { return }
                let type = RecordType(rawValue: run.zone.records[row].type)
                run.report(
                    row: row, at: .type,
                    Text(
                        en: "a \(type) record below the apex, where no parent looks; for a delegation it is DS",
                        id: "rekaman \(type) di bawah puncak, tempat yang tidak dibaca induk; untuk delegasi "
                            + "gunakan DS"))
            }),
        Check(
            "CDS_DELETE_NOT_ALONE", .error, refusedBy: .oneServer, "RFC 8078 §4; named check-dnskey consistency",
            Text(
                en: "A request to delete all DS records stands beside others.",
                id: "Permintaan menghapus semua DS berdampingan dengan permintaan lain."),
            explanation: Text(
                en: """
                    CDS 0 0 0 00 asks the parent to remove every DS record, the others ask it to have some: it cannot \
                    do both, and named refuses the zone. Keep one of the two. The same holds for CDNSKEY 0 3 0 AA==.
                    """,
                id: """
                    CDS 0 0 0 00 meminta induk menghapus semua rekaman DS, yang lain meminta agar DS ada: keduanya \
                    tidak dapat dipenuhi, dan named menolak zona ini. Simpan salah satu. Begitu pula CDNSKEY 0 3 0 \
                    AA==.
                    """),
            bad: "@ DNSKEY 257 3 13 \(SignedExample.key)\n@ CDS 0 0 0 00\n@ CDS 39559 13 2 \(SignedExample.digest)\n"
                + "@ CDNSKEY 257 3 13 \(SignedExample.key)",
            good: "@ DNSKEY 257 3 13 \(SignedExample.key)\n@ CDS 0 0 0 00\n@ CDNSKEY 0 3 0 AA==",
            .zone { run in
                for type in [RecordType.cds, .cdnskey] where run.zone.types.contains(type) {
                    let rows = run.zone.apex.map { run.zone.rows(of: $0, type: type) } ?? []
                    let deletions = rows.filter { run.zone.rdata(of: $0).isDeletion(type.rawValue) }
                    guard let deletion = deletions.first, deletions.count < rows.count else { continue }
                    run.report(
                        row: deletion, at: .type,
                        Text(
                            en: "asks the parent to delete all DS records, while other \(type) records ask for "
                                + "some; keep one",
                            id: "meminta induk menghapus semua DS, padahal rekaman \(type) lain memintanya; "
                                + "pilih salah satu"))
                }
            }),
        Check(
            "CDS_WITHOUT_DNSKEY", .error, refusedBy: .oneServer, ofAbsence: true,
            "RFC 7344 §4.1; named check-dnskey consistency",
            Text(
                en: "No DNSKEY record has the algorithm of a CDS or CDNSKEY record.",
                id: "Tidak ada DNSKEY dengan algoritma rekaman CDS atau CDNSKEY."),
            explanation: Text(
                en: """
                    CDS and CDNSKEY are to become the parent's DS records. With an algorithm that no key of the zone \
                    has, every name of the zone would fail to verify; named refuses such a zone. Publish the key \
                    first, or remove the record.
                    """,
                id: """
                    CDS dan CDNSKEY akan menjadi rekaman DS di induk. Dengan algoritma yang tidak dimiliki kunci mana \
                    pun, seluruh nama di zona gagal diverifikasi; named menolak zona seperti itu. Terbitkan kuncinya \
                    dahulu, atau hapus rekamannya.
                    """),
            bad: "@ CDS 39559 13 2 \(SignedExample.digest)\n@ CDNSKEY 257 3 13 \(SignedExample.key)",
            good: "@ DNSKEY 257 3 13 \(SignedExample.key)\n@ CDS 39559 13 2 \(SignedExample.digest)\n"
                + "@ CDNSKEY 257 3 13 \(SignedExample.key)",
            .zone { run in
                guard let request = ChildRequest(run.zone) else { return }
                for (row, algorithm) in request.algorithms
                where !request.keys.contains(where: { $0.algorithm == algorithm }) {
                    let type = RecordType(rawValue: run.zone.records[row].type)
                    run.report(
                        row: row, at: .type,
                        Text(
                            en: "the zone has no DNSKEY of algorithm \(AlgorithmText.of(algorithm)); "
                                + "named refuses it with this \(type)",
                            id: "zona tidak memiliki DNSKEY beralgoritma \(AlgorithmText.of(algorithm)); "
                                + "named menolaknya dengan \(type) ini"))
                }
            }),
        Check(
            "CDS_MATCHES_NO_KEY", .error, ofAbsence: true, "RFC 7344 §4.1",
            Text(
                en: "The CDS or CDNSKEY records are of none of the zone's keys.",
                id: "Rekaman CDS atau CDNSKEY tidak cocok dengan kunci zona mana pun."),
            explanation: Text(
                en: """
                    The parent would replace its DS records by these, and none of them leads to a key that the zone \
                    has: every name would fail to verify. A record for a key to come may stand beside one that is in \
                    use. Make them again from the keys at the apex, with dnssec-dsfromkey -C or by the signing server.
                    """,
                id: """
                    Induk akan mengganti DS-nya dengan rekaman ini, padahal tidak satu pun merujuk kunci yang ada di \
                    zona: semua nama gagal diverifikasi. Rekaman untuk kunci yang akan datang boleh ada di samping \
                    yang sedang dipakai. Buat lagi dari kunci di puncak zona, dengan dnssec-dsfromkey -C atau oleh \
                    server penanda tangan.
                    """),
            bad: "@ DNSKEY 257 3 13 \(SignedExample.key)\n"
                + "@ CDNSKEY 257 3 13 AAEAAg\(String(repeating: "A", count: 80))==\n"
                + "@ CDS 3 13 2 \(SignedExample.digest)",
            good: "@ DNSKEY 257 3 13 \(SignedExample.key)\n@ CDS 39559 13 2 \(SignedExample.digest)\n"
                + "@ CDNSKEY 257 3 13 \(SignedExample.key)",
            .zone { run in
                guard let request = ChildRequest(run.zone) else { return }
                for rows in [request.cds, request.cdnskeys.map(\.row)] {
                    guard let first = rows.first, rows.allSatisfy({ request.key(of: $0) == .none }),
                        request.keys.contains(where: { key in request.algorithms.contains { $0.1 == key.algorithm } })
                    else { continue }
                    let type = RecordType(rawValue: run.zone.records[first].type)
                    run.report(
                        row: first,
                        Text(
                            en: "no \(type) record is of a key at the apex; as DS records they would break the zone",
                            id: "tidak ada rekaman \(type) yang cocok dengan kunci di puncak; sebagai DS, zona "
                                + "akan rusak"))
                    return
                }
            }),
        Check(
            "CDS_AND_CDNSKEY_DIFFER", .error, ofAbsence: true, "RFC 7344 §4",
            Text(
                en: "CDS and CDNSKEY records ask for different keys.", id: "CDS dan CDNSKEY meminta kunci yang "
                    + "berbeda."),
            explanation: Text(
                en: """
                    A parent takes the one or the other, so both must say the same. Make them again from the same keys.
                    """,
                id: """
                    Induk mengambil salah satunya, jadi keduanya harus sama. Buat lagi keduanya dari kunci yang sama.
                    """),
            bad: "@ DNSKEY 257 3 13 \(SignedExample.key)\n"
                + "@ DNSKEY 257 3 13 AAEAAg\(String(repeating: "A", count: 80))==\n"
                + "@ CDS 39559 13 2 \(SignedExample.digest)\n"
                + "@ CDNSKEY 257 3 13 AAEAAg\(String(repeating: "A", count: 80))==",
            good: "@ DNSKEY 257 3 13 \(SignedExample.key)\n@ CDS 39559 13 2 \(SignedExample.digest)\n"
                + "@ CDNSKEY 257 3 13 \(SignedExample.key)",
            .zone { run in
                guard let request = ChildRequest(run.zone), !request.cds.isEmpty, !request.cdnskeys.isEmpty,
                    let apex = run.zone.apex
                else { return }
                let zone = run.zone
                for row in request.cds
                where request.cdnskeys.allSatisfy({ zone.isDigest(row, ofKey: $0, in: zone, owner: apex) == false }) {
                    run.report(
                        row: row,
                        Text(
                            en: "no CDNSKEY record is of the key with this digest; both must ask for the same",
                            id: "tidak ada CDNSKEY dari kunci dengan digest ini; keduanya harus meminta hal yang sama"))
                }
                for key in request.cdnskeys
                where request.cds.allSatisfy({ zone.isDigest($0, ofKey: key, in: zone, owner: apex) == false }) {
                    run.report(
                        row: key.row,
                        Text(
                            en: "no CDS record is the digest of this key (tag \(key.tag)); both must ask for the same",
                            id: "tidak ada CDS dengan digest kunci ini (tag \(key.tag)); keduanya harus meminta "
                                + "hal yang sama"))
                }
            }),
        Check(
            "CDS_ALONE", .notice, ofAbsence: true, "RFC 7344 §4",
            Text(
                en: "CDS records stand without CDNSKEY, or the other way round.",
                id: "CDS ada tanpa CDNSKEY, atau sebaliknya."),
            explanation: Text(
                en: """
                    Some parents read CDS, others CDNSKEY. A zone that has one only is not understood by all; \
                    publish both.
                    """,
                id: """
                    Sebagian induk membaca CDS, yang lain CDNSKEY. Zona yang hanya memiliki salah satu tidak dipahami \
                    semua; terbitkan keduanya.
                    """),
            bad: "@ DNSKEY 257 3 13 \(SignedExample.key)\n@ CDS 39559 13 2 \(SignedExample.digest)",
            good: "@ DNSKEY 257 3 13 \(SignedExample.key)\n@ CDS 39559 13 2 \(SignedExample.digest)\n"
                + "@ CDNSKEY 257 3 13 \(SignedExample.key)",
            .zone { run in
                guard let apex = run.zone.apex else { return }
                let types = run.zone.names[apex].types
                guard types.contains(.cds) != types.contains(.cdnskey) else { return }
                let (there, lacking): (RecordType, RecordType) =
                    types.contains(.cds) ? (.cds, .cdnskey) : (.cdnskey, .cds)
                guard let row = run.zone.firstRow(of: there, at: apex) else { return }
                run.report(
                    row: row,
                    Text(
                        en: "\(there) without \(lacking): some parents read the one, some the other; publish both",
                        id: "\(there) tanpa \(lacking): sebagian induk membaca yang satu, sebagian yang lain; "
                            + "terbitkan keduanya"
                    ))
            }),
    ]
}

/// What a zone asks its parent for, requests to delete left out.
private struct ChildRequest {
    let zone: Zone
    let apex: Int
    let keys: [ZoneKey]
    let cds: [Int]
    let cdnskeys: [ZoneKey]

    /// `nil` where it asks for nothing.
    init?(_ zone: Zone) {
        guard zone.types.contains(.cds) || zone.types.contains(.cdnskey), let apex = zone.apex else { return nil }
        (self.zone, self.apex) = (zone, apex)
        keys = zone.keys(at: apex)
        cds = zone.rows(of: apex, type: .cds).filter { !zone.rdata(of: $0).isDeletion(RecordType.cds.rawValue) }
        cdnskeys = zone.keys(at: apex, type: .cdnskey).filter {
            !zone.rdata(of: $0.row).isDeletion(RecordType.cdnskey.rawValue)
        }
        if cds.isEmpty && cdnskeys.isEmpty { return nil }
    }

    /// The rows with their algorithms.
    var algorithms: [(Int, UInt8)] {
        cds.map { ($0, zone.rdata(of: $0).uint8(at: 2)) } + cdnskeys.map { ($0.row, $0.algorithm) }
    }

    enum Match { case none, some, unknown }

    /// Whether a CDS or CDNSKEY record is of one of the keys.
    func key(of row: Int) -> Match {
        if zone.records[row].type == RecordType.cdnskey.rawValue {
            return keys.contains { zone.rdata(of: $0.row).elementsEqual(zone.rdata(of: row)) } ? .some : .none
        }
        let answers = keys.map { zone.isDigest(row, ofKey: $0, in: zone, owner: apex) }
        return answers.contains(true) ? .some : answers.contains(nil) ? .unknown : .none
    }
}
