import type { ErrorCode, Problem } from '@wanli/contracts/errors'
import type { Role } from '@wanli/contracts/people'
import type { CallArguments, Reply, RouteKey } from '@wanli/contracts/routes'
import type { TestApp } from './app.js'
/** What came back: `reply` of a success, `problem` of a refusal. */
export interface Answer<Key extends RouteKey> {
  status: number
  headers: Headers
  reply: Reply<Key>
  problem: Problem
}
interface AnyInput {
  body?: unknown
  query?: Record<string, string | number | undefined>
  params?: Record<string, string>
  idempotencyKey?: string
}
/** A caller typed by the same route map as the app. */
export declare class Api {
  private readonly app
  /** The token of a call: made anew each time, so that a test may turn the clock. */
  readonly token: () => Promise<string | undefined>
  constructor(
    app: TestApp,
    /** The token of a call: made anew each time, so that a test may turn the clock. */
    token?: () => Promise<string | undefined>,
  )
  /** The same API, signed in as a person with roles. */
  as(
    personId: string,
    roles?: {
      role: Role
      scopeId?: string
    }[],
  ): Api
  /** The same API with this token, whatever it is. */
  with(token: string | undefined): Api
  /** Calls a route over HTTP. */
  call<Key extends RouteKey>(key: Key, ...args: CallArguments<Key>): Promise<Answer<Key>>
  /** Calls a route with anything as its body: for what the types forbid. */
  raw<Key extends RouteKey>(key: Key, input?: AnyInput): Promise<Answer<Key>>
  private send
}
/** `409 canteen.sold_out`: status and code of a refusal in one line that a test can compare. */
export declare function refusalOf(answer: { status: number; problem: Problem }): `${number} ${ErrorCode}`
/** A new idempotency key. */
export declare function newKey(): string
export {}
