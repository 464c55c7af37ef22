import RFC1035

/// Giving up hosting that came without a name: its space is free for others, its accounts hold no longer.
extension Decision {
    /// What giving up makes of a request.
    public struct HostingRelease: Sendable {
        public var draft: EventDraft
        public var request: RequestSummary
        /// What is free again.
        public var gigabytes: Int
        public var warnings: [Reason]
    }

    /// Gives up the hosting of the request that the letter names, if its agency asks for it.
    public func release(_ given: RequestLetter, note: String?) throws(Failure) -> HostingRelease {
        let letter = try given.checked()
        guard var request = try lookup({ try $0.request(letter.id) }) else { throw .noRequest(letter.id) }
        if let name = request.name { throw .refused([Decision.hasName(request.id, name)]) }
        guard Decision.isSame(request.opd, letter.opd) else {
            throw .refused([
                Reason(
                    "NOT_OWNER", request.id.description,
                    Text(
                        en: "is of \(Shown.text(request.opd)), not of \(Shown.text(letter.opd))",
                        id: "milik \(Shown.text(request.opd)), bukan \(Shown.text(letter.opd))"))
            ])
        }
        guard request.provisioned != nil, request.space > 0 else { throw .state([Decision.holdsNothing(request)]) }
        let gigabytes = request.space
        request.space = 0
        var details: [String: JSONValue] = [
            "gigabytes": .integer(gigabytes), "opd": .string(letter.opd), "letter": .string(letter.letter),
        ]
        if let date = letter.letterDate { details["letterDate"] = .string(date) }
        if let note { details["note"] = .string(try FormText.checked(note, option: "--note")) }
        return HostingRelease(
            draft: EventDraft(.capacityReleased, request: request, details: details), request: request,
            gigabytes: gigabytes, warnings: letter.warnings(today))
    }

    private static func hasName(_ id: RequestID, _ name: Name) -> Reason {
        Reason(
            "HAS_NAME", id.description,
            Text(
                en: "is about \(name.undotted), and its space goes with the name: zonectl remove \(id)",
                id: "menyangkut \(name.undotted), dan ruangnya dilepas bersama namanya: zonectl remove \(id)"))
    }

    private static func holdsNothing(_ request: RequestSummary) -> Reason {
        if request.isHostingReleased {
            return Reason(
                "ALREADY_DONE", request.id.description,
                Text(en: "its space was given up already", id: "ruangnya sudah dilepas"))
        }
        return Reason(
            "NOT_ACTIVE", request.id.description,
            request.state?.isFinal == false
                ? Text(
                    en: "has no space yet: zonectl request cancel \(request.id)",
                    id: "belum mempunyai ruang: zonectl request cancel \(request.id)")
                : Text(en: "has no space of its own", id: "tidak mempunyai ruang sendiri"))
    }

    /// What is said of a request where a name is wanted and it has none.
    public static func hasNoName(_ request: RequestSummary) -> Reason {
        let text =
            request.space > 0
            ? Text(
                en: "has no name; hosting without one is given up with: zonectl capacity release \(request.id)",
                id: "tidak bernama; hosting tanpa nama dilepas dengan: zonectl capacity release \(request.id)")
            : Text(en: "the request is about no name", id: "permohonan itu tidak menyangkut nama")
        return Reason("NAME_NOT_FOUND", request.id.description, text)
    }
}

extension RequestSummary {
    /// Whether it was given hosting without a name, and the agency gave it up since.
    var isHostingReleased: Bool {
        name == nil && kind == RequestKind.hosting.rawValue && provisioned != nil && space == 0
    }
}
