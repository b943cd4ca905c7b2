import type { PayKeys } from './pay-keys.js'
import type { PayAct } from './pay-requests.js'
import { signedHeaders } from './pay-signing.js'

/** WeChat's ladder (15 s … 6 h) compressed, so that a demo sees a lost notice come again. */
const LADDER_MS = [200, 500, 2_000, 10_000, 30_000]
/** A second past the five minutes that a notice counts. */
const OLD_SECONDS = 301

/** Brings notices to the shop: signed, or forged on demand, and again until the shop takes them. */
export class PayPostman {
  private readonly timers = new Set<NodeJS.Timeout>()

  constructor(private readonly keys: () => PayKeys) {}

  /** Sends a notice; answers the shop's status, 0 when it could not be reached. One that is not taken comes again by the ladder. */
  async send(url: string, body: string, forge?: PayAct['forge'], step = 0): Promise<number> {
    const at = Math.floor(Date.now() / 1000) - (forge === 'timestamp' ? OLD_SECONDS : 0)
    const headers = signedHeaders(this.keys(), forge === 'signature' ? `${body} ` : body, at)
    if (forge === 'serial') headers['Wechatpay-Serial'] = 'PUB_KEY_ID_OF_SOMEBODY_ELSE'
    const status = await fetch(url, {
      method: 'POST',
      headers: { 'Content-Type': 'application/json', ...headers },
      body,
    })
      .then(async (response) => {
        await response.arrayBuffer()
        return response.status
      })
      .catch(() => 0)
    const wait = LADDER_MS[step]
    const isTaken = status === 200 || status === 204
    if (!isTaken && forge === undefined && wait !== undefined)
      this.later(wait, () => this.send(url, body, undefined, step + 1))
    return status
  }

  /** Does something in a while, unless all is ended before. */
  later(ms: number, work: () => Promise<unknown>): void {
    const timer = setTimeout(() => {
      this.timers.delete(timer)
      void work()
    }, ms)
    timer.unref()
    this.timers.add(timer)
  }

  /** Ends what is still to be sent. */
  stop(): void {
    for (const timer of this.timers) clearTimeout(timer)
    this.timers.clear()
  }
}
