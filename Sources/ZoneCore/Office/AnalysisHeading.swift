/// What an analysis has to speak about.
public enum AnalysisHeading: String, Hashable, Sendable, CaseIterable {
    case needs, facilities, budget, infrastructure, scope

    /// As the report has it.
    public var title: String {
        switch self {
        case .needs: "Kebutuhan"
        case .facilities: "Fasilitas"
        case .budget: "Anggaran"
        case .infrastructure: "Kebutuhan infrastruktur"
        case .scope: "Ruang lingkup aplikasi"
        }
    }

    /// One reason for each heading that nothing is written under.
    static func missing(in texts: [String: String]) -> [Reason] {
        allCases.filter { (texts[$0.rawValue] ?? "").allSatisfy { $0 == " " } }.map { heading in
            Reason(
                "INCOMPLETE", heading.rawValue,
                Text(
                    en: "the analysis says nothing of “\(heading.title)”",
                    id: "analisis belum memuat “\(heading.title)”"))
        }
    }
}

extension RequestRecord {
    /// What was written under the headings of its analysis, the newest words.
    public var analysis: [String: String] { history.reduce(into: [:]) { $0.merge($1.analysis) { _, new in new } } }
}
