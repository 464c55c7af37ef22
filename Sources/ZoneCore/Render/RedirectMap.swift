import RFC1035

/// The names that the office's web server redirects, as the inside of an nginx `map`.
struct RedirectMap {
    /// `redirects.<zone>.nginx`: maps of several zones may stand in one folder.
    static func fileName(of zone: Name) -> String { "redirects.\(zone.undotted).nginx" }

    private var entries: [(host: Name, url: String, request: String)] = []

    mutating func add(host: Name, url: String, request: String) {
        entries.append((host, url, request))
    }

    var isEmpty: Bool { entries.isEmpty }

    /// One line a host, in canonical order.
    ///
    /// URLs have been through `RedirectURL`: nothing in them means anything to nginx.
    func text(zone: Name) -> [UInt8] {
        var text = """
            # Written by zonectl for \(zone.undotted): changes made here are lost at the next render.
            # In nginx, beside map_hash_bucket_size 256: map $host $zonectl_redirect { default ""; \
            include \(Self.fileName(of: zone)); }

            """
        for entry in entries.sorted(by: { $0.host < $1.host }) {
            text += "\(entry.host.undotted) \"\(entry.url)\"; # \(entry.request)\n"
        }
        return Array(text.utf8)
    }
}
