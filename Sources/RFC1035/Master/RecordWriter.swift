/// Writes records of a store as master-file text.
public enum RecordWriter {
    /// One record in canonical text: absolute lower-case owner, TTL, class, type, data, separated by tabs.
    public static func appendCanonical(_ row: RecordStore.Row, of store: RecordStore, to writer: inout ByteWriter) {
        appendName(store.arena + Int(row.owner), to: &writer)
        writer.append(UInt8(ascii: "\t"))
        writer.append(decimal: row.ttl)
        writer.append(UInt8(ascii: "\t"))
        appendClass(store.recordClass, to: &writer)
        writer.append(UInt8(ascii: "\t"))
        appendType(row.type, to: &writer)
        writer.append(UInt8(ascii: "\t"))
        appendRdata(row, of: store, origin: nil, to: &writer)
        writer.append(UInt8(ascii: "\n"))
    }

    /// The data of one record; names relative to `origin` where one is given.
    public static func appendRdata(
        _ row: RecordStore.Row, of store: RecordStore, origin: Name?, to writer: inout ByteWriter
    ) {
        FieldPrinter.rdata(
            row.type, store.arena + Int(row.rdata), Int(row.rdataLength), origin: origin, .shared, to: &writer)
    }

    /// A name in wire form; returns how many octets it takes there.
    @discardableResult public static func appendName(
        _ wire: UnsafePointer<UInt8>, relativeTo origin: Name? = nil, to writer: inout ByteWriter
    ) -> Int {
        FieldPrinter.name(wire, origin: origin, to: &writer)
    }

    public static func appendType(_ type: UInt16, to writer: inout ByteWriter) {
        let types = TypeIndex.shared
        if let row = types.row(of: type) {
            writer.append(text: RecordTypeRow.all[row].mnemonic)
        } else {
            writer.append("TYPE")
            writer.append(decimal: UInt32(type))
        }
    }

    static func appendClass(_ recordClass: RecordClass, to writer: inout ByteWriter) {
        if recordClass == .internet { writer.append("IN") } else { writer.append(text: recordClass.description) }
    }
}
