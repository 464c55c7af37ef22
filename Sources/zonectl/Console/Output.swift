import ZoneCore

/// A buffered writer over write(2) that remembers the first error.
///
/// Output is not lost silently: a full disk behind stdout makes the command fail. Writing does not throw, so
/// that a command need not handle it in each line; `finish` tells at the end.
final class Output {
    let descriptor: Int32
    private var buffer: [UInt8] = []
    private var error: Int32 = 0
    /// Whether nothing was said yet.
    private(set) var isUntouched = true

    private static let capacity = 1 << 16

    init(descriptor: Int32) {
        self.descriptor = descriptor
        // Reserved at the first write: most runs write little.
    }

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
        guard error == 0 else { return }
        error = SystemCalls.system.writeAll(octets, to: descriptor)
    }
}
