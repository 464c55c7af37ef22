import Foundation
import Testing

/// What all procedures need, row by row: the life of names.
@Suite("Common needs: life of names") struct CMNLifeTests {
    @Test("CMN-08 names that lead nowhere, that others can claim, and that nobody has reviewed are listed")
    func danglingAndExpired() throws {
        let office = try Office()
        try office.succeeds("dangling")
        try office.succeeds("review", "due")
        try office.add("dinkes")
        try office.add("blog", ["--cname", "dinas-contoh.github.io."], opd: "Dinas Sosial", letter: "460/1/2026")
        try office.addStatic("lama IN CNAME hilang")
        try office.addStatic("arsip IN CNAME dinkes")
        try office.succeeds("remove", "dinkes", "--opd", "Dinas Kesehatan", "--letter", "440/2/2026")

        let output = try office.zonectl("dangling")
        #expect(output.status == 1, "\(output)")
        for (code, owner, target) in [
            ("DANGLING_TARGET", "lama", "hilang.\(office.zone) does not exist"),
            ("DANGLING_TARGET", "arsip", "dinkes.\(office.zone) was removed on 2026-11-20"),
            ("CLAIMABLE", "blog", "github.io"),
        ] {
            #expect(
                output.lines.contains {
                    $0.hasPrefix("\(code) \(owner).\(office.zone) CNAME: ") && $0.contains(target)
                },
                "\(code) \(owner)\n\(output)")
        }
        #expect(output.lines.count == 3, "\(output)")

        #expect(try office.zonectl("review", "due", "--now", "2027-11-19T03:00:00Z").status == 0)
        let due = try office.zonectl("review", "due", "--now", "2027-11-20T03:00:00Z", "--format", "json")
        #expect(due.status == 1, "\(due)")
        let rows = try #require((try due.json() as? [String: Any])?["due"] as? [[String: Any]])
        #expect(rows.compactMap { $0["name"] as? String } == ["blog.\(office.zone)."])
        #expect(rows.first?["due"] as? String == "2027-11-20")
    }
}
