/// A field as its RFC describes it: how to write a valid one, and what is odd or wrong about others.
struct FieldModel: Sendable {
    /// The RFC's name for it.
    let name: String
    let valid: @Sendable (inout SeededRandom) -> Written
    /// A valid one that no program minds: what stands beside an odd field.
    let plain: String?
    /// Ways of writing it that are wrong, or about which programs differ.
    let odd: [Odd]

    init(
        _ name: String, plain: String? = nil, odd: [Odd] = [],
        _ valid: @escaping @Sendable (inout SeededRandom) -> Written
    ) {
        self.name = name
        self.valid = valid
        self.plain = plain
        self.odd = odd
    }

    func plainText(_ random: inout SeededRandom) -> [UInt8] { plain.map { Array($0.utf8) } ?? valid(&random).text }

    struct Odd: Sendable {
        let label: String
        let text: [UInt8]
        let expectation: Standing

        /// One that the standards forbid.
        init(_ label: String, _ text: String) { self.init(label, .refused, text) }

        init(_ label: String, _ expectation: Standing, _ text: String) {
            self.label = label
            self.expectation = expectation
            self.text = Array(text.utf8)
        }
    }
}

/// What the standards say of a zone.
public enum Standing: Sendable {
    case accepted, refused
    /// They do not say, or say it unclearly: what the name servers do decides.
    case unclear
}

/// A record type as its RFC describes it.
struct TypeModel: Sendable {
    let number: Int
    let mnemonic: String
    let fields: [FieldModel]
    let owner: Owner
    /// Odd data as a whole, where no single field is to blame.
    let odd: [FieldModel.Odd]

    enum Owner: Sendable { case any, host, hash, alone }

    init(
        _ number: Int, _ mnemonic: String, _ fields: [FieldModel], owner: Owner = .any, odd: [FieldModel.Odd] = []
    ) {
        self.number = number
        self.mnemonic = mnemonic
        self.fields = fields
        self.owner = owner
        self.odd = odd
    }

    func valid(_ random: inout SeededRandom) -> Written {
        var text: [UInt8] = []
        var wire = Wire()
        for field in fields {
            let written = field.valid(&random)
            if !text.isEmpty, !written.text.isEmpty { text.append(32) }
            text += written.text
            wire = wire + written.wire
        }
        return Written(text, wire)
    }
}
