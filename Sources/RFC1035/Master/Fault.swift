#if canImport(Glibc)
import Glibc
#elseif canImport(Musl)
import Musl
#else
import Darwin
#endif

/// Why a piece of a master file is not what it should be.
///
/// The words for it in other languages are the business of whoever shows it.
public enum FaultReason: Hashable, Sendable, CaseIterable {
    // The end of what has been read so far; never reported.
    case needsMore
    // Record
    case noOwner, missingType, missingRdata, secondTTL, secondClass, wrongClass, unknownType
    case recordTooLong, zoneTooLarge, byteOrderMark
    // Lines
    case unclosedParenthesis, nestedParenthesis, extraParenthesis, parenthesisFirst, directiveParenthesis
    case unclosedQuote, missingBlank, nul
    // Fields
    case missing, extra, quoted, unquoted, notANumber, outOfRange, badTTL
    case emptyLabel, labelTooLong, nameTooLong, bitStringLabel, badEscape
    case badIPv4, leadingZero, badIPv6
    case stringTooLong, rdataTooLong
    case badHexadecimal, oddHexadecimal, digestLength
    case badAlgorithm, badDigestType, badTag
    case zoneDigestTooShort, oddHexadecimalOfCDS
    case badBase64, badBase64OfCDNSKEY, badSalt, badNextHash, nextHashLength
    case badType, metaTypeListed, typeOutOfBitmap, badTime
    case badCertificateType, badKeyFlags, badKeyProtocol, keyNotWanted, notZero
    case badX25, badEUI48, badEUI64, badLocator64
    // Types
    case metaType, replacedType, typeZero, genericOnly
    case genericLength, genericMismatch
    // Fields with a structure of their own
    case badServiceKey, badServiceQuote, badServiceValue, serviceWithValue, serviceWithoutValue
    case repeatedServiceKey, missingListItem, badMandatory, missingMandatory, badALPN, missingALPN, badQueryPath
    case badLatitude, badLongitude, badAltitude, badPrecision, badAddressPrefix, badPrefixLength, badProtocol
    case badService, badNSAP, badATMAddress, badGatewayKind, noGateway, badHostTag, badScheme
    // Directives
    case unknownDirective, extraOperand, relativeOrigin
    case includesOff, includeDepth, includeCount, includeCycle, includeOutside, includeUnreadable, includeNotAFile
    case generateRange, generateModifier, generateValue, generateCount, generateSize
    case generateCutOff, generateWithoutTTL
    // The input itself, or an included file that cannot be read; the number is the system's error number
    case readFailed
    // Warnings; their number is the TTL, or how many more there are
    case missingTTL, soaMinimumTTL, lastTTL, includedTTL, ttlTooLarge
    case inheritedOwner, loneCarriageReturn, generateRangeRest, moreWarnings
    // Warnings; the number of the first is that of hexadecimal digits
    case unusualDigestLength, noTypesInNSEC, numberedMetaType, numberedReplacedType
    // Warnings about fields
    case keyMissing, beyondPole, precisionRounded, prefixBitsSet, notGeographic, badRewrite, quotedTag, gostMnemonic
    case genericNotForBIND, signerTooLong, cutOff
    // Warnings about words that BIND does not know; the number is what they stand for
    case typeUnknownToBIND, keyUnknownToBIND, newlineInQuotes, numberTooLong
    // A warning about a directive
    case directiveCutOff
}

/// A fault on its way from a field to the parser: what is wrong and where in the window. The parser knows the
/// rest.
struct Fault: Error {
    var reason: FaultReason
    var at: UInt32

    @inline(never) init(_ reason: FaultReason, at offset: Int) {
        self.reason = reason
        at = UInt32(truncatingIfNeeded: offset)
    }
}

extension FaultReason {
    /// What the finding is called by scripts.
    public var code: String {
        switch self {
        case .needsMore: "SYNTAX"
        case .noOwner: "NO_OWNER"
        case .missingType, .missingRdata, .secondTTL, .secondClass, .missing, .extra, .quoted, .unquoted: "SYNTAX"
        case .extraOperand: "SYNTAX"
        case .wrongClass: "CLASS_MISMATCH"
        case .unknownType: "UNKNOWN_TYPE"
        case .missingTTL, .soaMinimumTTL, .lastTTL, .includedTTL, .generateWithoutTTL: "NO_TTL"
        case .inheritedOwner: "INHERITED_OWNER"
        case .moreWarnings: "MORE_WARNINGS"
        case .nul: "NUL"
        case .relativeOrigin: "RELATIVE_ORIGIN"
        case .generateRange, .generateRangeRest, .generateModifier, .generateValue, .generateCount, .generateSize,
            .generateCutOff:
            "GENERATE"
        case .ttlTooLarge: "TTL_TOO_LARGE"
        case .badTTL: "BAD_TTL"
        case .recordTooLong, .zoneTooLarge: "TOO_LARGE"
        case .byteOrderMark: "BYTE_ORDER_MARK"
        case .unclosedParenthesis, .nestedParenthesis, .extraParenthesis, .parenthesisFirst, .directiveParenthesis:
            "PARENTHESES"
        case .unclosedQuote, .missingBlank: "QUOTES"
        case .loneCarriageReturn: "LINE_ENDING"
        case .directiveCutOff: "NO_FINAL_NEWLINE"
        case .emptyLabel, .labelTooLong, .nameTooLong, .bitStringLabel: "BAD_NAME"
        case .badEscape: "BAD_ESCAPE"
        case .stringTooLong: "STRING_TOO_LONG"
        case .notANumber, .outOfRange, .badIPv4, .leadingZero, .badIPv6, .rdataTooLong, .badHexadecimal,
            .oddHexadecimal, .digestLength, .badAlgorithm, .badDigestType, .badTag, .genericLength, .genericMismatch,
            .zoneDigestTooShort, .oddHexadecimalOfCDS, .badBase64, .badBase64OfCDNSKEY, .badSalt, .badNextHash,
            .nextHashLength, .badType, .metaTypeListed, .typeOutOfBitmap, .badTime, .badCertificateType, .badKeyFlags,
            .badKeyProtocol, .keyNotWanted, .notZero, .badX25, .badEUI48, .badEUI64, .badLocator64, .genericOnly:
            "BAD_FIELD"
        case .metaType, .typeZero, .numberedMetaType: "META_TYPE"
        case .replacedType, .numberedReplacedType: "OBSOLETE_TYPE"
        case .badServiceKey, .badServiceQuote, .badServiceValue, .serviceWithValue, .serviceWithoutValue,
            .repeatedServiceKey, .missingListItem, .badMandatory, .missingMandatory, .badALPN, .missingALPN,
            .badQueryPath, .badLatitude, .badLongitude, .badAltitude, .badPrecision, .badAddressPrefix,
            .badPrefixLength, .badProtocol, .badService, .badNSAP, .badATMAddress, .badGatewayKind, .noGateway,
            .badHostTag, .badScheme:
            "BAD_FIELD"
        case .keyMissing, .beyondPole, .precisionRounded, .prefixBitsSet, .notGeographic, .badRewrite,
            .unusualDigestLength, .noTypesInNSEC, .quotedTag, .gostMnemonic, .genericNotForBIND, .signerTooLong,
            .newlineInQuotes, .numberTooLong:
            "ODD_FIELD"
        case .typeUnknownToBIND, .keyUnknownToBIND: "UNKNOWN_TO_BIND"
        case .cutOff: "TEXT_CUT_OFF"
        case .unknownDirective: "UNKNOWN_DIRECTIVE"
        case .includesOff, .includeDepth, .includeCount, .includeCycle, .includeOutside, .includeUnreadable,
            .includeNotAFile:
            "INCLUDE"
        case .readFailed: "READ_FAILED"
        }
    }

    /// What becomes of a zone with such a thing in it.
    public enum Consequence: Sendable {
        /// It is not read.
        case refused
        /// It is read, as Knot and NSD read it, but BIND does not load the zone.
        case refusedByBIND
        /// It is read, but BIND does not load the file as it stands; what is printed of it BIND loads.
        case refusedAsWritten
        /// It is loaded, perhaps not as it was meant.
        case loaded
    }

    public var consequence: Consequence {
        switch self {
        case .missingTTL, .noTypesInNSEC, .numberedMetaType, .numberedReplacedType, .keyMissing, .beyondPole,
            .badRewrite, .quotedTag, .gostMnemonic, .genericNotForBIND, .signerTooLong:
            .refusedByBIND
        case .typeUnknownToBIND, .keyUnknownToBIND, .newlineInQuotes, .numberTooLong, .directiveCutOff:
            .refusedAsWritten
        case .soaMinimumTTL, .lastTTL, .includedTTL, .ttlTooLarge, .inheritedOwner, .loneCarriageReturn,
            .generateRangeRest, .moreWarnings, .unusualDigestLength, .precisionRounded, .prefixBitsSet, .notGeographic,
            .cutOff:
            .loaded
        default: .refused
        }
    }

    /// Whether the record is read all the same.
    public var severity: MasterFinding.Severity { consequence == .refused ? .error : .warning }

    /// What is wrong and what would be right, in English; `token` is the text it is about, `number` the number
    /// it is about, where there is one.
    func message(_ token: String, _ number: UInt64) -> String {
        switch self {
        case .needsMore: "unexpected end of the file"
        case .noOwner: "the line begins with a blank, so it continues the owner before it, but there is none yet"
        case .missingType: "the record type is missing; a record is: owner [TTL] [class] type data"
        case .missingRdata: "the record has no data"
        case .secondTTL: "a second TTL '\(token)'; a record has one"
        case .secondClass: "a second class '\(token)'; a record has one"
        case .wrongClass: "class '\(token)' in a zone of another class"
        case .unknownType:
            if let near = RecordTypeRow.nearest(to: token) {
                "unknown record type '\(token)'; did you mean \(near)?"
            } else {
                "unknown record type '\(token)'; a type without mnemonic is written TYPEn (RFC 3597)"
            }
        case .missingTTL:
            "no TTL given, so named refuses the zone (Knot and NSD take \(number) s); put a $TTL line first"
        case .badTTL: "'\(token)' is not a TTL: seconds from 0 to 2147483647, or units as in 1w2d3h4m5s"
        case .recordTooLong: "the record is longer than 1 MiB of text; is a quote or a parenthesis left open?"
        case .zoneTooLarge: "the zone takes more memory than there is for it; reading stopped here"
        case .byteOrderMark: "the file begins with a byte order mark; save it as UTF-8 without one"
        case .unclosedParenthesis: "this parenthesis is never closed"
        case .nestedParenthesis: "a parenthesis inside a parenthesis"
        case .extraParenthesis: "a closing parenthesis without an opening one"
        case .parenthesisFirst: "a parenthesis before the owner; write the owner first, then the parenthesis"
        case .directiveParenthesis: "a parenthesis in a directive that must stand on one line"
        case .unclosedQuote: "this quote is not closed on its line"
        case .missingBlank: "a blank is missing between the type and this quote"
        case .nul: "a NUL octet outside quotes; is the file text, or UTF-16?"
        case .loneCarriageReturn:
            "a carriage return without newline ends the line here; Knot refuses the file: save it with newlines"
        case .missing: "missing"
        case .extra: "unexpected '\(token)' after the end of the record"
        case .quoted: "must not be quoted"
        case .unquoted: "must stand in quotes"
        case .notANumber: "'\(token)' is not a decimal number"
        case .outOfRange: "'\(token)' is out of range"
        case .emptyLabel: "'\(token)' has an empty label (two dots in a row, or one at the start)"
        case .labelTooLong: "a label is longer than 63 octets"
        case .nameTooLong: "the name is longer than 255 octets"
        case .bitStringLabel:
            "a bit-string label \\[…] (RFC 2673), which is obsolete; for a label in brackets leave out the backslash"
        case .badEscape: #"a backslash wants three decimal digits up to 255 after it, or one other character"#
        case .badIPv4: "'\(token)' is not an IPv4 address such as 192.0.2.1"
        case .leadingZero: "'\(token)' has a leading zero, which some programs read as octal"
        case .badIPv6: "'\(token)' is not an IPv6 address such as 2001:db8::1"
        case .stringTooLong: "a character-string is longer than 255 octets; split it into several quoted strings"
        case .rdataTooLong: "the data is longer than 65535 octets"
        case .badHexadecimal: "'\(token)' is not hexadecimal"
        case .oddHexadecimal: "an odd number of hexadecimal digits"
        case .digestLength:
            "the digest has not the length that its type asks for; hexadecimal digits: SHA-1 40, SHA-256 64, "
                + "SHA-384 96, SHA-512 128"
        case .badAlgorithm: "'\(token)' is neither an algorithm number 0…255 nor a mnemonic such as ECDSAP256SHA256"
        case .badDigestType: "'\(token)' is neither a digest type number 0…255 nor a mnemonic such as SHA-256"
        case .badTag: "'\(token)' is not a tag: 1 to 255 letters and digits, such as issue"
        case .zoneDigestTooShort: "a digest of a zone has 24 hexadecimal digits at least"
        case .oddHexadecimalOfCDS: "an odd number of hexadecimal digits; the record that asks to delete is 0 0 0 00"
        case .badBase64OfCDNSKEY: "not base64; the record that asks to delete is 0 3 0 AA=="
        case .badSalt: "'\(token)' is not a salt: '-' for none, or an even number of hexadecimal digits, 510 at most"
        case .badNextHash: "'\(token)' is not a hash in base32hex (digits and letters A to V) without padding"
        case .nextHashLength: "the hash has not the length that its algorithm asks for: 32 characters for SHA-1"
        case .badType: "'\(token)' is not a record type: a mnemonic such as MX, or TYPEn (RFC 3597)"
        case .metaTypeListed: "'\(token)' is a type of queries and messages; no record has it, so leave it out"
        case .typeOutOfBitmap: "'\(token)' does not fit: only types 1 to 127 do (RFC 2535)"
        case .badTime:
            "'\(token)' is not a time: YYYYMMDDHHMMSS in UTC from 1970 on, or (not in SIG) seconds since 1970"
        case .badCertificateType: "'\(token)' is neither a number 0…65535 nor a mnemonic such as PKIX"
        case .badKeyFlags: "'\(token)' is neither a number 0…65535 nor mnemonics such as NOAUTH|ZONE"
        case .badKeyProtocol: "'\(token)' is neither a protocol number 0…255 nor a mnemonic such as DNSSEC"
        case .keyNotWanted: "the flags say that there is no key (NOKEY), but here is one"
        case .notZero: "'\(token)' is not 0, the only value there is"
        case .badX25: "'\(token)' is not an X.25 address: four decimal digits or more"
        case .badEUI48: "'\(token)' is not an EUI-48 address such as 00-00-5e-00-53-2a"
        case .badEUI64: "'\(token)' is not an EUI-64 address such as 00-00-5e-ef-10-00-00-2a"
        case .badLocator64: "'\(token)' is not 64 bits such as 2001:0db8:1140:1000: four groups, none left out"
        case .metaType: "'\(token)' is a type of queries and messages; no zone holds records of it"
        case .replacedType: "'\(token)' has been obsolete since RFC 973 and servers refuse it; use MX"
        case .typeZero: "type 0 is reserved; no record has it"
        case .genericOnly: "this type has no text form of its own; write its octets as \\# LENGTH HEX… (RFC 3597)"
        case .genericLength: "generic data is written \\# LENGTH HEX…, and the length must match"
        case .genericMismatch: "the generic data is not valid for this type"
        case .badBase64: "'\(token)' is not base64: groups of four digits, the last one filled up with ="
        case .badServiceKey:
            "'\(token)' is not a parameter such as alpn=h2,h3; known are mandatory, alpn, no-default-alpn, port, "
                + "ipv4hint, ech, ipv6hint, dohpath, ohttp and keyNNNNN"
        case .badServiceQuote:
            "'\(token)': quotes go around a whole value, with a blank behind them, as in alpn=\"h2,h3\""
        case .badServiceValue: "the value of '\(token)' has not the octets that its key asks for"
        case .serviceWithValue: "'\(token)' must stand without a value"
        case .serviceWithoutValue: "'\(token)' wants a value behind an equals sign, without blanks"
        case .repeatedServiceKey: "'\(token)' repeats a parameter; each stands once"
        case .missingListItem: "an item is missing in the list '\(token)': one stands before and one behind each comma"
        case .badMandatory: "'\(token)' must list other keys, each once, and never mandatory itself"
        case .missingMandatory: "'\(token)' lists a key that the record does not have"
        case .badALPN: "'\(token)' is not a list of protocols of 1 to 255 octets with commas between them"
        case .missingALPN: "'\(token)' wants an alpn beside it"
        case .badQueryPath: "'\(token)' is not a path template with the variable dns, such as dohpath=/dns-query{?dns}"
        case .badLatitude:
            "'\(token)' is not part of a latitude: degrees to 90, minutes and seconds below 60, then N or S"
        case .badLongitude:
            "'\(token)' is not part of a longitude: degrees to 180, minutes and seconds below 60, then E or W"
        case .badAltitude: "'\(token)' is not an altitude such as -12.50m, from -100000.00m to 42849672.95m"
        case .badPrecision: "'\(token)' is not a size or precision such as 10m or 0.50m, up to 90000000.00m"
        case .badAddressPrefix:
            "'\(token)' is not an address prefix such as 1:192.0.2.0/24, !1:192.0.2.64/28 or 2:2001:db8::/32"
        case .badPrefixLength: "the prefix length of '\(token)' is not a number up to 32 for IPv4, 128 for IPv6"
        case .badProtocol: "'\(token)' is neither a protocol number 0…255 nor a name such as tcp"
        case .badService: "'\(token)' is neither a port 0…65535 nor a service of this protocol such as smtp"
        case .badNSAP: "'\(token)' is not 0x and pairs of hexadecimal digits, such as 0x47.0005.80"
        case .badATMAddress:
            "'\(token)' is neither + and digits nor pairs of hexadecimal digits, with single dots between them at most"
        case .badGatewayKind: "no text form for this gateway type; known are 0 (none), 1 (IPv4), 2 (IPv6) and 3 (name)"
        case .noGateway: "'\(token)' where the gateway type is 0, no gateway; write a dot"
        case .badHostTag: "'\(token)' is not a host identity tag: 1 to 255 octets in hexadecimal, in one piece"
        case .badScheme: "'\(token)' is neither a scheme number 0…255 nor NOTIFY"
        case .keyMissing: "no public key behind '\(token)', so named refuses the zone"
        case .beyondPole: "'\(token)' degrees and more are beyond the end of the scale; named refuses the zone"
        case .precisionRounded: "of '\(token)' only the first digit counts and the rest become zeros (RFC 1876 §2)"
        case .prefixBitsSet:
            "'\(token)' has bits in the part that the prefix takes; they count as zeros (RFC 2874 §3.1)"
        case .notGeographic: "'\(token)' is not a number of degrees or metres (RFC 1712 §3)"
        case .badRewrite:
            "'\(token)' is not a substitution such as !^.*$!sip:info@example.com! (RFC 3402 §3.2); "
                + "named refuses the zone"
        case .quotedTag: "BIND does not read a tag in quotes here, so named refuses the zone; write it without them"
        case .genericNotForBIND:
            "BIND does not read these octets, so named refuses the zone; the data in the type's own form shows why"
        case .signerTooLong:
            "'\(token)' has more labels than the field before the original TTL counts of the owner, so named refuses the "
                + "zone; sign it again"
        case .gostMnemonic: "BIND does not read '\(token)' here, so named refuses the zone; write 12"
        case .typeUnknownToBIND:
            "BIND does not know '\(token)' yet, so named refuses this file; write TYPE\(number), and a record's data "
                + "as \\# LENGTH HEX… (RFC 3597)"
        case .newlineInQuotes:
            #"a line ends within these quotes, and named refuses the file; write the newline as \010"#
        case .numberTooLong:
            "BIND reads \(number) digits here, so named refuses '\(token)'; leave the zeros in front out"
        case .directiveCutOff:
            "the file ends within this directive, and named refuses it; end the line with a newline"
        case .keyUnknownToBIND:
            "BIND does not know '\(token)' yet, so named refuses this file; write key\(number) (RFC 9460 §2.1)"
        case .cutOff: "the text ends with '\(token)': the semicolon begins a comment here; put the whole text in quotes"
        case .unknownDirective: "unknown directive '\(token)'; known are $ORIGIN, $TTL, $INCLUDE, $GENERATE"
        case .extraOperand: "unexpected '\(token)' after the end of the directive"
        case .relativeOrigin:
            "'\(token)' is relative, which Knot and NSD refuse; write the whole name with its final dot"
        case .includesOff: "$INCLUDE is switched off for this input"
        case .includeDepth: "$INCLUDE is nested more than \(MasterFile.maximumIncludeDepth) deep"
        case .includeCount: "more than \(MasterFile.maximumIncludes) files included"
        case .includeCycle: "this file is being read already: it includes itself"
        case .includeOutside: "$INCLUDE must stay inside the folder that it is kept to, and follow no links"
        case .includeUnreadable:
            "'\(token)' cannot be read" + (number == 0 ? "" : ": " + String(cString: strerror(Int32(clamping: number))))
        case .includeNotAFile: "not a regular file"
        case .generateRange:
            "'\(token)' is not a range: START-STOP or START-STOP/STEP, from 0 to 2147483647, STOP not below START"
        case .generateRangeRest: "what follows the range in '\(token)' is ignored, as BIND does"
        case .generateModifier:
            "after $ in braces stand OFFSET, OFFSET,WIDTH or OFFSET,WIDTH,BASE: WIDTH up to 127, "
                + "BASE d, o, x, X, n or N"
        case .generateValue: "a value with its offset is not within 32 bits"
        case .generateCount:
            "too many records: the $GENERATE lines of a file may make \(number) together, and this one passes that"
        case .generateSize: "the text that $GENERATE makes is too long"
        case .generateCutOff: "the file ends within the line, and BIND reads no $GENERATE then; end it with a newline"
        case .generateWithoutTTL: "$GENERATE wants a TTL, here or in a line before; put a $TTL line first"
        case .readFailed: "reading failed: " + String(cString: strerror(Int32(truncatingIfNeeded: number)))
        case .soaMinimumTTL: "no TTL given: the SOA's minimum, \(number) s, is used; put a $TTL line first"
        case .lastTTL: "no TTL given: the last one, \(number) s, is used from here on; put a $TTL line first"
        case .includedTTL:
            "the included file's $TTL, \(number) s, goes on to apply here, but not for Knot: put a $TTL line before "
                + "this"
        case .ttlTooLarge: "TTL \(number) is over 2147483647 and counts as 0 (RFC 2181 §8)"
        case .inheritedOwner: "this line continues the owner from before the $ORIGIN line; write its owner"
        case .moreWarnings: number == 1 ? "1 more warning is not shown" : "\(number) more warnings are not shown"
        case .unusualDigestLength:
            "the digest has not the \(number) hexadecimal digits that its type asks for, so that nothing will match it"
        case .noTypesInNSEC: "no types, though NSEC and RRSIG are at every name with an NSEC; named refuses such a zone"
        case .numberedMetaType:
            "'\(token)' is a type of queries and messages, not of records; named refuses such a zone"
        case .numberedReplacedType: "'\(token)' is obsolete since RFC 973, and named refuses such a zone; use MX"
        }
    }
}
