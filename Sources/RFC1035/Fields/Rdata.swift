// The fields of a record one after another: reading and measuring. These two switches and the one of RdataText.swift
// are the places that must know each kind.

extension MasterParser {
    /// Reads the RDATA of a type in the table.
    @inline(__always) mutating func rdata(_ descriptor: TypeIndex.Descriptor) throws(Fault) {
        guard try hasField() else {
            try absentData(descriptor)
            return
        }
        if isGenericMarker() {
            try genericRdata(descriptor)
            return
        }
        let kinds = types.kinds + Int(descriptor.firstField)
        let count = Int(descriptor.fieldCount)
        let required = Int(descriptor.requiredCount)
        var next = 0
        while next < count {
            fieldIndex = next
            if next >= required, try !hasField() {
                try absentField(kinds[next])
                break
            }
            switch kinds[next] {
            case .name: try readNameField()
            case .signer: try readSigner()
            case .uint8: try readUInt8()
            case .uint16: try readUInt16()
            case .uint32: try readUInt32()
            case .duration: try readDuration()
            case .ipv4: try readIPv4()
            case .ipv6: try readIPv6()
            case .characterString: try readCharacterString()
            case .characterStrings: try readCharacterStrings()
            case .text: try readText()
            case .quotedText: try readQuotedText()
            case .tag: try readTag()
            case .algorithm: try readAlgorithm()
            case .digestType: try readNumberOrMnemonic(DigestType.mnemonics, .badDigestType)
            case .digest: try readDigest()
            case .fingerprint: try readFingerprint()
            case .zoneDigest: try readZoneDigest()
            case .association: try readAssociation()
            case .hexadecimal: try readHexadecimal()
            case .base64: try readBase64()
            case .typeCovered: try readTypeCovered()
            case .typeBitmap: try readTypeBitmap()
            case .oldTypeBitmap: try readOldTypeBitmap()
            case .time: try readTime()
            case .date: try readDate()
            case .salt: try readSalt()
            case .nextHash: try readNextHash()
            case .certificateType: try readCertificateType()
            case .keyFlags: try readKeyFlags()
            case .keyProtocol: try readNumberOrMnemonic(KeyMnemonics.protocols, .badKeyProtocol)
            case .key: try readKey()
            case .zero: try readZero()
            case .x25Address: try readX25Address()
            case .eui48: try readEUI(6, .badEUI48)
            case .eui64: try readEUI(8, .badEUI64)
            case .locator64: try readLocator64()
            case .opaque: try readOpaque()
            case .refused: try refuseType()
            case .uint64: try readUInt64()
            case .base64OrHyphen: try readBase64OrHyphen()
            case .serviceParameters: try readServiceParameters()
            case .location: try readLocation()
            case .addressPrefixes: try readAddressPrefixes()
            case .ipProtocol: try readProtocol()
            case .services: try readServices()
            case .nsap: try readNSAP()
            case .atmAddress: try readATMAddress()
            case .prefixedAddress: try readPrefixedAddress()
            case .gateway: try readGateway()
            case .relay: try readRelay()
            case .hostIdentity: try readHostIdentity()
            case .typeOrNumber: try readTypeOrNumber()
            case .notifyScheme: try readNotifyScheme()
            case .geographicNumber: try readGeographicNumber()
            case .rewrite: try readRewrite()
            }
            next &+= 1
        }
    }

    /// Whether a field stands next that is `\#`, the mark of generic data (RFC 3597 §5).
    @inline(__always) func isGenericMarker() -> Bool {
        let start = Int(starts[index])
        return buffer[start] == UInt8(ascii: "\\") && Int(ends[index]) &- start == 2
            && buffer[start &+ 1] == UInt8(ascii: "#")
    }

    /// Nothing stands behind the type.
    @inline(never) private mutating func absentData(_ descriptor: TypeIndex.Descriptor) throws(Fault) {
        guard descriptor.requiredCount == 0 else { throw Fault(.missingRdata, at: Int(starts[index])) }
    }

    /// The record ends before a field that may be absent.
    @inline(never) private mutating func absentField(_ kind: FieldKind) throws(Fault) {
        let rdata = UnsafeBufferPointer<UInt8>(start: rdataStart, count: out - rdataStart)
        guard FieldLength.mayBeAbsent(kind, rdata) else { throw Fault(.missing, at: Int(starts[index])) }
        // BIND reads neither an NSEC without types nor an IPSECKEY without key, the others do. Every NSEC has
        // two types at least: NSEC and RRSIG (RFC 4034 §4.1.2).
        switch typeNumber {
        case RecordType.nsec.rawValue: warn(.noTypesInNSEC, at: Int(starts[index]))
        case RecordType.ipseckey.rawValue: warn(.keyMissing, at: Int(starts[index - 1]))
        default: break
        }
    }

    /// Data in generic form; of a known type it must be valid for the type.
    @inline(never) mutating func genericRdata(_ descriptor: TypeIndex.Descriptor?) throws(Fault) {
        fieldIndex = Int(UInt8.max)
        if let descriptor, types.kinds[Int(descriptor.firstField)] == .refused { try refuseType() }
        guard try hasField() else { throw Fault(.missingRdata, at: Int(starts[index])) }
        guard isGenericMarker() else { throw Fault(.genericLength, at: Int(starts[index])) }
        let marker = Int(starts[index])
        index += 1
        let first = out
        let length = try readDecimal(limit: 0xFFFF)
        if try hasField() { try readHexadecimal() }
        guard out - first == Int(length) else { throw Fault(.genericLength, at: marker) }
        guard let descriptor else { return }
        let octets = UnsafeMutableBufferPointer(start: first, count: out - first)
        guard FieldLength.isValid(UnsafeBufferPointer(octets), types.kinds, descriptor) else {
            throw Fault(.genericMismatch, at: marker)
        }
        FieldLength.foldNames(octets, types.kinds, descriptor)
        if !isReadByBIND(UnsafeBufferPointer(octets), descriptor) { warn(.genericNotForBIND, at: marker) }
    }

    /// Whether BIND reads valid data: it wants of the octets what it wants of the type's own form. A type has one field
    /// at most that it may dislike.
    private func isReadByBIND(_ rdata: UnsafeBufferPointer<UInt8>, _ descriptor: TypeIndex.Descriptor) -> Bool {
        var isRead = true
        var count = 0
        _ = FieldLength.forEachField(rdata, types.kinds, descriptor) { kind, offset, length in
            count += 1
            let octets = UnsafeBufferPointer(rebasing: rdata[offset..<(offset + length)])
            switch kind {
            case .signer: isRead = !isSignerTooLong(octets, labels: rdata[3])
            case .rewrite: isRead = Rewrite.isValid(UnsafeBufferPointer(rebasing: octets.dropFirst()))
            case .location: isRead = !Location.isBeyondPole(octets)
            case .gateway: isRead = GatewayKind(rawValue: rdata[offset - 2]) != nil
            default: break
            }
        }
        guard [RecordType.nsec, .ipseckey].contains(RecordType(rawValue: typeNumber)) else { return isRead }
        return isRead && count == descriptor.fieldCount
    }
}

/// How many octets a field takes on the wire.
enum FieldLength {
    /// Length of the field at the front of `octets`, which reach to the RDATA's end; `nil` if it is not valid.
    ///
    /// - Parameter before: the octet in front of the field, which says how long a digest is; of a gateway, the one
    ///   before that, which says what it is.
    /// - Parameter rdata: all of the data.
    static func of(
        _ kind: FieldKind, _ octets: UnsafeBufferPointer<UInt8>, before: UInt8, in rdata: UnsafeBufferPointer<UInt8>
    ) -> Int? {
        let length: Int? =
            switch kind {
            case .name, .signer: name(octets)
            case .uint8, .algorithm, .digestType: 1
            case .uint16: 2
            case .uint32, .duration, .ipv4: 4
            case .ipv6: 16
            case .characterString: characterString(octets)
            case .characterStrings: characterStrings(octets)
            case .text, .quotedText: octets.count
            case .tag: tag(octets)
            case .digest: digest(octets, type: before)
            case .fingerprint: fingerprint(octets, type: before)
            case .zoneDigest: zoneDigest(octets, algorithm: before)
            case .association: octets.isEmpty ? nil : octets.count
            case .hexadecimal, .base64, .nsap: octets.isEmpty ? nil : octets.count
            case .typeCovered, .certificateType, .keyFlags: 2
            case .typeBitmap: typeBitmap(octets)
            case .oldTypeBitmap: oldTypeBitmap(octets)
            case .time, .date: 4
            case .salt: salt(octets)
            case .nextHash: nextHash(octets, algorithm: rdata[0])
            case .keyProtocol: 1
            case .key: octets.isEmpty || mayBeAbsent(kind, rdata) ? nil : octets.count
            case .zero: octets.starts(with: [0, 0]) ? 2 : nil
            case .x25Address: x25Address(octets)
            case .eui48: 6
            case .eui64, .locator64: 8
            case .opaque: octets.count
            case .refused: nil
            case .uint64: 8
            case .base64OrHyphen: octets.count
            case .serviceParameters: serviceParameters(octets)
            case .location: location(octets)
            case .addressPrefixes: addressPrefixes(octets)
            case .ipProtocol, .notifyScheme: 1
            case .services: services(octets)
            case .atmAddress: atmAddress(octets)
            case .prefixedAddress: prefixedAddress(octets)
            case .gateway: gateway(before, octets)
            case .relay: relay(octets)
            case .hostIdentity: hostIdentity(octets)
            case .typeOrNumber: 2
            case .geographicNumber, .rewrite: characterString(octets)
            }
        return length.flatMap { $0 <= octets.count ? $0 : nil }
    }

    /// Whether an optional field of this kind may be absent behind the data before it.
    static func mayBeAbsent(_ kind: FieldKind, _ before: UnsafeBufferPointer<UInt8>) -> Bool {
        kind != .key || before.first.map(KeyMnemonics.sayNoKey) ?? false
    }

    static func isValid(
        _ rdata: UnsafeBufferPointer<UInt8>, _ kinds: UnsafePointer<FieldKind>, _ descriptor: TypeIndex.Descriptor
    ) -> Bool {
        forEachField(rdata, kinds, descriptor) { _, _, _ in }
    }

    /// Calls `body` with kind, offset and length of each field; false where the data is not valid.
    static func forEachField(
        _ rdata: UnsafeBufferPointer<UInt8>, _ kinds: UnsafePointer<FieldKind>, _ descriptor: TypeIndex.Descriptor,
        _ body: (FieldKind, Int, Int) -> Void
    ) -> Bool {
        var at = 0
        for index in 0..<Int(descriptor.fieldCount) {
            let kind = kinds[Int(descriptor.firstField) + index]
            if at == rdata.count && index >= descriptor.requiredCount { return mayBeAbsent(kind, rdata) }
            let rest = UnsafeBufferPointer(rebasing: rdata[at...])
            let distance = kind == .gateway ? 2 : 1
            let before = at >= distance ? rdata[at - distance] : 0
            guard let length = of(kind, rest, before: before, in: rdata) else { return false }
            body(kind, at, length)
            at += length
        }
        return at == rdata.count
    }

    /// Folds the letters of the names in valid RDATA (RFC 4343 §3).
    static func foldNames(
        _ rdata: UnsafeMutableBufferPointer<UInt8>, _ kinds: UnsafePointer<FieldKind>,
        _ descriptor: TypeIndex.Descriptor
    ) {
        _ = forEachField(UnsafeBufferPointer(rdata), kinds, descriptor) { kind, offset, length in
            let end = offset + length
            let octets = UnsafeBufferPointer(UnsafeMutableBufferPointer(rebasing: rdata[offset..<end]))
            let first: Int? =
                switch kind {
                case .name, .signer: 0
                case .prefixedAddress: nameOfPrefix(octets)
                case .gateway: rdata[offset - 2] == GatewayKind.name.rawValue ? 0 : nil
                case .relay: octets[0] & 0x7F == GatewayKind.name.rawValue ? 1 : nil
                case .hostIdentity: serversOfHostIdentity(octets)
                default: nil
                }
            guard let first else { return }
            for at in (offset + first)..<end { rdata[at] = ASCII.lowercased(rdata[at]) }
        }
    }
}
