import { Pool } from 'undici'

/** What one run of the load generator measured. */
export interface Measured {
  /** Answers a second, refusals not counted. */
  rate: number
  p50Ms: number
  p99Ms: number
  accepted: number
  /** Refusals, time-outs and broken connections. */
  errors: number
  /** The same for each second of CPU time that the server used. */
  perCpuSecond: number
}

/** One POST as a client sends it. */
export interface LoadRequest {
  headers: Record<string, string>
  body: string
}

/** One GET as a client sends it. */
export type LoadRead = Omit<LoadRequest, 'body'>

/** Sends requests over this many connections for so long, each connection one after another, and measures what comes back. */
export async function measure(
  server: { url: string; cpuSeconds: number },
  path: string,
  connections: number,
  seconds: number,
  next: () => LoadRequest | LoadRead,
): Promise<Measured> {
  const pool = new Pool(server.url, { connections, pipelining: 1 })
  const cpuBefore = server.cpuSeconds
  const latencies: number[] = []
  let errors = 0
  const started = performance.now()
  const end = started + seconds * 1_000
  const client = async (): Promise<void> => {
    while (performance.now() < end) {
      const asked = next()
      const sent = performance.now()
      try {
        const answer = await pool.request({
          path,
          ...('body' in asked
            ? { method: 'POST', headers: { 'content-type': 'application/json', ...asked.headers }, body: asked.body }
            : { method: 'GET', headers: asked.headers }),
        })
        await answer.body.dump()
        if (answer.statusCode < 400) latencies.push(performance.now() - sent)
        else errors += 1
      } catch {
        errors += 1
      }
    }
  }
  await Promise.all(Array.from({ length: connections }, client))
  const took = (performance.now() - started) / 1_000
  const cpu = server.cpuSeconds - cpuBefore
  await pool.close()
  latencies.sort((a, b) => a - b)
  const at = (share: number): number => latencies[Math.floor((latencies.length - 1) * share)] ?? 0
  const accepted = latencies.length
  return { rate: accepted / took, p50Ms: at(0.5), p99Ms: at(0.99), accepted, errors, perCpuSecond: accepted / cpu }
}

/** The middle of some numbers. */
export function median(values: readonly number[]): number {
  const sorted = [...values].sort((a, b) => a - b)
  return sorted[Math.floor(sorted.length / 2)] ?? 0
}

/** Prints rows under a head, columns aligned, numbers to the right. */
export function printTable(title: string, head: string[], rows: string[][]): void {
  const widths = head.map((name, column) => Math.max(name.length, ...rows.map((row) => (row[column] ?? '').length)))
  const line = (cells: string[]): string =>
    cells
      .map((cell, column) => (column === 0 ? cell.padEnd(widths[0] ?? 0) : cell.padStart(widths[column] ?? 0)))
      .join('  ')
  process.stdout.write(`\n${title}\n${line(head)}\n${widths.map((width) => '-'.repeat(width)).join('  ')}\n`)
  for (const row of rows) process.stdout.write(`${line(row)}\n`)
}
