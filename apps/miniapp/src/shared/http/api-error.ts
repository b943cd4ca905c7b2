import type { ErrorCode, FieldProblem, Problem } from '@wanli/contracts/errors'
import { HTTP_TEXT } from './text'

/** A code the server gives, or `network` when it gave no answer: what was asked for may have been done all the same. */
export type ApiErrorCode = ErrorCode | 'network'

/** A refused or failed call. `detail` is a Chinese sentence for the person; branch on `code`, never on `detail`. */
export class ApiError extends Error {
  readonly code: ApiErrorCode
  readonly detail: string
  readonly params: Problem['params']
  readonly fields: FieldProblem[]
  /** Number to quote to a helper; empty when the call never reached the server. */
  readonly requestId: string
  /** HTTP status; 0 when nothing came at all. */
  readonly status: number

  constructor(facts: {
    code: ApiErrorCode
    detail: string
    params: Problem['params']
    requestId: string
    status: number
    fields?: FieldProblem[]
  }) {
    super(facts.detail)
    this.name = 'ApiError'
    this.code = facts.code
    this.detail = facts.detail
    this.params = facts.params
    this.fields = facts.fields ?? []
    this.requestId = facts.requestId
    this.status = facts.status
  }
}

/** The error for a call that got no answer: no network, a closed connection, a time-out. */
export function networkError(): ApiError {
  return new ApiError({ code: 'network', detail: HTTP_TEXT.noNetwork, params: {}, requestId: '', status: 0 })
}

/**
 * The error for a call that something before the server answered in its place, or that the server is still at work on: like a lost answer,
 * and said as what it is.
 */
export function unanswered(status: number): ApiError {
  return new ApiError({ code: 'network', detail: HTTP_TEXT.serverTrouble, params: {}, requestId: '', status })
}

/** What a problem document of ours always has; a proxy's imitation may lack the rest. */
type ProblemLike = Pick<Problem, 'code' | 'detail'> & Partial<Problem>

function isProblem(body: unknown): body is ProblemLike {
  return typeof body === 'object' && body !== null && 'code' in body && 'detail' in body
}

/**
 * The error that an answer outside 2xx stands for. A body that is not a problem document (a proxy's page, a cut answer) becomes a plain
 * sentence, so that no screen ever shows markup or an empty line: `network` where a proxy speaks of the server (5xx), whose word is still
 * unknown, else `internal`.
 */
export function errorOfAnswer(status: number, body: unknown): ApiError {
  if (!isProblem(body)) {
    if (status >= 500) return unanswered(status)
    return new ApiError({ code: 'internal', detail: HTTP_TEXT.serverTrouble, params: {}, requestId: '', status })
  }
  return new ApiError({
    code: body.code,
    detail: body.detail || HTTP_TEXT.serverTrouble,
    params: body.params ?? {},
    fields: body.fields,
    requestId: body.requestId ?? '',
    status,
  })
}

/** Anything thrown, as an ApiError: a bug in our own code reads as a plain sentence too. */
export function asApiError(thrown: unknown): ApiError {
  if (thrown instanceof ApiError) return thrown
  return new ApiError({ code: 'internal', detail: HTTP_TEXT.appTrouble, params: {}, requestId: '', status: 0 })
}
