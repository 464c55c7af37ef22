// Geographical position as strings (RFC 1712 §3).

extension MasterParser {
    /// One of longitude, latitude and altitude. BIND takes any string; what is no such number is worth a warning.
    @inline(never) mutating func readGeographicNumber() throws(Fault) {
        let lengthAt = out
        try readCharacterString()
        let text = UnsafeBufferPointer(start: UnsafePointer(lengthAt + 1), count: out - lengthAt - 1)
        if !isGeographicNumber(text) { warn(.notGeographic, at: Int(starts[index - 1])) }
    }

    /// A decimal number with an optional sign and fraction: up to 90 in the first field, up to 180 in the second,
    /// either way, and any in the third.
    ///
    /// RFC 1712 §3 puts the longitude first and its own example the latitude, which is what everybody follows.
    private func isGeographicNumber(_ text: UnsafeBufferPointer<UInt8>) -> Bool {
        var digits = text[...]
        if digits.first == UInt8(ascii: "-") || digits.first == UInt8(ascii: "+") { digits = digits.dropFirst() }
        var whole = 0
        var hasPoint = false
        var digitCount = 0
        var exceeds = false
        let most = fieldIndex == 0 ? 90 : fieldIndex == 1 ? 180 : Int.max
        for octet in digits {
            if octet == UInt8(ascii: "."), !hasPoint {
                hasPoint = true
                continue
            }
            guard ASCII.isDigit(octet) else { return false }
            digitCount += 1
            if hasPoint {
                exceeds = exceeds || whole >= most && octet != UInt8(ascii: "0")
            } else {
                whole = min(whole * 10 + Int(octet - 48), 1_000_000)
            }
        }
        return digitCount > 0 && !exceeds && whole <= most
    }
}
