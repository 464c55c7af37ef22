import RFC1035

extension ZoneSettings {
    /// A `zone.json` for `init`, every key explained. Reads back without a finding.
    /// - Parameter address: where shared hosting and redirects lead at first; none: both stay unset.
    public static func template(
        zone: Name, procedure: String? = nil, addresses: [IPAddress] = [], utcOffset: String = "+07:00"
    ) -> String {
        let list = addresses.map { quoted($0.description) }.joined(separator: ", ")
        let fill =
            addresses.isEmpty
            ? "Empty: such targets are refused until an address stands here."
            : "At first the address of the first name server; put the real one here."
        return """
            // Settings of the zone \(zone.undotted). JSON5: comments, single quotes and trailing commas are allowed.
            // zonectl reads this file at every command and never writes it again; it is yours.
            // A missing key means the value given here. `zonectl check` finds mistakes in it.
            {
              // The zone, without final dot. Must be the name of this folder.
              zone: \(quoted(zone.undotted)),

              // The procedure (SOP) that requests follow; one of those in seeds/. null: none yet.
              procedure: \(procedure.map(quoted) ?? "null"),

              // -- Which names are given out ------------------------------------------------

              // "rfc1035": a label begins with a letter. "rfc1123": it may begin with a digit ("1data").
              // Labels of digits only are refused either way.
              hostnameSyntax: "rfc1035",

              // Whether internationalized labels ("xn--…") may be asked for.
              allowPunycode: false,

              // Labels below the zone: 1, or 2 for names such as "sipo.bkd", which only the agency
              // that holds "bkd" may ask for.
              labelDepth: 1,

              // Shortest label, in characters.
              minimumLabelLength: 1,

              // Labels kept for the office, beside the built-in ones (www, mail, ns1, admin, …).
              // For example ["sso", "vpn"].
              reservedLabels: [],

              // Whether `add --override REASON` may give out a reserved label; the reason is recorded.
              allowReservedOverride: true,

              // Days before a removed name may be given out again. Links and mail still point to it.
              quarantineDays: 90,

              // Months after which a name is due for review.
              reviewMonths: 12,

              // -- Records ------------------------------------------------------------------

              // Seconds that resolvers keep an answer, unless a request has its own (--ttl).
              // As with hosting, redirector and mail below: a new value is for names that are added, or whose
              // target is given anew, from then on. What is recorded stays; the register is its truth.
              ttl: 3600,

              // How the SOA serial goes on: "date" (YYYYMMDDnn), "unixtime" or "increment".
              serial: "date",

              // -- Where names may lead -----------------------------------------------------

              // Networks that --address may lead to, e.g. ["203.0.113.0/24"]. Empty: any public address.
              // Private addresses are allowed only when a network listed here holds them.
              allowedNetworks: [],

              // Addresses of RFC 5737, RFC 3849 and RFC 9637, which exist in examples only: "warn", "allow" \
            or "refuse".
              documentationAddresses: "warn",

              // The office's shared hosting, for --hosting. When it moves, give `change NAME --hosting` for each
              // name that moves with it.
              hosting: {
                // \(fill)
                // Instead of addresses, host: "hosting.example.net" makes aliases (then without --mail).
                addresses: [\(list)],
                // Space for all agencies together; a request for more than is left is refused. What is added to it
                // later, `capacity add` records.
                capacityGB: 10,
                // What --hosting without a number takes.
                defaultGB: 1,
                // Per cent of the space from which `capacity show` warns.
                warnPercent: 80,
              },

              // The web server that answers for redirected names (--url) with the rendered redirect map.
              // When it moves, give `change NAME --url URL` again for each name that moves with it.
              redirector: {
                // \(fill)
                addresses: [\(list)],
              },

              // What --mail makes: MX, SPF (TXT) and DMARC (TXT at _dmarc).
              mail: {
                // The office's mail host, e.g. "mail" or "mx.example.net.". null: the name itself takes its mail.
                host: null,
                preference: 10,
                spf: "v=spf1 mx -all",
                dmarc: "v=DMARC1; p=quarantine",
              },

              // -- Checks -------------------------------------------------------------------

              // Checks of which the office thinks otherwise: "off", "notice", "warning" or "error" for a code
              // of `zonectl explain --list`, e.g. { RRSET_TTL: "error", DUPLICATE_RECORD: "off" }. What stops a
              // name server from loading the zone stops `render` whatever stands here.
              checks: {},

              // -- Time and letters ---------------------------------------------------------

              // The file of days on which the office does not work, one a line: 2026-12-25 Hari Raya Natal.
              // It stands in this folder or, for all zones, in the registry's. null: holidays.txt, if there is one.
              holidays: null,

              // What stands in every letter. Letters are written in Indonesian.
              letters: {
                // Lines of the letterhead: government, office, address. Empty: those of the procedure.
                letterhead: [],
                // Where letters are dated, e.g. "Purbalingga".
                place: null,
                // Number of a signed letter. {urut} is counted per year; also {klasifikasi}, {unit}, {bulan}, {tahun}.
                number: "{klasifikasi}/{urut}/{unit}/{tahun}",
                classification: "555",
                unit: "Diskominfo",
                // Whom agencies turn to with questions.
                contact: null,
                // The mailbox that e-mails to agencies come from. null: hostmaster of this zone.
                mailbox: null,
                // Lines of "Tembusan", e.g. ["Sekretaris Daerah"].
                copies: [],
                // Who signs, by role (agencyHead, secretary, divisionHead, sectionHead, technician, registrar), e.g.
                // agencyHead: { name: "Drs. Contoh", rank: "Pembina Utama Muda", number: "19700101 199001 1 001" }
                // and where they differ from the procedure title: "…" and onBehalfOf: "Bupati …".
                signatories: {},
              },

              // The office's distance from UTC: "+07:00" WIB, "+08:00" WITA, "+09:00" WIT.
              utcOffset: \(quoted(utcOffset)),
            }

            """
    }

    private static func quoted(_ text: String) -> String {
        String(decoding: JSONValue.string(text).canonical, as: UTF8.self)
    }
}
