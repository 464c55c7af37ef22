/// Writes records of a store as master-file text.
///
/// Made once for many records, so that what they share is looked up once.
public struct RecordWriter {
    private let arena: UnsafeMutablePointer<UInt8>
    /// The class between two tabs, as two little-endian words, and how many octets that is.
    private let classText: (low: UInt64, high: UInt64, count: Int)
    private let types = TypeIndex.shared
    private let zone: PrintedOrigin?
    /// Only so that what `zone` points to lives as long as the writer.
    private let storage: PrintedOrigin.Storage?

    /// - Parameters:
    ///   - store: must outlive the writer, and not be read into meanwhile.
    ///   - zone: what most names end with, which is printed fast, and what owners are relative to where asked for.
    public init(_ store: RecordStore, zone: Name = .root) {
        arena = store.arena
        storage = PrintedOrigin.Storage(zone)
        self.zone = storage?.origin
        // No class has a name of more than ten octets.
        let text = Array("\t\(store.recordClass)\t".utf8.prefix(16))
        func word(_ octets: ArraySlice<UInt8>) -> UInt64 { octets.reversed().reduce(0) { $0 << 8 | UInt64($1) } }
        classText = (word(text.prefix(8)), word(text.dropFirst(8)), text.count)
    }

    /// One record in canonical text: absolute lower-case owner, TTL, class, type, data, separated by tabs.
    public func appendCanonical(_ row: RecordStore.Row, to writer: inout ByteWriter) {
        FieldPrinter.name(arena + Int(row.owner), zone, to: &writer)
        writer.append(UInt8(ascii: "\t"))
        writer.append(decimal: row.ttl)
        writer.append(classText.low, classText.high, count: classText.count)
        Self.appendType(row.type, types, to: &writer)
        writer.append(UInt8(ascii: "\t"))
        appendRdata(row, to: &writer)
        writer.append(UInt8(ascii: "\n"))
    }

    /// The data of one record; names are absolute.
    public func appendRdata(_ row: RecordStore.Row, to writer: inout ByteWriter) {
        FieldPrinter.rdata(row.type, arena + Int(row.rdata), Int(row.rdataLength), zone, types, to: &writer)
    }

    /// The data of one record in generic form (RFC 3597 §5).
    public func appendGenericRdata(_ row: RecordStore.Row, to writer: inout ByteWriter) {
        FieldPrinter.generic(arena + Int(row.rdata), Int(row.rdataLength), to: &writer)
    }

    /// The data of one record of a store.
    public static func appendRdata(_ row: RecordStore.Row, of store: RecordStore, to writer: inout ByteWriter) {
        RecordWriter(store).appendRdata(row, to: &writer)
    }

    /// One record of a store in canonical text.
    public static func appendCanonical(_ row: RecordStore.Row, of store: RecordStore, to writer: inout ByteWriter) {
        RecordWriter(store).appendCanonical(row, to: &writer)
    }

    /// The owner of one record; relative to the zone where asked for.
    public func appendOwner(_ row: RecordStore.Row, isRelative: Bool = false, to writer: inout ByteWriter) {
        FieldPrinter.name(arena + Int(row.owner), zone, isRelative: isRelative, to: &writer)
    }

    /// A name in wire form; returns how many octets it takes there.
    ///
    /// SAFETY: a whole name, in an arena: sixteen octets behind it are readable.
    @discardableResult public static func appendName(
        _ wire: UnsafePointer<UInt8>, to writer: inout ByteWriter
    ) -> Int {
        FieldPrinter.name(wire, nil, to: &writer)
    }

    /// A type's mnemonic, or `TYPEn` where there is none that BIND knows.
    public static func appendType(_ type: UInt16, to writer: inout ByteWriter) {
        appendType(type, .shared, to: &writer)
    }

    private static func appendType(_ type: UInt16, _ types: TypeIndex, to writer: inout ByteWriter) {
        if let row = types.row(of: type), !types.descriptors[row].isWrittenByNumber {
            let descriptor = types.descriptors[row]
            writer.append(descriptor.low, descriptor.high, count: Int(descriptor.mnemonicLength))
        } else {
            writer.append("TYPE")
            writer.append(decimal: UInt32(type))
        }
    }
}
