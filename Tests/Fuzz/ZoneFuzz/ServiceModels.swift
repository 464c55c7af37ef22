// Parameters of SVCB and HTTPS (RFC 9460, RFC 9461, RFC 9540).

extension FieldModel {
    /// Priority, target and parameters together, since AliasMode has none.
    static func binding() -> FieldModel {
        FieldModel("binding", plain: "1 .", odd: oddBindings) { random in
            let target = random.chance(3) ? Written(".", NameText.wire([])) : NameText.name(&random, host: true)
            if random.chance(8) { return Written(Array("0 ".utf8) + target.text, Wire([0, 0]) + target.wire) }
            let priority = random.boundary(1...65535)
            var text = Array("\(priority) ".utf8) + target.text
            var values = parameters(&random)
            var wire = Wire(big(priority, 2)) + target.wire
            for (key, value) in values.sorted(by: { $0.key < $1.key }) {
                wire = wire + Wire(big(key, 2) + big(value.wire.octets.count, 2)) + value.wire
            }
            // In the text they may stand in any order.
            while let key = values.keys.sorted().randomElement(using: &random),
                let value = values.removeValue(forKey: key)
            {
                text += [32] + value.text
            }
            return Written(text, wire)
        }
    }

    private static func parameters(_ random: inout SeededRandom) -> [Int: Written] {
        var values: [Int: Written] = [:]
        if random.chance(2) {
            let names = ["h2", "h3", "http/1.1", "dot", "doq"].shuffled(using: &random).prefix(random.number(1...3))
            let quoted = random.chance(2)
            let list = names.joined(separator: ",")
            values[1] = Written(
                quoted ? "alpn=\"\(list)\"" : "alpn=\(list)",
                names.flatMap { [UInt8(truncatingIfNeeded: $0.utf8.count)] + Array($0.utf8) })
            if random.chance(3) { values[2] = Written("no-default-alpn", []) }
        }
        if random.chance(3) {
            let port = random.boundary(0...65535)
            values[3] = Written(random.chance(4) ? "port=\"\(port)\"" : "port=\(port)", big(port, 2))
        }
        if random.chance(3) {
            let hints = (0..<random.number(1...3)).map { _ in random.octets(4) }
            let list = hints.map { $0.map { "\($0)" }.joined(separator: ".") }.joined(separator: ",")
            values[4] = Written("ipv4hint=" + list, hints.flatMap { $0 })
        }
        if random.chance(4) {
            let octets = random.octets(random.number(1...40))
            values[5] = Written(
                "ech=" + (random.chance(2) ? Encoding.base64(octets) : "\"\(Encoding.base64(octets))\""), octets)
        }
        if random.chance(3) {
            let hints = (0..<random.number(1...3)).map { _ in address6(&random) }
            values[6] = Written(
                Array("ipv6hint=".utf8) + Array(hints.map(\.text).joined(separator: [44])),
                Wire(hints.flatMap(\.wire.octets)))
        }
        if random.chance(4) {
            let path = "/dns-query{?dns}"
            values[7] = Written("dohpath=\(path)", Array(path.utf8))
        }
        if random.chance(4) {
            let key = random.number(100...65279)
            let octets = stringOctets(&random, 60)
            let quoted = stringText(octets, &random)
            values[key] =
                octets.isEmpty
                ? Written("key\(key)", [])
                : Written(Array("key\(key)=".utf8) + (quoted.first == 34 ? quoted : [34] + quoted + [34]), Wire(octets))
        }
        if random.chance(5), let first = values.keys.sorted().first {
            let names = [
                1: "alpn", 2: "no-default-alpn", 3: "port", 4: "ipv4hint", 5: "ech", 6: "ipv6hint", 7: "dohpath",
            ]
            values[0] = Written("mandatory=\(names[first] ?? "key\(first)")", big(first, 2))
        }
        return values
    }

    private static let oddBindings: [Odd] = [
        Odd("aliasWithParameters", .unclear, "0 a.test. alpn=h2"), Odd("twice", "1 . alpn=h2 alpn=h3"),
        Odd("unknownKey", "1 . bogus=1"),
        Odd("emptyALPN", "1 . alpn="), Odd("alpnNoValue", "1 . alpn"), Odd("emptyALPNItem", "1 . alpn=h2,,h3"),
        Odd("alpnComma", "1 . alpn=h2,"),
        Odd("noDefaultAlone", .unclear, "1 . no-default-alpn"),
        Odd("noDefaultWithValue", "1 . alpn=h2 no-default-alpn=1"),
        Odd("noDefaultWithEmptyValue", .unclear, "1 . alpn=h2 no-default-alpn=\"\""),
        Odd("port65536", "1 . port=65536"), Odd("portEmpty", "1 . port="),
        Odd("portNoValue", "1 . port"), Odd("portLetters", "1 . port=x"), Odd("portNegative", "1 . port=-1"),
        Odd("portTwo", "1 . port=1,2"),
        Odd("badHint", "1 . ipv4hint=192.0.2.256"), Odd("hintEmpty", "1 . ipv4hint="),
        Odd("hintNoValue", "1 . ipv4hint"), Odd("hintComma", "1 . ipv4hint=192.0.2.1,"),
        Odd("badHint6", "1 . ipv6hint=1::2::3"), Odd("hint6Empty", "1 . ipv6hint="), Odd("hintSix", "1 . ipv4hint=::1"),
        Odd("echBad", "1 . ech=!!!"),
        Odd("echEmpty", .unclear, "1 . ech="), Odd("echNoValue", .unclear, "1 . ech"),
        Odd("mandatoryItself", "1 . mandatory=mandatory,alpn alpn=h2"),
        Odd("mandatoryMissing", "1 . mandatory=port alpn=h2"), Odd("mandatoryTwice", "1 . mandatory=alpn,alpn alpn=h2"),
        Odd("mandatoryEmpty", "1 . mandatory= alpn=h2"),
        Odd("mandatoryNoValue", "1 . mandatory alpn=h2"), Odd("mandatoryUnknown", "1 . mandatory=bogus alpn=h2"),
        Odd("mandatoryKey", .unclear, "1 . mandatory=key100 key100=x"),
        Odd("mandatoryQuoted", .unclear, "1 . mandatory=\"alpn,port\" alpn=h2 port=1"),
        Odd("mandatoryUnordered", .accepted, "1 . mandatory=port,alpn alpn=h2 port=1"),
        Odd("mandatoryByNumber", .unclear, "1 . mandatory=key1 alpn=h2"), Odd("key1", .unclear, "1 . key1=\\002h2"),
        Odd("key3", .unclear, "1 . key3=\\000\\080"), Odd("key3Short", .unclear, "1 . key3=x"),
        Odd("key4Short", .unclear, "1 . key4=xyz"), Odd("key0Missing", .unclear, "1 . key0=\\000\\003"),
        Odd("key007", .unclear, "1 . key007=x"),
        Odd("key65535", .unclear, "1 . key65535=x"), Odd("key65536", "1 . key65536=x"), Odd("keyLetters", "1 . keyx=x"),
        Odd("keyAlone", "1 . key=x"),
        Odd("keyUpper", .unclear, "1 . KEY100=x"), Odd("alpnUpper", .unclear, "1 . ALPN=h2"),
        Odd("dohpathBare", .unclear, "1 . dohpath=/x"),
        Odd("dohpathEmpty", .unclear, "1 . dohpath="), Odd("dohpathNoValue", .unclear, "1 . dohpath"),
        Odd("dohpath", .unclear, "1 . alpn=h2 dohpath=/q{?dns}"),
        Odd("ohttp", .unclear, "1 . alpn=h2 ohttp"), Odd("ohttpValue", .unclear, "1 . alpn=h2 ohttp=1"),
        Odd("tlsGroups", .unclear, "1 . tls-supported-groups=29,23"),
        Odd("quotedWhole", .unclear, "1 . \"alpn=h2\""), Odd("spaceAfterEquals", "1 . alpn= h2"),
        Odd("spaceBeforeEquals", "1 . alpn =h2"),
        Odd("escapedComma", .unclear, "1 . alpn=\"a\\\\,b,c\""),
        Odd("escapedCommaBare", .unclear, "1 . alpn=a\\\\,b,c"), Odd("singleEscapedComma", .unclear, "1 . alpn=a\\,b"),
        Odd("doubleBackslash", .unclear, "1 . alpn=\"a\\\\\\\\b\""), Odd("decimalInALPN", .unclear, "1 . alpn=h\\050"),
        Odd("longALPN", "1 . alpn=" + String(repeating: "x", count: 256)),
        Odd("alpn255", .accepted, "1 . alpn=" + String(repeating: "x", count: 255)), Odd("noTarget", "1"),
        Odd("quotedTarget", .unclear, "1 \"a.test.\""),
        Odd("emptyKeyValue", .unclear, "1 . key100="), Odd("emptyQuotedKeyValue", .unclear, "1 . key100=\"\""),
        Odd("keyNoValue", .accepted, "1 . key100"),
        Odd("aliasSelf", .unclear, "0 ."), Odd("equalsAlone", "1 . ="),
        Odd("quoteInside", .unclear, "1 . key100=a\"b\""), Odd("unclosed", "1 . alpn=\"h2"),
        Odd("echSpaces", "1 . ech=\"YW Jj\""), Odd("hintQuoted", .unclear, "1 . ipv4hint=\"192.0.2.1,192.0.2.2\""),
        Odd("hintSpaces", "1 . ipv4hint=\"192.0.2.1, 192.0.2.2\""),
        Odd("portQuotedSpace", "1 . port=\" 1\""), Odd("portZeros", .unclear, "1 . port=00080"),
        Odd("keyZeros", .unclear, "1 . key00100=x"), Odd("extraText", "1 . x"),
    ]
}
