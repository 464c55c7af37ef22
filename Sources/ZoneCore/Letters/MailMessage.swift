/// A message to an agency, as a file that a mail program sends: RFC 5322, body in UTF-8 as it is (RFC 6532 is not
/// needed for it). The program itself sends nothing.
public struct MailMessage: Hashable, Sendable {
    /// A person or office with a mailbox.
    public struct Mailbox: Hashable, Sendable {
        public var name: String
        public var address: String

        /// `nil` when the address is none that can stand in a header as it is (RFC 5322 §3.4.1, without quoted local
        /// parts and domain literals).
        public init?(name: String, address: String) {
            guard Mailbox.isAddress(address) else { return nil }
            self.name = name
            self.address = address
        }

        static func isAddress(_ text: String) -> Bool {
            let parts = text.utf8.split(separator: UInt8(ascii: "@"), omittingEmptySubsequences: false)
            guard parts.count == 2, let local = parts.first, let domain = parts.last, text.utf8.count <= 254 else {
                return false
            }
            func isAtoms(_ part: Substring.UTF8View, _ others: String) -> Bool {
                part.split(separator: UInt8(ascii: "."), omittingEmptySubsequences: false).allSatisfy { atom in
                    !atom.isEmpty
                        && atom.allSatisfy {
                            48...57 ~= $0 || 65...90 ~= $0 || 97...122 ~= $0 || others.utf8.contains($0)
                        }
                }
            }
            return isAtoms(local, "!#$%&'*+-/=?^_`{|}~") && isAtoms(domain, "-")
        }
    }

    public var from: Mailbox?
    public var to: [Mailbox]
    public var subject: String
    public var date: Instant
    public var offset: UTCOffset
    /// Distinguishes the message from all others: the part before the `@`.
    public var id: String
    public var domain: String
    public var document: LetterDocument

    /// The file. Lines end with a line feed, as programs such as `sendmail -t` take them.
    public var text: String {
        var headers = ["Date: \(dateHeader)"]
        if let from { headers += MailMessage.header("From", [MailMessage.mailbox(from)], separator: ",") }
        headers += MailMessage.header("To", to.map(MailMessage.mailbox), separator: ",")
        headers += MailMessage.header("Subject", MailMessage.words(subject), separator: "")
        headers += [
            "Message-ID: <\(id)@\(domain)>", "MIME-Version: 1.0", "Content-Type: text/plain; charset=utf-8",
            "Content-Transfer-Encoding: 8bit", "Content-Language: id",
        ]
        return headers.map { $0 + "\n" }.joined() + "\n" + LetterTextWriter.text(document)
    }

    /// RFC 5322 §3.3
    private var dateHeader: String {
        let local = offset.local(date)
        let day = date.date(at: offset)
        let weekday = ["Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun"][OfficeHours.Weekday(day).rawValue]
        let months = ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"]
        func two(_ number: Int) -> String { number < 10 ? "0\(number)" : "\(number)" }
        let distance = Int(offset.seconds.magnitude)
        return "\(weekday), \(day.day) \(months[day.month - 1]) \(day.year) "
            + "\(two(local.hour)):\(two(local.minute)):\(two(local.second)) "
            + "\(offset.seconds < 0 ? "-" : "+")\(two(distance / 3600))\(two(distance / 60 % 60))"
    }

    private static func mailbox(_ mailbox: Mailbox) -> String {
        let name = LetterCharacters.shown(mailbox.name)
        guard !name.isEmpty else { return mailbox.address }
        let isPlain = name.utf8.allSatisfy { $0 < 0x80 }
        if !isPlain { return "\(words(name).joined(separator: " ")) <\(mailbox.address)>" }
        let isAtoms = name.utf8.allSatisfy { 48...57 ~= $0 || 65...90 ~= $0 || 97...122 ~= $0 || $0 == 32 || $0 == 45 }
        if isAtoms { return "\(name) <\(mailbox.address)>" }
        var quoted = ""
        for character in name.unicodeScalars {
            if character == "\"" || character == "\\" { quoted += "\\" }
            quoted.unicodeScalars.append(character)
        }
        return "\"\(quoted)\" <\(mailbox.address)>"
    }

    /// ASCII as it is, in words; anything else in encoded words (RFC 2047), each whole characters.
    private static func words(_ text: String) -> [String] {
        let text = LetterCharacters.shown(text)
        guard !text.utf8.allSatisfy({ $0 < 0x80 }) || text.contains("=?") else {
            return text.split(separator: " ").map(String.init)
        }
        var result: [String] = []
        var piece: [UInt8] = []
        for scalar in text.unicodeScalars {
            let octets = Array(String(scalar).utf8)
            // 75 characters at most, `=?utf-8?B?` and `?=` among them.
            if piece.count + octets.count > 42 {
                result.append("=?utf-8?B?\(base64(piece))?=")
                piece = []
            }
            piece += octets
        }
        if !piece.isEmpty { result.append("=?utf-8?B?\(base64(piece))?=") }
        return result
    }

    private static func base64(_ octets: [UInt8]) -> String {
        let alphabet = Array("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/".utf8)
        var result: [UInt8] = []
        for start in stride(from: 0, to: octets.count, by: 3) {
            let group = octets[start..<min(start + 3, octets.count)]
            let value = group.reduce(0) { $0 << 8 | Int($1) } << (8 * (3 - group.count))
            for index in 0...3 {
                let digit = alphabet[value >> (18 - 6 * index) & 63]
                result.append(index > group.count ? UInt8(ascii: "=") : digit)
            }
        }
        return String(decoding: result, as: UTF8.self)
    }

    /// A header, folded so that lines have at most 78 characters where the words allow it.
    private static func header(_ name: String, _ words: [String], separator: String) -> [String] {
        var lines: [String] = []
        var line = "\(name):"
        for (index, word) in words.enumerated() {
            let word = index + 1 < words.count ? word + separator : word
            if line.utf8.count + 1 + word.utf8.count > 78, line.utf8.count > name.utf8.count + 1 {
                lines.append(line)
                line = ""
            }
            line += " \(word)"
        }
        return lines + [line]
    }
}
