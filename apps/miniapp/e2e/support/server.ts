import { spawn, type ChildProcess } from 'node:child_process'
import { once } from 'node:events'
import { cpSync, mkdtempSync, rmSync } from 'node:fs'
import { createServer, type AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'

const entry = fileURLToPath(new URL('../../../api/dist/src/main.js', import.meta.url))
const READY_WITHIN_MS = 30_000

/** How a server is started. `clock` is the instant its own clock begins at; the data folder is made, and a port found, when none is given. */
export interface ServerOptions {
  clock: Date
  port?: number
  dataDir?: string
  env?: Record<string, string>
}

/** The real server in a process of its own, with the demo's people and menus. */
export class Server {
  private constructor(
    private readonly process: ChildProcess,
    readonly url: string,
    readonly dataDir: string,
    private readonly output: string[],
  ) {}

  /** Starts a server on a free port and waits until it says that it is ready. Throws with what it printed when it does not. */
  static async start({ clock, port: wanted, dataDir = dataAt(clock), env = {} }: ServerOptions): Promise<Server> {
    const port = wanted ?? (await freePort())
    const child = run({ PORT: String(port), DATA_DIR: dataDir, CLOCK_START: clock.toISOString(), ...env })
    const output: string[] = []
    child.stdout?.on('data', (text: Buffer) => output.push(text.toString()))
    child.stderr?.on('data', (text: Buffer) => output.push(text.toString()))
    const server = new Server(child, `http://127.0.0.1:${port}`, dataDir, output)
    await server.ready()
    return server
  }

  /** Ends the process as an operator does, and waits for it. The data stay. */
  async stop(): Promise<void> {
    // A process that a signal ended has no exit code.
    if (this.process.exitCode !== null || this.process.signalCode !== null) return
    const gone = once(this.process, 'exit')
    this.process.kill('SIGTERM')
    await gone
  }

  /** Ends the process as a power cut does, whoever is connected. The data stay. */
  async crash(): Promise<void> {
    const gone = once(this.process, 'exit')
    this.process.kill('SIGKILL')
    await gone
  }

  /** Ends the process and removes its data. */
  async destroy(): Promise<void> {
    await this.stop()
    rmSync(this.dataDir, { recursive: true, force: true })
  }

  private async ready(): Promise<void> {
    const printed = new Promise<void>((resolve, reject) => {
      const late = setTimeout(() => reject(new Error(`not ready: ${this.output.join('')}`)), READY_WITHIN_MS)
      this.process.stdout?.on('data', () => {
        if (!this.output.join('').includes('is ready')) return
        clearTimeout(late)
        resolve()
      })
      this.process.once('exit', () => {
        clearTimeout(late)
        reject(new Error(`ended: ${this.output.join('')}`))
      })
    })
    await printed
    const health = await fetch(`${this.url}/health/ready`)
    if (!health.ok) throw new Error(`/health/ready answers ${health.status}`)
  }
}

/** Runs the server's entry to its end: for starts that must fail. */
export async function runToEnd(env: Record<string, string>): Promise<{ code: number | null; errors: string }> {
  const child = run(env)
  const errors: string[] = []
  child.stderr?.on('data', (text: Buffer) => errors.push(text.toString()))
  await once(child, 'close')
  return { code: child.exitCode, errors: errors.join('') }
}

/** An empty folder for a server's data. */
export function makeDataDir(): string {
  return mkdtempSync(join(tmpdir(), 'wanli-e2e-'))
}

/** A folder with the data of a first start at this time, where they were made before all journeys; otherwise an empty one. */
function dataAt(clock: Date): string {
  const dataDir = makeDataDir()
  const { SEEDED } = process.env
  if (SEEDED === undefined) return dataDir
  const seeded = JSON.parse(SEEDED) as { clock: string; dataDir: string }
  if (seeded.clock === clock.toISOString()) cpSync(seeded.dataDir, dataDir, { recursive: true })
  return dataDir
}

/** A port nobody listens on. */
export async function freePort(): Promise<number> {
  const probe = createServer()
  probe.listen(0, '127.0.0.1')
  await once(probe, 'listening')
  const { port } = probe.address() as AddressInfo
  probe.close()
  await once(probe, 'close')
  return port
}

function run(env: Record<string, string>): ChildProcess {
  const { PATH = '' } = process.env
  return spawn(process.execPath, [entry], {
    env: { PATH, HOST: '127.0.0.1', DEMO: '1', ...env },
    stdio: ['ignore', 'pipe', 'pipe'],
  })
}
