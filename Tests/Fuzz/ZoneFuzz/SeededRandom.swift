import TestSupport

public typealias SeededRandom = TestSupport.SeededRandom

extension SeededRandom {
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
