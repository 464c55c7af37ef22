/// The token bounds of a window of a master file: stage one of two.
///
/// A token is a run of characters, a quoted string with its quotes, or one of the single octets newline, `(`,
/// `)`, NUL and a carriage return without newline, which the parser acts on. Blanks and comments leave no token.
/// Whether a newline ends a record is the parser's business, since parentheses are.
///
/// Invariants of the unsafe storage: `starts` and `ends` hold `capacity + slack` elements; `scan` writes at most
/// one token for each octet it reads, and overshoots by less than `slack`; the buffer handed to `scan` is
/// readable for 64 octets beyond `limit`.
struct Tape: ~Copyable {
    private(set) var starts: UnsafeMutablePointer<UInt32>
    private(set) var ends: UnsafeMutablePointer<UInt32>
    private(set) var count = 0
    /// Where a quoted string begins that is still open at the end of the window.
    private(set) var openQuote: Int?
    /// Where comments, or parts of them, begin that are addressed to the program, in order; see ``MasterAnnotation``.
    /// What stands behind the last whole line may be taken for one by mistake.
    private(set) var annotations: [UInt32] = []
    private var capacity: Int

    private static let slack = 72

    init(capacity: Int) {
        self.capacity = capacity
        starts = .allocate(capacity: capacity + Self.slack)
        ends = .allocate(capacity: capacity + Self.slack)
    }

    deinit {
        starts.deallocate()
        ends.deallocate()
    }

    /// Tokenises `buffer[0..<limit]`, replacing what the tape held.
    ///
    /// `limit` is a multiple of 64; what `buffer` holds there begins at the start of a record. A token still open
    /// at `limit` is left out. After the last token stand sentinels that point at `sentinel`, an octet which is
    /// a newline, so that a reader needs no bound check to notice the end.
    mutating func scan(_ buffer: UnsafePointer<UInt8>, limit: Int, sentinel: Int) {
        if limit > capacity { grow(to: limit) }
        annotations.removeAll(keepingCapacity: true)
        var state = ScanState()
        var startCount = 0
        var endCount = 0
        var base = 0
        while base < limit {
            let block = Block(UnsafeRawPointer(buffer + base))
            let masks = block.masks
            let bounds: TokenBounds
            if masks.special == 0 && state.isPlain {
                let run = ~(masks.newline | masks.blank)
                let shifted = run &<< 1 | state.runCarry
                bounds = TokenBounds(
                    starts: run & ~shifted | masks.newline,
                    ends: ~run & shifted | masks.newline &<< 1 | state.singleCarry)
                state.runCarry = run &>> 63
                state.singleCarry = masks.newline &>> 63
            } else {
                bounds = state.slowBounds(block, masks, next: buffer[base + 64])
                if state.commentParts != 0 { findAnnotations(among: state.commentParts, buffer, base) }
            }
            startCount = Self.append(bounds.starts, base, to: starts, startCount)
            endCount = Self.append(bounds.ends, base, to: ends, endCount)
            base += 64
        }
        if state.singleCarry != 0 {
            // The single-octet token at the very end closes with the window.
            ends[endCount] = UInt32(truncatingIfNeeded: limit)
            endCount += 1
        }
        count = endCount
        openQuote = state.inQuotes && startCount > endCount ? Int(starts[endCount]) : nil
        for index in count..<(count + 4) {
            starts[index] = UInt32(truncatingIfNeeded: sentinel)
            ends[index] = UInt32(truncatingIfNeeded: sentinel + 1)
        }
    }

    /// Appends the positions of the set bits; may write up to three elements more than there are.
    @inline(__always) private static func append(
        _ bits: UInt64, _ base: Int, to list: UnsafeMutablePointer<UInt32>, _ count: Int
    ) -> Int {
        var bits = bits
        let base = UInt32(truncatingIfNeeded: base)
        let total = count &+ bits.nonzeroBitCount
        var next = list + count
        while bits != 0 {
            next[0] = base &+ UInt32(truncatingIfNeeded: bits.trailingZeroBitCount)
            bits &= bits &- 1
            next[1] = base &+ UInt32(truncatingIfNeeded: bits.trailingZeroBitCount)
            bits &= bits &- 1
            next[2] = base &+ UInt32(truncatingIfNeeded: bits.trailingZeroBitCount)
            bits &= bits &- 1
            next[3] = base &+ UInt32(truncatingIfNeeded: bits.trailingZeroBitCount)
            bits &= bits &- 1
            next += 4
        }
        return total
    }

    /// SAFETY: fewer octets are looked at behind a comment's start than are readable behind `limit`.
    @inline(never) private mutating func findAnnotations(
        among comments: UInt64, _ buffer: UnsafePointer<UInt8>, _ base: Int
    ) {
        var comments = comments
        while comments != 0 {
            let start = base + comments.trailingZeroBitCount
            comments &= comments &- 1
            if MasterAnnotation.markLength(buffer + start) != nil {
                annotations.append(UInt32(truncatingIfNeeded: start))
            }
        }
    }

    @inline(never) private mutating func grow(to wanted: Int) {
        starts.deallocate()
        ends.deallocate()
        capacity = wanted
        starts = .allocate(capacity: wanted + Self.slack)
        ends = .allocate(capacity: wanted + Self.slack)
    }
}

/// Token starts and ends within one block. The k-th end of the file belongs to the k-th start; an end is the
/// position after the token's last octet.
struct TokenBounds {
    var starts: UInt64
    var ends: UInt64
}

/// What one block hands on to the next.
struct ScanState {
    /// 1 when the block ended inside a run of characters.
    var runCarry: UInt64 = 0
    /// 1 when the block's last octet was a token of its own.
    var singleCarry: UInt64 = 0
    private(set) var inQuotes = false
    private var inComment = false
    /// The semicolons of the last block of the general case that begin comments or stand in them.
    private(set) var commentParts: UInt64 = 0
    /// The block's last octet was a backslash that escapes what follows.
    private var escapes = false

    @inline(__always) var isPlain: Bool { !inQuotes && !inComment && !escapes }

    /// The general case: walks over the delimiters of the block, not over its octets.
    ///
    /// - Parameter next: the octet after the block, to know whether a carriage return there ends a line.
    @inline(never) mutating func slowBounds(_ block: Block, _ masks: BlockMasks, next: UInt8) -> TokenBounds {
        let escaped = escapedOctets(block.mask(of: UInt8(ascii: "\\")), newline: masks.newline)
        let newline = masks.newline
        let quote = block.mask(of: UInt8(ascii: "\"")) & ~escaped
        let semicolon = block.mask(of: UInt8(ascii: ";")) & ~escaped

        // Regions of quoted strings (both quotes included) and of comments.
        var quoted: UInt64 = 0
        var quoteStarts: UInt64 = 0
        var quoteEnds: UInt64 = 0
        var comment: UInt64 = 0
        var commentParts: UInt64 = 0
        var from: UInt64 = 0
        var delimiters = inQuotes || inComment || (quote | semicolon) != 0 ? quote | semicolon | newline : 0
        while delimiters != 0 {
            let bit = delimiters & (0 &- delimiters)
            delimiters &= delimiters &- 1
            if inComment {
                if bit & newline != 0 {
                    comment |= (bit &- 1) & ~from
                    inComment = false
                } else if bit & semicolon != 0 {
                    commentParts |= bit
                }
            } else if inQuotes {
                if bit & quote != 0 {
                    quoted |= (bit &- 1 | bit) & ~from
                    quoteEnds |= bit
                    inQuotes = false
                }
            } else if bit & quote != 0 {
                inQuotes = true
                from = bit &- 1
                quoteStarts |= bit
            } else if bit & semicolon != 0 {
                inComment = true
                from = bit &- 1
                commentParts |= bit
            }
        }
        self.commentParts = commentParts
        if inQuotes { quoted |= ~from }
        if inComment { comment |= ~from }

        let outside = ~(quoted | comment)
        let open = block.mask(of: UInt8(ascii: "("))
        let close = block.mask(of: UInt8(ascii: ")"))
        let carriageReturn = block.mask(of: UInt8(ascii: "\r"))
        let endsLine = newline &>> 1 | (next == UInt8(ascii: "\n") ? 1 &<< 63 : 0)
        let single =
            ((newline & ~quoted) | ((open | close) & outside & ~escaped)
                | ((carriageReturn & ~endsLine | block.mask(of: 0)) & outside & ~escaped))
        let blank = (masks.blank & ~escaped) | (carriageReturn & endsLine & ~escaped)
        let run = outside & ~(single | blank)
        let shifted = run &<< 1 | runCarry
        let closing = single | quoteEnds
        let bounds = TokenBounds(
            starts: run & ~shifted | single | quoteStarts,
            ends: ~run & shifted | closing &<< 1 | singleCarry)
        runCarry = run &>> 63
        singleCarry = closing &>> 63
        return bounds
    }

    /// The octets that a backslash before them makes ordinary. A newline cannot be escaped.
    private mutating func escapedOctets(_ backslashes: UInt64, newline: UInt64) -> UInt64 {
        var escaped: UInt64 = escapes ? 1 : 0
        var pending = backslashes & ~escaped
        escapes = false
        while pending != 0 {
            let bit = pending & (0 &- pending)
            pending &= pending &- 1
            if bit == 1 &<< 63 {
                escapes = true
            } else {
                escaped |= bit &<< 1
                pending &= ~(bit &<< 1)
            }
        }
        return escaped & ~newline
    }
}
