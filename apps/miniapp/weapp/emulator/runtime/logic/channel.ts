import type { Fields, ToView } from '../protocol'
import { worker } from './sandbox'

let calls = 0
const waiting = new Map<number, { resolve: (value: Fields) => void; reject: (reason: Fields) => void }>()

/** Sends one message to the view thread. */
export function tell(message: ToView): void {
  worker.post(message)
}

/** Asks the view thread (or the test behind it) to do what a phone's own software does. Rejects with `{ errMsg }`. */
export function ask(name: string, options: Fields): Promise<Fields> {
  calls += 1
  const call = calls
  const answer = new Promise<Fields>((resolve, reject) => waiting.set(call, { resolve, reject }))
  tell({ kind: 'call', call, name, options })
  return answer
}

/** Delivers the answer to an earlier `ask`. */
export function settle(call: number, ok: boolean, value: Fields): void {
  const asker = waiting.get(call)
  waiting.delete(call)
  if (ok) asker?.resolve(value)
  else asker?.reject(value)
}

/** Reports an error nobody caught: a test fails on it. */
export function reportFault(error: unknown): void {
  const text = error instanceof Error ? (error.stack ?? error.message) : JSON.stringify(error)
  tell({ kind: 'fault', text })
}

/** Runs code of the app; what it throws is a fault, not the end of the emulator. */
export function guarded<Result>(work: () => Result): Result | undefined {
  try {
    return work()
  } catch (error) {
    reportFault(error)
    return undefined
  }
}
