import RFC1035

/// What the decision rules ask of the register.
public protocol RegisterLookup {
    /// Exactly this name, newest state, also when it is requested or retired.
    func managedName(_ name: Name) throws -> ManagedName?
    /// The managed name (not retired) that has a record at `owner`: `www.dinkes` → `dinkes`.
    func holder(ofOwner owner: Name) throws -> ManagedName?
    /// Managed names (not retired) below `name`, at most `limit`.
    func activeNamesBelow(_ name: Name, limit: Int) throws -> [Name]
    /// Space taken on the shared hosting by all names.
    var gigabytesTaken: Int { get }
}

/// Why a name exists, or not, among the static records of a zone.
public enum StaticExistence: Hashable, Sendable {
    case none
    /// Records at the name itself. `place` is for the message: `static.zone:12`.
    case records(types: [String], place: String)
    /// No records, but names below it.
    case emptyNonTerminal(example: Name)
    /// At a delegation or below it.
    case belowDelegation(cut: Name)
    case belowDNAME(owner: Name)
    case coveredByWildcard(owner: Name)
    case outOfZone
}

/// What the decision rules ask of the static records.
public protocol StaticZoneView {
    func existence(of name: Name) -> StaticExistence
}
