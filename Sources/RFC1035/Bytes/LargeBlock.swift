#if canImport(Glibc)
import Glibc
#elseif canImport(Musl)
import Musl
#else
import Darwin
#endif

/// Memory for a table that grows with the zone.
///
/// What is never written costs nothing, so that a large block may be reserved generously instead of being moved when
/// it grows. Large blocks ask for huge pages: a million records touch some 20,000 small ones, and the kernel takes
/// longer to hand those out than the parser takes to fill them.
///
/// Invariant of the unsafe storage: `base` has room for `capacity` elements until `free`, which the owner calls once.
public struct LargeBlock<Element: BitwiseCopyable>: @unchecked Sendable {
    /// The first element.
    public let base: UnsafeMutablePointer<Element>
    /// Elements that there is room for.
    public let capacity: Int
    /// Octets mapped; 0 for a block from the heap.
    private let mapped: Int

    /// Octets.
    static var hugePage: Int { 1 << 21 }

    /// Room for `count` elements, the octets all zero.
    public init(_ count: Int) {
        if let block = LargeBlock(mapping: count) {
            self = block
            useHugePages(0..<count)
        } else {
            guard let block = calloc(max(count, 1), MemoryLayout<Element>.stride) else { MemoryBudget.end() }
            base = block.bindMemory(to: Element.self, capacity: count)
            capacity = count
            mapped = 0
        }
    }

    /// Small pages of its own; `nil` for a small block, and where there is not so much address space to be had.
    init?(mapping count: Int) {
        let size = (count * MemoryLayout<Element>.stride + Self.hugePage - 1) & ~(Self.hugePage - 1)
        guard size >= 2 * Self.hugePage else { return nil }
        #if os(Linux)
        let flags = MAP_PRIVATE | MAP_ANONYMOUS | MAP_NORESERVE
        #else
        let flags = MAP_PRIVATE | MAP_ANON
        #endif
        guard let block = mmap(nil, size, PROT_READ | PROT_WRITE, flags, -1, 0), block != MAP_FAILED else { return nil }
        base = block.bindMemory(to: Element.self, capacity: count)
        capacity = count
        mapped = size
    }

    /// Asks for huge pages for those elements, as far as they fill most of one; it is then used whole, so ask for no
    /// more than will be filled. A hint only: where it is refused, small pages do.
    func useHugePages(_ elements: Range<Int>) {
        #if os(Linux)
        guard mapped > 0 else { return }
        let start = Int(bitPattern: base)
        let first = start + elements.lowerBound * MemoryLayout<Element>.stride + Self.hugePage / 2
        let end = min(start + elements.upperBound * MemoryLayout<Element>.stride + Self.hugePage / 2, start + mapped)
        let (from, to) = (first & ~(Self.hugePage - 1), end & ~(Self.hugePage - 1))
        guard from < to else { return }
        _ = madvise(UnsafeMutableRawPointer(bitPattern: from), to - from, MADV_HUGEPAGE)
        #endif
    }

    /// Room for `count` elements; where that makes a large block, for `most`, so that it need not be moved.
    init(_ count: Int, orUpTo most: Int) {
        let isLarge = count * MemoryLayout<Element>.stride >= 2 * Self.hugePage
        self = (isLarge ? LargeBlock(mapping: most) : nil) ?? LargeBlock(count)
    }

    /// A larger block that begins with the first `kept` elements of this one, which is gone afterwards.
    func grown(to count: Int, keeping kept: Int, orUpTo most: Int = 0) -> LargeBlock {
        let larger = LargeBlock(count, orUpTo: max(count, most))
        memcpy(larger.base, base, min(kept, count) * MemoryLayout<Element>.stride)
        free()
        return larger
    }

    /// Gives the memory back. Copies of the block are then as void as itself.
    public func free() {
        if mapped > 0 { munmap(base, mapped) } else { Self.release(base) }
    }

    private static func release(_ block: UnsafeMutablePointer<Element>) {
        #if canImport(Glibc)
        Glibc.free(block)
        #elseif canImport(Musl)
        Musl.free(block)
        #else
        Darwin.free(block)
        #endif
    }
}
