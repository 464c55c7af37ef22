import RFC1035

extension ZoneSettings.SerialPolicy {
    /// The serial after `old`: greater in RFC 1982 order whatever the clock says, and never 0.
    public func next(after old: Serial, now: Instant, utcOffset: UTCOffset) -> Serial {
        switch self {
        case .increment: return old.successor
        case .unixtime: return old.advanced(to: Serial(UInt32(truncatingIfNeeded: now.seconds)))
        case .date:
            let today = now.date(at: utcOffset)
            guard let first = Serial.firstOfDay(year: today.year, month: today.month, day: today.day) else {
                return old.successor
            }
            return old.advanced(to: first)
        }
    }
}

extension Serial {
    /// The latest of several serials: each later one that is greater in RFC 1982 order wins; where the order is
    /// not defined the earlier stays.
    static func latest(_ serials: [Serial]) -> Serial? {
        serials.reduce(nil) { latest, serial in
            guard let latest else { return serial }
            return latest.order(to: serial) == .less ? serial : latest
        }
    }
}
