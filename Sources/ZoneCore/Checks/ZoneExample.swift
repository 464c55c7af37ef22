/// The few records of an explanation as a zone.
///
/// They stand in `example.go.id.`; a snippet without an SOA record of its own comes after one, two name servers, their
/// addresses, a sender policy, and two hosts: `www` and `mail`. One that begins with `$ORIGIN` is a whole file.
public enum ZoneExample {
    public static let origin = "example.go.id."

    public static func zone(_ records: String) -> String {
        if records.hasPrefix("$ORIGIN \(origin)\n") { return records + "\n" }
        let hasSOA = records.split(whereSeparator: \.isWhitespace).contains("SOA")
        return (hasSOA ? head : head + body) + records + "\n"
    }

    /// The zone that records stand in: the one they name with `$ORIGIN` on their first line, else ``origin``.
    public static func origin(of records: String) -> String {
        let words = records.split(separator: "\n").first?.split(whereSeparator: \.isWhitespace) ?? []
        return words.count > 1 && words[0] == "$ORIGIN" ? String(words[1]) : origin
    }

    static let soa = "@ SOA ns1 hostmaster 2026112001 10800 3600 1209600 3600"

    /// Records that have an SOA record, and the name servers that go with it.
    static func served(_ records: String = soa) -> String {
        "\(records)\n@ NS ns1\n@ NS ns2\nns1 A 192.0.2.53\nns2 A 198.51.100.53"
    }

    /// Records in a reverse zone: a whole file.
    static func reverse(_ records: String, in zone: String = "2.0.192.in-addr.arpa.") -> String {
        """
        $ORIGIN \(zone)
        @ SOA ns1.example.go.id. hostmaster.example.go.id. 2026112001 10800 3600 1209600 3600
        @ NS ns1.example.go.id.
        @ NS ns2.example.go.id.
        \(records)
        """
    }

    private static let head = "$ORIGIN \(origin)\n$TTL 3600\n"
    private static let body = """
        \(soa)
        @ NS ns1
        @ NS ns2
        @ TXT "v=spf1 mx -all"
        ns1 A 192.0.2.53
        ns2 A 198.51.100.53
        www A 192.0.2.80
        mail A 192.0.2.25

        """
}
