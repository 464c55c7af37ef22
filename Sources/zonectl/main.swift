#if canImport(Glibc)
    import Glibc
#elseif canImport(Musl)
    import Musl
#else
    import Darwin
#endif

import ZoneCore

StandardDescriptors.fill()

// A reader that went away and a file-size limit are errors of write(2), handled where it is called.
signal(SIGPIPE, SIG_IGN)
signal(SIGXFSZ, SIG_IGN)

var arguments: [String] = []
for index in 1..<max(1, Int(CommandLine.argc)) {
    guard let pointer = CommandLine.unsafeArgv[index] else { break }
    guard let argument = String(validatingCString: pointer) else {
        let console = Console(language: Environment.process.language)
        let octets = UnsafeBufferPointer(start: pointer, count: strlen(pointer)).map(UInt8.init(bitPattern:))
        let shown = TerminalText.escaped(octets: octets)
        console.error(
            Text(
                en: "argument \(index), \(shown), is not UTF-8; rename the file, or convert the text",
                id: "argumen ke-\(index), \(shown), bukan UTF-8; ganti nama berkasnya, atau ubah teksnya"))
        exit(console.finish(.usage).rawValue)
    }
    arguments.append(argument)
}
exit(Program.run(arguments).rawValue)
