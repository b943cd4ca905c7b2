import type { LiveEvent } from '@wanli/contracts/live'
import { currentSession } from '@/shared/http/session-store'
import { readFrames } from './frames'

/** What became of a stream: it ended as streams do, or this place cannot hold one. */
export type StreamEnd = 'ended' | 'unable'

export interface StreamFacts {
  cursor: string
  signal: AbortSignal
  /** Events as they come, with the cursor behind the last of them. */
  onNews: (events: LiveEvent[], cursor: string) => void
}

/**
 * Holds the stream of `GET /live` until it ends. `EventSource` cannot send the access token, and a token in an address would stand in
 * logs: the stream is read with `fetch`. Throws when the connection breaks.
 */
export async function holdStream({ cursor, signal, onNews }: StreamFacts): Promise<StreamEnd> {
  const session = currentSession()
  if (!session) return 'unable'
  const response = await fetch(`${API_BASE}/api/v1/live`, {
    headers: { accept: 'text/event-stream', authorization: `Bearer ${session.accessToken}`, 'last-event-id': cursor },
    cache: 'no-store',
    signal,
  })
  if (!response.ok || !response.body) return 'unable'
  const reader = response.body.getReader()
  const decoder = new TextDecoder()
  let text = ''
  let at = cursor
  for (;;) {
    const { done, value } = await reader.read()
    if (done) return 'ended'
    const frames = readFrames(text + decoder.decode(value, { stream: true }))
    text = frames.rest
    at = frames.cursor ?? at
    onNews(frames.events, at)
  }
}
