// Types without text for their data, and types without records.

extension MasterParser {
    /// Only the generic form of RFC 3597 is there to read, and that has been looked for already.
    @inline(never) mutating func readOpaque() throws(Fault) {
        throw Fault(.genericOnly, at: Int(starts[index]))
    }

    /// What no zone holds: meta types (RFC 6895 §3.1), and MD and MF (RFC 973 §3).
    @inline(never) mutating func refuseType() throws(Fault) {
        var at = max(index - 1, 0)
        while at > 0 && Octets.isControl(buffer[Int(starts[at])]) { at -= 1 }
        fieldIndex = -1
        throw Fault(types.isMeta(typeNumber) ? .metaType : .replacedType, at: Int(starts[at]))
    }

    /// The same by number: Knot and NSD read such records, BIND does not, which is worth a warning.
    @inline(never) mutating func judgeNumberedType(_ number: UInt16, at start: Int) throws(Fault) {
        switch number {
        case 0: throw Fault(.typeZero, at: start)
        case 3, 4: warn(.numberedReplacedType, at: start)
        default: if types.isMeta(number) || 128...255 ~= number { warn(.numberedMetaType, at: start) }
        }
    }
}
