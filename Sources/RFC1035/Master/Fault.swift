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
    case noOwner, missingType, missingRdata, secondTTL, secondClass, wrongClass, unknownType, reservedType
    case recordTooLong, zoneTooLarge, byteOrderMark
    // Lines
    case unclosedParenthesis, nestedParenthesis, extraParenthesis, parenthesisFirst, directiveParenthesis
    case unclosedQuote, missingBlank, nul
    // Fields
    case missing, extra, quoted, notANumber, outOfRange, badTTL
    case emptyLabel, labelTooLong, nameTooLong, badEscape
    case badIPv4, leadingZero, badIPv6
    case stringTooLong, rdataTooLong
    case badHexadecimal, oddHexadecimal, digestLength
    case badAlgorithm, badDigestType, badTag
    case genericLength, genericMismatch
    // Directives
    case unknownDirective, extraOperand, relativeOrigin
    case includesOff, includeDepth, includeCount, includeCycle, includeOutside, includeUnreadable, includeNotAFile
    case generateRange, generateModifier, generateValue, generateCount, generateSize
    // The input itself, or an included file that cannot be read; the number is the system's error number
    case readFailed
    // Warnings; their number is the TTL, or how many more there are
    case missingTTL, soaMinimumTTL, lastTTL, includedTTL, ttlTooLarge
    case inheritedOwner, loneCarriageReturn, generateRangeRest, moreWarnings
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
        case .extraOperand: "SYNTAX"
        case .wrongClass: "CLASS_MISMATCH"
        case .unknownType, .reservedType: "UNKNOWN_TYPE"
        case .missingTTL, .soaMinimumTTL, .lastTTL, .includedTTL: "NO_TTL"
        case .inheritedOwner: "INHERITED_OWNER"
        case .moreWarnings: "MORE_WARNINGS"
        case .nul: "NUL"
        case .relativeOrigin: "RELATIVE_ORIGIN"
        case .generateRange, .generateRangeRest, .generateModifier, .generateValue, .generateCount, .generateSize:
            "GENERATE"
        case .ttlTooLarge: "TTL_TOO_LARGE"
        case .badTTL: "BAD_TTL"
        case .recordTooLong, .zoneTooLarge: "TOO_LARGE"
        case .byteOrderMark: "BYTE_ORDER_MARK"
        case .unclosedParenthesis, .nestedParenthesis, .extraParenthesis, .parenthesisFirst, .directiveParenthesis:
            "PARENTHESES"
        case .unclosedQuote, .missingBlank: "QUOTES"
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
        case .missingTTL, .soaMinimumTTL, .lastTTL, .includedTTL, .ttlTooLarge, .inheritedOwner, .loneCarriageReturn,
            .generateRangeRest, .moreWarnings:
            .warning
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
        case .unknownType:
            if let near = RecordTypeRow.nearest(to: token) {
                "unknown record type '\(token)'; did you mean \(near)?"
            } else {
                "unknown record type '\(token)'; a type without mnemonic is written TYPEn (RFC 3597)"
            }
        case .reservedType: "type 0 is reserved and stands for no record (RFC 6895 §3.1)"
        case .missingTTL:
            "no TTL given: \(number) s is used, as Knot and NSD do; BIND refuses the zone: put a $TTL line first"
        case .badTTL: "'\(token)' is not a TTL: seconds from 0 to 2147483647, or units as in 1w2d3h4m5s"
        case .recordTooLong: "the record is longer than 1 MiB of text; is a quote or a parenthesis left open?"
        case .zoneTooLarge: "the zone is larger than 4 GiB"
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
            "after $ in braces stand OFFSET, OFFSET,WIDTH or OFFSET,WIDTH,BASE: WIDTH up to 127, BASE d, o, x, X, n or N"
        case .generateValue: "a value with its offset is not within 32 bits"
        case .generateCount:
            "too many records: the $GENERATE lines of a file may make \(number) together, and this one passes that"
        case .generateSize: "the text that $GENERATE makes is too long"
        case .readFailed: "reading failed: " + String(cString: strerror(Int32(truncatingIfNeeded: number)))
        case .soaMinimumTTL: "no TTL given: the SOA's minimum, \(number) s, is used; put a $TTL line first"
        case .lastTTL: "no TTL given: the last one, \(number) s, is used from here on; put a $TTL line first"
        case .includedTTL:
            "the included file's $TTL, \(number) s, goes on to apply here, but not for Knot: put a $TTL line before this"
        case .ttlTooLarge: "TTL \(number) is over 2147483647 and counts as 0 (RFC 2181 §8)"
        case .inheritedOwner: "this line continues the owner from before the $ORIGIN line; write its owner"
        case .moreWarnings: "\(number) more warnings are not shown"
        }
    }
}
