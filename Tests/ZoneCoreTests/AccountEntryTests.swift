import RFC1035
import TestSupport
import Testing

@testable import ZoneCore

@Suite struct SheetNumberTests {
    @Test(arguments: ["L-2026/0001", "L-2026/12345", "L-2027/0010"]) func roundTrip(text: String) {
        #expect(SheetNumber(text)?.description == text)
    }

    @Test(arguments: ["", "L-", "2026/0001", "l-2026/0001", "L-2026/1", "L-2026/0000", "L-26/0001", "L-2026/0001 "])
    func othersAreNone(text: String) {
        #expect(SheetNumber(text) == nil)
    }

    /// Counts that no look-up finds are carried along in the index, and from one command to the next.
    @Test(arguments: [0, 1, 40]) func countsOutliveTheIndex(tailLimit: Int) throws {
        let scratch = try Scratch()
        let directory = try scratch.open()
        for round in 1...9 {
            try Sample.transact(directory, tailLimit: tailLimit) { register in
                let sheet = try register.nextSheet(year: 2026)
                #expect(sheet.number == round * 2 - 1)
                try register.record(EventDraft(.accountIssued, details: ["sheet": .string(sheet.description)]))
                let next = try register.nextSheet(year: 2026)
                #expect(next.number == round * 2)
                try register.record(EventDraft(.accountIssued, details: ["sheet": .string(next.description)]))
                #expect(register.gigabytesAdded == (round - 1) * 5)
                try register.record(
                    EventDraft(
                        .capacityAdded,
                        details: ["gigabytes": .integer(5), "addedGigabytes": .integer(round * 5)]))
                #expect(register.gigabytesAdded == round * 5)
                let other = try register.nextSheet(year: 2027)
                #expect(other.number == 1)
            }
        }
        let (sheet, added) = try Register.read(in: directory) { register in
            (try register.nextSheet(year: 2026), register.gigabytesAdded)
        }
        #expect(sheet.description == "L-2026/0019")
        #expect(added == 45)
        #expect(try Register.verify(in: directory).damage == nil)
    }
}

@Suite struct PasswordTests {
    @Test func theyAreLongAndNeverTheSame() {
        let made = (0..<500).map { _ in Password.make() }
        #expect(Set(made).count == made.count)
        for password in made {
            #expect(password.utf8.count == 19)
            #expect(password.utf8.allSatisfy { $0 == UInt8(ascii: "-") || Password.alphabet.contains($0) })
        }
        // Each sign comes up: 8,000 draws from 56.
        let seen = Set(made.joined().utf8)
        #expect(seen.count == Password.alphabet.count + 1)
        #expect(Set(Password.alphabet).count == Password.alphabet.count)
        #expect(Set(Password.alphabet).isDisjoint(with: "0O1lI".utf8))
    }
}

@Suite struct ReviewDateTests {
    @Test(arguments: [
        ("2026-11-20", 12, "2027-11-20"), ("2026-01-31", 1, "2026-02-28"), ("2027-12-31", 2, "2028-02-29"),
        ("2026-11-20", 0, "2026-11-20"), ("2026-03-15", -1, "2026-02-15"), ("9999-11-01", 12, "9999-12-01"),
    ]) func months(date: String, count: Int, later: String) {
        #expect(CalendarDate(date)?.adding(months: count).description == later)
    }

    @Test func whatWasSaidComesBeforeTheRule() throws {
        let id = try #require(RequestID("2026/0001"))
        var name = ManagedName(
            name: try Name("dinkes.example.go.id"), status: .active, request: id, opd: "x", letter: "y",
            since: "2026-11-20", target: Target(.address([])), records: [])
        #expect(name.reviewDate(months: 6)?.description == "2027-05-20")
        name.reviewedOn = "2027-01-10"
        #expect(name.reviewDate(months: 6)?.description == "2027-07-10")
        name.validUntil = "2027-03-01"
        #expect(name.reviewDate(months: 6)?.description == "2027-03-01")
        name.suspension = "abuse"
        var account = RequestRecord.AccountEntry(user: "dinkes")
        account.issue("L-2026/0001", at: Instant(rfc3339: "2026-11-20T03:00:00Z"))
        account.reset()
        account.issue("L-2026/0002", at: Instant(rfc3339: "2026-11-21T03:00:00Z"))
        account.handOver(to: "Yohanes Contoh", at: Instant(rfc3339: "2026-11-22T03:00:00Z"))
        name.accounts = [account, .init(user: "lain")]
        #expect(ManagedName(json: name.json) == name)
        #expect(account.voided == ["L-2026/0001"])
    }
}
