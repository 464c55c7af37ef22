import Foundation
import Testing

/// Names that other records point to.
@Suite struct PointedToTests {
    /// Without the name server's address no server loads the zone: everybody's names would go with it.
    @Test func aNameServerOfAnotherDelegationStays() throws {
        let office = try Office()
        try office.add("m1x", opd: "Dinas A")
        try office.add("d1", ["--delegate", "m1x.\(office.zone).", "ns2.example.net"], opd: "Dinas B")
        try office.refuses(["remove", "m1x", "--opd", "Dinas A", "--letter", "2"], codes: ["IN_USE"])
        try office.succeeds("remove", "d1", "--opd", "Dinas B", "--letter", "3")
        try office.succeeds("remove", "m1x", "--opd", "Dinas A", "--letter", "4")
        try office.render()
    }

    @Test func anAliasThatWouldDangleIsTold() throws {
        let office = try Office()
        try office.add("satudata", opd: "Diskominfo")
        try office.add("mediacenter", ["--cname", "satudata.\(office.zone)."], opd: "Diskominfo")
        let output = try office.zonectl("remove", "satudata", "--opd", "Diskominfo", "--letter", "2")
        #expect(output.status == 0 && output.errorText.contains("DANGLING satudata"), "\(output)")
        try office.render()
        #expect(try office.zonectl("check").status == 1)
    }
}
