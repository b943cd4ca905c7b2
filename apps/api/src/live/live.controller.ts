import { Controller, Get, Headers, Query, Req, Res } from '@nestjs/common'
import type { Reply } from '@wanli/contracts/routes'
import type { FastifyReply, FastifyRequest } from 'fastify'

import { CurrentCaller, FreshRoles } from '../common/auth/auth.decorators.js'
import type { Caller } from '../common/auth/caller.js'

import { LiveStreams } from './live-streams.js'
import { LiveChangesQuery } from './live.dto.js'
import { LiveQueries } from './live.queries.js'
import { tokenEnd } from './token-end.js'

/** What changed, pushed or asked for. */
@Controller('live')
@FreshRoles()
export class LiveController {
  constructor(
    private readonly streams: LiveStreams,
    private readonly queries: LiveQueries,
  ) {}

  /** Server-sent events until the access token ends, or soon after the caller signed out or another role is theirs; they ask again. */
  @Get()
  stream(
    @CurrentCaller() caller: Caller,
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
    @Headers('last-event-id') after?: string,
  ): void {
    const endsAt = tokenEnd(request.headers.authorization ?? '')
    // Hijacked: neither compression nor anything else may hold back what is written.
    reply.hijack()
    const { raw } = reply
    const headers = { ...reply.getHeaders(), 'content-type': 'text/event-stream; charset=utf-8' }
    raw.writeHead(200, { ...headers, 'cache-control': 'no-store, no-transform', 'x-accel-buffering': 'no' } as never)
    raw.flushHeaders()
    const pipe = {
      write: (text: string) => void raw.write(text),
      end: () => void raw.end(),
      get waitingBytes() {
        return raw.writableLength
      },
    }
    raw.on('close', this.streams.open(caller, endsAt, pipe, after))
  }

  @Get('changes')
  changes(@CurrentCaller() caller: Caller, @Query() query: LiveChangesQuery): Promise<Reply<'GET /live/changes'>> {
    return this.queries.changes(caller, query.after)
  }
}
