import { Injectable, Logger, type BeforeApplicationShutdown } from '@nestjs/common'
import type { LiveEvent } from '@wanli/contracts/live'

import type { Caller, CallerRole } from '../common/auth/caller.js'
import { SessionGate } from '../common/auth/session-gate.js'
import { Clock } from '../common/clock.js'

import type { StoredChange } from './live-event.entity.js'
import { audienceOf, LiveQueries, toEvents } from './live.queries.js'
import { readPosition, writePosition, type Position } from './position.rules.js'

const LOOK_MS = 300
const HEARTBEAT_MS = 20_000
const RETRY_MS = 3_000
/** A client that does not read is let go when this much waits for it. */
const MAX_WAITING_BYTES = 64 * 1024
/** More streams of one person are not a person's. */
const MAX_STREAMS = 10

/** The part of a connection that a stream needs. */
export interface StreamPipe {
  write(text: string): void
  end(): void
  readonly waitingBytes: number
}

interface Stream {
  caller: Caller
  isMine: (change: StoredChange) => boolean
  endsAt: Date
  pipe: StreamPipe
}

/** The open streams of this process. One look a moment at the database serves them all; none without streams. */
@Injectable()
export class LiveStreams implements BeforeApplicationShutdown {
  private readonly log = new Logger(LiveStreams.name)
  private readonly streams = new Set<Stream>()
  private position: Position | undefined
  private timer: NodeJS.Timeout | undefined
  private looking = false
  private beatAt = 0
  private ending = false

  constructor(
    private readonly queries: LiveQueries,
    private readonly gate: SessionGate,
    private readonly clock: Clock,
  ) {}

  /** How many streams are open. */
  get count(): number {
    return this.streams.size
  }

  /** Opens a stream that ends with its token; `after` resumes where another one broke off. The result closes it. */
  open(caller: Caller, endsAt: Date, pipe: StreamPipe, after: string | undefined): () => void {
    if (this.ending) {
      pipe.end()
      return () => undefined
    }
    const stream: Stream = { caller, isMine: audienceOf(caller), endsAt, pipe }
    const close = (): void => this.close(stream)
    this.limit(caller.personId)
    this.streams.add(stream)
    this.begin(stream, readPosition(after ?? '') === undefined ? undefined : after).catch((error: unknown) => {
      this.log.error(error)
      close()
    })
    return close
  }

  /**
   * Ends the streams of who has signed out, or holds other roles than when they began to listen, in whichever process that was done.
   * Done at each beat; two statements, however many listen.
   */
  async dismiss(): Promise<void> {
    const asked = [...this.streams]
    const callers = await this.gate.readmit(asked.map(({ caller }) => caller))
    asked.forEach((stream, n) => {
      const now = callers[n]
      if (now === undefined || !sameRoles(now.roles, stream.caller.roles)) this.close(stream)
    })
  }

  /**
   * Streams end before the server stops listening, which would wait for them; whose stream ended comes again at once, on the connection
   * that is still open, and is sent away.
   */
  beforeApplicationShutdown(): void {
    this.ending = true
    for (const stream of this.streams) this.close(stream)
  }

  /** Listening begins before the past is read, so that nothing falls between; a change told twice does no harm. */
  private async begin(stream: Stream, after: string | undefined): Promise<void> {
    this.position ??= await this.queries.start()
    this.timer ??= setInterval(() => void this.look(), LOOK_MS).unref()
    const { cursor, items } = await this.queries.changes(stream.caller, after)
    if (this.streams.has(stream)) stream.pipe.write(`retry: ${RETRY_MS}\n${frames(items, cursor)}`)
    else this.rest()
  }

  private close(stream: Stream): void {
    if (!this.streams.delete(stream)) return
    stream.pipe.end()
    this.rest()
  }

  /** Without streams the database is left alone. */
  private rest(): void {
    if (this.streams.size > 0) return
    clearInterval(this.timer)
    this.timer = undefined
    this.position = undefined
  }

  private limit(personId: string): void {
    const own = [...this.streams].filter((stream) => stream.caller.personId === personId)
    for (const stream of own.slice(0, Math.max(0, own.length - MAX_STREAMS + 1))) this.close(stream)
  }

  private async look(): Promise<void> {
    if (this.looking || this.position === undefined) return
    this.looking = true
    try {
      const beat = performance.now() - this.beatAt >= HEARTBEAT_MS
      if (beat) {
        this.beatAt = performance.now()
        // Before anything is told: who was sent away hears no more of it.
        await this.dismiss()
        if (this.streams.size === 0) return
      }
      const { position, fresh } = await this.queries.look(this.position)
      // Nobody listens any more: who comes next begins anew.
      if (this.streams.size === 0) return
      this.position = position
      this.tell(fresh, writePosition(position), beat)
    } catch (error) {
      this.log.error(error)
    } finally {
      this.looking = false
    }
  }

  private tell(fresh: StoredChange[], cursor: string, beat: boolean): void {
    const now = this.clock.now()
    for (const stream of this.streams) {
      if (stream.endsAt <= now || stream.pipe.waitingBytes > MAX_WAITING_BYTES) {
        this.close(stream)
        continue
      }
      const mine = toEvents(fresh.filter(stream.isMine))
      if (mine.length > 0) stream.pipe.write(frames(mine, cursor))
      else if (beat) stream.pipe.write(`: still here\n${frames([], cursor)}`)
    }
  }
}

function sameRoles(some: readonly CallerRole[], others: readonly CallerRole[]): boolean {
  const names = (roles: readonly CallerRole[]): string =>
    roles
      .map(({ role, scopeId }) => `${role} ${scopeId}`)
      .sort()
      .join('\n')
  return names(some) === names(others)
}

/** Events as server-sent events. Only the last one carries the cursor: a stream that breaks in between tells all of them again. */
function frames(events: LiveEvent[], cursor: string): string {
  if (events.length === 0) return `id: ${cursor}\n\n`
  return events
    .map((event, index) => {
      const id = index === events.length - 1 ? `id: ${cursor}\n` : ''
      return `${id}event: changed\ndata: ${JSON.stringify(event)}\n\n`
    })
    .join('')
}
