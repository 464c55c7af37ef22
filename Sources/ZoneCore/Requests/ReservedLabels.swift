import RFC1035

/// Labels that belong to the zone's own services, to mail and certificate roles, or to special use.
/// A zone adds its own in `zone.json`.
public enum ReservedLabels {
    /// Why a label is reserved, for the message.
    public static func reason(_ label: String, settings: ZoneSettings) -> Text? {
        if let group = groups.first(where: { $0.labels.contains(label) }) { return group.reason }
        if settings.reservedLabels.contains(label) {
            return Text(en: "reserved by this zone's settings", id: "dicadangkan dalam pengaturan zona ini")
        }
        return nil
    }

    /// Labels that browsers, systems and mail programs look up by themselves, so that whoever holds one below
    /// any name gets the traffic of others.
    static let hazards: Set<String> = ["localhost", "localdomain", "broadcasthost", "wpad", "isatap", "www"]

    static let groups: [(labels: Set<String>, reason: Text)] = [
        (
            ["www", "ftp", "api"],
            Text(en: "a service of the zone itself", id: "layanan zona itu sendiri")
        ),
        (
            Set(
                ["mail", "webmail", "smtp", "imap", "pop", "pop3", "mx", "autoconfig", "autodiscover", "mta-sts"]
                    + (1...9).map { "mx\($0)" }),
            Text(en: "the zone's mail", id: "surel zona")
        ),
        (
            Set(["ns", "dns"] + (1...9).map { "ns\($0)" }),
            Text(en: "the zone's name servers", id: "server nama zona")
        ),
        (
            ["wpad", "isatap", "localhost", "localdomain", "broadcasthost"],
            Text(en: "systems look it up by themselves", id: "dicari sendiri oleh sistem operasi")
        ),
        (
            [
                "admin", "administrator", "root", "hostmaster", "postmaster", "webmaster", "abuse", "noc", "security",
                "ssladmin", "sysadmin",
            ],
            Text(
                en: "a role of the zone's administration (RFC 2142)",
                id: "peran pengelola zona (RFC 2142)")
        ),
        (
            ["cpanel", "whm", "webdisk", "cpcalendars", "cpcontacts"],
            Text(en: "a hosting panel's own name", id: "nama milik panel hosting")
        ),
        (
            ["test", "example", "invalid"],
            Text(en: "special use (RFC 6761)", id: "penggunaan khusus (RFC 6761)")
        ),
        (
            ["go", "id", "kab", "kota", "prov"],
            Text(en: "part of the names of regions", id: "bagian dari nama daerah")
        ),
    ]
}
