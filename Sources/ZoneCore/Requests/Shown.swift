/// Text from outside, made fit to stand in a message: one line, nothing invisible, not endless.
public enum Shown {
    /// Longest text shown in full, in Unicode scalars.
    public static let limit = 120

    public static func text(_ text: some StringProtocol) -> String {
        var result = ""
        var count = 0
        for scalar in text.unicodeScalars {
            count += 1
            if count > limit {
                result += "…"
                break
            }
            if isVisible(scalar) {
                result.unicodeScalars.append(scalar)
            } else {
                result += "<\(CodePoints.number(scalar))>"
            }
        }
        return result
    }

    /// Whether a scalar can be printed as it is: no control, format (bidirectional, zero-width), private,
    /// unassigned or line-separating one, no blank but the plain space.
    public static func isVisible(_ scalar: Unicode.Scalar) -> Bool {
        if scalar.value < 0x7F { return scalar.value >= 0x20 }
        switch scalar.properties.generalCategory {
        case .control, .format, .surrogate, .privateUse, .unassigned, .lineSeparator, .paragraphSeparator,
            .spaceSeparator:
            return false
        default:
            return true
        }
    }
}
