import type { LiveEvent } from '@wanli/contracts/live'

/** What a piece of a stream of server-sent events says. `rest` is the beginning of a frame whose end is still on its way. */
export interface Frames {
  events: LiveEvent[]
  cursor: string | null
  rest: string
}

/** Reads whole frames of `text/event-stream`. Comments, unknown fields and anything that is no event of ours are passed over. */
export function readFrames(text: string): Frames {
  const parts = text.replace(/\r\n?/g, '\n').split('\n\n')
  const rest = parts.pop() ?? ''
  const frames: Frames = { events: [], cursor: null, rest }
  for (const part of parts) {
    for (const line of part.split('\n')) {
      if (line.startsWith('id:')) frames.cursor = line.slice(3).trim()
      if (line.startsWith('data:')) frames.events.push(...eventOf(line.slice(5)))
    }
  }
  return frames
}

function eventOf(data: string): LiveEvent[] {
  try {
    const event: unknown = JSON.parse(data)
    return isEvent(event) ? [event] : []
  } catch {
    return []
  }
}

function isEvent(event: unknown): event is LiveEvent {
  return typeof event === 'object' && event !== null && 'topic' in event && typeof event.topic === 'string'
}
