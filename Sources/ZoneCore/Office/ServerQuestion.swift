#if canImport(Glibc)
    import Glibc
#elseif canImport(Musl)
    import Musl
#else
    import Darwin
#endif
import RFC1035

/// Asks one name server, at the address given and nowhere else, for records of one name and type (RFC 1035 §4), over
/// UDP and, where the answer does not fit, over TCP.
struct ServerQuestion {
    let address: IPAddress
    let port: UInt16

    struct Answer {
        /// RFC 1035 §4.1.1: 0 is no error, 3 no such name, 5 refused.
        var code: UInt8
        /// Data of the records of the type asked for, wherever in the answer they stand, as text to compare.
        var data: Set<String>
    }

    enum Problem: Error {
        case system(Int32)
        case silent
        case garbled
    }

    /// How long an answer is waited for, in milliseconds, and how often it is asked.
    private static let patience: Int32 = 2000
    private static let attempts = 3

    func ask(_ name: Name, _ type: UInt16) throws(Problem) -> Answer {
        let id = UInt16.random(in: 0...UInt16.max)
        var message: [UInt8] = [UInt8(id >> 8), UInt8(id & 0xFF), 0, 0, 0, 1, 0, 0, 0, 0, 0, 0]
        message += name.wire
        message += [UInt8(type >> 8), UInt8(type & 0xFF), 0, 1]
        var problem = Problem.silent
        for _ in 0..<ServerQuestion.attempts {
            do throws(Problem) {
                let reply = try exchange(message, SOCK_DGRAM)
                // The bit of an answer that was cut off (RFC 1035 §4.1.1, TC).
                let whole = reply.count > 2 && reply[2] & 2 != 0 ? try exchange(message, SOCK_STREAM) : reply
                guard let answer = ServerAnswer(whole, id: id, name: name, type: type).read() else {
                    problem = .garbled
                    continue
                }
                return answer
            } catch {
                problem = error
            }
        }
        throw problem
    }

    #if canImport(Glibc)
        private typealias SocketType = __socket_type
        private func number(_ type: SocketType) -> Int32 { Int32(type.rawValue) }
    #else
        private typealias SocketType = Int32
        private func number(_ type: SocketType) -> Int32 { type }
    #endif

    private func exchange(_ message: [UInt8], _ type: SocketType) throws(Problem) -> [UInt8] {
        let isStream = number(type) == number(SOCK_STREAM)
        let descriptor = socket(address.isIPv4 ? AF_INET : AF_INET6, number(type), 0)
        guard descriptor >= 0 else { throw .system(errno) }
        defer { close(descriptor) }
        _ = fcntl(descriptor, F_SETFD, FD_CLOEXEC)
        _ = fcntl(descriptor, F_SETFL, O_NONBLOCK)
        try connect(descriptor)
        if isStream { try wait(descriptor, POLLOUT) }
        let count = UInt16(truncatingIfNeeded: message.count)
        let octets = isStream ? [UInt8(count >> 8), UInt8(count & 0xFF)] + message : message
        let sent = octets.withUnsafeBytes { send(descriptor, $0.baseAddress, $0.count, Int32(MSG_NOSIGNAL)) }
        guard sent == octets.count else { throw .system(errno) }
        guard isStream else {
            try wait(descriptor, POLLIN)
            return try receive(descriptor, 65_535)
        }
        var got: [UInt8] = []
        while got.count < 2 || got.count < 2 + (Int(got[0]) << 8 | Int(got[1])) {
            try wait(descriptor, POLLIN)
            let piece = try receive(descriptor, 65_537)
            guard !piece.isEmpty else { throw .garbled }
            got += piece
        }
        return Array(got[2...])
    }

    private func connect(_ descriptor: Int32) throws(Problem) {
        let result: Int32
        if address.isIPv4 {
            var place = sockaddr_in()
            place.sin_family = sa_family_t(AF_INET)
            place.sin_port = port.bigEndian
            withUnsafeMutableBytes(of: &place.sin_addr) { $0.copyBytes(from: address.octets) }
            result = withUnsafePointer(to: place) { pointer in
                pointer.withMemoryRebound(to: sockaddr.self, capacity: 1) {
                    posixConnect(descriptor, $0, socklen_t(MemoryLayout<sockaddr_in>.size))
                }
            }
        } else {
            var place = sockaddr_in6()
            place.sin6_family = sa_family_t(AF_INET6)
            place.sin6_port = port.bigEndian
            withUnsafeMutableBytes(of: &place.sin6_addr) { $0.copyBytes(from: address.octets) }
            result = withUnsafePointer(to: place) { pointer in
                pointer.withMemoryRebound(to: sockaddr.self, capacity: 1) {
                    posixConnect(descriptor, $0, socklen_t(MemoryLayout<sockaddr_in6>.size))
                }
            }
        }
        guard result == 0 || errno == EINPROGRESS else { throw .system(errno) }
    }

    private func wait(_ descriptor: Int32, _ events: Int32) throws(Problem) {
        var waiting = pollfd(fd: descriptor, events: Int16(events), revents: 0)
        let ready = poll(&waiting, 1, ServerQuestion.patience)
        guard ready > 0 else { throw ready == 0 ? .silent : .system(errno) }
    }

    private func receive(_ descriptor: Int32, _ limit: Int) throws(Problem) -> [UInt8] {
        var buffer = [UInt8](repeating: 0, count: limit)
        let got = buffer.withUnsafeMutableBytes { recv(descriptor, $0.baseAddress, $0.count, 0) }
        guard got >= 0 else { throw .system(errno) }
        return Array(buffer[..<got])
    }
}

private func posixConnect(_ descriptor: Int32, _ address: UnsafePointer<sockaddr>, _ size: socklen_t) -> Int32 {
    connect(descriptor, address, size)
}

/// Reads a message that anybody may have sent: every length is checked.
private struct ServerAnswer {
    let octets: [UInt8]
    let id: UInt16
    let name: Name
    let type: UInt16

    init(_ octets: [UInt8], id: UInt16, name: Name, type: UInt16) {
        self.octets = octets
        self.id = id
        self.name = name
        self.type = type
    }

    private func word(_ at: Int) -> UInt16? {
        guard at >= 0, at + 1 < octets.count else { return nil }
        return UInt16(octets[at]) << 8 | UInt16(octets[at + 1])
    }

    func read() -> ServerQuestion.Answer? {
        guard octets.count >= 12, word(0) == id, octets[2] & 0x80 != 0, let questions = word(4), let answers = word(6),
            let authorities = word(8)
        else { return nil }
        var at = 12
        for _ in 0..<questions {
            guard readName(&at) != nil else { return nil }
            at += 4
        }
        var data: Set<String> = []
        for _ in 0..<(Int(answers) + Int(authorities)) {
            guard let owner = readName(&at), let found = word(at), let length = word(at + 8) else { return nil }
            let start = at + 10
            at = start + Int(length)
            guard at <= octets.count else { return nil }
            guard found == type, owner == name else { continue }
            guard let text = text(start, at) else { return nil }
            data.insert(text)
        }
        return ServerQuestion.Answer(code: octets[3] & 0x0F, data: data)
    }

    /// A name, compressed or not (RFC 1035 §4.1.4); pointers only lead backwards, so this ends.
    private func readName(_ at: inout Int) -> Name? {
        var wire: [UInt8] = []
        var place = at
        var end: Int?
        while place < octets.count {
            let length = Int(octets[place])
            if length >= 0xC0 {
                guard let pointer = word(place) else { return nil }
                if end == nil { end = place + 2 }
                let target = Int(pointer & 0x3FFF)
                guard target < place else { return nil }
                place = target
                continue
            }
            guard length < 64, place + length < octets.count, wire.count + length + 1 <= 255 else { return nil }
            wire += octets[place...(place + length)]
            place += length + 1
            if length == 0 {
                at = end ?? place
                return Name(wire: wire)
            }
        }
        return nil
    }

    private func text(_ start: Int, _ end: Int) -> String? {
        var at = start
        switch type {
        case 1, 28:
            guard end - start == (type == 1 ? 4 : 16) else { return nil }
            return IPAddress(uncheckedOctets: Array(octets[start..<end])).description
        case 2, 5: return readName(&at)?.description.lowercased()
        case 15:
            guard let preference = word(start) else { return nil }
            at = start + 2
            return readName(&at).map { "\(preference) \($0.description.lowercased())" }
        case 16:
            var text: [UInt8] = []
            while at < end {
                let length = Int(octets[at])
                guard at + length < end else { return nil }
                text += octets[(at + 1)..<(at + 1 + length)]
                at += length + 1
            }
            return String(decoding: text, as: UTF8.self)
        default: return nil
        }
    }
}

/// Whether a server answers as the register says.
public struct ServerCheck {
    private let question: ServerQuestion
    private let shown: String

    /// `IP` or `IP:PORT`, an IPv6 address with a port in brackets.
    public init(server text: String) throws(Failure) {
        let bad = Failure.usage(
            Text(
                en: "--server \(Shown.text(text)) is not an address such as 192.0.2.53 or 192.0.2.53:53",
                id: "--server \(Shown.text(text)) bukan alamat seperti 192.0.2.53 atau 192.0.2.53:53"))
        var host = text
        var port: UInt16 = 53
        if text.hasPrefix("["), let close = text.firstIndex(of: "]") {
            host = String(text[text.index(after: text.startIndex)..<close])
            let rest = text[text.index(after: close)...]
            if !rest.isEmpty {
                guard rest.hasPrefix(":"), let number = UInt16(rest.dropFirst()), number > 0 else { throw bad }
                port = number
            }
        } else {
            let parts = text.split(separator: ":", omittingEmptySubsequences: false)
            if parts.count == 2 {
                guard let number = UInt16(parts[1]), number > 0 else { throw bad }
                (host, port) = (String(parts[0]), number)
            }
        }
        guard let address = try? IPAddress(host) else { throw bad }
        question = ServerQuestion(address: address, port: port)
        shown = Shown.text(text)
    }

    private static let types: [String: UInt16] = ["A": 1, "NS": 2, "CNAME": 5, "MX": 15, "TXT": 16, "AAAA": 28]

    /// Asks for every record set of a name, and tells what is answered otherwise.
    public func reasons(_ name: ManagedName) -> [Reason] {
        struct RecordSet: Hashable {
            var owner: Name
            var type: String
        }
        var wanted: [RecordSet: Set<String>] = [:]
        for line in name.records.compactMap(RecordLine.init) where ServerCheck.types[line.type] != nil {
            let set = RecordSet(owner: line.owner, type: line.type)
            wanted[set, default: []].insert(
                line.type == "TXT"
                    ? TextRecord.text(ofRdata: line.rdata) ?? String(line.rdata) : line.rdata.lowercased())
        }
        let order = wanted.keys.sorted { ($0.owner, $0.type) < ($1.owner, $1.type) }
        var reasons: [Reason] = []
        for set in order {
            guard let type = ServerCheck.types[set.type], let data = wanted[set] else { continue }
            let subject = "\(set.owner.undotted) \(set.type)"
            do throws(ServerQuestion.Problem) {
                let answer = try question.ask(set.owner, type)
                if answer.data == data { continue }
                let code = answer.code
                let got = answer.data.isEmpty ? "-" : answer.data.sorted().joined(separator: ", ")
                let list = data.sorted().joined(separator: ", ")
                reasons.append(
                    Reason(
                        "SERVER_DIFFERS", subject,
                        Text(
                            en: "\(shown) answers \(Shown.text(got)) (code \(code)), the register has "
                                + "\(Shown.text(list)); render, and reload the server",
                            id: "\(shown) menjawab \(Shown.text(got)) (kode \(code)), register memuat "
                                + "\(Shown.text(list)); jalankan render dan muat ulang server")))
            } catch {
                reasons.append(Reason("SERVER_NO_ANSWER", subject, ServerCheck.text(error, shown)))
                // One that says nothing says nothing to the next question either.
                break
            }
        }
        return reasons
    }

    private static func text(_ problem: ServerQuestion.Problem, _ server: String) -> Text {
        switch problem {
        case .silent: Text(en: "\(server) does not answer", id: "\(server) tidak menjawab")
        case .garbled:
            Text(en: "\(server) answers with something that is no DNS message", id: "\(server) menjawab bukan pesan DNS")
        case .system(let number):
            Text(
                en: "\(server) cannot be asked: \(String(cString: strerror(number)))",
                id: "\(server) tidak dapat ditanyai: \(String(cString: strerror(number)))")
        }
    }
}
