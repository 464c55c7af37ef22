import RFC1035

/// An address block, `203.0.113.0/24`.
public struct Network: Hashable, Sendable, CustomStringConvertible {
    public let base: IPAddress
    public let prefixLength: Int

    /// Reads CIDR notation; an address alone is a block of one. Throws the reason, in words.
    public static func parse(_ text: String) throws(NetworkError) -> Network {
        let parts = text.split(separator: "/", omittingEmptySubsequences: false)
        guard parts.count <= 2, let first = parts.first else { throw .syntax }
        let address: IPAddress
        do {
            address = try IPAddress(String(first))
        } catch {
            throw .address(error)
        }
        let bits = address.octets.count * 8
        guard parts.count == 2 else { return Network(base: address, prefixLength: bits) }
        let digits = Array(parts[1].utf8)
        guard !digits.isEmpty, digits.count <= 3, digits.allSatisfy(ASCII.isDigit),
            digits.count == 1 || digits[0] != UInt8(ascii: "0"), let length = Int(parts[1]), length <= bits
        else { throw .prefixLength(maximum: bits) }
        let network = Network(base: address, prefixLength: length)
        guard network.masked(address) == address else {
            throw .hostBits(Network(base: network.masked(address), prefixLength: length).description)
        }
        return network
    }

    /// For the tables of this program, whose texts a test reads.
    init?(known text: String) {
        guard let network = try? Network.parse(text) else { return nil }
        self = network
    }

    init(base: IPAddress, prefixLength: Int) {
        self.base = base
        self.prefixLength = prefixLength
    }

    private func masked(_ address: IPAddress) -> IPAddress {
        var octets = address.octets
        for index in octets.indices {
            let kept = min(max(prefixLength - index * 8, 0), 8)
            octets[index] &= UInt8(truncatingIfNeeded: 0xFF00 >> kept)
        }
        return IPAddress(uncheckedOctets: octets)
    }

    public func contains(_ address: IPAddress) -> Bool {
        address.octets.count == base.octets.count && masked(address) == base
    }

    public var description: String { "\(base)/\(prefixLength)" }
}

/// Why a text is not an address block.
public enum NetworkError: Error, Hashable, Sendable {
    case syntax
    case address(IPAddress.ParseError)
    case prefixLength(maximum: Int)
    /// The address has bits set after the prefix; the block that is probably meant.
    case hostBits(String)

    public var text: Text {
        switch self {
        case .syntax: Text(en: "not of the form 203.0.113.0/24", id: "tidak berbentuk 203.0.113.0/24")
        case .address(let error): error.text
        case .prefixLength(let maximum):
            Text(
                en: "the prefix length after / is a number from 0 to \(maximum)",
                id: "panjang awalan setelah / adalah angka 0 sampai \(maximum)")
        case .hostBits(let meant):
            Text(
                en: "the address has bits after the prefix; is \(meant) meant?",
                id: "alamat memiliki bit setelah awalan; maksudnya \(meant)?")
        }
    }
}
