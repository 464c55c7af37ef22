import RFC1035

/// The data of a DS record (RFC 4034 §5.3), as an agency sends it.
public struct DelegationSigner: Hashable, Sendable, CustomStringConvertible {
    public let keyTag: UInt16
    public let algorithm: UInt8
    public let digestType: UInt8
    /// Upper-case hexadecimal.
    public let digest: String

    public var description: String { "\(keyTag) \(algorithm) \(digestType) \(digest)" }

    /// Why it may not be trusted for long, when it may not.
    public var weakness: Text? {
        if digestType == 1 {
            return Text(
                en: "its digest is SHA-1; ask for type 2 (SHA-256)", id: "intinya SHA-1; mintalah tipe 2 (SHA-256)")
        }
        if [5, 7, 10, 12].contains(algorithm) {
            return Text(
                en: "algorithm \(algorithm) is no longer recommended (RFC 8624)",
                id: "algoritma \(algorithm) tidak lagi dianjurkan (RFC 8624)")
        }
        return nil
    }

    /// Reads `KEYTAG ALGORITHM TYPE DIGEST`; the digest may have blanks in it. Throws the reason.
    public static func parse(_ text: String) throws(DelegationSignerError) -> DelegationSigner {
        guard text.utf8.count <= 512 else { throw .form }
        let parts = text.utf8.split { $0 == 0x20 || $0 == 0x09 }
        guard parts.count >= 4 else { throw .form }
        func number<Number: FixedWidthInteger>(_ index: Int, _: Number.Type) -> Number? {
            parts[index].allSatisfy(ASCII.isDigit) ? Number(String(Substring(parts[index]))) : nil
        }
        guard let tag = number(0, UInt16.self) else { throw .keyTag }
        guard let algorithm = number(1, UInt8.self), [5, 7, 8, 10, 12, 13, 14, 15, 16, 17, 23].contains(algorithm)
        else {
            throw .algorithm
        }
        guard let type = number(2, UInt8.self), let octets = DigestType.length(of: type) else { throw .digestType }
        let length = 2 * octets
        let digest = Array(parts[3...].joined())
        guard digest.count == length, digest.allSatisfy({ ASCII.hexadecimalValue($0) != nil }) else {
            throw .digest(type, length)
        }
        let upper = digest.map { ASCII.isDigit($0) ? $0 : $0 & 0xDF }
        return DelegationSigner(
            keyTag: tag, algorithm: algorithm, digestType: type, digest: String(decoding: upper, as: UTF8.self))
    }
}

/// Why a text is not DS data.
public enum DelegationSignerError: Error, Hashable, Sendable {
    case form, keyTag, algorithm, digestType
    case digest(UInt8, Int)

    public var text: Text {
        switch self {
        case .form:
            Text(en: "not of the form KEYTAG ALGORITHM TYPE DIGEST", id: "tidak berbentuk KEYTAG ALGORITMA TIPE INTI")
        case .keyTag: Text(en: "the key tag is a number from 0 to 65535", id: "key tag adalah angka 0 sampai 65535")
        case .algorithm: Text(en: "no signing algorithm in use", id: "bukan algoritma penandatanganan yang dipakai")
        case .digestType: Text(en: "no known digest type", id: "tipe inti tidak dikenal")
        case .digest(let type, let length):
            Text(
                en: "a digest of type \(type) has \(length) hexadecimal digits",
                id: "inti tipe \(type) terdiri atas \(length) angka heksadesimal")
        }
    }
}
