#if canImport(Glibc)
    import Glibc
#elseif canImport(Musl)
    import Musl
#endif

/// The programs the tests need, and the Debian package of each.
enum Tool: String, CaseIterable {
    case named, rndc, dig, nsupdate, nginx, curl, strace, setpriv, prlimit, env
    case namedCheckzone = "named-checkzone"
    case namedCompilezone = "named-compilezone"
    case dnssecKeygen = "dnssec-keygen"
    case dnssecSignzone = "dnssec-signzone"
    case nsdCheckzone = "nsd-checkzone"
    case kzonecheck
    case ldnsReadZone = "ldns-read-zone"

    static let searchPath = "/usr/local/sbin:/usr/local/bin:/usr/sbin:/usr/bin:/sbin:/bin"

    var package: String {
        switch self {
        case .named: "bind9"
        case .rndc, .namedCheckzone, .namedCompilezone, .dnssecKeygen, .dnssecSignzone: "bind9-utils"
        case .dig, .nsupdate: "bind9-dnsutils"
        case .nginx: "nginx-light"
        case .curl: "curl"
        case .strace: "strace"
        case .setpriv, .prlimit: "util-linux"
        case .env: "coreutils"
        case .nsdCheckzone: "nsd"
        case .kzonecheck: "knot-dnssecutils"
        case .ldnsReadZone: "ldnsutils"
        }
    }

    /// Its absolute path. A missing program fails the test; nothing is skipped.
    func path() throws -> String {
        for folder in Self.searchPath.split(separator: ":") {
            let candidate = "\(folder)/\(rawValue)"
            if access(candidate, X_OK) == 0 { return candidate }
        }
        throw HarnessError(
            "\(rawValue) is missing: apt-get install --no-install-recommends \(package) (script/test does it)")
    }

    /// Runs it to its end.
    func callAsFunction(_ arguments: String..., input: String? = nil, seconds: Double = 60) throws -> Outcome {
        try run([try path()] + arguments, input: input, seconds: seconds)
    }
}

/// The program under test: `$ZONECTL_UNDER_TEST`, else the one built beside this test bundle.
let zonectlPath: String = {
    if let chosen = getenv("ZONECTL_UNDER_TEST") { return String(cString: chosen) }
    var buffer = [UInt8](repeating: 0, count: 4096)
    let count = buffer.withUnsafeMutableBytes {
        readlink("/proc/self/exe", $0.baseAddress!.assumingMemoryBound(to: CChar.self), $0.count)
    }
    let own = String(decoding: buffer.prefix(max(count, 0)), as: UTF8.self)
    return own.split(separator: "/").dropLast().reduce("") { $0 + "/" + $1 } + "/zonectl"
}()
