import RFC1035

/// Names of the register whose records are not in a rendered file that somebody has changed.
enum VanishedNames {
    static func findings(in zone: Zone, file: String, _ register: RegisterSnapshot) throws -> [Finding] {
        // What was added after the last rendering is not to be expected in it.
        guard let rendered = try register.lastRenderedSequence() else { return [] }
        var suspects: [Name] = []
        try register.forEachRawName { managed in
            var isThere = true
            managed.forEachRecord { line in
                let end = line.firstIndex { $0 == 0x20 || $0 == 0x09 } ?? line.endIndex
                if let owner = try? Name(octets: Array(line[..<end])), zone.index(of: owner) == nil { isThere = false }
            }
            if !isThere, let name = try? Name(octets: Array(managed.name)) { suspects.append(name) }
        }
        var findings: [Finding] = []
        for name in suspects.sorted() {
            guard let event = try register.event(of: name), event.sequence < rendered, let managed = event.name else {
                continue
            }
            findings.append(
                Finding(
                    .requestVanished, file: file, owner: name.description,
                    Text(
                        en: "the records of \(name) (request \(managed.request), \(managed.opd)) are not in this "
                            + "file any "
                            + "more; render the zone again",
                        id: "rekaman \(name) (permohonan \(managed.request), \(managed.opd)) tidak ada lagi di "
                            + "berkas ini; "
                            + "render lagi zonanya")))
        }
        return findings
    }
}
