// Times of signatures: seconds since 1970 modulo 2³² (RFC 4034 §3.1.5), written YYYYMMDDHHMMSS or in seconds. And the
// name of who signed, which is the owner's or above it.

extension MasterParser {
    /// The signer of RRSIG.
    @inline(never) mutating func readSigner() throws(Fault) {
        let (start, end) = try field()
        let name = out
        try readName(start, end)
        guard isSignerTooLong(UnsafeBufferPointer(start: name, count: out - name), labels: rdataStart[3]) else { return }
        warn(.signerTooLong, at: start)
    }

    /// Whether a whole name in wire form has more labels than the owner is said to have. BIND does not read that.
    func isSignerTooLong(_ name: UnsafeBufferPointer<UInt8>, labels: UInt8) -> Bool {
        var (count, at) = (0, 0)
        while at < name.count, name[at] > 0 {
            count += 1
            at += Int(name[at]) + 1
        }
        return count > labels
    }

    /// A time of RRSIG; seconds are up to ten digits (RFC 4034 §3.2).
    @inline(never) mutating func readTime() throws(Fault) {
        let (start, end) = try field()
        if end - start == 14 {
            append(try date(start, end))
        } else {
            guard end - start <= 10, let seconds = try? decimal(start, end, limit: 0xFFFF_FFFF) else {
                throw Fault(.badTime, at: start)
            }
            append(UInt32(truncatingIfNeeded: seconds))
        }
    }

    /// A time of SIG, which has no other form (RFC 2535 §4.2).
    @inline(never) mutating func readDate() throws(Fault) {
        let (start, end) = try field()
        append(try date(start, end))
    }

    private func date(_ start: Int, _ end: Int) throws(Fault) -> UInt32 {
        guard let seconds = SignatureTime.seconds(UnsafeBufferPointer(start: buffer + start, count: end - start)) else {
            throw Fault(.badTime, at: start)
        }
        return seconds
    }
}

enum SignatureTime {
    /// YYYYMMDDHHMMSS modulo 2³²; second 60 is the next minute's first, as BIND has it. Years before 1970 are those
    /// that BIND itself writes for times more than 68 years ahead.
    static func seconds(_ text: UnsafeBufferPointer<UInt8>) -> UInt32? {
        guard text.count == 14, text.allSatisfy(ASCII.isDigit) else { return nil }
        func number(_ from: Int, _ count: Int) -> Int {
            (from..<(from + count)).reduce(0) { $0 * 10 + Int(text[$1] - 48) }
        }
        let (year, month, day) = (number(0, 4), number(4, 2), number(6, 2))
        let (hour, minute, second) = (number(8, 2), number(10, 2), number(12, 2))
        guard year >= 1902, 1...12 ~= month, 1...daysOfMonth(month, year) ~= day, hour < 24, minute < 60, second <= 60
        else { return nil }
        let days = daysBeforeYear(year) - daysBeforeYear(1970) + (1..<month).reduce(0) { $0 + daysOfMonth($1, year) }
        return UInt32(truncatingIfNeeded: (days + day - 1) * 86_400 + hour * 3600 + minute * 60 + second)
    }

    /// Year, month, day of the month; the years are those from 1970 to 2106.
    static func date(_ seconds: UInt32) -> (year: Int, month: Int, day: Int) {
        var days = Int(seconds) / 86_400 + daysBeforeYear(1970)
        var year = days / 366 + 1
        while daysBeforeYear(year + 1) <= days { year += 1 }
        days -= daysBeforeYear(year)
        var month = 1
        while days >= daysOfMonth(month, year) {
            days -= daysOfMonth(month, year)
            month += 1
        }
        return (year, month, days + 1)
    }

    /// From the first of January of the year 1, Gregorian.
    private static func daysBeforeYear(_ year: Int) -> Int {
        let before = year - 1
        return before * 365 + before / 4 - before / 100 + before / 400
    }

    private static func daysOfMonth(_ month: Int, _ year: Int) -> Int {
        switch month {
        case 2: year % 4 == 0 && (year % 100 != 0 || year % 400 == 0) ? 29 : 28
        case 4, 6, 9, 11: 30
        default: 31
        }
    }
}

extension FieldPrinter {
    @inline(never) static func time(_ octets: UnsafePointer<UInt8>, to writer: inout ByteWriter) {
        let seconds = uint32(octets)
        let (year, month, day) = SignatureTime.date(seconds)
        let ofDay = Int(seconds % 86_400)
        for number in [year / 100, year % 100, month, day, ofDay / 3600, ofDay / 60 % 60, ofDay % 60] {
            writer.append(UInt8(truncatingIfNeeded: 48 + number / 10))
            writer.append(UInt8(truncatingIfNeeded: 48 + number % 10))
        }
    }
}
