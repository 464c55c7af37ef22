/// The origin of a zone ready to be printed: most names of a zone end with it, and are printed by copying it.
///
/// Handed from field to field without counting references: threads that count the same wait for each other.
///
/// Invariants of the unsafe storage: `wire` holds `length` octets, `text` `textLength` of them, a dot and the origin's
/// text; behind each, sixteen more are readable. Both live as long as the ``Storage`` they are of.
struct PrintedOrigin: BitwiseCopyable {
    private let wire: UnsafeMutablePointer<UInt8>
    /// Octets in wire form.
    let length: Int
    private let text: UnsafeMutablePointer<UInt8>
    private let textLength: Int

    /// What holds the octets.
    final class Storage {
        let origin: PrintedOrigin

        /// `nil` for the root, which saves nothing.
        init?(_ name: Name) {
            guard let origin = PrintedOrigin(name) else { return nil }
            self.origin = origin
        }

        deinit {
            origin.wire.deallocate()
            origin.text.deallocate()
        }
    }

    private init?(_ origin: Name) {
        guard !origin.isRoot else { return nil }
        var printed = ByteWriter()
        printed.append(UInt8(ascii: "."))
        let octets = origin.wire + Array(repeating: 0, count: 16)
        octets.withUnsafeBufferPointer {
            if let base = $0.baseAddress { FieldPrinter.name(base, nil, to: &printed) }
        }
        length = origin.wire.count
        textLength = printed.count
        wire = .allocate(capacity: octets.count)
        wire.initialize(from: octets, count: octets.count)
        text = .allocate(capacity: textLength + 16)
        text.initialize(repeating: 0, count: textLength + 16)
        printed.withBytes { UnsafeMutableRawBufferPointer(start: text, count: textLength).copyMemory(from: $0) }
    }

    /// Whether the rest of a name is this one.
    ///
    /// SAFETY: seven octets behind `other`, the rest of a whole name, are readable.
    @inline(__always) func isEqual(to other: UnsafePointer<UInt8>) -> Bool {
        Octets.arePaddedEqual(wire, other, length)
    }

    /// The origin's text; the dot in front of it too, unless it is the whole name.
    @inline(__always) func append(isWhole: Bool, to writer: inout ByteWriter) {
        let skipped = isWhole ? 1 : 0
        writer.reserve(textLength &+ 16)
        var at = skipped
        while at < textLength {
            writer.appendReserved(Lanes(text + at), min(16, textLength &- at))
            at &+= 16
        }
    }
}
