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
export class Api {
  constructor(
    private readonly app: TestApp,
    /** The token of a call: made anew each time, so that a test may turn the clock. */
    readonly token: () => Promise<string | undefined> = async () => undefined,
    private readonly tag?: string,
  ) {}

  /** The same API, signed in as a person, who is given these roles if they do not have them. */
  as(personId: string, roles: { role: Role; scopeId?: string }[] = []): Api {
    const granted = roles.map(({ role, scopeId = '' }) => ({ role, scopeId }))
    const caller = { personId, sessionId: personId, roles: granted }
    return new Api(this.app, async () => {
      await this.app.signIn(personId, granted)
      return this.app.tokens.issue(caller).accessToken
    })
  }

  /** The same API with this token, whatever it is. */
  with(token: string | undefined): Api {
    return new Api(this.app, async () => token)
  }

  /** The same caller, who has an answer with this tag already. */
  showing(tag: string | null): Api {
    return new Api(this.app, this.token, tag ?? undefined)
  }

  /** Calls a route over HTTP. */
  async call<Key extends RouteKey>(key: Key, ...args: CallArguments<Key>): Promise<Answer<Key>> {
    const [method = 'GET', path = ''] = key.split(' ')
    return this.send<Key>(method, path, (args[0] ?? {}) as AnyInput)
  }

  /** Calls a route with anything as its body: for what the types forbid. */
  async raw<Key extends RouteKey>(key: Key, input: AnyInput = {}): Promise<Answer<Key>> {
    const [method = 'GET', path = ''] = key.split(' ')
    return this.send<Key>(method, path, input)
  }

  private async send<Key extends RouteKey>(method: string, path: string, input: AnyInput): Promise<Answer<Key>> {
    const url = new URL(
      `${this.app.url}/api/v1${path.replace(/:(\w+)/g, (_, name: string) => encodeURIComponent(input.params?.[name] ?? ''))}`,
    )
    for (const [name, value] of Object.entries(input.query ?? {}))
      if (value !== undefined) url.searchParams.set(name, String(value))
    const token = await this.token()
    const response = await fetch(url, {
      method,
      headers: {
        ...(input.body === undefined ? {} : { 'Content-Type': 'application/json' }),
        ...(token === undefined ? {} : { Authorization: `Bearer ${token}` }),
        ...(this.tag === undefined ? {} : { 'If-None-Match': this.tag }),
        ...(input.idempotencyKey === undefined ? {} : { 'Idempotency-Key': input.idempotencyKey }),
      },
      ...(input.body === undefined
        ? {}
        : { body: typeof input.body === 'string' ? input.body : JSON.stringify(input.body) }),
    })
    const text = await response.text()
    const json = (text === '' ? undefined : JSON.parse(text)) as Reply<Key> & Problem
    return { status: response.status, headers: response.headers, reply: json, problem: json }
  }
}

/** `409 canteen.sold_out`: status and code of a refusal in one line that a test can compare. */
export function refusalOf(answer: { status: number; problem: Problem }): `${number} ${ErrorCode}` {
  return `${answer.status} ${answer.problem.code}`
}

let keys = 0

/** A new idempotency key. */
export function newKey(): string {
  keys += 1
  return `test-key-${keys}`
}
