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
  void reply.status(problem.status).header('Content-Type', 'application/problem+json; charset=utf-8').send(JSON.stringify(problem))
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

const FASTIFY_CODES: Record<string, ErrorCode> = {
  FST_ERR_CTP_BODY_TOO_LARGE: 'request.too_large',
  FST_ERR_CTP_INVALID_MEDIA_TYPE: 'request.unsupported_type',
  FST_ERR_CTP_INVALID_JSON_BODY: 'request.not_json',
  FST_ERR_CTP_EMPTY_JSON_BODY: 'request.not_json',
  FST_ERR_CTP_INVALID_CONTENT_LENGTH: 'request.not_json',
}

function refusalOf(error: unknown): Refusal {
  if (isDomainError(error)) return { code: error.code, params: error.params }
  if (error instanceof InvalidRequestError) return { code: 'request.invalid', params: {}, fields: error.fields }
  const { code, status } = codeAndStatus(error)
  const known = FASTIFY_CODES[code ?? '']
  if (known !== undefined) return { code: known, params: known === 'request.too_large' ? { maxBytes: REQUEST.bodyBytes } : {} }
  if (status === 404) return { code: 'request.not_found', params: {} }
  if (status === 400) return { code: 'request.not_json', params: {} }
  return { code: 'internal', params: {} }
}

function codeAndStatus(error: unknown): { code?: string | undefined; status?: number | undefined } {
  if (error instanceof HttpException) return { status: error.getStatus() }
  if (typeof error !== 'object' || error === null) return {}
  const { code, statusCode } = error as { code?: unknown; statusCode?: unknown }
  return {
    code: typeof code === 'string' ? code : undefined,
    status: typeof statusCode === 'number' ? statusCode : undefined,
  }
}
