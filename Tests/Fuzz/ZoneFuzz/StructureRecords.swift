// TTLs, classes, owners and sets.

extension Structure {
    static let timesToLive: [Structure] = [
        Structure("largest", .accepted, "a 2147483647 A 192.0.2.¤\n"), Structure("2^31", "a 2147483648 A 192.0.2.¤\n"),
        Structure("2^32 less 1", "a 4294967295 A 192.0.2.¤\n"),
        Structure("2^32", .refused, "a 4294967296 A 192.0.2.¤\n"),
        Structure("2^64", .refused, "a 18446744073709551616 A 192.0.2.¤\n"),
        Structure("negative", .refused, "a -1 A 192.0.2.¤\n"), Structure("plus", .refused, "a +1 A 192.0.2.¤\n"),
        Structure("units", .accepted, "a 1h30m A 192.0.2.¤\n"),
        Structure("all units", .accepted, "a 1w2d3h4m5s A 192.0.2.¤\n"),
        Structure("upper units", .accepted, "a 1W2D A 192.0.2.¤\n"),
        Structure("mixed case units", "a 1W2d A 192.0.2.¤\n"), Structure("number after units", "a 1h30 A 192.0.2.¤\n"),
        Structure("unit twice", "a 1h1h A 192.0.2.¤\n"),
        Structure("units in another order", "a 1s1h A 192.0.2.¤\n"),
        Structure("unknown unit", .refused, "a 1y A 192.0.2.¤\n"),
        Structure("unit alone", .refused, "a h A 192.0.2.¤\n"), Structure("units too large", "a 3551w A 192.0.2.¤\n"),
        Structure("units over 2^32", .refused, "a 7102w A 192.0.2.¤\n"),
        Structure("unit overflow", .refused, "a 4294967295w A 192.0.2.¤\n"),
        Structure("leading zeros", "a 0000000060 A 192.0.2.¤\n"), Structure("zero with unit", "a 0h A 192.0.2.¤\n"),
        Structure("fraction", .refused, "a 1.5h A 192.0.2.¤\n"),
        Structure("twice", .refused, "a 5 6 A 192.0.2.¤\n"),
        Structure("around the class", .refused, "a 5 IN 6 A 192.0.2.¤\n"),
        Structure("after the type", .refused, "a A 5 192.0.2.¤\n"),
        Structure("before the class", .accepted, "a 5 IN A 192.0.2.¤\n"),
        Structure("after the class", .accepted, "a IN 5 A 192.0.2.¤\n"),
        Structure("$TTL units", .accepted, "$TTL 1h30m\na A 192.0.2.¤\n"),
        Structure("$TTL 2^31", "$TTL 2147483648\na A 192.0.2.¤\n"),
        Structure("$TTL negative", .refused, "$TTL -1\na A 192.0.2.¤\n"),
        Structure("$TTL letters", .refused, "$TTL x\na A 192.0.2.¤\n"),
        Structure("$TTL missing", .refused, "$TTL\na A 192.0.2.¤\n"),
        Structure("$TTL with comment", .accepted, "$TTL ¤ ; x\na A 192.0.2.1\n"),
        Structure("$TTL with more", .refused, "$TTL ¤ 5\na A 192.0.2.1\n"),
        Structure("$TTL quoted", "$TTL \"¤\"\na A 192.0.2.1\n"),
        Structure("$TTL after an explicit one", .accepted, "a 7 A 192.0.2.¤\n$TTL 9\nb A 192.0.2.1\n"),
        Structure("$TTL changes", .accepted, "a A 192.0.2.¤\n$TTL 9\nb A 192.0.2.1\n$TTL 8\nc A 192.0.2.1\n"),
        Structure("explicit does not carry on", .accepted, "a 7 A 192.0.2.¤\nb A 192.0.2.1\n"),
        Structure("$TTL 0", .accepted, "$TTL 0\na A 192.0.2.¤\n"), Structure("escaped digit", "a \\053 A 192.0.2.¤\n"),
        Structure("none anywhere", head: noTTL, "a A 192.0.2.¤\n"),
        Structure("explicit carries on without $TTL", head: noTTL, "a 77 A 192.0.2.¤\nb A 192.0.2.1\n"),
        Structure(
            "only the SOA's",
            head: "$ORIGIN example.\n@ 500 IN SOA ns host 1 3600 600 86400 300\n@ NS ns\nns A 192.0.2.1\n",
            "a A 192.0.2.¤\n"),
        Structure(
            "SOA later with $TTL",
            head: "$ORIGIN example.\n@ 500 IN SOA ns host 1 3600 600 86400 300\n$TTL 60\n@ NS ns\nns A 192.0.2.1\n",
            "a A 192.0.2.¤\n"),
        Structure("hexadecimal", .refused, "a 0x10 A 192.0.2.¤\n"),
        Structure("digit then type letters", .refused, "a 5A 192.0.2.¤\n"),
        Structure("units and spaces", .refused, "a 1h 30m A 192.0.2.¤\n"),
    ].map { Structure("TTL: " + $0.label, $0.expectation, head: $0.head, $0.body) }

    private static let noTTL = "$ORIGIN example.\n@ IN SOA ns host 1 3600 600 86400 300\n@ NS ns\nns A 192.0.2.1\n"

    static let classes: [Structure] = [
        Structure("CH", .refused, "a CH A 192.0.2.¤\n"), Structure("HS", .refused, "a HS A 192.0.2.¤\n"),
        Structure("CS", .refused, "a CS A 192.0.2.¤\n"), Structure("CLASS1", .accepted, "a CLASS1 A 192.0.2.¤\n"),
        Structure("CLASS1 lower", "a class1 A 192.0.2.¤\n"),
        Structure("CLASS001", "a CLASS001 A 192.0.2.¤\n"), Structure("CLASS2", .refused, "a CLASS2 A 192.0.2.¤\n"),
        Structure("CLASS65536", .refused, "a CLASS65536 A 192.0.2.¤\n"),
        Structure("CLASS alone", .refused, "a CLASS A 192.0.2.¤\n"), Structure("ANY", .refused, "a ANY A 192.0.2.¤\n"),
        Structure("NONE", .refused, "a NONE A 192.0.2.¤\n"), Structure("twice", "a IN IN A 192.0.2.¤\n"),
        Structure("lower case", .accepted, "a in A 192.0.2.¤\n"),
        Structure("after the type", .refused, "a A IN 192.0.2.¤\n"),
        Structure("owner named IN", .accepted, "IN IN A 192.0.2.¤\n"),
        Structure("owner named A", .accepted, "A A 192.0.2.¤\nMX MX 1 b.test.\n"),
        Structure("owner is a TTL", .accepted, "5 5 A 192.0.2.¤\n"),
        Structure(
            "CH on the SOA",
            head: "$ORIGIN example.\n$TTL 5\n@ CH SOA ns host 1 2 3 4 5\n@ CH NS ns\nns CH A 192.0.2.1\n", "\n"),
        Structure("owner named TTL and class", .accepted, "IN 5 IN A 192.0.2.¤\n"),
        Structure("INTERNET", "a INTERNET A 192.0.2.¤\n"), Structure("CLASS255", .refused, "a CLASS255 A 192.0.2.¤\n"),
    ].map { Structure("class: " + $0.label, $0.expectation, head: $0.head, $0.body) }

    static let owners: [Structure] = [
        Structure("blank first", head: "$TTL 5\n", " SOA ns host 1 2 3 4 5\n"),
        Structure(
            "blank first after $ORIGIN", head: "$ORIGIN example.\n$TTL 5\n",
            " IN SOA ns host 1 2 3 4 5\n IN NS ns\nns A 192.0.2.¤\n"),
        Structure("blank", .accepted, "a A 192.0.2.¤\n§AAAA ::1\n"),
        Structure("blank after $ORIGIN", .accepted, "a A 192.0.2.¤\n$ORIGIN sub.example.\n§AAAA ::1\n"),
        Structure("blank after a comment", .accepted, "a A 192.0.2.¤\n; x\n\n§AAAA ::1\n"),
        Structure("at", .accepted, "@ TXT x\n"), Structure("at with dot", "@. TXT x\n"),
        Structure("at in a name", "@.a TXT x\n"), Structure("escaped at", .accepted, "\\@ TXT x\n"),
        Structure("escaped at in digits", .accepted, "\\064 TXT x\n"), Structure("root", ". TXT x\n"),
        Structure("upper case", .accepted, "AbC A 192.0.2.¤\n"), Structure("in another zone", "a.test. A 192.0.2.¤\n"),
        Structure("above the zone", "$ORIGIN test.\nb A 192.0.2.¤\n"),
        Structure("suffix without dot", "a.notexample. A 192.0.2.¤\n"),
        Structure("ends like the zone", .accepted, "a.example A 192.0.2.¤\n"),
        Structure("label of 63", .accepted, String(repeating: "a", count: 63) + " A 192.0.2.¤\n"),
        Structure("label of 64", .refused, String(repeating: "a", count: 64) + " A 192.0.2.¤\n"),
        Structure("escaped 63", .accepted, String(repeating: "\\097", count: 63) + " A 192.0.2.¤\n"),
        Structure(
            "255 octets", .accepted,
            [63, 63, 63, 53].map { String(repeating: "a", count: $0) }.joined(separator: ".") + " A 192.0.2.¤\n"),
        Structure(
            "256 octets", .refused,
            [63, 63, 63, 54].map { String(repeating: "a", count: $0) }.joined(separator: ".") + " A 192.0.2.¤\n"),
        Structure("empty label", .refused, "a..b A 192.0.2.¤\n"), Structure("dot first", .refused, ".a A 192.0.2.¤\n"),
        Structure("two dots", .refused, ".. A 192.0.2.¤\n"), Structure("escape 256", .refused, "a\\256 A 192.0.2.¤\n"),
        Structure("escape of two digits", "a\\12 A 192.0.2.¤\n"),
        Structure("escape of two digits and letter", "a\\12x A 192.0.2.¤\n"),
        Structure("backslash", "a\\ A 192.0.2.¤\n"), Structure("escaped dot", .accepted, "a\\.b TXT x\n"),
        Structure("escaped dot at the end", .accepted, "a\\. TXT x\n"),
        Structure("escaped octets", .accepted, "\\000\\255\\032 TXT x\n"), Structure("underscore", "a_b A 192.0.2.¤\n"),
        Structure("leading hyphen", "-a A 192.0.2.¤\n"),
        Structure("trailing hyphen", "a- A 192.0.2.¤\n"), Structure("underscore TXT", .accepted, "_a.b TXT x\n"),
        Structure("wildcard", .accepted, "* A 192.0.2.¤\n"), Structure("wildcard inside", "a.*.b TXT x\n"),
        Structure("wildcard address inside", "a.*.b A 192.0.2.¤\n"), Structure("wildcard with letters", "*a TXT x\n"),
        Structure("escaped wildcard", "\\* A 192.0.2.¤\n"),
        Structure("wildcard NS", "* NS a.test.\n"), Structure("wildcard CNAME", .accepted, "* CNAME a.test.\n"),
        Structure("wildcard DNAME", "* DNAME a.test.\n"), Structure("slash", "a/b TXT x\n"),
        Structure("ampersand", "a&b TXT x\n"), Structure("comma", "a,b TXT x\n"),
        Structure("dollar inside", "a$b TXT x\n"), Structure("at inside", "a@b TXT x\n"),
        Structure("dollar first escaped", .accepted, "\\$a TXT x\n"), Structure("colon", "a:b TXT x\n"),
        Structure("bit string label", "\\[x01] TXT x\n"), Structure("equals", "a=b TXT x\n"),
        Structure("braces", "{a} TXT x\n"), Structure("exclamation", "a!b TXT x\n"),
        Structure("percent", "a%b TXT x\n"), Structure("plus", "a+b TXT x\n"), Structure("tilde", "~a TXT x\n"),
        Structure("caret", "a^b TXT x\n"),
        Structure("backtick", "a`b TXT x\n"), Structure("apostrophe", "a'b TXT x\n"), Structure("pipe", "a|b TXT x\n"),
        Structure("angle", "<a> TXT x\n"), Structure("question", "a?b TXT x\n"), Structure("brackets", "a[b] TXT x\n"),
        Structure("delete", "a\u{7F}b TXT x\n"), Structure("hash", "a#b TXT x\n"),
        Structure("hash first", "#a TXT x\n"),
        Structure("in addr arpa slash", "0/25 NS a.test.\n"), Structure("number only", .accepted, "10 PTR a.test.\n"),
        Structure("trailing space escaped", "a\\  TXT x\n"),
        Structure("case of the origin", .accepted, "a.EXAMPLE. A 192.0.2.¤\n"),
    ].map { Structure("owner: " + $0.label, $0.expectation, head: $0.head, $0.body) }

    static let sets: [Structure] = [
        Structure("different TTLs", "a 5 A 192.0.2.1\na 6 A 192.0.2.2\n"),
        Structure("different TTLs, three", "a 6 A 192.0.2.1\na 5 A 192.0.2.2\na 7 A 192.0.2.3\n"),
        Structure("same record twice", .accepted, "a A 192.0.2.¤\na A 192.0.2.77\na A 192.0.2.77\n"),
        Structure("same record, other TTL", "a 5 A 192.0.2.1\na 6 A 192.0.2.1\n"),
        Structure("same record, other case", .accepted, "a MX 1 b.test.\nA mx 1 B.TEST.\n"),
        Structure("two CNAMEs", .refused, "a CNAME b.test.\na CNAME c.test.\n"),
        Structure("CNAME twice", "a CNAME b.test.\na CNAME b.test.\n"),
        Structure("CNAME and A", .refused, "a CNAME b.test.\na A 192.0.2.¤\n"),
        Structure("A and CNAME", .refused, "a A 192.0.2.¤\na CNAME b.test.\n"),
        Structure("CNAME and TXT", .refused, "a CNAME b.test.\na TXT x\n"),
        Structure("CNAME and KEY", "a CNAME b.test.\na KEY 256 3 8 YWJj\n"),
        Structure("CNAME and NSEC", "a CNAME b.test.\na NSEC c CNAME\n"),
        Structure(
            "CNAME and RRSIG",
            "a CNAME b.test.\na RRSIG CNAME 8 2 300 20260201000000 20260101000000 1 example. YWJj\n"),
        Structure("CNAME and NXT", "a CNAME b.test.\na NXT c CNAME\n"),
        Structure(
            "CNAME and SIG", "a CNAME b.test.\na SIG CNAME 8 2 300 20260201000000 20260101000000 1 example. YWJj\n"),
        Structure("two DNAMEs", .refused, "a DNAME b.test.\na DNAME c.test.\n"),
        Structure("DNAME and A", .accepted, "a DNAME b.test.\na A 192.0.2.¤\n"),
        Structure("DNAME and NS", "a DNAME b.test.\na NS c.test.\n"),
        Structure("DNAME and CNAME", "a DNAME b.test.\na CNAME c.test.\n"),
        Structure("below a DNAME", "a DNAME b.test.\nb.a A 192.0.2.¤\n"),
        Structure("DNAME at the apex", "@ DNAME b.test.\n"),
        Structure("below a delegation", .accepted, "a NS b.test.\nc.a A 192.0.2.¤\n"),
        Structure("TXT below a delegation", "a NS b.test.\nc.a TXT x\n"),
        Structure("glue", .accepted, "a NS ns.a\nns.a A 192.0.2.¤\n"), Structure("glue missing", "a NS ns.a\n"),
        Structure("address at a delegation", .accepted, "a NS b.test.\na A 192.0.2.¤\n"),
        Structure("TXT at a delegation", "a NS b.test.\na TXT x\n"),
        Structure("CNAME at a delegation", .refused, "a NS b.test.\na CNAME b.test.\n"),
        Structure("DS without NS", "a DS 1 8 1 2BB183AF5F22588179A53B0A98631FAD1A292118\n"),
        Structure("DS at the apex", "@ DS 1 8 1 2BB183AF5F22588179A53B0A98631FAD1A292118\n"),
        Structure("NS to a CNAME", "a NS b\nb CNAME c.test.\n"),
        Structure("MX to a CNAME", "a MX 1 b\nb CNAME c.test.\n"), Structure("MX to nothing", "a MX 1 nothing\n"),
        Structure("MX to an address", "a MX 1 192.0.2.¤\n"), Structure("MX null", .accepted, "a MX 0 .\n"),
        Structure("SRV to nothing", "_a._tcp SRV 1 1 1 nothing\n"),
        Structure("NS missing address in the zone", "a NS nothing\n"),
        Structure("CNAME loop", .accepted, "a CNAME b\nb CNAME a\n"),
        Structure("CNAME to itself", .accepted, "a CNAME a\n"),
        Structure("CNAME to nothing", .accepted, "a CNAME nothing\n"),
        Structure("SOA below", "a SOA ns host 1 2 3 4 5\n"),
        Structure("100 addresses", .accepted, (1...100).map { "a A 192.0.2.\($0)\n" }.joined()),
        Structure("101 addresses", (1...101).map { "a A 192.0.2.\($0)\n" }.joined()),
        Structure("MX underscore", "a MX 1 b_c.test.\n"), Structure("NS underscore", "a NS b_c.test.\n"),
        Structure("SRV underscore", "a SRV 1 1 1 b_c.test.\n"), Structure("PTR underscore", "a PTR b_c.test.\n"),
        Structure("MX owner underscore", "a_b MX 1 b.test.\n"), Structure("NS to the root", "a NS .\n"),
        Structure("SRV null", .accepted, "a SRV 0 0 0 .\n"),
        Structure(
            "many at one name", .accepted,
            (1...60).map { "a TXT \"t\($0)\"\n" }.joined() + "a MX 5 b.test.\na A 192.0.2.1\n"),
        Structure("wildcard and below", .accepted, "*.a A 192.0.2.¤\nb.a A 192.0.2.2\n"),
        Structure("NSEC3 owner", "a NSEC3 1 0 1 ab 2t7b4g4vsa5smi47k61mv5bv1a22bojr A\n"),
    ].map { Structure("set: " + $0.label, $0.expectation, $0.body) }

    static let apexes: [Structure] = [
        Structure("no SOA", head: "$ORIGIN example.\n$TTL 5\n@ NS ns\nns A 192.0.2.1\n", "\n"),
        Structure("no NS", head: "$ORIGIN example.\n$TTL 5\n@ SOA ns host 1 2 3 4 5\n", "a A 192.0.2.¤\n"),
        Structure(
            "NS without address", head: "$ORIGIN example.\n$TTL 5\n@ SOA ns host 1 2 3 4 5\n@ NS ns\n",
            "a A 192.0.2.¤\n"),
        Structure(
            "NS outside", .accepted, head: "$ORIGIN example.\n$TTL 5\n@ SOA ns host 1 2 3 4 5\n@ NS ns.test.\n",
            "a A 192.0.2.¤\n"),
        Structure(
            "NS is a CNAME", head: "$ORIGIN example.\n$TTL 5\n@ SOA ns host 1 2 3 4 5\n@ NS ns\nns CNAME a\n",
            "a A 192.0.2.¤\n"),
        Structure("two SOAs", .refused, "@ SOA ns host 2 3600 600 86400 300\n"),
        Structure("SOA twice", "@ SOA ns.example. host.example. 1 3600 600 86400 300\n"),
        Structure(
            "SOA last", .accepted, head: "$ORIGIN example.\n$TTL 5\n@ NS ns\nns A 192.0.2.1\n",
            "a A 192.0.2.¤\n@ SOA ns host 1 2 3 4 5\n"),
        Structure("CNAME", "@ CNAME a.test.\n"),
        Structure(
            "SOA units", .accepted,
            head: "$ORIGIN example.\n$TTL 5\n@ SOA ns host 1 1h 2m 3w 1d\n@ NS ns\nns A 192.0.2.1\n", "\n"),
        Structure(
            "SOA serial with unit", .refused,
            head: "$ORIGIN example.\n$TTL 5\n@ SOA ns host 1h 1 2 3 4\n@ NS ns\nns A 192.0.2.1\n", "\n"),
        Structure(
            "SOA serial too large", .refused,
            head: "$ORIGIN example.\n$TTL 5\n@ SOA ns host 4294967296 1 2 3 4\n@ NS ns\nns A 192.0.2.1\n", "\n"),
        Structure(
            "SOA refresh too large", .refused,
            head: "$ORIGIN example.\n$TTL 5\n@ SOA ns host 1 4294967296 2 3 4\n@ NS ns\nns A 192.0.2.1\n", "\n"),
        Structure(
            "SOA refresh 2^31",
            head: "$ORIGIN example.\n$TTL 5\n@ SOA ns host 1 2147483648 2 3 4\n@ NS ns\nns A 192.0.2.1\n", "\n"),
        Structure(
            "SOA without minimum", .refused,
            head: "$ORIGIN example.\n$TTL 5\n@ SOA ns host 1 2 3 4\n@ NS ns\nns A 192.0.2.1\n", "\n"),
        Structure(
            "SOA with more", .refused,
            head: "$ORIGIN example.\n$TTL 5\n@ SOA ns host 1 2 3 4 5 6\n@ NS ns\nns A 192.0.2.1\n", "\n"),
        Structure(
            "SOA minimum 2^31",
            head: "$ORIGIN example.\n$TTL 5\n@ SOA ns host 1 2 3 4 2147483648\n@ NS ns\nns A 192.0.2.1\n", "\n"),
        Structure(
            "SOA mailbox with at",
            head: "$ORIGIN example.\n$TTL 5\n@ SOA ns host@example. 1 2 3 4 5\n@ NS ns\nns A 192.0.2.1\n", "\n"),
        Structure(
            "SOA mailbox with escaped dot", .accepted,
            head: "$ORIGIN example.\n$TTL 5\n@ SOA ns a\\.b.example. 1 2 3 4 5\n@ NS ns\nns A 192.0.2.1\n", "\n"),
        Structure(
            "SOA without parentheses over lines", .refused,
            head: "$ORIGIN example.\n$TTL 5\n@ SOA ns host\n 1 2 3 4 5\n@ NS ns\nns A 192.0.2.1\n", "\n"),
        Structure(
            "SOA server underscore",
            head: "$ORIGIN example.\n$TTL 5\n@ SOA n_s host 1 2 3 4 5\n@ NS ns\nns A 192.0.2.1\n", "\n"),
        Structure(
            "SOA root names", head: "$ORIGIN example.\n$TTL 5\n@ SOA . . 1 2 3 4 5\n@ NS ns\nns A 192.0.2.1\n", "\n"),
        Structure(
            "SOA negative", .refused,
            head: "$ORIGIN example.\n$TTL 5\n@ SOA ns host -1 2 3 4 5\n@ NS ns\nns A 192.0.2.1\n", "\n"),
        Structure(
            "SOA generic", .accepted,
            head:
                "$ORIGIN example.\n$TTL 5\n@ TYPE6 \\# 30 026e7300 04686f737400 00000001000000020000000300000004"
                + "00000005\n@ NS ns\nns A 192.0.2.1\n",
            "\n"),
        Structure(
            "SOA serial with zeros",
            head: "$ORIGIN example.\n$TTL 5\n@ SOA ns host 0000000001 2 3 4 5\n@ NS ns\nns A 192.0.2.1\n", "\n"),
        Structure(
            "SOA quoted number",
            head: "$ORIGIN example.\n$TTL 5\n@ SOA ns host \"1\" 2 3 4 5\n@ NS ns\nns A 192.0.2.1\n", "\n"),
        Structure(
            "SOA elsewhere", head: "$TTL 5\n$ORIGIN other.\n@ SOA ns host 1 2 3 4 5\n@ NS ns\nns A 192.0.2.1\n", "\n"),
        Structure(
            "SOA minimum with units", .accepted,
            head: "$ORIGIN example.\n@ SOA ns host 1 2 3 4 5m\n@ 5 NS ns\nns A 192.0.2.1\n", "\n"),
    ].map { Structure("apex: " + $0.label, $0.expectation, head: $0.head, $0.body) }
}
