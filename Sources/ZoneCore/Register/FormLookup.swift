extension RegisterSnapshot {
    /// The newest form of a request, as it was handed in: papers that came later are not in it. `nil` when there is
    /// no such request, or it was carried out in one step.
    public func form(of id: RequestID) throws -> RequestForm? { try event(of: id).flatMap { try form(of: $0) } }

    /// The newest form of the request that an event is about, likewise.
    func form(of event: Event) throws -> RequestForm? {
        if event.kind.isForm { return event.details["form"].flatMap(RequestForm.init(json:)) }
        guard let offset = event.request?.form, let line = try ChainReader.line(of: file, at: offset) else {
            return nil
        }
        let earlier = try decode(line, at: offset)
        guard earlier.request?.id == event.request?.id else { throw changed() }
        return earlier.details["form"].flatMap(RequestForm.init(json:))
    }
}
