import RFC1035

/// What is around each status page: head, navigation and foot. Made once: there are as many pages as requests.
struct StatusFrame {
    private let zone: String
    private let office: String
    private let year: Int
    private let language: Language
    private let plain: HTMLPage.Frame
    private let searched: HTMLPage.Frame
    private let navigationOfRequest: String
    private let foot: String

    /// - Parameters:
    ///   - zone: as people read it.
    ///   - office: whose pages they are.
    ///   - year: the one whose requests the navigation leads to.
    ///   - moment: what the pages say the state is of.
    init(zone: String, office: String, year: Int, moment: String, language: Language) {
        self.zone = zone
        self.office = office
        self.year = year
        self.language = language
        func say(_ en: String, _ id: String) -> String { Text(en: en, id: id)(language) }
        plain = HTMLPage.Frame(language: language)
        searched = HTMLPage.Frame(language: language, script: HTMLStyle.script(label: say("Search", "Cari")))
        navigationOfRequest = StatusFrame.navigation(year, language, current: nil, up: "../")
        let state = say(
            "Zone \(zone). As of \(moment). Times run in office hours.",
            "Zona \(zone). Keadaan pada \(moment). Waktu dihitung menurut jam kerja.")
        foot = "<footer>\n<p>\(HTMLPage.escaped(state))</p>\n</footer>\n"
    }

    /// - Parameter file: `nil` for one of the pages about a request, which have a folder of their own.
    func page(_ file: String?, title: String, isSearched: Bool = false) -> HTMLPage {
        var page = HTMLPage(isSearched ? searched : plain, title: "\(title) – \(zone)")
        page.open("header")
        page.element("p", office)
        page.element("h1", title)
        page.raw(file.map { StatusFrame.navigation(year, language, current: $0, up: "") } ?? navigationOfRequest)
        page.close("header")
        page.open("main")
        return page
    }

    func finished(_ page: consuming HTMLPage) -> [UInt8] {
        var page = page
        page.close("main")
        page.raw(foot)
        return page.finished()
    }

    private static func navigation(_ year: Int, _ language: Language, current: String?, up: String) -> String {
        func say(_ en: String, _ id: String) -> String { Text(en: en, id: id)(language) }
        var html = "<nav aria-label=\"\(HTMLPage.escaped(say("Pages", "Halaman")))\"><ul>\n"
        for (file, text) in [
            ("index.html", say("Queue", "Antrean")), ("names.html", say("Subdomains", "Subdomain")),
            (StatusSite.requestsFile(year), say("Requests \(year)", "Permohonan \(year)")),
        ] {
            let mark = file == current ? " aria-current=\"page\"" : ""
            html += "<li><a href=\"\(up)\(file)\"\(mark)>\(HTMLPage.escaped(text))</a></li>\n"
        }
        return html + "</ul></nav>\n"
    }
}
