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
/// Invariant of the unsafe storage: `base` has room for `capacity` elements until `free` or `recycle`, of which the owner
/// calls one, once.
public struct LargeBlock<Element: BitwiseCopyable>: @unchecked Sendable {
    /// The first element.
    public let base: UnsafeMutablePointer<Element>
    /// Elements that there is room for.
    public let capacity: Int
    /// Octets mapped; 0 for a block from the heap.
    private let mapped: Int

    /// Room for `count` elements, the octets all zero.
    public init(_ count: Int) {
        if let used = UsedMemory.take(Self.mappedSize(count)) {
            (base, capacity, mapped) = (used.base.bindMemory(to: Element.self, capacity: count), count, used.mapped)
            let stride = MemoryLayout<Element>.stride
            memset(base, 0, min(used.dirty, count * stride))
            // Beyond what was used nothing is there yet.
            var taken = (used.dirty + stride - 1) / stride
            while taken < count { taken = takePage(from: taken, upTo: count) }
        } else if let block = LargeBlock(mapping: count) {
            self = block
            var taken = 0
            while taken < count { taken = takePage(from: taken, upTo: count) }
        } else {
            guard let block = calloc(max(count, 1), MemoryLayout<Element>.stride) else { MemoryBudget.end() }
            base = block.bindMemory(to: Element.self, capacity: count)
            capacity = count
            mapped = 0
        }
    }

    private static func mappedSize(_ count: Int) -> Int {
        (count * MemoryLayout<Element>.stride + HugePage.size - 1) & ~(HugePage.size - 1)
    }

    /// Pages that are taken when they are written to; `nil` for a small block, and where there is not so much address
    /// space to be had.
    init?(mapping count: Int) {
        let size = Self.mappedSize(count)
        guard size >= 2 * HugePage.size else { return nil }
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

    /// Takes a huge page for elements from `first` on, which hold nothing yet, if those below `last` fill half of it.
    ///
    /// - Returns: the element to ask for next; ``capacity`` if that would be in vain.
    func takePage(from first: Int, upTo last: Int) -> Int {
        let stride = MemoryLayout<Element>.stride
        let start = Int(bitPattern: base)
        let page = (start + first * stride + HugePage.size - 1) & ~(HugePage.size - 1)
        guard page + HugePage.size <= start + mapped, page + HugePage.size / 2 <= start + min(last, capacity) * stride,
            let address = UnsafeMutableRawPointer(bitPattern: page), HugePage.take(address)
        else { return capacity }
        // A page need not begin where an element does.
        return min((page + HugePage.size - start) / stride, capacity)
    }

    /// Room for `count` elements; where that makes a large block, for `most`, so that it need not be moved.
    init(_ count: Int, orUpTo most: Int) {
        let isLarge = count * MemoryLayout<Element>.stride >= 2 * HugePage.size
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

    /// Gives the memory back, of which at most the first `used` elements were written to, for other blocks to be made
    /// from.
    public func recycle(used: Int? = nil) {
        guard mapped > 0 else { return free() }
        let dirty = min(used ?? capacity, capacity) * MemoryLayout<Element>.stride
        UsedMemory.keep(UsedMemory.Block(base: UnsafeMutableRawPointer(base), mapped: mapped, dirty: dirty))
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
