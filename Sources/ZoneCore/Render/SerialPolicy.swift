import RFC1035

extension ZoneSettings.SerialPolicy {
    /// The serial after `old`: greater in RFC 1982 order whatever the clock says, and never 0.
    public func next(after old: Serial, now: Timestamp, utcOffset minutes: Int) -> Serial {
        switch self {
        case .increment: return old.successor
        case .unixtime: return old.advanced(to: Serial(UInt32(truncatingIfNeeded: now.seconds)))
        case .date:
            let parts = now.date(utcOffset: minutes).split(separator: "-").compactMap { Int($0) }
            guard parts.count == 3, let first = Serial.firstOfDay(year: parts[0], month: parts[1], day: parts[2])
            else { return old.successor }
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
