type Listener = () => void

/** Says whether something was given up, and tells those who wait for that. */
class Signal {
  aborted = false
  reason: unknown = undefined
  private listeners: Listener[] = []

  addEventListener(_type: 'abort', listener: Listener): void {
    this.listeners.push(listener)
  }

  removeEventListener(_type: 'abort', listener: Listener): void {
    this.listeners = this.listeners.filter((known) => known !== listener)
  }

  throwIfAborted(): void {
    if (this.aborted) throw this.reason
  }

  giveUp(reason: unknown): void {
    if (this.aborted) return
    this.aborted = true
    this.reason = reason
    for (const listener of this.listeners) listener()
  }
}

/**
 * The `AbortController` that WeChat's logic thread does not have, as much of it as the query library uses. The weapp build puts it
 * in the place of the missing global; without it no query ever starts on a phone.
 */
export class AbortController {
  readonly signal = new Signal()

  abort(reason: unknown = new Error('aborted')): void {
    this.signal.giveUp(reason)
  }
}
