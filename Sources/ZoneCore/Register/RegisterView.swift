import RFC1035

/// What a decision rule may ask of a register. Answers are those of the verified state under the lock, with
/// what the running command has decided so far on top.
public protocol RegisterView: AnyObject {
    /// Exactly this name in its newest state, also when it is only requested, or retired.
    func managedName(_ name: Name) throws -> ManagedName?
    /// The managed name, not retired, that is `name` or has records at it: `www.dinkes…` belongs to `dinkes…`.
    func holder(ofOwner name: Name) throws -> ManagedName?
    /// Managed names below `name` that somebody holds, suspended ones too, at most `limit` of them, in no order.
    func heldNamesBelow(_ name: Name, limit: Int) throws -> [Name]
    /// Hands over every record of the active names, each with the name it belongs to; the octets live as long
    /// as the call. Reads all of them.
    func forEachActiveRecord(
        _ body: (_ name: UnsafeBufferPointer<UInt8>, _ record: UnsafeBufferPointer<UInt8>) throws -> Void) throws
    /// Whether anything is or ever was registered at `name`. Cheap: for looking through alternatives.
    func exists(_ name: Name) throws -> Bool
    /// The request in its newest state.
    func request(_ id: RequestID) throws -> RequestSummary?
    /// The newest event of a request.
    func event(of id: RequestID) throws -> Event?
    /// The events about a request, the oldest first; none when there is no such request.
    func history(of id: RequestID) throws -> [Event]
    /// The newest event about a name.
    func event(of name: Name) throws -> Event?
    /// The next number of that year.
    func nextRequestID(year: Int) throws -> RequestID
    /// Space taken on the shared hosting by active and suspended names, and by requests.
    func gigabytesTaken() throws -> Int
    /// Space that the shared hosting got beside what the settings say.
    var gigabytesAdded: Int { get }
    /// How many names have that status.
    func count(of status: NameStatus) throws -> Int
    /// The zone file written last.
    func lastRendered() throws -> RenderedEvent?
    /// Where the register ends; what is decided but not yet committed is not counted.
    var head: RegisterHead { get }
}
