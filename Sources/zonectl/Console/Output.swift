#if canImport(Glibc)
    import Glibc
#elseif canImport(Musl)
    import Musl
#else
    import Darwin
#endif

/// A buffered writer over write(2) that remembers the first error.
///
/// Output is not lost silently: a full disk behind stdout makes the command fail. Writing does not throw, so
/// that a command need not handle it in each line; `finish` tells at the end, `isBroken` earlier.
final class Output {
    let descriptor: Int32
    private var buffer: [UInt8] = []
    private(set) var error: Int32 = 0
    /// Whether nothing was said yet.
    private(set) var isUntouched = true

    private static let capacity = 1 << 16

    init(descriptor: Int32) {
        self.descriptor = descriptor
        // Reserved at the first write: most runs write little.
    }

    var isBroken: Bool { error != 0 }

    func write(_ text: String) {
        var text = text
        text.withUTF8 { write($0) }
    }

    func write(_ octets: [UInt8]) {
        octets.withUnsafeBufferPointer { write($0) }
    }

    func write(_ octets: UnsafeBufferPointer<UInt8>) {
        isUntouched = false
        guard error == 0 else { return }
        if octets.count >= Output.capacity {
            flush()
            writeAll(UnsafeRawBufferPointer(octets))
            return
        }
        buffer.append(contentsOf: octets)
        if buffer.count >= Output.capacity { flush() }
    }

    func flush() {
        guard error == 0, !buffer.isEmpty else { return }
        buffer.withUnsafeBytes { writeAll($0) }
        buffer.removeAll(keepingCapacity: true)
    }

    /// Flushes; the errno of the first write that failed, or 0.
    func finish() -> Int32 {
        flush()
        return error
    }

    private func writeAll(_ octets: UnsafeRawBufferPointer) {
        guard let base = octets.baseAddress else { return }
        var done = 0
        while done < octets.count, error == 0 {
            let written = systemWrite(descriptor, base + done, octets.count - done)
            if written > 0 {
                done += written
            } else if written == 0 {
                error = EIO
            } else if errno == EAGAIN {
                // A terminal or pipe that another program left non-blocking: wait until it takes more.
                var waiting = pollfd(fd: descriptor, events: Int16(POLLOUT), revents: 0)
                _ = poll(&waiting, 1, 1000)
            } else if errno != EINTR {
                error = errno
            }
        }
    }
}

private func systemWrite(_ descriptor: Int32, _ pointer: UnsafeRawPointer, _ count: Int) -> Int {
    write(descriptor, pointer, count)
}
