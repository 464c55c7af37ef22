import Foundation

#if canImport(Glibc)
    import Glibc
#elseif canImport(Musl)
    import Musl
#endif

/// A port of 127.0.0.1 that nobody uses now, for UDP and TCP.
func freePort() throws -> UInt16 {
    for _ in 0..<50 {
        let port = UInt16.random(in: 20000...60000)
        if canBind(port, SOCK_STREAM), canBind(port, SOCK_DGRAM) { return port }
    }
    throw HarnessError("no free port on 127.0.0.1")
}

private func canBind(_ port: UInt16, _ type: __socket_type) -> Bool {
    let descriptor = socket(AF_INET, Int32(type.rawValue) | Int32(SOCK_CLOEXEC.rawValue), 0)
    guard descriptor >= 0 else { return false }
    defer { close(descriptor) }
    var address = sockaddr_in()
    address.sin_family = sa_family_t(AF_INET)
    address.sin_port = port.bigEndian
    address.sin_addr.s_addr = UInt32(0x7f00_0001).bigEndian
    return withUnsafePointer(to: &address) {
        $0.withMemoryRebound(to: sockaddr.self, capacity: 1) {
            bind(descriptor, $0, socklen_t(MemoryLayout<sockaddr_in>.size)) == 0
        }
    }
}

/// What `dig` got.
struct Answer: CustomStringConvertible {
    let status: String
    let authoritative: Bool
    /// `owner TTL class type rdata`, blanks folded, sorted.
    let records: [String]
    let authority: [String]
    /// The rdata of each, sorted.
    var data: [String] {
        records.map { $0.split(separator: " ", maxSplits: 4).dropFirst(4).joined() }.sorted()
    }
    var description: String { "\(status) aa=\(authoritative) \(records) / \(authority)" }
}

/// A real `named` with a configuration of its own: loopback only, control channel, no root needed.
final class NameServer {
    let port: UInt16
    private let controlPort: UInt16
    private let directory: TemporaryDirectory
    private let process: RunningCommand

    /// Starts it with zones (name → zone file) and waits until it answers.
    ///
    /// - Parameter clauses: what each zone has in its configuration besides, such as `allow-update { any; };`.
    init(zones: [String: String], clauses: String = "") throws {
        directory = try TemporaryDirectory()
        port = try freePort()
        controlPort = try freePort()
        let key = Data((0..<32).map { _ in UInt8.random(in: 0...255) }).base64EncodedString()
        let keyClause = "key \"test\" { algorithm hmac-sha256; secret \"\(key)\"; };\n"
        let zoneClauses = zones.sorted { $0.key < $1.key }.map {
            "zone \"\($0.key)\" { type primary; file \"\($0.value)\"; \(clauses) };\n"
        }.joined()
        try writeFile(
            directory.path("named.conf"),
            keyClause + """
                options {
                  directory "\(directory.root)";
                  listen-on port \(port) { 127.0.0.1; };
                  listen-on-v6 { none; };
                  pid-file none;
                  session-keyfile none;
                  recursion no;
                  notify no;
                  dnssec-validation no;
                  allow-transfer { 127.0.0.1; };
                };
                controls { inet 127.0.0.1 port \(controlPort) allow { 127.0.0.1; } keys { "test"; }; };

                """ + zoneClauses)
        try writeFile(
            directory.path("rndc.conf"),
            keyClause + "options { default-server 127.0.0.1; default-port \(controlPort); default-key \"test\"; };\n")
        // A copy, because Debian's AppArmor profile binds /usr/sbin/named to /etc/bind and /var/cache/bind.
        let program = directory.path("named")
        // Copied by another process: one that is started elsewhere meanwhile would hold our descriptor (ETXTBSY).
        guard try run(["/bin/cp", try Tool.named.path(), program]).status == 0 else { throw HarnessError("cp named") }
        process = try RunningCommand([program, "-4", "-g", "-n", "1", "-c", directory.path("named.conf")])
        for _ in 0..<200 {
            if process.poll() { break }
            if process.output().errorText.contains("running\n"), try rndc("status").status == 0 { return }
            usleep(50_000)
        }
        let log = process.output()
        process.kill()
        throw HarnessError("named does not run: \(log)")
    }

    deinit { process.kill() }

    /// Everything it has logged.
    var log: String { process.output().errorText }

    func rndc(_ arguments: String...) throws -> Outcome {
        try run([try Tool.rndc.path(), "-c", directory.path("rndc.conf")] + arguments)
    }

    /// `rndc reload ZONE`, then waits until the server has the serial `expected`.
    func reload(_ zone: String, until expected: UInt32) throws {
        let output = try rndc("reload", zone)
        guard output.status == 0 else { throw HarnessError("\(output)") }
        for _ in 0..<200 {
            if try serial(zone) == expected { return }
            usleep(20_000)
        }
        throw HarnessError("named has serial \(try serial(zone)), not \(expected):\n\(log)")
    }

    /// The serial it answers for a zone.
    func serial(_ zone: String) throws -> UInt32 {
        let answer = try ask(zone, "SOA")
        let words = answer.data.first?.split(separator: " ") ?? []
        guard words.count == 7, let serial = UInt32(words[2]) else { throw HarnessError("no SOA: \(answer)\n\(log)") }
        return serial
    }

    func ask(_ name: String, _ type: String) throws -> Answer {
        let output = try Tool.dig(
            "@127.0.0.1", "-p", "\(port)", "+norecurse", "+tries=2", "+time=5", "+noall", "+comments", "+answer",
            "+authority", name, type)
        guard let status = output.text.firstMatch(of: #/status: ([A-Z]+)/#)?.1 else {
            throw HarnessError("\(output)")
        }
        var records: [String] = []
        var authority: [String] = []
        var inAuthority = false
        for line in output.lines {
            if line.hasPrefix(";; AUTHORITY") { inAuthority = true }
            if line.hasPrefix(";; ANSWER") { inAuthority = false }
            if line.hasPrefix(";") { continue }
            let folded = line.split { $0 == " " || $0 == "\t" }.joined(separator: " ")
            if inAuthority { authority.append(folded) } else { records.append(folded) }
        }
        let flags = output.text.firstMatch(of: #/flags: ([a-z ]*);/#)?.1.split(separator: " ") ?? []
        return Answer(
            status: String(status), authoritative: flags.contains("aa"), records: records.sorted(),
            authority: authority.sorted())
    }
}
