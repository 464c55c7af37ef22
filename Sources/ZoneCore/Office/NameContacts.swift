import RFC1035

/// Whom to call about a name, as its holder last wrote in a form.
public struct NameContacts: Sendable {
    public var name: ManagedName
    /// The request with the form; `nil` when the name came by `add` alone, which asks for nobody.
    public var request: RequestID?
    public var adminPIC: RequestForm.Contact?
    public var technicalPIC: RequestForm.Contact?

    public var isEmpty: Bool { adminPIC == nil && technicalPIC == nil }

    /// Of every name that somebody holds, in the order of the zone.
    public static func all(_ register: RegisterSnapshot) throws -> [NameContacts] {
        var names: [ManagedName] = []
        try register.forEachManagedName(statuses: [.active, .suspended]) { names.append($0) }
        return try names.sorted { $0.name < $1.name }.map { try NameContacts($0, register) }
    }

    public init(_ name: ManagedName, _ register: RegisterSnapshot) throws {
        self.name = name
        // The newest request may be about a change only and name nobody.
        for id in name.request == name.firstRequest ? [name.request] : [name.request, name.firstRequest] {
            guard let form = try register.form(of: id), form.adminPIC != nil || form.technicalPIC != nil else {
                continue
            }
            request = id
            adminPIC = form.adminPIC
            technicalPIC = form.technicalPIC
            return
        }
    }
}
