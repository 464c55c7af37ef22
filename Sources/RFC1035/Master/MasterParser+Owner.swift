#if canImport(Glibc)
import Glibc
#elseif canImport(Musl)
import Musl
#else
import Darwin
#endif

// What of an owner its wire form does not say: where it stood, and how it was written.

extension MasterParser {
    /// Where the owner stands behind a parenthesis that begins a line: BIND and Knot agree only where it begins one
    /// too.
    @inline(never) func ownerInParentheses(from start: Int) throws(Fault) -> Int {
        let owner = Int(starts[index])
        guard buffer[owner - 1] == UInt8(ascii: "\n"), buffer[owner] != UInt8(ascii: "\"") else {
            throw Fault(.parenthesisFirst, at: start)
        }
        return owner
    }

    /// A longer text is no owner, whatever is escaped in it.
    static var keptOwnerCapacity: Int { 1100 }

    /// The current owner's text; empty where it is not known.
    var ownerOctets: UnsafeBufferPointer<UInt8> {
        UnsafeBufferPointer(start: ownerText, count: ownerTextLength)
    }

    /// Keeps the current owner's text, since the window is about to move, or it is another parser's.
    mutating func keepOwner(_ text: UnsafeBufferPointer<UInt8>) {
        ownerTextLength = text.count <= Self.keptOwnerCapacity ? text.count : 0
        if let base = text.baseAddress { memmove(keptOwner, base, ownerTextLength) }
        ownerText = keptOwner
    }

    /// The current owner is written again, and not as before.
    @inline(never) mutating func compareCase(_ start: Int, _ end: Int) {
        let text = UnsafeBufferPointer(start: buffer + start, count: end - start)
        if ownerTextLength > 0, OwnerCase.differs(ownerOctets, text) { note(.letterCase) }
        ownerText = buffer + start
        ownerTextLength = text.count
    }

    /// Notes that BIND begins anew at the record at hand.
    mutating func note(_ kind: OwnerTurn.Kind) {
        // A record that the window's end cut off is read twice.
        let turn = OwnerTurn(row: UInt32(truncatingIfNeeded: rowCount), kind: kind)
        if store.turns.last != turn { store.turns.append(turn) }
    }
}
