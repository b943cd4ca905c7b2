import type { Socket } from 'node:net'

import type { FastifyInstance } from 'fastify'

/**
 * Lets a server stop at once although somebody has connected and asked nothing: browsers connect in advance, and Node does not call
 * such a connection idle, so that closing would wait for it for a minute. Requests under way are still answered.
 */
export function endSilentConnections(fastify: FastifyInstance): void {
  const silent = new Set<Socket>()
  fastify.server.on('connection', (socket: Socket) => {
    silent.add(socket)
    socket.once('close', () => silent.delete(socket))
  })
  fastify.server.on('request', ({ socket }) => silent.delete(socket))
  fastify.addHook('preClose', (done) => {
    for (const socket of silent) socket.destroy()
    done()
  })
}
