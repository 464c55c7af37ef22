/// Reads lines here and there in a file that only grows. What was read lately is kept: the lines about one request
/// stand among those about the requests of the same days, which are asked for next.
struct LineCache {
    private static let blockSize = 1 << 14
    /// Of a cache, together 4 MiB: a day of a busy office.
    private static let maximumBlocks = 256

    private struct Block {
        /// Counted from the start of the file.
        let number: Int
        let buffer: OctetBuffer
        let filled: Int

        var isWhole: Bool { filled == LineCache.blockSize }

        /// The octets from `start` on, up to the first newline or the end of the block.
        func octets(from start: Int) -> (octets: UnsafeBufferPointer<UInt8>, endsLine: Bool) {
            guard start < filled else { return (UnsafeBufferPointer(start: nil, count: 0), false) }
            let octets = UnsafeBufferPointer(buffer.octets)
            let end = ChainReader.newline(in: octets, from: start, to: filled)
            return (UnsafeBufferPointer(rebasing: octets[start..<(end ?? filled)]), end != nil)
        }
    }

    private let file: File
    /// A block is in the place that its number gives, instead of the one that was there.
    private var blocks: [Block?]
    /// A line that goes over the end of a block.
    private var line: [UInt8] = []

    init(file: File) throws(FileError) {
        self.file = file
        let count = try file.size() / LineCache.blockSize + 1
        blocks = Array(repeating: nil, count: min(count, LineCache.maximumBlocks))
    }

    /// Hands the line that starts at `offset` to `body`; false when there is no line.
    mutating func withLine(at offset: Int, _ body: (UnsafeBufferPointer<UInt8>) throws -> Void) throws -> Bool {
        guard offset >= 0 else { return false }
        var number = offset / LineCache.blockSize
        var block = try self.block(number)
        var (part, endsLine) = block.octets(from: offset % LineCache.blockSize)
        if endsLine {
            // The block is held meanwhile by the variable.
            try withExtendedLifetime(block) { try body(part) }
            return true
        }
        line.removeAll(keepingCapacity: true)
        line.append(contentsOf: part)
        while !endsLine {
            guard block.isWhole, line.count <= ChainReader.maximumLine else { return false }
            number += 1
            block = try self.block(number)
            (part, endsLine) = block.octets(from: 0)
            line.append(contentsOf: part)
        }
        try line.withUnsafeBufferPointer(body)
        return true
    }

    private mutating func block(_ number: Int) throws(FileError) -> Block {
        let place = number % blocks.count
        if let block = blocks[place], block.number == number { return block }
        let buffer = blocks[place]?.buffer ?? OctetBuffer(capacity: LineCache.blockSize)
        // Forgotten first: where reading fails nobody may take what is half there.
        blocks[place] = nil
        let filled = try file.read(at: number * LineCache.blockSize, into: buffer.raw)
        let block = Block(number: number, buffer: buffer, filled: filled)
        blocks[place] = block
        return block
    }
}
