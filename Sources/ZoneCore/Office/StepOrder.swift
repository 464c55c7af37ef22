/// What is given with a step.
public struct StepOrder: Hashable, Sendable {
    public var decision: Bool?
    /// A code, in any letter case.
    public var reason: String?
    public var note: String?
    /// The day the work is planned for.
    public var schedule: CalendarDate?
    /// Who is told to do it.
    public var assign: String?
    /// The headings of an analysis, with their texts.
    public var analysis: [String: String]?

    public init() {}

    /// Reads the texts of an analysis from JSON: an object with the headings. Mistakes are refused with their place.
    public static func analysis(_ octets: [UInt8], file: String) throws(Failure) -> [String: String] {
        func refused(_ place: JSON5Value.Place, _ text: Text) -> Failure {
            .refused([Reason("FORM_SYNTAX", "\(file):\(place.line):\(place.column)", text)])
        }
        let root: JSON5Value
        do throws(JSON5Error) {
            root = try JSON5Parser.parse(octets)
        } catch {
            throw refused(error.place, error.text)
        }
        guard case .object(let members) = root.content else {
            throw refused(root.place, Text(en: "must be an object { … }", id: "harus objek { … }"))
        }
        let headings = AnalysisHeading.allCases.map(\.rawValue)
        var result: [String: String] = [:]
        for member in members {
            guard headings.contains(member.key), case .string(let text) = member.value.content else {
                let hint = FaultCollector.hint(member.key, headings)
                throw refused(
                    member.place,
                    Text(
                        en: "“\(Shown.text(member.key))” is not a heading with a text; \(hint.en)",
                        id: "“\(Shown.text(member.key))” bukan bagian analisis dengan teks; \(hint.id)"))
            }
            guard text.contains(where: { $0 != " " }) else { continue }
            do throws(Failure) {
                result[member.key] = try FormText.checked(text, option: member.key, limit: maximumAnalysis)
            } catch {
                if case .usage(let text) = error { throw refused(member.value.place, text) }
                throw error
            }
        }
        return result
    }

    /// Longest text below a heading, in characters.
    static let maximumAnalysis = 4000

    /// The codes that `reason` may be.
    func checkedReason() throws(Failure) -> DecisionReason? {
        guard let reason else { return nil }
        guard decision != true else {
            throw .usage(
                Text(
                    en: "--reason says why not; leave it out with --decision yes",
                    id: "--reason adalah alasan keputusan tidak; hilangkan pada --decision yes"))
        }
        if let known = DecisionReason.named(reason) { return known }
        let hint = FaultCollector.hint(reason.uppercased(), DecisionReason.all.map(\.code))
        throw .usage(
            Text(
                en: "--reason \(Shown.text(reason)) is not known; \(hint.en)",
                id: "--reason \(Shown.text(reason)) tidak dikenal; \(hint.id)"))
    }

    /// As members of an event.
    var details: [String: JSONValue] {
        var result: [String: JSONValue] = [:]
        if let decision { result["decision"] = .bool(decision) }
        if let note { result["note"] = .string(note) }
        if let assign { result["assign"] = .string(assign) }
        if let analysis { result["analysis"] = .object(analysis.mapValues { .string($0) }) }
        return result
    }
}
