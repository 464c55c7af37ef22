/// Where a register ends: how many lines and octets, and the hash of the last line. Letters print the hash.
public struct RegisterHead: Hashable, Sendable {
    public var count: Int
    public var bytes: Int
    public var hash: SHA256.Digest

    public init(count: Int, bytes: Int, hash: SHA256.Digest) {
        self.count = count
        self.bytes = bytes
        self.hash = hash
    }

    /// Before the first line.
    public static let empty = RegisterHead(count: 0, bytes: 0, hash: .zero)

    /// As it stands in the file `HEAD`.
    var line: [UInt8] {
        JSONValue.object([
            "bytes": .integer(bytes), "count": .integer(count), "hash": .string(hash.description),
        ]).canonical + [0x0A]
    }

    init?(octets: [UInt8]) {
        guard octets.last == 0x0A, let json = JSONValue(octets: octets), let count = json["count"]?.integer, count > 0,
            let bytes = json["bytes"]?.integer, bytes > 0,
            let hash = json["hash"]?.string.flatMap({ SHA256.Digest(hex: Array($0.utf8)) })
        else { return nil }
        self.init(count: count, bytes: bytes, hash: hash)
    }

    /// The end after one more line.
    func adding(line: UnsafeRawBufferPointer) -> RegisterHead {
        RegisterHead(count: count + 1, bytes: bytes + line.count + 1, hash: SHA256.digest(of: line))
    }
}
