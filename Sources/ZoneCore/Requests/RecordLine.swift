import RFC1035

/// A line that `Provision` made.
struct RecordLine {
    let owner: Name
    let ttl: UInt32
    let type: String
    let rdata: Substring
    /// The host in the data, for types that have one.
    let host: Name?

    init?(_ line: String) {
        let parts = line.split(separator: " ", maxSplits: 4)
        guard parts.count == 5, let owner = try? Name(parts[0]), let ttl = UInt32(parts[1]) else { return nil }
        self.owner = owner
        self.ttl = ttl
        type = String(parts[3])
        rdata = parts[4]
        switch type {
        case "CNAME", "NS": host = try? Name(rdata)
        case "MX": host = rdata.split(separator: " ").last.flatMap { try? Name($0) }
        default: host = nil
        }
    }
}
