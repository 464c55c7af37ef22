#if canImport(Glibc)
    import Glibc
#elseif canImport(Musl)
    import Musl
#else
    import Darwin
#endif

import ZoneCore

// A descriptor closed by the caller would be taken by the next file opened, and messages would go into a
// register. Each is filled with what makes its use fail, so that lost output is noticed.
for (descriptor, mode) in [(Int32(0), O_WRONLY), (1, O_RDONLY), (2, O_RDWR)]
where fcntl(descriptor, F_GETFD) == -1 && errno == EBADF {
    _ = open("/dev/null", mode)
}

// A reader that went away and a file-size limit are errors of write(2), handled where it is called.
signal(SIGPIPE, SIG_IGN)
signal(SIGXFSZ, SIG_IGN)

var arguments: [String] = []
for index in 1..<max(1, Int(CommandLine.argc)) {
    guard let pointer = CommandLine.unsafeArgv[index] else { break }
    guard let argument = String(validatingCString: pointer) else {
        let console = Console(language: Environment.process.language)
        console.error(
            Text(en: "argument \(index) is not UTF-8", id: "argumen ke-\(index) bukan UTF-8"))
        exit(console.finish(.usage).rawValue)
    }
    arguments.append(argument)
}
exit(Program.run(arguments).rawValue)
