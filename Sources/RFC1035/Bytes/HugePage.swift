#if canImport(Glibc)
import Glibc
#elseif canImport(Musl)
import Musl
#else
import Darwin
#endif

/// Pages of 2 MiB, which the kernel hands out in a tenth of the time that as many small ones take, when it has them.
///
/// A kernel that must first move others' memory out of the way, or get back from the hypervisor what lay idle, takes
/// thirty times as long. Small pages, of which some are always at hand, are then the better ones. So each huge page is
/// timed, and after two slow ones in a row there are no more; one alone may be slow because something else ran.
enum HugePage {
    /// Octets.
    static let size = 1 << 21

    private static let slowness = Slowness()

    /// Nanoseconds; to clear a page takes a fifth of it.
    private static let patience = 1_000_000

    /// Takes one at an address where it can begin, mapped and holding nothing yet. False when there is none to be had
    /// soon; small pages do.
    static func take(_ address: UnsafeMutableRawPointer) -> Bool {
        #if os(Linux)
        guard !slowness.isKnown, madvise(address, size, MADV_HUGEPAGE) == 0 else { return false }
        let start = now
        address.storeBytes(of: 0, as: UInt8.self)
        slowness.note(isSlow: now - start > patience)
        return true
        #else
        return false
        #endif
    }

    private static var now: Int {
        var time = timespec()
        clock_gettime(CLOCK_MONOTONIC, &time)
        return time.tv_sec * 1_000_000_000 + time.tv_nsec
    }

    /// How many of the last pages were slow, on whatever thread.
    private final class Slowness: @unchecked Sendable {
        private let lock = Lock()
        private var inRow = 0

        var isKnown: Bool {
            lock.acquire()
            defer { lock.release() }
            return inRow >= 2
        }

        func note(isSlow: Bool) {
            lock.acquire()
            inRow = isSlow ? inRow + 1 : 0
            lock.release()
        }
    }
}
