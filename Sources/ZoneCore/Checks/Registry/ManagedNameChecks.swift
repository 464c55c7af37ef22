import RFC1035

/// What agencies' names lead to, and names that no agency asked for.
enum ManagedNameChecks {
    /// Findings about managed names still have the places of the assembled text.
    static func findings(_ assembly: ZoneAssembly, _ settings: ZoneSettings, policy: CheckPolicy) -> [Finding] {
        var findings = targets(assembly, settings)
        if policy.runs(.nameWithoutRequest) { findings += unrequested(assembly, settings) }
        return findings
    }

    // MARK: Targets

    private static func targets(_ assembly: ZoneAssembly, _ settings: ZoneSettings) -> [Finding] {
        let zone = assembly.zone
        var findings: [Finding] = []
        for row in assembly.firstManagedRow..<max(assembly.firstManagedRow, zone.store.count) {
            switch zone.records[row].type {
            case RecordType.a.rawValue, RecordType.aaaa.rawValue:
                // Glue is where the agency's servers are, and any network may have those.
                guard !settings.allowedNetworks.isEmpty, isAuthoritative(row, zone) else { continue }
                let address = IPAddress(uncheckedOctets: Array(zone.rdata(of: row)))
                let own = settings.redirector + settings.hosting.addresses
                guard !own.contains(address), !settings.allowedNetworks.contains(where: { $0.contains(address) }) else {
                    continue
                }
                findings.append(
                    finding(
                        .addressNotAllowed, row, zone,
                        Text(
                            en: "\(address) is in none of allowedNetworks", id: "\(address) tidak termasuk "
                                + "allowedNetworks")))
            case RecordType.cname.rawValue, RecordType.mx.rawValue, RecordType.ns.rawValue, RecordType.srv.rawValue:
                let rdata = zone.rdata(of: row)
                let offset = zone.targetOffset(of: row)
                guard let base = rdata.baseAddress, offset < rdata.count else { continue }
                let target = base + offset
                let length = WireName.length(target)
                guard !zone.holds(target, length) else { continue }
                let type = zone.records[row].type
                if type == RecordType.cname.rawValue, let (_, service) = claimable(target, length) {
                    let name = text(target, length)
                    findings.append(
                        finding(
                            .claimableTarget, row, zone,
                            Text(
                                en: "\(name) is a name at \(service) that anybody can claim once it is given up there",
                                id: "\(name) ialah nama di \(service) yang dapat diambil siapa saja begitu "
                                    + "dilepas di sana")))
                }
                if isInternal(target, length) {
                    let name = text(target, length)
                    findings.append(
                        finding(
                            .internalTarget, row, zone,
                            Text(
                                en: "\(name) exists on an internal network only; give a public host",
                                id: "\(name) hanya ada di jaringan internal; berikan host publik")))
                }
            default: continue
            }
        }
        return findings
    }

    private static func isAuthoritative(_ row: Int, _ zone: Zone) -> Bool {
        let owner = zone.arena + Int(zone.records[row].owner)
        guard let name = WireName.name(owner)
        else { return false }
        if case .records = zone.existence(of: name, seekingDescendants: false) { return true }
        return false
    }

    private static func text(_ wire: UnsafePointer<UInt8>, _ length: Int) -> String {
        WireName.name(wire, length)?.undotted ?? ""
    }

    private static func finding(_ check: Check, _ row: Int, _ zone: Zone, _ text: Text) -> Finding {
        let place = zone.store.location(of: row)
        let owner = zone.arena + Int(zone.records[row].owner)
        let name = WireName.name(owner)
        return Finding(check, file: place.file, line: place.line, column: 1, owner: name?.description, text)
    }

    /// The suffixes of ``ClaimableHosts`` in wire form.
    private static let claimableSuffixes: [[UInt8]: (suffix: String, service: String)] = Dictionary(
        ClaimableHosts.suffixes.compactMap { row in (try? Name(row.suffix)).map { ($0.wire, row) } },
        uniquingKeysWith: { first, _ in first })

    private static func claimable(
        _ wire: UnsafePointer<UInt8>, _ length: Int
    ) -> (suffix: String, service: String)? {
        var at = 0
        while wire[at] != 0 {
            let suffix = Array(UnsafeBufferPointer(start: wire + at, count: length - at))
            if let row = claimableSuffixes[suffix] { return row }
            at += Int(wire[at]) + 1
        }
        return nil
    }

    private static func isInternal(_ wire: UnsafePointer<UInt8>, _ length: Int) -> Bool {
        guard wire[0] != 0 else { return false }
        var starts: [Int] = []
        var at = 0
        while wire[at] != 0 {
            starts.append(at)
            at += Int(wire[at]) + 1
        }
        // A name of one label is one that a search list once completed.
        if starts.count == 1 { return true }
        return starts.suffix(2).contains { start in
            InternalDomain.domains.contains(text(wire + start, length - start))
        }
    }

    // MARK: Names

    /// Hosts in the static records that are neither the office's usual ones nor what its records point to.
    private static func unrequested(_ assembly: ZoneAssembly, _ settings: ZoneSettings) -> [Finding] {
        let zone = assembly.zone
        let shape = ZoneShape(zone)
        var used: Set<Int> = []
        let pointing: Set<UInt16> = [RecordType.ns.rawValue, RecordType.mx.rawValue, RecordType.srv.rawValue]
        for row in 0..<zone.store.count where pointing.contains(zone.records[row].type) {
            let rdata = zone.rdata(of: row)
            let offset = zone.targetOffset(of: row)
            guard let base = rdata.baseAddress, offset < rdata.count else { continue }
            if let index = zone.index(of: base + offset, WireName.length(base + offset)) { used.insert(index) }
        }
        let hosts = TypeSet([.a, .aaaa, .cname, .ns])
        var findings: [Finding] = []
        for index in 0..<zone.nameCount where !zone.names[index].types.isDisjoint(with: hosts) {
            let standing = shape.standing(of: index)
            guard standing == .authoritative || standing == .delegation, index != zone.apex, !used.contains(index),
                let row = zone.rows(of: index).first, Int(row) < assembly.firstManagedRow,
                assembly.request(of: index) == nil
            else { continue }
            let name = zone.name(at: index)
            let labels = name.labels.dropLast(zone.origin.labelCount)
            guard labels.count == 1, let label = labels.first, LabelRules.isHostLabel(Array(label)),
                ReservedLabels.reason(String(decoding: label, as: UTF8.self), settings: settings) == nil
            else { continue }
            findings.append(
                finding(
                    .nameWithoutRequest, Int(row), zone,
                    Text(
                        en: "no request is behind \(name.undotted); if an agency uses it, record it with zonectl add",
                        id: "tidak ada permohonan di balik \(name.undotted); bila dipakai perangkat daerah, "
                            + "catat dengan "
                            + "zonectl add")))
        }
        return findings
    }
}
