import Foundation

#if canImport(Glibc)
    import Glibc
#elseif canImport(Musl)
    import Musl
#endif

/// A real nginx on a loopback port that answers from the redirect maps of a zone directory.
final class WebServer {
    let port: UInt16
    private let directory: TemporaryDirectory
    private let process: RunningCommand

    /// Starts it with the rendered map files and waits until it listens.
    init(maps: [String]) throws {
        directory = try TemporaryDirectory()
        port = try freePort()
        let includes = maps.map { "include \"\($0)\";" }.joined(separator: " ")
        let root = directory.root
        let temporary = ["client_body", "proxy", "fastcgi", "uwsgi", "scgi"]
            .map { "\($0)_temp_path \"\(root)/\($0)\";" }.joined(separator: " ")
        try writeFile(
            directory.path("nginx.conf"),
            """
            daemon off;
            master_process off;
            pid "\(root)/pid";
            error_log stderr;
            events {}
            http {
              access_log off;
              \(temporary)
              map $host $zonectl_redirect { default ""; \(includes) }
              server {
                listen 127.0.0.1:\(port);
                if ($zonectl_redirect != "") { return 301 $zonectl_redirect; }
                return 404;
              }
            }

            """)
        process = try RunningCommand(
            [try Tool.nginx.path(), "-e", "stderr", "-p", directory.root, "-c", directory.path("nginx.conf")])
        for _ in 0..<100 {
            if process.poll() { break }
            if try Tool.curl("-s", "-o", "/dev/null", "http://127.0.0.1:\(port)/").status == 0 { return }
            usleep(50_000)
        }
        let log = process.output()
        process.kill()
        throw HarnessError("nginx does not run: \(log)")
    }

    deinit { process.kill() }

    /// The status code and `Location` for a host.
    func get(_ host: String, path: String = "/") throws -> (status: Int, location: String) {
        let output = try Tool.curl(
            "-s", "-o", "/dev/null", "-w", "%{http_code} %{redirect_url}", "-H", "Host: \(host)",
            "http://127.0.0.1:\(port)\(path)")
        let words = output.text.split(separator: " ", maxSplits: 1)
        guard let first = words.first, let status = Int(first) else { throw HarnessError("\(output)") }
        return (status, words.count > 1 ? String(words[1]) : "")
    }
}
