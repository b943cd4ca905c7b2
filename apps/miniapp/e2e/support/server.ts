import { spawn, type ChildProcess } from 'node:child_process'
import { once } from 'node:events'
import { cpSync, mkdtempSync, rmSync } from 'node:fs'
import { createServer, type AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { House } from './house'

const entry = fileURLToPath(new URL('../../../api/dist/src/main.js', import.meta.url))
const READY_WITHIN_MS = 30_000

/** How a server is started. `clock` is the instant its own clock begins at; the data folder is made, and a port found, when none is given. */
export interface ServerOptions {
  clock: Date
  port?: number
  dataDir?: string
}

/** What a server runs in: it can be ended as an operator does. */
interface Running {
  stop: () => Promise<void>
}

/** The real server, with the demo's people and menus, for itself: its own configuration, data, clock and port. */
export class Server {
  private isOpen = true

  protected constructor(
    private readonly running: Running,
    readonly url: string,
    readonly dataDir: string,
  ) {}

  /**
   * Starts a server on a free port, in the process that starts all servers of this worker (decision 0020). Throws with what it said when it
   * does not come up.
   */
  static async start(options: ServerOptions): Promise<Server> {
    const { url, dataDir, env } = await settingsOf(options)
    const running = await House.ofThisWorker().start(env)
    return new Server(running, url, dataDir)
  }

  /** Ends it as an operator does, and waits for it. The data stay. */
  async stop(): Promise<void> {
    if (!this.isOpen) return
    this.isOpen = false
    await this.running.stop()
  }

  /** Ends it and removes its data. */
  async destroy(): Promise<void> {
    await this.stop()
    rmSync(this.dataDir, { recursive: true, force: true })
  }
}

/** The server as it is deployed, `main.js` in a process of its own: for what only a process shows. */
export class ServerProcess extends Server {
  private constructor(
    private readonly process: ChildProcess,
    url: string,
    dataDir: string,
  ) {
    super({ stop: () => end(process, 'SIGTERM') }, url, dataDir)
  }

  /** Starts the process and waits until it says that it is ready. Throws with what it printed when it does not. */
  static override async start(options: ServerOptions): Promise<ServerProcess> {
    const { url, dataDir, env } = await settingsOf(options)
    const child = run(env)
    await ready(child)
    const health = await fetch(`${url}/health/ready`)
    if (!health.ok) throw new Error(`/health/ready answers ${health.status}`)
    return new ServerProcess(child, url, dataDir)
  }

  /** Ends the process as a power cut does, whoever is connected. The data stay. */
  async crash(): Promise<void> {
    await end(this.process, 'SIGKILL')
  }
}

async function settingsOf({ clock, port: wanted, dataDir = dataAt(clock) }: ServerOptions): Promise<{
  url: string
  dataDir: string
  env: Record<string, string>
}> {
  const port = String(wanted ?? (await freePort()))
  const env = { HOST: '127.0.0.1', DEMO: '1', PORT: port, DATA_DIR: dataDir, CLOCK_START: clock.toISOString() }
  return { url: `http://127.0.0.1:${port}`, dataDir, env }
}

/** Waits until a process says that it is ready. What it prints afterwards is nobody's, and is read so that the pipe does not fill. */
async function ready(child: ChildProcess): Promise<void> {
  let printed = ''
  await new Promise<void>((resolve, reject) => {
    const late = setTimeout(() => reject(new Error(`not ready: ${printed}`)), READY_WITHIN_MS)
    const read = (text: Buffer): void => {
      printed += text.toString()
      if (!printed.includes('is ready')) return
      clearTimeout(late)
      resolve()
    }
    child.stdout?.on('data', read)
    child.stderr?.on('data', read)
    child.once('exit', () => {
      clearTimeout(late)
      reject(new Error(`ended: ${printed}`))
    })
  })
  child.stdout?.removeAllListeners('data').resume()
  child.stderr?.removeAllListeners('data').resume()
}

async function end(child: ChildProcess, signal: NodeJS.Signals): Promise<void> {
  // A process that a signal ended has no exit code.
  if (child.exitCode !== null || child.signalCode !== null) return
  const gone = once(child, 'exit')
  child.kill(signal)
  await gone
}

/** Runs the server's entry to its end: for starts that must fail. */
export async function runToEnd(env: Record<string, string>): Promise<{ code: number | null; errors: string }> {
  const child = run({ HOST: '127.0.0.1', DEMO: '1', ...env })
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
  return spawn(process.execPath, [entry], { env: { PATH, ...env }, stdio: ['ignore', 'pipe', 'pipe'] })
}
