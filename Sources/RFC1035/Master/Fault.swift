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
    case noOwner, missingType, missingRdata, secondTTL, secondClass, wrongClass, unknownType, missingTTL
    case recordTooLong, zoneTooLarge, byteOrderMark
    // Lines
    case unclosedParenthesis, nestedParenthesis, extraParenthesis, unclosedQuote, loneCarriageReturn
    // Fields
    case missing, extra, quoted, notANumber, outOfRange, badTTL
    case emptyLabel, labelTooLong, nameTooLong, badEscape
    case badIPv4, leadingZero, badIPv6
    case stringTooLong, rdataTooLong
    case badHexadecimal, oddHexadecimal, digestLength
    case badAlgorithm, badDigestType, badTag
    case genericLength, genericMismatch
    // Directives
    case unknownDirective, includesOff, includeDepth, includeCount, includeCycle, includeOutside
    case includeUnreadable, includeNotAFile
    // The input itself; its number is the system's error number
    case readFailed
    // Warnings; their number is the TTL
    case soaMinimumTTL, ttlTooLarge
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
        case .missingType, .missingRdata, .secondTTL, .secondClass, .missing, .extra, .quoted: "SYNTAX"
        case .wrongClass: "CLASS_MISMATCH"
        case .unknownType: "UNKNOWN_TYPE"
        case .missingTTL, .soaMinimumTTL: "NO_TTL"
        case .ttlTooLarge: "TTL_TOO_LARGE"
        case .badTTL: "BAD_TTL"
        case .recordTooLong, .zoneTooLarge: "TOO_LARGE"
        case .byteOrderMark: "BYTE_ORDER_MARK"
        case .unclosedParenthesis, .nestedParenthesis, .extraParenthesis: "PARENTHESES"
        case .unclosedQuote: "QUOTES"
        case .loneCarriageReturn: "LINE_ENDING"
        case .emptyLabel, .labelTooLong, .nameTooLong: "BAD_NAME"
        case .badEscape: "BAD_ESCAPE"
        case .stringTooLong: "STRING_TOO_LONG"
        case .notANumber, .outOfRange, .badIPv4, .leadingZero, .badIPv6, .rdataTooLong, .badHexadecimal,
            .oddHexadecimal, .digestLength, .badAlgorithm, .badDigestType, .badTag, .genericLength, .genericMismatch:
            "BAD_FIELD"
        case .unknownDirective: "UNKNOWN_DIRECTIVE"
        case .includesOff, .includeDepth, .includeCount, .includeCycle, .includeOutside, .includeUnreadable,
            .includeNotAFile:
            "INCLUDE"
        case .readFailed: "READ_FAILED"
        }
    }

    /// Whether a server would load the zone all the same.
    public var severity: MasterFinding.Severity {
        switch self {
        case .soaMinimumTTL, .ttlTooLarge: .warning
        default: .error
        }
    }

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
        case .unknownType: "unknown record type '\(token)'; a type without mnemonic is written TYPEn (RFC 3597)"
        case .missingTTL: "no TTL: give the record one, or put a $TTL line before it"
        case .badTTL: "'\(token)' is not a TTL: seconds from 0 to 2147483647, or units as in 1w2d3h4m5s"
        case .recordTooLong: "the record is longer than 1 MiB of text; is a quote or a parenthesis left open?"
        case .zoneTooLarge: "the zone takes more memory than there is for it; reading stopped here"
        case .byteOrderMark: "the file begins with a byte order mark; save it as UTF-8 without one"
        case .unclosedParenthesis: "this parenthesis is never closed"
        case .nestedParenthesis: "a parenthesis inside a parenthesis"
        case .extraParenthesis: "a closing parenthesis without an opening one"
        case .unclosedQuote: "this quote is not closed on its line"
        case .loneCarriageReturn: "a carriage return that is not followed by a newline"
        case .missing: "missing"
        case .extra: "unexpected '\(token)' after the end of the record"
        case .quoted: "must not be quoted"
        case .notANumber: "'\(token)' is not a decimal number"
        case .outOfRange: "'\(token)' is out of range"
        case .emptyLabel: "'\(token)' has an empty label (two dots in a row, or one at the start)"
        case .labelTooLong: "a label is longer than 63 octets"
        case .nameTooLong: "the name is longer than 255 octets"
        case .badEscape: #"a backslash wants three decimal digits up to 255 after it, or one other character"#
        case .badIPv4: "'\(token)' is not an IPv4 address such as 192.0.2.1"
        case .leadingZero: "'\(token)' has a leading zero, which some programs read as octal"
        case .badIPv6: "'\(token)' is not an IPv6 address such as 2001:db8::1"
        case .stringTooLong: "a character-string is longer than 255 octets; split it into several quoted strings"
        case .rdataTooLong: "the data is longer than 65535 octets"
        case .badHexadecimal: "'\(token)' is not hexadecimal"
        case .oddHexadecimal: "an odd number of hexadecimal digits"
        case .digestLength: "the digest has not the length that its digest type asks for"
        case .badAlgorithm: "'\(token)' is neither an algorithm number 0…255 nor a mnemonic such as ECDSAP256SHA256"
        case .badDigestType: "'\(token)' is neither a digest type number 0…255 nor a mnemonic such as SHA-256"
        case .badTag: "'\(token)' is not a tag: 1 to 255 letters and digits, such as issue"
        case .genericLength: "generic data is written \\# LENGTH HEX…, and the length must match"
        case .genericMismatch: "the generic data is not valid for this type"
        case .unknownDirective: "unknown directive '\(token)'; known are $ORIGIN, $TTL, $INCLUDE"
        case .includesOff: "$INCLUDE is switched off for this input"
        case .includeDepth: "$INCLUDE is nested more than \(MasterFile.maximumIncludeDepth) deep"
        case .includeCount: "more than \(MasterFile.maximumIncludes) files included"
        case .includeCycle: "this file is being read already: it includes itself"
        case .includeOutside: "$INCLUDE must stay inside the folder of the zone file"
        case .includeUnreadable: "the file cannot be read"
        case .includeNotAFile: "not a regular file"
        case .readFailed: "reading failed: " + String(cString: strerror(Int32(truncatingIfNeeded: number)))
        case .soaMinimumTTL: "no TTL given: the SOA's minimum, \(number) s, is used; put a $TTL line first"
        case .ttlTooLarge: "TTL \(number) is over 2147483647 and counts as 0 (RFC 2181 §8)"
        }
    }
}
