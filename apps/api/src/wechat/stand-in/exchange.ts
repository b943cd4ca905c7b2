import type { IncomingHttpHeaders } from 'node:http'

/** A request as the stand-in's server read it. `target` is path and query as they were sent: signatures cover them. */
export interface StandInRequest {
  method: string
  target: string
  url: URL
  headers: IncomingHttpHeaders
  body: string
}

/** What the stand-in's server sends back. `lost` replies never arrive: `hang` keeps the caller waiting, `cut` ends the connection. */
export interface StandInReply {
  status: number
  headers?: Record<string, string>
  body: string | Buffer
  lost?: 'hang' | 'cut'
}

/** A JSON reply of the stand-in. */
export function jsonReply(value: unknown, status = 200): StandInReply {
  return { status, headers: { 'Content-Type': 'application/json; charset=utf-8' }, body: JSON.stringify(value) }
}
