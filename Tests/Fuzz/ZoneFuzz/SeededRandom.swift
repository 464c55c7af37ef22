/// Random numbers that a seed decides (SplitMix64): the same seed makes the same zones.
public struct SeededRandom: RandomNumberGenerator, Sendable {
    private var state: UInt64

    public init(seed: UInt64) { state = seed }

    public mutating func next() -> UInt64 {
        state &+= 0x9E37_79B9_7F4A_7C15
        var z = state
        z = (z ^ (z >> 30)) &* 0xBF58_476D_1CE4_E5B9
        z = (z ^ (z >> 27)) &* 0x94D0_49BB_1331_11EB
        return z ^ (z >> 31)
    }

    mutating func number(_ range: ClosedRange<Int>) -> Int { Int.random(in: range, using: &self) }

    /// True once in so many times.
    mutating func chance(_ count: Int) -> Bool { number(1...count) == 1 }

    mutating func octets(_ count: Int) -> [UInt8] {
        (0..<count).map { _ in UInt8(truncatingIfNeeded: next()) }
    }

    mutating func pick<T>(_ choices: [T]) -> T {
        guard let choice = choices.randomElement(using: &self) else { preconditionFailure("nothing to choose from") }
        return choice
    }

    /// Seldom an end of the range or its neighbour, mostly anything in it.
    mutating func boundary(_ range: ClosedRange<Int>) -> Int {
        switch number(1...6) {
        case 1: range.lowerBound
        case 2: range.upperBound
        case 3: min(range.lowerBound + 1, range.upperBound)
        case 4: max(range.upperBound - 1, range.lowerBound)
        default: number(range)
        }
    }
}
