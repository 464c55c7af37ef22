import RFC1035
import Testing

@Suite struct DurationTextTests {
    @Test(arguments: [
        ("0", 0), ("3600", 3600), ("1h", 3600), ("1H30M", 5400), ("1w2d3h4m5s", 788_645), ("0s", 0),
        ("4294967295", 4_294_967_295), ("1d1d", 172_800),
    ] as [(String, UInt32)])
    func reads(text: String, seconds: UInt32) {
        #expect(DurationText.seconds(text) == seconds)
    }

    /// `1h30` among them: servers do not agree on it.
    @Test(arguments: [
        "", "h", "1h30", "1x", "-1", "+1", " 1", "1 h", "1h ", "4294967296", "7102w", "99999999999999999999s", "１h",
        "1hh", "1.5h",
    ])
    func refuses(text: String) {
        #expect(DurationText.seconds(text) == nil)
    }
}
