import RFC1035

/// How far to look for labels that are easily taken for another.
public enum SimilarSearch: Sendable {
    /// Every label one slip away, some hundred lookups: for one request.
    case whole
    /// Look-alikes, hyphens and doubled letters, some dozen lookups: for many requests at once.
    case lookAlikes
    case none
}

extension LabelRules {
    /// Labels that people mistake for this one: a letter more, less, other or swapped with its neighbour;
    /// digits that look like letters; a hyphen more or less. For looking up, without the label itself.
    ///
    /// Numbers in series (`rsud1`, `rsud2`) are not alike, and of short labels nearly all are one letter apart,
    /// so those get the look-alikes only.
    public static func similarCandidates(_ label: String, _ search: SimilarSearch = .whole) -> [String] {
        guard search != .none else { return [] }
        let octets = label.utf8.map(ASCII.lowercased)
        guard isHostLabel(octets) else { return [] }
        let hyphen = UInt8(ascii: "-")
        var found: Set<[UInt8]> = []
        func take(_ candidate: [UInt8]) { found.insert(candidate) }

        for index in octets.indices {
            for twin in twins(of: octets[index]) {
                var changed = octets
                changed[index] = twin
                take(changed)
            }
            if octets[index] == hyphen {
                take(Array(octets[..<index] + octets[(index + 1)...]))
            } else if index > 0, octets[index - 1] != hyphen {
                take(Array(octets[..<index] + [hyphen] + octets[index...]))
            }
        }
        take(octets.flatMap { twins(of: $0).first.map { [$0] } ?? [$0] })
        take(octets.filter { $0 != hyphen })
        if octets.count >= 5 {
            for index in octets.indices where ASCII.isLetter(octets[index]) {
                take(Array(octets[...index] + octets[index...]))
                if index > 0, octets[index] == octets[index - 1] {
                    take(Array(octets[..<index] + octets[(index + 1)...]))
                }
            }
        }
        if octets.count >= 5, search == .whole {
            let letters = UInt8(ascii: "a")...UInt8(ascii: "z")
            for index in octets.indices {
                if !ASCII.isDigit(octets[index]) {
                    take(Array(octets[..<index] + octets[(index + 1)...]))
                    for letter in letters {
                        var changed = octets
                        changed[index] = letter
                        take(changed)
                    }
                }
                if index + 1 < octets.count, !(ASCII.isDigit(octets[index]) && ASCII.isDigit(octets[index + 1])) {
                    var changed = octets
                    changed.swapAt(index, index + 1)
                    take(changed)
                }
                for letter in letters { take(Array(octets[..<index] + [letter] + octets[index...])) }
            }
            for letter in letters { take(octets + [letter]) }
        }
        found.remove(octets)
        return found.filter(isHostLabel).map { String(decoding: $0, as: UTF8.self) }.sorted()
    }

    private static func twins(of octet: UInt8) -> [UInt8] {
        switch octet {
        case UInt8(ascii: "0"): [UInt8(ascii: "o")]
        case UInt8(ascii: "o"): [UInt8(ascii: "0")]
        case UInt8(ascii: "1"): [UInt8(ascii: "i"), UInt8(ascii: "l")]
        case UInt8(ascii: "i"): [UInt8(ascii: "1"), UInt8(ascii: "l")]
        case UInt8(ascii: "l"): [UInt8(ascii: "1"), UInt8(ascii: "i")]
        case UInt8(ascii: "5"): [UInt8(ascii: "s")]
        case UInt8(ascii: "s"): [UInt8(ascii: "5")]
        default: []
        }
    }
}
