#if canImport(Glibc)
import Glibc
#elseif canImport(Musl)
import Musl
#else
import Darwin
#endif

/// How much a zone may take of the memory there is: a pipe need not ever end, and a program that runs out of memory
/// cannot say why it ends.
enum MemoryBudget {
    /// Records of one zone: each takes some 100 octets by the time it has been checked.
    static let records = total / 128
    /// Octets of names and data of one zone.
    static let octets = total / 4

    /// Ends the program where the system has no memory left: with a word and the exit code for input and output, not as
    /// a crash. What was being written has no name yet, or is cut off by the next command.
    @inline(never) static func end() -> Never {
        let message: StaticString = "zonectl: out of memory\n"
        _ = write(2, message.utf8Start, message.utf8CodeUnitCount)
        _exit(4)
    }

    /// What the machine has, or what `ulimit -v` leaves of it, in octets; 16 GiB where nobody knows.
    private static let total: Int = {
        let (pages, size) = (sysconf(Int32(_SC_PHYS_PAGES)), sysconf(Int32(_SC_PAGESIZE)))
        let (product, overflow) = Int(pages).multipliedReportingOverflow(by: Int(size))
        let physical = pages > 0 && size > 0 && !overflow ? product : 16 << 30
        var limit = rlimit()
        #if canImport(Glibc)
        let isKnown = getrlimit(__rlimit_resource_t(RLIMIT_AS.rawValue), &limit) == 0
        #else
        let isKnown = getrlimit(RLIMIT_AS, &limit) == 0
        #endif
        return isKnown ? Int(clamping: min(UInt64(clamping: physical), UInt64(limit.rlim_cur))) : physical
    }()
}
