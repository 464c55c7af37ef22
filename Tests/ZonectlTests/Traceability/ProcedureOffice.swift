import Foundation
import Testing

/// An office with a procedure, at nine on a Monday of its own time zone, and the forms it gets.
final class ProcedureOffice {
    let office: Office
    let procedure: String
    private var number = 0
    /// A form with all that the procedure wants.
    var form: [String: Any]

    init(_ procedure: String) throws {
        self.procedure = procedure
        let (name, zone) =
            switch procedure {
            case "PBG": ("purbalingga", "purbalinggakab.go.id")
            case "TLG": ("tulungagung", "tulungagung.go.id")
            case "BLG": ("balangan", "balangankab.go.id")
            case "SBD": ("sumba-barat-daya", "sbdkab.go.id")
            default: ("kalimantan-utara", "kaltaraprov.go.id")
            }
        let isWestern = procedure == "PBG" || procedure == "TLG"
        office = try Office(
            zone, clock: isWestern ? "2026-11-23T02:00:00Z" : "2026-11-23T01:00:00Z", options: ["--procedure", name])
        form = [
            "opd": "Dinas Kesehatan", "letterNumber": "440/1/2026", "letterDate": "2026-11-20",
            "addressee": procedure == "SBD" ? "Bupati Sumba Barat Daya" : "Kepala Dinas", "subject": "Subdomain",
            "label": "dinkes", "function": "Situs web dinas", "purposeClass": "opdWebsite", "target": "192.0.2.10",
            "adminPIC": [
                "name": "Sari Contoh", "position": "Sekretaris", "phone": "0800-1000", "email": "sari@example.go.id",
            ],
            "technicalPIC": ["name": "Budi Contoh", "phone": "0800-1001", "email": "budi@example.go.id"],
        ]
        switch procedure {
        case "PBG":
            form["hosting"] = "ownServer"
            form["capacityGB"] = 5
        case "TLG":
            form["channel"] = "eForm"
            form["hosting"] = "ownServer"
            form["letterNumber"] = nil
            form["letterDate"] = nil
        case "SBD":
            form["kind"] = "email"
            form["hosting"] = "cloud"
            form["capacityGB"] = 2
            form["target"] = nil
            form["emailAccounts"] = ["info", "humas", "sekretariat"]
        case "KTR": form["attachments"] = [["kind": "recommendationProof", "name": "rekomendasi.pdf"]]
        default: break
        }
    }

    var zone: String { office.zone }
    /// The id of the n-th request.
    func id(_ number: Int = 1) -> String { "2026/" + String(format: "%04d", number) }

    /// Writes a form; members that are `NSNull` are left out.
    func file(_ changes: [String: Any] = [:]) throws -> String {
        number += 1
        let path = office.directory.path("form-\(number).json")
        let members = form.merging(changes) { $1 }.filter { !($0.value is NSNull) }
        try writeFile(path, String(decoding: try JSONSerialization.data(withJSONObject: members), as: UTF8.self))
        return path
    }

    /// `request new` with a form.
    @discardableResult
    func new(
        _ changes: [String: Any] = [:], as actor: String? = nil, status: Int32 = 0, codes: [String] = [],
        location: SourceLocation = #_sourceLocation
    ) throws -> Outcome {
        let role = actor.map { ["--as", $0] } ?? []
        return try run(["request", "new", "--file", file(changes)] + role, status, codes, location)
    }

    /// A request of Tulungagung up to the step after the applicant's letter, an hour after it was begun.
    func brought(_ changes: [String: Any] = [:]) throws {
        try new(changes)
        try steps("02")
        try office.succeeds("request", "attach", id(), "signedForm", "--signed-by", "adminPIC", "technicalPIC")
        try steps("04")
        office.clock = "2026-11-23T03:00:00Z"
        try steps("04b")
        try office.succeeds("request", "resubmit", id(), "--letter", "440/1/2026", "--letter-date", "2026-11-23")
    }

    /// One step, with what is given besides.
    @discardableResult
    func step(
        _ step: String, _ options: [String] = [], of number: Int = 1, status: Int32 = 0, codes: [String] = [],
        location: SourceLocation = #_sourceLocation
    ) throws -> Outcome {
        try run(["step", id(number), step] + options, status, codes, location)
    }

    /// Steps that all succeed; a `+` behind one decides yes, a `-` no. What a step is there for is done with it.
    func steps(_ steps: String..., of number: Int = 1, location: SourceLocation = #_sourceLocation) throws {
        for text in steps {
            let decision = text.hasSuffix("+") ? ["--decision", "yes"] : text.hasSuffix("-") ? ["--decision", "no"] : []
            let id = "\(procedure)-" + text.filter { $0 != "+" && $0 != "-" }
            try step(id, decision + work(of: id, number), of: number, location: location)
        }
    }

    /// Does what has to be done beside a step, and gives what it is taken with.
    private func work(of step: String, _ request: Int) throws -> [String] {
        switch step {
        case "KTR-04": return ["--analysis", try analysis()]
        case "TLG-09": try office.render()
        // Sheets are there already where a test is about them.
        case "SBD-07": try office.zonectl("account", "issue", id(request), "--slip", slip(request))
        case "SBD-09": try office.zonectl("account", "handover", id(request), "--to", "Sari Contoh")
        default: break
        }
        return []
    }

    private func slip(_ request: Int) -> String { office.directory.path("slip-\(request)") }

    /// A file with an analysis; headings given replace its texts.
    func analysis(_ changes: [String: String] = [:]) throws -> String {
        let texts = [
            "needs": "Satu nama", "facilities": "Server sendiri", "budget": "Tanpa biaya",
            "infrastructure": "Alamat IP", "scope": "Layanan daring",
        ].merging(changes) { $1 }
        let path = office.directory.path("analysis-\(UInt64.random(in: 0 ... .max)).json")
        try writeFile(path, String(decoding: try JSONEncoder().encode(texts), as: UTF8.self))
        return path
    }

    @discardableResult
    func add(
        _ number: Int = 1, _ options: [String] = [], status: Int32 = 0, codes: [String] = [],
        location: SourceLocation = #_sourceLocation
    ) throws -> Outcome {
        try run(["add", id(number)] + options, status, codes, location)
    }

    /// Runs the program, which must end with `status` and name each of `codes` at the start of a line of its own; with
    /// any other status than 0 it must leave the zone as it is.
    @discardableResult
    func run(
        _ arguments: [String], _ status: Int32 = 0, _ codes: [String] = [], _ location: SourceLocation
    ) throws -> Outcome {
        let before = status == 0 ? [] : try readFile(office.zoneFile)
        let output = try office.zonectl(arguments)
        #expect(output.status == status, "\(output)", sourceLocation: location)
        for code in codes {
            #expect(
                output.errorLines.contains { $0.hasPrefix(code + " ") && $0.contains(": ") },
                "no line `\(code) subject: text` in\n\(output)", sourceLocation: location)
        }
        if status != 0 { #expect(try readFile(office.zoneFile) == before, sourceLocation: location) }
        return output
    }

    /// `request show --format json`.
    func show(_ number: Int = 1, location: SourceLocation = #_sourceLocation) throws -> [String: Any] {
        let output = try office.succeeds(["request", "show", id(number), "--format", "json"], location: location)
        guard let document = try output.json() as? [String: Any] else { throw HarnessError("no object: \(output)") }
        return document
    }

    func state(_ number: Int = 1, location: SourceLocation = #_sourceLocation) throws -> String {
        try show(number, location: location)["state"] as? String ?? ""
    }

    func open(_ number: Int = 1, location: SourceLocation = #_sourceLocation) throws -> [String] {
        try show(number, location: location)["open"] as? [String] ?? []
    }

    /// The ids that `procedure next` prints for a request.
    func next(_ number: Int = 1, location: SourceLocation = #_sourceLocation) throws -> [String] {
        try office.succeeds(["procedure", "next", id(number)], location: location).lines.map {
            String($0.prefix { $0 != " " })
        }
    }

    func history(_ number: Int = 1) throws -> [[String: Any]] { try show(number)["history"] as? [[String: Any]] ?? [] }

    /// Renders, and gives the records of a name as BIND has them, without their TTLs.
    func rendered(_ label: String) throws -> [String] {
        try office.render()
        return try recordsByBIND(office.zoneFile, zone: zone).filter {
            $0.hasPrefix("\(label).\(zone).") || $0.contains(".\(label).\(zone).")
        }.map { record in
            var words = record.split(separator: " ").map(String.init)
            if words.count > 2 { words.removeSubrange(1...2) }
            return words.joined(separator: " ")
        }
    }

    /// Runs `body`, after which the rendered zone must be the same octet for octet.
    func zoneStaysSame(location: SourceLocation = #_sourceLocation, _ body: () throws -> Void) throws {
        try office.render(location: location)
        let before = try readFile(office.zoneFile)
        try body()
        try office.render(location: location)
        #expect(try readFile(office.zoneFile) == before, "the zone has changed", sourceLocation: location)
    }
}
