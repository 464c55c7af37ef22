/// An enlargement of the shared hosting.
public struct AddedSpace: Hashable, Sendable {
    public var time: Instant
    public var gigabytes: Int
    /// On what grounds: the minutes of delivery, say.
    public var note: String?
}

extension RegisterSnapshot {
    /// What the shared hosting was enlarged by from `time` on, the oldest first.
    public func spaceAdded(since time: Instant) throws -> [AddedSpace] {
        var result: [AddedSpace] = []
        try forEachEvent(ofKinds: { $0 == EventKind.capacityAdded.code }) { event in
            guard let moment = Instant(rfc3339: event.time), moment >= time,
                let gigabytes = event.details["gigabytes"]?.integer
            else { return }
            result.append(AddedSpace(time: moment, gigabytes: gigabytes, note: event.details["note"]?.string))
        }
        return result
    }
}

extension RequestRecord {
    /// When it was put off first, for want of space; `nil` when it never was.
    public var putOff: Instant? { history.first { $0.state == .deferred }?.time }
}
