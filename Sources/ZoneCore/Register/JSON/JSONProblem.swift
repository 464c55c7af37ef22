/// Why octets are no JSON text that `JSONValue` reads, for whoever wrote them. Looked for only after the reading
/// has failed, so that reading stays fast.
public enum JSONProblem {
    /// What is wrong with `octets`, in words, with the column where that helps.
    public static func text(of octets: [UInt8]) -> Text {
        if octets.starts(with: [0xEF, 0xBB, 0xBF]) {
            return Text(
                en: "begins with a byte order mark; save the file as UTF-8 without one",
                id: "diawali tanda urutan bita (BOM); simpan berkas sebagai UTF-8 tanpa BOM")
        }
        if let index = firstInvalid(octets) {
            let digits = String(octets[index], radix: 16, uppercase: true)
            return Text(
                en: "is not UTF-8: octet 0x\(digits) in column \(index + 1)",
                id: "bukan UTF-8: oktet 0x\(digits) di kolom \(index + 1)")
        }
        return octets.withUnsafeBufferPointer { buffer in
            var scanner = JSONScanner(buffer)
            if let problem = walk(&scanner, depth: 0) { return problem }
            guard scanner.isAtEnd() else {
                return Text(
                    en: "something follows after the end of the object, in column \(scanner.at + 1)",
                    id: "ada teks setelah akhir objek, di kolom \(scanner.at + 1)")
            }
            return Text(en: "is not a JSON object", id: "bukan objek JSON")
        }
    }

    /// Where the octets stop being UTF-8.
    private static func firstInvalid(_ octets: [UInt8]) -> Int? {
        var iterator = octets.makeIterator()
        var parser = Unicode.UTF8.ForwardParser()
        var index = 0
        while true {
            switch parser.parseScalar(from: &iterator) {
            case .valid(let scalar): index += scalar.count
            case .error: return min(index, octets.count - 1)
            case .emptyInput: return nil
            }
        }
    }

    private static func walk(_ scanner: inout JSONScanner, depth: Int) -> Text? {
        guard depth < JSONScanner.maximumDepth else {
            return Text(
                en: "nests deeper than \(JSONScanner.maximumDepth) levels",
                id: "bersarang lebih dari \(JSONScanner.maximumDepth) tingkat")
        }
        switch scanner.peek() {
        case UInt8(ascii: "{"):
            scanner.at += 1
            if scanner.take(UInt8(ascii: "}")) { return nil }
            var keys = Set<String>()
            repeat {
                let column = column(&scanner)
                guard let token = scanner.string() else { return misplaced(&scanner) }
                guard let key = scanner.text(token) else { return surrogate(column) }
                guard scanner.take(UInt8(ascii: ":")) else { return misplaced(&scanner) }
                if let problem = walk(&scanner, depth: depth + 1) { return problem }
                guard keys.insert(key).inserted else {
                    return Text(
                        en: "has the member \"\(key)\" twice (column \(column))",
                        id: "memuat anggota \"\(key)\" dua kali (kolom \(column))")
                }
            } while scanner.take(UInt8(ascii: ","))
            return scanner.take(UInt8(ascii: "}")) ? nil : misplaced(&scanner)
        case UInt8(ascii: "["):
            scanner.at += 1
            if scanner.take(UInt8(ascii: "]")) { return nil }
            repeat {
                if let problem = walk(&scanner, depth: depth + 1) { return problem }
            } while scanner.take(UInt8(ascii: ","))
            return scanner.take(UInt8(ascii: "]")) ? nil : misplaced(&scanner)
        case UInt8(ascii: "\""):
            let column = column(&scanner)
            guard let token = scanner.string() else { return misplaced(&scanner) }
            return scanner.text(token) == nil ? surrogate(column) : nil
        default: return scanner.skipValue() ? nil : misplaced(&scanner)
        }
    }

    private static func column(_ scanner: inout JSONScanner) -> Int {
        _ = scanner.peek()
        return scanner.at + 1
    }

    private static func surrogate(_ column: Int) -> Text {
        Text(
            en: "half a character: a \\u escape of a surrogate without its other half, in the text in column \(column)",
            id: "separuh karakter: escape \\u surogat tanpa pasangannya, dalam teks di kolom \(column)")
    }

    private static func misplaced(_ scanner: inout JSONScanner) -> Text {
        let column = column(&scanner)
        if column > scanner.octets.count {
            return Text(
                en: "is not a JSON object: it ends too early", id: "bukan objek JSON: berakhir terlalu awal")
        }
        return Text(
            en: "is not a JSON object: what stands in column \(column) does not belong there",
            id: "bukan objek JSON: yang ada di kolom \(column) tidak pada tempatnya")
    }
}
