import Foundation
import Synchronization

/// Runs deep work on a stack that is large enough for it.
enum OwnThread {
    /// The bytes of the stack; only what is used is ever taken from memory.
    private static let stackBytes = 64 << 20

    /// What `work` returns, made on a thread of its own; the caller waits.
    static func run<Value: Sendable>(_ work: @escaping @Sendable () -> Value) -> Value {
        let box = Box<Value>()
        let done = DispatchSemaphore(value: 0)
        let thread = Thread {
            box.value.withLock { $0 = work() }
            done.signal()
        }
        thread.stackSize = stackBytes
        thread.start()
        done.wait()
        guard let value = box.value.withLock({ $0 }) else { preconditionFailure("the thread has ended") }
        return value
    }

    private final class Box<Value: Sendable>: Sendable {
        let value = Mutex<Value?>(nil)
    }
}
