#if canImport(Glibc)
import Glibc
#elseif canImport(Musl)
import Musl
#else
import Darwin
#endif

/// Large blocks of memory that nobody uses any more, kept for the next who needs one: to clear them takes a tenth of
/// the time that the kernel takes to hand out pages, and less memory is touched in all.
///
/// Invariant: each block is mapped, `dirty` octets at its start may have been written to, and nobody else knows of it.
enum UsedMemory {
    struct Block: @unchecked Sendable {
        var base: UnsafeMutableRawPointer
        var mapped: Int
        var dirty: Int
    }

    private final class Blocks: @unchecked Sendable {
        let lock = Lock()
        var list: [Block] = []
    }

    private static let blocks = Blocks()

    /// More are given back to the kernel.
    private static let maximumCount = 8

    static func keep(_ block: Block) {
        blocks.lock.acquire()
        let isFull = blocks.list.count >= maximumCount
        if !isFull { blocks.list.append(block) }
        blocks.lock.release()
        if isFull { munmap(block.base, block.mapped) }
    }

    /// Of the blocks of at least `size` octets the one that was used most; none for a size that is not worth it.
    static func take(_ size: Int) -> Block? {
        guard size >= 2 * HugePage.size else { return nil }
        blocks.lock.acquire()
        defer { blocks.lock.release() }
        let fitting = blocks.list.indices.filter { blocks.list[$0].mapped >= size }
        guard let best = fitting.max(by: { blocks.list[$0].dirty < blocks.list[$1].dirty }) else { return nil }
        return blocks.list.remove(at: best)
    }
}
