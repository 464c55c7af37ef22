import RFC1035

extension Check {
    /// Named looks at the owners of what stands below delegations, too, although it never answers with it.
    static let glueNameChecks: [Check] = [
        Check(
            "BAD_GLUE_NAME", .error, refusedBy: .oneServer, "RFC 1123 §2.1; named check-names",
            Text(
                en: "The owner of an address below a delegation is not a host name.",
                id: "Pemilik alamat di bawah delegasi bukan nama host."),
            explanation: Text(
                en: """
                    Addresses below a delegation are there for its name servers, and those are hosts: letters, digits \
                    and hyphens. A named that is primary for the zone does not load it otherwise, although \
                    named-checkzone passes. Rename the server, or remove what is no glue.
                    """,
                id: """
                    Alamat di bawah delegasi ada untuk server namanya, dan itu host: huruf, angka, dan tanda hubung. \
                    Bila tidak, named sebagai server utama tidak memuat zonanya walaupun named-checkzone \
                    meluluskannya. Ganti nama servernya, atau hapus yang bukan glue.
                    """),
            bad: """
                dinkes NS ns_1.dinkes
                dinkes NS ns2
                ns_1.dinkes A 192.0.2.54
                """,
            good: """
                dinkes NS ns-1.dinkes
                dinkes NS ns2
                ns-1.dinkes A 192.0.2.54
                """,
            .cut([.a, .aaaa, .mx, .wks, .a6]) { run, name in
                switch run.shape.standing(of: name) {
                case .belowDelegation, .belowDNAME: break
                case .authoritative, .delegation, .outOfZone: return
                }
                guard run.isBadHost(name) else { return }
                let text = run.zone.name(at: name)
                run.report(
                    name: name,
                    Text(
                        en: """
                            \(text) has an address or MX record but is no host name: letters, digits and hyphens; \
                            named refuses the zone, although it never answers with this record
                            """,
                        id: """
                            \(text) memiliki rekaman alamat atau MX tetapi bukan nama host: huruf, angka, dan \
                            tanda hubung; named menolak zona ini, walaupun tidak pernah menjawab dengan rekaman ini
                            """))
            }),
    ]
}
