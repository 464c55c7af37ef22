import RFC1035

/// Telephone numbers in a text as people type them: `0812-5555-0101`, `+62 812 5555 0101`, `(0281) 891234`.
///
/// A number is made of pieces – digits, and dots and hyphens among them – with a blank or a bracket between two. Dates,
/// times, addresses and letter numbers, which are made of the same octets, are none.
struct TelephoneNumbers {
    /// A number with the code of its town has no fewer digits.
    static let leastDigits = 8
    /// E.164 allows no more. What has no blank in it is taken out all the same: it may be two numbers.
    private static let mostDigits = 15
    /// Where an amount, a letter number or a date could look the same; and the fewest of a whole mobile number.
    private static let leastOfDoubtful = 10
    /// Of the code of a town or a network.
    private static let leastOfCode = 3

    private let octets: [UInt8]
    private let zone: Name
    /// Whether letters may stand right before a number, as they do in names of files.
    private let isFile: Bool

    init(_ text: String, zone: Name, isFile: Bool) {
        octets = Array(text.utf8)
        self.zone = zone
        self.isFile = isFile
    }

    /// The text with `mark` in the place of each number.
    func replaced(by mark: String) -> String {
        var result: [UInt8] = []
        var copied = 0
        var at = 0
        while at < octets.count {
            guard isDigit(at) || octet(at) == UInt8(ascii: "+") else {
                at += 1
                continue
            }
            if let end = otherEnd(at) {
                at = end
                while isDigit(at) || isJoint(at) { at += 1 }
            } else if let number = self.number(at: at) {
                result += octets[copied..<number.lowerBound]
                result += Array(mark.utf8)
                copied = number.upperBound
                at = copied
            } else {
                // What goes on after a dot or a hyphen is part of the same thing: an address, a date.
                at += 1
                while isDigit(at) || isJoint(at) { at += 1 }
            }
        }
        guard copied > 0 else { return String(decoding: octets, as: UTF8.self) }
        result += octets[copied...]
        return String(decoding: result, as: UTF8.self)
    }

    /// Whether there may be a number, or there is `other`; never `false` where ``replaced(by:)`` would find one. Looks
    /// at each octet once.
    static func mayBeIn(_ octets: some Collection<UInt8>, or other: UInt8) -> Bool {
        // Digits since a number may have begun; `nil` within something else.
        var digits: Int? = nil
        // Whether digits, or joints after them, stand right before: no number begins there.
        var isWithin = false
        // Whether it began with a 6, which only `62` and an 8 make a number.
        var isCountry = false
        for octet in octets {
            if octet == other { return true }
            switch octet {
            case UInt8(ascii: "0")...UInt8(ascii: "9"):
                if let count = digits {
                    let isOther =
                        isCountry
                        && (count == 1 && octet != UInt8(ascii: "2") || count == 2 && octet != UInt8(ascii: "8"))
                    if !isOther {
                        if count + 1 >= leastDigits { return true }
                        digits = count + 1
                        isWithin = true
                        continue
                    }
                    digits = nil
                }
                if !isWithin, octet == UInt8(ascii: "0") || octet == UInt8(ascii: "6") {
                    digits = 1
                    isCountry = octet == UInt8(ascii: "6")
                }
                isWithin = true
            case UInt8(ascii: "+"):
                (digits, isCountry, isWithin) = (0, false, true)
            case UInt8(ascii: "-"), UInt8(ascii: "."): break
            case UInt8(ascii: " "), UInt8(ascii: "("), UInt8(ascii: ")"): isWithin = false
            default: (digits, isWithin) = (nil, false)
            }
        }
        return false
    }

    // MARK: Numbers

    /// The number that begins at a digit or a plus, with the brackets that belong to it.
    private func number(at start: Int) -> Range<Int>? {
        guard let beginning = self.beginning(at: start), let first = piece(at: beginning.digits) else { return nil }
        var (end, digits) = first
        // `05 12 2026` is a date.
        let goesOn = beginning.goesOn && (octets[beginning.digits] != UInt8(ascii: "0") || digits >= Self.leastOfCode)
        while goesOn, let next = self.next(from: end, after: digits),
            otherEnd(next) == nil, let more = piece(at: next), digits + more.digits <= Self.mostDigits,
            digits < Self.leastOfDoubtful || !isAnother(at: next)
        {
            end = more.end
            digits += more.digits
        }
        let isBeforeSlash = !isFile && octet(end) == UInt8(ascii: "/") && isDigit(end + 1)
        guard digits >= (isBeforeSlash ? Self.leastOfDoubtful : beginning.least), !isPublic(start..<end) else {
            return nil
        }
        let opened = octets[start..<end].count { $0 == UInt8(ascii: "(") }
        let closed = octets[start..<end].count { $0 == UInt8(ascii: ")") }
        let from = closed > opened && octet(start - 1) == UInt8(ascii: "(") ? start - 1 : start
        return from..<(opened > closed && octet(end) == UInt8(ascii: ")") ? end + 1 : end)
    }

    /// Whether a number may begin there: where its digits do, the fewest it must have, and whether it may go on after
    /// a blank.
    private func beginning(at start: Int) -> (digits: Int, least: Int, goesOn: Bool)? {
        guard octet(start - 1) != UInt8(ascii: "+"), isFile || !isLetter(start - 1), !isDigit(start - 1) else {
            return nil
        }
        // `2026/0123 0812 …`: the first is the number of a request. In a path it is no more than a folder's.
        let isAfterSlash = !isFile && octet(start - 1) == UInt8(ascii: "/") && isDigit(start - 2)
        // Files are called by dates and numbers of letters, too.
        let least = isAfterSlash || isFile ? Self.leastOfDoubtful : Self.leastDigits
        switch octets[start] {
        case UInt8(ascii: "+"): return isDigit(start + 1) ? (start + 1, least, true) : nil
        case UInt8(ascii: "0"):
            // No code of a town or a network begins with a second 0; `0062` is dialled for a `+62`.
            let isCode = isDigit(start + 1) && octet(start + 1) != UInt8(ascii: "0")
            let isAbroad = octets[start...].starts(with: "0062".utf8)
            guard !isFile || isCode || isAbroad else { return nil }
            return (start, least, !isAfterSlash && (isCode || isAbroad))
        case UInt8(ascii: "6"):
            guard octet(start + 1) == UInt8(ascii: "2") else { return nil }
            var at = start + 2
            if octet(at) == UInt8(ascii: ")") { at += 1 }
            // Not a dot: `62.850.000.000` and `628.500.000` are amounts.
            if octet(at) == UInt8(ascii: " ") || octet(at) == UInt8(ascii: "-") { at += 1 }
            guard octet(at) == UInt8(ascii: "8"), isDigit(at + 1) else { return nil }
            return (start, Self.leastOfDoubtful, !isAfterSlash)
        default: return nil
        }
    }

    /// Digits with dots and hyphens among them; `nil` where they are the beginning of a word, a mailbox or a time.
    private func piece(at start: Int) -> (end: Int, digits: Int)? {
        var (end, digits, at) = (start, 0, start)
        while isDigit(at) || isJoint(at) {
            if isDigit(at) {
                digits += 1
                end = at + 1
            }
            at += 1
        }
        let isTime = digits <= 2 && octet(end) == UInt8(ascii: ":") && isDigit(end + 1)
        guard digits > 0, !isLetter(end), octet(end) != UInt8(ascii: "@"), !isTime else { return nil }
        return (end, digits)
    }

    /// Where the next piece begins, after a bracket, one or two blanks, or a hyphen between two.
    private func next(from end: Int, after digits: Int) -> Int? {
        var at = end
        if octet(at) == UInt8(ascii: ")") {
            at += 1
            if isJoint(at) { at += 1 }
        }
        if at == end || !isJoint(at - 1), octet(at) == UInt8(ascii: " ") {
            at += 1
            if octet(at) == UInt8(ascii: "-"), octet(at + 1) == UInt8(ascii: " ") { at += 1 }
            if octet(at) == UInt8(ascii: " ") { at += 1 }
        }
        // A whole number has no code in brackets to come: that is something else.
        if digits < Self.leastOfDoubtful, octet(at) == UInt8(ascii: "(") { at += 1 }
        return at > end && isDigit(at) ? at : nil
    }

    /// Whether a whole number of its own begins there: two may have only a blank between them.
    private func isAnother(at start: Int) -> Bool {
        guard octet(start) == UInt8(ascii: "0"), octet(start + 1) != UInt8(ascii: "0") else { return false }
        var (at, digits) = (start, 0)
        while digits < Self.leastDigits {
            if isDigit(at) {
                digits += 1
            } else if !isDigit(at - 1) || !(isJoint(at) || octet(at) == UInt8(ascii: " ")) {
                return false
            }
            at += 1
        }
        return true
    }

    /// Whether the number is part of an address of the web, or of a name or a mailbox at the zone, which the office
    /// gave out.
    private func isPublic(_ number: Range<Int>) -> Bool {
        var begin = number.lowerBound
        while begin > 0, octets[begin - 1] > 0x20 { begin -= 1 }
        let scheme = Array("://".utf8)
        if (begin..<number.lowerBound).contains(where: { octets[$0...].starts(with: scheme) }) { return true }
        var (first, end) = (number.upperBound, number.upperBound)
        while first > 0, !isApart(first - 1) { first -= 1 }
        while end < octets.count, !isApart(end) { end += 1 }
        guard first < number.lowerBound || end > number.upperBound else { return false }
        let word = octets[first..<end]
        // Other people's mailboxes are gone by now.
        if word.contains(UInt8(ascii: "@")) { return true }
        return (try? Name(String(decoding: word, as: UTF8.self)))?.isAtOrBelow(zone) ?? false
    }

    // MARK: What is no number

    /// The end of the dates, times and addresses that begin there, with a hyphen between two; `nil` for none.
    private func otherEnd(_ start: Int) -> Int? {
        var at = start
        while let end = dateEnd(at) ?? timeEnd(at) ?? addressEnd(at) {
            guard isJoint(end), isDigit(end + 1) else { return isLetter(end) || isDigit(end) ? nil : end }
            guard octet(end) == UInt8(ascii: "-") else { return nil }
            at = end + 1
        }
        return nil
    }

    /// `01-02-2026`, `01.02.2026`, `01/02/2026`, `2026-02-01`
    private func dateEnd(_ at: Int) -> Int? {
        let mark = octet(at + 2)
        if mark == UInt8(ascii: "-") || mark == UInt8(ascii: ".") || mark == UInt8(ascii: "/") {
            guard octet(at + 5) == mark, isDay(at), isMonth(at + 3), isYear(at + 6) else { return nil }
            return at + 10
        }
        guard octet(at + 4) == UInt8(ascii: "-"), octet(at + 7) == UInt8(ascii: "-"), isYear(at), isMonth(at + 5),
            isDay(at + 8)
        else { return nil }
        return at + 10
    }

    private func isDay(_ at: Int) -> Bool { value(at).map { (1...31).contains($0) } ?? false }
    private func isMonth(_ at: Int) -> Bool { value(at).map { (1...12).contains($0) } ?? false }

    /// One that an office writes about; another is rather the end of a telephone number.
    private func isYear(_ at: Int) -> Bool {
        guard let century = value(at), value(at + 2) != nil else { return false }
        return (19...21).contains(century)
    }

    /// `08.00`
    private func timeEnd(_ at: Int) -> Int? {
        guard let hour = value(at), hour <= 24, octet(at + 2) == UInt8(ascii: "."), let minute = value(at + 3),
            minute < 60
        else { return nil }
        return at + 5
    }

    /// `192.0.2.10`
    private func addressEnd(_ start: Int) -> Int? {
        var at = start
        for part in 0..<4 {
            if part > 0 {
                guard octet(at) == UInt8(ascii: ".") else { return nil }
                at += 1
            }
            let first = at
            var value = 0
            while isDigit(at), at - first < 3 {
                value = value * 10 + Int(octet(at) &- 48)
                at += 1
            }
            guard at > first, value <= 255, at - first == 1 || octet(first) != UInt8(ascii: "0") else { return nil }
        }
        return at
    }

    // MARK: Octets

    /// 0 beside the text.
    private func octet(_ at: Int) -> UInt8 { octets.indices.contains(at) ? octets[at] : 0 }

    /// The number of two digits.
    private func value(_ at: Int) -> Int? {
        isDigit(at) && isDigit(at + 1) ? Int(octet(at) &- 48) * 10 + Int(octet(at + 1) &- 48) : nil
    }

    private func isDigit(_ at: Int) -> Bool { octet(at) &- 48 < 10 }
    private func isLetter(_ at: Int) -> Bool { (octet(at) | 0x20) &- 97 < 26 }
    private func isJoint(_ at: Int) -> Bool { octet(at) == UInt8(ascii: "-") || octet(at) == UInt8(ascii: ".") }

    /// Whether no word goes on there.
    private func isApart(_ at: Int) -> Bool {
        let octet = self.octet(at)
        return octet <= 0x20 || octet >= 0x80 || "/,;:()<>[]{}\"'".utf8.contains(octet)
    }
}
