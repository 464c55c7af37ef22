import RFC1035

/// Where a line starts, and what an index knows it by.
struct LinePlace {
    let offset: Int
    let check: UInt32

    /// Whether that is the line that the index was made from.
    func holds(_ line: UnsafeBufferPointer<UInt8>) -> Bool {
        UInt32(truncatingIfNeeded: FastHash.hash(UnsafeRawBufferPointer(line))) == check
    }
}

/// Makes values of a register's lines on all processors, and hands them out one at a time and in order.
struct LineWalk<Value> {
    /// Enough for a thread to be worth it.
    private static var batch: Int { 256 }

    let file: File
    /// `nil` for a line that this version cannot read.
    let make: (_ line: UnsafeBufferPointer<UInt8>, _ offset: Int) -> Value?

    /// - Parameters:
    ///   - changed: what to throw where the line at a place is not the one that is known, after the values before it.
    ///   - unreadable: the same for a line at an offset that this version cannot read.
    ///   - body: called for one value after the other, not always on the same thread.
    func forEach(
        _ places: [LinePlace], changed: () -> any Error, unreadable: (Int) -> any Error,
        _ body: (Value) throws -> Void
    ) throws {
        let readers = try (0..<Parallel.parts(of: places.count, smallest: Self.batch)).map { _ throws(FileError) in
            try Reader(file)
        }
        var failure: (any Error)?
        Parallel.inOrder(
            (places.count + Self.batch - 1) / Self.batch, threads: readers.count, hands: readers.count,
            make: { batch, hand in
                let first = batch * Self.batch
                readers[hand].read(places[first..<min(places.count, first + Self.batch)], make)
            },
            deliver: { _, hand in
                do {
                    for value in readers[hand].values { try body(value) }
                    switch readers[hand].obstacle {
                    case nil: return true
                    case .changed: throw changed()
                    case .unreadable(let offset): throw unreadable(offset)
                    case .failed(let error): throw error
                    }
                } catch {
                    failure = error
                    return false
                }
            })
        if let failure { throw failure }
    }

    private enum Obstacle {
        case changed
        case unreadable(offset: Int)
        case failed(any Error)
    }

    /// One hand's.
    private final class Reader {
        private var window: LineWindow
        private(set) var values: [Value] = []
        /// Why there are no more of them.
        private(set) var obstacle: Obstacle?

        init(_ file: File) throws(FileError) {
            // Newest lines are mostly followed by lines that are not.
            window = try LineWindow(file: file, capacity: 1 << 14)
        }

        func read(_ places: ArraySlice<LinePlace>, _ make: (UnsafeBufferPointer<UInt8>, Int) -> Value?) {
            values.removeAll(keepingCapacity: true)
            obstacle = nil
            for place in places where obstacle == nil {
                do {
                    let found = try window.withLine(at: place.offset) { octets in
                        if !place.holds(octets) {
                            obstacle = .changed
                        } else if let value = make(octets, place.offset) {
                            values.append(value)
                        } else {
                            obstacle = .unreadable(offset: place.offset)
                        }
                    }
                    if !found { obstacle = .changed }
                } catch {
                    obstacle = .failed(error)
                }
            }
        }
    }
}
