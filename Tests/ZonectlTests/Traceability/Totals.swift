import Testing

/// `procedure totals` says all of `texts`, in both languages, and the same as numbers.
func expectTotals(
    _ procedure: String, _ texts: [String], options: [String] = [], untimed: [String], minutes: ClosedRange<Int>,
    days: ClosedRange<Int>, location: SourceLocation = #_sourceLocation
) throws {
    for (language, word) in [("id", "tanpa baku waktu"), ("en", "untimed")] {
        let output = try run([zonectlPath, "--lang", language, "procedure", "totals", procedure] + options)
        #expect(output.status == 0, "\(output)", sourceLocation: location)
        for text in texts { #expect(output.text.contains(text), "\(output)", sourceLocation: location) }
        let line = output.lines.first { $0.hasPrefix(word) }
        #expect(
            line == (untimed.isEmpty ? nil : "\(word): " + untimed.joined(separator: ", ")), "\(output)",
            sourceLocation: location)
    }
    let output = try run([zonectlPath, "procedure", "totals", procedure, "--format", "json"] + options)
    let document = try #require(try output.json() as? [String: Any], sourceLocation: location)
    #expect(document["id"] as? String == procedure, sourceLocation: location)
    #expect(document["untimed"] as? [String] == untimed, "\(output)", sourceLocation: location)
    for (key, wanted) in [("minutes", minutes), ("days", days)] {
        let range = try #require(document[key] as? [String: Int], sourceLocation: location)
        #expect(
            range == ["min": wanted.lowerBound, "max": wanted.upperBound], "\(output)", sourceLocation: location)
    }
}
