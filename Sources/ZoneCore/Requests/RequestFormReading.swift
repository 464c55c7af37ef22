extension RequestForm {
    /// Largest file with one form.
    public static let maximumBytes = 1 << 20

    /// Reads a form from JSON (comments and trailing commas are fine). All faults at once, in the order of the text; a
    /// form only when there are none. Members that are `null` or blank count as not given.
    public static func read(_ octets: [UInt8]) -> (form: RequestForm?, faults: [RequestFormFault]) {
        let (forms, faults) = readAll(octets)
        guard faults.isEmpty, let first = forms.first else { return (nil, faults) }
        guard forms.count == 1 else {
            let agencies = Set(forms.map { AgencyNames.normalized($0.opd) })
            let fault =
                agencies.count > 1
                ? RequestFormFault(
                    code: "SEVERAL_AGENCIES", line: 1, column: 1, key: "",
                    text: Text(
                        en: "one letter is one agency's request; these are forms of \(agencies.count) agencies",
                        id: "satu surat untuk satu perangkat daerah; ini formulir \(agencies.count) perangkat daerah"))
                : RequestFormFault(
                    code: "FORM_VALUE", line: 1, column: 1, key: "",
                    text: Text(
                        en: "\(forms.count) forms in one file: take them in with --batch",
                        id: "\(forms.count) formulir dalam satu berkas: terima dengan --batch"))
            return (nil, [fault])
        }
        return (first, [])
    }

    /// The forms of a text that is one form or a list of forms.
    public static func readAll(_ octets: [UInt8]) -> (forms: [RequestForm], faults: [RequestFormFault]) {
        let root: JSON5Value
        do throws(JSON5Error) {
            root = try JSON5Parser.parse(octets)
        } catch {
            let (place, text) = (error.place, error.text)
            return (
                [], [RequestFormFault(code: "FORM_SYNTAX", line: place.line, column: place.column, key: "", text: text)]
            )
        }
        var reader = RequestFormReader()
        var forms: [RequestForm] = []
        if case .array(let items) = root.content {
            forms = items.compactMap { reader.form($0) }
            if items.isEmpty {
                reader.report("FORM_VALUE", "", root.place, Text(en: "holds no form", id: "tidak memuat formulir"))
            }
        } else if let form = reader.form(root) {
            forms = [form]
        }
        return (forms, reader.faults.sorted { ($0.line, $0.column) < ($1.line, $1.column) })
    }
}
