import { spawn, type ChildProcess } from 'node:child_process'
import { once } from 'node:events'
import { readFileSync } from 'node:fs'
import { createServer, type AddressInfo } from 'node:net'

/** Kernel ticks of CPU time in a second: 100 on every Linux that Node runs on (sysconf(_SC_CLK_TCK)). */
const TICKS = 100

/** `BENCH_PROFILE=<folder>` keeps a CPU profile of each contender there. */
const PROFILE = process.env['BENCH_PROFILE'] ?? ''
const PROFILING = PROFILE === '' ? [] : ['--cpu-prof', `--cpu-prof-dir=${PROFILE}`]

/** Lets Node run a contender that is written in TypeScript. */
export const LOADER = ['--import', '@swc-node/register/esm-register']

/** A server in a process of its own. */
export class Contender {
  private constructor(
    readonly url: string,
    private readonly child: ChildProcess,
  ) {}

  /** Starts a server on a free port and waits until it answers; `args` and `env` are made for that port. */
  static async start(
    args: (port: string) => string[],
    env: (port: string) => Record<string, string>,
  ): Promise<Contender> {
    const port = String(await freePort())
    const child = spawn(process.execPath, [...PROFILING, ...args(port)], {
      env: { PATH: process.env['PATH'] ?? '', ...env(port) },
      stdio: ['ignore', 'ignore', 'inherit'],
    })
    const url = `http://127.0.0.1:${port}`
    for (;;) {
      if (child.exitCode !== null) throw new Error('a contender did not start')
      try {
        await (await fetch(`${url}/health/ready`)).text()
        return new Contender(url, child)
      } catch {
        await new Promise((resolve) => setTimeout(resolve, 50))
      }
    }
  }

  /** CPU seconds the process has used so far. */
  get cpuSeconds(): number {
    const fields =
      readFileSync(`/proc/${String(this.child.pid)}/stat`, 'utf8')
        .split(') ')
        .at(-1)
        ?.split(' ') ?? []
    // proc(5): utime and stime are the 14th and 15th fields, the 12th and 13th after the name.
    return (Number(fields[11]) + Number(fields[12])) / TICKS
  }

  async stop(): Promise<void> {
    this.child.kill('SIGTERM')
    if (this.child.exitCode === null) await once(this.child, 'exit')
  }
}

async function freePort(): Promise<number> {
  const probe = createServer().listen(0, '127.0.0.1')
  await once(probe, 'listening')
  const { port } = probe.address() as AddressInfo
  probe.close()
  await once(probe, 'close')
  return port
}
