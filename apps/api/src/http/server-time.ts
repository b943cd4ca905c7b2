import type { FastifyInstance } from 'fastify'

import type { Clock } from '../common/clock.js'

/**
 * Says with every answer of the API what time it is here, to the millisecond and when the answer leaves: a phone's clock may be wrong,
 * and `Date` knows whole seconds of this machine only.
 */
export function addServerTime(fastify: FastifyInstance, clock: Clock): void {
  fastify.addHook('onSend', (request, reply, payload, done) => {
    if (request.url.startsWith('/api/v1')) void reply.header('X-Server-Time', clock.now().toISOString())
    done(null, payload)
  })
}
