import type { LiveEvent } from '@wanli/contracts/live'
import { ApiError } from '@/shared/http/api-error'
import { call } from '@/shared/http/call'
import { holdStream } from './hold-stream'

/** Between two questions where no stream can be held, and before a stream that ended is opened anew, in ms. */
const ASK_MS = 8_000
const REOPEN_MS = 1_000
const LONGEST_PAUSE_MS = 60_000

/**
 * Tells what changed for the caller until the answer is called. First it asks what was missed, which also renews an ended token; then it
 * holds a stream as long as that lasts. Without network it asks ever more seldom.
 */
export function listen(tell: (events: LiveEvent[]) => void): () => void {
  const abort = new AbortController()
  void listenUntil(abort.signal, tell)
  return () => abort.abort()
}

async function listenUntil(signal: AbortSignal, tell: (events: LiveEvent[]) => void): Promise<void> {
  let cursor: string | undefined
  let failures = 0
  const over = (): boolean => signal.aborted
  const onNews = (events: LiveEvent[], at: string): void => {
    cursor = at
    if (!over() && events.length > 0) tell(events)
  }
  while (!over()) {
    let pause = ASK_MS
    try {
      const missed = await call('GET /live/changes', { query: cursor === undefined ? {} : { after: cursor } })
      onNews(missed.items, missed.cursor)
      failures = 0
      if (over()) return
      if ((await holdStream({ cursor: missed.cursor, signal, onNews })) === 'ended') pause = REOPEN_MS
    } catch (thrown) {
      // A place in a history that the server no longer has: begin anew.
      if (thrown instanceof ApiError && thrown.status === 422) cursor = undefined
      failures += 1
      // A server that is started anew is back in a moment.
      pause = failures === 1 ? REOPEN_MS : Math.min(LONGEST_PAUSE_MS, ASK_MS * (failures - 1))
    }
    await sleep(pause, signal)
  }
}

/** Waits, or until it is over. */
function sleep(ms: number, signal: AbortSignal): Promise<void> {
  return new Promise((resolve) => {
    const timer = setTimeout(resolve, ms)
    signal.addEventListener('abort', () => {
      clearTimeout(timer)
      resolve()
    })
  })
}
