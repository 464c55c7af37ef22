import Foundation
import Testing

/// What happens to a name after it is given: review, suspension, retirement.
@Suite struct ReviewTests {
    private func records(_ office: Office, _ label: String) throws -> [String] {
        try office.render()
        return try recordsByBIND(office.zoneFile, zone: office.zone).filter { $0.contains("\(label).") }
    }

    @Test func aSuspendedNameStaysItsHolders() throws {
        let office = try Office()
        try office.add("dinkes", ["--hosting", "3", "--www"])
        let before = try records(office, "dinkes")
        #expect(before.count == 2)
        try office.refuses(["review", "resume", "dinkes"], status: 3, codes: ["ALREADY_DONE"])
        #expect(try office.zonectl("review", "suspend", "dinkes").status == 2)
        try office.succeeds("review", "suspend", "dinkes", "--reason", " Abuse ", "--evidence", "aduan 17/2026")
        try office.refuses(
            ["review", "suspend", "dinkes", "--reason", "abuse"], status: 3, codes: ["ALREADY_DONE"])
        #expect(try records(office, "dinkes").isEmpty)
        #expect(try office.list().first?["status"] as? String == "suspended")
        for (language, words) in [("en", "misuse of the name"), ("id", "penyalahgunaan nama")] {
            for command in [["show", "dinkes"], ["log", "dinkes"]] {
                #expect(try office.succeeds(command + ["--lang", language]).text.contains(words))
            }
        }
        let event = try office.events().last { $0["event"] as? String == "suspended" }
        let name = event?["name"] as? [String: Any]
        #expect(name?["suspension"] as? String == "abuse")
        #expect((event?["details"] as? [String: Any])?["reason"] as? String == "abuse")
        #expect(try office.succeeds("log", "dinkes").text.contains("aduan 17/2026"))
        // The space is still taken, and nobody else gets the name.
        #expect(try office.document(["capacity", "show"])["takenGB"] as? Int == 3)
        try office.refusesAdd("dinkes", "DUPLICATE")
        try office.succeeds("review", "resume", "2026/0001")
        #expect(try records(office, "dinkes") == before)
        try office.succeeds("audit", "verify")
    }

    @Test func aChangeOfASuspendedNameIsNotAnsweredYet() throws {
        let office = try Office()
        try office.add("dinkes")
        try office.succeeds("review", "suspend", "dinkes", "--reason", "review")
        func change(_ address: String) throws -> String {
            try office.succeeds(
                "change", "dinkes", "--opd", "Dinas Kesehatan", "--letter", "440/2/2026", "--address", address
            ).errorText
        }
        let note = try change("192.0.2.11")
        #expect(!note.contains("zonectl render") && note.contains("review resume dinkes"), "\(note)")
        try office.succeeds("review", "resume", "dinkes")
        #expect(try change("192.0.2.12").contains("zonectl render"))
    }

    @Test func completionsOfferTheReasonsOfTheCommand() throws {
        let office = try Office()
        let script = try office.succeeds("completion", "bash").text
        let line = try #require(script.split(separator: "\n").first { $0.contains(" --reason) ") })
        #expect(line.contains("case $command in review) COMPREPLY=($(compgen -W 'review contract abuse dangling'"))
        #expect(line.contains("*) COMPREPLY=($(compgen -W 'DUPLICATE "))
    }

    @Test func aNameIsNotResumedWhenWhatItLeadsToIsGone() throws {
        let office = try Office()
        try office.add("portal")
        try office.add("dinkes", ["--cname", "portal"], letter: "440/2/2026")
        try office.succeeds("review", "suspend", "dinkes", "--reason", "review")
        try office.succeeds("remove", "portal", "--opd", "Dinas Kesehatan", "--letter", "440/3/2026")
        try office.refuses(["review", "resume", "dinkes"], codes: ["TARGET_INVALID"])
    }

    @Test func aNameServerInUseIsNeitherSuspendedNorRetired() throws {
        let office = try Office()
        try office.add("pelayan")
        try office.addStatic("anak IN NS pelayan")
        try office.refuses(["review", "suspend", "pelayan", "--reason", "review"], codes: ["IN_USE"])
        try office.refuses(["review", "retire", "pelayan"], codes: ["IN_USE"])
    }

    @Test func renewalPutsTheReviewOff() throws {
        let office = try Office()
        try office.add("dinkes")
        func due(_ day: String) throws -> String? {
            let output = try office.zonectl(
                ["review", "due", "--format", "json", "--now", "\(day)T03:00:00Z"])
            let rows = (try output.json() as? [String: Any])?["due"] as? [[String: Any]] ?? []
            #expect(output.status == (rows.isEmpty ? 0 : 1), "\(output)")
            return rows.first?["due"] as? String
        }
        #expect(try due("2027-11-19") == nil)
        #expect(try due("2027-11-20") == "2027-11-20")
        // Suspension does not put it off.
        office.clock = "2027-03-01T03:00:00Z"
        try office.succeeds("review", "suspend", "dinkes", "--reason", "contract")
        try office.succeeds("review", "resume", "dinkes")
        #expect(try due("2027-11-20") == "2027-11-20")
        try office.succeeds("review", "renew", "dinkes", "--note", "surat 440/9/2027")
        #expect(try due("2028-02-29") == nil)
        #expect(try due("2028-03-01") == "2028-03-01")
        try office.succeeds("review", "renew", "dinkes", "--until", "2027-06-30")
        #expect(try due("2027-06-30") == "2027-06-30")
        #expect(try office.zonectl("review", "renew", "dinkes", "--until", "2027-03-01").status == 2)
        let soon = try office.zonectl(["review", "due", "--within", "130"])
        #expect(soon.status == 1 && soon.text.contains("2027-06-30"), "\(soon)")
        // A change on the agency's letter counts as an answer, but not beyond what was said.
        try office.succeeds(
            "change", "dinkes", "--opd", "Dinas Kesehatan", "--letter", "440/10/2027", "--address", "192.0.2.11")
        #expect(try due("2027-06-30") == "2027-06-30")
    }

    @Test func aRetiredNameRestsInQuarantine() throws {
        let office = try Office()
        try office.set("labelDepth", "2")
        try office.add("bkd")
        try office.add("sipo.bkd", letter: "440/2/2026")
        try office.refuses(["review", "retire", "bkd"], codes: ["NAMES_BELOW"])
        try office.succeeds("review", "retire", "sipo.bkd", "--reason", "review")
        try office.succeeds("review", "retire", "bkd", "--reason", "review")
        #expect(try office.activeNames().isEmpty)
        let table = try office.succeeds("review", "quarantine", "--format", "csv")
        #expect(table.rows.count == 3 && table.text.contains("2027-02-18"), "\(table)")
        try office.refusesAdd("bkd", "QUARANTINED")
        try office.refuses(["review", "retire", "bkd"], codes: ["NAME_NOT_FOUND"])
        let later = try office.zonectl(["review", "quarantine", "--now", "2027-02-18T03:00:00Z"])
        #expect(later.status == 0 && later.text.isEmpty, "\(later)")
    }

    @Test func contactsComeFromTheNewestFormThatNamesThem() throws {
        let office = try Office(
            "kaltaraprov.go.id", clock: "2026-11-23T01:00:00Z", options: ["--procedure", "kalimantan-utara"])
        try office.add("lama")
        let document = try office.document(["review", "contacts"])
        let rows = try #require(document["contacts"] as? [[String: Any]])
        #expect(rows.count == 1)
        #expect(rows.first?["person"] is NSNull && rows.first?["opd"] as? String == "Dinas Kesehatan")
        let output = try office.succeeds("review", "contacts")
        #expect(output.errorText.contains("1 name has no person"), "\(output)")
        #expect(try office.zonectl("review", "contacts", "tiada").status == 1)
    }
}
