import RFC1035

/// How agencies (OPD) shorten their names: what they usually ask for.
public enum AgencyNames {
    /// Usual labels for an agency's full name or a part of it: `dinas kesehatan` → `dinkes`.
    public static func abbreviations(_ text: String) -> [String] {
        let words = normalized(text)
        guard !words.isEmpty else { return [] }
        var result: [String] = []
        for (name, labels) in known where words == name || words.hasPrefix(name + " ") {
            result += labels
        }
        return result
    }

    /// What an agency may want to be called: its usual abbreviations, or its name when that is one word (`RSUD`).
    static func labels(_ opd: String) -> [String] {
        let known = abbreviations(opd)
        let name = normalized(opd)
        guard known.isEmpty, LabelRules.isHostLabel(Array(name.utf8)) else { return known }
        return [name]
    }

    /// Lower case, single spaces also for hyphens and underscores: how names of agencies are compared.
    public static func normalized(_ text: String) -> String {
        text.split { $0.isWhitespace || $0 == "-" || $0 == "_" }.map { $0.lowercased() }.joined(separator: " ")
    }

    /// Seen in published lists of government subdomains; the longer names stand first.
    static let known: [(String, [String])] = [
        ("badan kepegawaian dan pengembangan sumber daya manusia", ["bkpsdm"]),
        ("badan kepegawaian daerah", ["bkd"]),
        ("badan keuangan daerah", ["bakeuda"]),
        ("badan kesatuan bangsa dan politik", ["kesbangpol"]),
        ("badan penanggulangan bencana daerah", ["bpbd"]),
        ("badan pendapatan daerah", ["bapenda"]),
        ("badan perencanaan pembangunan daerah", ["bappeda"]),
        ("badan pengelolaan keuangan dan aset daerah", ["bpkad"]),
        ("dinas kesehatan", ["dinkes"]),
        ("dinas pendidikan", ["dindik", "disdik"]),
        ("dinas perhubungan", ["dishub"]),
        ("dinas komunikasi dan informatika", ["diskominfo", "kominfo"]),
        ("dinas kominfo", ["diskominfo", "kominfo"]),
        ("dinas penanaman modal dan pelayanan terpadu satu pintu", ["dpmptsp"]),
        ("dinas kependudukan dan pencatatan sipil", ["disdukcapil", "dukcapil"]),
        ("dinas pekerjaan umum", ["dpu", "dpupr"]),
        ("dinas pariwisata", ["dispar"]),
        ("dinas pertanian", ["dispertan", "distan"]),
        ("dinas sosial", ["dinsos"]),
        ("dinas tenaga kerja", ["disnaker"]),
        ("dinas lingkungan hidup", ["dlh"]),
        ("dinas perpustakaan", ["dispusip", "perpus"]),
        ("dinas perdagangan", ["disdag"]),
        ("dinas perumahan", ["dinrumkim", "disperkim"]),
        ("dinas pemberdayaan masyarakat dan desa", ["dpmd"]),
        ("dinas kepemudaan dan olahraga", ["dispora"]),
        ("inspektorat", ["inspektorat"]),
        ("satuan polisi pamong praja", ["satpolpp"]),
        ("sekretariat daerah", ["setda"]),
        ("sekretariat dprd", ["setwan"]),
        ("rumah sakit umum daerah", ["rsud"]),
        ("pejabat pengelola informasi dan dokumentasi", ["ppid"]),
        ("kecamatan", ["kec"]),
        ("kelurahan", ["kel"]),
    ]
}
