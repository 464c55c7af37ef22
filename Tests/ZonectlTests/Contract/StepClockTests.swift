import Foundation
import Testing

/// Whose time it is: what the applicant has, and what waits for space, is never the office's lateness.
@Suite struct StepClockTests {
    private func clock(_ office: ProcedureOffice, _ step: String) throws -> [String: Any] {
        try #require(try office.clocks().last { $0["step"] as? String == step })
    }

    private func expect(
        _ clock: [String: Any], spent: Int, late: Int = 0, due: String? = nil,
        location: SourceLocation = #_sourceLocation
    ) {
        #expect(clock["spent"] as? Int == spent, "\(clock)", sourceLocation: location)
        #expect(clock["lateMinutes"] as? Int == late, "\(clock)", sourceLocation: location)
        if let due { #expect(clock["due"] as? String == due, "\(clock)", sourceLocation: location) }
    }

    @Test func aStepThatGoesBackToItselfCountsWhatTheOfficeWorked() throws {
        let office = try ProcedureOffice("PBG")
        try office.new()
        try office.steps("02", "03")
        office.at("2026-11-23T02:10:00Z")
        try office.step("PBG-04", status: 1, codes: ["INCOMPLETE"])
        office.at("2026-11-24T06:00:00Z")
        let waiting = try clock(office, "PBG-04")
        expect(waiting, spent: 10)
        #expect(waiting["applicants"] as? Bool == true)
        try office.office.succeeds("request", "attach", office.id(), "suratKuasa", "identitas")
        // Twenty of its thirty minutes are left.
        expect(try clock(office, "PBG-04"), spent: 10, due: "2026-11-24T13:20:00+07:00")
        office.at("2026-11-24T06:05:00Z")
        try office.steps("04")
        expect(try clock(office, "PBG-04"), spent: 15, due: "2026-11-24T13:20:00+07:00")
        let rows = try #require(try office.office.document(["sla"])["steps"] as? [[String: Any]])
        #expect(rows.first { $0["step"] as? String == "PBG-04" }?["share"] as? Int == 100, "\(rows)")
        try office.office.succeeds("audit", "verify")
    }

    @Test func whatIsLateBeforeOrAfterIsLateByThatMuch() throws {
        let office = try ProcedureOffice("PBG")
        try office.new()
        try office.steps("02", "03")
        // 25 minutes too long, then with the applicant overnight.
        office.at("2026-11-23T02:55:00Z")
        try office.step("PBG-04", status: 1, codes: ["INCOMPLETE"])
        office.at("2026-11-24T02:00:00Z")
        try office.office.succeeds("request", "attach", office.id(), "suratKuasa", "identitas")
        office.at("2026-11-24T02:05:00Z")
        try office.steps("04")
        expect(try clock(office, "PBG-04"), spent: 60, late: 30, due: "2026-11-23T09:30:00+07:00")
    }

    /// A minute that has begun counts, for the step and for the year: nothing is late by no time, or in its time.
    @Test func aSecondTooLongIsLate() throws {
        let office = try ProcedureOffice("PBG")
        try office.new(["attachments": PBGLetterTests.papers])
        try office.steps("02", "03", "04")
        // Of five minutes.
        office.at("2026-11-23T02:05:01Z")
        try office.steps("05")
        expect(try clock(office, "PBG-05"), spent: 6, late: 1)
        for (language, late) in [("en", "late by 1 min"), ("id", "terlambat 1 menit")] {
            let shown = try office.office.zonectl(
                ["sla", office.id(), "--lang", language], environment: ["COLUMNS": "160"]
            ).text
            #expect(shown.contains(late), "\(shown)")
        }
        let rows = try #require(try office.office.document(["sla"])["steps"] as? [[String: Any]])
        #expect(rows.first { $0["step"] as? String == "PBG-05" }?["worst"] as? Int == 6, "\(rows)")
    }

    @Test func anIntakeThatLacksSomethingIsNotLateWhenItComesBack() throws {
        let office = try ProcedureOffice("PBG")
        try office.new(["function": NSNull()], status: 1, codes: ["INCOMPLETE"])
        office.at("2026-11-24T06:00:00Z")
        try office.office.succeeds("request", "resubmit", office.id(), "--function", "Situs")
        expect(try clock(office, "PBG-01"), spent: 0)
    }

    @Test func workingDaysAreCountedFromWhereTheyStopped() throws {
        let office = try ProcedureOffice("KTR")
        try office.new(["attachments": []])
        try office.steps("02", "03")
        // The third of one to seven days.
        office.at("2026-11-25T02:00:00Z")
        try office.step("KTR-04", status: 1, codes: ["NO_RECOMMENDATION"])
        office.at("2026-12-14T01:00:00Z")
        try office.office.succeeds("request", "attach", office.id(), "recommendationProof")
        let clock = try clock(office, "KTR-04")
        expect(clock, spent: 2)
        #expect(clock["applicants"] as? Bool == false)
    }

    @Test(arguments: ["id", "en"]) func theClocksFitANarrowTerminal(language: String) throws {
        let office = try ProcedureOffice("KTR")
        try office.new()
        try office.steps("02", "03")
        let text = try office.office.succeeds("sla", office.id(), "--lang", language).text
        #expect(text.split(separator: "\n").allSatisfy { $0.count <= 80 }, "\(text)")
    }

    @Test func whatWaitsForSpaceIsNotLate() throws {
        let office = try ProcedureOffice("SBD")
        try office.new(["capacityGB": 11])
        try office.steps("01", "02")
        office.at("2026-11-23T01:05:00Z")
        try office.step("SBD-03", status: 1, codes: ["NO_CAPACITY"])
        office.at("2026-11-27T01:00:00Z")
        expect(try clock(office, "SBD-03"), spent: 5)
        let shown = try office.office.succeeds("sla", office.id(), "--lang", "id").text
        #expect(shown.contains("menunggu") && !shown.contains("terlambat"), "\(shown)")
        try office.office.succeeds("capacity", "add", "10")
        try office.steps("03")
        expect(try clock(office, "SBD-03"), spent: 5)
    }
}
