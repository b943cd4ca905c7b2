import { Catch, HttpException, type ArgumentsHost, type ExceptionFilter } from '@nestjs/common'
import type { ErrorCode, FieldProblem, Problem } from '@wanli/contracts/errors'
import { REQUEST } from '@wanli/kernel/limits'
import type { FastifyReply, FastifyRequest } from 'fastify'

import { isDomainError, type RefusalParams } from './domain-error.js'
import { ERROR_CATALOGUE, sentenceOf } from './error-catalogue.js'
import { InvalidRequestError } from './invalid-request.js'

interface Refusal {
  code: ErrorCode
  params: RefusalParams
  fields?: FieldProblem[]
}

/** Turns anything thrown into an RFC 9457 problem reply: the only place that knows the HTTP status of a refusal. */
@Catch()
export class ProblemFilter implements ExceptionFilter {
  catch(error: unknown, host: ArgumentsHost): void {
    const http = host.switchToHttp()
    const request = http.getRequest<FastifyRequest>()
    const reply = http.getResponse<FastifyReply>()
    sendProblem(error, request, reply)
  }
}

/** Writes the problem reply of an error; also used by Fastify's own error and not-found handlers. */
export function sendProblem(error: unknown, request: FastifyRequest, reply: FastifyReply): void {
  const refusal = refusalOf(error)
  if (refusal.code === 'internal') request.log.error({ err: error }, 'unexpected fault')
  else request.log.debug({ code: refusal.code }, 'refused')
  const problem = problemOf(refusal, request.id)
  const wait = refusal.params['retryAfterSeconds']
  if (wait !== undefined) void reply.header('Retry-After', String(wait))
  void reply
    .status(problem.status)
    .header('Content-Type', 'application/problem+json; charset=utf-8')
    .send(JSON.stringify(problem))
}

function problemOf(refusal: Refusal, requestId: string): Problem {
  const { status } = ERROR_CATALOGUE[refusal.code]
  const sentence = sentenceOf(refusal.code, refusal.params)
  return {
    type: `/api/docs#${refusal.code}`,
    title: sentence,
    status,
    code: refusal.code,
    detail: sentence,
    params: refusal.params,
    requestId,
    ...(refusal.fields === undefined ? {} : { fields: refusal.fields }),
  }
}

/** What Nest and Fastify refuse on their own, before a controller is reached. */
const CODES_BY_STATUS: Partial<Record<number, ErrorCode>> = {
  400: 'request.not_json',
  404: 'request.not_found',
  413: 'request.too_large',
  415: 'request.unsupported_type',
}

function refusalOf(error: unknown): Refusal {
  if (isDomainError(error)) return { code: error.code, params: error.params }
  if (error instanceof InvalidRequestError) return { code: 'request.invalid', params: {}, fields: error.fields }
  const code = CODES_BY_STATUS[error instanceof HttpException ? error.getStatus() : 500] ?? 'internal'
  return { code, params: code === 'request.too_large' ? { maxBytes: REQUEST.bodyBytes } : {} }
}
