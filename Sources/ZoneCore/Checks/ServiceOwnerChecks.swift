import RFC1035

extension Check {
    static let serviceOwnerChecks: [Check] = [
        Check(
            "SRV_OWNER", .warning, "RFC 2782; RFC 8552",
            Text(
                en: "An SRV record does not stand at a service.", id: "Rekaman SRV tidak berada pada nama layanan."),
            explanation: Text(
                en: """
                    Programs ask for SRV records at _service._protocol.domain, both with an underscore. At another \
                    name nobody finds them.
                    """,
                id: """
                    Program menanyakan rekaman SRV pada _layanan._protokol.domain, keduanya dengan garis bawah. Pada \
                    nama lain tidak akan ditemukan.
                    """),
            bad: "sip.tcp SRV 10 5 5060 www", good: "_sip._tcp SRV 10 5 5060 www",
            .record([.srv]) { run, name, row in
                guard !ServiceName.hasServicePair(run.zone.wire(of: name)), !run.isTargetOfScopedAlias(name),
                    run.hasRoom()
                else { return }
                run.report(
                    row: row,
                    Text(
                        en: "\(run.zone.name(at: name)) is no service; SRV records stand at names such as _sip._tcp",
                        id: "\(run.zone.name(at: name)) bukan nama layanan; SRV berada pada nama seperti _sip._tcp"))
            }),
        Check(
            "SRV_PORT_ZERO", .warning, "RFC 2782",
            Text(en: "An SRV record names port 0.", id: "Rekaman SRV menyebut porta 0."),
            explanation: Text(
                en: """
                    No service listens on port 0. Give its port, or the target “.” to say that there is no such \
                    service.
                    """,
                id: """
                    Tidak ada layanan pada porta 0. Tulis portanya, atau sasaran “.” untuk menyatakan layanan itu \
                    tidak ada.
                    """),
            bad: "_sip._tcp SRV 10 5 0 www", good: "_sip._tcp SRV 0 0 0 .",
            .record([.srv]) { run, _, row in
                let rdata = run.zone.rdata(of: row)
                guard rdata.count > 7, rdata[4] | rdata[5] == 0 else { return }
                run.report(
                    row: row,
                    Text(
                        en: "port 0; give the port of the service, or the target “.” if there is none",
                        id: "porta 0; tulis porta layanannya, atau sasaran “.” bila layanannya tidak ada"))
            }),
        Check(
            "SRV_NULL_NOT_ALONE", .error, "RFC 2782",
            Text(
                en: "A service is said not to exist, and to exist.",
                id: "Sebuah layanan dinyatakan tidak ada sekaligus ada."),
            explanation: Text(
                en: """
                    An SRV record with the target “.” says that there is no such service here; beside others it \
                    contradicts them.
                    """,
                id: """
                    Rekaman SRV dengan sasaran “.” berarti layanan itu tidak ada; di samping yang lain isinya \
                    bertentangan.
                    """),
            bad: "_sip._tcp SRV 0 0 0 .\n_sip._tcp SRV 10 5 5060 www", good: "_sip._tcp SRV 10 5 5060 www",
            .set([.srv]) { run, name in
                guard run.zone.names[name].types.contains(.srv) else { return }
                var (null, other): (Int?, Int?)
                for number in run.zone.rows(of: name) {
                    let record = run.zone.records[Int(number)]
                    guard record.type == RecordType.srv.rawValue else { continue }
                    // The root is one octet.
                    if record.rdataLength == 7 { null = null ?? Int(number) } else { other = other ?? Int(number) }
                }
                guard let null, let other else { return }
                let place = run.place(of: other, from: null)
                run.report(
                    row: null,
                    Text(
                        en: """
                            says that there is no such service, but another SRV record stands \(place.en); keep one or \
                            the other
                            """,
                        id: "menyatakan layanan ini tidak ada, tetapi ada SRV lain \(place.id); pilih salah satu"))
            }),
        Check(
            "URI_OWNER", .notice, "RFC 7553 §4.1",
            Text(en: "A URI record does not stand at a service.", id: "Rekaman URI tidak berada pada nama layanan."),
            explanation: Text(
                en: """
                    Programs ask for URI records at _service._protocol.domain; at a plain name hardly any looks for \
                    them.
                    """,
                id: """
                    Program menanyakan rekaman URI pada _layanan._protokol.domain; pada nama biasa hampir tidak ada \
                    yang mencari.
                    """),
            bad: "www URI 10 1 \"https://www.example.go.id/\"",
            good: "_http._tcp.www URI 10 1 \"https://www.example.go.id/\"",
            .record([.uri]) { run, name, row in
                let wire = run.zone.wire(of: name)
                guard wire[1] != UInt8(ascii: "_"), !ServiceName.hasServicePair(wire),
                    !run.isTargetOfScopedAlias(name), run.hasRoom()
                else { return }
                run.report(
                    row: row,
                    Text(
                        en: "\(run.zone.name(at: name)) is no service; URI records stand at names such as _http._tcp",
                        id: "\(run.zone.name(at: name)) bukan nama layanan; URI berada pada nama seperti _http._tcp"))
            }),
        Check(
            "HISTORIC_TYPE", .notice, "RFC 6895 §3.1",
            Text(en: "A record is of a type that is not used any more.", id: "Tipe rekaman ini sudah tidak dipakai."),
            explanation: Text(
                en: """
                    Servers still answer with it, but no program asks. What it says either has another place today, or \
                    none.
                    """,
                id: """
                    Server masih menjawabnya, tetapi tidak ada program yang bertanya. Isinya kini punya tempat lain, \
                    atau tidak perlu.
                    """),
            bad: "www WKS 192.0.2.80 TCP ( 80 )", good: "_http._tcp SRV 10 5 80 www",
            .record(obsoleteTypes) { run, name, row in
                let type = RecordType(rawValue: run.zone.records[row].type)
                guard run.zone.firstRow(of: type, at: name) == row else { return }
                // A policy that stands nowhere else is an error of its own.
                if type == .spf, SPF.isPolicy(run.zone.joinedText(of: row)), !run.hasText(at: name, SPF.isPolicy) {
                    return
                }
                guard run.hasRoom() else { return }
                run.report(
                    row: row,
                    Text(
                        en: "nothing asks for \(type) any more (\(type.row?.reference ?? "")); remove it",
                        id: "\(type) tidak pernah ditanyakan lagi (\(type.row?.reference ?? "")); hapus"))
            }),
    ]

    private static let obsoleteTypes = RecordTypeRow.all.filter { $0.traits.contains(.obsolete) }
        .map { RecordType(rawValue: $0.number) }
}

/// Names of services and ports (RFC 2782, RFC 6698 §3, RFC 8552).
enum ServiceName {
    /// Whether two labels in a row begin with underscores: `_service._protocol`. A wildcard counts for the first.
    ///
    /// SAFETY: `wire` is a whole name.
    static func hasServicePair(_ wire: UnsafePointer<UInt8>) -> Bool {
        var at = 0
        var isInFront = false
        while wire[at] != 0 {
            let first = wire[at &+ 1]
            let isScoped = first == UInt8(ascii: "_")
            if isScoped && isInFront { return true }
            isInFront = isScoped || (at == 0 && WireName.isWildcard(wire))
            at &+= Int(wire[at]) &+ 1
        }
        return false
    }

    /// Where in a name the host begins whose port it names, as in `_443._tcp.host`; `nil` for other names.
    ///
    /// SAFETY: `wire` is a whole name in lower case.
    static func hostOffset(_ wire: UnsafePointer<UInt8>) -> Int? {
        let port = UnsafeBufferPointer(start: wire + 1, count: Int(wire[0]))
        guard isPort(port) || WireName.isWildcard(wire) else { return nil }
        let at = Int(wire[0]) + 1
        guard isTransport(wire + at) else { return nil }
        return at + Int(wire[at]) + 1
    }

    private static func isTransport(_ label: UnsafePointer<UInt8>) -> Bool {
        WireName.isLabel(label, "_tcp") || WireName.isLabel(label, "_udp") || WireName.isLabel(label, "_sctp")
            || WireName.isLabel(label, "_dccp")
    }

    /// Whether a label says that what stands below it is for DANE records, `tlsa201._dane`.
    ///
    /// SAFETY: `wire` is a whole name in lower case.
    static func isDANE(_ wire: UnsafePointer<UInt8>) -> Bool {
        var at = 0
        while wire[at] != 0 {
            if WireName.isLabel(wire + at, "_dane") { return true }
            at += Int(wire[at]) + 1
        }
        return false
    }

    private static func isPort(_ label: UnsafeBufferPointer<UInt8>) -> Bool {
        guard label.first == UInt8(ascii: "_"), 2...6 ~= label.count, label.dropFirst().allSatisfy(ASCII.isDigit),
            label.count == 2 || label[1] != UInt8(ascii: "0")
        else { return false }
        return label.dropFirst().reduce(0) { $0 * 10 + Int($1 &- 48) } <= 65535
    }
}
