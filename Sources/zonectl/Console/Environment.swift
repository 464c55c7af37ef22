#if canImport(Glibc)
    import Glibc
#elseif canImport(Musl)
    import Musl
#else
    import Darwin
#endif

import ZoneCore

/// The environment variables the program reads, all of them here. Tests give their own.
struct Environment: Sendable {
    /// A variable's value; `nil` when it is not set.
    let value: @Sendable (String) -> String?

    static let process = Environment { name in getenv(name).map { String(cString: $0) } }

    init(_ value: @escaping @Sendable (String) -> String?) { self.value = value }

    init(_ values: [String: String]) { value = { values[$0] } }

    /// Set and not empty.
    func nonEmpty(_ name: String) -> String? {
        value(name).flatMap { $0.isEmpty ? nil : $0 }
    }

    static let registry = "ZONECTL_REGISTRY"
    static let now = "ZONECTL_NOW"
    static let seeds = "ZONECTL_SEEDS"
    static let stateFolder = "XDG_STATE_HOME"

    /// The language of messages by POSIX: the first of these that is set and not empty.
    var language: Language {
        let locale = nonEmpty("LC_ALL") ?? nonEmpty("LC_MESSAGES") ?? nonEmpty("LANG") ?? ""
        let tag = locale.lowercased().prefix { $0 != "_" && $0 != "." && $0 != "@" && $0 != "-" }
        return tag == "id" || tag == "in" ? .indonesian : .english
    }

    /// Who runs the program, for the journal; a claim like `--as` itself.
    var userName: String? {
        nonEmpty("SUDO_USER") ?? nonEmpty("LOGNAME") ?? nonEmpty("USER")
    }

    /// A path from the root on, for messages: cron and a shell do not start in the same folder.
    static func absolute(_ path: String) -> String {
        guard path.utf8.first != UInt8(ascii: "/"), let folder = getcwd(nil, 0) else { return path }
        defer { free(folder) }
        return String(cString: folder) + "/" + path
    }

    /// Variables for help and the man page.
    static let documented: [(name: String, help: Text)] = [
        (
            registry,
            Text(
                en: "The registry when --registry is not given.",
                id: "Folder registry bila --registry tidak diberikan.")
        ),
        (
            now,
            Text(
                en: "The clock when --now is not given, as RFC 3339.",
                id: "Jam yang dipakai bila --now tidak diberikan, menurut RFC 3339.")
        ),
        (
            seeds,
            Text(
                en: "Folder of procedures; else seeds/ beside the program or above it, ../share/zonectl/seeds from the "
                    + "program, or seeds/ here.",
                id: "Folder prosedur; jika tidak, seeds/ di samping atau di atas program, ../share/zonectl/seeds dari "
                    + "program, atau seeds/ di folder ini.")
        ),
        (
            stateFolder,
            Text(
                en: "Account sheets go to zonectl/lembar-akun under it; else under ~/.local/state.",
                id: "Lembar akun ditulis ke zonectl/lembar-akun di bawahnya; jika tidak, di bawah ~/.local/state.")
        ),
        (
            "LC_ALL, LC_MESSAGES, LANG",
            Text(
                en: "Language of messages: Indonesian when the first that is set begins with id, else English.",
                id: "Bahasa pesan: Indonesia bila yang pertama terisi diawali id, selain itu Inggris.")
        ),
        (
            "NO_COLOR",
            Text(en: "Set and not empty: no colour.", id: "Bila terisi: tanpa warna.")
        ),
        (
            "COLUMNS",
            Text(
                en: "Width of tables when the output is not a terminal.",
                id: "Lebar tabel bila keluaran bukan terminal.")
        ),
    ]
}
