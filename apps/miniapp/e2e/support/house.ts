import { fork, type ChildProcess } from 'node:child_process'
import { fileURLToPath } from 'node:url'

const entry = fileURLToPath(new URL('house-process.mjs', import.meta.url))
/** A server that takes longer to come up, or to end, never will. */
const DONE_WITHIN_MS = 30_000

interface Reply {
  call: number
  failed?: string
}

/** A process that starts one server after another: what it has read once, it has for all of them. */
export class House {
  private static present: House | undefined
  private readonly waiting = new Map<number, (reply: Reply) => void>()
  private calls = 0

  private constructor(private readonly child: ChildProcess) {
    child.on('message', (reply) => this.take(reply as Reply))
    child.on('exit', (code, signal) => {
      if (House.present === this) House.present = undefined
      for (const call of this.waiting.keys())
        this.take({ call, failed: `the servers' process ended: ${code ?? signal}` })
    })
    // It ends with us, and keeps nobody from ending.
    child.unref()
    child.channel?.unref()
  }

  /** The one of this worker; a new one after it has ended. */
  static ofThisWorker(): House {
    const { PATH = '' } = process.env
    this.present ??= new House(
      fork(entry, { env: { PATH }, execArgv: [], stdio: ['ignore', 'ignore', 'inherit', 'ipc'] }),
    )
    return this.present
  }

  /** Starts a server with this environment, which names its port. Throws with what it said when it does not come up. */
  async start(env: Record<string, string>): Promise<{ stop: () => Promise<void> }> {
    await this.ask({ start: env })
    return { stop: () => this.ask({ stop: env.PORT }) }
  }

  private ask(what: object): Promise<void> {
    const call = (this.calls += 1)
    return new Promise((resolve, reject) => {
      const late = setTimeout(() => this.take({ call, failed: 'no answer in time' }), DONE_WITHIN_MS)
      this.waiting.set(call, ({ failed }) => {
        clearTimeout(late)
        if (failed === undefined) resolve()
        else reject(new Error(`${Object.keys(what).join()}: ${failed}`))
      })
      this.child.send({ call, ...what })
    })
  }

  private take(reply: Reply): void {
    const done = this.waiting.get(reply.call)
    this.waiting.delete(reply.call)
    done?.(reply)
  }
}
