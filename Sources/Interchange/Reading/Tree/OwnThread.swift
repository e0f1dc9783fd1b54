import Foundation
import Synchronization

/// Runs deep work on stacks that are large enough for it.
enum OwnThread {
    /// The bytes of a stack; only what is used is ever taken from memory.
    private static let stackBytes = 64 << 20

    /// What `work` makes of each input, in the order of the inputs, on as many threads as there are cores. The
    /// caller waits.
    static func map<Input: Sendable, Value: Sendable>(
        _ inputs: [Input], _ work: @escaping @Sendable (Input) -> Value
    ) -> [Value] {
        let queue = Queue<Value>(count: inputs.count)
        let threads = min(inputs.count, max(1, ProcessInfo.processInfo.activeProcessorCount))
        let done = DispatchSemaphore(value: 0)
        for _ in 0..<threads {
            let thread = Thread {
                while let index = queue.take() { queue.put(work(inputs[index]), at: index) }
                done.signal()
            }
            thread.stackSize = stackBytes
            thread.start()
        }
        for _ in 0..<threads { done.wait() }
        return queue.values
    }

    /// Inputs to take and values to put, shared by the threads of one call.
    private final class Queue<Value: Sendable>: Sendable {
        private let state: Mutex<(next: Int, values: [Value?])>
        private let count: Int

        init(count: Int) {
            self.count = count
            state = Mutex((0, Array(repeating: nil, count: count)))
        }

        func take() -> Int? {
            state.withLock { state in
                guard state.next < count else { return nil }
                state.next += 1
                return state.next - 1
            }
        }

        func put(_ value: Value, at index: Int) { state.withLock { $0.values[index] = value } }

        var values: [Value] { state.withLock { $0.values.compactMap { $0 } } }
    }
}
