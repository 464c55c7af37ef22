extension RegisterSnapshot {
    /// The newest form of a request, as it was handed in: papers that came later are not in it. `nil` when there is
    /// no such request, or it was carried out in one step.
    public func form(of id: RequestID) throws -> RequestForm? {
        guard let event = try event(of: id) else { return nil }
        if event.kind.isForm { return event.details["form"].flatMap(RequestForm.init(json:)) }
        return try event.request?.form.flatMap { try form(of: id, at: $0) }
    }

    /// The newest form of a request that a walk came by, likewise.
    func form(of request: RequestSummary, _ newest: NewestEvent) throws -> RequestForm? {
        let offset = newest.kind.isForm ? newest.offset : request.form
        return try offset.flatMap { try form(of: request.id, at: $0) }
    }

    private func form(of id: RequestID, at offset: Int) throws -> RequestForm? {
        guard let octets = try ChainReader.line(of: file, at: offset) else { return nil }
        return try octets.withUnsafeBufferPointer { octets in
            guard let line = RequestLine(octets), line.isAbout(id.description) else { throw changed() }
            return line.form
        }
    }
}
