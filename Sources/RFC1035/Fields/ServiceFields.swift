// Well-known services (RFC 1035 §3.4.2): a protocol and a bit map of its ports.

/// Names of protocols and services, the same on every machine: `/etc/protocols` and `/etc/services` are not read.
enum InternetService {
    /// IANA "Assigned Internet Protocol Numbers".
    static let protocols: [(text: StaticString, number: UInt8)] = [
        ("icmp", 1), ("igmp", 2), ("ggp", 3), ("ipencap", 4), ("st", 5), ("tcp", 6), ("egp", 8), ("igp", 9),
        ("pup", 12), ("udp", 17), ("hmp", 20), ("xns-idp", 22), ("rdp", 27), ("iso-tp4", 29), ("dccp", 33),
        ("xtp", 36), ("ddp", 37), ("ipv6", 41), ("idrp", 45), ("rsvp", 46), ("gre", 47), ("esp", 50), ("ah", 51),
        ("skip", 57), ("ipv6-icmp", 58), ("rspf", 73), ("vmtp", 81), ("eigrp", 88), ("ospf", 89), ("ax.25", 93),
        ("ipip", 94), ("etherip", 97), ("encap", 98), ("pim", 103), ("ipcomp", 108), ("vrrp", 112), ("l2tp", 115),
        ("isis", 124), ("sctp", 132), ("fc", 133), ("udplite", 136),
    ]

    /// Which transports a service is known for.
    enum Transport { case tcp, udp, both }

    static let tcp: UInt8 = 6
    static let udp: UInt8 = 17

    /// IANA "Service Name and Transport Protocol Port Number Registry", the names that WKS records were made for
    /// and those of today's common services, with the aliases that machines know.
    static let services: [(text: StaticString, port: UInt16, transport: Transport)] = [
        ("tcpmux", 1, .tcp), ("rje", 5, .both), ("echo", 7, .both), ("discard", 9, .both), ("sink", 9, .both),
        ("null", 9, .both), ("systat", 11, .tcp), ("users", 11, .tcp), ("daytime", 13, .both),
        ("netstat", 15, .tcp), ("qotd", 17, .tcp), ("quote", 17, .tcp), ("chargen", 19, .both),
        ("ttytst", 19, .both), ("source", 19, .both), ("ftp-data", 20, .tcp), ("ftp", 21, .tcp), ("fsp", 21, .udp),
        ("ssh", 22, .tcp), ("telnet", 23, .tcp), ("smtp", 25, .tcp), ("mail", 25, .tcp), ("nsw-fe", 27, .both),
        ("msg-icp", 29, .both), ("msg-auth", 31, .both), ("dsp", 33, .both), ("time", 37, .both),
        ("timserver", 37, .both), ("rlp", 39, .both), ("graphics", 41, .both), ("nameserver", 42, .both),
        ("nicname", 43, .tcp), ("whois", 43, .tcp), ("mpm-flags", 44, .both), ("mpm", 45, .both),
        ("mpm-snd", 46, .both), ("ni-ftp", 47, .both), ("login", 49, .both), ("tacacs", 49, .both),
        ("la-maint", 51, .both), ("domain", 53, .both), ("isi-gl", 55, .both), ("ni-mail", 61, .both),
        ("via-ftp", 63, .both), ("tacacs-ds", 65, .both), ("bootps", 67, .both), ("bootpc", 68, .both),
        ("tftp", 69, .udp), ("gopher", 70, .tcp), ("netrjs-1", 71, .both), ("netrjs-2", 72, .both),
        ("netrjs-3", 73, .both), ("netrjs-4", 74, .both), ("finger", 79, .tcp), ("http", 80, .tcp),
        ("www", 80, .tcp), ("hosts2-ns", 81, .both), ("su-mit-tg", 89, .both), ("mit-dov", 91, .both),
        ("dcp", 93, .both), ("kerberos", 88, .both), ("kerberos5", 88, .both), ("krb5", 88, .both),
        ("kerberos-sec", 88, .both), ("supdup", 95, .both), ("swift-rvf", 97, .both), ("tacnews", 98, .both),
        ("metagram", 99, .both), ("hostname", 101, .both), ("hostnames", 101, .both), ("iso-tsap", 102, .both),
        ("tsap", 102, .both), ("x400", 103, .both), ("x400-snd", 104, .both), ("csnet-ns", 105, .both),
        ("rtelnet", 107, .both), ("pop2", 109, .both), ("pop3", 110, .tcp), ("pop-3", 110, .tcp),
        ("sunrpc", 111, .both), ("portmapper", 111, .both), ("auth", 113, .tcp), ("authentication", 113, .tcp),
        ("tap", 113, .tcp), ("ident", 113, .tcp), ("sftp", 115, .both), ("uucp-path", 117, .both),
        ("nntp", 119, .tcp), ("readnews", 119, .tcp), ("untp", 119, .tcp), ("erpc", 121, .both),
        ("ntp", 123, .both), ("locus-map", 125, .both), ("locus-con", 127, .both), ("pwdgen", 129, .both),
        ("cisco-fna", 130, .both), ("cisco-tna", 131, .both), ("cisco-sys", 132, .both), ("statsrv", 133, .both),
        ("ingres-net", 134, .both), ("loc-srv", 135, .both), ("epmap", 135, .both), ("profile", 136, .both),
        ("netbios-ns", 137, .both), ("netbios-dgm", 138, .both), ("netbios-ssn", 139, .both),
        ("emfis-data", 140, .both), ("emfis-cntl", 141, .both), ("bl-idm", 142, .both), ("imap2", 143, .tcp),
        ("imap", 143, .tcp), ("snmp", 161, .both), ("snmp-trap", 162, .both), ("snmptrap", 162, .both),
        ("bgp", 179, .tcp), ("irc", 194, .both), ("ldap", 389, .both), ("https", 443, .both),
        ("microsoft-ds", 445, .both), ("submissions", 465, .tcp), ("smtps", 465, .tcp), ("submission", 587, .tcp),
        ("ldaps", 636, .both), ("domain-s", 853, .both), ("ftps-data", 989, .tcp), ("ftps", 990, .tcp),
        ("telnets", 992, .tcp), ("imaps", 993, .tcp), ("pop3s", 995, .tcp),
    ]

    /// The port of a service under a protocol; under one that is neither TCP nor UDP, any service of the name.
    static func port(ofService name: UnsafeBufferPointer<UInt8>, _ protocolNumber: UInt8) -> UInt16? {
        services.first { entry in
            guard Mnemonic.isEqual(entry.text, name) else { return false }
            switch entry.transport {
            case .both: return true
            case .tcp: return protocolNumber != udp
            case .udp: return protocolNumber != tcp
            }
        }?.port
    }
}

extension MasterParser {
    /// A protocol by number or name.
    @inline(never) mutating func readProtocol() throws(Fault) {
        try readNumberOrMnemonic(InternetService.protocols, .badProtocol)
    }

    /// Ports by number or name up to the end of the record, perhaps none. The protocol stands in front of them.
    @inline(never) mutating func readServices() throws(Fault) {
        let bits = out
        let protocolNumber = out[-1]
        while try hasField() {
            let port = Int(
                try numberOrWord(limit: 0xFFFF, .badService) { InternetService.port(ofService: $0, protocolNumber) })
            // At most 8,192 octets, which the store has room for.
            while out - bits <= port / 8 { append(0 as UInt8) }
            bits[port / 8] |= 0x80 >> UInt8(port % 8)
        }
    }
}

extension FieldLength {
    /// A bit map without trailing zero octets.
    static func services(_ octets: UnsafeBufferPointer<UInt8>) -> Int? {
        octets.count <= 8192 && octets.last != 0 ? octets.count : nil
    }
}

extension FieldPrinter {
    /// Port numbers in ascending order, with blanks between them.
    static func services(_ octets: UnsafePointer<UInt8>, _ length: Int, to writer: inout ByteWriter) {
        var isFirst = true
        for port in 0..<(length * 8) where octets[port / 8] & 0x80 >> UInt8(port % 8) != 0 {
            if !isFirst { writer.append(UInt8(ascii: " ")) }
            isFirst = false
            writer.append(decimal: UInt32(port))
        }
    }
}
