import RFC1035

/// What hosts outside the zone resolve to, as somebody looked it up: `dangling` itself asks no servers. Reads what
/// `dig` and `host` print, and plain lists:
///
///     web.example.net. 300 IN CNAME site.hosting.example.
///     www.example.net has address 192.0.2.1
///     www.example.net 192.0.2.1 2001:db8::1
///     gone.example.net NXDOMAIN
public struct ResolvedHosts: Sendable {
    /// Largest file that is read.
    public static let maximumBytes = 64 << 20

    private var addresses: [Name: [IPAddress]] = [:]
    private var aliases: [Name: Name] = [:]
    private var failures: [Name: String] = [:]

    /// What became of a host.
    public enum Outcome: Hashable, Sendable {
        /// Nothing is said about it.
        case unknown
        /// Its addresses, and the aliases on the way, the last one last.
        case resolved([IPAddress], by: [Name])
        /// `NXDOMAIN`, `SERVFAIL`, `NODATA`, and the aliases on the way.
        case failed(String, by: [Name])
    }

    /// Follows aliases.
    public func outcome(of host: Name) -> Outcome {
        var way: [Name] = []
        var here = host
        while way.count < 16 {
            if let found = addresses[here] { return .resolved(found, by: way) }
            if let failure = failures[here] { return .failed(failure, by: way) }
            guard let next = aliases[here] else { return way.isEmpty ? .unknown : .failed("NODATA", by: way) }
            way.append(next)
            here = next
        }
        return .failed("LOOP", by: way)
    }

    /// Reads a file; every line that says nothing known is a reason not to.
    public static func read(_ octets: [UInt8], path: String) throws(Failure) -> ResolvedHosts {
        var result = ResolvedHosts()
        var reasons: [Reason] = []
        var status: String?
        for (index, line) in octets.split(separator: 0x0A, omittingEmptySubsequences: false).enumerated() {
            let words = String(decoding: line, as: UTF8.self).split { $0 == " " || $0 == "\t" || $0 == "\r" }
                .map(String.init)
            guard let first = words.first, !first.hasPrefix("#") else { continue }
            if first.hasPrefix(";") {
                result.takeComment(words, &status)
            } else if !result.take(words), reasons.count < 20 {
                reasons.append(
                    Reason(
                        "RESOLVED_LINE", "\(path):\(index + 1)",
                        Text(
                            en: "is neither a line of dig or host nor HOST ADDRESS... or HOST NXDOMAIN",
                            id: "bukan baris dig atau host, bukan pula HOST ALAMAT... atau HOST NXDOMAIN")))
            }
        }
        guard reasons.isEmpty else { throw .refused(reasons) }
        return result
    }

    private static let statuses: Set<String> = ["NXDOMAIN", "SERVFAIL", "REFUSED", "NODATA", "TIMEOUT"]

    /// The head of an answer of `dig` says how it went, and the question, later, about what.
    private mutating func takeComment(_ words: [String], _ status: inout String?) {
        if let index = words.firstIndex(of: "status:"), words.indices.contains(index + 1) {
            let word = words[index + 1].filter { $0 != "," }
            status = Self.statuses.contains(word) ? word : nil
        } else if let failed = status, words.count == 3, words[1] == "IN", words[0] != ";",
            let host = try? Name(String(words[0].dropFirst()))
        {
            failures[host] = failed
            status = nil
        }
    }

    private mutating func take(_ words: [String]) -> Bool {
        // `Host gone.example.net not found: 3(NXDOMAIN)`
        if words.count >= 5, words[0] == "Host", words[2] == "not", words[3] == "found:", let host = try? Name(words[1])
        {
            failures[host] = Self.statuses.first { words[4].contains($0) } ?? "NXDOMAIN"
            return true
        }
        guard words.count >= 2, let host = try? Name(words[0]) else { return false }
        let rest = Array(words[1...])
        if rest.count == 1, Self.statuses.contains(rest[0].uppercased()) {
            failures[host] = rest[0].uppercased()
            return true
        }
        switch (rest[0], rest.count) {
        case ("has", 3): return takeAddress(rest[2], host)
        case ("has", 4) where rest[1] == "IPv6": return takeAddress(rest[3], host)
        // `has no AAAA record`, and what the host takes its mail by
        case ("has", _), ("mail", _): return true
        case ("is", 5) where rest[1...3] == ["an", "alias", "for"]: return takeAlias(rest[4], host)
        default: break
        }
        if !rest[0].isEmpty, rest[0].utf8.allSatisfy(ASCII.isDigit), rest.count >= 3 {
            let type = rest[1] == "IN" ? rest[2] : rest[1]
            guard let data = rest.last else { return false }
            switch type {
            case "A", "AAAA": return takeAddress(data, host)
            case "CNAME": return takeAlias(data, host)
            default: return true
            }
        }
        return rest.allSatisfy { takeAddress($0, host) }
    }

    private mutating func takeAddress(_ text: String, _ host: Name) -> Bool {
        guard let address = try? IPAddress(text) else { return false }
        if addresses[host]?.contains(address) != true { addresses[host, default: []].append(address) }
        return true
    }

    private mutating func takeAlias(_ text: String, _ host: Name) -> Bool {
        guard let alias = try? Name(text) else { return false }
        aliases[host] = alias
        return true
    }
}
