/// Who takes part in a procedure. A procedure gives each role it uses the title the office knows it by. Who acts
/// claims a role (`--as`); it is recorded, not authenticated.
public enum Role: String, Hashable, Sendable, CaseIterable {
    /// The agency that asks.
    case applicant
    /// Receives, numbers, sends and archives letters.
    case registrar
    case agencyHead, secretary, divisionHead, sectionHead, technician
    /// The agency's persons in charge of administration and of technique.
    case adminPIC, technicalPIC

    /// What it is called where a procedure gives no title.
    public var text: Text {
        switch self {
        case .applicant: Text(en: "applicant", id: "pemohon")
        case .registrar: Text(en: "registrar", id: "petugas agenda")
        case .agencyHead: Text(en: "head of the agency", id: "kepala dinas")
        case .secretary: Text(en: "secretary", id: "sekretaris")
        case .divisionHead: Text(en: "division head", id: "kepala bidang")
        case .sectionHead: Text(en: "section head", id: "kepala seksi")
        case .technician: Text(en: "technician", id: "staf teknis")
        case .adminPIC: Text(en: "administrative person in charge", id: "penanggung jawab administratif")
        case .technicalPIC: Text(en: "technical person in charge", id: "penanggung jawab teknis")
        }
    }
}
