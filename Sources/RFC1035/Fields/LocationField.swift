// Geographical location (RFC 1876).

/// The numbers of a LOC record.
enum Location {
    static let octets = 16
    /// The equator, the prime meridian (RFC 1876 §2).
    static let zero: UInt32 = 1 << 31
    /// Centimetres from the base of altitudes to the reference spheroid.
    static let altitudeBase: Int64 = 10_000_000

    /// Thousandths of a second from the zero line: what `d 59 59.999` takes, with `d` the last whole degree.
    static func limit(degrees: UInt32) -> UInt32 { (degrees + 1) * 3_600_000 - 1 }

    /// Centimetres as one digit and a power of ten (RFC 1876 §2); the power is the lower half of the octet.
    static func precision(_ centimetres: UInt64) -> UInt8 {
        var digit = centimetres
        var power: UInt8 = 0
        while digit >= 10 {
            digit /= 10
            power += 1
        }
        return UInt8(truncatingIfNeeded: digit) &<< 4 | power
    }

    static func centimetres(_ precision: UInt8) -> UInt64 {
        var value = UInt64(precision >> 4)
        for _ in 0..<(precision & 15) { value &*= 10 }
        return value
    }

    /// How far the angle at `offset` is from its zero line, in thousandths of a second.
    static func distance(_ octets: UnsafeBufferPointer<UInt8>, _ offset: Int) -> UInt32 {
        var value: UInt32 = 0
        for octet in octets[offset..<(offset + 4)] { value = value << 8 | UInt32(octet) }
        return value >= zero ? value - zero : zero - value
    }

    /// Whether valid data of the version that has a form lies beyond the end of a scale.
    static func isBeyondPole(_ octets: UnsafeBufferPointer<UInt8>) -> Bool {
        octets.first == 0 && (distance(octets, 4) > 90 * 3_600_000 || distance(octets, 8) > 180 * 3_600_000)
    }

    static func isPrecision(_ octet: UInt8) -> Bool {
        octet >> 4 <= 9 && octet & 15 <= 9 && (octet >> 4 > 0 || octet == 0)
    }
}

extension MasterParser {
    /// `d [m [s]] N|S d [m [s]] E|W altitude[m] [size[m] [horizontal[m] [vertical[m]]]]` (RFC 1876 §3).
    @inline(never) mutating func readLocation() throws(Fault) {
        let latitude = try readAngle(90, UInt8(ascii: "N"), UInt8(ascii: "S"), .badLatitude)
        let longitude = try readAngle(180, UInt8(ascii: "E"), UInt8(ascii: "W"), .badLongitude)
        let altitude = try readAltitude()
        // A metre, ten kilometres, ten metres (RFC 1876 §3).
        let size = try readPrecision(orElse: 0x12)
        let horizontal = try readPrecision(orElse: 0x16)
        let vertical = try readPrecision(orElse: 0x13)
        append(0 as UInt8)
        append(size)
        append(horizontal)
        append(vertical)
        append(latitude)
        append(longitude)
        append(altitude)
    }

    private mutating func readAngle(
        _ most: UInt32, _ positive: UInt8, _ negative: UInt8, _ reason: FaultReason
    ) throws(Fault) -> UInt32 {
        let (first, end) = try field()
        guard let degrees = number(first, end, limit: most) else { throw Fault(reason, at: first) }
        var value = degrees * 3_600_000
        var parts = 1
        while true {
            let (start, end) = try field()
            if end - start == 1, buffer[start] == positive || buffer[start] == negative {
                if value > most * 3_600_000 { warn(.beyondPole, at: first) }
                return buffer[start] == positive ? Location.zero + value : Location.zero - value
            }
            switch parts {
            case 1:
                guard let minutes = number(start, end, limit: 59) else { throw Fault(reason, at: start) }
                value += minutes * 60_000
            case 2:
                guard let thousandths = fixedPoint(start, end, places: 3), thousandths < 60_000 else {
                    throw Fault(reason, at: start)
                }
                value += UInt32(truncatingIfNeeded: thousandths)
            default: throw Fault(reason, at: start)
            }
            parts += 1
        }
    }

    private mutating func readAltitude() throws(Fault) -> UInt32 {
        let (start, end) = try field()
        let sign = buffer[start]
        let isSigned = sign == UInt8(ascii: "-") || sign == UInt8(ascii: "+")
        let digits = isSigned ? start + 1 : start
        guard let length = fixedPoint(digits, withoutMetre(start, end), places: 2, isSigned) else {
            throw Fault(.badAltitude, at: start)
        }
        let centimetres = Location.altitudeBase + (sign == UInt8(ascii: "-") ? -1 : 1) * Int64(length)
        guard let altitude = UInt32(exactly: centimetres) else { throw Fault(.badAltitude, at: start) }
        return altitude
    }

    private mutating func readPrecision(orElse precision: UInt8) throws(Fault) -> UInt8 {
        guard try hasField() else { return precision }
        let (start, end) = try field()
        // The fraction of a metre above the largest power that BIND and NSD read is dropped like any other digit.
        guard let length = fixedPoint(start, withoutMetre(start, end), places: 2), length < 9_000_000_100 else {
            throw Fault(.badPrecision, at: start)
        }
        let precision = Location.precision(length)
        if Location.centimetres(precision) != length { warn(.precisionRounded, at: start) }
        return precision
    }

    private func withoutMetre(_ start: Int, _ end: Int) -> Int {
        end - start > 1 && buffer[end - 1] == UInt8(ascii: "m") ? end - 1 : end
    }

    /// Decimal digits up to `limit`.
    private func number(_ start: Int, _ end: Int, limit: UInt32) -> UInt32? {
        fixedPoint(start, end, places: 0).flatMap { $0 <= limit ? UInt32(truncatingIfNeeded: $0) : nil }
    }

    /// Digits with at most `places` of them behind a point, in units of the last place, below 10¹².
    private func fixedPoint(_ start: Int, _ end: Int, places: Int, _ mayBeginWithPoint: Bool = false) -> UInt64? {
        var value: UInt64 = 0
        var at = start
        while at < end, ASCII.isDigit(buffer[at]) {
            value = value * 10 + UInt64(buffer[at] - 48)
            guard value < 1_000_000_000 else { return nil }
            at += 1
        }
        guard at > start || mayBeginWithPoint && end - start > 1 else { return nil }
        var left = places
        if at < end {
            guard places > 0, buffer[at] == UInt8(ascii: ".") else { return nil }
            at += 1
            while at < end {
                guard left > 0, ASCII.isDigit(buffer[at]) else { return nil }
                value = value * 10 + UInt64(buffer[at] - 48)
                left -= 1
                at += 1
            }
        }
        for _ in 0..<left { value *= 10 }
        return value
    }
}

extension FieldLength {
    /// Version 0 within the limits of its text; other versions are octets that nobody here knows.
    static func location(_ octets: UnsafeBufferPointer<UInt8>) -> Int? {
        guard let version = octets.first else { return nil }
        guard version == 0 else { return octets.count }
        guard octets.count == Location.octets, octets[1...3].allSatisfy(Location.isPrecision) else { return nil }
        guard Location.distance(octets, 4) <= Location.limit(degrees: 90),
            Location.distance(octets, 8) <= Location.limit(degrees: 180)
        else { return nil }
        return octets.count
    }
}

extension FieldPrinter {
    /// Every part of a location, as BIND prints them.
    static func location(_ octets: UnsafePointer<UInt8>, _ length: Int, to writer: inout ByteWriter) {
        guard octets[0] == 0 else {
            generic(octets, length, to: &writer)
            return
        }
        angle(uint32(octets + 4), UInt8(ascii: "N"), UInt8(ascii: "S"), to: &writer)
        angle(uint32(octets + 8), UInt8(ascii: "E"), UInt8(ascii: "W"), to: &writer)
        let altitude = Int64(uint32(octets + 12)) - Location.altitudeBase
        if altitude < 0 { writer.append(UInt8(ascii: "-")) }
        fraction(altitude.magnitude, places: 2, to: &writer)
        writer.append(UInt8(ascii: "m"))
        for at in 1...3 {
            let precision = Location.centimetres(octets[at])
            writer.append(UInt8(ascii: " "))
            if precision < 100 {
                fraction(precision, places: 2, to: &writer)
            } else {
                writer.append(decimal: UInt32(truncatingIfNeeded: precision / 100))
            }
            writer.append(UInt8(ascii: "m"))
        }
    }

    private static func angle(_ value: UInt32, _ positive: UInt8, _ negative: UInt8, to writer: inout ByteWriter) {
        let isPositive = value >= Location.zero
        let distance = isPositive ? value - Location.zero : Location.zero - value
        writer.append(decimal: distance / 3_600_000)
        writer.append(UInt8(ascii: " "))
        writer.append(decimal: distance / 60_000 % 60)
        writer.append(UInt8(ascii: " "))
        fraction(UInt64(distance % 60_000), places: 3, to: &writer)
        writer.append(UInt8(ascii: " "))
        writer.append(isPositive ? positive : negative)
        writer.append(UInt8(ascii: " "))
    }

    /// A number below 2³² × 10 with a point before its last `places` digits.
    private static func fraction(_ value: UInt64, places: Int, to writer: inout ByteWriter) {
        var unit: UInt64 = 1
        for _ in 0..<places { unit *= 10 }
        writer.append(decimal: UInt32(truncatingIfNeeded: value / unit))
        writer.append(UInt8(ascii: "."))
        var rest = value % unit
        for _ in 0..<places {
            unit /= 10
            writer.append(UInt8(truncatingIfNeeded: 48 + rest / unit))
            rest %= unit
        }
    }
}
