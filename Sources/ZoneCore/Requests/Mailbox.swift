import RFC1035

/// Mailboxes at names of the zone: what is asked for, judged and brought into one form.
public enum Mailbox {
    /// Whether a text can stand in the To line of a message: an address as RFC 5321 §4.1.2 has it, without quotes.
    public static func isAddress(_ text: String) -> Bool {
        let parts = text.split(separator: "@", omittingEmptySubsequences: false)
        guard parts.count == 2, isLocalPart(parts[0]), text.utf8.count <= 254 else { return false }
        let domain = String(parts[1])
        guard let name = try? Name(domain), name.labelCount >= 2 else { return false }
        return name.labels.allSatisfy { LabelRules.isHostLabel(Array($0)) }
    }

    /// A dot-string (RFC 5321 §4.1.2) of at most 64 octets.
    static func isLocalPart(_ text: some StringProtocol) -> Bool {
        let octets = Array(text.utf8)
        guard 1...64 ~= octets.count, octets.first != UInt8(ascii: "."), octets.last != UInt8(ascii: ".") else {
            return false
        }
        var last: UInt8 = 0
        for octet in octets {
            if octet == UInt8(ascii: "."), last == octet { return false }
            guard ASCII.isAlphanumeric(octet) || "!#$%&'*+-/=?^_`{|}~.".utf8.contains(octet) else { return false }
            last = octet
        }
        return true
    }

    /// The whole address of what was asked for at `name`, in lower case; `nil` with the reason when it cannot be had.
    static func judge(_ text: String, at name: Name) -> (address: String?, reason: Reason?) {
        let parts = text.split(separator: "@", omittingEmptySubsequences: false)
        let shown = Shown.text(text)
        guard parts.count <= 2, let local = parts.first, isLocalPart(local) else {
            return (
                nil,
                Reason(
                    "MAILBOX_INVALID", shown,
                    Text(
                        en: "the part before @ has letters, digits and single dots or hyphens inside, at most 64",
                        id: "bagian sebelum @ berisi huruf, angka, serta titik atau tanda hubung tunggal di tengah, "
                            + "paling banyak 64"))
            )
        }
        let address = "\(local)@\(name.undotted)".lowercased()
        guard parts.count == 2 else { return (address, nil) }
        let domain = String(parts[1])
        if let given = try? Name(domain), given == name { return (address, nil) }
        let isNear = EditDistance.between(domain.lowercased(), name.undotted, limit: 4) <= 3
        let text =
            isNear
            ? Text(
                en: "is not at \(name.undotted), the name asked for; is \(address) meant?",
                id: "bukan di \(name.undotted), nama yang dimohonkan; maksudnya \(address)?")
            : Text(
                en: "is at another domain; mailboxes of this request stand at \(name.undotted)",
                id: "berada di domain lain; akun surel permohonan ini di \(name.undotted)")
        return (nil, Reason("MAILBOX_FOREIGN", shown, text))
    }
}
