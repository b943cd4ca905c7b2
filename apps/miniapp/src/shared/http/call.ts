import type { SessionReply } from '@wanli/contracts/people'
import type { CallArguments, Reply, RouteKey } from '@wanli/contracts/routes'
import { ApiError, unanswered } from './api-error'
import { send, type RequestFacts } from './request'
import { serverNow } from './server-clock'
import { currentSession, renewedElsewhere, storeSession } from './session-store'
import { fillPath, queryText } from './url'

/** Everything any route may take, seen without its key. */
interface CallParts {
  params?: Record<string, string>
  query?: Record<string, string | number | boolean | undefined>
  body?: object
  idempotencyKey?: string
  keeps?: boolean
}

const BASE = `${API_BASE}/api/v1`
const IN_FLIGHT_REPEATS = 5
/** Verdicts after which the token is of no more use: signed out elsewhere, or not ours. */
const ENDED: ReadonlySet<string> = new Set(['auth.invalid', 'auth.required', 'auth.session_ended'])

function requestOf(key: string, parts: CallParts): RequestFacts {
  const [method, path] = key.split(' ') as [RequestFacts['method'], string]
  const header: Record<string, string> = { accept: 'application/json' }
  const token = currentSession()?.accessToken
  if (token) header.authorization = `Bearer ${token}`
  if (parts.idempotencyKey) header['idempotency-key'] = parts.idempotencyKey
  if (method !== 'GET') header['content-type'] = 'application/json'
  // Our servers refuse an empty body that calls itself JSON, so a write without a body sends an empty object.
  const body = method === 'GET' ? undefined : (parts.body ?? {})
  return {
    method,
    url: BASE + fillPath(path, parts.params) + queryText(parts.query),
    header,
    body,
    keeps: parts.keeps === true,
  }
}

let refreshing: Promise<void> | null = null

async function refreshOnce(): Promise<void> {
  const renewed = renewedElsewhere()
  if (renewed) {
    storeSession(renewed)
    if (new Date(renewed.expiresAt) > serverNow()) return
  }
  const session = currentSession()
  if (!session) throw new ApiError({ code: 'auth.required', detail: '', params: {}, requestId: '', status: 401 })
  try {
    const reply = await send(requestOf('POST /auth/refresh', { body: { refreshToken: session.refreshToken } }))
    storeSession(reply as SessionReply)
  } catch (error) {
    // Only a verdict on the token ends the session: without an answer, or with a busy server, it may still be good.
    if (error instanceof ApiError && error.code.startsWith('auth.')) storeSession(null)
    throw error
  }
}

/**
 * A refresh token works once, so calls that fail together must share one refresh, and tabs take over what another has got: a second one
 * would look like theft and end the session.
 */
function refresh(): Promise<void> {
  refreshing ??= refreshOnce().finally(() => {
    refreshing = null
  })
  return refreshing
}

const pause = (seconds: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, seconds * 1000))

async function sendPatiently(key: string, parts: CallParts): Promise<unknown> {
  for (let repeat = 0; ; repeat += 1) {
    try {
      return await send(requestOf(key, parts))
    } catch (error) {
      // The first try of the same form is still at work on the server: its answer will be ours.
      const inFlight = error instanceof ApiError && error.code === 'request.idempotency_in_flight'
      if (!inFlight) throw error
      if (repeat === IN_FLIGHT_REPEATS) throw unanswered(error.status)
      await pause(Number(error.params.retryAfterSeconds ?? 1))
    }
  }
}

/**
 * Calls a route of the API: `call('GET /canteen/orders/:id', { params: { id } })`. Adds the token and the idempotency key,
 * renews an ended token once, waits for a twin request in flight. Throws ApiError; nothing else reaches `Taro.request`.
 */
export function call<Key extends RouteKey>(key: Key, ...input: CallArguments<Key>): Promise<Reply<Key>> {
  return perform(key, (input[0] ?? {}) as CallParts)
}

/**
 * Calls a GET that a page asks again and again. Its reply stays in memory until somebody else signs in, and is not sent again while it
 * has not changed; what is for the eyes of the moment is asked for by `call`. Throws as that does.
 */
export function callAgain<Key extends RouteKey & `GET ${string}`>(
  key: Key,
  ...input: CallArguments<Key>
): Promise<Reply<Key>> {
  return perform(key, { ...(input[0] as CallParts | undefined), keeps: true })
}

async function perform<Key extends RouteKey>(key: Key, parts: CallParts): Promise<Reply<Key>> {
  const tokenBefore = currentSession()?.accessToken
  try {
    return (await sendPatiently(key, parts)) as Reply<Key>
  } catch (error) {
    if (!(error instanceof ApiError) || error.status !== 401 || !tokenBefore) throw error
    if (error.code !== 'auth.expired') {
      // Somebody may have signed in anew while this call was on its way.
      if (ENDED.has(error.code) && currentSession()?.accessToken === tokenBefore) storeSession(null)
      throw error
    }
    // Another call may have renewed the token while this one was on its way.
    if (currentSession()?.accessToken === tokenBefore) await refresh()
    return (await sendPatiently(key, parts)) as Reply<Key>
  }
}
