import RFC1035

/// RFC 3492, to tell a well-formed `xn--` label from one that only looks so.
enum Punycode {
    /// Whether `label` (lower case, with its `xn--`) is what an encoder would make of its letters.
    static func isWellFormed(_ label: String) -> Bool {
        guard label.hasPrefix("xn--"), let scalars = decode(Array(label.utf8.dropFirst(4))), !scalars.isEmpty,
            scalars.contains(where: { $0.value >= 0x80 }), encode(scalars) == String(label.dropFirst(4)),
            scalars.first != "-", scalars.last != "-",
            !(scalars.count >= 4 && scalars[2] == "-" && scalars[3] == "-")
        else { return false }
        // RFC 5891 §4.2.3.2: no combining mark first; RFC 5892: letters, digits and marks, no capitals.
        for (index, scalar) in scalars.enumerated() where !scalar.isASCII {
            switch scalar.properties.generalCategory {
            case .lowercaseLetter, .modifierLetter, .otherLetter, .decimalNumber: break
            case .nonspacingMark, .spacingMark: if index == 0 { return false }
            default: return false
            }
        }
        return true
    }

    private static func adapt(_ delta: Int, _ count: Int, first: Bool) -> Int {
        var delta = first ? delta / 700 : delta / 2
        delta += delta / count
        var k = 0
        while delta > 455 {
            delta /= 35
            k += 36
        }
        return k + 36 * delta / (delta + 38)
    }

    static func decode(_ text: [UInt8]) -> [Unicode.Scalar]? {
        guard text.count <= 63 else { return nil }
        var output: [Unicode.Scalar] = []
        var rest = text[...]
        if let hyphen = text.lastIndex(of: UInt8(ascii: "-")) {
            guard hyphen > 0 else { return nil }
            output = text[..<hyphen].map { Unicode.Scalar($0) }
            rest = text[(hyphen + 1)...]
        }
        var n = 128
        var i = 0
        var bias = 72
        while !rest.isEmpty {
            let old = i
            var weight = 1
            var k = 36
            while true {
                guard let octet = rest.popFirst() else { return nil }
                let digit: Int
                switch octet {
                case 97...122: digit = Int(octet) - 97
                case 48...57: digit = Int(octet) - 22
                default: return nil
                }
                let (product, overflow) = digit.multipliedReportingOverflow(by: weight)
                guard !overflow, product <= Int(Int32.max) else { return nil }
                i += product
                guard i <= Int(Int32.max) else { return nil }
                let t = k <= bias ? 1 : (k >= bias + 26 ? 26 : k - bias)
                if digit < t { break }
                weight *= 36 - t
                guard weight <= Int(Int32.max) else { return nil }
                k += 36
            }
            let count = output.count + 1
            bias = adapt(i - old, count, first: old == 0)
            n += i / count
            i %= count
            guard n <= 0x10FFFF, let scalar = Unicode.Scalar(UInt32(n)) else { return nil }
            output.insert(scalar, at: i)
            i += 1
        }
        return output
    }

    static func encode(_ scalars: [Unicode.Scalar]) -> String? {
        guard scalars.count <= 63 else { return nil }
        var output = scalars.filter(\.isASCII).map { UInt8(truncatingIfNeeded: $0.value) }
        let basic = output.count
        var handled = basic
        if basic > 0 { output.append(UInt8(ascii: "-")) }
        var n = 128
        var delta = 0
        var bias = 72
        while handled < scalars.count {
            guard let next = scalars.lazy.map({ Int($0.value) }).filter({ $0 >= n }).min() else { return nil }
            delta += (next - n) * (handled + 1)
            n = next
            for scalar in scalars {
                let value = Int(scalar.value)
                if value < n { delta += 1 }
                guard value == n else { continue }
                var q = delta
                var k = 36
                while true {
                    let t = k <= bias ? 1 : (k >= bias + 26 ? 26 : k - bias)
                    if q < t { break }
                    output.append(digit(t + (q - t) % (36 - t)))
                    q = (q - t) / (36 - t)
                    k += 36
                }
                output.append(digit(q))
                bias = adapt(delta, handled + 1, first: handled == basic)
                delta = 0
                handled += 1
            }
            delta += 1
            n += 1
        }
        return String(decoding: output, as: UTF8.self)
    }

    private static func digit(_ value: Int) -> UInt8 { UInt8(truncatingIfNeeded: value < 26 ? value + 97 : value + 22) }
}
