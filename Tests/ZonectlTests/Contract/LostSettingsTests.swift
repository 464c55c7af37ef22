import Foundation
import Testing

/// A zone's folder whose zone.json is gone.
@Suite struct LostSettingsTests {
    @Test func aMissingSettingsFileIsNamed() throws {
        let office = try Office()
        try office.add("dinkes")
        try FileManager.default.removeItem(atPath: office.settingsFile)
        for arguments in [
            ["add", "bkd", "--opd", "BKD", "--letter", "1", "--address", "192.0.2.1"], ["render"], ["why", "bkd"],
        ] {
            let output = try office.zonectl(arguments)
            #expect(output.status == 4, "\(output)")
            #expect(output.errorText.contains("zone.json") && output.errorText.contains("restore"), "\(output)")
            #expect(output.errorText.contains(office.zone), "\(output)")
        }
        let output = try office.refuses(
            ["init", office.zone, "--ns", "ns.example.net"], codes: ["ZONE_EXISTS"])
        #expect(output.errorText.contains("zone.json"), "\(output)")
        // The register is read without it.
        #expect(try office.activeNames() == ["dinkes.\(office.zone)."])
    }
}
