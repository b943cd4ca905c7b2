import autocannon from 'autocannon'

/** What one run of the load generator measured. */
export interface Measured {
  /** Accepted orders a second. */
  rate: number
  p50Ms: number
  p99Ms: number
  accepted: number
  /** Refusals, time-outs and broken connections. */
  errors: number
}

/** One request as a client sends it. */
export interface LoadRequest {
  headers: Record<string, string>
  body: string
}

/** Sends requests over this many connections for so long, each connection one after another, and measures what comes back. */
export async function measure(
  url: string,
  connections: number,
  seconds: number,
  next: () => LoadRequest,
): Promise<Measured> {
  const result = await autocannon({
    url,
    connections,
    duration: seconds,
    timeout: 30,
    requests: [
      {
        method: 'POST',
        setupRequest: (request) => {
          const { headers, body } = next()
          return { ...request, headers: { ...request.headers, 'content-type': 'application/json', ...headers }, body }
        },
      },
    ],
  })
  return {
    rate: result['2xx'] / result.duration,
    p50Ms: result.latency.p50,
    p99Ms: result.latency.p99,
    accepted: result['2xx'],
    errors: result.non2xx + result.errors + result.timeouts,
  }
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
