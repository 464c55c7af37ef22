/// Makes zones; the seed and the number decide everything about one.
public struct ZoneGenerator: Sendable {
    let seed: UInt64
    /// Which programs know which types.
    let support: Support
    private let oddities: [Oddity]
    private let order: [Int]

    /// Something odd about one type's data.
    private enum Oddity: Sendable {
        case field(TypeModel, Int, FieldModel.Odd)
        case whole(TypeModel, FieldModel.Odd)
        case shape(TypeModel, Shape)
        case record(String, String)
    }

    /// What can be wrong with the data of any type.
    enum Shape: String, CaseIterable, Sendable {
        case noData, lastMissing, extraWord, extraString, genericShort, genericLong, genericTruncated, genericExtended
        case genericEmpty, genericOddDigits, genericLetters, genericNoLength, genericNegative, genericAlone,
            genericZeroWithData
        case genericLengthTooLarge, genericTorn, generic, genericByNumber, byNumber, parenthesisUnclosed, quoteUnclosed
        case genericQuoted, genericLengthX
    }

    public init(seed: UInt64, support: Support) {
        self.seed = seed
        self.support = support
        var oddities: [Oddity] = []
        for model in TypeModel.all {
            for (index, field) in model.fields.enumerated() {
                oddities += field.odd.map { .field(model, index, $0) }
            }
            oddities += model.odd.map { .whole(model, $0) }
            oddities += Shape.allCases.map { .shape(model, $0) }
        }
        oddities += (TypeModel.meta + TypeModel.genericOnly.map(\.1)).map {
            .record("type/name/\($0)", "\($0) \\# 1 00")
        }
        for (number, name) in TypeModel.replaced {
            oddities += [
                .record("\(name)/name", "\(name) a.test."), .record("\(name)/generic", "\(name) \\# 3 014100"),
                .record("\(name)/number", "TYPE\(number) a.test."),
                .record("\(name)/generic number", "TYPE\(number) \\# 3 014100"),
            ]
        }
        self.oddities = oddities
        var random = SeededRandom(seed: seed)
        order = Array(oddities.indices).shuffled(using: &random)
    }

    /// How many different faults of single types there are.
    public var oddityCount: Int { oddities.count }

    /// What a zone can be about.
    public var tags: Set<String> {
        var random = SeededRandom(seed: seed)
        var tags = Set(oddities.map { odd($0, &random).tag })
        tags.formUnion(Structure.all.map { "structure/\($0.label)" })
        tags.formUnion(TypeModel.all.map { "valid/\($0.mnemonic)" })
        return tags
    }

    /// Half of them have something odd in a type's data, a fifth in the lines around it; the rest are valid.
    public func zone(_ number: Int) -> ZoneCase {
        var random = SeededRandom(seed: seed &+ UInt64(truncatingIfNeeded: number) &* 0xD134_2543_DE82_EF95)
        _ = random.next()
        let (round, place) = number.quotientAndRemainder(dividingBy: 10)
        switch place {
        case 0...4: return odd(oddities[order[(round * 5 + place) % order.count]], &random)
        case 5, 6:
            let structures = Structure.all
            return structures[(round * 2 + place - 5 + Int(seed % 1000)) % structures.count].zone(&random)
        default: return valid(&random)
        }
    }

    // MARK: Valid zones

    private func valid(_ random: inout SeededRandom) -> ZoneCase {
        // All types of a zone are known to the same programs, so that each zone has all the judges it can have.
        let first = random.pick(TypeModel.all)
        let judges = support[first.number]
        let peers = TypeModel.all.filter { support[$0.number] == judges }
        var zone = ZoneCase(
            tag: "valid", expectation: .accepted, head: Array(ZoneCase.standardHead.utf8), pieces: [], isExact: true)
        let classFirst = random.chance(4)
        if classFirst { zone.strangers = [.ldns] }
        for number in 0..<random.number(20...50) {
            let model = number == 0 ? first : random.pick(peers)
            zone.pieces.append(piece(model, number, classFirst, &random))
            zone.types.insert(model.number)
        }
        return zone
    }

    private func piece(_ model: TypeModel, _ number: Int, _ classFirst: Bool, _ random: inout SeededRandom)
        -> ZoneCase.Piece
    {
        let written = model.valid(&random)
        let (ownerText, owner) = owner(model, number, &random)
        let data: [UInt8]
        let type: [UInt8]
        switch random.number(1...12) {
        case 1:
            data = RecordText.generic(written.wire.canonical, &random)
            type = random.chance(2) ? Array("TYPE\(model.number)".utf8) : RecordText.mnemonic(model, &random)
        case 2:
            data = written.text
            type = Array("TYPE\(model.number)".utf8)
        default:
            data = written.text
            type = RecordText.mnemonic(model, &random)
        }
        let line = RecordText.line(owner: ownerText, type: type, data: data, classFirst: classFirst, &random)
        return ZoneCase.Piece(
            text: line.text,
            record: ExpectedRecord(owner: owner, ttl: line.ttl, type: model.number, rdata: written.wire))
    }

    private func owner(_ model: TypeModel, _ number: Int, _ random: inout SeededRandom) -> ([UInt8], Wire) {
        if model.owner == .hash {
            let label = Array(Encoding.base32hex(random.octets(20)).utf8)
            return (label, NameText.wire([label] + NameText.origin))
        }
        var label = Array("n\(number)".utf8)
        if random.chance(10) { label = Array("N\(number)-X".utf8) }
        var labels = [label]
        if model.owner == .any, random.chance(6) {
            labels.insert(NameText.anyLabel(&random), at: 0)
            // A delegation or alias at a wildcard is a matter of its own.
            if labels[0] == [42], model.number == 2 || model.number == 39 { labels[0] = [97] }
        }
        let relative = Array(labels.map { NameText.text($0, &random) }.joined(separator: [46]))
        return (
            random.chance(5) ? relative + Array(".example.".utf8) : relative, NameText.wire(labels + NameText.origin)
        )
    }

    // MARK: Oddities

    private func odd(_ oddity: Oddity, _ random: inout SeededRandom) -> ZoneCase {
        var zone = ZoneCase(
            tag: "", expectation: .unclear, head: Array(ZoneCase.standardHead.utf8), pieces: [])
        let model: TypeModel
        var type: [UInt8]?
        var data: [UInt8] = []
        switch oddity {
        case .field(let it, let index, let odd):
            model = it
            zone.tag = "\(it.mnemonic)/\(it.fields[index].name)/\(odd.label)"
            zone.expectation = odd.expectation
            for (position, field) in it.fields.enumerated() {
                let text = position == index ? odd.text : field.plainText(&random)
                if position > 0 { data.append(32) }
                data += text
            }
        case .whole(let it, let odd):
            model = it
            zone.tag = "\(it.mnemonic)/data/\(odd.label)"
            zone.expectation = odd.expectation
            data = odd.text
        case .shape(let it, let shape):
            model = it
            zone.tag = "\(it.mnemonic)/shape/\(shape.rawValue)"
            (type, data, zone.expectation) = written(it, shape, &random)
        case .record(let tag, let text):
            zone.tag = tag
            zone.pieces = [.init(text: Array("n0 \(text)\n".utf8))]
            // Those that do not know a type without text form have nothing to say about it.
            if TypeModel.genericOnly.contains(where: { tag.hasSuffix("/" + $0.1) }) {
                zone.strangers = Set(Judge.allCases).subtracting([.bind])
            }
            return zone
        }
        zone.types = [model.number]
        let (ownerText, _) = owner(model, 0, &random)
        let name = type ?? Array(model.mnemonic.utf8)
        let line = RecordText.line(owner: ownerText, type: name, data: data, plain: true, &random)
        zone.pieces = [.init(text: line.text)]
        return zone
    }

    private func written(
        _ model: TypeModel, _ shape: Shape, _ random: inout SeededRandom
    ) -> (type: [UInt8]?, data: [UInt8], Standing) {
        let valid = model.valid(&random)
        let octets = valid.wire.canonical
        let digits = Encoding.hexadecimal(octets)
        let byNumber = Array("TYPE\(model.number)".utf8)
        func text(_ text: String, _ expectation: Standing = .refused) -> ([UInt8]?, [UInt8], Standing) {
            (nil, Array(text.utf8), expectation)
        }
        switch shape {
        case .noData: return text("", model.mnemonic == "APL" ? .accepted : .refused)
        case .lastMissing:
            let cut = valid.text.lastIndex { $0 == 32 || $0 == 9 } ?? 0
            return (nil, Array(valid.text[..<cut]), .unclear)
        case .extraWord: return (nil, valid.text + Array(" extra".utf8), .unclear)
        case .extraString: return (nil, valid.text + Array(" \"extra\"".utf8), .unclear)
        case .genericShort: return text("\\# \(octets.count + 1) \(digits)")
        case .genericLong: return text("\\# \(max(octets.count - 1, 0)) \(digits)")
        case .genericTruncated:
            let cut = octets.dropLast()
            return text("\\# \(cut.count) \(Encoding.hexadecimal(cut))", .unclear)
        case .genericExtended: return text("\\# \(octets.count + 1) \(digits)00", .unclear)
        case .genericEmpty: return text("\\# 0", model.mnemonic == "APL" ? .accepted : .unclear)
        case .genericOddDigits: return text("\\# \(octets.count) \(digits.dropLast())")
        case .genericLetters: return text("\\# \(octets.count) \(digits.dropLast())g")
        case .genericNoLength: return text("\\# \(digits)x")
        case .genericNegative: return text("\\# -1 \(digits)")
        case .genericAlone: return text("\\#")
        case .genericZeroWithData: return text("\\# 0 \(digits)")
        case .genericLengthTooLarge: return text("\\# 65536 \(digits)")
        case .genericTorn:
            return text("\\# \(octets.count) \(digits.prefix(1)) \(digits.dropFirst(1))", .unclear)
        case .generic: return (nil, RecordText.generic(octets, &random), .accepted)
        case .genericByNumber: return (byNumber, RecordText.generic(octets, &random), .accepted)
        case .byNumber: return (byNumber, valid.text, .accepted)
        case .parenthesisUnclosed: return (nil, Array("( ".utf8) + valid.text, .refused)
        case .quoteUnclosed: return (nil, valid.text + Array(" \"".utf8), .refused)
        case .genericQuoted: return text("\\# \(octets.count) \"\(digits)\"", .unclear)
        case .genericLengthX: return text("\\# \(octets.count)x \(digits)")
        }
    }
}
