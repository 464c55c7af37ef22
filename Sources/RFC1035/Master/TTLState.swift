/// The TTLs that records without one take (RFC 2308 §4, RFC 1035 §5.1).
struct TTLState {
    var defaultTTL: UInt32 = 0
    var hasDefault = false
    var last: UInt32 = 0
    var hasLast = false
    /// The default comes from an included file, where this one has none or another; see `inferredTTL`.
    var isIncluded = false
    /// The warning that records take the last TTL has been given.
    var hasToldLast = false

    /// Where nothing says a TTL: what Knot and NSD take, in seconds.
    static var fallback: UInt32 { 3600 }
}
