import RFC1035
import ZoneCore

/// Orders from a file, one JSON object a line, its members named as the options:
///
///     {"name":"dinkes","opd":"Dinas Kesehatan","letter":"440/1/2026","address":["192.0.2.10"],"www":true}
enum Batch {
    /// Most of a file that is read.
    static let maximumBytes = 256 << 20

    /// One line: an order, or why it is none.
    typealias Line = Result<NameOrder, BadLine>

    struct BadLine: Error {
        let number: Int
        let text: Text
        var reason: Reason {
            Reason("BATCH_LINE", "\(number)", text)
        }
    }

    /// Blank lines are skipped.
    static func lines(_ octets: [UInt8], _ action: NameOrder.Action) -> [Line] {
        var result: [Line] = []
        var number = 0
        var start = 0
        while start < octets.count {
            let end = octets[start...].firstIndex(of: 0x0A) ?? octets.count
            number += 1
            let line = Array(octets[start..<end])
            start = end + 1
            if line.allSatisfy({ $0 == 0x20 || $0 == 0x09 || $0 == 0x0D }) { continue }
            do throws(BadValue) {
                var order = try order(line, action)
                order.line = number
                result.append(.success(order))
            } catch {
                result.append(.failure(BadLine(number: number, text: error.text)))
            }
        }
        return result
    }

    private static func order(_ line: [UInt8], _ action: NameOrder.Action) throws(BadValue) -> NameOrder {
        guard let value = JSONValue(octets: line) else {
            let problem = JSONProblem.text(of: line)
            throw BadValue(en: problem.en, id: problem.id)
        }
        guard let members = value.object else { throw BadValue(en: "is not a JSON object", id: "bukan objek JSON") }
        var reader = MemberReader(members: members)
        var order = NameOrder(
            action: action, name: try reader.required("name"), opd: try reader.required("opd"),
            letter: try reader.required("letter"))
        order.letterDate = try reader.text("letterDate")
        if action == .add { order.overrideReason = try reader.text("override") }
        if action != .remove { try readTarget(&reader, &order.options, action) }
        try reader.finish()
        return order
    }

    private static func readTarget(
        _ reader: inout MemberReader, _ options: inout TargetOptions, _ action: NameOrder.Action
    ) throws(BadValue) {
        options.addresses = try reader.texts("address")
        options.cname = try reader.text("cname")
        options.url = try reader.text("url")
        options.delegate = try reader.texts("delegate")
        options.ds = try reader.texts("ds")
        switch reader.take("hosting") {
        case nil, .bool(false): break
        case .bool(true): options.hosting = .standard
        case .number(let digits): options.hosting = .gigabytes(digits)
        default: throw MemberReader.wrong("hosting", Text(en: "true or a number", id: "true atau bilangan"))
        }
        switch reader.take("mail") {
        case nil: break
        case .bool(false): options.withoutMail = action == .change
        case .bool(true): options.mail = .standard
        case .string(let host): options.mail = Target.MailOption(host: host)
        default: throw MemberReader.wrong("mail", Text(en: "true, false or a host", id: "true, false, atau host"))
        }
        switch reader.take("www") {
        case nil: break
        case .bool(let wanted):
            options.www = wanted
            options.withoutWWW = !wanted && action == .change
        default: throw MemberReader.wrong("www", Text(en: "true or false", id: "true atau false"))
        }
        switch reader.take("ttl") {
        case nil: break
        case .null: options.withoutTTL = action == .change
        case .number(let text), .string(let text): options.ttl = String(try Values.ttl(text))
        default: throw MemberReader.wrong("ttl", Text(en: "a number or a text", id: "bilangan atau teks"))
        }
    }
}

/// Takes members out of an object; what is left over at the end is a mistake.
private struct MemberReader {
    var members: [String: JSONValue]
    private var known: [String] = []

    init(members: [String: JSONValue]) { self.members = members }

    static func wrong(_ key: String, _ wanted: Text) -> BadValue {
        BadValue(en: "\"\(key)\" must be \(wanted.en)", id: "\"\(key)\" harus berupa \(wanted.id)")
    }

    mutating func take(_ key: String) -> JSONValue? {
        known.append(key)
        return members.removeValue(forKey: key)
    }

    mutating func text(_ key: String) throws(BadValue) -> String? {
        switch take(key) {
        case nil, .null: return nil
        case .string(let text): return text
        default: throw MemberReader.wrong(key, Text(en: "a text", id: "teks"))
        }
    }

    mutating func required(_ key: String) throws(BadValue) -> String {
        guard let text = try text(key) else {
            let hint = Suggestion.nearest(to: key, in: members.keys.sorted())
            throw BadValue(
                en: "\"\(key)\" is missing" + (hint.map { "; is it meant by \"\($0)\"?" } ?? ""),
                id: "\"\(key)\" tidak ada" + (hint.map { "; apakah \"\($0)\" yang dimaksud?" } ?? ""))
        }
        return text
    }

    /// A text, or a list of them.
    mutating func texts(_ key: String) throws(BadValue) -> [String] {
        let wanted = Text(en: "a text or a list of texts", id: "teks atau daftar teks")
        switch take(key) {
        case nil, .null: return []
        case .string(let text): return [text]
        case .array(let values):
            let texts = values.compactMap(\.string)
            guard texts.count == values.count else { throw MemberReader.wrong(key, wanted) }
            return texts
        default: throw MemberReader.wrong(key, wanted)
        }
    }

    func finish() throws(BadValue) {
        guard let unknown = members.keys.sorted().first else { return }
        let hint = Suggestion.nearest(to: unknown, in: known)
        throw BadValue(
            en: "unknown member \"\(unknown)\"" + (hint.map { "; did you mean \"\($0)\"?" } ?? ""),
            id: "anggota \"\(unknown)\" tidak dikenal" + (hint.map { "; maksud Anda \"\($0)\"?" } ?? ""))
    }
}
