/*
 * What must never happen: somebody told "nothing changed" when something did. A tag is a digest of the very bytes of the answer, made
 * for this request from what the database said to it; nothing is kept between requests that could be old.
 */
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'

import { digestOf, Rendered } from '../common/rendered.js'

/**
 * Gives every answer to a GET of the API a tag (ETag), and answers 304 without a body to who shows the same one (If-None-Match). Caches
 * still keep nothing (`no-store`): answers are personal, and the app remembers what it shows by itself. See decision 0019.
 */
export function addRevalidation(fastify: FastifyInstance): void {
  fastify.addHook('preSerialization', (request, reply, payload, done) => {
    if (Rendered.is(payload)) {
      void reply.serializer(asItIs)
      done(null, isRead(request, reply) && isSame(request, reply, payload.tag) ? '' : bytesOf(request, reply, payload))
    } else done(null, payload)
  })
  fastify.addHook('onSend', (request, reply, payload, done) => {
    const isNews = isRead(request, reply) && !reply.hasHeader('ETag') && isWhole(payload)
    done(null, isNews && isSame(request, reply, `W/"${digestOf(payload)}"`) ? '' : payload)
  })
}

/** The bytes of a reply as the request takes them: compressed, if it takes gzip. */
function bytesOf(request: FastifyRequest, reply: FastifyReply, rendered: Rendered<object>): Buffer {
  void reply.header('Vary', 'accept-encoding')
  if (!GZIP.test(request.headers['accept-encoding'] ?? '')) return rendered.bytes()
  void reply.header('Content-Encoding', 'gzip')
  return rendered.gzip()
}

/** Names gzip, and not to refuse it (`gzip;q=0`). */
const GZIP = /\bgzip\b(?!\s*;\s*q=0(?:\.0*)?(?:\s*(?:,|$)))/

/** For what is bytes already. */
const asItIs = (bytes: unknown): string => bytes as string

const isRead = ({ method, url }: FastifyRequest, { statusCode }: FastifyReply): boolean =>
  method === 'GET' && statusCode === 200 && url.startsWith('/api/v1')

const isWhole = (payload: unknown): payload is string | Buffer =>
  typeof payload === 'string' || Buffer.isBuffer(payload)

/** Gives the answer its tag; when the request shows the same one, makes it a 304 and says so. */
function isSame(request: FastifyRequest, reply: FastifyReply, tag: string): boolean {
  void reply.header('ETag', tag)
  if (!shows(request.headers['if-none-match'], tag)) return false
  void reply.code(304)
  return true
}

/** Whether one of the tags shown is this one. What calls a tag weak is not compared: whoever asks wants to know whether to read on. */
function shows(shown: string | undefined, tag: string): boolean {
  if (shown === undefined) return false
  return shown === tag || shown.split(',').some((one) => opaque(one.trim()) === opaque(tag))
}

const opaque = (tag: string): string => tag.replace(/^W\//, '')
