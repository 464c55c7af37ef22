/// Time that seems to run backwards: a clock that was set wrong before, is wrong now, or a `--now` left in a script.
extension RegisterSnapshot {
    /// `CLOCK_BACK` when `now` is before the register's last event. The order of the register is that of its lines,
    /// so nothing breaks; but dates in it, of quarantines too, would tell another story.
    public func clockWarning(now: Instant) throws -> Reason? {
        guard head.count > 0, let line = try ChainReader.line(of: file, at: lastLine),
            let last = Event(line: line).flatMap({ Instant(rfc3339: $0.time) }), now < last
        else { return nil }
        return Reason(
            "CLOCK_BACK", now.rfc3339,
            Text(
                en: "is before the register's last event, of \(last.rfc3339); check the clock and --now",
                id: "lebih awal dari peristiwa terakhir dalam register, \(last.rfc3339); periksa jam dan --now"))
    }
}
