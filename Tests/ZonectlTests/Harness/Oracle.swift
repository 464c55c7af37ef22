import Testing

/// Every peer that reads zone files accepts this one: the line a registry's CI would run, and Knot's checker.
func expectPeersAccept(_ file: String, zone: String, location: SourceLocation = #_sourceLocation) throws {
    let bind = try Tool.namedCheckzone(
        "-i", "local", "-k", "fail", "-m", "fail", "-M", "fail", "-n", "fail", "-S", "fail", zone, file)
    #expect(bind.status == 0, "\(bind)", sourceLocation: location)
    let nsd = try Tool.nsdCheckzone(zone, file)
    #expect(nsd.status == 0, "\(nsd)", sourceLocation: location)
    let knot = try Tool.kzonecheck("-o", zone, file)
    #expect(knot.status == 0, "\(knot)", sourceLocation: location)
}

/// The records of a zone file as BIND writes them out, one a line, sorted, without the SOA.
func recordsByBIND(_ file: String, zone: String) throws -> [String] {
    let output = try Tool.namedCompilezone(
        "-i", "none", "-k", "ignore", "-n", "ignore", "-m", "ignore", "-r", "ignore", "-f", "text", "-F", "text",
        "-s", "full", "-o", "-", zone, file)
    guard output.status == 0 else { throw HarnessError("\(output)") }
    return output.lines
        .filter { !$0.hasPrefix("zone ") && $0 != "OK" && !$0.hasPrefix("dns_") }
        .map { line in
            // Owners are compared as DNS does; BIND prints them as they were written.
            var words = line.split { $0 == " " || $0 == "\t" }.map(String.init)
            if let owner = words.first { words[0] = owner.lowercased() }
            return words.joined(separator: " ")
        }
        .filter { !$0.contains(" IN SOA ") }
        .sorted()
}

/// Whether `new` comes after `old` by RFC 1982.
func isLater(_ new: UInt32, than old: UInt32) -> Bool {
    let distance = new &- old
    return distance > 0 && distance < 1 << 31
}
