import { fork, type ChildProcess } from 'node:child_process'
import { once } from 'node:events'
import { fileURLToPath } from 'node:url'

import { createConnection } from 'mysql2/promise'

import { LOADER } from './contender.js'
import { median } from './load.js'

const LOOKS = 200

/** A longer wire to a database server, in a process of its own. */
export class Wire {
  private constructor(
    /** Address of the server at the other end. */
    readonly server: string,
    /** How long the shortest question takes, there and back, in ms: what was measured. */
    readonly thereAndBackMs: number,
    private readonly child: ChildProcess,
  ) {}

  /** Lays a wire that holds everything up for so many milliseconds on each way. */
  static async lay(server: string, msEachWay: number): Promise<Wire> {
    const url = new URL(server.replace(/^\w+:/, 'mysql:'))
    const file = fileURLToPath(new URL('long-wire.ts', import.meta.url))
    const child = fork(file, [url.hostname, url.port || '3306', String(msEachWay)], { execArgv: LOADER })
    const [port] = (await once(child, 'message')) as [number]
    url.hostname = '127.0.0.1'
    url.port = String(port)
    return new Wire(url.toString(), await thereAndBack(url.toString()), child)
  }

  /** The same database at the other end of the wire. */
  through(database: string): string {
    const url = new URL(this.server)
    url.pathname = new URL(database).pathname
    return url.toString()
  }

  cut(): void {
    this.child.kill()
  }
}

async function thereAndBack(server: string): Promise<number> {
  const connection = await createConnection(server)
  const took: number[] = []
  for (let n = 0; n < LOOKS; n += 1) {
    const asked = performance.now()
    await connection.query('SELECT 1')
    took.push(performance.now() - asked)
  }
  await connection.end()
  return median(took)
}
