#if canImport(Glibc)
import Glibc
#elseif canImport(Musl)
import Musl
#else
import Darwin
#endif

/// Work on several processors at once: parts of one task, each on a thread of its own, all ended before the call
/// returns.
public enum Parallel {
    /// Processors of the machine, at most ``maximumParts``.
    public static let processors: Int = min(maximumParts, max(1, sysconf(Int32(_SC_NPROCESSORS_ONLN))))

    /// More threads than this gain little: memory is the limit then.
    public static let maximumParts = 8

    /// In how many parts to do a task of `items`, each part at least `smallest` of them.
    public static func parts(of items: Int, smallest: Int) -> Int {
        max(1, min(processors, items / max(1, smallest)))
    }

    /// The items of one part when `items` are dealt out evenly, in order.
    @inline(__always) public static func range(_ part: Int, of parts: Int, items: Int) -> Range<Int> {
        (items * part / parts)..<(items * (part + 1) / parts)
    }

    /// Runs `body` for each part, the first on the calling thread. Where no thread can be had, the calling one does
    /// that part too. What the parts share they must only read, or write in places that are each theirs.
    public static func run(_ parts: Int, _ body: (Int) -> Void) {
        guard parts > 1 else {
            body(0)
            return
        }
        withoutActuallyEscaping(body) { body in
            var threads: [pthread_t] = []
            var left: [Int] = []
            for part in 1..<parts {
                let job = Unmanaged.passRetained(Job { body(part) })
                if let thread = start(job) {
                    threads.append(thread)
                } else {
                    job.release()
                    left.append(part)
                }
            }
            body(0)
            for part in left { body(part) }
            for thread in threads { pthread_join(thread, nil) }
        }
    }

    /// Runs `body` for each item, threads taking the next one in turn as they are free: for items that may take unlike
    /// times, and are begun in order.
    ///
    /// - Parameter body: is told the item and the worker, counted from 0, below ``processors``.
    public static func deal(_ items: Int, _ body: (_ item: Int, _ worker: Int) -> Void) {
        let turns = Turns(items)
        run(min(processors, items)) { worker in
            while let item = turns.take() { body(item, worker) }
        }
    }

    /// The same where a worker has something of its own to keep from one item to the next.
    ///
    /// - Parameter body: is run once by each worker, and asks for items until there are none.
    public static func deal(_ items: Int, workers: Int, _ body: (_ next: () -> Int?) -> Void) {
        let turns = Turns(items)
        run(min(workers, items)) { _ in body(turns.take) }
    }

    /// Deals out items in order.
    private final class Turns: @unchecked Sendable {
        private let lock = Lock()
        private let items: Int
        private var taken = 0

        init(_ items: Int) { self.items = items }

        func take() -> Int? {
            lock.acquire()
            defer { lock.release() }
            guard taken < items else { return nil }
            taken += 1
            return taken - 1
        }
    }

    /// Makes each item on some thread and delivers them one at a time, in order, while others are being made. Ends
    /// early when `deliver` returns false.
    ///
    /// - Parameters:
    ///   - threads: how many to use at most.
    ///   - hands: what items are made with; each has one at a time, from its making until it is delivered. With more of
    ///     them than threads, none waits for a slower one.
    ///   - make: is told the item and the hand, counted from 0.
    public static func inOrder(
        _ items: Int, threads: Int, hands: Int, make: (_ item: Int, _ hand: Int) -> Void,
        deliver: (_ item: Int, _ hand: Int) -> Bool
    ) {
        let hands = max(1, hands)
        let queue = Queue(items, hands: hands)
        run(min(threads, hands)) { _ in
            while let task = queue.next() {
                switch task {
                case .make(let item, let hand):
                    make(item, hand)
                    queue.made(item, by: hand)
                case .deliver(let item, let hand):
                    queue.delivered(by: hand, goesOn: deliver(item, hand))
                }
            }
        }
    }

    /// Which items are made and which come next. Items are begun in order, so the one whose turn it is has a hand.
    private final class Queue: @unchecked Sendable {
        enum Task {
            case make(item: Int, hand: Int)
            case deliver(item: Int, hand: Int)
        }

        private let lock = Lock()
        private let items: Int
        private var free: [Int]
        /// Hands that hold an item that is made.
        private var ready: [Int: Int] = [:]
        private var taken = 0
        private var delivered = 0
        private var isDelivering = false
        private var isOver = false

        init(_ items: Int, hands: Int) {
            self.items = items
            free = (0..<hands).reversed()
        }

        /// What to do next; `nil` when nothing is left for this thread.
        func next() -> Task? {
            lock.acquire()
            defer { lock.release() }
            while !isOver && delivered < items {
                if !isDelivering, let hand = ready.removeValue(forKey: delivered) {
                    isDelivering = true
                    return .deliver(item: delivered, hand: hand)
                }
                if taken < items, let hand = free.popLast() {
                    taken += 1
                    return .make(item: taken - 1, hand: hand)
                }
                lock.wait()
            }
            return nil
        }

        func made(_ item: Int, by hand: Int) {
            lock.acquire()
            ready[item] = hand
            lock.wakeAll()
            lock.release()
        }

        func delivered(by hand: Int, goesOn: Bool) {
            lock.acquire()
            delivered += 1
            isDelivering = false
            isOver = !goesOn
            free.append(hand)
            lock.wakeAll()
            lock.release()
        }
    }

    private final class Job {
        let body: () -> Void
        init(_ body: @escaping () -> Void) { self.body = body }
    }

    private static func start(_ job: Unmanaged<Job>) -> pthread_t? {
        #if os(Linux)
        var thread = pthread_t()
        let status = pthread_create(&thread, nil, { context in
            guard let context else { return nil }
            Unmanaged<Job>.fromOpaque(context).takeRetainedValue().body()
            return nil
        }, job.toOpaque())
        return status == 0 ? thread : nil
        #else
        var thread: pthread_t?
        let status = pthread_create(&thread, nil, { context in
            Unmanaged<Job>.fromOpaque(context).takeRetainedValue().body()
            return nil
        }, job.toOpaque())
        return status == 0 ? thread : nil
        #endif
    }
}

/// Keeps threads out of each other's way where they share what changes.
public final class Lock: @unchecked Sendable {
    private let mutex: UnsafeMutablePointer<pthread_mutex_t>
    private let condition: UnsafeMutablePointer<pthread_cond_t>

    /// Nobody holds it.
    public init() {
        mutex = .allocate(capacity: 1)
        mutex.initialize(to: pthread_mutex_t())
        pthread_mutex_init(mutex, nil)
        condition = .allocate(capacity: 1)
        condition.initialize(to: pthread_cond_t())
        pthread_cond_init(condition, nil)
    }

    deinit {
        pthread_cond_destroy(condition)
        condition.deallocate()
        pthread_mutex_destroy(mutex)
        mutex.deallocate()
    }

    /// Waits until no other thread holds the lock.
    public func acquire() { pthread_mutex_lock(mutex) }
    /// By the thread that holds it.
    public func release() { pthread_mutex_unlock(mutex) }
    /// By the thread that holds it: lets others have it until one of them wakes this one, perhaps for nothing.
    func wait() { pthread_cond_wait(condition, mutex) }
    func wakeAll() { pthread_cond_broadcast(condition) }
}

/// Says something once, on any thread.
final class Flag: @unchecked Sendable {
    private let lock = Lock()
    private var value = false

    var isSet: Bool {
        lock.acquire()
        defer { lock.release() }
        return value
    }

    func set() {
        lock.acquire()
        value = true
        lock.release()
    }
}
